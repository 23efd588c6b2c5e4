"""Blocks gathered: items into nested lists with their labels, two half-wide pictures side by side."""

from __future__ import annotations

from desk.press.typeset.nested_lists import Listing, PicturePair, gathered, label, nested
from desk.text.blocks import ListItem, Paragraph, Picture, Run


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


def test_two_halves_in_a_row_are_a_pair() -> None:
    half = Picture("p", "a" * 64, width="half")
    found = list(gathered([half, half, half, Paragraph("x", (Run("x"),))]))
    assert [type(part) for part in found] == [PicturePair, Picture, Paragraph]


def test_every_depth_has_its_own_labels() -> None:
    (ordered,) = nested([_item("a", ordered=True, start=3)])
    (plain,) = nested([_item("a")])
    assert [label(ordered, 1, rank) for rank in range(4)] == ["4.", "d)", "iv.", "4."]
    assert [label(plain, 0, rank) for rank in range(4)] == ["–", "+", "•", "–"]
    assert label(ordered, 24, 1) == "aa)"
