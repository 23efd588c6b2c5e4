"""A training of some days for tests: its bar in the month and in the week."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF

from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.dates.series import DayHalf, part_of_day
from tests.making import Cast
from tests.ui.calendar.calendars import held
from ui.calendar.days_in_view import View
from ui.calendar.occurrence_paint import Placed
from ui.calendar.page import CalendarPage


def training(cast: Cast, first: int = 10, last: int = 12) -> None:
    told = Fields("Tập huấn", kind="training")
    meetings.make(cast.secretary, told, part_of_day(date(2019, 4, first), DayHalf.DAY, date(2019, 4, last)))


def days(title: str = "Tập huấn") -> tuple[int, int]:
    (row,) = held(title)
    return row.start.day, row.last.day


def bar(calendar: CalendarPage) -> Placed:
    view = calendar.month if calendar.view is View.MONTH else calendar.week
    view.lay_out()
    lines = calendar.month._laid.lines if calendar.view is View.MONTH else calendar.week._band
    (found,) = [line for line in lines if line.row.title == "Tập huấn"]
    return found


def right_end(line: Placed) -> QPointF:
    return QPointF(line.rect.right() - 2, line.rect.center().y())
