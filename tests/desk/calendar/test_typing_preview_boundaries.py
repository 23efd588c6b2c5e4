"""A meeting while it is typed: its first dates, days off among them, what clashes, and when it could be held."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desk.calendar import meetings
from desk.calendar.conflicts import WantedTime
from desk.calendar.holidays import DayEntry, DayKind
from desk.calendar.storage import Fields
from desk.calendar.typing_preview import PlannedDate, dated, planned
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from desk.errors import RuleFault
from tests.making import Cast

ROOM = "Phòng họp tầng 2"
HOUR = timedelta(hours=1)


def at(day: int, hour: int = 8) -> When:
    start = datetime(2019, 4, day, hour)
    return When(start, start + HOUR)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("", [16]),
        ("FREQ=DAILY;COUNT=3", [16, 17, 18]),
        ("FREQ=WEEKLY;BYDAY=TH;COUNT=2", [18, 25]),  # begins at its first date
        ("FREQ=DAILY", list(range(16, 28))),  # twelve of an endless one
        ("FREQ=DAILY;COUNT=12", list(range(16, 28))),
    ],
)
def test_the_first_dates_are_told(cast: Cast, rule: str, days: list[int]) -> None:
    told = planned(at(16), read_rule(rule) if rule else None, WantedTime(ROOM))
    assert [one.when.start.day for one in told.dates] == days
    assert (told.conflicts, told.free, told.fault) == ((), None, None)


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", RuleFault.NEVER),
        ("FREQ=DAILY;COUNT=10001", RuleFault.TOO_MANY),
    ],
)
def test_a_bad_rule_has_no_dates_but_its_fault(cast: Cast, rule: str, fault: RuleFault) -> None:
    told = planned(at(16), read_rule(rule), WantedTime())
    assert (told.dates, told.fault) == ((), fault)


def test_a_clash_of_any_date_is_told_with_the_next_free_time_for_the_first(cast: Cast) -> None:
    meetings.make(cast.secretary, Fields("Giao ban tuần", "briefing", ROOM), at(17))
    told = planned(at(16), read_rule("FREQ=DAILY;COUNT=2"), WantedTime(ROOM))
    assert [one.other.start.day for one in told.conflicts] == [17]
    assert told.free == When(datetime(2019, 4, 16, 8, 30), datetime(2019, 4, 16, 9, 30))
    assert planned(at(16), None, WantedTime(ROOM)).free is None


@pytest.mark.parametrize(
    ("day", "off", "instead"),
    [
        (12, "", None),
        (13, "", date(2019, 4, 16)),  # a Saturday has no name; Monday is made up for
        (14, "Giỗ Tổ Hùng Vương", date(2019, 4, 16)),
        (15, "Giỗ Tổ Hùng Vương", date(2019, 4, 16)),
        (16, "", None),
    ],
)
def test_a_day_off_is_named_with_the_next_working_day(
    cast: Cast, day: int, off: str, instead: date | None
) -> None:
    assert dated(at(day)) == PlannedDate(at(day), off, instead)


def test_only_days_off_are_named_and_a_weekend_that_is_worked_is_none(cast: Cast) -> None:
    worked = DayEntry(DayKind.WORK, "Làm bù", 4, 13)
    assert dated(at(13), (worked,)) == PlannedDate(at(13))
    remembered = DayEntry(DayKind.ANNIVERSARY, "Ngày thành lập Ban", 4, 14)
    assert dated(at(14), (remembered,)) == PlannedDate(at(14), "", date(2019, 4, 15))
    off = DayEntry(DayKind.OFF, "Nghỉ bão", 4, 14)
    assert dated(at(14), (remembered, off)).off == "Nghỉ bão"
    assert dated(at(16), (remembered,)) == PlannedDate(at(16))
