"""How much chance the tests are given: little and always the same, or (`--long`) thirty times as much and new."""

from __future__ import annotations

import os

from hypothesis import settings

LONG = os.environ.get("BAN_BIEN_TAP_TESTS") == "long"
_TIMES = 30


def examples(usual: int) -> int:
    """Return how many examples a test of chance tries."""
    return usual * _TIMES if LONG else usual


def register() -> None:
    """Have hypothesis choose the same examples each time, but for a long run; none of it is timed."""
    settings.register_profile("same", deadline=None, derandomize=True, database=None)
    settings.register_profile("new", deadline=None, database=None, print_blob=True)
    settings.load_profile("new" if LONG else "same")
