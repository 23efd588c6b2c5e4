"""What leads through the days: the ways of looking at them, the days before and behind, today, the whole year."""

from __future__ import annotations

from enum import Enum, auto

from ui.calendar.days_in_view import View
from ui.controls.action_table import Entry, Table, mark


class Step(Enum):
    """A step through the days, in the order of the menu."""

    WEEK = auto()
    MONTH = auto()
    AGENDA = auto()
    BACK = auto()
    AHEAD = auto()
    TODAY = auto()
    YEAR = auto()


STEPS: Table[Step, None] = {
    Step.WEEK: Entry(mark("Tuần"), "week", "W"),
    Step.MONTH: Entry(mark("Tháng"), "calendar", "M"),
    Step.AGENDA: Entry(mark("Danh sách"), "list", "L"),
    Step.BACK: Entry(mark("Trước"), "previous", "["),
    Step.AHEAD: Entry(mark("Sau"), "next", "]"),
    Step.TODAY: Entry(mark("Hôm nay"), "today", "T"),
    Step.YEAR: Entry(mark("Cả năm"), "calendar", "Y"),
}
VIEWS = {View.WEEK: Step.WEEK, View.MONTH: Step.MONTH, View.AGENDA: Step.AGENDA}
