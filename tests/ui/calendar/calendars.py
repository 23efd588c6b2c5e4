"""What the tests of the calendar's window share: meetings put there, found again, drawn by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desk.calendar import meetings, occurrences
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, MeetingState, When
from tests.making import Cast
from ui.calendar.days_in_view import View
from ui.calendar.page import CalendarPage
from ui.calendar.view_base import key_of
from ui.window.window import Window


def put(cast: Cast, title: str, start: datetime, rule: str = "", hours: float = 1, **more: object) -> int:
    told = Fields(title=title, kind="briefing", place="Phòng họp tầng 2", **more)  # type: ignore[arg-type]
    when = When(start, start + timedelta(hours=hours))
    made = meetings.make(cast.secretary, told, when, read_rule(rule) if rule else None)
    return next(iter(made.meetings))


def held(title: str) -> list[OccurrenceRow]:
    found = occurrences.occurrences(date(2019, 4, 1), date(2019, 5, 5))
    return [row for row in found if row.title == title and not row.ghost]


def starts(title: str) -> list[datetime]:
    return [row.start for row in held(title)]


def page(window: Window) -> CalendarPage:
    window.pages.go("calendar")
    return window.pages.calendar


def pick(calendar: CalendarPage, title: str, at: int = 0) -> OccurrenceRow:
    """Choose an occurrence in the view that is shown."""
    row = held(title)[at]
    view = calendar.month if calendar.view is View.MONTH else calendar.week
    view.choose(key_of(row))
    return row


def drag(widget: QWidget, begin: QPointF, end: QPointF) -> None:
    """Draw from one place to another, as a hand does: in steps."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, left, none, begin.toPoint())
    for step in range(1, 6):
        QTest.mouseMove(widget, (begin + (end - begin) * step / 5).toPoint())
    QTest.mouseRelease(widget, left, none, end.toPoint())


def spot(calendar: CalendarPage, row: OccurrenceRow) -> QPointF:
    view = calendar.month if calendar.view is View.MONTH else calendar.week
    view.lay_out()
    return next(rect.center() for rect, one in view.spots if key_of(one) == key_of(row) and not one.ghost)


def words_of(dialog: QWidget) -> str:
    """Return every word that is seen in a dialog."""
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def occurrence(start: datetime, hours: float = 1, **more: object) -> OccurrenceRow:
    """Return an occurrence that no desk holds."""
    end = start + timedelta(hours=hours)
    facts: dict[str, object] = {
        "meeting_id": 1, "origin": start, "start": start, "end": end, "part": DayHalf.HOURS, "title": "Họp",
        "kind": MeetingKind.BRIEFING, "state": MeetingState.PLANNED, "place": "", "chairs": (),
        "recurring": False, "changed": False, "version": 1, "made_by": 1,
    }  # fmt: skip
    return OccurrenceRow(**(facts | more))  # type: ignore[arg-type]  # the facts of a test are its own
