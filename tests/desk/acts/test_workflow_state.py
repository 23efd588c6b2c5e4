"""Where an article stands: taken as a whole, put back as a whole."""

from __future__ import annotations

from dataclasses import fields

from desk.acts.rules import Stage
from desk.acts.workflow_state import WorkflowState
from desk.articles import workflow
from desk.database.article_tables import Article
from tests.making import Cast, article, version


def test_a_state_taken_is_the_state_put_back(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    stood = WorkflowState.of(Article.get_by_id(made))
    assert (stood.stage, stood.approved_revision, stood.approved_by_id) == ("approved", 1, cast.chief)
    workflow.reopen(cast.chief, made, version(cast, made), "Sai số liệu")
    now = Article.get_by_id(made)
    assert WorkflowState.of(now) != stood
    stood.put_back(now)
    assert WorkflowState.of(now) == stood


def test_every_column_of_an_article_is_put_back_or_known_to_stay() -> None:
    stays = {"id", "uid", "author_id", "section_id", "version", "revision", "changed_at", "touched", "genre"}
    described = {"title", "title_key", "byline", "event_date", "month", "words"}
    columns = {one.column_name for one in Article._meta.sorted_fields}
    put_back = {one.name for one in fields(WorkflowState)}
    assert put_back | stays | described == columns
    assert not put_back & (stays | described)
