"""Whether an approval holds is one truth, for a row that was read and for queries."""

from __future__ import annotations

import itertools

import pytest

from desk.acts import journal, requirements
from desk.acts.journal import JournalQuery
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import approval
from desk.articles.approval import Approval
from desk.database.article_tables import Article, Revision
from desk.errors import NotNow, Unmet, Why
from desk.issues import issues, placing, printing, proposals
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from desk.review import checklists
from desk.review.checklists import ItemEdit
from desk.today import overview
from tests.engine import tampering
from tests.making import Cast, article, version


def _query_says(number: int) -> bool:
    return bool(Article.select().where((Article.id == number) & approval.holds()).exists())


def _row_says(number: int) -> bool:
    row = Article.get_by_id(number)
    return Approval(row.stage, row.revision, row.approved_revision, row.approved_sha256).holds_for(
        Revision.get(article=number, number=row.revision).sha256
    )


def test_both_say_the_same_of_every_state(cast: Cast) -> None:
    """Every stage, every approved revision, every digest; the row and the query agree on each of them."""
    made = article(cast, stage=Stage.APPROVED)
    row = Article.get_by_id(made)
    right, number = row.approved_sha256, row.revision
    held = 0
    for stage, approved, digest in itertools.product(
        Stage, (None, number, number - 1, number + 1), (None, right, "0" * 64, "")
    ):
        Article.update(stage=stage.value, approved_revision=approved, approved_sha256=digest).where(
            Article.id == made
        ).execute()
        assert _query_says(made) is _row_says(made), (stage, approved, digest)
        negated = Article.select().where((Article.id == made) & ~approval.holds()).exists()
        assert negated is not _query_says(made), (stage, approved, digest)
        held += _query_says(made)
    assert held == 2  # approved, and printed


def test_an_issue_may_take_what_is_approved_and_printed_nowhere_yet(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    row = Article.get_by_id(made)

    def placeable() -> bool:
        return bool(Article.select().where((Article.id == made) & approval.may_be_placed()).exists())

    taken = []
    for stage in Stage:
        Article.update(stage=stage.value).where(Article.id == made).execute()
        taken += [stage] if placeable() else []
    assert taken == [Stage.APPROVED]
    Article.update(stage=Stage.APPROVED.value, approved_sha256="0" * 64).where(Article.id == made).execute()
    assert not placeable()
    Article.update(approved_sha256=row.approved_sha256).where(Article.id == made).execute()
    assert placeable()


def test_one_articles_text_does_not_speak_for_another(cast: Cast) -> None:
    """Two articles may have the same words and the same number of their revision."""
    one, other = (article(cast, stage=Stage.APPROVED) for _ in range(2))
    theirs = Article.get_by_id(other)
    Article.update(approved_sha256=theirs.approved_sha256).where(Article.id == one).execute()
    assert not _query_says(one)
    assert _query_says(other)


def test_a_text_altered_in_the_file_is_not_printed(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    with tampering():
        Revision.update(text=Revision.text.concat(" ")).where(Revision.article == made).execute()
    with pytest.raises(NotNow) as refused:
        printing.approved([made])
    assert refused.value.why is Why.STALE_APPROVAL
    assert printing.proofed([made])[made].article == made


def test_an_export_is_not_journaled_over_an_item_that_is_required_before_print(cast: Cast) -> None:
    """The checklist before print may have been set while the files were being made."""
    placed = article(cast, stage=Stage.APPROVED)
    issue = next(iter(issues.make(cast.secretary, IssueWords("4", 2019, 4)).issues))
    placing.place(cast.secretary, issue, 1, [placed])
    edition = printing.edition(issue)
    required = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(cast.admin, Before.PRINT, [ItemEdit(None, "Đã soát bản in", required)])
    with pytest.raises(Unmet) as refused:
        printing.exported(cast.secretary, issue, {"số 4.pdf": "0" * 64}, edition)
    assert refused.value.items == (("", "Đã soát bản in"),)
    assert not journal.everything(JournalQuery(act=Act.EXPORT))
    (item,) = requirements.items(Before.PRINT)
    checklists.tick(cast.secretary, placed, item.id)
    printing.exported(cast.secretary, issue, {"số 4.pdf": "0" * 64}, edition)
    assert len(journal.everything(JournalQuery(act=Act.EXPORT))) == 1


def _lacking(cast: Cast) -> tuple[int, int]:
    """Return how many articles Hôm nay calls approved and in no issue, and how many placed and changed since."""
    lacks = overview.today(cast.secretary).lacks
    assert lacks is not None
    return lacks.unplaced, lacks.stale


def test_a_digest_altered_in_the_file_is_seen_by_plan_proposals_and_today(cast: Cast) -> None:
    placed, loose = (article(cast, stage=Stage.APPROVED) for _ in range(2))
    issue = next(iter(issues.make(cast.secretary, IssueWords("4", 2019, 4, "", "2999-04-24")).issues))
    placing.place(cast.secretary, issue, 1, [placed])
    shown = {row.article_id: row.stale for part in issue_plan.plan(issue).parts for row in part.placed}
    assert shown == {placed: False}
    assert [one.article_id for one in proposals.gather(issue).proposed] == [loose]
    assert _lacking(cast) == (1, 0)
    with tampering():
        Revision.update(sha256="0" * 64).execute()
    shown = {row.article_id: row.stale for part in issue_plan.plan(issue).parts for row in part.placed}
    assert shown == {placed: True}
    assert [one.article_id for one in proposals.gather(issue).proposed] == []
    assert _lacking(cast) == (0, 1)
    with pytest.raises(NotNow) as refused:
        placing.place(cast.secretary, issue, issues.row(issue).version, [loose])
    assert refused.value.why is Why.NOT_APPROVED
    assert version(cast, loose) == 4
