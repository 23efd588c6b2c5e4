"""Undo: an act taken back leaves the article as it stood, also as earlier versions kept it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.changes import Changes
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, Role, Stage
from desk.acts.workflow_state import WorkflowState
from desk.articles import listing, workflow
from desk.database.article_tables import Article
from desk.database.journal_tables import Journal
from desk.department import delegations, people
from desk.errors import Denied, NotNow, Unmet, Why
from desk.review import checklists, comments, discussion
from desk.review.checklists import ItemEdit
from tests.engine import tampering
from tests.making import Cast, article, person, version


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
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.recommend(deputy, made, version(cast, made))
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"
    returned = workflow.move(cast.chief, Act.RETURN, made, version(cast, made), "Thiếu số liệu")
    assert listing.row(cast.chief, made).recommended_by == ""
    workflow.undo(cast.chief, made, returned.version)
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"


def test_undoing_a_second_recommendation_gives_back_the_first(cast: Cast) -> None:
    first, second = person(cast, "Đỗ Phó", Role.DEPUTY), person(cast, "Vũ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.recommend(first, made, version(cast, made))
    done = workflow.recommend(second, made, version(cast, made))
    workflow.undo(second, made, done.version)
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"


def test_an_undo_says_what_it_undid_and_of_which_text(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    done = workflow.undo(cast.writer, made, 2)
    assert done == Changes(frozenset({made}), act=Act.UNDO, version=3)
    entry, undone = journal.of_article(made)[:2]
    assert (entry.act, entry.version, entry.sha256) == (Act.UNDO, 3, undone.sha256)
    assert entry.detail == {"undid": "submit", "entry": undone.id}


def test_who_may_no_more_do_an_act_does_not_undo_it(cast: Cast) -> None:
    """What a role, or the authority of a chief, allowed is theirs to take back while they have it."""
    made = article(cast, stage=Stage.FOR_APPROVAL)
    now = clock.now()
    delegations.delegate(cast.chief, cast.secretary, now, now + timedelta(days=1))
    signed = workflow.approve(cast.secretary, made, version(cast, made))
    delegations.end(cast.chief, delegations.listing()[0].id)
    with pytest.raises(Denied) as refused:
        workflow.undo(cast.secretary, made, signed.version)
    assert refused.value.why is Why.ROLE
    second = person(cast, "Ngô Phó Ban", Role.CHIEF)
    delegations.delegate(second, cast.secretary, now, now + timedelta(days=1))
    with pytest.raises(Denied):
        workflow.undo(cast.secretary, made, signed.version)
    delegations.delegate(cast.chief, cast.secretary, now, now + timedelta(days=1))
    workflow.undo(cast.secretary, made, signed.version)
    other = article(cast, stage=Stage.SUBMITTED)
    passed = workflow.move(cast.editor, Act.PASS, other, 2)
    row = people.person(cast.editor)
    people.change(
        cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", frozenset({Role.SECRETARY}))
    )
    with pytest.raises(Denied) as refused:
        workflow.undo(cast.editor, other, passed.version)
    assert refused.value.why is Why.ROLE


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


def _as_earlier_versions_kept(entry_id: int, detail: dict[str, object]) -> None:
    """Give the last entry the detail that the same act had before there were snapshots."""
    with tampering():
        Journal.update(detail=json.dumps(detail, ensure_ascii=False)).where(Journal.id == entry_id).execute()


@pytest.mark.parametrize("act", [Act.RETURN, Act.APPROVE, Act.REOPEN, Act.RECOMMEND])
def test_what_earlier_versions_kept_is_undone_too(cast: Cast, act: Act) -> None:
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY)
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
