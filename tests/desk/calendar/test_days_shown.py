"""What the calendar shows of some days: what is held, what the days are, which issues close."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desk import clock
from desk.calendar import days_shown
from desk.calendar.holidays import DayEntry, DayKind
from desk.issues import issues
from tests.desk.calendar.april import APRIL, at, make
from tests.engine import counted
from tests.making import Cast


def _closing(cast: Cast, number: str, closing: str) -> None:
    issues.make(cast.secretary, issues.IssueWords(number, 2019, 4, "", closing))


def test_days_have_their_meetings_marks_and_closings(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 9, 3, tzinfo=UTC))
    make(cast, at(30))
    for number, closing in (
        ("3", "2019-03-31"),
        ("4", "2019-04-01"),
        ("5", "2019-04-30"),
        ("6", "2019-05-01"),
    ):
        _closing(cast, number, closing)
    shown = days_shown.span(*APRIL)
    assert (shown.first, shown.last, shown.now) == (*APRIL, datetime(2019, 4, 9, 10))
    assert [row.start for row in shown.rows] == [at(30).start]
    assert shown.closings == {date(2019, 4, 1): ("4/2019",), date(2019, 4, 30): ("5/2019",)}
    assert [mark.title for mark in shown.marks[date(2019, 4, 15)]] == ["Giỗ Tổ Hùng Vương"]


def test_two_issues_that_close_on_one_day_are_both_named_in_order(cast: Cast) -> None:
    for number in ("7", "5", "6"):
        _closing(cast, number, "2019-04-20")
    assert days_shown.span(*APRIL).closings == {date(2019, 4, 20): ("7/2019", "5/2019", "6/2019")}


def test_days_that_were_read_already_are_taken_as_they_are(cast: Cast) -> None:
    own = (DayEntry(DayKind.OFF, "Nghỉ", 4, 3),)
    assert list(days_shown.span(*APRIL, own).marks) == [date(2019, 4, 3)]
    assert days_shown.span(*APRIL, ()).marks == {}


def test_what_was_warmed_is_not_looked_for_again(cast: Cast) -> None:
    make(cast, at(3))
    days_shown.warm(*APRIL)
    with counted() as sent:
        assert len(days_shown.span(*APRIL).rows) == 1
    assert not [sql for sql, _ in sent if '"first_day"' in sql]
