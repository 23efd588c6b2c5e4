"""The workflow of an article through the gate, on a real file; and the issue it ends in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts import journal, notifications
from desk.acts.article_details import Judged, Reassigned
from desk.acts.changes import Changes
from desk.acts.notifications import NotificationKind
from desk.acts.review_settings import ReviewSettings
from desk.acts.rules import Act, Role, Stage
from desk.acts.workflow_rules import RULES
from desk.acts.workflow_state import WorkflowState
from desk.articles import listing, workflow, writing
from desk.database import revisions
from desk.database.article_tables import Article, Authorship
from desk.department import people, settings
from desk.errors import Denied, NotNow, Stale, Why
from desk.integrity import database
from desk.issues import issues, placing, printing
from desk.issues import plan as issue_plan
from desk.registers.ignored import ignore
from desk.review import queue
from desk.review.queue import Queue
from desk.text.blocks import ArticleText
from tests.making import Cast, article, person, version, words

NOON = datetime(2019, 4, 9, 5, tzinfo=UTC)


def test_the_whole_road(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    row = listing.row(cast.chief, made)
    assert row.stage is Stage.APPROVED
    opened = listing.open_article(cast.chief, made)
    assert opened.approved_revision == opened.row.revision == 1
    assert opened.approved_by == "Trần Thị Lãnh"
    acts = [entry.act for entry in journal.of_article(made)]
    assert acts == [Act.APPROVE, Act.PASS, Act.SUBMIT, Act.CREATE]
    approval = journal.of_article(made)[0]
    assert approval.sha256 == revisions.listing(made)[0].sha256
    assert database.check() == []


def test_a_return_needs_a_reason_and_submission_a_whole_text(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    with pytest.raises(NotNow) as refused:
        workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "  ")
    assert refused.value.why is Why.NOTE
    for text, why in (
        (replace(words(), title="  "), Why.NO_TITLE),
        (replace(words(), blocks=()), Why.NO_BODY),
        (words("Hai đoạn trống", "", "  "), Why.NO_BODY),
    ):
        bare = article(cast, text)
        with pytest.raises(NotNow) as refused:
            workflow.move(cast.writer, Act.SUBMIT, bare, 1)
        assert refused.value.why is why


def test_only_what_is_sent_must_be_whole(cast: Cast) -> None:
    bare = article(cast, ArticleText())
    workflow.move(cast.writer, Act.BIN, bare, 1)
    workflow.move(cast.writer, Act.RESTORE, bare, 2)
    assert listing.row(cast.writer, bare).stage is Stage.DRAFT


@pytest.mark.parametrize(
    ("stage", "act", "note"),
    [
        (Stage.DRAFT, Act.SUBMIT, ""),
        (Stage.SUBMITTED, Act.WITHDRAW, ""),
        (Stage.SUBMITTED, Act.PASS, "Gấp"),
        (Stage.SUBMITTED, Act.RETURN, "Thiếu ảnh"),
        (Stage.DRAFT, Act.BIN, ""),
        (Stage.BINNED, Act.RESTORE, ""),
    ],
)
def test_each_step_says_what_it_did_and_to_which_text(cast: Cast, stage: Stage, act: Act, note: str) -> None:
    made = article(cast, stage=stage)
    before = version(cast, made)
    done = workflow.move(
        cast.editor if act in (Act.PASS, Act.RETURN) else cast.writer, act, made, before, note
    )
    assert done == Changes(frozenset({made}), act=act, undo=True, version=before + 1)
    entry = journal.of_article(made)[0]
    assert (entry.act, entry.version, entry.note) == (act, before + 1, note)
    assert entry.sha256 == revisions.listing(made)[0].sha256
    row = listing.row(cast.chief, made)
    assert (row.stage, row.version, row.note) == (RULES[act].to, before + 1, note)


def test_an_approval_names_the_text_that_stands_and_who_gave_it_when(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    writing.save(cast.editor, made, 2, words("Bản hai"), 2)
    workflow.move(cast.editor, Act.PASS, made, 3)
    clock.set_clock(lambda: NOON)
    done = workflow.approve(cast.chief, made, 4)
    row, digest = Article.get_by_id(made), revisions.listing(made)[0].sha256
    assert done == Changes(frozenset({made}), act=Act.APPROVE, undo=True, version=5)
    assert (row.approved_revision, row.approved_sha256, row.approved_at) == (3, digest, clock.stamp(NOON))
    assert (row.approved_by_id, row.approved_for_id) == (cast.chief, None)
    entry = journal.of_article(made)[0]
    assert (entry.sha256, entry.read(Judged)) == (digest, Judged(3))
    workflow.reopen(cast.chief, made, 5, "Sai số liệu")
    row, entry = Article.get_by_id(made), journal.of_article(made)[0]
    assert (entry.act, entry.note, entry.read(Judged)) == (Act.REOPEN, "Sai số liệu", Judged(3))
    assert [getattr(row, name) for name in WorkflowState.APPROVAL] == [None] * 5
    assert row.stage == Stage.FOR_APPROVAL.value


def test_a_recommendation_names_the_text_and_is_gone_with_a_return(cast: Cast) -> None:
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    done = workflow.recommend(deputy, made, 3, " Nên in ")
    row, entry = Article.get_by_id(made), journal.of_article(made)[0]
    assert done == Changes(frozenset({made}), act=Act.RECOMMEND, undo=True, version=4)
    assert (row.recommended_revision, row.recommended_by_id, row.stage) == (
        1,
        deputy,
        Stage.FOR_APPROVAL.value,
    )
    assert (entry.sha256, entry.read(Judged), entry.note) == (
        revisions.listing(made)[0].sha256,
        Judged(1),
        "Nên in",
    )
    workflow.move(deputy, Act.RETURN, made, 4, "Thiếu ảnh")
    row = Article.get_by_id(made)
    assert (row.recommended_revision, row.recommended_by_id) == (None, None)


def test_an_article_given_to_its_own_author_is_left_as_it_is(cast: Cast) -> None:
    made, other = article(cast), person(cast, "Lê Văn Mới", Role.WRITER)
    nothing = workflow.reassign(cast.editor, made, 1, cast.writer, "Nghỉ phép")
    assert nothing == Changes(frozenset({made}), act=Act.REASSIGN, version=1)
    assert [entry.act for entry in journal.of_article(made)] == [Act.CREATE]
    for version_, author in ((1, other), (2, cast.writer), (3, other)):
        done = workflow.reassign(cast.editor, made, version_, author, "Nghỉ phép")
        assert done == Changes(frozenset({made}), act=Act.REASSIGN, version=version_ + 1)
    entry = journal.of_article(made)[0]
    assert entry.read(Reassigned) == Reassigned("Lê Văn Mới", other, cast.writer)
    assert Article.get_by_id(made).author_id == other
    wrote = Authorship.select(Authorship.person).where(Authorship.article == made)
    assert sorted(row.person_id for row in wrote) == sorted([cast.writer, other])
    told = notifications.inbox(other)[0]
    assert (told.kind, told.words, told.article_id) == (NotificationKind.ASSIGNED, "Nghỉ phép", made)


def test_an_issue_is_filled_ordered_and_printed(cast: Cast) -> None:
    one, two, three = (article(cast, words(t), Stage.APPROVED) for t in ("Một", "Hai", "Ba"))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issue = issues.find("4", 2019)
    placing.place(cast.secretary, issue.id, 1, [one, two, three])
    placing.arrange(cast.secretary, issue.id, 2, three, 2, 0)
    placing.arrange(cast.secretary, issue.id, 3, two, 1, 0)
    edition = printing.edition(issue.id)
    assert [(part.title, [p.text.title for p in part.pieces]) for part in edition.sections] == [
        ("Văn bản, chính sách mới", ["Hai"]),
        ("Tin tức – Sự kiện", ["Ba", "Một"]),
    ]
    placing.unplace(cast.secretary, issue.id, 4, [one])
    assert len(printing.edition(issue.id).pieces) == 2
    assert database.check() == []


def test_an_issue_refuses_what_is_not_approved(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issue = issues.find("4", 2019)
    with pytest.raises(NotNow) as refused:
        printing.edition(issue.id)
    assert refused.value.why is Why.ISSUE_EMPTY
    draft = article(cast)
    with pytest.raises(NotNow) as refused:
        placing.place(cast.secretary, issue.id, 1, [draft])
    assert refused.value == NotNow(Why.NOT_APPROVED, words().title)
    good = article(cast, words("Đã duyệt"), Stage.APPROVED)
    placing.place(cast.secretary, issue.id, 1, [good])
    writing.save(cast.editor, good, version(cast, good), words("Đã duyệt rồi sửa"))
    with pytest.raises(NotNow) as refused:
        printing.edition(issue.id)
    assert refused.value == NotNow(Why.STALE_APPROVAL, "Đã duyệt rồi sửa")
    assert issue_plan.plan(issue.id).parts[1].placed[0].stale
    with pytest.raises(NotNow) as refused:
        issues.make(cast.secretary, issues.IssueWords(" 4 ", 2019, 5))
    assert refused.value.why is Why.NUMBER_TAKEN


def test_two_secretaries_on_one_issue(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("1+2", 2019, 1))
    issue = issues.find("1+2", 2019)
    issues.edit(cast.chief, issue.id, 1, issues.IssueWords("1+2", 2019, 2, "Xuân", ""))
    with pytest.raises(Stale) as stale:
        issues.edit(cast.secretary, issue.id, 1, issues.IssueWords("1+2", 2019, 1, "", ""))
    assert stale.value.by == "Trần Thị Lãnh"


def test_a_deputy_recommends_one_text_and_the_chief_decides(cast: Cast) -> None:
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY)
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
    other = person(cast, "Lê Văn Mới", Role.WRITER)
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


def test_what_is_taken_back_from_the_chief_is_recommended_no_more(cast: Cast) -> None:
    """With one level an author takes back what a deputy has recommended, and it must be recommended anew."""
    settings.change_practice(cast.admin, ReviewSettings(levels=1))
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.SUBMITTED)
    workflow.recommend(deputy, made, version(cast, made))
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"
    taken = workflow.move(cast.writer, Act.WITHDRAW, made, version(cast, made))
    workflow.move(cast.writer, Act.SUBMIT, made, taken.version)
    assert listing.row(cast.chief, made).recommended_by == ""


def test_who_judged_an_article_has_read_it(cast: Cast) -> None:
    made = article(cast, stage=Stage.RETURNED)
    read = queue.last_read(cast.editor, made)
    assert read is not None
    assert read[0] == listing.row(cast.editor, made).revision
    assert queue.last_read(cast.writer, made) is None
    approved = article(cast, stage=Stage.APPROVED)
    assert [queue.last_read(who, approved) is None for who in (cast.editor, cast.chief)] == [False, False]


def test_a_returned_article_is_as_returned_until_it_is_saved_otherwise(cast: Cast) -> None:
    assert not workflow.is_as_returned(article(cast))
    made = article(cast, stage=Stage.RETURNED)
    assert workflow.is_as_returned(made)
    writing.file_under(cast.writer, made, version(cast, made), 1)
    assert workflow.is_as_returned(made)
    writing.save(cast.writer, made, version(cast, made), words("Giao ban", "Đã bổ sung số liệu."))
    assert not workflow.is_as_returned(made)
    workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made))
    workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "Vẫn thiếu.")
    assert workflow.is_as_returned(made)


def test_where_the_office_lets_nothing_wrong_pass_it_is_neither_sent_nor_approved(cast: Cast) -> None:
    wrong = words("Hội nghị tổng kêt công tác tuyên giaó")
    draft, waiting = article(cast, wrong), article(cast, wrong, Stage.FOR_APPROVAL)
    settings.change_practice(cast.admin, replace(ReviewSettings(), wrong_stops=True))
    with pytest.raises(NotNow) as refused:
        workflow.move(cast.writer, Act.SUBMIT, draft, version(cast, draft))
    assert (refused.value.why, refused.value.subject) == (Why.WRONG_PLACES, "2")
    with pytest.raises(NotNow):
        workflow.approve(cast.chief, waiting, listing.row(cast.chief, waiting).version)
    for text in ("giaó", "kêt"):
        for one in ("spelling.syllable", "context.word"):
            ignore(cast.editor, one, text, waiting)
    workflow.approve(cast.chief, waiting, listing.row(cast.chief, waiting).version)
    assert listing.row(cast.chief, waiting).stage is Stage.APPROVED


def test_an_approval_is_not_put_back_where_the_office_lets_nothing_wrong_pass(cast: Cast) -> None:
    made = article(cast, words("Hội nghị tổng kêt công tác tuyên giaó"), Stage.APPROVED)
    workflow.reopen(cast.chief, made, version(cast, made), "Xem lại")
    settings.change_practice(cast.admin, replace(ReviewSettings(), wrong_stops=True))
    with pytest.raises(NotNow) as refused:
        workflow.undo(cast.chief, made, version(cast, made))
    assert refused.value.why is Why.WRONG_PLACES
    assert listing.row(cast.chief, made).stage is Stage.FOR_APPROVAL
    settings.change_practice(cast.admin, ReviewSettings())
    workflow.undo(cast.chief, made, version(cast, made))
    assert listing.row(cast.chief, made).stage is Stage.APPROVED
