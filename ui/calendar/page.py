"""Lịch họp: month, week and agenda of the meetings, the chosen one beside them, and what may be done to it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk import clock
from desk.acts.gate import Changes
from desk.calendar import holidays, occurrences
from desk.calendar.days_shown import DaysShown, span, warm
from desk.calendar.meeting_details import MeetingDetails, dossier
from desk.calendar.occurrences import OccurrenceRow
from desk.dates import lunar_calendar
from desk.dates.series import DayHalf, When, part_of_day
from ui.articles.actions_footer import follow_presence
from ui.calendar.actions import MeetingActions
from ui.calendar.agenda_view import AgendaView
from ui.calendar.in_and_out import CalendarInAndOut
from ui.calendar.meeting_panel import MeetingPanel
from ui.calendar.month_view import MonthView
from ui.calendar.view import CalendarView, Key, key_of
from ui.calendar.week_view import WeekView
from ui.calendar.year_view import YearView, month_title, week_title
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, button, header, place, tool_button
from ui.controls.page_action import page_action
from ui.look import local_settings
from ui.session.page import Page
from ui.session.session import Session

_AGENDA = 62  # days
_WARM_AFTER = 150  # ms of quiet before the neighbours are read


class View(Enum):
    """How the days are shown."""

    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"


class CalendarPage(Page):
    """The calendar of the office; one-letter keys act on the chosen meeting."""

    types = True  # its letters are the calendar's own

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.acts = MeetingActions(session, self)
        self.month, self.week, self.agenda = MonthView(), WeekView(), AgendaView()
        self.panel = MeetingPanel(session.who)
        self.year = YearView(self)
        self.day = clock.today()
        self._wanted: Key | None = None
        stored = local_settings.read("calendar/view", View.MONTH.value)
        self.view = View(stored) if stored in {one.value for one in View} else View.MONTH
        self.ways = CalendarInAndOut(session, self)
        self._make_steps()
        self._build()
        self._warm = QTimer(self, singleShot=True, interval=_WARM_AFTER)
        self._warm.timeout.connect(self._read_neighbours)
        self._wire()
        self.side.hide()

    # -- parts -----------------------------------------------------------------------------------------

    def _make_steps(self) -> None:
        step = partial(page_action, self)
        self.back = step(self.tr("Trước"), "previous", "[", lambda: self.leaf(-1))
        self.ahead = step(self.tr("Sau"), "next", "]", lambda: self.leaf(1))
        self.now = step(self.tr("Hôm nay"), "today", "T", lambda: self.show_day(clock.today()))
        self.jump = step(self.tr("Cả năm"), "calendar", "Y", self.show_year)
        self.views = {
            View.WEEK: step(self.tr("Tuần"), "week", "W", partial(self.show_view, View.WEEK)),
            View.MONTH: step(self.tr("Tháng"), "calendar", "M", partial(self.show_view, View.MONTH)),
            View.AGENDA: step(self.tr("Danh sách"), "list", "L", partial(self.show_view, View.AGENDA)),
        }

    def steps(self) -> list[QAction]:
        """Return what leads through the days, for the menu."""
        return [*self.views.values(), self.back, self.ahead, self.now, self.jump, self.ways.sheet]

    def meeting_actions(self) -> list[QAction]:
        """Return what may be done to meetings, for the menu."""
        return self.acts.actions()

    def _build(self) -> None:
        ends = {View.WEEK: "first", View.AGENDA: "last"}
        self.switch = {view: _segment(action, ends.get(view, "")) for view, action in self.views.items()}
        group = QHBoxLayout()
        group.setContentsMargins(0, 0, 0, 0)
        group.setSpacing(0)
        for made in self.switch.values():
            group.addWidget(made)
        switch = QWidget()
        switch.setLayout(group)
        more = tool_button(self.tr("Việc khác với lịch"), self._show_menu, "more")
        self._more = more
        sheet, new = action_button(self.ways.sheet, key=False), action_button(self.acts.new, primary=True)
        head, self._title, self._told = header("", switch, more, sheet, new)
        # The counts give way first where the window is narrow.
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = head.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretchFactor(self._told, 100)
            for at, tool in enumerate(
                (_icon(self.back), self._today_button(), _icon(self.ahead), _icon(self.jump)), 1
            ):
                row.insertWidget(at, tool)
        self.column.addWidget(head)
        self.stack = QStackedWidget()
        for view in (self.month, self.week, self.agenda):
            self.stack.addWidget(view)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(self._footer())
        self.side = place("panel", column)
        self.side.setMinimumWidth(300)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("calendar-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self.stack)
        panes.addWidget(self.side)
        panes.setStretchFactor(0, 1)
        panes.setSizes([840, 330])
        self.column.addWidget(panes, 1)

    def _today_button(self) -> QPushButton:
        made = button(self.now.text(), self.now.trigger)
        made.setToolTip(f"{self.now.text()} ({self.now.shortcut().toString()})")
        return made

    def _footer(self) -> QWidget:
        flow = FlowLayout()
        acts = self.acts
        for action in (acts.write, acts.edit, acts.confirm, acts.state, acts.cover, acts.attach, acts.remove):
            made = action_button(action, primary=action is acts.write)
            follow_presence(made, action)
            flow.addWidget(made)
        foot = place("footer")
        foot.setLayout(flow)
        return foot

    def _wire(self) -> None:
        for view in (self.month, self.week):
            view.chosen.connect(self._choose)
            view.opened.connect(lambda _: self.acts.change())
            view.wanted.connect(self._make)
            view.moved.connect(self.acts.move)
            view.day_chosen.connect(self._note_day)
            view.leafed.connect(self._leaf_from_view)
            view.day_wanted.connect(self._show_one_day)
            view.menu_wanted.connect(self._show_context)
        self.agenda.chosen.connect(self._choose)
        self.agenda.opened.connect(lambda _: self.acts.change())
        self.agenda.customContextMenuRequested.connect(
            lambda at: self._show_context(self.agenda.viewport().mapToGlobal(at))
        )
        self.year.picked.connect(self.show_day)
        self.acts.article_made.connect(self.article_wanted.emit)
        self.acts.new.triggered.disconnect()
        self.acts.new.triggered.connect(lambda: self._make(None))
        self.panel.article_wanted.connect(self.article_wanted.emit)
        self.panel.answered.connect(self.acts.answer)
        self.panel.uncovered.connect(self.acts.uncover)
        self.panel.opened.connect(self.acts.files.open)
        self.panel.detached.connect(self.acts.files.detach)
        self.panel.day_wanted.connect(self.show_day)

    # -- what is shown ---------------------------------------------------------------------------------

    def shown(self) -> None:
        """Refresh the days in view."""
        for view, made in self.switch.items():
            made.setChecked(view is self.view)
        self.stack.setCurrentWidget(self._current())
        self._ask()
        self._current().setFocus()

    def heed(self, changes: Changes) -> None:
        """Refresh when meetings, their news, issues or the office's days changed."""
        self.acts.heed(changes)
        if self.isVisible() and (changes.meetings or changes.articles or changes.settings or changes.issues):
            self._ask()

    def show_view(self, view: View) -> None:
        """Show the days another way."""
        self.view = view
        local_settings.write("calendar/view", view.value)
        self.shown()

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.day = day
        self._ask()

    def show_meeting(self, key: object) -> None:
        """Show a meeting by its number and origin."""
        if isinstance(key, tuple):
            self._wanted = key
            self.day = key[1].date()
            self.ask(partial(occurrences.one, *key), self._show_one)

    def _show_one(self, row: OccurrenceRow | None) -> None:
        if row is None:
            self.session.say(self.tr("Cuộc họp này không còn trên lịch."), "warning")
            return
        self.day = row.start.date()
        self._ask()

    def leaf(self, steps: int) -> None:
        """Go to the month, week or weeks before or behind."""
        if self.view is View.MONTH:
            at = self.day.year * 12 + self.day.month - 1 + steps
            year, month = at // 12, at % 12 + 1
            self.day = date(year, month, min(self.day.day, monthrange(year, month)[1]))
        else:
            self.day += timedelta(days=(7 if self.view is View.WEEK else 30) * steps)
        self._ask()

    def _leaf_from_view(self, steps: int) -> None:
        view = self._current()
        walked = view.day if isinstance(view, CalendarView) else self.day
        first, last = self._span()
        if not first <= walked <= last:  # the arrows led out of the days in view
            self.day = walked
            self._ask()
        else:
            self.leaf(steps)

    def days(self) -> tuple[date, date]:
        """Return the days that one means by what is in view: the month itself, not its grid."""
        if self.view is not View.MONTH:
            return self._span()
        return self.day.replace(day=1), self.day.replace(day=monthrange(self.day.year, self.day.month)[1])

    def _span(self) -> tuple[date, date]:
        if self.view is View.MONTH:
            return lunar_calendar.grid(self.day.year, self.day.month)
        if self.view is View.WEEK:
            first = lunar_calendar.monday(self.day)
            return first, first + timedelta(days=6)
        return self.day - timedelta(days=7), self.day + timedelta(days=_AGENDA)

    def _current(self) -> MonthView | WeekView | AgendaView:
        if self.view is View.MONTH:
            return self.month
        return self.week if self.view is View.WEEK else self.agenda

    def _ask(self) -> None:
        first, last = self._span()
        self._title.setText(week_title(first, last) if self.view is View.WEEK else month_title(self.day))
        self.ask(partial(span, first, last), self._show, key="span")

    def _show(self, told: DaysShown) -> None:
        key = self._wanted or self._chosen_key()
        self._wanted = None
        self.month.month = self.day.month
        for view in (self.month, self.week):
            if view is self._current():
                view.show_span(told, self.day)
                view.choose(key)
        if self.view is View.AGENDA:
            self.agenda.show_span(told, key)
        lacking = sum(row.lacks_news(told.now) for row in told.rows)
        inside = sum(not row.off for row in told.rows)
        words = self.tr("{n} cuộc").format(n=inside)
        if lacking:
            words += self.tr(" · {n} chưa có tin").format(n=lacking)
        self._told.setText(words)
        self._choose(self._current().current())
        self._warm.start()

    def _chosen_key(self) -> Key | None:
        told = self.acts.told
        return key_of(told.row) if told is not None else None

    def _read_neighbours(self) -> None:
        """Read the days before and behind while nobody waits, so that leafing is instant."""
        day = self.day
        for steps in (1, -1):
            if self.view is View.MONTH:
                at = day.year * 12 + day.month - 1 + steps
                days = lunar_calendar.grid(at // 12, at % 12 + 1)
            else:
                first, last = self._span()
                days = (first + timedelta(days=7 * steps), last + timedelta(days=7 * steps))
            self.ask(partial(warm, *days), lambda _: None, key=f"warm{steps}")

    # -- the chosen one --------------------------------------------------------------------------------

    def _choose(self, row: OccurrenceRow | None) -> None:
        if row is None:
            self.acts.follow(None)
            self.ways.one.setEnabled(False)
            self.side.hide()
            return
        self.ask(
            partial(dossier, self.session.who, row.meeting_id, row.origin), self._show_dossier, key="dossier"
        )

    def _show_dossier(self, told: MeetingDetails) -> None:
        self.acts.follow(told)
        self.ways.one.setEnabled(True)
        self.panel.show_dossier(told)
        self.side.show()

    def _note_day(self, day: date) -> None:
        self.day = day

    def _make(self, when: When | None) -> None:
        if not self.acts.new.isEnabled():
            return
        if when is None and self.view is View.WEEK:
            when = self.week.at_cursor()
        elif when is None and self.view is View.MONTH and self.month.day != self.month.until:
            first, last = self.month.days()
            when = part_of_day(first, DayHalf.DAY, last)
        elif when is None:
            day = self.month.day if self.view is View.MONTH else self.day
            start = datetime.combine(day, time(8, 0))
            when = When(start, start + timedelta(hours=2))
        self.acts.make(when)

    def _show_one_day(self, day: date) -> None:
        self.day = day
        self.show_view(View.WEEK)

    def show_year(self) -> None:
        """Show the small year beneath the title."""
        self.ask(partial(holidays.off_days, self.day.year), self._open_year)

    def _open_year(self, off: frozenset[date]) -> None:
        self.year.off = off
        self.year.show_year(self.day, clock.today())
        self.year.move(self._title.mapToGlobal(QPoint(0, self._title.height() + 8)))
        self.year.show()
        self.year.setFocus()

    # -- menus -----------------------------------------------------------------------------------------

    def _show_context(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([action for action in self.acts.actions() if action.isEnabled()])
        menu.exec(where)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.addActions(self.meeting_actions())
        menu.addSeparator()
        menu.addActions(self.ways.actions())
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))


def _icon(action: QAction) -> QWidget:
    told = f"{action.text()} ({action.shortcut().toString()})"
    return tool_button(told, action.trigger, str(action.property("icon_name")))


def _segment(action: QAction, end: str) -> QPushButton:
    made = QPushButton(action.text())
    made.setCheckable(True)
    made.setProperty("kind", "segment")
    made.setProperty("end", end)
    made.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.clicked.connect(action.trigger)
    return made
