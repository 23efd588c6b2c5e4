"""Which days the calendar shows: a day and the way of looking at it, the span they make, and the spans beside it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from desk.dates import lunar_calendar
from ui.calendar.year_view import month_title, week_title

_AGENDA = 62  # days
_BEFORE = 7  # days of the list before the one that is chosen

Days = tuple[date, date]  # the first and the last


class View(Enum):
    """How the days are shown."""

    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class DaysInView:
    """A day, and how the days around it are shown."""

    view: View
    day: date

    def span(self) -> Days:
        """Return the days that are shown: of a month its whole weeks."""
        if self.view is View.MONTH:
            return lunar_calendar.grid(self.day.year, self.day.month)
        if self.view is View.WEEK:
            first = lunar_calendar.monday(self.day)
            return first, first + timedelta(days=6)
        return self.day - timedelta(days=_BEFORE), self.day + timedelta(days=_AGENDA)

    def meant(self) -> Days:
        """Return the days that one means by what is in view: the month itself, not its grid."""
        if self.view is not View.MONTH:
            return self.span()
        return self.day.replace(day=1), self.day.replace(day=monthrange(self.day.year, self.day.month)[1])

    def leafed(self, steps: int) -> DaysInView:
        """Return the month, week or weeks so many steps before or behind."""
        if self.view is not View.MONTH:
            days = 7 if self.view is View.WEEK else 30
            return replace(self, day=self.day + timedelta(days=days * steps))
        year, month = self._month(steps)
        return replace(self, day=date(year, month, min(self.day.day, monthrange(year, month)[1])))

    def beside(self, steps: int) -> Days:
        """Return the days that leafing would show, for reading them before one leafs."""
        if self.view is View.MONTH:
            return lunar_calendar.grid(*self._month(steps))
        first, last = self.span()
        return first + timedelta(days=7 * steps), last + timedelta(days=7 * steps)

    def title(self) -> str:
        """Return the words for what is in view: "Tháng 4 năm 2019"."""
        return week_title(*self.span()) if self.view is View.WEEK else month_title(self.day)

    def _month(self, steps: int) -> tuple[int, int]:
        at = self.day.year * 12 + self.day.month - 1 + steps
        return at // 12, at % 12 + 1
