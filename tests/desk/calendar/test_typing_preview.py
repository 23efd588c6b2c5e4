"""What a meeting that is being typed would mean: its dates, days off, conflicts, a free slot; nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.calendar import typing_preview
from desk.calendar.conflicts import Clash, WantedTime
from desk.calendar.holidays import DayEntry, DayKind
from desk.calendar.typing_preview import PlannedDate, planned
from desk.dates.recurrence import Recurrence, read_rule
from desk.dates.series import MeetingState, SeriesChange, recurring
from desk.errors import RuleFault
from tests.desk.calendar.april import at, held, make
from tests.making import Cast

ROOM = "Phòng họp tầng 2"


def test_a_meeting_held_once_has_one_date(cast: Cast) -> None:
    told = planned(at(16), None, WantedTime())
    assert told.dates == (PlannedDate(at(16)),)
    assert (told.conflicts, told.free, told.fault) == ((), None, None)
    assert held() == []


def test_a_day_off_is_named_with_the_next_working_day(cast: Cast) -> None:
    told = planned(at(15), None, WantedTime())
    assert told.dates[0].off == "Giỗ Tổ Hùng Vương"  # made up for on Monday the 15th
    assert told.dates[0].instead == date(2019, 4, 16)


def test_a_weekend_is_off_without_a_name(cast: Cast) -> None:
    assert typing_preview.dated(at(20)) == PlannedDate(at(20), "", date(2019, 4, 22))
    listed = (DayEntry(DayKind.OFF, "Nghỉ", 4, 22),)
    assert typing_preview.dated(at(20), listed).instead == date(2019, 4, 23)
    assert typing_preview.dated(at(22), listed).off == "Nghỉ"


def test_a_series_shows_its_first_twelve_dates(cast: Cast) -> None:
    told = planned(at(1), read_rule("FREQ=DAILY"), WantedTime())
    assert [one.when.start.day for one in told.dates] == list(range(1, 13))
    few = planned(at(1), read_rule("FREQ=WEEKLY;COUNT=3"), WantedTime())
    assert [one.when for one in few.dates] == [at(1), at(8), at(15)]


def test_a_rule_without_dates_is_a_fault(cast: Cast) -> None:
    told = planned(at(1), Recurrence("YEARLY", parts=(("BYMONTH", "2"), ("BYMONTHDAY", "30"))), WantedTime())
    assert (told.dates, told.fault) == ((), RuleFault.NEVER)


def test_any_date_that_clashes_is_named_and_a_free_slot_offered(cast: Cast) -> None:
    make(cast, at(8))
    told = planned(at(1), read_rule("FREQ=WEEKLY;COUNT=2"), WantedTime(ROOM))
    assert [(one.clash, one.other.start) for one in told.conflicts] == [(Clash.PLACE, at(8).start)]
    told = planned(at(8), None, WantedTime(ROOM))
    assert told.free == at(8, 9)


def test_a_series_that_is_not_changed_shows_what_was_moved_or_called_off_in_it(cast: Cast) -> None:
    rule = read_rule("FREQ=WEEKLY;COUNT=5")
    changes = (
        SeriesChange(at(8).start, gone=True),
        SeriesChange(at(15).start, when=at(16, 14)),
        SeriesChange(at(22).start, state=MeetingState.CANCELLED),
    )
    standing = replace(recurring(at(1), rule), changes=changes)
    told = planned(at(1), rule, WantedTime(), standing)
    assert [one.when for one in told.dates] == [at(1), at(16, 14), at(29)]
