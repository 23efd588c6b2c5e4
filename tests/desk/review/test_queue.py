"""The queues: what waits for whom, counted and searched, longest waiting first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts.review_settings import REVIEW, ReviewSettings
from desk.acts.rules import Act, IssueState, Role, Stage
from desk.articles import listing, workflow, writing
from desk.database import connection
from desk.database.issue_tables import Issue
from desk.department import delegations
from desk.issues import issues, placing
from desk.issues.issues import IssueWords
from desk.review import comments, queue
from desk.review.queue import Queue
from desk.review.side_bar_numbers import numbers
from tests.making import Cast, article, later, person, version, words

NOW = datetime(2019, 4, 20, 3, tzinfo=UTC)
MORNING = date(2019, 4, 20)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: NOW)


def _ids(who: int, which: Queue) -> list[int]:
    found = [row.id for row in queue.listing(who, which).rows]
    assert queue.counts(who)[which] == len(found)
    return found


def _written(who: int) -> int:
    """Make an article of this person, who sends it."""
    (made,) = writing.create(who, f"của {who}", words(), 2).articles
    workflow.move(who, Act.SUBMIT, made, 1)
    return made


def test_trays_count_what_concerns_each(cast: Cast) -> None:
    article(cast, stage=Stage.SUBMITTED)
    article(cast, stage=Stage.FOR_APPROVAL)
    article(cast, stage=Stage.RETURNED)
    assert queue.counts(cast.editor)[Queue.TO_EDIT] == 1
    assert queue.counts(cast.chief)[Queue.TO_APPROVE] == numbers(cast.chief).waiting == 1
    assert queue.counts(cast.writer)[Queue.RETURNED] == 1
    assert queue.counts(cast.writer)[Queue.WAITING] == 0
    assert queue.counts(cast.chief)[Queue.OVERDUE] == 0
    later(4 * 24 * 60)
    assert queue.counts(cast.chief)[Queue.OVERDUE] == 2
    assert [row.stage for row in queue.listing(cast.chief, Queue.OVERDUE).rows] == [
        Stage.SUBMITTED,
        Stage.FOR_APPROVAL,
    ]


def test_each_judges_what_they_may(cast: Cast) -> None:
    """An editor what was sent, a chief what is to be approved, who is both both; nobody what they wrote."""
    made = {stage: article(cast, stage=stage) for stage in Stage if stage is not Stage.RELEASED}
    sent, passed = made[Stage.SUBMITTED], made[Stage.FOR_APPROVAL]
    both = person(cast, "Vừa biên tập vừa duyệt", Role.EDITOR, Role.CHIEF)
    of_both = _written(both)
    expected = {
        cast.writer: ([], []),
        cast.secretary: ([], []),
        cast.editor: ([sent, of_both], []),
        cast.chief: ([], [passed]),
        both: ([sent], [passed]),
    }
    for who, (edits, signs) in expected.items():
        assert (_ids(who, Queue.TO_EDIT), _ids(who, Queue.TO_APPROVE)) == (edits, signs)
        assert sorted(_ids(who, Queue.WAITING)) == sorted(edits + signs)
    workflow.move(cast.editor, Act.PASS, of_both, version(cast, of_both))
    assert _ids(both, Queue.TO_APPROVE) == [passed]
    assert _ids(cast.chief, Queue.TO_APPROVE) == [passed, of_both]


def test_who_signs_for_a_chief_judges_what_neither_of_them_wrote(cast: Cast) -> None:
    other = article(cast, stage=Stage.FOR_APPROVAL)
    of_the_chief, of_the_hand = (
        _written(cast.chief),
        _written(cast.secretary),
    )
    for made in (of_the_chief, of_the_hand):
        workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    assert _ids(cast.secretary, Queue.TO_APPROVE) == []
    delegations.delegate(cast.chief, cast.secretary, NOW, NOW + timedelta(days=1))
    assert _ids(cast.secretary, Queue.TO_APPROVE) == [other]
    assert _ids(cast.chief, Queue.TO_APPROVE) == [other, of_the_hand]
    later(2 * 24 * 60)
    assert _ids(cast.secretary, Queue.TO_APPROVE) == []


def test_a_deputy_judges_what_is_not_recommended_yet_in_its_present_words(cast: Cast) -> None:
    deputy = person(cast, "Phó phụ trách", Role.DEPUTY)
    made, other = (article(cast, stage=Stage.FOR_APPROVAL) for _ in range(2))
    assert _ids(deputy, Queue.TO_APPROVE) == [made, other]
    workflow.recommend(deputy, made, version(cast, made))
    assert _ids(deputy, Queue.TO_APPROVE) == [other]
    assert _ids(cast.chief, Queue.TO_APPROVE) == [made, other]
    writing.save(cast.editor, made, version(cast, made), words("Đã sửa"), 2)
    assert _ids(deputy, Queue.TO_APPROVE) == [made, other]


def test_who_has_anything_to_judge(cast: Cast) -> None:
    deputy = person(cast, "Phó phụ trách", Role.DEPUTY)
    told = {who: queue.judges(listing.reader(who)) for who in (deputy, *_everybody(cast))}
    assert [who for who, judges in told.items() if judges] == [deputy, cast.editor, cast.chief]
    delegations.delegate(cast.chief, cast.secretary, NOW, NOW + timedelta(days=1))
    assert queue.judges(listing.reader(cast.secretary))


def _everybody(cast: Cast) -> tuple[int, ...]:
    return (cast.admin, cast.writer, cast.editor, cast.chief, cast.secretary)


def test_what_was_returned_lies_with_its_author(cast: Cast) -> None:
    made = article(cast, stage=Stage.RETURNED)
    article(cast, stage=Stage.DRAFT)
    assert [who for who in _everybody(cast) if _ids(who, Queue.RETURNED)] == [cast.writer]
    assert _ids(cast.writer, Queue.RETURNED) == [made]


def test_what_lies_longer_than_the_office_waits_is_overdue_for_whom_it_concerns(cast: Cast) -> None:
    made = [article(cast, stage=stage) for stage in (Stage.SUBMITTED, Stage.FOR_APPROVAL)]
    for stage in (Stage.DRAFT, Stage.RETURNED, Stage.APPROVED):
        article(cast, stage=stage)
    other = _written(person(cast, "Người khác", Role.WRITER))
    days = ReviewSettings().waiting_days
    clock.set_clock(lambda: NOW + timedelta(days=days))
    assert _ids(cast.editor, Queue.OVERDUE) == []  # just as long as it may
    clock.set_clock(lambda: NOW + timedelta(days=days, seconds=1))
    for who in (cast.editor, cast.chief, cast.secretary):
        assert _ids(who, Queue.OVERDUE) == [*made, other]
    assert _ids(cast.writer, Queue.OVERDUE) == made
    with connection.writing():
        REVIEW.store(ReviewSettings(waiting_days=days + 1))
    assert _ids(cast.editor, Queue.OVERDUE) == []


def test_talk_waits_for_an_answer_until_the_article_is_released_or_thrown_away(cast: Cast) -> None:
    talked = {stage: article(cast, stage=stage) for stage in (Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED)}
    for made in talked.values():
        comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Ảnh đâu?")
    assert sorted(_ids(cast.writer, Queue.UNANSWERED)) == sorted(talked.values())
    workflow.move(cast.writer, Act.BIN, talked[Stage.DRAFT], version(cast, talked[Stage.DRAFT]))
    assert sorted(_ids(cast.writer, Queue.UNANSWERED)) == [talked[Stage.SUBMITTED], talked[Stage.APPROVED]]
    assert _ids(cast.editor, Queue.UNANSWERED) == []


def _issue(
    cast: Cast, number: str, closing: date | None, month: int = 4, year: int = 2019, last: int = 0
) -> int:
    told = IssueWords(number, year, month, "", closing.isoformat() if closing else "", last)
    (made,) = issues.make(cast.secretary, told).issues
    return made


def test_what_is_due_for_the_coming_issue(cast: Cast) -> None:
    made = article(cast, words("Sắp hết hạn"), stage=Stage.SUBMITTED)
    assert queue.counts(cast.editor)[Queue.DUE] == 0
    _issue(cast, "4", MORNING + timedelta(days=3))
    assert [row.id for row in queue.listing(cast.editor, Queue.DUE).rows] == [made]
    coming = queue.coming()
    assert coming is not None
    assert (coming.days, coming.name) == (3, "4/2019")


def test_an_issue_that_nobody_closed_is_said_to_be_late_for_a_month(cast: Cast) -> None:
    _issue(cast, "2", MORNING - timedelta(days=32))
    late = _issue(cast, "3", MORNING - timedelta(days=2))
    _issue(cast, "4", MORNING + timedelta(days=9))
    made = article(cast, words("Quá hạn"), stage=Stage.SUBMITTED)
    found = queue.coming()
    assert found is not None
    assert (found.id, found.days) == (late, -2)
    assert [row.id for row in queue.listing(cast.editor, Queue.DUE).rows] == [made]
    with connection.writing():
        Issue.update(state=IssueState.CLOSED.value).where(Issue.id == late).execute()
    closed = queue.coming()
    assert closed is not None
    assert closed.days == 9


def test_the_coming_issue_is_the_one_that_closes_first_from_today_on(cast: Cast) -> None:
    for number, closing in (
        ("3", MORNING - timedelta(days=40)),
        ("6", MORNING + timedelta(days=20)),
        ("4", MORNING),
        ("5", MORNING),
        ("7", None),
    ):
        _issue(cast, number, closing, year=2018 + int(number) % 2)
    assert queue.coming() == queue.Coming(3, "4", 2018, 4, MORNING, 0)
    with connection.writing():
        Issue.update(state=IssueState.CLOSED.value).where(Issue.number == "4").execute()
    closed = queue.coming()
    assert closed is not None
    assert closed.number == "4"  # its list is closed, it is not out
    with connection.writing():
        Issue.update(state=IssueState.RELEASED.value).where(Issue.number.in_(["4", "5"])).execute()
    last = queue.coming()
    assert last is not None
    assert (last.number, last.days) == ("6", 20)
    clock.set_clock(lambda: NOW + timedelta(days=52))
    assert queue.coming() is None


@pytest.mark.parametrize(("left", "due"), [(0, True), (5, True), (6, False)])
def test_what_an_issue_lacks_presses_some_days_before_it_closes(cast: Cast, left: int, due: bool) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    _issue(cast, "4", MORNING + timedelta(days=left))
    assert _ids(cast.editor, Queue.DUE) == [made] * due


def test_due_is_what_is_unfinished_until_the_issues_last_month_and_stands_in_none(cast: Cast) -> None:
    _issue(cast, "4", MORNING)
    made = {stage: article(cast, stage=stage) for stage in Stage if stage is not Stage.RELEASED}
    unfinished = [made[one] for one in (Stage.DRAFT, Stage.RETURNED, Stage.SUBMITTED, Stage.FOR_APPROVAL)]
    other = _written(person(cast, "Người khác", Role.WRITER))
    for who in (cast.editor, cast.chief, cast.secretary):
        assert sorted(_ids(who, Queue.DUE)) == sorted([*unfinished, other])
    assert sorted(_ids(cast.writer, Queue.DUE)) == sorted(unfinished)
    placing.place(cast.secretary, 1, 1, [made[Stage.APPROVED]])
    workflow.reopen(cast.chief, made[Stage.APPROVED], version(cast, made[Stage.APPROVED]), "Xem lại")
    assert made[Stage.APPROVED] not in _ids(cast.editor, Queue.DUE)  # it has its place


@pytest.mark.parametrize(
    ("month", "last", "year", "due"),
    [(4, 0, 2019, True), (3, 0, 2019, False), (5, 0, 2019, True), (3, 4, 2019, True), (12, 0, 2018, False)],
)
def test_an_article_is_due_for_an_issue_of_its_month_or_a_later_one(
    cast: Cast, month: int, last: int, year: int, due: bool
) -> None:
    made = article(cast, stage=Stage.SUBMITTED)  # of April 2019
    _issue(cast, "4", MORNING, month, year, last)
    assert _ids(cast.editor, Queue.DUE) == [made] * due


def test_a_queue_is_searched_in_its_order(cast: Cast) -> None:
    first = article(cast, words("Giao ban quý I"), Stage.SUBMITTED)
    article(cast, words("Tin khác"), Stage.SUBMITTED)
    last = article(cast, words("Giao ban quý II"), Stage.SUBMITTED)
    found = queue.listing(cast.editor, Queue.TO_EDIT, "giao ban quý")
    assert [row.id for row in found.rows] == [first, last]
    assert len(queue.listing(cast.editor, Queue.TO_EDIT, "  ").rows) == 3
    assert queue.listing(cast.editor, Queue.TO_APPROVE, "giao ban").rows == ()


def test_a_queue_is_read_in_stretches(cast: Cast) -> None:
    made = [article(cast, stage=Stage.SUBMITTED) for _ in range(3)]
    page = queue.listing(cast.editor, Queue.TO_EDIT, limit=2)
    assert ([row.id for row in page.rows], page.more) == (made[:2], True)
    rest = queue.listing(cast.editor, Queue.TO_EDIT, after=page.rows[-1], limit=2)
    assert ([row.id for row in rest.rows], rest.more) == (made[2:], False)
    assert not queue.listing(cast.editor, Queue.TO_EDIT, limit=3).more


def test_a_queue_shows_a_hundred_at_first(cast: Cast) -> None:
    for _ in range(101):
        article(cast, stage=Stage.SUBMITTED)
    page = queue.listing(cast.editor, Queue.TO_EDIT)
    assert (len(page.rows), page.more) == (100, True)


def test_the_side_bar_counts_articles_what_waits_and_what_is_unread(cast: Cast) -> None:
    for stage in (Stage.DRAFT, Stage.SUBMITTED, Stage.SUBMITTED, Stage.FOR_APPROVAL, Stage.BINNED):
        article(cast, stage=stage)
    comments.comment(cast.editor, 1, comments.WHOLE_ARTICLE, "Ảnh đâu?")
    told = numbers(cast.editor)
    assert (told.articles, told.waiting, told.tasks) == (4, 2, queue.tasks(cast.editor, 60)[0].count)
    mine = numbers(cast.writer)
    assert mine.unread == queue.tally(cast.writer).unread
    assert mine.newest is not None
    assert mine.newest.article_id == 1
    assert (numbers(cast.admin).unread, numbers(cast.admin).newest) == (0, None)


def test_what_a_person_last_read_of_an_article_is_remembered_for_them_alone(cast: Cast) -> None:
    first, second = article(cast), article(cast)
    assert queue.last_read(cast.editor, first) is None
    queue.mark_read(cast.editor, first, 1)
    queue.mark_read(cast.editor, second, 2)
    queue.mark_read(cast.chief, first, 3)
    later(5)
    queue.mark_read(cast.editor, first, 4)
    assert queue.last_read(cast.editor, first) == (4, NOW + timedelta(minutes=5))
    assert queue.last_read(cast.editor, second) == (2, NOW)
    assert queue.last_read(cast.chief, first) == (3, NOW)
    assert queue.last_read(cast.chief, second) is None
