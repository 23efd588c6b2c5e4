"""Running text to markup."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.flow.look import Look, ParagraphLook
from desk.intake.flow.writer import FlowWriter, Gathered, document, note_look
from desk.intake.picture_parts import Shape
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.text.blocks import Picture, Table


def _png(width: int = 100, height: int = 100) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_a_tab_or_blanks_before_the_first_word_set_the_paragraph_in() -> None:
    for before in ("\t", "   ", "\xa0\xa0"):
        writer = FlowWriter(Gathered())
        writer.write(before, Look())
        writer.write("Sáng nay", Look())
        writer.end_paragraph(ParagraphLook())
        (piece,) = document(writer.markup(), Gathered()).pieces
        assert (piece.indented, piece.words) == (True, "Sáng nay")


def test_cells_end_paragraphs_and_what_stands_less_deep_ends_the_table() -> None:
    writer = FlowWriter(Gathered())
    for word in ("a", "b"):
        writer.write(word, Look())
        writer.end_cell(ParagraphLook(), 1)
    writer.end_row([], 1)
    writer.write("sau", Look())
    writer.end_paragraph(ParagraphLook())
    table, after = document(writer.markup(), Gathered()).pieces
    assert isinstance(table.block, Table)
    assert ([len(row) for row in table.block.rows], after.words) == ([2], "sau")


def test_what_floats_stands_behind_its_paragraph() -> None:
    gathered = Gathered()
    writer = FlowWriter(gathered)
    writer.write("trước ", Look())
    writer.picture(_png(), floating=True)
    box = FlowWriter(gathered)
    box.write("trong hộp", Look())
    writer.behind(box)
    writer.write("và sau", Look())
    read = document(writer.markup(), gathered)
    assert [piece.words for piece in read.pieces] == ["trước và sau", "", "trong hộp"]
    assert isinstance(read.pieces[1].block, Picture)


def test_a_picture_is_cropped_and_what_is_none_is_counted() -> None:
    gathered = Gathered()
    writer = FlowWriter(gathered)
    writer.picture(_png(), Shape((0.5, 0, 0, 0)))
    writer.picture(b"abc")
    writer.picture(b"")
    (only,) = document(writer.markup(), gathered).pictures
    assert Image.open(BytesIO(only.data)).size == (50, 100)
    assert gathered.left_out[Dropped.PICTURES] == 2


def test_blocks_of_markup_and_lines_stand_where_they_come() -> None:
    writer = FlowWriter(Gathered())
    writer.write("a", Look())
    writer.break_line()
    writer.write("b", Look())
    writer.block("<p>c</p>")
    assert [piece.words for piece in document(writer.markup(), Gathered()).pieces] == ["a\nb", "c"]


def test_a_note_is_told_by_its_look() -> None:
    writer = FlowWriter(Gathered())
    writer.write("1 Theo báo cáo", Look())
    writer.end_paragraph(note_look(ParagraphLook()))
    assert document(writer.markup(), Gathered()).pieces[0].hint is Hint.NOTE


def test_more_paragraphs_than_any_article_has_are_refused() -> None:
    gathered = Gathered(paragraphs=limits.PLACES, name="a.rtf")
    writer = FlowWriter(gathered)
    writer.write("a", Look())
    with pytest.raises(BadIntake) as refused:
        writer.end_paragraph(ParagraphLook())
    assert refused.value == BadIntake(IntakeFault.TOO_HEAVY, "a.rtf")
