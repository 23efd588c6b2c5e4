"""An approval holds alike for a row that was read and for SQL, at every stage and revision."""

from __future__ import annotations

from itertools import product

import pytest

from desk.acts.rules import Stage
from desk.database.article_tables import Article
from desk.issues import approval
from tests.making import Cast, article


@pytest.mark.parametrize(("stage", "approved"), list(product(Stage, (None, 1, 2))))
def test_both_say_the_same(cast: Cast, stage: Stage, approved: int | None) -> None:
    made = article(cast)
    Article.update(stage=stage.value, revision=2, approved_revision=approved).where(
        Article.id == made
    ).execute()
    in_sql = Article.select().where((Article.id == made) & approval.held()).exists()
    assert in_sql is approval.holds(stage.value, 2, approved)
    assert in_sql is (stage in (Stage.APPROVED, Stage.RELEASED) and approved == 2)
