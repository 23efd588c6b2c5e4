"""The head of the calendar: which days are in view, the steps through them, and how many meetings they hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk.calendar.days_shown import DaysShown
from ui.calendar.days_in_view import View
from ui.calendar.navigation_actions import VIEWS, Step
from ui.controls.action_table import ActionTable
from ui.controls.labels import action_button, button, tool_button
from ui.controls.page_head import header


class CalendarHead(QWidget):
    """Title, counts and buttons; its counts give way first where the window is narrow."""

    def __init__(
        self,
        steps: ActionTable[Step, None],
        sheet: QAction,
        new: QAction,
        more: Sequence[Sequence[QAction]],
    ) -> None:
        super().__init__()
        self._groups = more
        ends = {View.WEEK: "first", View.AGENDA: "last"}
        self._switch = {view: _segment(steps[step], ends.get(view, "")) for view, step in VIEWS.items()}
        group = QHBoxLayout()
        group.setContentsMargins(0, 0, 0, 0)
        group.setSpacing(0)
        for segment in self._switch.values():
            group.addWidget(segment)
        switch = QWidget()
        switch.setLayout(group)
        self._more = tool_button(self.tr("Việc khác với lịch"), self._show_more, "more")
        bar, self._title, self._counts = header(
            "", switch, self._more, action_button(sheet, key=False), action_button(new, primary=True)
        )
        row = bar.row
        tools = (_icon(steps[Step.BACK]), _plain(steps[Step.TODAY]), _icon(steps[Step.AHEAD]))
        for at, tool in enumerate((*tools, _icon(steps[Step.YEAR])), 1):
            row.insertWidget(at, tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def show_view(self, view: View) -> None:
        """Press the segment of the view that is shown."""
        for which, segment in self._switch.items():
            segment.setChecked(which is view)

    def say_days(self, title: str) -> None:
        """Say which days are in view."""
        self._title.setText(title)

    def count(self, days: DaysShown) -> None:
        """Say how many meetings the days hold, and how many lack their news."""
        words = self.tr("{n} cuộc").format(n=sum(not row.off for row in days.rows))
        lacking = sum(row.lacks_news(days.now) for row in days.rows)
        if lacking:
            words += self.tr(" · {n} chưa có tin").format(n=lacking)
        self._counts.setText(words)

    def below_title(self) -> QPoint:
        """Return the place on the screen beneath the title."""
        return self._title.mapToGlobal(QPoint(0, self._title.height() + 8))

    def _show_more(self) -> None:
        menu = QMenu(self)
        for number, group in enumerate(self._groups):
            if number:
                menu.addSeparator()
            menu.addActions(list(group))
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))


def _tip(action: QAction) -> str:
    return f"{action.text()} ({action.shortcut().toString()})"


def _icon(action: QAction) -> QWidget:
    return tool_button(_tip(action), action.trigger, str(action.property("icon_name")))


def _plain(action: QAction) -> QPushButton:
    plain = button(action.text(), action.trigger)
    plain.setToolTip(_tip(action))
    return plain


def _segment(action: QAction, end: str) -> QPushButton:
    segment = QPushButton(action.text())
    segment.setCheckable(True)
    segment.setProperty("kind", "segment")
    segment.setProperty("end", end)
    segment.setToolTip(_tip(action))
    segment.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    segment.clicked.connect(action.trigger)
    return segment
