"""Commissions: pieces that a plan wants and somebody shall write by a day, until what was written stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import peewee as pw

from desk import clock
from desk.acts.gate import Changes, on_issue
from desk.acts.issue_details import Commissioned
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import writing
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.connection import named
from desk.database.department_tables import Person
from desk.database.issue_tables import Commission, Issue, Placement
from desk.errors import Denied, Missing, NotNow, Why
from desk.issues.issues import changed, row
from desk.issues.plan import CommissionRow
from desk.text.blocks import ArticleText
from desk.text.signs import shown


@dataclass(frozen=True, slots=True)
class MyCommission:
    """A piece that a person was asked for."""

    id: int
    title: str
    issue_id: int
    issue: str
    due: date | None
    late: bool
    article_id: int | None


@dataclass(frozen=True, slots=True)
class CommissionWish:
    """A piece as it is asked for; `due` is an ISO date or ""."""

    section_id: int
    title: str
    person_id: int | None = None
    due: str = ""


def commission(who: int, issue_id: int, seen: int, wish: CommissionWish, commission_id: int = 0) -> Changes:
    """Put a wanted piece into a plan; with `commission_id`, change one."""
    with on_issue(who, Act.WANT, issue_id, seen) as (doing, issue):
        title = _clean(wish.title)
        if not title:
            raise NotNow(Why.NO_TITLE)
        values = {"section": wish.section_id, "title": title, "person": wish.person_id, "due": wish.due}
        if commission_id:
            here = (Commission.id == commission_id) & (Commission.issue == issue_id)
            if not Commission.update(**values).where(here).execute():
                raise Missing("wanted")
        else:
            commission_id = Commission.insert(issue=issue_id, **values).execute()
        doing.detail = Commissioned((title,), wish.person_id, wish.due, commission_id)
        return changed(issue, Act.WANT)


def cancel(who: int, issue_id: int, seen: int, commission_id: int) -> Changes:
    """Take a wanted piece out of a plan."""
    with on_issue(who, Act.UNWANT, issue_id, seen) as (doing, issue):
        here = (Commission.id == commission_id) & (Commission.issue == issue_id)
        stored = Commission.get_or_none(here)
        if stored is None:
            raise Missing("wanted")
        doing.detail = Commissioned((stored.title,), stored.person_id, stored.due)
        stored.delete_instance()
        return changed(issue, Act.UNWANT)


def put_back(who: int, issue_id: int, cancelled: CommissionRow) -> Changes:
    """Ask again for a piece that was just taken out of a plan."""
    with connection.writing():
        changes = commission(who, issue_id, row(issue_id).version, _wish_of(cancelled))
        if cancelled.article_id is not None:
            newest = Commission.select(pw.fn.max(Commission.id)).where(Commission.issue == issue_id).scalar()
            Commission.update(article=cancelled.article_id).where(Commission.id == newest).execute()
        return changes


def take_back(who: int, issue_id: int, wish: CommissionWish) -> Changes:
    """Take out a piece that was just asked for."""
    with connection.writing():
        asked = (Commission.section == wish.section_id) & (Commission.title == _clean(wish.title))
        here = (Commission.issue == issue_id) & asked
        newest = Commission.select(pw.fn.max(Commission.id)).where(here).scalar()
        return cancel(who, issue_id, row(issue_id).version, newest or 0)


def change_back(who: int, issue_id: int, before: CommissionRow) -> Changes:
    """Make a wanted piece what it was before it was changed."""
    with connection.writing():
        return commission(who, issue_id, row(issue_id).version, _wish_of(before), before.id)


def _wish_of(stored: CommissionRow) -> CommissionWish:
    due = stored.due.isoformat() if stored.due else ""
    return CommissionWish(stored.section_id, stored.title, stored.person_id, due)


def _clean(title: str) -> str:
    return " ".join(shown(title).split())


def begin(who: int, wanted_id: int) -> Changes:
    """Begin the article that is wanted: its title is there, its chuyên mục, and the plan shows how far it is.

    What was begun before is returned, unless it lies in the bin: then it is begun anew. Denied(ASKED_OF_ANOTHER)
    names the person who was asked: the article would be somebody else's.
    """
    with connection.writing():
        found = Commission.get_or_none(Commission.id == wanted_id)
        if found is None:
            raise Missing("wanted")
        begun = Article.get_or_none(Article.id == found.article_id)
        if begun is not None and begun.stage != Stage.BINNED.value:
            return Changes(frozenset({begun.id}))
        if found.person_id not in (None, who):
            raise Denied(Why.ASKED_OF_ANOTHER, Person.get_by_id(found.person_id).name)
        made = writing.create(who, uuid4().hex, ArticleText(title=found.title), found.section_id)
        (article_id,) = made.articles
        Commission.update(article=article_id).where(Commission.id == wanted_id).execute()
        return Changes(made.articles, frozenset({found.issue_id}), act=made.act, version=made.version)


def mine(who: int) -> list[MyCommission]:
    """Return what a person was asked for and has not handed in, what is due first first."""
    placed = Placement.select(Placement.article)
    query = (
        Commission.select(
            Commission.id,
            Commission.title,
            Commission.issue,
            Issue.number,
            Issue.year,
            Commission.due,
            Commission.article,
            Article.stage,
        )
        .join(Issue, on=(Commission.issue == Issue.id))
        .switch(Commission)
        .join(Article, pw.JOIN.LEFT_OUTER, on=(Commission.article == Article.id))
        .where(
            (Commission.person == who)
            & (Issue.state == IssueState.OPEN.value)
            & (
                Commission.article.is_null()
                | (Commission.article.not_in(placed) & Commission.article.in_(_in_hand()))
            )
        )
        .order_by(Commission.due == "", Commission.due, Commission.id)
    )
    today = clock.today().isoformat()
    return [
        MyCommission(
            id=v.id,
            title=v.title,
            issue_id=v.issue,
            issue=f"{v.number}/{v.year}",
            due=date.fromisoformat(v.due) if v.due else None,
            late=bool(v.due) and v.due < today,
            article_id=v.article if v.stage != Stage.BINNED.value else None,
        )
        for v in named(query)
    ]


def _in_hand() -> Any:
    """Return the articles that still lie with their authors, or were thrown away by them."""
    mine = (Stage.DRAFT.value, Stage.RETURNED.value, Stage.BINNED.value)
    return Article.select(Article.id).where(Article.stage.in_(mine))
