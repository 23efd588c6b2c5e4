"""Where a month's meetings stand: each day's lines, bars through the week, and how many found no room."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from desk.calendar.days_shown import DaysShown
from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import DayHalf
from tests.ui.calendar.calendars import occurrence
from ui.calendar.month_layout import PlacedMeeting, lay_out

FIRST = date(2019, 4, 15)


def _cell(day: date) -> QRectF:
    at = (day - FIRST).days
    return QRectF(at % 7 * 140, at // 7 * 110, 140, 110)


def _laid(*rows: OccurrenceRow) -> PlacedMeeting:
    days = DaysShown(FIRST, FIRST + timedelta(days=13), rows, {}, {}, datetime(2019, 4, 16, 10))
    return lay_out(days, _cell, lambda day: _cell(day).top() + 24)


def test_a_meeting_stands_in_its_day(qapp: QApplication) -> None:
    row = occurrence(datetime(2019, 4, 17, 8))
    (line,) = _laid(row).lines
    assert line.row == row
    assert _cell(date(2019, 4, 17)).contains(line.rect)


def test_days_over_a_weekend_are_a_bar_in_each_week(qapp: QApplication) -> None:
    row = occurrence(datetime(2019, 4, 20), 72, part=DayHalf.DAY)  # wall time
    first, second = sorted(_laid(row).lines, key=lambda line: line.rect.top())
    assert (first.begins, first.ends) == (True, False)
    assert (second.begins, second.ends) == (False, True)
    assert first.rect.width() > second.rect.width()


def test_what_finds_no_room_is_counted(qapp: QApplication) -> None:
    rows = [occurrence(datetime(2019, 4, 17, 8 + at), meeting_id=at) for at in range(9)]
    laid = _laid(*rows)
    ((_, day, count),) = laid.more
    assert day == date(2019, 4, 17)
    assert count + len(laid.lines) == 9
    assert not any(a.rect.intersects(b.rect) for a in laid.lines for b in laid.lines if a is not b)
