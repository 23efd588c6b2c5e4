from __future__ import annotations

from dataclasses import replace

import pytest

from desk.compare.anchors import LEAD
from desk.compare.block_edit import BlockEdit, EditKind, read_edit, stored
from desk.text.blocks import ArticleText, Block, Paragraph, Picture, Run, Table


def block(name: str, words: str = "") -> Paragraph:
    return Paragraph(name, (Run(words or name),))


A, B, C, D = (block(name) for name in "abcd")


def text(*blocks: Block) -> ArticleText:
    return ArticleText("Tít", blocks=blocks)


def names(made: ArticleText | None) -> str:
    assert made is not None
    return "".join(one.id for one in made.blocks)


@pytest.mark.parametrize(
    "edit",
    [
        BlockEdit(EditKind.ADD, (), (A,), ("a", "b"), frozenset({"b"})),
        BlockEdit(EditKind.SET, (Picture("p", "ab", "Cũ"),), (Picture("p", "ab", "Mới", "An"),)),
        BlockEdit(EditKind.SET, (Table("t", (((Run("1"),),),)),), (Table("t", (((Run("2"),),),)),)),
        BlockEdit(EditKind.HEAD, place=LEAD, words=("", "Sapô")),
    ],
)
def test_what_is_stored_is_read_back(edit: BlockEdit) -> None:
    assert read_edit(stored(edit)) == edit


def test_words_alone_are_no_edit() -> None:
    assert read_edit(None) is None
    assert read_edit("chữ mới") is None
    assert read_edit("") is None


def test_paragraphs_that_come_stand_in_their_order_whichever_comes_first() -> None:
    order = ("a", "x", "y", "b")
    x = BlockEdit(EditKind.ADD, (), (block("x"),), order)
    y = BlockEdit(EditKind.ADD, (), (block("y"),), order)
    for first, second in ((x, y), (y, x)):
        made = first.applied(text(A, B))
        assert made is not None
        assert names(second.applied(made)) == "axyb"


def test_a_paragraph_goes_where_it_was_moved_though_another_came_before() -> None:
    order, moved = ("a", "d", "x", "b", "c"), frozenset({"d"})
    move = BlockEdit(EditKind.MOVE, (D,), (D,), order, moved)
    add = BlockEdit(EditKind.ADD, (), (block("x"),), order, moved)
    for first, second in ((move, add), (add, move)):
        made = first.applied(text(A, B, C, D))
        assert made is not None
        assert names(second.applied(made)) == "adxbc"


def test_a_moved_paragraph_keeps_what_was_written_in_it_meanwhile() -> None:
    move = BlockEdit(EditKind.MOVE, (A,), (A,), ("b", "a"), frozenset({"a"}))
    made = move.applied(text(replace(A, runs=(Run("khác rồi"),)), B))
    assert made is not None
    assert made.blocks[1] == replace(A, runs=(Run("khác rồi"),))


def test_cut_and_joined() -> None:
    cut = BlockEdit(EditKind.SPLIT, (A,), (block("a", "a1"), block("x", "a2")), ("a", "x", "b"))
    assert names(cut.applied(text(A, B))) == "axb"
    join = BlockEdit(EditKind.JOIN, (A, B), (block("a", "a b"),), ("a", "c"))
    assert names(join.applied(text(A, B, C))) == "ac"
    assert join.quote == "a\nb"
    assert join.shown == "a b"


def test_nothing_is_taken_away_that_its_author_did_not_see() -> None:
    gone = BlockEdit(EditKind.REMOVE, (B,))
    assert names(gone.applied(text(A, B))) == "a"
    assert gone.applied(text(A)) is None
    assert gone.applied(text(A, block("b", "khác"))) is None
    head = BlockEdit(EditKind.HEAD, place=LEAD, words=("", "Sapô"))
    assert head.applied(text(A)) == replace(text(A), lead="Sapô")
    assert head.applied(replace(text(A), lead="Có rồi")) is None
    assert BlockEdit(EditKind.MOVE, (D,), (D,), ("d",)).applied(text(A)) is None
    assert BlockEdit(EditKind.ADD, (), (A,), ("a",)).applied(text(A)) is None


def test_it_says_behind_what_it_would_stand() -> None:
    add = BlockEdit(EditKind.ADD, (), (block("x"),), ("a", "x", "b"))
    assert add.before(text(A, B)) == "a"
    assert replace(add, order=("x", "a")).before(text(A, B)) == ""
    assert replace(add, order=()).before(text(A, B)) == "b"
    assert BlockEdit(EditKind.REMOVE, (A,)).before(text(A)) == ""
