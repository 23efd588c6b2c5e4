"""The preview of what will print: it paints into its own printer, and prints it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from ui.look.screen_room import screen_room


class PrintPreview(QPrintPreviewDialog):
    """A preview over a window, which goes when it is closed.

    Qt's dialog only borrows the printer: it lives in here, or the preview paints into what is gone already.
    """

    def __init__(
        self, parent: QWidget, title: str, layout: QPageLayout, paint: Callable[[QPrinter], None]
    ) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        # A layout without margins is of a page that is printed to its edges: its own margins are in the picture.
        printer.setFullPage(layout.margins().isNull())
        printer.setPageLayout(layout)
        super().__init__(printer, parent)
        self._printer, self._paint = printer, paint  # of a method a connection holds nothing
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.paintRequested.connect(paint)
        self.resize(QSize(980, 720).boundedTo(screen_room(parent)))
