"""The RRULE of a calendar file: what programs write, in whatever zone, as a rule on our wall or date by date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.dates.recurrence import checking_effort, read_rule
from desk.dates.series import When
from desk.errors import BadRule, RuleFault
from desk.ics.event import MOST_DATES
from desk.ics.result import IcsFault, Unfit
from desk.ics.rules import ONCE, Patience, RuleReader
from desk.ics.time_zones import Zones

HOUR = timedelta(hours=1)
TODAY = datetime(2026, 3, 10, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    clock.set_clock(lambda: TODAY)
    yield
    clock.set_clock(None)


def reader(start: str, zone: str = "", patience: Patience | None = None) -> tuple[RuleReader, When]:
    zones = Zones([])
    moment = zones.moment(start, {"TZID": zone} if zone else {})
    made = RuleReader(moment, moment.day, zones, patience or Patience())
    return made, When(moment.wall, moment.wall + HOUR)


def dates(start: str, rule: str, zone: str = "") -> tuple[list[datetime], bool]:
    """Return what a rule gives and what stands beside it, and whether there is more."""
    rules, when = reader(start, zone)
    series, apart, cut = rules.series(rule, when)
    found = {slot.when.start for slot in series.slots(datetime(1990, 1, 1), datetime(2040, 1, 1))}
    return sorted({*found, *apart}), cut


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("FREQ=WEEKLY;UNTIL=20260331;COUNT=-1;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260331T235959"),
        ("freq=weekly; count=-1", "FREQ=WEEKLY"),
        ("FREQ=WEEKLY;UNTIL=20260331;COUNT=0", "FREQ=WEEKLY;UNTIL=20260331T235959"),
        ("FREQ=WEEKLY;INTERVAL=0;BYDAY=;WKST=", "FREQ=WEEKLY"),
        ("FREQ=DAILY;INTERVAL=-1;X-NAME=A;RSCALE=GREGORIAN;SKIP=OMIT;", "FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=20260303T000000;COUNT=10", "FREQ=DAILY;UNTIL=20260303T000000"),
        ("FREQ=DAILY;UNTIL=20260331T000000;COUNT=10", "FREQ=DAILY;COUNT=10"),
        ("FREQ=DAILY;UNTIL=99990101T000000Z", "FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=20260303T013000Z", "FREQ=DAILY;UNTIL=20260303T083000"),
        ("FREQ=DAILY;BYHOUR=8;BYMINUTE=30;BYSECOND=00", "FREQ=DAILY"),
    ],
)
def test_what_programs_write_is_understood(written: str, read: str) -> None:
    rules, _ = reader("20260302T083000")
    assert str(rules.read(written)) == read


def test_a_rule_without_a_dateleft_is_a_meeting_held_once() -> None:
    assert dates("20260403", "FREQ=YEARLY;UNTIL=20260425;BYMONTH=4;BYDAY=4MO") == (
        [datetime(2026, 4, 3, 0)],
        False,
    )
    assert dates("20260403T080000", "FREQ=DAILY;UNTIL=20260101")[0] == [datetime(2026, 4, 3, 8)]
    with pytest.raises(BadRule) as refused:
        dates("20260403", "FREQ=YEARLY;UNTIL=20300425;BYMONTH=2;BYMONTHDAY=30")
    assert refused.value.fault is RuleFault.NEVER


def test_an_endless_rule_with_summer_time_is_written_out_for_two_years() -> None:
    found, cut = dates("20260302T090000", "FREQ=WEEKLY;BYDAY=MO", "Europe/Berlin")
    assert cut
    assert [f"{one:%d/%m %H}" for one in found[:6]] == [
        "02/03 15", "09/03 15", "16/03 15", "23/03 15", "30/03 14", "06/04 14",
    ]  # fmt: skip
    assert found[-1] == datetime(2028, 3, 6, 15)
    since, cut = dates("20150302T090000", "FREQ=DAILY", "Europe/Berlin")
    assert cut
    assert (len(since), since[-1]) == (MOST_DATES, datetime(2028, 3, 9, 15))


def test_rules_that_are_the_same_dates_here_stay_rules() -> None:
    rules, when = reader("20260302T090000", "Asia/Tokyo")
    series, apart, cut = rules.series("FREQ=WEEKLY;BYDAY=MO", when)
    assert (str(series.rule), series.ends, apart, cut) == ("FREQ=WEEKLY;BYDAY=MO", None, [], False)
    found, cut = dates("20260302T090000", "FREQ=WEEKLY;COUNT=6", "Europe/Berlin")
    assert (len(found), cut) == (6, False)
    nights, cut = dates("20260301T010000", "FREQ=MONTHLY;BYMONTHDAY=1", "Asia/Tokyo")
    assert cut  # the night before the first is no day of a month
    assert [f"{one:%d/%m %H}" for one in nights[:3]] == ["28/02 23", "31/03 23", "30/04 23"]


def test_a_series_written_out_is_one_that_dates_can_be_added_to() -> None:
    rules, when = reader("20260302T090000", "Europe/Berlin")
    series, apart, _ = rules.series("FREQ=WEEKLY", when)
    assert (series.rule, series.when) == (ONCE, when)
    assert when.start not in apart


def test_the_work_of_a_file_is_counted_the_same_on_every_machine() -> None:
    rarely = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    worth = checking_effort(read_rule(rarely), datetime(2026, 3, 2, 8))
    assert worth > 200_000
    patience = Patience(worth)
    rules, when = reader("20260302T080000", patience=patience)
    for _ in range(2):
        with pytest.raises(BadRule):
            rules.series(rarely, when)
    with pytest.raises(Unfit) as refused:
        rules.series("FREQ=DAILY", when)
    assert refused.value.fault is IcsFault.TOO_SLOW


def test_twenty_thousand_usual_rules_are_not_too_much() -> None:
    patience = Patience()
    for day in range(200):
        for rule in ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY"):
            rules, when = reader(f"2026{day // 28 + 1:02}{day % 28 + 1:02}T080000", patience=patience)
            rules.series(rule, when)
    spent = Patience().left - patience.left
    assert spent * 25 < Patience().left
