"""One bit turned over is noticed where it changes what the desk says; `tests.bench flips` does it 500 times."""

from __future__ import annotations

from desk.database import store
from tests.desk.safety import flipped
from tests.desk.safety.flipped import fill, flips
from tests.making import Cast


def test_no_bit_makes_wrong_words_that_nobody_notices(released: Cast) -> None:
    fill(released, 20)
    store.close_file()
    outcomes = list(flips(released.path, 24))
    assert [one.traceback for one in outcomes if one.traceback] == []
    assert [one.harmed for one in outcomes if one.harmed and not one.noticed] == []
    assert [one.wrong for one in outcomes if one.wrong] == []
    count = flipped.told(outcomes)
    assert count["harmful"] > 5
    assert count["lost"] == 0
    assert count["whole"] > 0.99 * count["articles"]
