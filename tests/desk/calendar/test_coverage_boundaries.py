"""Coverage: who is asked and told, what they answer, what they still owe, and the news that it becomes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal, notifications
from desk.acts.calendar_details import CoverageAnswered, CoverageAsked, CoverageEnded, NewsLinked
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.calendar import coverage, meetings
from desk.calendar.answers import Answer
from desk.calendar.coverage import CoverageRow, Task
from desk.calendar.meetings import StateWish
from desk.calendar.storage import Fields
from desk.database import connection
from desk.database.department_tables import Section
from desk.dates.recurrence import read_rule
from desk.dates.series import MeetingState, When
from desk.errors import Missing, NotNow, Why
from tests.making import Cast, article, words

START = datetime(2019, 4, 8, 8)
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
DUE = date(2019, 4, 9)


def put(cast: Cast, start: datetime = START, rule: str = "", title: str = "Giao ban tuần") -> int:
    told = read_rule(rule) if rule else None
    made = meetings.make(cast.secretary, Fields(title, "briefing"), When(start, start + HOUR), told)
    (number,) = made.meetings
    return number


def ask(cast: Cast, number: int, person: int, task: Task = Task.WRITE, due: date | None = DUE) -> CoverageRow:
    coverage.assign(cast.editor, number, START, person, task, due)
    return coverage.of_occurrence(number, "")[-1]


def entry(detail: type) -> object:
    return journal.entries(journal.JournalQuery(), limit=1)[0].read(detail)


def owed(who: int) -> list[tuple[str, Task]]:
    return [(one.row.title, one.coverage.task) for one in coverage.mine(who)]


def test_a_request_keeps_what_was_asked_and_the_person_is_told(cast: Cast) -> None:
    number = put(cast)
    done = coverage.assign(
        cast.editor, number, START, cast.writer, Task.WRITE, DUE, "  300 chữ,\nkèm   số liệu "
    )
    assert (done.act, done.meetings) == (Act.COVER, frozenset({number}))
    (row,) = coverage.of_occurrence(number, "")
    assert row == CoverageRow(
        row.id, number, "", cast.writer, "Lê Thị Viết", Task.WRITE, DUE, Answer.ASKED, "300 chữ, kèm số liệu"
    )
    assert entry(CoverageAsked) == CoverageAsked("Lê Thị Viết", "write", "2019-04-09")
    (told,) = notifications.inbox(cast.writer)
    assert (told.kind, told.words, told.meeting_id) == (NotificationKind.COVER_ASKED, "2019-04-09", number)
    assert told.origin == START.isoformat()
    assert notifications.inbox(cast.editor) == []


def test_a_request_without_a_day_says_none_and_who_asks_themselves_has_said_yes(cast: Cast) -> None:
    number = put(cast)
    row = ask(cast, number, cast.editor, Task.PHOTO, None)
    assert (row.due, row.answer, row.task) == (None, Answer.ACCEPTED, Task.PHOTO)
    assert entry(CoverageAsked) == CoverageAsked("Phạm Văn Biên", "photo", "")
    assert ask(cast, number, cast.writer, Task.PHOTO, None).answer is Answer.ASKED
    assert notifications.inbox(cast.writer)[0].words == ""


def test_one_person_is_asked_once_for_each_task_until_they_decline(cast: Cast) -> None:
    number = put(cast)
    photo = ask(cast, number, cast.writer, Task.PHOTO)
    ask(cast, number, cast.writer)
    ask(cast, number, cast.editor)
    tasks = [(one.person_id, one.task) for one in coverage.of_occurrence(number, "")]
    assert tasks == [(cast.writer, Task.WRITE), (cast.editor, Task.WRITE), (cast.writer, Task.PHOTO)]
    for accepted in (False, True):
        if accepted:
            coverage.answer(cast.writer, photo.id, True)
        with pytest.raises(NotNow) as refused:
            ask(cast, number, cast.writer, Task.PHOTO)
        assert (refused.value.why, refused.value.args[-1]) == (Why.COVERED, "Lê Thị Viết")
    declined = next(one for one in coverage.of_occurrence(number, "") if one.person_id == cast.writer)
    assert declined.task is Task.WRITE
    coverage.answer(cast.writer, declined.id, False, "Bận đi cơ sở")
    ask(cast, number, cast.writer)
    answers = [
        (one.person_id, one.answer) for one in coverage.of_occurrence(number, "") if one.task is Task.WRITE
    ]
    assert answers == [(cast.editor, Answer.ACCEPTED), (cast.writer, Answer.ASKED)]


def test_each_occurrence_of_a_series_has_its_own_requests(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=3")
    coverage.assign(cast.editor, number, START + WEEK, cast.writer, Task.WRITE, None)
    assert coverage.of_occurrence(number, "") == ()
    assert coverage.of_occurrence(number, START.isoformat()) == ()
    (row,) = coverage.of_occurrence(number, (START + WEEK).isoformat())
    assert row.origin == (START + WEEK).isoformat()
    coverage.assign(cast.editor, number, START, cast.writer, Task.WRITE, None)
    with pytest.raises(Missing):
        coverage.assign(cast.editor, number, START + HOUR, cast.writer, Task.WRITE, None)
    with pytest.raises(Missing):
        coverage.unassign(cast.editor, 999)


@pytest.mark.parametrize("rule", ["", "FREQ=WEEKLY;COUNT=3"])
def test_a_request_taken_back_is_gone_and_its_person_is_told(cast: Cast, rule: str) -> None:
    number = put(cast, rule=rule)
    origin = START + WEEK if rule else START
    coverage.assign(cast.editor, number, origin, cast.writer, Task.PHOTO, DUE)
    named = origin.isoformat() if rule else ""
    (row,) = coverage.of_occurrence(number, named)
    done = coverage.unassign(cast.editor, row.id)
    assert (done.act, done.meetings) == (Act.UNCOVER, frozenset({number}))
    assert coverage.of_occurrence(number, named) == ()
    assert entry(CoverageEnded) == CoverageEnded("Lê Thị Viết", "photo")
    told = notifications.inbox(cast.writer)[0]
    assert (told.kind, told.words, told.origin) == (NotificationKind.COVER_ENDED, "", origin.isoformat())


@pytest.mark.parametrize(
    ("accepts", "note", "answer", "kept", "kind"),
    [
        (True, "", Answer.ACCEPTED, "300 chữ", NotificationKind.COVER_ACCEPTED),
        (True, " Xin thêm  ảnh ", Answer.ACCEPTED, "Xin thêm ảnh", NotificationKind.COVER_ACCEPTED),
        (False, "Bận đi cơ sở", Answer.DECLINED, "Bận đi cơ sở", NotificationKind.COVER_DECLINED),
    ],
)
def test_an_answer_is_kept_and_told_to_who_asked(
    cast: Cast, accepts: bool, note: str, answer: Answer, kept: str, kind: NotificationKind
) -> None:
    number = put(cast)
    coverage.assign(cast.editor, number, START, cast.writer, Task.WRITE, DUE, "300 chữ")
    (row,) = coverage.of_occurrence(number, "")
    done = coverage.answer(cast.writer, row.id, accepts, note)
    assert (done.act, done.meetings) == (Act.ANSWER_COVER, frozenset({number}))
    (row,) = coverage.of_occurrence(number, "")
    assert (row.answer, row.note, row.due) == (answer, kept, DUE)
    assert entry(CoverageAnswered) == CoverageAnswered(answer.value, "write")
    (told,) = notifications.inbox(cast.editor)
    assert (told.kind, told.words, told.origin) == (kind, kept, START.isoformat())


def test_only_the_person_asked_answers_and_a_refusal_wants_a_reason(cast: Cast) -> None:
    row = ask(cast, put(cast), cast.writer)
    with pytest.raises(NotNow) as others:
        coverage.answer(cast.editor, row.id, True)
    assert others.value.why is Why.NOT_YOURS
    for note in ("", "  "):
        with pytest.raises(NotNow) as silent:
            coverage.answer(cast.writer, row.id, False, note)
        assert silent.value.why is Why.NOTE
    assert coverage.of_occurrence(row.meeting_id, "") == (row,)


def test_what_is_owed_stands_by_its_day_and_then_by_its_beginning(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    made = (("C", 10, None), ("B", 9, DUE), ("A", 8, DUE), ("D", 11, date(2019, 4, 7)))
    for title, day, due in made:
        start = START.replace(day=day)
        number = put(cast, start, title=title)
        coverage.assign(cast.editor, number, start, cast.writer, Task.WRITE, due)
    assert [title for title, _ in owed(cast.writer)] == ["D", "A", "B", "C"]  # C by the day it ends
    assert owed(cast.editor) == []


def test_what_is_declined_called_off_or_taken_out_is_owed_no_more(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    number = put(cast)
    row = ask(cast, number, cast.writer)
    photo = ask(cast, number, cast.writer, Task.PHOTO)
    assert row.task is Task.WRITE
    assert owed(cast.writer) == [("Giao ban tuần", Task.WRITE), ("Giao ban tuần", Task.PHOTO)]
    coverage.answer(cast.writer, photo.id, False, "Không có máy ảnh")
    assert owed(cast.writer) == [("Giao ban tuần", Task.WRITE)]
    off = meetings.set_state(cast.secretary, number, 1, START, StateWish(MeetingState.CANCELLED, "mưa lũ"))
    assert owed(cast.writer) == []
    meetings.undo(cast.secretary, off.entry)
    assert len(owed(cast.writer)) == 1


@pytest.mark.parametrize(("minutes", "count"), [(0, 1), (1, 0)])
def test_what_ended_sixty_days_ago_is_not_asked_for_any_more(cast: Cast, minutes: int, count: int) -> None:
    ask(cast, put(cast), cast.writer)
    later = START + HOUR + timedelta(days=60, minutes=minutes) - 7 * HOUR
    clock.set_clock(lambda: later.replace(tzinfo=UTC))
    assert len(owed(cast.writer)) == count


@pytest.mark.parametrize(
    ("stage", "open_still"),
    [
        (Stage.DRAFT, True),
        (Stage.RETURNED, True),
        (Stage.BINNED, True),
        (Stage.SUBMITTED, False),
        (Stage.APPROVED, False),
    ],
)
def test_a_promise_is_open_while_its_text_is_with_its_writer(
    cast: Cast, stage: Stage, open_still: bool
) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    number = put(cast)
    made = article(cast, stage=stage)
    row = ask(cast, number, cast.writer)
    coverage.link(cast.secretary, number, START, made)
    assert len(owed(cast.writer)) == 1  # not answered yet
    coverage.answer(cast.writer, row.id, True)
    assert bool(owed(cast.writer)) is open_still


def test_an_article_is_the_news_of_one_occurrence_and_that_has_no_other(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=3")
    one, two = article(cast, words("Tin thứ nhất")), article(cast, words("Tin thứ hai"))
    done = coverage.link(cast.secretary, number, START, one)
    assert (done.articles, done.meetings, done.act) == (frozenset({one}), frozenset({number}), Act.WRITE_NEWS)
    assert entry(NewsLinked) == NewsLinked(one, ("Tin thứ nhất",))
    for origin, other in ((START, two), (START + WEEK, one)):
        with pytest.raises(NotNow) as refused:
            coverage.link(cast.secretary, number, origin, other)
        title = "Tin thứ hai" if other == two else "Tin thứ nhất"
        assert (refused.value.why, refused.value.args[-1]) == (Why.WRITTEN, title)
    with pytest.raises(NotNow) as written:
        coverage.write_news(cast.writer, number, START)
    assert (written.value.why, written.value.args[-1]) == (Why.WRITTEN, "Tin thứ nhất")
    with pytest.raises(Missing):
        coverage.link(cast.secretary, number, START + WEEK, 999)
    with pytest.raises(Missing):
        coverage.link(cast.secretary, 999, START, two)
    with pytest.raises(Missing):
        coverage.link(cast.secretary, number, START + HOUR, two)
    coverage.link(cast.secretary, number, START + WEEK, two)
    found = [coverage.meeting_of(made) for made in (one, two)]
    assert [row and row.start for row in found] == [START, START + WEEK]
    done = coverage.unlink(cast.secretary, number, one)
    assert (done.articles, done.meetings) == (frozenset({one}), frozenset({number}))
    assert coverage.meeting_of(one) is None
    assert coverage.meeting_of(two) is not None


def test_news_go_where_the_last_of_their_kind_went_and_first_where_news_stand(cast: Cast) -> None:
    first = coverage.write_news(cast.writer, put(cast), START)
    section = listing.row(cast.chief, next(iter(first.articles))).section
    other = article(cast, section=3)
    assert section is not None
    assert section.startswith(("Tin tức", "Tin ", "Hoạt động"))
    coverage.link(cast.secretary, put(cast, title="Họp khác"), START, other)
    second = coverage.write_news(cast.writer, put(cast, title="Họp nữa"), START)
    there = {listing.row(cast.chief, made).section for made in (other, *second.articles)}
    assert len(there) == 1
    assert there != {section}
    assert (second.act, len(second.meetings), second.version) == (Act.WRITE_NEWS, 1, 1)


def test_an_answer_for_one_of_a_series_is_told_with_its_date(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=3")
    coverage.assign(cast.editor, number, START + WEEK, cast.writer, Task.WRITE, None)
    (row,) = coverage.of_occurrence(number, (START + WEEK).isoformat())
    coverage.answer(cast.writer, row.id, True)
    assert notifications.inbox(cast.editor)[0].origin == (START + WEEK).isoformat()


@pytest.mark.parametrize(
    ("title", "of_news"),
    [
        ("Tin tức", True),
        ("Tin trong tỉnh", True),
        ("Hoạt động Tuyên giáo", True),
        ("Tinh hoa", False),
        ("Kỷ niệm", False),
    ],
)
def test_a_section_of_news_is_known_by_its_title(cast: Cast, title: str, of_news: bool) -> None:
    with connection.writing():
        Section.update(title="Trao đổi").execute()
        Section.update(title=title).where(Section.id == 3).execute()
    (made,) = coverage.write_news(cast.writer, put(cast), START).articles
    assert listing.row(cast.chief, made).section == (title if of_news else "")


@pytest.mark.parametrize(("unit", "byline"), [("Văn phòng", "Văn phòng"), ("", "Phòng Khoa giáo")])
def test_news_are_signed_by_who_prepared_the_meeting_and_else_by_their_writers_unit(
    cast: Cast, unit: str, byline: str
) -> None:
    told = Fields("Giao ban tuần", "briefing", unit=unit)
    (number,) = meetings.make(cast.secretary, told, When(START, START + HOUR)).meetings
    (made,) = coverage.write_news(cast.writer, number, START).articles
    assert listing.open_article(cast.writer, made).text.byline.startswith(byline)


def test_what_is_owed_of_a_series_is_the_occurrence_asked_for(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    number = put(cast, rule="FREQ=WEEKLY;COUNT=3")
    coverage.assign(cast.editor, number, START + WEEK, cast.writer, Task.WRITE, None)
    assert [one.row.start for one in coverage.mine(cast.writer)] == [START + WEEK]


def test_a_meeting_that_was_taken_out_has_no_news(cast: Cast) -> None:
    number, other = put(cast), put(cast)
    made = article(cast)
    coverage.link(cast.secretary, other, START, made)
    found = coverage.meeting_of(made)
    assert found is not None
    assert found.meeting_id == other
    meetings.remove(cast.secretary, number, 1, START)
    with pytest.raises(Missing, match="meeting"):
        coverage.write_news(cast.writer, number, START)
    with pytest.raises(Missing, match="coverage"):
        coverage.answer(cast.writer, 999, True)


def test_news_of_another_kind_say_nothing_of_where_these_go(cast: Cast) -> None:
    told = Fields("Hội nghị", "conference")
    (conference,) = meetings.make(cast.secretary, told, When(START, START + HOUR)).meetings
    coverage.link(cast.secretary, conference, START, article(cast, section=3))
    coverage.link(cast.secretary, put(cast), START, article(cast, section=4))
    for number, section in ((put(cast), 4), (put(cast), 4)):
        (made,) = coverage.write_news(cast.writer, number, START).articles
        assert listing.row(cast.chief, made).section_id == section
    (second,) = meetings.make(cast.secretary, told, When(START, START + HOUR)).meetings
    (made,) = coverage.write_news(cast.writer, second, START).articles
    assert listing.row(cast.chief, made).section_id == 3


def test_a_promise_without_a_text_is_open(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    row = ask(cast, put(cast), cast.writer)
    coverage.answer(cast.writer, row.id, True)
    assert owed(cast.writer) == [("Giao ban tuần", Task.WRITE)]
