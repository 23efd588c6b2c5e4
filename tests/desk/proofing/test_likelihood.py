"""How likely a syllable is in its place."""

from __future__ import annotations

from desk.proofing.likelihood import Likelihood, place
from desk.proofing.model import model


def test_the_usual_word_is_likelier() -> None:
    likely = Likelihood(model())
    phrase = [model().ids[key] for key in ("sư6", "lanh4", "đao6")]
    spot = place(phrase, 1, likely.edge)
    wrong = model().ids["lanh3"]
    assert likely.score(phrase[1], spot) > likely.score(wrong, spot) + 3
    assert likely.tied(phrase[1], spot) > 0
