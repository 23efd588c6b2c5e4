"""What the gate asks before an act: roles and signing authority, checklists, whether it can be undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import checks, gate, journal
from desk.acts.journal import JournalQuery
from desk.acts.requirements import Auto, Before, Item, Level
from desk.acts.rules import Act, Genre, Role, Stage
from desk.articles import listing, workflow, writing
from desk.database.article_tables import Article
from desk.department import delegations, people
from desk.errors import Denied, NotNow, Stale, Unmet, Why
from desk.issues import issues, placing
from desk.review import checklists, comments
from desk.review.checklists import ItemEdit
from tests.making import Cast, article, later, person, version, words

NOON = datetime(2019, 4, 9, 5, tzinfo=UTC)


def test_an_undo_is_not_too_late_in_its_tenth_minute(cast: Cast) -> None:
    clock.set_clock(lambda: NOON)
    article(cast)
    (entry,) = journal.entries(JournalQuery(act=Act.CREATE))
    clock.set_clock(lambda: NOON + timedelta(minutes=10))
    assert not checks.too_late_to_undo(entry)
    clock.set_clock(lambda: NOON + timedelta(minutes=10, milliseconds=1))
    assert checks.too_late_to_undo(entry)


def test_unmet_items_are_named_by_the_program_or_in_a_persons_words() -> None:
    items = [Item(1, Before.SUBMIT, Auto.LEAD, "Có sapô", {}), Item(2, Before.SUBMIT, None, "Có ảnh", {})]
    refused = checks.unmet(items, "Giao ban")
    assert refused.items == (("lead", "Có sapô"), ("", "Có ảnh"))
    assert refused.subject == "Giao ban"


def test_each_list_stops_its_own_act_alone(cast: Cast) -> None:
    required = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(cast.admin, Before.APPROVE, [ItemEdit(None, "Đã đối chiếu", required)])
    row = Article.get_by_id(article(cast, stage=Stage.FOR_APPROVAL))
    for act in (Act.SUBMIT, Act.PASS, Act.RETURN):
        checks.must_be_ready(row, act)
    with pytest.raises(Unmet) as unmet:
        checks.must_be_ready(row, Act.APPROVE)
    assert unmet.value.items == (("", "Đã đối chiếu"),)
    checklists.set_list(cast.admin, Before.APPROVE, [])
    checklists.set_list(cast.admin, Before.SUBMIT, [ItemEdit(None, "Có ảnh", required)])
    checks.must_be_ready(row, Act.APPROVE)
    with pytest.raises(Unmet):
        checks.must_be_ready(row, Act.SUBMIT)


def test_every_open_suggestion_is_counted_before_an_approval(cast: Cast) -> None:
    made = article(cast, words("Họp giao ban"), Stage.FOR_APPROVAL)
    for start, new in ((0, "Hội"), (4, "Giao")):
        comments.comment(cast.editor, made, comments.Stretch("@title", start, start + 3), "", new)
    with pytest.raises(NotNow) as refused:
        checks.must_be_ready(Article.get_by_id(made), Act.APPROVE)
    assert (refused.value.why, refused.value.subject) == (Why.SUGGESTIONS, "2")
    checks.must_be_ready(Article.get_by_id(made), Act.SUBMIT)


def test_a_writer_acts_on_their_own_articles_alone(cast: Cast) -> None:
    (theirs,) = writing.create(cast.editor, "u", words(), 2).articles
    with pytest.raises(Denied) as refused:
        writing.save(cast.writer, theirs, 1, words("Khác"), 2)
    assert refused.value.why is Why.NOT_OWN
    with pytest.raises(Denied):
        workflow.move(cast.writer, Act.SUBMIT, theirs, 1)


def test_a_list_before_sending_may_ask_for_answered_suggestions(cast: Cast) -> None:
    required = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(cast.admin, Before.SUBMIT, [ItemEdit(None, "", required, Auto.SUGGESTIONS)])
    made = article(cast, words("Họp giao ban"))
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 3), "", "Hội nghị")
    with pytest.raises(Unmet) as unmet:
        workflow.move(cast.writer, Act.SUBMIT, made, 1)
    assert unmet.value.items == (("suggestions", ""),)


def test_a_delegate_judges_for_a_chief_and_writes_for_nobody(cast: Cast) -> None:
    other = person(cast, "Vũ Văn Thay", Role.SECRETARY)
    now = clock.now()
    delegations.delegate(cast.chief, other, now, now + timedelta(days=1))
    made = article(cast, stage=Stage.SUBMITTED)
    passed = workflow.move(other, Act.PASS, made, version(cast, made))
    assert journal.of_article(made)[0].detail["for"] == "Trần Thị Lãnh"
    with pytest.raises(NotNow) as refused:
        writing.save(other, made, passed.version, words("Khác"), 2)
    assert refused.value.why is Why.STAGE
    with pytest.raises(Denied) as barred:
        workflow.reassign(other, made, passed.version, cast.editor, "Nghỉ phép")
    assert barred.value.why is Why.ROLE


def test_a_delegate_of_two_signs_for_the_chief_who_did_not_write_it(cast: Cast) -> None:
    second = person(cast, "Ngô Phó Ban", Role.CHIEF)
    now = clock.now()
    for chief in (cast.chief, second):
        delegations.delegate(chief, cast.secretary, now, now + timedelta(days=1))
    (made,) = writing.create(cast.chief, "b", words(), 2).articles
    workflow.move(cast.chief, Act.SUBMIT, made, 1)
    workflow.move(cast.editor, Act.PASS, made, 2)
    workflow.approve(cast.secretary, made, 3)
    entry = journal.of_article(made)[0]
    assert (entry.person_id, entry.detail["for"], entry.detail["for_id"]) == (
        cast.secretary,
        "Ngô Phó Ban",
        second,
    )
    opened = listing.open_article(cast.chief, made)
    assert (opened.approved_by, opened.approved_for) == ("Hoàng Thư Ký", "Ngô Phó Ban")


def test_a_delegate_is_refused_as_who_they_are(cast: Cast) -> None:
    """Where the chief could not either, the refusal speaks of one's own roles; a reason is asked for all the same."""
    now = clock.now()
    made = article(cast, stage=Stage.SUBMITTED)
    delegations.delegate(cast.chief, cast.secretary, now, now + timedelta(days=1))
    with pytest.raises(Denied) as barred:
        workflow.approve(cast.secretary, made, version(cast, made))
    assert barred.value.why is Why.ROLE
    with pytest.raises(Denied):
        workflow.move(cast.secretary, Act.RETURN, made, version(cast, made), "  ")
    workflow.move(cast.secretary, Act.RETURN, made, version(cast, made), "Thiếu ảnh")
    assert journal.of_article(made)[0].detail["for"] == "Trần Thị Lãnh"


