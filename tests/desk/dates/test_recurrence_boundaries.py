"""Rules of recurrence: how they are read and refused, when they start and end, and how they follow a drag."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from desk.dates.recurrence import (
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

MONDAY = datetime(2019, 4, 1, 8)
SECOND = timedelta(seconds=1)


# -- reading ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (" rrule:freq=weekly;byday=mo,we ", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("FREQ=DAILY;INTERVAL=1", "FREQ=DAILY"),
        ("FREQ=DAILY;INTERVAL=2;", "FREQ=DAILY;INTERVAL=2"),
        ("FREQ=DAILY;INTERVAL=1000", "FREQ=DAILY;INTERVAL=1000"),
        ("FREQ=DAILY;COUNT=1", "FREQ=DAILY;COUNT=1"),
        ("FREQ=DAILY;UNTIL=20190430", "FREQ=DAILY;UNTIL=20190430T235959"),
        ("FREQ=DAILY;UNTIL=20190430T080000", "FREQ=DAILY;UNTIL=20190430T080000"),
        ("FREQ=WEEKLY;WKST=MO", "FREQ=WEEKLY"),
        ("WKST=SU;FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
        ("FREQ=YEARLY;BYMONTH=1,12", "FREQ=YEARLY;BYMONTH=1,12"),
        ("FREQ=MONTHLY;BYMONTHDAY=-31,-1,1,31", "FREQ=MONTHLY;BYMONTHDAY=-31,-1,1,31"),
        ("FREQ=YEARLY;BYYEARDAY=-366,366", "FREQ=YEARLY;BYYEARDAY=-366,366"),
        ("FREQ=YEARLY;BYWEEKNO=-53,53", "FREQ=YEARLY;BYWEEKNO=-53,53"),
        ("FREQ=YEARLY;BYDAY=53MO,-53TU", "FREQ=YEARLY;BYDAY=53MO,-53TU"),
        ("FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("lunar;month=12;day=30", "LUNAR;MONTH=12;DAY=30"),
        ("LUNAR;MONTH=1;DAY=1;LEAP=1;COUNT=3", "LUNAR;MONTH=1;DAY=1;LEAP=1;COUNT=3"),
        ("LUNAR;MONTH=3;DAY=10;UNTIL=20250101", "LUNAR;MONTH=3;DAY=10;UNTIL=20250101T235959"),
    ],
)
def test_a_rule_is_read_and_stored_again(written: str, stored: str) -> None:
    rule = read_rule(written)
    assert str(rule) == stored
    assert read_rule(stored) == rule
    assert rule.lunar == stored.startswith("LUNAR")


@pytest.mark.parametrize("freq", ["SECONDLY", "MINUTELY", "HOURLY", "DAILY;BYHOUR=8", "DAILY;BYMINUTE=30",
                                  "WEEKLY;BYSECOND=1"])  # fmt: skip
def test_a_rule_finer_than_days_is_no_meetings(freq: str) -> None:
    with pytest.raises(BadRule) as bad:
        read_rule(f"FREQ={freq}")
    assert bad.value.fault is RuleFault.TOO_FINE


@pytest.mark.parametrize(
    "written",
    [
        "", "FREQ=FORTNIGHTLY", "INTERVAL=2", "FREQ=WEEKLY;BYDAY", "FREQ=WEEKLY;BYDAY=",
        "FREQ=DAILY;INTERVAL=2;INTERVAL=2", "FREQ=DAILY;UNTIL=20190430;COUNT=2", "FREQ=DAILY;MONTH=3",
        "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=1001", "FREQ=DAILY;INTERVAL=hai", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;UNTIL=20190430T080000Z", "FREQ=DAILY;UNTIL=mai", "FREQ=WEEKLY;WKST=XX",
        "FREQ=YEARLY;BYMONTH=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=-1", "FREQ=YEARLY;BYMONTH=1,",
        "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=1,-32",
        "FREQ=YEARLY;BYYEARDAY=0", "FREQ=YEARLY;BYYEARDAY=367", "FREQ=YEARLY;BYYEARDAY=-367",
        "FREQ=YEARLY;BYWEEKNO=0", "FREQ=YEARLY;BYWEEKNO=54", "FREQ=YEARLY;BYWEEKNO=-54",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,0",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=MO,XX", "FREQ=WEEKLY;BYDAY=MO,", "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=DAILY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=5", "FREQ=YEARLY;BYDAY=54MO",
        "FREQ=YEARLY;BYDAY=-54MO",
        "LUNAR", "LUNAR;MONTH=1", "LUNAR;DAY=1", "LUNAR;MONTH=0;DAY=1", "LUNAR;MONTH=13;DAY=1",
        "LUNAR;MONTH=1;DAY=0", "LUNAR;MONTH=1;DAY=31", "LUNAR;MONTH=1,2;DAY=1", "LUNAR;MONTH=1;DAY=1,2",
        "LUNAR;MONTH=1;DAY=1;INTERVAL=2", "LUNAR;MONTH=1;DAY=1;BYDAY=MO", "LUNAR;MONTH=1;DAY=1;COUNT=0",
    ],
)  # fmt: skip
def test_what_is_no_rule_is_unreadable(written: str) -> None:
    with pytest.raises(BadRule) as bad:
        read_rule(written)
    assert bad.value.fault is RuleFault.UNREADABLE


def test_parts_are_told_put_and_taken_away() -> None:
    rule = read_rule("FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=-1")
    assert (rule.part("BYMONTH"), rule.part("BYDAY")) == ("4,10", "")
    assert (rule.numbers("BYMONTH"), rule.numbers("BYDAY")) == ((4, 10), ())
    assert str(rule.with_parts(BYMONTH="", BYDAY="MO")) == "FREQ=YEARLY;BYMONTHDAY=-1;BYDAY=MO"


# -- when a series ends ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("FREQ=DAILY", None),
        ("FREQ=WEEKLY;COUNT=1", MONDAY),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", datetime(2019, 4, 8, 8)),
        ("FREQ=WEEKLY;UNTIL=20190401T080000", MONDAY),
        ("FREQ=WEEKLY;UNTIL=20190410", datetime(2019, 4, 10, 23, 59, 59)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2", datetime(2024, 2, 29, 8)),
        ("LUNAR;MONTH=3;DAY=10;COUNT=2", datetime(2020, 4, 2, 8)),
        ("LUNAR;MONTH=3;DAY=10;UNTIL=20200402", datetime(2020, 4, 2, 8)),
        ("LUNAR;MONTH=3;DAY=10;UNTIL=20200401", datetime(2019, 4, 14, 8)),
        ("LUNAR;MONTH=3;DAY=10", datetime(2071, 4, 9, 8)),  # the table ends
    ],
)
def test_the_end_of_a_series(written: str, ends: datetime | None) -> None:
    if written.endswith("29;COUNT=2"):
        assert check_rule(read_rule(written), datetime(2020, 2, 29, 8)) == ends
    else:
        assert check_rule(read_rule(written), MONDAY) == ends


def test_a_count_is_at_most_ten_thousand() -> None:
    assert check_rule(read_rule("FREQ=DAILY;COUNT=10000"), MONDAY) == MONDAY + timedelta(days=9999)
    with pytest.raises(BadRule) as bad:
        check_rule(read_rule("FREQ=DAILY;COUNT=10001"), MONDAY)
    assert bad.value.fault is RuleFault.TOO_MANY


@pytest.mark.parametrize(
    "written",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYMONTHDAY=31",  # begins in April, and is in April ever after
        "FREQ=WEEKLY;UNTIL=20190401T075959",
        "LUNAR;MONTH=3;DAY=10;UNTIL=20190413",
    ],
)
def test_a_rule_without_a_date_is_refused(written: str) -> None:
    with pytest.raises(BadRule) as bad:
        check_rule(read_rule(written), MONDAY)
    assert bad.value.fault is RuleFault.NEVER


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("FREQ=YEARLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29", datetime(2019, 4, 1, 8)),  # 2040 is the first
        ("FREQ=DAILY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29", datetime(2019, 4, 1, 8)),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", MONDAY),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTH=4;BYMONTHDAY=1", MONDAY),
        ("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", datetime(2016, 2, 29, 8)),
    ],
)
def test_a_rule_with_a_date_in_a_far_year_is_taken(written: str, first: datetime) -> None:
    assert check_rule(read_rule(written), first) is None


# -- its starts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=5", "FREQ=DAILY;BYDAY=MO,FR",
        "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,TU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=WE", "FREQ=WEEKLY;BYDAY=MO;BYMONTH=4,5",
        "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,FR;BYSETPOS=1",
        "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=31",
        "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=1,-1", "FREQ=YEARLY;BYWEEKNO=1,52;BYDAY=MO", "FREQ=YEARLY;BYDAY=-1SU",
        "FREQ=MONTHLY;BYDAY=2MO,4FR", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=1",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1MO", "FREQ=DAILY;INTERVAL=3;BYMONTHDAY=1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [datetime(2015, 1, 31, 8), datetime(2016, 2, 29, 14, 30)])
def test_the_starts_of_any_month_are_those_that_dateutil_walks_to(words: str, first: datetime) -> None:
    rule = read_rule(words)
    whole = rrulestr(words, dtstart=first).between(datetime(2014, 1, 1), datetime(2023, 1, 1), inc=True)
    for months in range(0, 10 * 12, 5):
        since = datetime(2014 + months // 12, months % 12 + 1, 1 + months % 28)
        for days in (2, 45):
            until = since + timedelta(days=days)
            wanted = [one for one in whole if since <= one < until]
            assert until > datetime(2023, 1, 1) or list(starts(rule, first, None, since, until)) == wanted


@pytest.mark.parametrize(
    "words",
    ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=4;BYDAY=MO", "FREQ=MONTHLY;BYDAY=MO;BYMONTH=4"],
)
def test_a_span_holds_its_first_moment_and_not_its_last(words: str) -> None:
    rule, next_one = read_rule(words), MONDAY + timedelta(days=7)
    assert fits(rule, MONDAY, None, next_one)
    assert not fits(rule, MONDAY, None, next_one + SECOND)
    assert not fits(rule, MONDAY, None, next_one - SECOND)
    assert list(starts(rule, MONDAY, None, next_one, next_one)) == []
    assert list(starts(rule, MONDAY, None, next_one - SECOND, next_one + SECOND)) == [next_one]


@pytest.mark.parametrize("words", ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=4;BYDAY=MO"])
def test_a_series_has_its_first_and_its_last_moment_and_nothing_beyond(words: str) -> None:
    rule, last = read_rule(words), MONDAY + timedelta(days=14)
    assert fits(rule, MONDAY, last, MONDAY)
    assert fits(rule, MONDAY, last, last)
    assert not fits(rule, MONDAY, last - SECOND, last)
    assert not fits(rule, MONDAY, None, MONDAY - timedelta(days=7))
    held = list(starts(rule, MONDAY, last, datetime(2018, 1, 1), datetime(2021, 1, 1)))
    assert (held[0], held[-1]) == (MONDAY, last)


def test_the_starts_before_a_moment_are_counted_without_it() -> None:
    rule = read_rule("FREQ=WEEKLY")
    third = MONDAY + timedelta(days=14)
    assert [before(rule, MONDAY, None, one) for one in (MONDAY, third, third + SECOND)] == [0, 2, 3]
    assert before(rule, MONDAY, MONDAY, third) == 1


def test_a_lunar_rule_falls_on_another_day_each_year_and_ends_with_its_count_or_bound() -> None:
    first, until = datetime(2019, 4, 14, 8), datetime(2023, 1, 1)
    days = [
        datetime(2019, 4, 14, 8),
        datetime(2020, 4, 2, 8),
        datetime(2021, 4, 21, 8),
        datetime(2022, 4, 10, 8),
    ]

    def held(more: str, begin: datetime = first, since: datetime = first) -> list[datetime]:
        return list(starts(read_rule(f"LUNAR;MONTH=3;DAY=10{more}"), begin, None, since, until))

    assert held("") == days
    assert held("", first + SECOND, datetime(2019, 1, 1)) == [one + SECOND for one in days]
    assert held("", datetime(2019, 4, 15, 8), datetime(2019, 1, 1)) == days[1:]
    assert held("", first, days[1]) == days[1:]
    assert held("", first, days[1] + SECOND) == days[2:]
    assert held(";COUNT=2") == days[:2]
    assert held(";COUNT=3", first, days[2]) == [days[2]]  # those before the span are counted too
    assert held(";UNTIL=20200402T080000") == days[:2]
    assert held(";UNTIL=20200402T075959") == days[:1]


def test_the_thirtieth_of_a_short_month_is_its_last_day_and_a_leap_month_is_its_own() -> None:
    first = datetime(2024, 1, 1, 8)
    thirtieths = starts(read_rule("LUNAR;MONTH=12;DAY=30"), first, None, first, datetime(2026, 1, 1))
    assert [f"{one:%d/%m/%Y}" for one in thirtieths] == ["09/02/2024", "28/01/2025"]
    for leap, day in (("", "25/06/2025"), (";LEAP=1", "25/07/2025")):
        rule = read_rule(f"LUNAR;MONTH=6;DAY=1{leap}")
        held = starts(rule, datetime(2025, 1, 1, 8), None, datetime(2025, 1, 1), datetime(2026, 1, 1))
        assert [f"{one:%d/%m/%Y}" for one in held] == [day]


def test_a_lunar_series_from_before_the_table_begins_with_it() -> None:
    held = starts(read_rule("LUNAR;MONTH=1;DAY=1"), datetime(1980, 1, 1, 8), None, datetime(1980, 1, 1),
                  datetime(1993, 1, 1))  # fmt: skip
    assert [f"{one:%d/%m/%Y}" for one in held] == ["15/02/1991", "04/02/1992"]


@pytest.mark.parametrize("words", ["FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYMONTHDAY=-30"])
def test_a_month_holds_its_one_start_to_the_moment(words: str) -> None:
    rule, there = read_rule(words), datetime(2019, 7, 1, 8)
    if words.endswith("-30"):
        there = datetime(2019, 7, 2, 8)
    assert fits(rule, MONDAY, there, there)
    assert not fits(rule, MONDAY, there - SECOND, there)
    assert list(starts(rule, MONDAY, None, there + SECOND, datetime(2019, 8, 1))) == []
    assert list(starts(rule, MONDAY, None, there, there)) == []


# -- what is said by the first date, and what follows a drag ---------------------------------------------


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1"),
        ("FREQ=YEARLY;BYMONTH=10", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"),
        ("FREQ=YEARLY;BYYEARDAY=5", "FREQ=YEARLY;BYYEARDAY=5"),
        ("FREQ=YEARLY;BYWEEKNO=5", "FREQ=YEARLY;BYWEEKNO=5"),
        ("LUNAR;MONTH=3;DAY=10", "LUNAR;MONTH=3;DAY=10"),
    ],
)
def test_what_a_rule_takes_from_its_first_date_is_spelt_out(written: str, spelt: str) -> None:
    assert str(spelt_out(read_rule(written), MONDAY)) == spelt


@pytest.mark.parametrize(
    ("written", "old", "new", "becomes"),
    [
        ("FREQ=DAILY;UNTIL=20190430T080000", "2019-04-01T08", "2019-04-03T09", "FREQ=DAILY;UNTIL=20190502T090000"),
        ("FREQ=WEEKLY;UNTIL=20190430T080000", "2019-04-01T08", "2019-04-01T09",
         "FREQ=WEEKLY;BYDAY=MO;UNTIL=20190430T090000"),
        ("FREQ=WEEKLY;BYDAY=MO", "2019-04-01T08", "2019-03-31T08", "FREQ=WEEKLY;BYDAY=SU"),
        ("FREQ=WEEKLY;BYDAY=MO,SA", "2019-04-01T08", "2019-04-03T08", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2019-04-01T08", "2019-03-31T08",
         "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2019-04-01T08", "2019-04-12T08", "FREQ=MONTHLY;BYDAY=2FR"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2019-04-01T08", "2019-04-30T08", "FREQ=MONTHLY;BYDAY=-1TU"),
        ("FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=1", "2019-04-01T08", "2019-05-02T08",
         "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=2"),
        ("FREQ=YEARLY", "2019-04-01T08", "2019-05-02T08", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=2"),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=1MO", "2019-04-01T08", "2019-05-14T08", "FREQ=YEARLY;BYMONTH=5;BYDAY=2TU"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "2019-04-01T08", "2019-05-02T08", "FREQ=YEARLY;BYMONTHDAY=2"),
        ("LUNAR;MONTH=3;DAY=10;COUNT=4", "2019-04-14T08", "2019-04-15T08", "LUNAR;MONTH=3;DAY=11;COUNT=4"),
        ("LUNAR;MONTH=3;DAY=10;UNTIL=20200101T080000", "2019-04-14T08", "2019-04-15T09",
         "LUNAR;MONTH=3;DAY=11;UNTIL=20200102T090000"),
        ("LUNAR;MONTH=5;DAY=30", "2025-06-24T08", "2025-07-25T08", "LUNAR;MONTH=6;DAY=1;LEAP=1"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "2019-04-01T08", "2019-04-01T09", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ],
)  # fmt: skip
def test_a_rule_follows_its_occurrence_to_another_day(written: str, old: str, new: str, becomes: str) -> None:
    moved = aligned(read_rule(written), datetime.fromisoformat(old), datetime.fromisoformat(new))
    assert str(moved) == becomes


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", RuleFault.UNREADABLE),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", RuleFault.UNREADABLE),
        ("FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1", RuleFault.UNREADABLE),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", RuleFault.UNREADABLE),
        ("FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1", RuleFault.UNREADABLE),
        ("FREQ=YEARLY;BYYEARDAY=91", RuleFault.UNREADABLE),
        ("FREQ=YEARLY;BYWEEKNO=14;BYDAY=MO", RuleFault.UNREADABLE),
    ],
)
def test_nobody_can_say_which_of_several_days_follows(written: str, fault: RuleFault) -> None:
    with pytest.raises(BadRule) as bad:
        aligned(read_rule(written), MONDAY, MONDAY + timedelta(days=1))
    assert bad.value.fault is fault


def test_a_lunar_date_beyond_the_table_is_never() -> None:
    with pytest.raises(BadRule) as bad:
        aligned(read_rule("LUNAR;MONTH=3;DAY=10"), datetime(2019, 4, 14, 8), datetime(2090, 1, 1, 8))
    assert bad.value.fault is RuleFault.NEVER
    with pytest.raises(BadRule) as too_far:
        lunar_rule(date(2090, 1, 1))
    assert too_far.value.fault is RuleFault.NEVER


@pytest.mark.parametrize(
    ("day", "number"),
    [(1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (21, 3), (22, 4), (28, 4), (29, -1), (31, -1)],
)
def test_a_fifth_weekday_is_the_last(day: int, number: int) -> None:
    assert nth(date(2019, 5, day)) == number
