"""What came of a salvage is whole only where nothing is missing."""

from __future__ import annotations

import json

import pytest

from desk.safety.rescued import Fate
from desk.safety.salvaged import Given, Salvaged, summary

WHOLE = Given(1, "Một", Fate.WHOLE, 1, 1)


@pytest.mark.parametrize(
    "result",
    [
        Salvaged(articles=[Given(1, "Một", Fate.OLDER, 1, 2)]),
        Salvaged(articles=[Given(1, "Một", Fate.WHOLE, 1, 1, (), 1)]),
        Salvaged(articles=[WHOLE], pictures_lost=["ab"]),
        Salvaged(articles=[WHOLE], released_lost=["so/1"]),
        Salvaged(articles=[WHOLE], documents_lost=["tep-goc/1"]),
        Salvaged(articles=[WHOLE], unproven={"person": 1}),
    ],
)
def test_whatever_is_missing_it_is_not_whole(result: Salvaged) -> None:
    assert not result.whole
    assert summary(result)["whole"] is False


def test_of_what_is_whole_the_summary_is_json() -> None:
    result = Salvaged(articles=[WHOLE])
    assert json.loads(json.dumps(summary(result)))["articles"][0]["fate"] == "whole"
    assert result.of(Fate.WHOLE) == [WHOLE]
