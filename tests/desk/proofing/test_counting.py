"""Syllables counted."""

from __future__ import annotations

from desk.proofing.counting import START, grams


def test_pairs_do_not_reach_over_punctuation() -> None:
    found = grams("Chi bộ họp, bàn việc.")
    assert found["chi1", "bô6"] == 1
    assert found["hop6", START] == 1
    assert ("hop6", "ban2") not in found
