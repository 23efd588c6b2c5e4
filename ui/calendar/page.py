"""Lịch họp: month, week and agenda of the meetings, the chosen one beside them, and what may be done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout

from desk import clock
from desk.acts.gate import Changes
from desk.calendar import holidays, occurrences
from desk.calendar.meeting_details import MeetingDetails, dossier
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.page import CalendarOpened, Key, opened
from desk.dates.series import When
from ui.articles.actions_footer import follow_presence
from ui.calendar.actions import Do, MeetingActions
from ui.calendar.days_in_view import DaysInView, View
from ui.calendar.head import CalendarHead
from ui.calendar.import_export_actions import CalendarInAndOut, InAndOutContext, Way
from ui.calendar.meeting_panel import MeetingPanel
from ui.calendar.navigation_actions import STEPS, Step
from ui.calendar.prefetch import Neighbours
from ui.calendar.side_reveal import SideReveal
from ui.calendar.view_base import CalendarView, key_of
from ui.calendar.view_stack import CalendarViews
from ui.calendar.year_view import YearView
from ui.controls.action_table import ActionTable
from ui.controls.flow_layout import EvenFlow
from ui.controls.labels import action_button, place
from ui.look import local_settings
from ui.look.kept_size import keep_least_width
from ui.session.page import Page
from ui.session.session import Session

_WARM_AFTER = 150  # ms of quiet before the neighbours are read
_FOOTER = (Do.WRITE, Do.EDIT, Do.CONFIRM, Do.STATE, Do.COVER, Do.ATTACH, Do.REMOVE)


class CalendarPage(Page):
    """The calendar of the office; one-letter keys act on the chosen meeting."""

    undoes = True
    types = True  # its letters are the calendar's own

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        stored = local_settings.read("calendar/view", View.MONTH.value)
        view = View(stored) if stored in {known.value for known in View} else View.MONTH
        self._in_view = DaysInView(view, clock.today())
        self._wanted: Key | None = None
        self.acts = MeetingActions(session, self)
        self.stack = CalendarViews()
        self.month, self.week, self.agenda = self.stack.month, self.stack.week, self.stack.agenda
        self.panel = MeetingPanel(session.who)
        self.year = YearView(self)
        self.year.leafed.connect(
            lambda year: self.ask(
                partial(holidays.off_days, year), partial(self.year.set_off, year), key="off"
            )
        )
        enter = self.acts.editing.make
        self.in_and_out = CalendarInAndOut(
            session,
            InAndOutContext(
                self,
                lambda: self._in_view,
                lambda: self.acts.details,
                lambda when, fields, parent: enter(when, fields, parent=parent),
                self.acts.editing,
                self.acts.undo.join,
            ),
        )
        on: dict[Step, Callable[[], object]] = {
            Step.WEEK: lambda: self.show_view(View.WEEK),
            Step.MONTH: lambda: self.show_view(View.MONTH),
            Step.AGENDA: lambda: self.show_view(View.AGENDA),
            Step.BACK: lambda: self.leaf(-1),
            Step.AHEAD: lambda: self.leaf(1),
            Step.TODAY: lambda: self.show_day(clock.today()),
            Step.YEAR: self.show_year,
        }
        self._steps = ActionTable(self, STEPS, on)
        self._head = CalendarHead(
            self._steps,
            self.in_and_out[Way.SHEET],
            self.acts[Do.NEW],
            (self.acts.all(), self.in_and_out.all()),
        )
        self._build()
        self._neighbours = Neighbours(self)
        self._wire()
        self._reveal = SideReveal(self.side, self.stack)
        self._reveal.hide()

    # -- parts -----------------------------------------------------------------------------------------

    def steps(self) -> list[QAction]:
        """Return what leads through the days, for the menu."""
        return [*self._steps.all(), self.in_and_out[Way.SHEET]]

    def kept_clear(self) -> list[QRect]:
        """Return where today's meetings and the chosen one are painted."""
        view = self.stack.shown()
        if not isinstance(view, CalendarView):
            return []
        at = view.viewport().mapTo(self, QPoint())
        return [place.translated(at) for place in view.kept_clear()]

    def meeting_actions(self) -> list[QAction]:
        """Return what may be done to meetings, for the menu."""
        return self.acts.all()

    def _build(self) -> None:
        self.column.addWidget(self._head)
        foot, flow = place("footer"), EvenFlow()
        foot.setLayout(flow)
        for which in _FOOTER:
            first = which is Do.WRITE
            button = action_button(self.acts[which], primary=first, icon=first)
            if which is Do.REMOVE:
                button.setProperty("kind", "quiet")
            flow.addWidget(button)
            follow_presence(button, self.acts[which])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(foot)
        self.side = place("panel", column)
        keep_least_width(self.side, 300)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("calendar-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self.stack)
        panes.addWidget(self.side)
        panes.setStretchFactor(0, 1)
        panes.setSizes([840, 330])
        self.column.addWidget(panes, 1)

    def _wire(self) -> None:
        acts, views = self.acts, self.stack
        views.chosen.connect(self._choose)
        views.opened.connect(acts.change)
        views.wanted.connect(self._make)
        views.moved.connect(acts.editing.move)
        views.day_chosen.connect(self._note_day)
        views.leafed.connect(self._leaf_from_view)
        views.day_wanted.connect(self._show_one_day)
        views.menu_wanted.connect(self._show_context)
        self.year.picked.connect(self.show_day)
        acts.made.connect(self._make)
        acts.editing.stored.connect(self.show_meeting)
        acts.covering.article_made.connect(self.article_wanted.emit)
        self.panel.article_wanted.connect(self.article_wanted.emit)
        self.panel.answered.connect(acts.covering.answer)
        self.panel.uncovered.connect(acts.covering.take_back)
        self.panel.opened.connect(acts.files.open)
        self.panel.detached.connect(acts.files.detach)
        self.panel.day_wanted.connect(self.show_day)

    # -- what is shown ---------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """Return how the days are shown."""
        return self._in_view.view

    @property
    def day(self) -> date:
        """Return the day around which they are shown."""
        return self._in_view.day

    def shown(self) -> None:
        """Refresh the days in view."""
        self._head.show_view(self.view)
        self.stack.show_view(self.view)
        self._ask()
        self.stack.shown().setFocus()

    def heed(self, changes: Changes) -> None:
        """Refresh when meetings, their news, issues or the office's days changed."""
        self._wanted = self.acts.heed(changes) or self._wanted
        if self.isVisible() and (changes.meetings or changes.articles or changes.settings or changes.issues):
            self._ask()

    def show_view(self, view: View) -> None:
        """Show the days another way."""
        self._in_view = replace(self._in_view, view=view)
        local_settings.write("calendar/view", view.value)
        self.shown()

    def show_day(self, day: date) -> None:
        """Show a day."""
        self._note_day(day)
        self._ask()

    def show_meeting(self, key: object) -> None:
        """Show a meeting by its number and origin."""
        if isinstance(key, tuple):
            self._wanted = key
            self._note_day(key[1].date())
            self.ask(lambda: occurrences.one(*key), self._show_one)

    def _show_one(self, row: OccurrenceRow | None) -> None:
        if row is None:
            self.session.say(self.tr("Cuộc họp này không còn trên lịch."), "warning")
            return
        self.show_day(row.start.date())

    def leaf(self, steps: int) -> None:
        """Go to the month, week or weeks before or behind."""
        self._in_view = self._in_view.leafed(steps)
        self._ask()

    def _leaf_from_view(self, steps: int) -> None:
        walked = self.stack.walked(self.day)
        first, last = self._in_view.span()
        if not first <= walked <= last:  # the arrows led out of the days in view
            self.show_day(walked)
        else:
            self.leaf(steps)

    def _ask(self) -> None:
        (first, last), who = self._in_view.span(), self.session.who
        key = self._wanted or self.acts.chosen_key()
        self._head.say_days(self._in_view.title())
        self.ask(lambda: opened(who, first, last, key), lambda found: self._show(found, key), key="span")

    def _show(self, found: CalendarOpened, asked: Key | None) -> None:
        key = self._wanted or self.acts.chosen_key()
        if self._wanted == asked:  # one that was wanted since has its own answer on the way
            self._wanted = None
        self.stack.show_days(found.days, self.day, key)
        self._head.count(found.days)
        row, details = self.stack.current(), found.details
        if row is not None and details is not None and key_of(details.row) == key_of(row):
            self._show_details(details)
        else:
            self._choose(row)
        self._neighbours.read_soon(self._in_view)

    # -- the chosen one --------------------------------------------------------------------------------

    def _choose(self, row: OccurrenceRow | None) -> None:
        if row is None:
            self.acts.follow(None)
            self.in_and_out.follow()
            self._reveal.hide()
            return
        who, meeting_id, origin = self.session.who, row.meeting_id, row.origin
        self.ask(lambda: dossier(who, meeting_id, origin), self._show_details, key="dossier")

    def _show_details(self, details: MeetingDetails) -> None:
        self.acts.follow(details)
        self.in_and_out.follow()
        self.panel.show_details(details)
        self._reveal.show()

    def _note_day(self, day: date) -> None:
        self._in_view = replace(self._in_view, day=day)

    def _make(self, when: When | None) -> None:
        if self.acts[Do.NEW].isEnabled():
            self.acts.editing.make(when or self.stack.marked(self.day))

    def _show_one_day(self, day: date) -> None:
        """Show all that is held on a day where each has its line; the way of looking that one likes stays."""
        self._in_view = DaysInView(View.AGENDA, day)
        self.shown()

    def show_year(self) -> None:
        """Show the small year beneath the title."""
        year = self.day.year
        self.ask(
            lambda: holidays.off_days(year),
            lambda off: self.year.open_at(self._head.below_title(), self.day, off),
        )

    # -- menus -----------------------------------------------------------------------------------------

    def _show_context(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([action for action in self.acts.all() if action.isEnabled()])
        menu.exec(where)
