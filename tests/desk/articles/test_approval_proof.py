"""An approval counts where the journal bears it out."""

from __future__ import annotations

import pytest

from desk.acts.rules import Role, Stage
from desk.articles import approval_proof, workflow
from desk.articles.approval_proof import Doubt, Unproven
from desk.database import connection
from desk.database.article_tables import Article, Authorship
from desk.database.journal_tables import Journal
from desk.department import people
from desk.department.people import PersonEdit
from tests.engine import tampering
from tests.making import Cast, article, version, words


def _doubts(article_id: int) -> list[Doubt]:
    return list(approval_proof.doubts([article_id]))


# A released one: tests/desk/integrity, on a desk that has released.
@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.RELEASED])
def test_wherever_the_acts_have_led_it_nothing_is_doubted(cast: Cast, stage: Stage) -> None:
    made = article(cast, words("Tin", "Một câu."), stage)
    assert _doubts(made) == []


def test_undone_reopened_and_approved_again(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    for _ in range(2):
        workflow.undo(cast.chief, made, version(cast, made))
        assert _doubts(made) == []
        workflow.approve(cast.chief, made, version(cast, made))
        assert _doubts(made) == []
    workflow.reopen(cast.chief, made, version(cast, made), "sai số")
    assert _doubts(made) == []
    workflow.undo(cast.chief, made, version(cast, made))
    assert _doubts(made) == []
    assert Article.get_by_id(made).approved_by_id == cast.chief


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"approved_by": 1}, Unproven.APPROVAL),
        ({"approved_for": 1}, Unproven.APPROVAL),
        ({"approved_sha256": "x"}, Unproven.APPROVAL),
        ({"stage": "draft"}, Unproven.STAGE),
        (
            dict.fromkeys(("approved_revision", "approved_sha256", "approved_by", "approved_at")),
            Unproven.ENDED,
        ),
    ],
)
def test_a_row_that_says_otherwise_is_doubted(cast: Cast, values: dict[str, object], what: Unproven) -> None:
    made = article(cast, stage=Stage.APPROVED)
    with connection.writing():
        Article.update(values).where(Article.id == made).execute()
    assert what in {one.what for one in _doubts(made)}


def test_an_author_cannot_have_approved(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    with connection.writing():
        Authorship.insert(article=made, person=cast.chief).execute()
    assert _doubts(made) == [Doubt(made, 1, Unproven.AUTHOR)]


def test_an_entry_that_was_changed_proves_nothing(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    with tampering():
        Journal.update(note="khác").where(Journal.act == "approve").execute()
    assert [one.what for one in _doubts(made)] == [Unproven.ENTRY]


def test_who_had_lost_the_role_by_then_cannot_have_approved(cast: Cast) -> None:
    """Somebody wrote the approval in as of a day when its chief was none any more."""
    made = article(cast, stage=Stage.APPROVED)
    chief = people.person(cast.chief)
    wanted = PersonEdit(chief.name, chief.title, chief.unit, frozenset({Role.WRITER}), active=True)
    people.change(cast.admin, cast.chief, chief.version, wanted)
    assert _doubts(made) == []
    with tampering():
        given = Journal.select(Journal.id).where(Journal.act == "change_person").scalar()
        Journal.update(id=1000).where(Journal.act == "approve").execute()
        assert given < 1000
    assert Unproven.ROLE in {one.what for one in _doubts(made)}
