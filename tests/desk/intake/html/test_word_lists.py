"""Word's fake lists: what is a bullet or a number, and where a list goes on."""

from __future__ import annotations

import pytest

from desk.intake.html.word_lists import ListLevels, drawn_alike, numbered, read_marker


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


@pytest.mark.parametrize(
    ("marker", "rank", "read"),
    [("b)", 1, (True, 2)), ("b.", 1, (True, 2)), ("b)", 0, None), ("iv.", 2, (True, 4)), ("đ)", 1, None)],
)
def test_letters_are_numbers_where_the_desk_draws_them(
    marker: str, rank: int, read: tuple[bool, int] | None
) -> None:
    assert read_marker(marker, rank) == read


@pytest.mark.parametrize(
    ("kind", "number", "sign"),
    [("1", 12, "12."), ("a", 3, "c."), ("A", 27, "AA."), ("i", 9, "ix."), ("I", 14, "XIV."), ("i", 0, "0.")],
)
def test_a_number_is_written_as_its_list_does(kind: str, number: int, sign: str) -> None:
    assert numbered(kind, number) == sign


def test_the_desk_draws_figures_then_letters_then_roman_figures() -> None:
    assert [drawn_alike(kind, 1) for kind in ("1", "a", "A", "i")] == [True, True, False, False]
    assert drawn_alike("i", 2)
    assert not drawn_alike("a", 0)


def test_levels_follow_names_margins_and_signs() -> None:
    levels = ListLevels()
    assert levels.place(1, 72, "") == (1, 0)  # copied from the middle of a list
    assert levels.place(0, 36, "1.") == (0, 0)
    levels.say_ordered()
    assert levels.place(0, 54, "a)") == (1, 1)
    assert levels.place(0, 40, "2.") == (0, 0)  # a hand that slipped
    levels.forget()
    assert [levels.place(0, 36, sign)[0] for sign in "-+-"] == [0, 1, 0]
