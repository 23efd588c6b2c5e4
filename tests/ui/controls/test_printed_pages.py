"""Pages on their way to a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.controls import printed_pages


def a_page(ppi: float) -> bytes:
    image = QImage(round(8 * ppi), round(11 * ppi), QImage.Format.Format_RGB32)
    image.fill(0)
    return png(image)


def png(image: QImage) -> bytes:
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


def a_page_of_lines(ppi: float) -> bytes:
    """A4 across, with 17 thin lines."""
    image = QImage(round(11.69 * ppi), round(8.27 * ppi), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in range(17):
        place = QRectF(0.3 * ppi, (0.4 + at / 3) * ppi, 11 * ppi, ppi / 96)
        painter.fillRect(place, Qt.GlobalColor.black)
    painter.end()
    return png(image)


def test_a_preview_drops_no_thin_line_of_a_table(qtbot: QtBot) -> None:
    pages = printed_pages.seen(lambda ppi: [a_page_of_lines(ppi)])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageLayout(pages.layout())
    preview = QPrintPreviewWidget(printer)
    qtbot.addWidget(preview)
    preview.paintRequested.connect(pages.paint)
    preview.resize(760, 560)
    with qtbot.waitExposed(preview):
        preview.show()
    preview.updatePreview()
    preview.fitInView()
    QTest.qWait(100)
    seen = preview.grab().toImage()
    column = [seen.pixelColor(seen.width() // 2, y).lightness() for y in range(seen.height())]
    paper = [at for at, light in enumerate(column) if light > 240]
    dark = [
        at
        for at in range(paper[0], paper[-1])
        if column[at] < 225 and column[at - 1] >= column[at] < column[at + 1]
    ]
    assert len(dark) >= 16  # of the 17 lines; one may lie on the edge of two pixels
