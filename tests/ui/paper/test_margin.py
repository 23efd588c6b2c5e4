"""The signs beside the letters: points of lists, the bar of a quote, the frame of a chosen picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desk.text.blocks import Block, ListItem, Paragraph, Picture, Quote, Run
from ui.look import style
from ui.look.style import paper_font
from ui.paper.blocks_to_qt import PageDocument, fill
from ui.paper.margin import draw_frame, draw_margin

SHA = "ab" * 32
LEFT = 80


class Sheet(QTextEdit):
    """Shows blocks and draws the signs beside them, as the page and the editor do."""

    def __init__(self) -> None:
        super().__init__()
        self.page = PageDocument(self)
        self.page.wear(paper_font())
        self.setDocument(self.page)
        self.setFrameStyle(0)
        self.setReadOnly(True)  # no cursor among the pixels
        self.drawing: Callable[[], None] = lambda: None

    def open(self, *blocks: Block) -> None:
        fill(self.page, blocks)
        frame = self.page.rootFrame().frameFormat()
        frame.setLeftMargin(LEFT)
        self.page.rootFrame().setFrameFormat(frame)

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]  # whatever Qt gives
        self.drawing()

    def pixels(self, draw: Callable[[], None]) -> QImage:
        self.drawing = draw
        return self.viewport().grab().toImage()

    def margin(self, part: QRect | None = None) -> QImage:
        return self.pixels(lambda: draw_margin(self, self.page, part or self.viewport().rect()))


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def _changed(before: QImage, after: QImage) -> QRect:
    """Return the smallest rectangle of what differs between two pictures."""
    there = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    if not there:
        return QRect()
    xs, ys = [x for x, _ in there], [y for _, y in there]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def _signs(sheet: Sheet, part: QRect | None = None) -> QRect:
    return _changed(sheet.pixels(lambda: None), sheet.margin(part))


def test_a_quote_has_a_bar_as_high_as_it_is(sheet: Sheet) -> None:
    sheet.open(Paragraph("a", (Run("Trước"),)), Quote("b", (Run("Lời nói " * 40),)))
    bar = _signs(sheet)
    box = sheet.page.documentLayout().blockBoundingRect(sheet.page.lastBlock())
    assert bar.width() in (2, 3)  # where it lies between two pixels
    assert abs(bar.top() - box.top()) <= 1
    assert abs(bar.height() - box.height()) <= 2
    letters = sheet.cursorRect(QTextCursor(sheet.page.lastBlock())).left()
    assert letters - 20 < bar.right() < letters
    middle = sheet.margin().pixelColor(bar.center())
    assert QColor(middle).name() == style.color("gold").name()


def test_points_stand_left_of_the_first_line_of_a_plain_list(sheet: Sheet) -> None:
    sheet.open(ListItem("a", (Run("Một mục dài " * 20),)))
    point = _signs(sheet)
    letters = sheet.cursorRect(QTextCursor(sheet.page.firstBlock()))
    assert point.right() < letters.left()
    assert letters.top() <= point.top() <= point.bottom() <= letters.bottom()


def test_numbers_and_paragraphs_have_no_sign_of_ours(sheet: Sheet) -> None:
    sheet.open(ListItem("a", (Run("Một"),), ordered=True), Paragraph("b", (Run("Hai"),)))
    assert _signs(sheet).isEmpty()


def test_only_the_part_asked_for_is_drawn(sheet: Sheet) -> None:
    sheet.open(*(Quote(f"q{at}", (Run("Lời nói " * 30),)) for at in range(3)))
    whole, part = _signs(sheet), _signs(sheet, QRect(0, 60, 400, 40))
    assert whole.top() < 60
    assert (part.top(), part.height()) == (60, 40)


def test_signs_move_with_what_is_scrolled(sheet: Sheet) -> None:
    sheet.open(
        Quote("a", (Run("Lời nói " * 20),)), *(Paragraph(f"p{at}", (Run("Đoạn " * 40),)) for at in range(12))
    )
    before = _signs(sheet)
    sheet.verticalScrollBar().setValue(30)
    assert _signs(sheet).bottom() == before.bottom() - 30


def test_the_picture_at_the_cursor_has_a_frame(sheet: Sheet) -> None:
    sheet.open(Paragraph("a", (Run("Trước"),)), Picture("b", SHA))
    picture = sheet.page.lastBlock()

    def framed() -> QRect:
        return _changed(sheet.pixels(lambda: None), sheet.pixels(lambda: draw_frame(sheet, sheet.page)))

    sheet.setTextCursor(QTextCursor(sheet.page.firstBlock()))
    assert framed().isEmpty()  # the cursor stands in the paragraph
    cursor = QTextCursor(picture)
    sheet.setTextCursor(cursor)
    frame, box = framed(), sheet.page.documentLayout().blockBoundingRect(picture)
    assert abs(frame.top() - (box.top() - 3)) <= 2
    assert abs(frame.bottom() - (box.bottom() + 3)) <= 2
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    assert framed().isEmpty()  # a selection shows itself
