"""Which block is which: by id, by words, by likeness; cells meet cells alone, a picture stays one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.compare.match_blocks import pairs
from desk.text.blocks import Block, Paragraph, Picture, Run, Table

WORDS = "Hội nghị giao ban công tác Khoa giáo quý I"


def paragraph(name: str, words: str = WORDS) -> Paragraph:
    return Paragraph(name, (Run(words),))


def table(name: str, words: str = WORDS) -> Table:
    return Table(name, (((Run(words),),),))


def picture(name: str, caption: str = WORDS) -> Picture:
    return Picture(name, "a" * 64, caption)


def met(old: Block, new: Block) -> bool:
    """Say whether one block is paired with another."""
    return any(pair.old is not None and pair.new is not None for pair in pairs([old], [new]))


@pytest.mark.parametrize("name", ["a", "b"], ids=["by id", "by words"])
@pytest.mark.parametrize(
    ("old", "new", "can"),
    [
        (table, paragraph, False),
        (paragraph, table, False),
        (table, table, True),
        (picture, paragraph, False),
        (picture, table, False),
        (picture, picture, True),
        (paragraph, paragraph, True),
    ],
)
def test_what_cannot_be_shown_as_the_other_changed_is_not_paired(
    old: Callable[[str], Block], new: Callable[[str], Block], can: bool, name: str
) -> None:
    assert met(old("a"), new(name)) is can


def test_the_longest_row_that_both_orders_share_has_not_moved() -> None:
    old = [paragraph(name, f"{WORDS} {name}") for name in "abcd"]
    new = [old[3], *old[:3]]
    assert [(pair.new.id, pair.moved) for pair in pairs(old, new) if pair.new] == [
        ("d", True),
        ("a", False),
        ("b", False),
        ("c", False),
    ]


def test_what_is_most_alike_is_paired_first() -> None:
    old = [paragraph("a", "Sáng nay Ban tổ chức hội nghị"), paragraph("b", "Sáng nay Ban tổ chức lễ trao")]
    new = [paragraph("x", "Sáng nay Ban tổ chức lễ trao giải"), paragraph("y", "Sáng nay Ban mở hội nghị")]
    assert {(pair.old.id, pair.new.id) for pair in pairs(old, new) if pair.old and pair.new} == {
        ("b", "x"),
        ("a", "y"),
    }
