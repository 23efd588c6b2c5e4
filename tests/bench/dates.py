"""Dates that must be right: 8,100 generated series and their edits against dateutil, every lunar day, the notices."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

from lunar_vn import solar_to_lunar

from desk.dates.lunar_calendar import lunar
from tests.bench.figure import ROOT, Row, Sizes

_RULES = 8_100  # of `tests/desk/dates/test_series.py` in a long run
_FIRST, _LAST = date(1991, 2, 15), date(2072, 2, 18)


def rows(sizes: Sizes) -> Iterator[Row]:
    """Ask for all the series, then walk through the lunar table."""
    environment = {**os.environ, "BAN_BIEN_TAP_TESTS": "long"}
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/desk/dates/test_series.py",
    ]
    run = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")
    told = "equal to dateutil, none lost, none doubled" if run.returncode == 0 else run.stdout[-400:]
    name = f"{_RULES:,} generated rules: spans, single, following and whole-series edits, drags"
    yield Row(name, told, "", "", "equal", run.returncode == 0)
    different, day = 0, _FIRST
    while day <= _LAST:
        ours, theirs = lunar(day), solar_to_lunar(day)
        same = ours is not None and (ours.day, ours.month, ours.year, ours.leap) == (
            theirs.day,
            theirs.month,
            theirs.year,
            theirs.leap,
        )
        different += not same
        day += timedelta(days=1)
    count = (_LAST - _FIRST).days + 1
    yield Row(
        f"lunar dates of {count:,} days against lunar-vn", f"{different} differ", "", "", "0", different == 0
    )
    yield from _notices()


def _notices() -> Iterator[Row]:
    from tests.desk.announcements.truth import notices, pairs, score, told

    for held, name in ((False, "seen while the parser was made"), (True, "not looked at until it was done")):
        found = score(held)
        shown = ", ".join(
            f"{field} {found[field]:.0%}" for field in ("date", "start", "end", "place", "chair")
        )
        count = sum(one.held is held for one in notices())
        good = min(found[field] for field in ("date", "start", "end", "place", "chair")) >= 0.9
        yield Row(f"{count} notices, {name}", shown, "", "", "≥ 90 % each", good)
    wrong = sum(
        found is not None and bool(found.date) and told(found)["date"] != truth["date"] and not found.doubts
        for _, truth, found in pairs()
    )
    yield Row("wrong dates without a mark", str(wrong), "", "", "0", wrong == 0)
