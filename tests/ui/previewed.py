"""A print preview driven as a person drives it: it is there, it is printed to a PDF, it is closed."""

from __future__ import annotations

import gc
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.print_preview import PrintPreview


def print_and_close(qtbot: QtBot, over: QWidget, path: Path) -> PdfReader:
    """Print the preview that stands over a window, close it, and return what it printed."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in over.findChildren(PrintPreview)), timeout=10_000)
    (preview,) = over.findChildren(PrintPreview)
    gc.collect()  # what nobody holds is gone now, and not when it is painted the next time
    QApplication.processEvents()
    preview.printer().setOutputFileName(str(path))
    shown = preview.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget)
    shown.updatePreview()
    pages = shown.pageCount()
    shown.print_()
    preview.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not over.findChildren(PrintPreview)
    printed = PdfReader(path)
    assert len(printed.pages) == pages
    return printed
