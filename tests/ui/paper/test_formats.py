"""The looks of letters and blocks carry what they are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desk.text.blocks import Heading, ListItem, Mark, Paragraph, Picture, Quote, Run, Table
from ui.paper.blocks_to_qt import PageDocument, fill
from ui.paper.formats import (
    Style,
    char_format,
    heading_style,
    is_ordered,
    link_of,
    list_format,
    marks_of,
    picture_format,
    picture_of,
    style_of,
    table_at,
)

SHA = "ab" * 32


@pytest.mark.parametrize("marks", [frozenset(), frozenset({Mark.BOLD}), frozenset({Mark.ITALIC, Mark.SUB})])
def test_letters_carry_their_marks_and_link_in_every_style(marks: frozenset[Mark]) -> None:
    for style in Style:
        shape = char_format(style, marks, "https://tinh.vn")
        assert marks_of(shape) == marks
        assert link_of(shape) == "https://tinh.vn"


def test_a_picture_is_read_from_its_letter() -> None:
    picture = Picture("00000001", SHA, "Chú thích", "Ảnh: An", "Hội trường")
    assert picture_of(picture_format(picture), "00000001") == picture
    assert picture_of(char_format(Style.PARAGRAPH)) is None


def test_every_block_is_what_it_was_made(qapp: QApplication) -> None:
    page, run = PageDocument(), (Run("chữ"),)
    fill(
        page,
        (
            Paragraph("00000001", run),
            Heading("00000002", run, 1),
            Heading("00000003", run, 2),
            ListItem("00000004", run),
            Quote("00000005", run),
            Picture("00000006", SHA),
            Table("00000007", ((run, run), (run, run)), header=True),
        ),
    )
    styles, block = [], page.begin()
    while block.isValid():
        styles.append(style_of(block))
        block = block.next()
    heads = [Style.HEAD_CELL] * 2
    assert styles[:6] == [
        Style.PARAGRAPH,
        Style.HEADING1,
        Style.HEADING2,
        Style.ITEM,
        Style.QUOTE,
        Style.PICTURE,
    ]
    assert [style for style in styles if style is Style.HEAD_CELL] == heads
    assert table_at(QTextCursor(page.begin())) is None


def test_headings_and_lists_by_level() -> None:
    assert [heading_style(level) for level in (1, 2, 3)] == [Style.HEADING1, Style.HEADING2, Style.HEADING2]
    for level in range(4):
        assert is_ordered(list_format(ordered=True, level=level))
        assert not is_ordered(list_format(ordered=False, level=level))
