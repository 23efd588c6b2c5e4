"""A suggestion accepted: its words stand in place of the stretch, looking as the first letter of it did."""

from __future__ import annotations

from desk.compare.anchors import TITLE, Anchor
from desk.compare.apply_suggestion import replaced
from desk.text.blocks import ArticleText, Mark, Paragraph, Picture, Run, Table

BOLD = frozenset({Mark.BOLD})


def test_a_stretch_over_two_looks_takes_the_first() -> None:
    text = ArticleText(blocks=(Paragraph("a", (Run("Chỉ thị "), Run("38", BOLD), Run("-CT/TW mới"))),))
    (block,) = replaced(text, Anchor("a", 8, 16), "số 40-CT/TW").blocks
    assert block == Paragraph("a", (Run("Chỉ thị "), Run("số 40-CT/TW", BOLD), Run(" mới")))


def test_the_heads_of_a_text_are_words_too() -> None:
    assert (
        replaced(ArticleText(title="Giao ban quý I"), Anchor(TITLE, 9, 14), "quý II").title
        == "Giao ban quý II"
    )


def test_a_cell_is_found_by_its_place_in_the_table() -> None:
    table = Table("t", (((Run("một"),), (Run("hai"),)), ((Run("ba"),), (Run("bốn"),))))
    (block,) = replaced(ArticleText(blocks=(table,)), Anchor("t", 4, 7), "2").blocks
    assert block == Table("t", (((Run("một"),), (Run("2"),)), ((Run("ba"),), (Run("bốn"),))))


def test_a_picture_and_other_blocks_stay_as_they_are() -> None:
    text = ArticleText(blocks=(Picture("p", "a" * 64, "Chú thích"), Paragraph("a", (Run("x"),))))
    assert replaced(text, Anchor("p", 0, 3), "y") == text
