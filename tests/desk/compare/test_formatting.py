"""What of the look changed where the letters stayed."""

from __future__ import annotations

import unicodedata

import pytest

from desk.compare.formatting import Facet, looks_changed
from desk.compare.words import Op, OpKind, word_ops
from desk.text.blocks import (
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    block_text,
    nfc,
)


def _changed(old: Block, new: Block) -> tuple[set[Facet], tuple[tuple[int, int], ...]]:
    facets, spans = looks_changed(old, new, word_ops(nfc(block_text(old)), nfc(block_text(new))))
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


@pytest.mark.parametrize(
    ("mark", "facet"),
    [
        (Mark.BOLD, Facet.BOLD),
        (Mark.ITALIC, Facet.ITALIC),
        (Mark.UNDERLINE, Facet.UNDERLINE),
        (Mark.SUB, Facet.SUB),
        (Mark.SUPER, Facet.SUPER),
    ],
)
def test_every_mark_has_its_name(mark: Mark, facet: Facet) -> None:
    bare, marked = Paragraph("a", (Run("m2"),)), Paragraph("a", (Run("m"), Run("2", frozenset({mark}))))
    assert _changed(bare, marked) == _changed(marked, bare) == ({facet}, ((1, 2),))


RUN = (Run("x"),)


@pytest.mark.parametrize(
    ("old", "new", "facets"),
    [
        (Paragraph("a", RUN), Paragraph("a", RUN), set()),
        (Paragraph("a", RUN), Heading("a", RUN), {Facet.KIND}),
        (ListItem("a", RUN, level=1), Heading("a", RUN, level=2), {Facet.KIND}),
        (Quote("a", RUN), Paragraph("a", RUN), {Facet.KIND}),
        (Paragraph("a", RUN), Quote("a", (Run("x", frozenset({Mark.BOLD})),)), {Facet.KIND, Facet.BOLD}),
        (Heading("a", RUN, level=2), Heading("a", RUN, level=3), {Facet.LEVEL}),
        (ListItem("a", RUN), ListItem("a", RUN, level=1), {Facet.LEVEL}),
        (ListItem("a", RUN), ListItem("a", RUN, ordered=True), {Facet.NUMBERING}),
        (ListItem("a", RUN, True, 0, 1), ListItem("a", RUN, True, 0, 3), {Facet.NUMBERING}),
        (Table("a", ((RUN,),)), Table("a", ((RUN,),), header=True), {Facet.HEAD}),
    ],
)
def test_the_shape_of_a_block_is_a_look(old: Block, new: Block, facets: set[Facet]) -> None:
    assert _changed(old, new)[0] == facets
    assert _changed(new, old)[0] == facets


def test_stretches_apart_are_told_apart_and_neighbours_joined() -> None:
    """Places count in the new words: what went before them, or came, moves them."""
    bold, italic = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})
    old = Paragraph("a", (Run("bỏ một hai ba bốn"),))
    runs = (
        Run("mộ", bold),
        Run("t", italic),
        Run(" hai "),
        Run("ba", bold),
        Run(" "),
        Run("mới", bold),
        Run(" bốn"),
    )
    assert _changed(old, Paragraph("a", runs)) == ({Facet.BOLD, Facet.ITALIC}, ((0, 3), (8, 10)))


def test_a_look_counts_letters_however_they_are_composed() -> None:
    bold = frozenset({Mark.BOLD})
    old = Paragraph("a", (Run("hội nghị mở"),))
    runs = (Run("hội nghị "), Run("mở", bold))
    spelt = tuple(Run(unicodedata.normalize("NFD", run.text), run.marks) for run in runs)
    assert _changed(old, Paragraph("a", spelt)) == ({Facet.BOLD}, ((9, 11),))


def test_a_bold_cell_is_found_below_and_beside_others() -> None:
    """Between cells stands a tab, between rows a line end, a row without cells is a line without words."""
    bold = (Run("b", frozenset({Mark.BOLD})),)
    above = ((RUN, RUN), (RUN,), ())
    bare = Table("t", (*above, (RUN, (Run("b"),))))
    assert _changed(bare, Table("t", (*above, (RUN, bold)))) == ({Facet.BOLD}, ((9, 10),))


def test_what_was_bold_is_so_still_behind_words_that_came_and_went() -> None:
    bold = frozenset({Mark.BOLD})
    old = Paragraph("a", (Run("bỏ một "), Run("hai", bold), Run(" ba bốn")))
    new = Paragraph("a", (Run("thêm vào một "), Run("hai", bold), Run(" ba mới bốn")))
    assert _changed(old, new) == (set(), ())
    assert _changed(new, old) == (set(), ())


def test_a_cell_is_as_bold_as_a_paragraph() -> None:
    old = Table("t", (((Run("a"),), (Run("b"),)),))
    new = Table("t", (((Run("a"),), (Run("b", frozenset({Mark.ITALIC})),)),), header=True)
    assert _changed(old, new) == ({Facet.ITALIC, Facet.HEAD}, ((2, 3),))


def test_of_a_picture_its_width_alone() -> None:
    old, words = Picture("p", "a" * 64, "x"), Paragraph("p", (Run("x", frozenset({Mark.BOLD})),))
    assert looks_changed(old, Picture("p", "a" * 64, "x", width="half"), ()) == (frozenset({Facet.WIDTH}), ())
    same = (Op(OpKind.EQUAL, "x"),)
    for one, other in ((old, Picture("p", "b" * 64, "y")), (old, words), (words, old)):
        assert looks_changed(one, other, same) == (frozenset(), ())
