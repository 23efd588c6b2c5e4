"""The views of the days, one on top of the other: month, week and list; what is chosen and marked in them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget

from desk.calendar.days_shown import DaysShown
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.page import Key
from desk.dates.series import DayHalf, When, part_of_day
from ui.calendar.agenda_view import AgendaView
from ui.calendar.days_in_view import View
from ui.calendar.month_view import MonthView
from ui.calendar.view_base import CalendarView
from ui.calendar.week_view import WeekView

_BEGINS = time(8, 0)  # of a meeting that is made on a day
_LASTS = timedelta(hours=2)


class CalendarViews(QStackedWidget):
    """Passes on what is done in any of its views."""

    chosen = Signal(object)  # an OccurrenceRow, or None
    opened = Signal()  # what is chosen
    wanted = Signal(object)  # a When or None: a meeting is to be made there
    moved = Signal(object, object)  # an OccurrenceRow and its new When
    day_chosen = Signal(object)  # a date
    leafed = Signal(int)
    day_wanted = Signal(object)  # a date: show it alone
    menu_wanted = Signal(object)  # a global position
    pressed = Signal()  # by the pointer, on any of them

    def __init__(self) -> None:
        super().__init__()
        self.month, self.week, self.agenda = MonthView(), WeekView(), AgendaView()
        for view in (self.month, self.week, self.agenda):
            self.addWidget(view)
            view.chosen.connect(self.chosen)
            view.opened.connect(lambda _: self.opened.emit())
        for view in (self.month, self.week):
            view.wanted.connect(self.wanted)
            view.moved.connect(self.moved)
            view.day_chosen.connect(self.day_chosen)
            view.leafed.connect(self.leafed)
            view.day_wanted.connect(self.day_wanted)
            view.menu_wanted.connect(self.menu_wanted)
            view.pressed.connect(self.pressed)
        self.agenda.pressed_on.connect(self.pressed)
        self.agenda.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.agenda.viewport().mapToGlobal(at))
        )

    def show_view(self, view: View) -> None:
        """Show the days one way."""
        self.setCurrentWidget({View.WEEK: self.week, View.AGENDA: self.agenda}.get(view, self.month))

    def is_held(self) -> bool:
        """Say whether something is being drawn in the view on top."""
        view = self.shown()
        return isinstance(view, CalendarView) and view.is_held()

    def shown(self) -> CalendarView | AgendaView:
        """Return the view on top."""
        if self.currentWidget() is self.agenda:
            return self.agenda
        return self.week if self.currentWidget() is self.week else self.month

    def current(self) -> OccurrenceRow | None:
        """Return the chosen occurrence of the view that is shown."""
        return self.shown().current()

    def show_days(self, days: DaysShown, day: date, key: Key | None) -> None:
        """Show days in the view on top, one of them and an occurrence chosen; it does not say that it was chosen."""
        view = self.shown()
        blocked = QSignalBlocker(view)
        self.month.month = day.month
        if isinstance(view, AgendaView):
            view.show_span(days, day, key)
        else:
            view.show_span(days, day)
            view.choose(key)
        blocked.unblock()

    def walked(self, day: date) -> date:
        """Return the day to which the arrows led, `day` where there are none."""
        view = self.shown()
        return view.day if isinstance(view, CalendarView) else day

    def marked(self, day: date) -> When:
        """Return the hours or days that are marked for a new meeting, else those of a usual one on a day."""
        if self.currentWidget() is self.week:
            return self.week.at_cursor()
        if self.currentWidget() is self.month:
            if self.month.day != self.month.until:
                first, last = self.month.days()
                return part_of_day(first, DayHalf.DAY, last)
            day = self.month.day
        start = datetime.combine(day, _BEGINS)
        return When(start, start + _LASTS)
