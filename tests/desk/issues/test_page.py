"""What Bản tin is answered by one question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts.rules import Stage
from desk.calendar import meetings
from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Fields
from desk.dates.series import When
from desk.issues import issues, releases
from desk.issues.issues import IssueWords
from desk.issues.page import opened
from tests.making import Cast, article, filled, words


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_without_an_issue_there_is_only_what_waits(cast: Cast) -> None:
    article(cast, words("Chờ xếp"), Stage.APPROVED)
    found = opened(cast.secretary, 0, 100)
    assert (found.issues, found.plan, found.issue()) == ((), None, None)
    assert [row.title for row in found.waiting.rows] == ["Chờ xếp"]
    assert not found.filling()
    assert not found.lacks_session()


def test_the_wanted_issue_is_opened_and_else_the_first(cast: Cast) -> None:
    for number in ("4", "5"):
        issues.make(cast.secretary, IssueWords(number, 2019, int(number)))
    first, second = opened(cast.secretary, 0, 100).issues
    assert opened(cast.secretary, second.id, 100).issue() == second
    assert opened(cast.secretary, 999, 100).issue() == first


def test_words_dates_and_sessions_of_the_issue(cast: Cast) -> None:
    filled(cast, "Một", "Hai")
    found = opened(cast.secretary, 1, 100)
    assert found.plan is not None
    assert found.words() == sum(row.words for part in found.plan.parts for row in part.placed)
    assert found.words() > 0
    assert found.filling()
    assert found.reopened() is None
    assert found.lacks_session()
    start = datetime(2019, 4, 25, 8)
    told = Fields(title="Hội nghị báo cáo viên", kind=MeetingKind.REPORTERS.value)
    meetings.make(cast.secretary, told, When(start, start + timedelta(hours=3)))
    again = opened(cast.secretary, 1, 100)
    assert again.sessions == (date(2019, 4, 25),)
    assert not again.lacks_session()


def test_an_issue_is_late_from_the_day_after_it_closes(cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4, closing="2019-04-20"))
    found = opened(cast.secretary, 1, 100)
    assert found.closing() == date(2019, 4, 20)
    assert not found.is_late()
    clock.set_clock(lambda: datetime(2019, 4, 21, 3, tzinfo=UTC))
    assert found.is_late()


def test_what_waits_is_approved_stands_in_no_issue_and_comes_by_its_day(cast: Cast) -> None:
    filled(cast, "Đã xếp")
    for title, day in (("Ngày 8", 8), ("Ngày 10", 10), ("Ngày 9", 9)):
        article(cast, replace(words(title), event_date=date(2019, 4, day)), Stage.APPROVED)
    article(cast, words("Chưa duyệt"), Stage.FOR_APPROVAL)
    shown = [row.title for row in opened(cast.secretary, 1, 100).waiting.rows]
    assert sorted(shown) == ["Ngày 10", "Ngày 8", "Ngày 9"]
    assert shown.index("Ngày 9") == 1
    few = opened(cast.secretary, 1, 2).waiting
    assert [row.title for row in few.rows] == shown[:2]


def test_a_released_issue_is_neither_late_nor_lacking_and_one_made_again_says_of_which_release(
    released: Cast,
) -> None:
    clock.set_clock(lambda: datetime(2019, 5, 20, 3, tzinfo=UTC))
    found = opened(released.secretary, 1, 100)
    at = datetime(2019, 4, 15, 3, tzinfo=UTC)
    assert found.released == (1, at)
    assert found.reopened() is None
    assert (found.filling(), found.is_late(), found.lacks_session()) == (False, False, False)
    assert found.closing() == date(2019, 4, 24)
    releases.reopen(released.chief, 1, issues.row(1).version, "Sai ảnh bìa")
    again = opened(released.secretary, 1, 100)
    assert again.reopened() == (1, at)
    assert (again.filling(), again.is_late(), again.lacks_session()) == (
        False,
        False,
        True,
    )  # its list is closed
    issues.open_again(released.secretary, 1, issues.row(1).version)
    assert opened(released.secretary, 1, 100).is_late()


def test_an_issue_without_a_closing_day_is_never_late_and_has_its_law(cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    found = opened(cast.secretary, 1, 100)
    assert (found.closing(), found.is_late()) == (None, False)
    assert found.law == issues.law(issues.row(1))
    assert found.law is not None
