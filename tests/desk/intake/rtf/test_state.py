"""What control words change."""

from __future__ import annotations

from desk.intake.flow.look import Look, ParagraphLook
from desk.intake.flow.rows import CellShape
from desk.intake.flow.style_names import Named
from desk.intake.rtf.state import Group, Paragraph, look_changed, paragraph_changed, plain, row_changed


def test_a_word_changes_the_look_and_its_zero_takes_it_back() -> None:
    bold = look_changed(Look(), "b", None)
    assert bold == Look(bold=True)
    assert look_changed(bold, "b", 0) == Look()
    assert look_changed(Look(), "fs", 29) == Look(size=14.5)
    assert look_changed(Look(), "dn", 6) == Look(raised=-1)
    assert look_changed(Look(), "up", 2) == Look()
    assert look_changed(Look(), "caps", None) == Look(capitals=True)
    assert look_changed(Look(), "scaps", None) is None  # small capitals stay as they were written
    assert look_changed(Look(underline=True), "ulnone", None) == Look()
    assert look_changed(Look(), "par", None) is None


def test_a_paragraph_has_its_place_and_pard_begins_anew() -> None:
    one = paragraph_changed(Paragraph(), "qc", 0, {})
    assert one is not None
    assert one.look == ParagraphLook(align="center")
    inside = paragraph_changed(one, "intbl", 0, {})
    assert inside is not None
    assert (inside.table, one.table) == (1, 0)
    named = paragraph_changed(inside, "s", 3, {3: Named(2)})
    assert named is not None
    assert named.look.named == Named(2)
    anew = paragraph_changed(named, "pard", 0, {})
    assert anew is not None
    assert (anew.look, anew.table) == (ParagraphLook(), 0)
    assert paragraph_changed(Paragraph(), "b", 1, {}) is None


def test_a_row_is_declared_cell_by_cell() -> None:
    row: Paragraph | None = Paragraph(shapes=(CellShape(1),))
    for word, number in (("trowd", 0), ("clvmrg", 0), ("cellx", 2000), ("clmrg", 0), ("cellx", 4000)):
        assert row is not None
        row = row_changed(row, word, number)
    assert row is not None
    assert row.shapes == (CellShape(100, below=True), CellShape(200, goes_on=True))
    assert row_changed(row, "row", 0) is None


def test_plain_forgets_the_look_but_not_the_link() -> None:
    group = plain(Group(look=Look(bold=True, link="https://a.vn"), font=3, deleted=True))
    assert (group.look.bold, group.look.link, group.font, group.deleted) == (False, "https://a.vn", -1, False)
