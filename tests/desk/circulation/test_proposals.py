from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desk.circulation.proposals import all_accepted, proposals, stretches
from desk.compare.block_edit import EditKind
from desk.text.blocks import ArticleText, Block, Mark, Paragraph, Picture, Run, Table, new_id, normal, plain

BOLD = frozenset({Mark.BOLD})
SAID = "hội nghị cán bộ tỉnh ủy phát biểu kết quả năm nhiệm vụ trọng tâm đồng chí kiểm tra công tác"
WORDS = SAID.split(" ")


def paragraph(chance: random.Random, count: int) -> Paragraph:
    return Paragraph(new_id(), (Run(" ".join(chance.choice(WORDS) for _ in range(count)) + "."),))


def said(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def _edited(chance: random.Random, blocks: list[Any]) -> None:
    """Do one thing to the paragraphs, as an editor does."""
    at = chance.randrange(len(blocks))
    block = blocks[at]
    words = plain(block.runs).split()
    half = len(words) // 2

    def exchange(*there: Block) -> None:
        blocks[at : at + 1] = there

    def reword(some: list[str]) -> None:
        exchange(replace(block, runs=said(" ".join(some))))

    def move() -> None:
        blocks.insert(chance.randint(0, len(blocks) - 1), blocks.pop(at))

    def join() -> None:
        if at + 1 < len(blocks):
            blocks[at : at + 2] = [
                replace(block, runs=said(plain(block.runs) + " " + plain(blocks[at + 1].runs)))
            ]

    def cut() -> None:
        if half > 3:
            first, second = " ".join(words[:half]), " ".join(words[half:])
            exchange(replace(block, runs=said(first)), Paragraph(new_id(), said(second)))

    edits: tuple[Callable[[], object], ...] = (
        lambda: reword([*words[:half], "mới", *words[half + 1 :]]),
        lambda: reword([*words[:half], "thêm chữ", *words[half:]]),
        lambda: reword(words[1:] if len(words) > 4 else words),
        lambda: exchange(block, paragraph(chance, 12)),
        lambda: exchange() if len(blocks) > 1 else None,
        move,
        join,
        cut,
        lambda: exchange(replace(block, runs=(Run(words[0], BOLD), Run(" " + " ".join(words[1:]))))),
    )
    chance.choice(edits)()


@pytest.mark.parametrize("seed", range(60))
def test_all_accepted_in_any_order_is_the_second_text(seed: int) -> None:
    chance = random.Random(seed)
    blocks: list[Block] = [paragraph(chance, chance.randint(8, 30)) for _ in range(chance.randint(3, 9))]
    old = normal(ArticleText("Tít bài", "Sapô bài", "An", None, tuple(blocks)))
    blocks = list(old.blocks)
    for _ in range(chance.randint(1, 6)):
        _edited(chance, blocks)
    new = normal(replace(old, title="Tít bài mới", blocks=tuple(blocks)))
    found = proposals(old, new)
    for order in (found, found[::-1], chance.sample(found, len(found))):
        made, left = all_accepted(old, order)
        assert left == []
        assert made == new


def test_nothing_changed_is_no_suggestion() -> None:
    text = ArticleText("Tít", "Sapô", "An", None, (Paragraph("a", said("Một hai ba.")),))
    assert proposals(text, text) == []


def test_a_word_is_suggested_as_a_word() -> None:
    old = ArticleText("Tít", blocks=(Paragraph("a", (Run("Đồng chí An nói "), Run("rất hay", BOLD))),))
    new = ArticleText("Tít", blocks=(Paragraph("a", (Run("Đồng chí Bình nói "), Run("rất hay", BOLD))),))
    (one,) = proposals(old, new)
    assert (one.anchor.quote, one.replacement, one.edit) == ("An", "Bình", None)


def test_what_has_no_words_beside_it_is_an_edit_of_the_whole() -> None:
    old = ArticleText("Tít", blocks=(Table("t", (((Run("a"),), ()),)), Picture("p", "ab", "Cũ")))
    new = ArticleText(
        "Tít", "Có sapô", blocks=(Table("t", (((Run("a"),), (Run("b"),)),)), Picture("p", "ab", "Mới"))
    )
    found = proposals(old, new)
    kinds = [one.edit.kind for one in found if one.edit is not None]
    assert kinds == [EditKind.HEAD, EditKind.SET, EditKind.SET]
    assert all_accepted(old, found) == (new, [])


def test_edits_beside_each_other_are_one() -> None:
    assert stretches("một hai ba bốn", "một 2 3 bốn") == [((4, 10), "2 3")]
    assert stretches("một hai", "một hai ba") == [((4, 7), "hai ba")]
    assert stretches("hai", "một hai") == [((0, 3), "một hai")]
    assert stretches("", "một") == []


def test_what_stands_no_more_is_left() -> None:
    old = ArticleText("Tít", blocks=(Paragraph("a", said("Một hai ba.")),))
    new = ArticleText("Tít", blocks=(Paragraph("a", said("Một hai bốn.")),))
    other = ArticleText("Tít", blocks=(Paragraph("b", said("Khác hẳn.")),))
    made, left = all_accepted(other, proposals(old, new))
    assert made == other
    assert len(left) == 1
