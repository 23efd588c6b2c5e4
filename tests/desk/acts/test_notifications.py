"""The inbox: who is notified of what, once each, and what becomes of it when it is read, settled or taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import notifications
from desk.acts.notifications import Notification, NotificationKind, ToldAct
from desk.acts.rules import Act, Role, Stage
from desk.articles import workflow, writing
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.database import connection
from desk.database.department_tables import Person
from desk.database.journal_tables import InboxEntry
from desk.dates.series import When
from desk.department import delegations
from desk.review.side_bar_numbers import numbers
from tests.making import Cast, article, person, version, words

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)
ASKED, MENTIONED = NotificationKind.COVER_ASKED, NotificationKind.MENTIONED


def _write(cast: Cast, *given: Notification, article_id: int | None = None, entry: int = 7) -> None:
    with connection.writing():
        at = clock.stamp(clock.now())
        told = ToldAct(at, entry, cast.editor, "Phạm Văn Biên", article_id, "Giao ban")
        notifications.write(given, told)


def _to(*people: int, kind: NotificationKind = MENTIONED, words: str = "") -> Notification:
    return Notification(frozenset(people), kind, words)


def test_each_is_notified_once_for_the_first_reason_and_never_of_what_they_did(cast: Cast) -> None:
    _write(
        cast,
        _to(cast.editor, cast.writer, words="xem giúp"),
        _to(cast.writer, cast.chief, kind=NotificationKind.COMMENTED),
    )
    assert notifications.inbox(cast.editor) == []
    (row,) = notifications.inbox(cast.writer)
    assert (row.kind, row.words, row.by, row.title) == (MENTIONED, "xem giúp", "Phạm Văn Biên", "Giao ban")
    assert [row.kind for row in notifications.inbox(cast.chief)] == [NotificationKind.COMMENTED]


def test_a_row_says_when_and_of_which_meeting(cast: Cast) -> None:
    clock.set_clock(lambda: NOW)
    origin = datetime(2019, 4, 8, 14)
    (meeting,) = meetings.make(cast.chief, Fields("Giao ban"), When(origin, origin)).meetings
    one = Notification(frozenset({cast.writer}), ASKED, "2019-04-10", meeting, origin.isoformat())
    _write(cast, one)
    (row,) = notifications.inbox(cast.writer)
    assert (row.at, row.meeting_id, row.origin, row.article_id) == (NOW, meeting, "2019-04-08T14:00:00", None)
    assert not row.read


def test_the_inbox_is_newest_first_and_the_newest_unread_is_named(cast: Cast) -> None:
    assert notifications.newest_unread(cast.writer) is None
    for said in ("một", "hai", "ba"):
        _write(cast, _to(cast.writer, words=said))
    rows = notifications.inbox(cast.writer)
    assert [row.words for row in rows] == ["ba", "hai", "một"]
    assert [row.words for row in notifications.inbox(cast.writer, 2)] == ["ba", "hai"]
    notifications.mark(cast.writer, [rows[0].id])
    newest = notifications.newest_unread(cast.writer)
    assert newest is not None
    assert newest.words == "hai"
    assert notifications.count_unread(cast.writer).scalar() == 2


def test_an_article_that_lies_open_marks_its_own_notifications(cast: Cast) -> None:
    one, other = article(cast), article(cast)
    for number in (one, other):
        _write(cast, _to(cast.writer, cast.chief), article_id=number)
    notifications.mark_article(cast.writer, one)
    assert {row.article_id: row.read for row in notifications.inbox(cast.writer)} == {one: True, other: False}
    assert [row.read for row in notifications.inbox(cast.chief)] == [False, False]


def test_only_what_said_that_an_article_waits_is_settled(cast: Cast) -> None:
    one, other = article(cast), article(cast)
    waits = (NotificationKind.TO_EDIT, NotificationKind.TO_APPROVE, NotificationKind.RECOMMENDED)
    for kind in (*waits, NotificationKind.MENTIONED, NotificationKind.RETURNED):
        _write(cast, _to(cast.writer, kind=kind), article_id=one)
    _write(cast, _to(cast.writer, kind=NotificationKind.TO_EDIT), article_id=other)
    with connection.writing():
        notifications.settle(one)
    assert {row.kind for row in notifications.inbox(cast.writer) if row.read} == set(waits)
    assert not notifications.inbox(cast.writer)[0].read  # of another article


def test_what_was_read_is_not_taken_back(cast: Cast) -> None:
    _write(cast, _to(cast.writer, cast.chief), entry=7)
    _write(cast, _to(cast.writer), entry=8)
    (row,) = notifications.inbox(cast.chief)
    notifications.mark(cast.chief, [row.id])
    with connection.writing():
        notifications.take_back(7)
    assert len(notifications.inbox(cast.chief)) == len(notifications.inbox(cast.writer)) == 1


def test_judges_are_the_reviewers_of_a_stage_but_no_author(cast: Cast) -> None:
    clock.set_clock(lambda: NOW)
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY, Role.EDITOR)
    made = article(cast)
    assert notifications.judges(Stage.SUBMITTED, made) == {cast.editor, deputy}
    assert notifications.judges(Stage.FOR_APPROVAL, made) == {cast.chief, deputy}
    for stage in (Stage.DRAFT, Stage.APPROVED, Stage.RETURNED):
        assert notifications.judges(stage, made) == frozenset()
    workflow.reassign(cast.editor, made, version(cast, made), deputy, "Nghỉ phép")
    assert notifications.judges(Stage.SUBMITTED, made) == {cast.editor}


def test_who_signs_for_a_chief_judges_while_it_holds(cast: Cast) -> None:
    clock.set_clock(lambda: NOW)
    made = article(cast)
    delegations.delegate(cast.chief, cast.secretary, NOW, NOW + timedelta(hours=1))
    assert notifications.judges(Stage.FOR_APPROVAL, made) == {cast.chief, cast.secretary}
    assert cast.secretary not in notifications.judges(Stage.SUBMITTED, made)
    clock.set_clock(lambda: NOW + timedelta(hours=1))
    assert notifications.judges(Stage.FOR_APPROVAL, made) == {cast.chief}


@pytest.mark.parametrize("change", [{"active": False}, {"roles": "writer"}])
@pytest.mark.parametrize("of", ["chief", "delegate"])
def test_who_signs_for_one_who_is_no_chief_any_more_judges_nothing(
    cast: Cast, of: str, change: dict[str, object]
) -> None:
    """A delegate who changed roles signs on; one who left does not."""
    clock.set_clock(lambda: NOW)
    made = article(cast)
    delegations.delegate(cast.chief, cast.secretary, NOW, NOW + timedelta(hours=1))
    who = cast.chief if of == "chief" else cast.secretary
    Person.update(**change).where(Person.id == who).execute()
    signs = of == "delegate" and "roles" in change
    assert (cast.secretary in notifications.judges(Stage.FOR_APPROVAL, made)) is signs
    assert (cast.chief in notifications.judges(Stage.FOR_APPROVAL, made)) is (of == "delegate")


def test_what_a_chief_wrote_is_signed_by_no_delegate_of_theirs(cast: Cast) -> None:
    clock.set_clock(lambda: NOW)
    second = person(cast, "Ngô Phó Ban", Role.CHIEF)
    (made,) = writing.create(cast.chief, "u", words()).articles
    delegations.delegate(cast.chief, cast.secretary, NOW, NOW + timedelta(hours=1))
    assert notifications.judges(Stage.FOR_APPROVAL, made) == {second}
    delegations.delegate(second, cast.secretary, NOW, NOW + timedelta(hours=1))
    assert notifications.judges(Stage.FOR_APPROVAL, made) == {second, cast.secretary}


def test_who_left_is_no_judge(cast: Cast) -> None:
    Person.update(active=False).where(Person.id == cast.editor).execute()
    assert notifications.judges(Stage.SUBMITTED, article(cast)) == frozenset()


def test_a_step_that_leads_to_nobody_notifies_nobody(cast: Cast) -> None:
    made = article(cast)
    for act, stage in (
        (Act.UNDO, Stage.SUBMITTED),
        (Act.FILE, Stage.FOR_APPROVAL),
        (Act.EDIT, Stage.SUBMITTED),
        (Act.BIN, Stage.BINNED),
        (Act.RESTORE, Stage.DRAFT),
    ):
        assert notifications.of_act(act, stage, made, cast.writer, "") == []


def test_a_notification_of_an_act_bears_its_words_and_its_moment(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    clock.set_clock(lambda: NOW)
    workflow.move(cast.editor, Act.RETURN, made, 2, "Thiếu ảnh")
    (row,) = notifications.inbox(cast.writer)
    assert (row.kind, row.article_id, row.words) == (NotificationKind.RETURNED, made, "Thiếu ảnh")
    assert (row.by, row.title, row.at, row.read) == ("Phạm Văn Biên", words().title, NOW, False)
    assert (row.meeting_id, row.origin) == (None, "")
    assert notifications.newest_unread(cast.writer) == row


def test_what_is_read_keeps_the_moment_it_was_read(cast: Cast) -> None:
    """Neither the article that lies open nor its next step reads it again."""
    made = article(cast)
    clock.set_clock(lambda: NOW)
    _write(cast, _to(cast.writer, kind=NotificationKind.TO_EDIT), article_id=made)
    (row,) = notifications.inbox(cast.writer)
    notifications.mark(cast.writer, [row.id])
    clock.set_clock(lambda: NOW + timedelta(hours=1))
    notifications.mark_article(cast.writer, made)
    with connection.writing():
        notifications.settle(made)
    assert InboxEntry.get_by_id(row.id).read_at == clock.stamp(NOW)


def test_only_the_ones_named_are_marked(cast: Cast) -> None:
    for said in ("một", "hai", "ba"):
        _write(cast, _to(cast.writer, words=said))
    first, _, third = (row.id for row in notifications.inbox(cast.writer))
    notifications.mark(cast.writer, [first, third])
    assert [row.read for row in notifications.inbox(cast.writer)] == [True, False, True]
    assert notifications.count_unread(cast.writer).scalar() == 1
    assert notifications.count_unread(cast.chief).scalar() == 0
    assert notifications.newest_unread(cast.chief) is None


@pytest.mark.parametrize(
    ("act", "stage", "kind"),
    [
        (Act.SUBMIT, Stage.SUBMITTED, NotificationKind.TO_EDIT),
        (Act.SUBMIT, Stage.FOR_APPROVAL, NotificationKind.TO_APPROVE),  # an office with one level
        (Act.PASS, Stage.FOR_APPROVAL, NotificationKind.TO_APPROVE),
        (Act.RECOMMEND, Stage.FOR_APPROVAL, NotificationKind.RECOMMENDED),
    ],
)
def test_a_step_notifies_who_judges_next(cast: Cast, act: Act, stage: Stage, kind: NotificationKind) -> None:
    (due,) = notifications.of_act(act, stage, article(cast), cast.writer, "Gấp")
    assert due.kind is kind
    assert due.people == {cast.editor if kind is NotificationKind.TO_EDIT else cast.chief}
    assert due.words == ("" if act is Act.RECOMMEND else "Gấp")


@pytest.mark.parametrize(
    ("act", "kind"), [(Act.RETURN, NotificationKind.RETURNED), (Act.APPROVE, NotificationKind.APPROVED)]
)
def test_a_judgement_notifies_the_author(cast: Cast, act: Act, kind: NotificationKind) -> None:
    stage = Stage.RETURNED if act is Act.RETURN else Stage.APPROVED
    assert notifications.of_act(act, stage, article(cast), cast.writer, "Sửa") == [
        Notification(frozenset({cast.writer}), kind, "Sửa")
    ]
    assert notifications.of_act(Act.WITHDRAW, Stage.DRAFT, article(cast), cast.writer, "") == []


def test_a_recall_notifies_who_approves_and_the_author(cast: Cast) -> None:
    due = notifications.of_act(Act.REOPEN, Stage.FOR_APPROVAL, article(cast), cast.writer, "Sai")
    assert [(one.kind, one.people) for one in due] == [
        (NotificationKind.TO_APPROVE, frozenset({cast.chief})),
        (NotificationKind.REOPENED, frozenset({cast.writer})),
    ]


def test_a_notice_of_an_undone_act_is_taken_back_while_unread(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    assert [row.kind for row in notifications.inbox(cast.editor)] == [NotificationKind.TO_EDIT]
    workflow.undo(cast.writer, made, version(cast, made))
    assert notifications.inbox(cast.editor) == []


def test_notices_are_read_and_unread_by_their_owner_alone(cast: Cast) -> None:
    article(cast, stage=Stage.SUBMITTED)
    (row,) = notifications.inbox(cast.editor)
    notifications.mark(cast.chief, [row.id])
    assert numbers(cast.editor).unread == 1
    notifications.mark(cast.editor, [row.id])
    assert numbers(cast.editor).unread == 0
    notifications.mark(cast.editor, [row.id], read=False)
    assert numbers(cast.editor).unread == 1


def test_what_was_read_stays_when_its_act_is_undone(cast: Cast) -> None:
    """Only who has not seen it yet is spared it: nothing vanishes that somebody may look for."""
    made = article(cast, stage=Stage.SUBMITTED)
    (told,) = notifications.inbox(cast.editor)
    notifications.mark(cast.editor, [told.id])
    workflow.undo(cast.writer, made, version(cast, made))
    (stays,) = notifications.inbox(cast.editor)
    assert (stays.id, stays.kind, stays.read) == (told.id, NotificationKind.TO_EDIT, True)
