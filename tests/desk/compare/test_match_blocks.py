"""Which block is which: by id, by words, by likeness; cells meet cells alone, a picture stays one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from desk.compare.match_blocks import likeness, pairs
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


def laid(old: Sequence[Block], new: Sequence[Block]) -> list[str]:
    """Return which met which by id, "-" where there is none, "*" on what moved; the places are the blocks'."""
    found = pairs(old, new)
    for pair in found:
        assert pair.old is (None if pair.old_at is None else old[pair.old_at])
        assert pair.new is (None if pair.new_at is None else new[pair.new_at])
    return [
        f"{pair.old.id if pair.old else '-'}{pair.new.id if pair.new else '-'}{'*' * pair.moved}"
        for pair in found
    ]


def paragraphs(**words: str) -> list[Block]:
    return [paragraph(name, text) for name, text in words.items()]


ONE, TWO = "Sáng nay Ban tổ chức hội nghị", "Sáng nay Ban tổ chức lễ trao"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        pytest.param(
            paragraphs(a=ONE, b=TWO),
            paragraphs(x=f"{TWO} giải", y="Sáng nay Ban mở hội nghị"),
            ["bx*", "ay"],
            id="the most alike first",
        ),
        pytest.param(paragraphs(a=ONE), paragraphs(a="Khác hẳn"), ["aa"], id="an id, whatever the words"),
        pytest.param(
            paragraphs(a=ONE, b=TWO), paragraphs(a=TWO, b=ONE), ["aa", "bb"], id="an id before equal words"
        ),
        pytest.param(
            paragraphs(a=ONE, b="Lời khác hẳn"),
            paragraphs(x=f"{ONE} mới", y=ONE),
            ["-x", "ay", "b-"],
            id="equal words before likeness",
        ),
        pytest.param(
            paragraphs(a=ONE, b=ONE, c=ONE),
            paragraphs(x=ONE, y=ONE),
            ["ax", "by", "c-"],
            id="equal ones in order",
        ),
        pytest.param(paragraphs(a=ONE), paragraphs(x=ONE, y=ONE), ["ax", "-y"], id="each is met once"),
        pytest.param(
            paragraphs(a=ONE),
            paragraphs(x=f"{ONE} mới", y=f"{ONE} mới"),
            ["ax", "-y"],
            id="each is like one other at most",
        ),
        pytest.param(
            paragraphs(a=f"{ONE} mới", b=f"{ONE} cũ"),
            paragraphs(x=f"{ONE} mới nhất"),
            ["ax", "b-"],
            id="of two alike the more alike",
        ),
        pytest.param(
            paragraphs(a="", b=ONE), paragraphs(x=ONE, y=""), ["bx*", "ay"], id="one without words is another"
        ),
        pytest.param(
            paragraphs(a=f"{ONE} cũ", b=f"{ONE} cũ"),
            paragraphs(x=f"{ONE} mới", y=f"{ONE} mới"),
            ["ax", "by"],
            id="those equally alike in order",
        ),
        pytest.param(
            paragraphs(a=f"{ONE} cũ", b=f"{ONE} cũ"),
            paragraphs(x="Khác hẳn", y=f"{ONE} mới"),
            ["a-", "-x", "by"],
            id="of those equally alike the nearest",
        ),
        pytest.param(
            paragraphs(a="một hai ba bốn"), paragraphs(x="một hai năm sáu"), ["ax"], id="half of the words"
        ),
        pytest.param(
            paragraphs(a="một hai ba bốn bảy"),
            paragraphs(x="một hai năm sáu tám"),
            ["a-", "-x"],
            id="less than half of the words",
        ),
        pytest.param(
            [paragraph("a", ONE), paragraph("a", TWO)],
            [paragraph("a", TWO)],
            ["aa", "a-"],
            id="of two with one id the first has it",
        ),
        pytest.param(
            [table("a"), paragraph("b")], [paragraph("a")], ["a-", "ba"], id="an id that became another kind"
        ),
        pytest.param(
            [picture("a"), Picture("b", "b" * 64, WORDS)],
            [Picture("x", "b" * 64, WORDS)],
            ["a-", "bx"],
            id="of two pictures with one caption the same one",
        ),
    ],
)
def test_a_block_meets_its_partner(old: list[Block], new: list[Block], wanted: list[str]) -> None:
    assert laid(old, new) == wanted


def test_blocks_without_an_id_do_not_share_one() -> None:
    found = pairs([paragraph("", ONE), paragraph("", TWO)], [paragraph("", TWO), paragraph("", ONE)])
    assert [(pair.old_at, pair.new_at, pair.moved) for pair in found] == [(1, 0, True), (0, 1, False)]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("abc", "bc", ["a-", "bb", "cc"]),
        ("abc", "ac", ["aa", "b-", "cc"]),
        ("abc", "ab", ["aa", "bb", "c-"]),
        ("abcd", "d", ["a-", "b-", "c-", "dd"]),
        ("ab", "", ["a-", "b-"]),
        ("", "ab", ["-a", "-b"]),
        ("ac", "abc", ["aa", "-b", "cc"]),
        ("abc", "cab", ["cc*", "aa", "bb"]),
        ("abcd", "dac", ["dd*", "aa", "b-", "cc"]),
        ("abcd", "cda", ["b-", "cc", "dd", "aa*"]),
        ("abc", "xbz", ["a-", "-x", "bb", "c-", "-z"]),
    ],
)
def test_what_was_removed_stands_where_it_stood(old: str, new: str, wanted: list[str]) -> None:
    def made(names: str) -> list[Block]:
        return [paragraph(name, f"{name}1 {name}2") for name in names]

    assert laid(made(old), made(new)) == wanted


def test_a_rewritten_block_is_found_far_from_where_it_stood() -> None:
    """In a text of an article's length any distance is looked over."""
    old = [paragraph("a", ONE), *(paragraph(f"{n}", f"cũ{n}") for n in range(12))]
    new = [*(paragraph(f"x{n}", f"mới{n}") for n in range(12)), paragraph("z", f"{ONE} mới")]
    assert ("a", "z") in [(pair.old.id, pair.new.id) for pair in pairs(old, new) if pair.old and pair.new]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("", "", 0.0),
        ("một", "", 0.0),
        ("một", "một", 1.0),
        ("một hai", "hai ba", 0.5),
        ("một một hai", "một ba", 0.4),
        ("một hai ba", "bốn", 0.0),
    ],
)
def test_likeness_is_the_share_of_words_that_both_hold(one: str, other: str, share: float) -> None:
    assert likeness(Counter(one.split()), Counter(other.split())) == share
    assert likeness(Counter(other.split()), Counter(one.split())) == share
