"""Days shown at once: meetings, marks, and the issues that close on one of them, first and last day included."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desk import clock
from desk.calendar import meetings
from desk.calendar.days_shown import span, warm
from desk.calendar.holidays import DayEntry, DayKind
from desk.calendar.storage import Fields
from desk.dates.series import When
from desk.issues import issues
from tests.making import Cast

FIRST, LAST = date(2019, 4, 8), date(2019, 4, 14)


def test_a_span_has_everything_of_its_days_and_nothing_of_their_neighbours(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 9, 3, tzinfo=UTC))
    for day in (7, 8, 14, 15):
        start = datetime(2019, 4, day, 8)
        when = When(start, start + timedelta(hours=1))
        meetings.make(cast.secretary, Fields(f"Họp ngày {day}", "briefing"), when)
    shown = span(FIRST, LAST)
    assert (shown.first, shown.last, shown.now) == (FIRST, LAST, datetime(2019, 4, 9, 10))
    assert [row.title for row in shown.rows] == ["Họp ngày 8", "Họp ngày 14"]
    assert [mark.title for mark in shown.marks[LAST]] == ["Giỗ Tổ Hùng Vương"]
    own = DayEntry(DayKind.ANNIVERSARY, "Ngày thành lập Ban", 4, 9)
    assert set(span(FIRST, LAST, (own,)).marks) == {date(2019, 4, 9)}
    warm(FIRST, LAST)
    assert span(FIRST, LAST) == shown


def test_the_issues_that_close_stand_on_their_days_in_the_order_they_were_made(cast: Cast) -> None:
    closings = ("2019-04-07", "2019-04-08", "2019-04-14", "2019-04-15", "2019-04-08", "")
    for number, closing in enumerate(closings, 1):
        issues.make(cast.secretary, issues.IssueWords(str(number), 2019, number, "", closing))
    assert span(FIRST, LAST).closings == {FIRST: ("2/2019", "5/2019"), LAST: ("3/2019",)}
    assert span(FIRST, FIRST).closings == {FIRST: ("2/2019", "5/2019")}
    assert span(date(2019, 4, 9), date(2019, 4, 13)).closings == {}
