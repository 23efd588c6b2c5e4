"""The workflow of an article through the gate, on a real file; and the issue it ends in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.acts import journal, notifications
from desk.acts.notifications import NotificationKind
from desk.acts.review_settings import ReviewSettings
from desk.acts.rules import Act, Role, Stage
from desk.articles import listing, workflow, writing
from desk.database import revisions
from desk.department import people, settings
from desk.errors import Denied, NotNow, Stale, Why
from desk.integrity import database
from desk.issues import issues, placing, printing
from desk.issues import plan as issue_plan
from desk.review import queue
from desk.review.queue import Queue
from tests.making import Cast, article, person, version, words


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
