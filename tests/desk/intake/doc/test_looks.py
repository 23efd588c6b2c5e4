"""What modifiers make of letters and paragraphs."""

from __future__ import annotations

import struct

from desk.intake.doc.looks import LetterState, ParagraphState, letters_changed, paragraph_changed
from desk.intake.flow.look import Look
from desk.intake.flow.rows import CellShape


def _letters(*given: tuple[int, str, int], base: Look | None = None) -> LetterState:
    properties = b"".join(struct.pack(f"<H{kind}", number, value) for number, kind, value in given)
    style = base or Look()
    return letters_changed(LetterState(style), style, properties, ["Times New Roman", ".VnTime"])


def test_letters_are_bold_small_raised_in_their_font() -> None:
    state = _letters(
        (0x0835, "B", 1), (0x4A43, "H", 27), (0x2A48, "B", 2), (0x4A4F, "H", 1), (0x2A3E, "B", 1)
    )
    assert state.look == Look(bold=True, size=13.5, raised=-1, font=".VnTime", underline=True)


def test_a_toggle_may_ask_the_style() -> None:
    bold = Look(bold=True)
    assert _letters((0x0835, "B", 0x81), base=bold).look == Look()
    assert _letters((0x0835, "B", 0x80), base=bold).look == bold


def test_changes_hidden_letters_and_pictures_are_known() -> None:
    state = _letters((0x0800, "B", 1), (0x083C, "B", 1), (0x6A03, "I", 7))
    assert (state.deleted, state.look.hidden, state.picture, state.special) == (True, True, 7, True)
    assert _letters((0x6A09, "I", 0xF0B7 << 16 | 1)).symbol == "\uf0b7"


def test_a_paragraph_is_set_and_stands_in_a_table() -> None:
    given = ((0x2461, "B", 1), (0x8460, "h", 560), (0x845E, "h", 720), (0x2416, "B", 1), (0x6649, "i", 2))
    properties = b"".join(struct.pack(f"<H{kind}", number, value) for number, kind, value in given)
    state = paragraph_changed(ParagraphState(), properties, b"")
    assert (state.look.align, state.look.first, state.look.left, state.table) == ("center", 28.0, 36.0, 2)


def test_a_row_says_where_its_cells_end_and_which_are_one() -> None:
    cells = struct.pack("<H18x", 1) + struct.pack("<H18x", 2) + struct.pack("<H18x", 0x20)
    operand = struct.pack("<B4h", 3, 0, 1000, 2000, 3000) + cells
    properties = struct.pack("<HH", 0xD608, len(operand) + 1) + operand
    shapes = paragraph_changed(ParagraphState(), properties, b"").shapes
    assert shapes == (CellShape(50), CellShape(100, goes_on=True), CellShape(150, below=True))
