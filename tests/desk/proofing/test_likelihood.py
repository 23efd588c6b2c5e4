"""How likely a syllable is in its place."""

from __future__ import annotations

from desk.proofing.likelihood import Likelihood, place
from desk.proofing.model import model


def test_the_right_word_is_likelier() -> None:
    likely = Likelihood(model())
    spot = place(["sư6", "x", "đao6", "cua3"], 1)
    assert likely.score("lanh4", spot) > likely.score("lanh3", spot) + 5
    assert likely.tied("lanh4", spot) > 10 > likely.tied("lanh3", spot)
