"""The month over a thousand series of up to twenty years: data, paint, the next month; beside bare dateutil."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from dateutil.rrule import rrulestr
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.calendar import meetings, occurrences
from desk.calendar.storage import Fields
from desk.database import connection, store
from desk.dates import lunar_calendar
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from desk.department import passwords, settings
from desk.edition.edition import Names
from tests.bench import seated
from tests.bench.figure import Row, Sizes, shown, under

_SERIES, _SINGLE = 1_000, 5_000
_FIRST, _LAST = lunar_calendar.grid(2019, 4)
_DAYS = ("MO", "TU", "WE", "TH", "FR")


def rows(sizes: Sizes) -> Iterator[Row]:
    """Measure the calendar's month."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        rules = _fill(path)
        store.open_file(path)
        try:
            yield from _data(rules)
        finally:
            store.close_file()
        yield from _window(path)


def _fill(path: Path) -> list[tuple[datetime, str]]:
    """Make a desk with meetings as an office has them, written in one transaction: the gate is measured elsewhere."""
    passwords.COST = 2**4
    store.create(path)
    store.open_file(path)
    admin = settings.found(
        Names("Đ", "BAN TUYÊN GIÁO"), settings.PROPOSED_SECTIONS, "Quản Trị", "", "", "mật khẩu 1"
    )
    rng, rules = random.Random(7), []
    with connection.writing():
        for number in range(_SERIES + _SINGLE):
            start = datetime(2019, 4, 1, 7, 30) - timedelta(
                days=rng.randrange(20 * 365), minutes=-30 * rng.randrange(16)
            )
            rule = ""
            if number < _SERIES:
                rule = rng.choice(
                    (
                        f"FREQ=WEEKLY;BYDAY={_DAYS[start.weekday() % 5]}",
                        f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[start.weekday() % 5]}",
                        f"FREQ=MONTHLY;BYMONTHDAY={min(28, start.day)}",
                        "FREQ=MONTHLY;BYDAY=2TH",
                        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
                    )
                )
                rules.append((start, rule))
            told = Fields(f"Giao ban số {number}", "briefing", f"Phòng {number % 30}", news=False)
            meetings.make(
                admin, told, When(start, start + timedelta(hours=1)), read_rule(rule) if rule else None
            )
    store.close_file()
    return rules


def _data(rules: list[tuple[datetime, str]]) -> Iterator[Row]:
    begin = time.perf_counter()
    bare = [rrulestr(rule, dtstart=start) for start, rule in rules]
    since, until = occurrences.day_span(_FIRST, _LAST)
    held = sum(len(one.between(since, until, inc=True)) for one in bare)
    plain = (time.perf_counter() - begin) * 1000
    begin = time.perf_counter()
    found = occurrences.occurrences(_FIRST, _LAST)
    cold = (time.perf_counter() - begin) * 1000
    recurring = sum(row.recurring for row in found)
    if recurring != held:
        raise AssertionError(f"{recurring} occurrences, dateutil says {held}")
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        occurrences.occurrences(_FIRST, _LAST)
        times.append((time.perf_counter() - begin) * 1000)
    yield Row(
        f"a month of {_SERIES:,} series and {_SINGLE:,} single meetings, cold",
        f"{shown(cold)} ms",
        f"{plain:,.0f} ms (bare dateutil; {held:,} occurrences, the same)",
        f"{cold / plain:.2g} ×",
        "≤ 80 ms",
        cold <= 80,
    )
    yield under("the same, warm", sorted(times)[len(times) // 2], 15)
    days = [lunar_calendar.grid(2019 + m // 12, m % 12 + 1) for m in range(5, 17)]
    other = []
    for first, last in days:
        begin = time.perf_counter()
        occurrences.occurrences(first, last)
        other.append((time.perf_counter() - begin) * 1000)
    told = f"{shown(sorted(other)[6])} ms, max {shown(max(other))} ms"
    yield Row("another month, its records read already", told)


def _window(path: Path) -> Iterator[Row]:
    with seated.window_of(path, 1) as window:
        window.pages.go("calendar")
        page = window.pages.calendar
        page.show_day(date(2019, 4, 16))
        seated.settle(lambda: page.month.span is not None and page.month.month == 4)
        paints = []
        for _ in range(20):
            begin = time.perf_counter()
            page.month.viewport().grab()
            paints.append((time.perf_counter() - begin) * 1000)
        lines = len(page.month.spots)
        yield under(f"the month painted ({lines} lines in view)", sorted(paints)[10], 16)
        took, paints_seen = [], seated.Paints(page.month.viewport())
        for _ in range(8):
            seated.settle(lambda: False, 0.8)  # what a person reads before the next key
            before, painted = page.month.span, paints_seen.count
            begin = time.perf_counter()
            QTest.keyClick(page.month, Qt.Key.Key_PageDown)
            seated.until(lambda before=before: page.month.span is not before)  # type: ignore[misc]
            seated.until(lambda painted=painted: paints_seen.count > painted)  # type: ignore[misc]
            took.append((time.perf_counter() - begin) * 1000)
        yield under(
            f"next month by key, painted (median {shown(sorted(took)[4])} ms, the longest of 8)",
            max(took),
            50,
        )
