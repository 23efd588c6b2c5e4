"""What of the look changed where the letters stayed."""

from __future__ import annotations

from desk.compare.formatting import Facet, looks_changed
from desk.compare.words import Op, OpKind, word_ops
from desk.text.blocks import Block, Heading, ListItem, Mark, Paragraph, Picture, Run, Table, block_text


def _changed(old: Block, new: Block) -> tuple[set[Facet], tuple[tuple[int, int], ...]]:
    facets, spans = looks_changed(old, new, word_ops(block_text(old), block_text(new)))
    return set(facets), spans


def test_letters_that_stayed_and_are_bold_now() -> None:
    old = Paragraph("a", (Run("Chỉ thị số 38"),))
    new = Paragraph("a", (Run("Mới: Chỉ thị "), Run("số 38", frozenset({Mark.BOLD}))))
    assert _changed(old, new) == ({Facet.BOLD}, ((13, 18),))


def test_letters_that_are_bold_no_more_and_those_that_are_italic_instead() -> None:
    old = Paragraph("a", (Run("Chỉ thị "), Run("số 38", frozenset({Mark.BOLD}))))
    assert _changed(old, Paragraph("a", (Run("Chỉ thị số 38"),))) == ({Facet.BOLD}, ((8, 13),))
    italic = Paragraph("a", (Run("Chỉ thị "), Run("số 38", frozenset({Mark.ITALIC}))))
    assert _changed(old, italic) == ({Facet.BOLD, Facet.ITALIC}, ((8, 13),))


def test_a_link_is_a_look() -> None:
    old, new = Paragraph("a", (Run("xem"),)), Paragraph("a", (Run("xem", link="https://example.com"),))
    assert _changed(old, new) == ({Facet.LINK}, ((0, 3),))


def test_another_kind_of_paragraph_or_another_number() -> None:
    assert _changed(Paragraph("a", (Run("x"),)), Heading("a", (Run("x"),))) == ({Facet.KIND}, ())
    item = ListItem("a", (Run("x"),))
    assert _changed(item, ListItem("a", (Run("x"),), ordered=True, level=1)) == (
        {Facet.NUMBERING, Facet.LEVEL},
        (),
    )


def test_a_cell_is_as_bold_as_a_paragraph() -> None:
    old = Table("t", (((Run("a"),), (Run("b"),)),))
    new = Table("t", (((Run("a"),), (Run("b", frozenset({Mark.ITALIC})),)),), header=True)
    assert _changed(old, new) == ({Facet.ITALIC, Facet.HEAD}, ((2, 3),))


def test_of_a_picture_its_width_alone() -> None:
    old = Picture("p", "a" * 64, "x")
    assert looks_changed(old, Picture("p", "a" * 64, "x", width="half"), ()) == (frozenset({Facet.WIDTH}), ())
    assert looks_changed(old, Paragraph("p", (Run("x"),)), (Op(OpKind.EQUAL, "x"),)) == (frozenset(), ())
