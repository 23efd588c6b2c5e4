"""Blocks gathered: items into nested lists with their labels, two half-wide pictures side by side."""

from __future__ import annotations

import pytest

from desk.press.typeset.nested_lists import Listing, PicturePair, gathered, label, nested
from desk.text.blocks import Block, ListItem, Paragraph, Picture, Run


def _item(words: str, level: int = 0, *, ordered: bool = False, start: int = 1) -> ListItem:
    return ListItem(words, (Run(words),), level=level, ordered=ordered, start=start)


def _outline(listings: list[Listing]) -> list[object]:
    return [
        [(entry.runs[0].text, _outline(entry.below)) for entry in listing.entries] for listing in listings
    ]


def test_deeper_items_stand_in_the_item_before_them() -> None:
    found = nested([_item("a"), _item("b", 1), _item("c", 1), _item("d")])
    assert _outline(found) == [[("a", [[("b", []), ("c", [])]]), ("d", [])]]


def test_another_kind_of_list_begins_anew() -> None:
    found = nested([_item("a"), _item("b", ordered=True), _item("c", ordered=True)])
    assert [listing.ordered for listing in found] == [False, True]


def test_what_came_before_a_shallower_item_is_closed() -> None:
    found = nested([_item("a"), _item("b", 1), _item("c", 2), _item("d", -1), _item("e", 2)])
    assert _outline(found) == [[("a", [[("b", [[("c", [])]])]]), ("d", [[("e", [])]])]]


def test_lists_are_six_deep_at_most() -> None:
    listings, sizes = nested([_item(str(level), level) for level in range(9)]), []
    while listings:
        (listing,) = listings
        sizes.append(len(listing.entries))
        listings = listing.entries[-1].below
    assert sizes == [1, 1, 1, 1, 1, 4]


def test_another_first_number_begins_another_list() -> None:
    items = [
        _item(words, ordered=True, start=start) for words, start in (("a", 3), ("b", 1), ("c", 3), ("d", 7))
    ]
    found = nested(items)
    assert [(listing.start, len(listing.entries)) for listing in found] == [(3, 3), (7, 1)]


_HALF, _FULL = (Picture(width, "a" * 64, width=width) for width in ("half", "column"))
_TEXT = Paragraph("x", (Run("x"),))


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ([_HALF, _HALF, _HALF, _TEXT], [PicturePair(_HALF, _HALF), _HALF, _TEXT]),
        ([_HALF, _HALF, _HALF, _HALF], [PicturePair(_HALF, _HALF)] * 2),
        ([_FULL, _FULL], [_FULL, _FULL]),
        ([_HALF, _FULL, _HALF], [_HALF, _FULL, _HALF]),
        ([_FULL, _HALF, _TEXT, _HALF], [_FULL, _HALF, _TEXT, _HALF]),
    ],
)
def test_two_halves_in_a_row_are_a_pair(blocks: list[Block], found: list[object]) -> None:
    assert list(gathered(blocks)) == found


def test_every_depth_has_its_own_labels() -> None:
    (ordered,) = nested([_item("a", ordered=True, start=3)])
    (plain,) = nested([_item("a")])
    assert [label(ordered, 1, rank) for rank in range(4)] == ["4.", "d)", "iv.", "4."]
    assert [label(plain, 0, rank) for rank in range(4)] == ["–", "+", "•", "–"]
    assert label(ordered, 24, 1) == "aa)"
    assert [label(ordered, 0, rank) for rank in (4, 5)] == ["c)", "iii."]


@pytest.mark.parametrize(
    ("start", "labels"),
    [
        (-3, ["-3.", "-3.", "-3."]), (0, ["0.", "0.", "0."]), (1, ["1.", "a)", "i."]), (26, ["26.", "z)", "xxvi."]),
        (444, ["444.", "qb)", "cdxliv."]), (999, ["999.", "alk)", "cmxcix."]), (1666, ["1666.", "blb)", "mdclxvi."]),
        (3999, ["3999.", "ewu)", "mmmcmxcix."]), (4000, ["4000.", "ewv)", "4000."]),
    ],
)  # fmt: skip
def test_numbers_are_written_as_each_depth_wants_them(start: int, labels: list[str]) -> None:
    (listing,) = nested([_item("a", ordered=True, start=start)])
    assert [label(listing, 0, rank) for rank in range(3)] == labels