def test_a_recall_of_what_is_placed_can_be_undone(cast: Cast) -> None:
    """It is what stands approved in an issue that no undo takes away."""
    made = article(cast, stage=Stage.APPROVED)
    issue = issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, next(iter(issue.issues)), issue.version, [made])
    done = workflow.reopen(cast.chief, made, version(cast, made), "Sai số liệu")
    workflow.undo(cast.chief, made, done.version)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED


def test_what_one_may_oneself_is_not_signed_for_another(cast: Cast) -> None:
    second = person(cast, "Ngô Phó Ban", Role.CHIEF)
    now = clock.now()
    delegations.delegate(cast.chief, second, now, now + timedelta(days=1))
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.approve(second, made, version(cast, made))
    assert "for" not in journal.of_article(made)[0].detail
    assert listing.open_article(cast.chief, made).approved_for == ""


def test_nobody_approves_what_they_wrote(cast: Cast) -> None:
    admin = cast.admin
    row = people.person(cast.chief)
    people.change(
        admin,
        cast.chief,
        row.version,
        people.PersonEdit(row.name, row.title, row.unit, frozenset({Role.CHIEF, Role.EDITOR})),
    )
    made = writing.create(cast.chief, "u1", words())
    (own,) = made.articles
    workflow.move(cast.chief, Act.SUBMIT, own, 1)
    with pytest.raises(Denied) as refused:
        workflow.move(cast.chief, Act.PASS, own, 2)
    assert refused.value.why is Why.OWN
    workflow.move(cast.editor, Act.PASS, own, 2)
    with pytest.raises(Denied) as refused:
        workflow.approve(cast.chief, own, 3)
    assert refused.value.why is Why.OWN
    assert listing.row(cast.chief, own).stage is Stage.FOR_APPROVAL


def test_own_work_is_never_approved_by_any_road(cast: Cast) -> None:
    """Not by a delegate, not for a chief who wrote it, not by an administrator, not after a change of author."""
    everything = person(cast, "Đủ Vai", *Role)
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


def test_undo_is_refused_after_ten_minutes_after_others_and_to_others(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    done = workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    with pytest.raises(NotNow) as not_mine:
        workflow.undo(cast.chief, made, done.version)
    assert not_mine.value.why is Why.NOT_UNDOABLE
    later(11)
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
    with pytest.raises(NotNow), gate.undoing(cast.writer, made, saved.version):
        pass
    placed = article(cast, stage=Stage.APPROVED)
    issue = issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, next(iter(issue.issues)), issue.version, [placed])
    with pytest.raises(NotNow) as stands:
        workflow.undo(cast.chief, placed, version(cast, placed))
    assert stands.value.why is Why.PLACED
    loose = article(cast, stage=Stage.APPROVED)
    workflow.undo(cast.chief, loose, version(cast, loose))
    assert listing.row(cast.chief, loose).stage is Stage.FOR_APPROVAL
