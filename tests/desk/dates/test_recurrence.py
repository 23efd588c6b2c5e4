"""Rules read, checked, counted and moved to other days."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr

from desk.dates.recurrence import (
    MOST_COUNTED,
    Recurrence,
    aligned,
    before,
    check_rule,
    fits,
    lunar_rule,
    nth,
    read_rule,
    spelt_out,
    starts,
)
from desk.errors import BadRule, RuleFault

FIRST = datetime(2019, 1, 31, 8)
LUNAR = datetime(2019, 4, 14, 7)  # the tenth of the third month


@pytest.mark.parametrize(
    "written",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20190601T080000;WKST=SU",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=1",
        "FREQ=YEARLY;INTERVAL=1000;BYMONTH=12;BYMONTHDAY=-31",
        "FREQ=YEARLY;BYDAY=53MO",
        "FREQ=YEARLY;BYYEARDAY=-366",
        "FREQ=YEARLY;BYWEEKNO=53",
        "LUNAR;MONTH=12;DAY=30;LEAP=1",
    ],
)
def test_a_stored_rule_is_written_as_it_was_read(written: str) -> None:
    assert str(read_rule(f" rrule:{written.lower()} ")) == written


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", RuleFault.UNREADABLE),
        ("FREQ=HOURLY", RuleFault.TOO_FINE),
        ("FREQ=DAILY;BYHOUR=8", RuleFault.TOO_FINE),
        ("FREQ=DAILY;COUNT=2;UNTIL=20190601", RuleFault.UNREADABLE),
        ("FREQ=DAILY;FREQ=DAILY", RuleFault.UNREADABLE),
        ("FREQ=DAILY;COUNT=", RuleFault.UNREADABLE),
        ("FREQ=DAILY;X=1", RuleFault.UNREADABLE),
        ("FREQ=DAILY;INTERVAL=0", RuleFault.UNREADABLE),
        ("FREQ=DAILY;INTERVAL=1001", RuleFault.UNREADABLE),
        ("FREQ=DAILY;COUNT=0", RuleFault.UNREADABLE),
        ("FREQ=DAILY;UNTIL=20190601T080000Z", RuleFault.UNREADABLE),
        ("FREQ=WEEKLY;BYDAY=2MO", RuleFault.UNREADABLE),
        ("FREQ=WEEKLY;BYDAY=XX", RuleFault.UNREADABLE),
        ("FREQ=YEARLY;BYDAY=54MO", RuleFault.UNREADABLE),
        ("FREQ=YEARLY;BYMONTH=13", RuleFault.UNREADABLE),
        ("FREQ=YEARLY;BYMONTH=-1", RuleFault.UNREADABLE),
        ("FREQ=MONTHLY;BYMONTHDAY=32", RuleFault.UNREADABLE),
        ("FREQ=MONTHLY;BYMONTHDAY=0", RuleFault.UNREADABLE),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", RuleFault.UNREADABLE),
        ("FREQ=DAILY;WKST=XX", RuleFault.UNREADABLE),
        ("LUNAR;MONTH=13;DAY=1", RuleFault.UNREADABLE),
        ("LUNAR;MONTH=1;DAY=31", RuleFault.UNREADABLE),
        ("LUNAR;MONTH=1", RuleFault.UNREADABLE),
        ("LUNAR;MONTH=1;DAY=1;BYDAY=MO", RuleFault.UNREADABLE),
    ],
)
def test_what_is_no_meetings_rule_is_refused(written: str, fault: RuleFault) -> None:
    with pytest.raises(BadRule) as refused:
        read_rule(written)
    assert refused.value.fault is fault


def test_an_end_that_is_a_day_is_that_days_end() -> None:
    assert read_rule("FREQ=DAILY;UNTIL=20190601").until == datetime(2019, 6, 1, 23, 59, 59)


def test_parts_are_read_put_and_taken_away() -> None:
    rule = read_rule("FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=5")
    assert (rule.part("BYMONTH"), rule.numbers("BYMONTH"), rule.numbers("BYDAY")) == ("2,3", (2, 3), ())
    assert rule.with_parts(BYMONTH="", BYMONTHDAY="6").parts == (("BYMONTHDAY", "6"),)


@pytest.mark.parametrize(
    ("rule", "ends"),
    [
        ("FREQ=DAILY;COUNT=3", datetime(2019, 2, 2, 8)),
        ("FREQ=MONTHLY;COUNT=3", datetime(2019, 5, 31, 8)),
        ("FREQ=DAILY;UNTIL=20190601T080000", datetime(2019, 6, 1, 8)),
        ("FREQ=DAILY", None),
    ],
)
def test_a_count_becomes_an_end(rule: str, ends: datetime | None) -> None:
    assert check_rule(read_rule(rule), FIRST) == ends


def test_a_lunar_count_becomes_an_end() -> None:
    assert check_rule(lunar_rule(LUNAR.date(), count=2), LUNAR) == datetime(2020, 4, 2, 7)


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (f"FREQ=DAILY;COUNT={MOST_COUNTED + 1}", RuleFault.TOO_MANY),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", RuleFault.NEVER),
        ("FREQ=DAILY;UNTIL=20190131T075959", RuleFault.NEVER),
        ("LUNAR;MONTH=3;DAY=10;UNTIL=20190201", RuleFault.NEVER),
    ],
)
def test_a_rule_without_a_date_or_with_too_many_is_refused(rule: str, fault: RuleFault) -> None:
    with pytest.raises(BadRule) as refused:
        check_rule(read_rule(rule), FIRST)
    assert refused.value.fault is fault


def test_the_greatest_count_is_allowed() -> None:
    assert check_rule(read_rule(f"FREQ=DAILY;COUNT={MOST_COUNTED}"), FIRST) is not None


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY", "FREQ=DAILY;BYMONTH=1,2,3", "FREQ=DAILY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR,SA,SU"]
)
def test_a_span_includes_its_begin_and_not_its_end(rule: str) -> None:
    since, until = datetime(2019, 2, 2, 8), datetime(2019, 2, 4, 8)
    assert [one.day for one in starts(read_rule(rule), FIRST, None, since, until)] == [2, 3]
    assert list(starts(read_rule(rule), FIRST, since, since, until)) == [since]
    assert list(starts(read_rule(rule), FIRST, None, datetime(2018, 1, 1), FIRST)) == []


@pytest.mark.parametrize(
    ("rule", "since"),
    [
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH;BYMONTH=1,2,3,4",
            datetime(2039, 1, 1),
        ),
        ("FREQ=MONTHLY;INTERVAL=5;BYDAY=FR;BYSETPOS=-1", datetime(2039, 1, 1)),
        ("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYDAY=1MO", datetime(2030, 1, 1)),
        ("FREQ=DAILY;INTERVAL=7;BYMONTH=1,2", datetime(2039, 2, 1)),
    ],
)
def test_far_from_its_start_a_rule_keeps_its_phase(rule: str, since: datetime) -> None:
    until = since.replace(year=since.year + 10)
    there = list(starts(read_rule(rule), FIRST, None, since, until))
    assert there == [
        one for one in rrulestr(rule, dtstart=FIRST).between(since, until, inc=True) if one < until
    ]
    assert len(there) > 2


def test_starts_are_counted_and_known() -> None:
    rule = read_rule("FREQ=DAILY")
    assert fits(rule, FIRST, None, datetime(2019, 2, 3, 8))
    assert not fits(rule, FIRST, None, datetime(2019, 2, 3, 8, 0, 1))
    assert before(rule, FIRST, None, datetime(2019, 2, 3, 8)) == 3


def test_a_lunar_day_and_its_leap_month() -> None:
    there = list(starts(lunar_rule(LUNAR.date()), LUNAR, None, LUNAR, datetime(2022, 1, 1)))
    assert there == [LUNAR, datetime(2020, 4, 2, 7), datetime(2021, 4, 21, 7)]
    counted = list(starts(lunar_rule(LUNAR.date(), count=2), LUNAR, None, LUNAR, datetime(2022, 1, 1)))
    assert counted == there[:2]
    assert str(lunar_rule(date(2020, 5, 23))) == "LUNAR;MONTH=4;DAY=1;LEAP=1"
    with pytest.raises(BadRule):
        lunar_rule(date(1500, 1, 1))


@pytest.mark.parametrize(
    ("rule", "spelt"),
    [
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=31"),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"),
        ("FREQ=YEARLY;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=DAILY", "FREQ=DAILY"),
    ],
)
def test_what_the_first_date_says_is_written_out(rule: str, spelt: str) -> None:
    assert str(spelt_out(read_rule(rule), FIRST)) == spelt


@pytest.mark.parametrize(
    ("rule", "new", "moved"),
    [
        ("FREQ=WEEKLY;BYDAY=TH,SU", datetime(2019, 2, 2, 8), "FREQ=WEEKLY;BYDAY=TU,SA"),
        ("FREQ=WEEKLY;INTERVAL=2", datetime(2019, 2, 1, 8), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=TU"),
        ("FREQ=DAILY;UNTIL=20190601T080000", datetime(2019, 2, 1, 9), "FREQ=DAILY;UNTIL=20190602T090000"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", datetime(2019, 1, 15, 8), "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", datetime(2019, 2, 28, 8), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", datetime(2019, 2, 27, 8), "FREQ=MONTHLY;BYMONTHDAY=27"),
        ("FREQ=MONTHLY;BYDAY=-1TH", datetime(2019, 1, 15, 8), "FREQ=MONTHLY;BYDAY=3TU"),
        ("FREQ=YEARLY", datetime(2019, 3, 2, 8), "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=2"),
        ("LUNAR;MONTH=12;DAY=26", datetime(2019, 4, 14, 8), "LUNAR;MONTH=3;DAY=10"),
    ],
)
def test_a_rule_follows_its_occurrence_to_another_day(rule: str, new: datetime, moved: str) -> None:
    assert str(aligned(read_rule(rule), FIRST, new)) == moved


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=30,31",
        "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=31",
    ],
)
def test_a_rule_of_several_days_can_follow_to_none(rule: str) -> None:
    with pytest.raises(BadRule):
        aligned(read_rule(rule), FIRST, datetime(2019, 1, 15, 8))
    assert aligned(read_rule(rule), FIRST, FIRST.replace(hour=9)) == read_rule(rule)


def test_the_fifth_weekday_is_the_last_of_its_month() -> None:
    assert [nth(date(2019, 1, day)) for day in (1, 7, 8, 28, 29)] == [1, 1, 2, 4, -1]
    assert Recurrence("LUNAR").lunar
    assert not Recurrence("DAILY").lunar


@pytest.mark.parametrize(
    ("days", "old", "new", "becomes"),
    [
        ("10", datetime(2019, 4, 10, 8), datetime(2019, 4, 30, 8), "30"),  # the 30th, in every month
        ("31", datetime(2019, 5, 31, 8), datetime(2019, 6, 30, 8), "30"),
        ("-1", datetime(2019, 4, 30, 8), datetime(2019, 5, 31, 8), "-1"),  # the last day stays the last
        ("-1", datetime(2019, 4, 30, 8), datetime(2019, 4, 28, 8), "28"),
    ],
)
def test_a_monthly_rule_follows_to_the_day_and_only_the_last_stays_the_last(
    days: str, old: datetime, new: datetime, becomes: str
) -> None:
    rule = aligned(read_rule(f"FREQ=MONTHLY;BYMONTHDAY={days}"), old, new)
    assert rule.part("BYMONTHDAY") == becomes
