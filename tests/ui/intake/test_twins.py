"""Entries of one list that have the same words."""

from __future__ import annotations

from tests.ui.intake.given import CLEAN, PICTURED, entry, page_entry
from ui.intake.entry import State
from ui.intake.twins import Twins


def test_copies_point_at_the_first_that_is_not_skipped() -> None:
    entries = [page_entry(CLEAN), entry(PICTURED), page_entry(CLEAN), page_entry(CLEAN)]
    twins = Twins()
    for one in entries:
        twins.add(one)
    assert [one.twin() for one in entries] == [None, None, entries[0], entries[0]]
    assert [one.is_clean() for one in entries] == [True, True, False, False]
    entries[0].state = State.SKIPPED
    assert [one.twin() for one in entries] == [None, None, None, entries[2]]


def test_two_hundred_copies_cost_one_comparison_each() -> None:
    twins, entries = Twins(), [page_entry(CLEAN) for _ in range(200)]
    for one in entries:
        twins.add(one)
    assert len(twins._first) == 1
    assert all(one.twin() is entries[0] for one in entries[1:])
