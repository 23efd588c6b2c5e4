"""The preview of what will print: its printer lives as long as it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.previewed import print_and_close
from ui.controls.print_preview import PrintPreview
from ui.look.screen_room import screen_room

A5 = QPageSize(QPageSize.PageSizeId.A5)


@pytest.mark.parametrize(
    ("way", "wide"), [(QPageLayout.Orientation.Portrait, False), (QPageLayout.Orientation.Landscape, True)]
)
def test_it_prints_what_it_paints_on_the_page_it_was_given(
    qtbot: QtBot, tmp_path: Path, way: QPageLayout.Orientation, wide: bool
) -> None:
    def paint(printer: QPrinter) -> None:
        painter = QPainter(printer)
        painter.fillRect(QRectF(0, 0, 10, 10), "black")
        printer.newPage()
        painter.end()

    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    for _ in range(3):
        PrintPreview(over, "In thử", QPageLayout(A5, way, QMarginsF()), paint).open()
        printed = print_and_close(qtbot, over, tmp_path / "in.pdf")
        assert len(printed.pages) == 2
        box = printed.pages[0].mediabox
        assert (round(float(min(box[2:]))), round(float(max(box[2:])))) == (420, 595)
        assert (box.width > box.height) is wide


def test_it_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    layout = QPageLayout(A5, QPageLayout.Orientation.Portrait, QMarginsF(12, 12, 12, 12))
    preview = PrintPreview(over, "In thử", layout, lambda _: None)
    room = screen_room(over)
    assert preview.width() <= room.width()
    assert preview.height() <= room.height()
    assert not preview.printer().fullPage()
