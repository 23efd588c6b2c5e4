"""Which of two findings of one place is kept."""

from __future__ import annotations

from desk.proofing.finding import Finding, Severity, kept


def one(start: int, end: int, severity: Severity = Severity.LOOK) -> Finding:
    return Finding("a.b", severity, start, end, "x", "y")


def test_the_graver_then_the_longer_is_kept_in_order_of_place() -> None:
    assert kept([one(8, 9), one(0, 5), one(2, 4, Severity.WRONG), one(5, 7), one(5, 6)]) == (
        one(2, 4, Severity.WRONG),
        one(5, 7),
        one(8, 9),
    )


def test_the_family_is_before_the_point() -> None:
    assert one(0, 1).family == "a"
