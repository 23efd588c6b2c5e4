"""Coverage: asked, answered, taken back, done; and the article that a meeting becomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal, notifications
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow, writing
from desk.calendar import coverage, meetings, occurrences
from desk.calendar.answers import Answer
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, StateWish
from desk.calendar.occurrences import CoverageState
from desk.calendar.storage import Fields
from desk.database.calendar_tables import Coverage, MeetingArticle
from desk.dates.series import EditScope, MeetingState, SeriesEdit, When
from desk.department import sections
from desk.errors import Denied, Missing, NotNow, Why
from tests.desk.calendar.april import HOUR, THUAN, at, fields, find, held, make
from tests.making import Cast, article, version, words

WEEKLY = "FREQ=WEEKLY;BYDAY=MO"


@pytest.fixture(autouse=True)
def _morning() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 1, tzinfo=UTC))


def test_a_request_says_who_what_and_by_when_and_whom_it_reaches(cast: Cast) -> None:
    number = make(cast, at(8), WEEKLY)
    coverage.assign(
        cast.editor, number, at(15).start, cast.writer, Task.PHOTO, date(2019, 4, 16), "  Ảnh   to "
    )
    (row,) = coverage.of_occurrence(number, at(15).start.isoformat())
    assert (row.meeting_id, row.origin) == (number, "2019-04-15T08:00:00")
    assert (row.person_id, row.person, row.task) == (cast.writer, "Lê Thị Viết", Task.PHOTO)
    assert (row.due, row.answer, row.note) == (date(2019, 4, 16), Answer.ASKED, "Ảnh to")
    (notice,) = notifications.inbox(cast.writer)
    assert (notice.words, notice.meeting_id, notice.origin) == ("2019-04-16", number, "2019-04-15T08:00:00")
    entry = journal.last_of(journal.Subject.MEETING, number)
    assert entry is not None
    assert (entry.act, entry.detail["task"]) == (Act.COVER, "photo")
    assert coverage.of_occurrence(number, at(8).start.isoformat()) == ()


def test_who_asks_themselves_has_said_yes(cast: Cast) -> None:
    number = make(cast, at(8))
    coverage.assign(cast.editor, number, at(8).start, cast.editor, Task.WRITE, None)
    (row,) = coverage.of_occurrence(number, "")
    assert (row.answer, row.due, row.note) == (Answer.ACCEPTED, None, "")
    assert notifications.inbox(cast.editor) == []


def test_one_may_be_asked_for_both_tasks_and_again_after_declining(cast: Cast) -> None:
    number = make(cast, at(8))
    for task in (Task.PHOTO, Task.WRITE):
        coverage.assign(cast.editor, number, at(8).start, cast.writer, task, None)
    write, photo = coverage.of_occurrence(number, "")
    assert (write.task, photo.task) == (Task.WRITE, Task.PHOTO)  # who writes comes first
    coverage.answer(cast.writer, write.id, False, "Bận")
    coverage.assign(cast.editor, number, at(8).start, cast.writer, Task.WRITE, None)
    assert [row.answer for row in coverage.of_occurrence(number, "")] == [Answer.ASKED, Answer.ASKED]


def test_only_planners_ask_and_only_for_what_is_held(cast: Cast) -> None:
    number = make(cast, at(8), WEEKLY)
    with pytest.raises(Denied):
        coverage.assign(cast.writer, number, at(8).start, cast.writer, Task.WRITE, None)
    with pytest.raises(Missing):
        coverage.assign(cast.editor, number, at(9).start, cast.writer, Task.WRITE, None)
    tried: tuple[Callable[[], object], ...] = (
        lambda: coverage.unassign(cast.editor, 99),
        lambda: coverage.answer(cast.writer, 99, True),
    )
    for act in tried:
        with pytest.raises(Missing):
            act()
    assert not Coverage.select().exists()


def test_an_answer_goes_to_who_asked_and_a_no_has_its_reason(cast: Cast) -> None:
    number = make(cast, at(8))
    coverage.assign(cast.editor, number, at(8).start, cast.writer, Task.WRITE, None, "Gấp")
    (row,) = coverage.of_occurrence(number, "")
    with pytest.raises(NotNow) as other:
        coverage.answer(cast.chief, row.id, True)
    assert other.value.why is Why.NOT_YOURS
    with pytest.raises(NotNow) as blank:
        coverage.answer(cast.writer, row.id, False, " ")
    assert blank.value.why is Why.NOTE
    coverage.answer(cast.writer, row.id, True)
    (notice,) = notifications.inbox(cast.editor)
    assert (notice.kind, notice.words) == (NotificationKind.COVER_ACCEPTED, "Gấp")
    assert (notice.meeting_id, notice.origin) == (number, at(8).start.isoformat())
    coverage.answer(cast.writer, row.id, False, " Bận  họp ")
    assert notifications.inbox(cast.editor)[0].kind is NotificationKind.COVER_DECLINED
    (row,) = coverage.of_occurrence(number, "")
    assert (row.answer, row.note) == (Answer.DECLINED, "Bận họp")


def test_a_request_taken_back_is_gone_and_the_person_told(cast: Cast) -> None:
    number = make(cast, at(8), WEEKLY)
    coverage.assign(cast.editor, number, at(15).start, cast.writer, Task.WRITE, None)
    (row,) = coverage.of_occurrence(number, at(15).start.isoformat())
    coverage.unassign(cast.secretary, row.id)
    assert coverage.mine(cast.writer) == ()
    newest = notifications.inbox(cast.writer)[0]
    assert (newest.kind, newest.origin) == (NotificationKind.COVER_ENDED, "2019-04-15T08:00:00")


def test_mine_are_those_that_wait_by_due_date(cast: Cast) -> None:
    days = {3: date(2019, 4, 20), 4: None, 5: date(2019, 4, 4)}
    for day, due in days.items():
        coverage.assign(cast.editor, make(cast, at(day)), at(day).start, cast.writer, Task.WRITE, due)
    assert [one.row.start.day for one in coverage.mine(cast.writer)] == [4, 5, 3]
    assert coverage.mine(cast.chief) == ()
    called_off = coverage.mine(cast.writer)[0].row
    wish = StateWish(MeetingState.CANCELLED, "Bận")
    meetings.set_state(cast.secretary, called_off.meeting_id, called_off.version, called_off.origin, wish)
    assert [one.row.start.day for one in coverage.mine(cast.writer)] == [5, 3]
    end = at(5).end.replace(tzinfo=clock.HANOI)
    clock.set_clock(lambda: end + timedelta(days=60))
    assert [one.row.start.day for one in coverage.mine(cast.writer)] == [5]
    clock.set_clock(lambda: end + timedelta(days=60, minutes=1))
    assert coverage.mine(cast.writer) == ()


def test_what_was_promised_is_done_when_the_text_leaves_its_writer(cast: Cast) -> None:
    number = make(cast, at(8))
    coverage.assign(cast.editor, number, at(8).start, cast.writer, Task.WRITE, None)
    (mine,) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, mine.coverage.id, True)
    (made,) = coverage.write_news(cast.writer, number, at(8).start).articles
    assert len(coverage.mine(cast.writer)) == 1
    sent = workflow.move(cast.writer, Act.SUBMIT, made, version(cast, _with_body(cast, made)))
    assert coverage.mine(cast.writer) == ()
    workflow.move(cast.editor, Act.RETURN, made, sent.version, "Sửa")
    assert len(coverage.mine(cast.writer)) == 1


def _with_body(cast: Cast, made: int) -> int:
    writing.save(cast.writer, made, version(cast, made), words("Giao ban"), 2)
    return made


def test_news_goes_where_the_last_of_its_kind_went(cast: Cast) -> None:
    first, second, visit = make(cast, at(8)), make(cast, at(9)), make(cast, at(10), told=fields(kind="visit"))
    (made,) = coverage.write_news(cast.writer, first, at(8).start).articles
    news = next(row.id for row in sections.listing() if row.title.startswith("Tin tức"))
    assert listing.row(cast.writer, made).section_id == news
    writing.file_under(cast.writer, made, 1, 5)
    (made,) = coverage.write_news(cast.writer, second, at(9).start).articles
    assert listing.row(cast.writer, made).section_id == 5
    (made,) = coverage.write_news(cast.writer, visit, at(10).start).articles
    assert listing.row(cast.writer, made).section_id == news


def test_an_article_is_the_news_of_one_meeting_and_a_meeting_has_one(cast: Cast) -> None:
    first, second = make(cast, at(8)), make(cast, at(9))
    made, other = article(cast, words("Tin một")), article(cast, words("Tin hai"))
    coverage.link(cast.secretary, first, at(8).start, made)
    for meeting, day, number in ((first, 8, other), (second, 9, made)):
        with pytest.raises(NotNow) as refused:
            coverage.link(cast.secretary, meeting, at(day).start, number)
        assert refused.value.why is Why.WRITTEN
    with pytest.raises(Missing):
        coverage.link(cast.secretary, second, at(9).start, 99)
    row = coverage.meeting_of(made)
    assert row is not None
    assert (row.meeting_id, row.article_id) == (first, made)
    assert coverage.meeting_of(other) is None


def test_a_link_is_undone_at_its_own_meeting_alone(cast: Cast) -> None:
    first, second = make(cast, at(8)), make(cast, at(9))
    made = article(cast)
    coverage.link(cast.secretary, first, at(8).start, made)
    before = journal.last_of(journal.Subject.MEETING, second)
    coverage.unlink(cast.secretary, second, made)
    assert find(8).article_id == made
    assert journal.last_of(journal.Subject.MEETING, second) == before
    coverage.unlink(cast.secretary, first, made)
    assert find(8).article_id is None


def test_coverage_is_asked_accepted_and_becomes_an_article(cast: Cast) -> None:
    told = fields(
        "Giao ban công tác Khoa giáo quý I", chairs=(THUAN,), guests="các đồng chí lãnh đạo Ban", unit=""
    )
    number = make(cast, at(8, 14, 0, 2 * HOUR), told=told)
    origin = find(8).origin
    coverage.assign(cast.editor, number, origin, cast.writer, Task.WRITE, date(2019, 4, 9))
    with pytest.raises(NotNow) as refused:
        coverage.assign(cast.editor, number, origin, cast.writer, Task.WRITE, date(2019, 4, 9))
    assert refused.value.why is Why.COVERED
    assert notifications.inbox(cast.writer, 5)[0].kind is NotificationKind.COVER_ASKED
    assert find(8).cover is CoverageState.ASKED
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    (mine,) = coverage.mine(cast.writer)
    with pytest.raises(NotNow):
        coverage.answer(cast.editor, mine.coverage.id, True)
    coverage.answer(cast.writer, mine.coverage.id, True)
    assert find(8).cover is CoverageState.ACCEPTED
    with pytest.raises(NotNow) as kept:
        meetings.remove(cast.secretary, number, find(8).version, origin)
    assert kept.value.why is Why.HAS_NEWS
    assert [row.title for row in occurrences.without_news(occurrences.wall_now())] == [told.title]
    made = coverage.write_news(cast.writer, number, origin)
    (article_id,) = made.articles
    opened = listing.open_article(cast.writer, article_id)
    assert opened.text.title == told.title
    assert opened.text.event_date == date(2019, 4, 8)
    assert opened.text.lead.startswith("Chiều ngày 08/4/2019, ")
    assert (
        "Đồng chí Trần Đức Thuần – Trưởng ban Tuyên giáo Tỉnh ủy dự và chủ trì hội nghị." in opened.text.lead
    )
    assert (find(8).article_id, find(8).stage) == (article_id, Stage.DRAFT)
    linked = coverage.meeting_of(article_id)
    assert linked is not None
    assert linked.meeting_id == number
    with pytest.raises(NotNow):
        coverage.write_news(cast.writer, number, origin)


def test_coverage_of_a_series_moves_with_its_occurrence(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO")
    row = find(22)
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.PHOTO, None)
    made = coverage.write_news(cast.writer, number, row.origin)
    row = find(15)
    edit = Edit(EditScope.FOLLOWING, SeriesEdit(at(16, 9)))
    changed = meetings.edit(cast.secretary, number, row.version, row.origin, edit)
    assert len(changed.meetings) == 2
    moved = find(23)
    assert moved.article_id == next(iter(made.articles))
    assert moved.cover is CoverageState.ASKED
    assert all(row.article_id is None for row in held() if row.start.day != 23)
    meetings.undo(cast.secretary, changed.entry)
    assert find(22).article_id is not None
    assert {v.origin for v in Coverage.select()} == {v.origin for v in MeetingArticle.select()}


def test_a_promise_is_kept_once_the_text_is_sent_and_open_again_when_it_comes_back(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    start, end = datetime(2019, 4, 8, 8), datetime(2019, 4, 8, 9)
    (number,) = meetings.make(cast.secretary, Fields("Giao ban tuần", "briefing"), When(start, end)).meetings
    coverage.assign(cast.editor, number, start, cast.writer, Task.WRITE, date(2019, 4, 9))
    (asked,) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, asked.coverage.id, True)
    made = article(cast)
    coverage.link(cast.writer, number, start, made)
    assert [one.row.article_id for one in coverage.mine(cast.writer)] == [made]  # begun, and not sent yet
    workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made))
    assert coverage.mine(cast.writer) == ()
    workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "Thiếu số liệu")
    assert [one.row.article_id for one in coverage.mine(cast.writer)] == [made]


def test_an_article_that_was_only_opened_is_no_news_yet(cast: Cast) -> None:
    number, now = make(cast, at(8)), at(8).end + timedelta(days=1)
    (made,) = coverage.write_news(cast.writer, number, at(8).start).articles
    row = occurrences.one(number, at(8).start)
    assert row is not None
    assert (row.article_id, row.stage) == (made, Stage.DRAFT)
    assert row.lacks_news(now)
    _with_body(cast, made)
    saved = occurrences.one(number, at(8).start)
    assert saved is not None
    assert not saved.lacks_news(now)
