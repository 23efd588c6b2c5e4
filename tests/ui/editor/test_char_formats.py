"""Marks and links on selected letters."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.text.blocks import Mark, Paragraph, Run
from tests.ui.editor.hands import Hands, p
from ui.editor import char_formats


def test_sub_and_superscript_are_apart() -> None:
    both = char_formats.marked(frozenset({Mark.SUB, Mark.BOLD}), Mark.SUPER, True)
    assert both == {Mark.SUPER, Mark.BOLD}
    assert char_formats.marked(both, Mark.BOLD, False) == {Mark.SUPER}


def test_a_mark_is_there_when_every_letter_has_it(qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.open(Paragraph("00000001", (Run("đậm", frozenset({Mark.BOLD})), Run(" thường"))))
    whole = char_formats.whole(hands.editor.page.firstBlock())
    assert not char_formats.has_mark(whole, Mark.BOLD)
    char_formats.set_mark(whole, Mark.BOLD, True)
    assert char_formats.has_mark(whole, Mark.BOLD)
    char_formats.clear_marks(whole)
    (block,) = hands.blocks
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("đậm thường"),)
    hands.editor.undo()
    hands.editor.undo()
    assert hands.blocks[0].runs[0].marks == {Mark.BOLD}  # type: ignore[union-attr]  # a paragraph


def test_a_link_is_selected_whole_from_within(qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.open(p("xem trang tin ở đây"))
    hands.put(0, 4, to=13)
    char_formats.set_link(hands.editor.textCursor(), "https://tinh.vn")
    hands.put(0, 8)
    cursor = hands.editor.textCursor()
    char_formats.select_link(cursor)
    assert cursor.selectedText() == "trang tin"
