"""A suggestion accepted: its words stand in place of the stretch, looking as the first letter of it did."""

from __future__ import annotations

import pytest

from desk.compare.anchors import TITLE, Anchor
from desk.compare.apply_suggestion import replaced
from desk.text.blocks import ArticleText, Block, ListItem, Mark, Paragraph, Picture, Run, Table, plain

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


TABLE = Table("t", (((Run("một"),), (Run("hai"),)), ((Run("ba"),), (Run("bốn đồng chí"),))))


@pytest.mark.parametrize(
    ("start", "stop", "words", "changed"),
    [
        (0, 3, "1", ("1", "hai", "ba", "bốn đồng chí")),
        (4, 7, "2", ("một", "2", "ba", "bốn đồng chí")),
        (5, 6, "â", ("một", "hâi", "ba", "bốn đồng chí")),
        (11, 14, "bảy", ("một", "hai", "ba", "bảy đồng chí")),
        (15, 19, "ông", ("một", "hai", "ba", "bốn ông chí")),
    ],
)
def test_a_cell_is_found_by_its_place_in_the_table(
    start: int, stop: int, words: str, changed: tuple[str, ...]
) -> None:
    (block,) = replaced(ArticleText(blocks=(TABLE,)), Anchor("t", start, stop), words).blocks
    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [2, 2]
    assert tuple(plain(cell) for row in block.rows for cell in row) == changed


@pytest.mark.parametrize(("start", "stop"), [(1, 6), (6, 9), (0, 23)], ids=["a row", "two rows", "all"])
def test_a_stretch_over_several_cells_changes_none(start: int, stop: int) -> None:
    """Words put into one of them would say what was never meant for it."""
    assert replaced(ArticleText(blocks=(TABLE,)), Anchor("t", start, stop), "x").blocks == (TABLE,)


def test_a_picture_and_other_blocks_stay_as_they_are() -> None:
    text = ArticleText(blocks=(Picture("p", "a" * 64, "Chú thích"), Paragraph("a", (Run("x"),))))
    assert replaced(text, Anchor("p", 0, 3), "y") == text


@pytest.mark.parametrize("words", ["", "  "])
def test_a_paragraph_of_which_nothing_is_left_goes(words: str) -> None:
    blocks: tuple[Block, ...] = (
        Paragraph("00000001", (Run("Bỏ đi."),)),
        ListItem("00000002", (Run("Giữ."),)),
        Paragraph("00000003", ()),
    )
    text = ArticleText(title="Tít", blocks=blocks)
    gone = replaced(text, Anchor("00000001", 0, 6), words)
    assert gone.blocks == blocks[1:]
    assert replaced(text, Anchor("00000001", 0, 3), words).blocks[1:] == blocks[1:]
