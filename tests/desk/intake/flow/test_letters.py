"""Letters of 16 bits."""

from __future__ import annotations

from desk.intake.flow.letters import joined_halves


def test_halves_of_a_pair_make_one_letter_and_half_a_pair_goes() -> None:
    assert joined_halves("a\ud83d\ude00b") == "a😀b"
    assert joined_halves("a\ud83db") == "ab"
    assert joined_halves("Hội nghị") == "Hội nghị"
