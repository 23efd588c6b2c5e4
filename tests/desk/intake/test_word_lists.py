"""Word's fake lists: what is a bullet or a number, and where a list goes on."""

from __future__ import annotations

import pytest

from desk.intake.word_lists import read_marker


@pytest.mark.parametrize(
    ("marker", "read"),
    [
        ("·", (False, 1)),
        ("-", (False, 1)),
        ("", (False, 1)),
        ("1.", (True, 1)),
        ("12)", (True, 12)),
        ("3", (True, 3)),
    ],
)
def test_bullets_and_numbers(marker: str, read: tuple[bool, int]) -> None:
    assert read_marker(marker) == read


@pytest.mark.parametrize("marker", ["a)", "IV.", "1.2.", "Điều 1."])
def test_what_says_more_than_a_number_stays_in_the_words(marker: str) -> None:
    assert read_marker(marker) is None
