"""Plain rules counted by arithmetic: weekly on some days, monthly on a day or a weekday; the rest is not theirs."""

from __future__ import annotations

from datetime import datetime

import pytest
from dateutil.rrule import rrulestr

from desk.dates.simple_rules import usual

FIRST = datetime(2019, 1, 31, 8)


def _days(
    freq: str, part: tuple[str, str], interval: int = 1, until: datetime = datetime(2019, 6, 30)
) -> list[str]:
    starts = usual(freq, interval, (part,), "MO")
    assert starts is not None
    return [f"{start:%d/%m}" for start in starts(FIRST, FIRST, until)]


def test_every_other_week_on_two_days() -> None:
    days = _days("WEEKLY", ("BYDAY", "MO,TH"), 2, datetime(2019, 3, 1))
    assert days == ["31/01", "11/02", "14/02", "25/02", "28/02"]


def test_months_without_such_a_day_are_left_out() -> None:
    assert _days("MONTHLY", ("BYMONTHDAY", "31")) == ["31/01", "31/03", "31/05"]
    assert _days("MONTHLY", ("BYMONTHDAY", "-1"))[:3] == ["31/01", "28/02", "31/03"]


def test_the_nth_and_the_last_weekday() -> None:
    assert _days("MONTHLY", ("BYDAY", "2FR"))[:2] == ["08/02", "08/03"]
    assert _days("MONTHLY", ("BYDAY", "-1FR"))[:2] == ["22/02", "29/03"]


def test_quarters_are_counted_from_the_first() -> None:
    assert _days("MONTHLY", ("BYMONTHDAY", "-1"), 3) == ["31/01", "30/04"]


@pytest.mark.parametrize(
    ("freq", "parts"),
    [
        ("DAILY", (("BYDAY", "MO"),)),
        ("MONTHLY", (("BYMONTHDAY", "1,15"),)),
        ("MONTHLY", (("BYDAY", "1MO,3MO"),)),
        ("YEARLY", (("BYMONTHDAY", "1"),)),
        ("YEARLY", (("BYDAY", "1MO"),)),
        ("DAILY", (("BYMONTHDAY", "1"),)),
        ("MONTHLY", ()),
        ("MONTHLY", (("BYDAY", "MO"),)),
        ("WEEKLY", (("BYDAY", "MO"), ("BYMONTH", "1"))),
        ("WEEKLY", (("BYDAY", "XX"),)),
    ],
)
def test_what_is_not_plain_is_left_to_others(freq: str, parts: tuple[tuple[str, str], ...]) -> None:
    assert usual(freq, 1, parts, "MO") is None


def test_the_days_of_a_week_come_in_its_order_however_they_are_written() -> None:
    assert _days("WEEKLY", ("BYDAY", "SU,WE,SA,MO"), until=datetime(2019, 2, 7)) == [
        "02/02", "03/02", "04/02", "06/02",
    ]  # fmt: skip
    assert usual("WEEKLY", 1, (("BYDAY", "MO"),), "SU") is None
    assert _days("MONTHLY", ("BYDAY", "5TH")) == ["31/01", "30/05"]
    assert _days("MONTHLY", ("BYDAY", "-5TH")) == ["02/05"]  # of five, the first
    assert _days("MONTHLY", ("BYMONTHDAY", "-31")) == ["01/03", "01/05"]


@pytest.mark.parametrize(("freq", "part"), [("WEEKLY", "MO,TH"), ("MONTHLY", "-1TH"), ("MONTHLY", "1TH")])
def test_nothing_is_held_before_the_first_however_early_it_is_asked_for(freq: str, part: str) -> None:
    starts = usual(freq, 1, (("BYDAY", part),), "MO")
    assert starts is not None
    early = list(starts(FIRST, datetime(2018, 1, 1), datetime(2019, 6, 30)))
    assert early == list(starts(FIRST, FIRST, datetime(2019, 6, 30)))
    assert early[0] >= FIRST


@pytest.mark.parametrize("interval", [1, 2, 3, 7])
@pytest.mark.parametrize(
    ("freq", "parts"),
    [
        ("DAILY", ()),
        ("YEARLY", (("BYMONTH", "2"), ("BYMONTHDAY", "29"))),
        ("YEARLY", (("BYMONTH", "1"), ("BYMONTHDAY", "31"))),
        ("YEARLY", (("BYMONTHDAY", "-1"), ("BYMONTH", "1"))),
    ],
)
def test_days_and_years_are_those_of_dateutil(
    freq: str, parts: tuple[tuple[str, str], ...], interval: int
) -> None:
    starts = usual(freq, interval, parts, "MO")
    assert starts is not None
    words = ";".join((f"FREQ={freq}", f"INTERVAL={interval}", *(f"{name}={value}" for name, value in parts)))
    rule = rrulestr(words, dtstart=FIRST)
    until = datetime(2019, 9, 1) if freq == "DAILY" else datetime(2060, 1, 1)
    for since in (FIRST, FIRST.replace(year=2018), datetime(2019, 3, 3, 8), datetime(2019, 3, 4, 7, 59)):
        expected = [one for one in rule.between(FIRST, until, inc=True) if one >= since]
        assert list(starts(FIRST, since, until)) == expected


def test_a_day_after_another_stops_where_the_calendar_does() -> None:
    starts = usual("DAILY", 5, (), "MO")
    assert starts is not None
    assert len(list(starts(datetime(9999, 12, 20), datetime(9999, 12, 20), datetime(9999, 12, 31, 23)))) == 3
