"""The law of the road, complete: undo, delegation, levels, recommendations, authors that changed."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from desk import clock
from desk.acts import journal, notifications
from desk.acts.notifications import NotificationKind
from desk.acts.requirements import Before, Level
from desk.acts.review_settings import ReviewSettings
from desk.acts.rules import Act, Genre, Role, Stage
from desk.acts.workflow_state import WorkflowState
from desk.articles import listing, workflow, writing
from desk.database.article_tables import Article
from desk.database.journal_tables import Journal
from desk.department import delegations, people, settings
from desk.errors import Denied, NotNow, Stale, Unmet, Why
from desk.issues import issues, placing
from desk.review import checklists, comments, discussion, queue
from desk.review.checklists import ItemEdit
from desk.review.numbers import numbers
from desk.review.queue import Queue
from tests.engine import tampering
from tests.making import PASSWORD, Cast, article, version, words


def _person(cast: Cast, name: str, *roles: Role) -> int:
    people.add(cast.admin, name, "", "", frozenset(roles), PASSWORD)
    return people.by_name(name).id


def _later(minutes: float) -> None:
    now = clock.now()
    clock.set_clock(lambda: now + timedelta(minutes=minutes))


# -- undo ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "act", "note"),
    [
        (Stage.DRAFT, Act.SUBMIT, ""),
        (Stage.SUBMITTED, Act.PASS, ""),
        (Stage.SUBMITTED, Act.RETURN, "Thiếu số liệu"),
        (Stage.FOR_APPROVAL, Act.RETURN, "Thiếu số liệu"),
        (Stage.DRAFT, Act.BIN, ""),
        (Stage.BINNED, Act.RESTORE, ""),
    ],
)
def test_every_step_is_taken_back_as_it_was(cast: Cast, stage: Stage, act: Act, note: str) -> None:
    made = article(cast, stage=stage)
    before = listing.row(cast.chief, made)
    by = {Act.PASS: cast.editor, Act.RETURN: cast.chief}.get(act, cast.writer)
    changes = workflow.move(by, act, made, before.version, note)
    assert changes.undo
    workflow.undo(by, made, changes.version)
    after = listing.row(cast.chief, made)
    assert (after.stage, after.stage_since, after.note) == (before.stage, before.stage_since, before.note)
    last = journal.of_article(made)[0]
    assert (last.act, last.detail["undid"]) == (Act.UNDO, act.value)
    assert journal.check() == []


def test_an_approval_and_its_recall_are_undone_whole(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    signed = listing.open_article(cast.chief, made)
    done = workflow.reopen(cast.chief, made, signed.row.version, "Sai số liệu")
    workflow.undo(cast.chief, made, done.version)
    again = listing.open_article(cast.chief, made)
    assert (again.row.stage, again.approved_revision, again.approved_by) == (
        Stage.APPROVED,
        signed.approved_revision,
        signed.approved_by,
    )
    other = article(cast, stage=Stage.FOR_APPROVAL)
    done = workflow.approve(cast.chief, other, version(cast, other))
    workflow.undo(cast.chief, other, done.version)
    back = listing.open_article(cast.chief, other)
    assert (back.row.stage, back.approved_revision) == (Stage.FOR_APPROVAL, None)


def test_undoing_a_return_keeps_the_deputys_recommendation(cast: Cast) -> None:
    deputy = _person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.recommend(deputy, made, version(cast, made))
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"
    returned = workflow.move(cast.chief, Act.RETURN, made, version(cast, made), "Thiếu số liệu")
    assert listing.row(cast.chief, made).recommended_by == ""
    workflow.undo(cast.chief, made, returned.version)
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"


def test_undoing_a_second_recommendation_gives_back_the_first(cast: Cast) -> None:
    first, second = _person(cast, "Đỗ Phó", Role.DEPUTY), _person(cast, "Vũ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.recommend(first, made, version(cast, made))
    done = workflow.recommend(second, made, version(cast, made))
    workflow.undo(second, made, done.version)
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"


def test_a_recall_is_not_undone_over_an_open_suggestion(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    done = workflow.reopen(cast.chief, made, version(cast, made), "Sai số liệu")
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 4), "", "Họp")
    with pytest.raises(NotNow) as refused:
        workflow.undo(cast.chief, made, done.version)
    assert (refused.value.why, refused.value.subject) == (Why.SUGGESTIONS, "1")
    opened = listing.open_article(cast.chief, made)
    assert (opened.row.stage, opened.approved_revision) == (Stage.FOR_APPROVAL, None)
    (thread,) = discussion.of_article(cast.editor, made)
    comments.decline(cast.editor, thread.id)
    workflow.undo(cast.chief, made, done.version)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED


def test_a_recall_is_not_undone_over_a_required_item_that_is_missing_now(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    done = workflow.reopen(cast.chief, made, version(cast, made), "Sai số liệu")
    always = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(cast.admin, Before.APPROVE, [ItemEdit(None, "Đã đọc lại", always)])
    with pytest.raises(Unmet):
        workflow.undo(cast.chief, made, done.version)
    assert listing.row(cast.chief, made).stage is Stage.FOR_APPROVAL


def test_every_column_of_an_article_is_put_back_or_known_to_stay() -> None:
    stays = {"id", "uid", "author_id", "section_id", "version", "revision", "changed_at", "touched", "genre"}
    described = {"title", "title_key", "byline", "event_date", "month", "words"}
    columns = {one.column_name for one in Article._meta.sorted_fields}
    put_back = {one.name for one in fields(WorkflowState)}
    assert put_back | stays | described == columns
    assert not put_back & (stays | described)


def _as_earlier_versions_kept(entry_id: int, detail: dict[str, object]) -> None:
    """Give the last entry the detail that the same act had before there were snapshots."""
    with tampering():
        Journal.update(detail=json.dumps(detail, ensure_ascii=False)).where(Journal.id == entry_id).execute()


@pytest.mark.parametrize("act", [Act.RETURN, Act.APPROVE, Act.REOPEN, Act.RECOMMEND])
def test_what_earlier_versions_kept_is_undone_too(cast: Cast, act: Act) -> None:
    deputy = _person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.APPROVED if act is Act.REOPEN else Stage.FOR_APPROVAL)
    before = listing.open_article(cast.chief, made)
    stood = Article.get_by_id(made)
    old: dict[str, object] = {
        "from": stood.stage,
        "since": stood.stage_since,
        "was_note": stood.note,
        "revision": stood.revision,
    }
    who = cast.chief
    if act is Act.RETURN:
        done = workflow.move(who, act, made, stood.version, "Thiếu số liệu")
    elif act is Act.APPROVE:
        done = workflow.approve(who, made, stood.version)
    elif act is Act.REOPEN:
        done = workflow.reopen(who, made, stood.version, "Sai số liệu")
        old["approval"] = {name: getattr(stood, name) for name in WorkflowState.APPROVAL}
    else:
        who = deputy
        done = workflow.recommend(who, made, stood.version)
    last = journal.of_article(made)[0]
    _as_earlier_versions_kept(last.id, old)
    workflow.undo(who, made, done.version)
    after = listing.open_article(cast.chief, made)
    assert replace(after.row, version=0, touched=0, changed_at=before.row.changed_at) == replace(
        before.row, version=0, touched=0
    )
    assert (after.approved_revision, after.approved_by) == (before.approved_revision, before.approved_by)


def test_an_entry_that_does_not_say_how_it_stood_is_refused_cleanly(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    _as_earlier_versions_kept(journal.of_article(made)[0].id, {"from": "draft"})
    with pytest.raises(NotNow) as refused:
        workflow.undo(cast.writer, made, version(cast, made))
    assert refused.value.why is Why.NOT_UNDOABLE
    assert listing.row(cast.writer, made).stage is Stage.SUBMITTED


def test_undo_is_refused_after_ten_minutes_after_others_and_to_others(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    done = workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    with pytest.raises(NotNow) as not_mine:
        workflow.undo(cast.chief, made, done.version)
    assert not_mine.value.why is Why.NOT_UNDOABLE
    _later(11)
    with pytest.raises(NotNow) as late:
        workflow.undo(cast.editor, made, done.version)
    assert late.value.why is Why.TOO_LATE
    clock.set_clock(None)
    workflow.move(cast.chief, Act.RETURN, made, done.version, "Chưa đủ")
    with pytest.raises(Stale) as acted:
        workflow.undo(cast.editor, made, done.version)
    assert acted.value.by == "Trần Thị Lãnh"


def test_an_edit_is_no_act_to_undo_and_a_placed_article_stays_approved(cast: Cast) -> None:
    made = article(cast)
    saved = writing.save(cast.writer, made, 1, words("Tít mới"), 2)
    with pytest.raises(NotNow) as edit:
        workflow.undo(cast.writer, made, saved.version)
    assert edit.value.why is Why.NOT_UNDOABLE
    placed = article(cast, stage=Stage.APPROVED)
    issue = issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, next(iter(issue.issues)), issue.version, [placed])
    with pytest.raises(NotNow) as stands:
        workflow.undo(cast.chief, placed, version(cast, placed))
    assert stands.value.why is Why.PLACED


def test_a_notice_of_an_undone_act_is_taken_back_while_unread(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    assert [row.kind for row in notifications.inbox(cast.editor)] == [NotificationKind.TO_EDIT]
    workflow.undo(cast.writer, made, version(cast, made))
    assert notifications.inbox(cast.editor) == []


# -- delegation ------------------------------------------------------------------------------------------


def test_a_delegate_signs_and_both_are_named(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    with pytest.raises(Denied):
        workflow.approve(cast.editor, made, version(cast, made))
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1), "Đi công tác")
    assert Act.APPROVE in listing.row(cast.editor, made).acts
    assert queue.counts(cast.editor)[Queue.TO_APPROVE] == 1
    workflow.approve(cast.editor, made, version(cast, made))
    opened = listing.open_article(cast.writer, made)
    assert (opened.approved_by, opened.approved_for) == ("Phạm Văn Biên", "Trần Thị Lãnh")
    entry = journal.of_article(made)[0]
    assert (entry.person, entry.detail["for"]) == ("Phạm Văn Biên", "Trần Thị Lãnh")


def test_a_delegation_that_ended_a_minute_ago_signs_nothing(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(minutes=5))
    seen = listing.row(cast.editor, made)
    assert Act.APPROVE in seen.acts
    _later(6)
    with pytest.raises(Denied) as refused:
        workflow.approve(cast.editor, made, seen.version)
    assert refused.value.why is Why.ROLE
    assert Act.APPROVE not in listing.row(cast.editor, made).acts


def test_a_delegation_ends_with_its_revocation_and_with_the_chiefs_role(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1))
    delegations.end(cast.chief, delegations.listing()[0].id)
    with pytest.raises(Denied):
        workflow.approve(cast.editor, made, version(cast, made))
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1))
    chief = people.person(cast.chief)
    no_chief = people.PersonEdit(chief.name, "", "", frozenset({Role.WRITER}))
    people.change(cast.admin, chief.id, chief.version, no_chief)
    with pytest.raises(Denied):
        workflow.approve(cast.editor, made, version(cast, made))


def test_own_work_is_never_approved_by_any_road(cast: Cast) -> None:
    """Not by a delegate, not for a chief who wrote it, not by an administrator, not after a change of author."""
    everything = _person(cast, "Đủ Vai", *Role)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    delegations.delegate(cast.chief, cast.writer, clock.now(), clock.now() + timedelta(days=1))
    with pytest.raises(Denied) as by_delegate:
        workflow.approve(cast.writer, made, version(cast, made))
    assert by_delegate.value.why in (Why.OWN, Why.ROLE)
    (mine,) = writing.create(everything, "a", words(), 2).articles
    sent = workflow.move(everything, Act.SUBMIT, mine, 1)
    passed = workflow.move(cast.editor, Act.PASS, mine, sent.version)
    moved = workflow.reassign(cast.editor, mine, passed.version, cast.writer, "Nghỉ phép")
    with pytest.raises(Denied) as after_change:
        workflow.approve(everything, mine, moved.version)
    assert after_change.value.why is Why.OWN
    (theirs,) = writing.create(cast.chief, "b", words(), 2).articles
    sent = workflow.move(cast.chief, Act.SUBMIT, theirs, 1)
    passed = workflow.move(cast.editor, Act.PASS, theirs, sent.version)
    delegations.delegate(cast.chief, cast.secretary, clock.now(), clock.now() + timedelta(days=1))
    with pytest.raises(Denied):
        workflow.approve(cast.secretary, theirs, passed.version)


def test_delegations_refuse_nonsense(cast: Cast) -> None:
    now = clock.now()
    for to, since, until, why in (
        (cast.chief, now, now + timedelta(days=1), Why.SELF_DELEGATE),
        (cast.editor, now, now - timedelta(days=1), Why.DATES),
        (cast.editor, now - timedelta(days=2), now - timedelta(days=1), Why.DATES),
    ):
        with pytest.raises(NotNow) as refused:
            delegations.delegate(cast.chief, to, since, until)
        assert refused.value.why is why
    with pytest.raises(Denied):
        delegations.delegate(cast.editor, cast.writer, now, now + timedelta(days=1))


# -- levels, deputies, people ------------------------------------------------------------------------------


def test_one_level_leads_straight_to_the_chief(cast: Cast) -> None:
    settings.change_practice(cast.admin, ReviewSettings(levels=1))
    made = article(cast)
    sent = workflow.move(cast.writer, Act.SUBMIT, made, 1)
    assert listing.row(cast.chief, made).stage is Stage.FOR_APPROVAL
    assert Act.WITHDRAW in listing.row(cast.writer, made).acts
    back = workflow.move(cast.writer, Act.WITHDRAW, made, sent.version)
    sent = workflow.move(cast.writer, Act.SUBMIT, made, back.version)
    workflow.approve(cast.chief, made, sent.version)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED


def test_a_deputy_recommends_one_text_and_the_chief_decides(cast: Cast) -> None:
    deputy = _person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    assert queue.counts(deputy)[Queue.TO_APPROVE] == 1
    with pytest.raises(Denied):
        workflow.approve(deputy, made, version(cast, made))
    workflow.recommend(deputy, made, version(cast, made))
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"
    assert queue.counts(deputy)[Queue.TO_APPROVE] == 0
    assert notifications.inbox(cast.chief)[0].kind is NotificationKind.RECOMMENDED
    writing.save(cast.editor, made, version(cast, made), words("Tít khác"), 2)
    assert listing.row(cast.chief, made).recommended_by == ""


def test_a_deactivated_authors_article_is_given_to_another(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    writer = people.person(cast.writer)
    people.change(
        cast.admin,
        writer.id,
        writer.version,
        people.PersonEdit(writer.name, "", "", writer.roles, active=False),
    )
    other = _person(cast, "Lê Văn Mới", Role.WRITER)
    seen = version(cast, made)
    with pytest.raises(Denied) as gone:
        workflow.reassign(cast.editor, made, seen, cast.writer, "Trả lại")
    assert gone.value.why is Why.INACTIVE
    with pytest.raises(NotNow):
        workflow.reassign(cast.editor, made, seen, other, " ")
    done = workflow.reassign(cast.editor, made, seen, other, "Đã nghỉ việc")
    workflow.move(cast.editor, Act.RETURN, made, done.version, "Viết tiếp")
    assert Act.EDIT in listing.row(other, made).acts
    assert {row.kind for row in notifications.inbox(other)} == {
        NotificationKind.ASSIGNED,
        NotificationKind.RETURNED,
    }


def test_a_role_taken_away_while_the_button_is_on_screen(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    seen = listing.row(cast.chief, made)
    chief = people.person(cast.chief)
    people.change(
        cast.admin, chief.id, chief.version, people.PersonEdit(chief.name, "", "", frozenset({Role.WRITER}))
    )
    with pytest.raises(Denied) as refused:
        workflow.approve(cast.chief, made, seen.version)
    assert refused.value.why is Why.ROLE
    assert listing.row(cast.editor, made).stage is Stage.FOR_APPROVAL


# -- trays and notices -------------------------------------------------------------------------------------


def test_trays_count_what_concerns_each(cast: Cast) -> None:
    article(cast, stage=Stage.SUBMITTED)
    article(cast, stage=Stage.FOR_APPROVAL)
    article(cast, stage=Stage.RETURNED)
    assert queue.counts(cast.editor)[Queue.TO_EDIT] == 1
    assert queue.counts(cast.chief)[Queue.TO_APPROVE] == numbers(cast.chief).waiting == 1
    assert queue.counts(cast.writer)[Queue.RETURNED] == 1
    assert queue.counts(cast.writer)[Queue.WAITING] == 0
    assert queue.counts(cast.chief)[Queue.OVERDUE] == 0
    _later(4 * 24 * 60)
    assert queue.counts(cast.chief)[Queue.OVERDUE] == 2
    assert [row.stage for row in queue.listing(cast.chief, Queue.OVERDUE).rows] == [
        Stage.SUBMITTED,
        Stage.FOR_APPROVAL,
    ]


def test_what_is_due_for_the_coming_issue(cast: Cast) -> None:
    today = clock.today()
    text = words("Sắp hết hạn")
    made = article(cast, text, stage=Stage.SUBMITTED)
    assert queue.counts(cast.editor)[Queue.DUE] == 0
    closing = today + timedelta(days=3)
    issues.make(cast.secretary, issues.IssueWords("4", today.year, today.month, "", closing.isoformat()))
    assert [row.id for row in queue.listing(cast.editor, Queue.DUE).rows] == [made]
    coming = queue.coming()
    assert coming is not None
    assert (coming.days, coming.name) == (3, f"4/{today.year}")


def test_a_queue_is_searched_in_its_order(cast: Cast) -> None:
    first = article(cast, words("Giao ban quý I"), Stage.SUBMITTED)
    article(cast, words("Tin khác"), Stage.SUBMITTED)
    last = article(cast, words("Giao ban quý II"), Stage.SUBMITTED)
    found = queue.listing(cast.editor, Queue.TO_EDIT, "giao ban quý")
    assert [row.id for row in found.rows] == [first, last]


def test_notices_are_read_and_unread_by_their_owner_alone(cast: Cast) -> None:
    article(cast, stage=Stage.SUBMITTED)
    (row,) = notifications.inbox(cast.editor)
    notifications.mark(cast.chief, [row.id])
    assert numbers(cast.editor).unread == 1
    notifications.mark(cast.editor, [row.id])
    assert numbers(cast.editor).unread == 0
    notifications.mark(cast.editor, [row.id], read=False)
    assert numbers(cast.editor).unread == 1
