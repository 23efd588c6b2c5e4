"""How the score is taken."""

from __future__ import annotations

from desk.proofing.finding import Finding, Severity
from tests.desk.proofing.scoring import corrected, found_by


def test_a_mistake_is_found_where_it_is_touched() -> None:
    one = Finding("context.word", Severity.LOOK, 3, 7, "lảnh", "", ("lãnh",))
    mistake = {"start": 3, "end": 7, "right": "lãnh", "family": "realword"}
    assert found_by((one,), mistake) is one
    assert found_by((one,), {**mistake, "start": 12, "end": 14}) is None
    assert corrected("Sự lảnh đạo", one, mistake)
