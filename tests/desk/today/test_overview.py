"""Hôm nay: what waits for whom, what the coming issue lacks, today's meetings, notices."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow, writing
from desk.articles.listing import ArticleRow, ListQuery
from desk.calendar import coverage
from desk.calendar.coverage import Task
from desk.calendar.storage import Fields
from desk.database.issue_tables import IssueSection
from desk.department import sections
from desk.issues import commissions, issues
from desk.issues.commissions import CommissionWish
from desk.review.queue import Queue, Tasks
from desk.today import overview
from tests.desk.calendar.april import at, make
from tests.making import Cast, article, filled, later, version, words

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)  # ten o'clock on the wall


@pytest.fixture(autouse=True)
def _now() -> None:
    clock.set_clock(lambda: NOW)


def _rows(cast: Cast) -> tuple[ArticleRow, ...]:
    return listing.listing(cast.chief, ListQuery()).rows


def test_an_empty_desk_asks_nothing(cast: Cast) -> None:
    assert overview.today(cast.editor) == overview.Today(Tasks(), Tasks(), None, has_issue=False)
    page = overview.page(cast.editor)
    assert (page.notices, page.days) == ((), 3)


def test_an_article_stands_once_with_all_its_reasons_the_most_pressing_first(cast: Cast) -> None:
    filled(cast)
    later(-5 * 24 * 60)
    both = article(cast, words("Chờ lâu"), Stage.SUBMITTED)
    clock.set_clock(lambda: datetime(2019, 4, 23, 3, tzinfo=UTC))  # the issue closes tomorrow
    fresh = article(cast, words("Mới gửi"), Stage.FOR_APPROVAL)
    tasks = overview.today(cast.editor).tasks
    assert [(task.row.id, task.queues) for task in tasks.rows] == [
        (both, (Queue.TO_EDIT, Queue.DUE, Queue.OVERDUE)),
        (fresh, (Queue.DUE,)),
    ]
    assert tasks.count == 2


def test_more_than_a_page_reads_are_still_counted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [article(cast, words(f"Bài {number}"), Stage.SUBMITTED) for number in range(4)]
    monkeypatch.setattr(overview, "_MOST", 3)
    tasks = overview.today(cast.editor).tasks
    assert ([task.row.id for task in tasks.rows], tasks.count) == (made[:3], 4)
    assert overview.today(cast.writer).tasks == Tasks()


def test_what_was_returned_waits_and_what_is_being_written_is_listed(cast: Cast) -> None:
    returned = article(cast, words("Trả lại"), Stage.RETURNED)
    draft = article(cast, words("Đang viết"))
    today = overview.today(cast.writer)
    assert [(task.row.id, task.queues) for task in today.tasks.rows] == [(returned, (Queue.RETURNED,))]
    assert [(task.row.id, task.queues) for task in today.drafts.rows] == [(draft, ())]
    assert overview.today(cast.editor).drafts == Tasks()


def test_the_coming_issue_says_what_it_lacks(cast: Cast) -> None:
    filled(cast, "Đã xếp", "Cũng xếp", "Xếp rồi sửa")
    stale = next(row.id for row in _rows(cast) if row.title == "Xếp rồi sửa")
    writing.save(cast.editor, stale, version(cast, stale), words("Sửa sau duyệt"), 2)
    article(cast, words("Chưa xếp"), Stage.APPROVED)
    for title in ("Đang viết", "Đang duyệt"):
        article(cast, words(title), Stage.SUBMITTED)
    article(cast, words("Đã bỏ"), Stage.BINNED)
    lacks = overview.today(cast.secretary).lacks
    assert lacks is not None
    assert (lacks.issue.name, lacks.issue.days) == ("4/2019", 15)
    assert (lacks.placed, lacks.stale, lacks.unplaced) == (3, 1, 1)
    assert lacks.unapproved == 2
    titles = [row.title for row in sections.listing()]
    assert list(lacks.empty_sections) == [title for title in titles if title != "Tin tức – Sự kiện"]
    assert lacks.session is None


def test_a_hidden_section_is_not_empty(cast: Cast) -> None:
    filled(cast)
    first, *rest = sections.listing()
    IssueSection.insert(issue=1, section=first.id, position=0, hidden=True).execute()
    lacks = overview.today(cast.secretary).lacks
    assert lacks is not None
    assert list(lacks.empty_sections) == [row.title for row in rest]


def test_an_issue_that_closed_lacks_nothing_any_more(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("3", 2019, 3, "", "2019-03-01"))
    today = overview.today(cast.secretary)
    assert (today.lacks, today.has_issue) == (None, True)


def test_the_months_session_is_named(cast: Cast) -> None:
    filled(cast)
    make(cast, at(10), told=Fields("Kỳ họp báo cáo viên", "reporters"))
    lacks = overview.today(cast.secretary).lacks
    assert lacks is not None
    assert lacks.session is not None
    assert lacks.session.title == "Kỳ họp báo cáo viên"


def test_todays_meetings_and_those_without_news(cast: Cast) -> None:
    for day, hour in ((8, 8), (9, 8), (9, 14), (10, 8)):
        make(cast, at(day, hour))
    today = overview.today(cast.secretary)
    assert [row.start for row in today.meetings] == [at(9, 8).start, at(9, 14).start]
    assert [row.start for row in today.without_news] == [at(8).start, at(9).start]
    assert today.lacking == 2


def test_of_many_all_are_counted(cast: Cast) -> None:
    for day in range(1, 8):
        number = make(cast, at(day))
        coverage.assign(cast.editor, number, at(day).start, cast.writer, Task.WRITE, None)
    today = overview.today(cast.writer)
    assert (len(today.without_news), today.lacking, len(today.covering)) == (7, 7, 7)
    assert [one.row.start.day for one in today.covering] == list(range(1, 8))
    assert overview.today(cast.editor).covering == ()


def test_a_page_has_notices_newest_first_and_what_was_commissioned(cast: Cast) -> None:
    issue = filled(cast)
    wish = CommissionWish(2, "Bài về quý I", cast.writer)
    commissions.commission(cast.secretary, issue, issues.row(issue).version, wish)
    for title in ("Một", "Hai"):
        made = article(cast, words(title), Stage.SUBMITTED)
        workflow.move(cast.editor, Act.RETURN, made, 2, "Sửa")
    page = overview.page(cast.writer)
    assert [notice.title for notice in page.notices][:2] == ["Hai", "Một"]
    assert len(page.today.wanted) == 1
    assert overview.today(cast.editor).wanted == ()
