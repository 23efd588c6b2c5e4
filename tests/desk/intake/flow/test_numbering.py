"""Numbers before list paragraphs."""

from __future__ import annotations

from desk.intake.flow.numbering import ListLevel, Numbering, written


def test_numbers_are_written_as_lists_do() -> None:
    assert [written(n, "i") for n in (1, 4, 9, 40)] == ["i", "iv", "ix", "xl"]
    assert [written(n, "A") for n in (1, 26, 27)] == ["A", "Z", "AA"]
    assert (written(3, "01"), written(3, "1"), written(3, ""), written(0, "a")) == ("03", "3", "", "0")


def test_a_level_counts_on_and_begins_anew_below_the_next_item_above() -> None:
    levels = {0: ListLevel("1", 1, "\0."), 1: ListLevel("1", 1, "\0.\1.")}
    numbers = Numbering()
    signs = [numbers.sign("a", levels, level) for level in (0, 1, 1, 0, 1)]
    assert signs == ["1.", "1.1.", "1.2.", "2.", "2.1."]
    assert numbers.sign("b", levels, 0) == "1."
    assert numbers.sign("a", levels, 0, start=7) == "7."


def test_a_bullet_is_its_sign() -> None:
    assert Numbering().sign("a", {0: ListLevel("", 1, "•")}, 0) == "•"
