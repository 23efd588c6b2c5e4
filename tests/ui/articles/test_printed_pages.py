"""Pages on their way to a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from ui.articles import printed_pages


def a_page(ppi: float) -> bytes:
    image = QImage(round(8 * ppi), round(11 * ppi), QImage.Format.Format_RGB32)
    image.fill(0)
    to = QBuffer()
    to.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(to, "PNG")  # type: ignore[call-overload]
    return bytes(to.data().data())


@pytest.fixture
def asked() -> list[float]:
    return []


@pytest.fixture
def pages(asked: list[float]) -> printed_pages.PrintedPages:
    def make(ppi: float) -> list[bytes]:
        asked.append(ppi)
        return [a_page(ppi)] * 2

    return printed_pages.seen(make)


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_pages_fill_the_paper_without_being_pulled(tmp_path: Path, pages: printed_pages.PrintedPages) -> None:
    page = pages.layout()
    assert page.margins().isNull()
    assert page.pageSize().sizePoints().height() > page.pageSize().sizePoints().width()
    pages.paint(printer_to(tmp_path / "ra.pdf"))
    assert len(PdfReader(tmp_path / "ra.pdf").pages) == 2
    assert not QPainter().isActive()


def test_a_preview_shows_few_points_and_paper_gets_them_all(
    tmp_path: Path, qtbot: QtBot, pages: printed_pages.PrintedPages, asked: list[float]
) -> None:
    printer = QPrinter()
    shown = QPrintPreviewWidget(printer)
    qtbot.addWidget(shown)
    shown.paintRequested.connect(pages.paint)
    with qtbot.waitExposed(shown):
        shown.show()
    assert shown.pageCount() == 2
    assert len(asked) == 1
    pages.paint(printer_to(tmp_path / "ra.pdf"))
    few, all_of_them = asked
    assert all_of_them >= 2 * few
    (image,) = PdfReader(tmp_path / "ra.pdf").pages[0].images
    assert image.image is not None
    assert image.image.width == round(8 * all_of_them)


def test_pages_for_paper_that_are_there_are_not_made_again(
    tmp_path: Path, pages: printed_pages.PrintedPages, asked: list[float]
) -> None:
    pages.take([QImage.fromData(a_page(220))])
    pages.paint(printer_to(tmp_path / "ra.pdf"))
    assert len(asked) == 1
    assert len(PdfReader(tmp_path / "ra.pdf").pages) == 1
