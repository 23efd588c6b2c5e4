"""Placing: articles put into an issue, ordered within its chuyên mục, taken out; and the way back from each."""

from __future__ import annotations

from collections.abc import Mapping

import peewee as pw

from desk.acts.gate import Changes, on_issue
from desk.acts.issue_details import ArticleArranged, ArticlesPlaced
from desk.acts.rules import Act
from desk.articles import approval
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.connection import rows
from desk.database.issue_tables import Placement
from desk.errors import Missing, NotNow, Why
from desk.issues import corrections
from desk.issues.issues import changed, row
from desk.issues.plan import in_section, sections_of


def place(
    who: int,
    issue_id: int,
    seen: int,
    article_ids: list[int],
    section_id: int | None = None,
    *,
    into: Mapping[int, int] | None = None,
    at: int | None = None,
) -> Changes:
    """Place approved articles at the end of a chuyên mục (None: each article's own); corrections go to theirs.

    `into` names a chuyên mục for single articles (0: their own); `at` is another place in it than the end, from 0.
    """
    with on_issue(who, Act.PLACE, issue_id, seen) as (doing, issue):
        fixed_section = corrections.section()
        shown = _shown(issue_id, fixed_section)
        titles: list[str] = []
        for article_id in article_ids:
            article = Article.get_or_none(Article.id == article_id)
            if article is None:
                raise Missing("article")
            if not Article.select().where((Article.id == article_id) & approval.holds()).exists():
                raise NotNow(Why.NOT_APPROVED, article.title)
            if Placement.select().where(Placement.article == article_id).exists():
                raise NotNow(Why.PLACED, article.title)
            fixed = corrections.fixed_place(article_id)
            wished = (into or {}).get(article_id) or section_id
            if wished and wished == fixed_section and not fixed:
                raise NotNow(Why.CORRECTIONS_ONLY, article.title)
            own = article.section_id if article.section_id in shown else None
            to = fixed or wished or own or _first(shown, fixed_section)
            last = Placement.select(pw.fn.max(Placement.position)).where(in_section(issue_id, to)).scalar()
            end = 0 if last is None else last + 1
            Placement.insert(article=article_id, issue=issue_id, section=to, position=end).execute()
            if at is not None:
                order = [i for i in _order(issue_id, to) if i != article_id]
                order.insert(max(0, min(at, len(order))), article_id)
                set_order(order)
            titles.append(article.title)
        doing.detail = ArticlesPlaced(tuple(article_ids), tuple(titles))
        return changed(issue, Act.PLACE, article_ids)


def unplace(who: int, issue_id: int, seen: int, article_ids: list[int]) -> Changes:
    """Take articles out of an issue."""
    with on_issue(who, Act.UNPLACE, issue_id, seen) as (doing, issue):
        Placement.delete().where((Placement.issue == issue_id) & Placement.article.in_(article_ids)).execute()
        doing.detail = ArticlesPlaced(tuple(article_ids), tuple(_titles(article_ids)))
        return changed(issue, Act.UNPLACE, article_ids)


def arrange(who: int, issue_id: int, seen: int, article_id: int, section_id: int, index: int) -> Changes:
    """Move a placed article to a place (counted from 0) within a chuyên mục.

    NotNow(CORRECTIONS_ONLY) for any but a correction where the corrections stand.
    """
    with on_issue(who, Act.ARRANGE, issue_id, seen) as (doing, issue):
        here = (Placement.issue == issue_id) & (Placement.article == article_id)
        if not Placement.select().where(here).exists():
            raise Missing("placement")
        fixed = corrections.fixed_place(article_id)
        if section_id == corrections.section() and not fixed:
            raise NotNow(Why.CORRECTIONS_ONLY, _titles([article_id])[0])
        section_id = fixed or section_id
        order = [i for i in _order(issue_id, section_id) if i != article_id]
        order.insert(max(0, min(index, len(order))), article_id)
        Placement.update(section=section_id).where(Placement.article == article_id).execute()
        set_order(order)
        doing.detail = ArticleArranged(article_id, tuple(_titles([article_id])), section_id, index)
        return changed(issue, Act.ARRANGE, [article_id])


def replace_at(who: int, issue_id: int, article_id: int, section_id: int, index: int) -> Changes:
    """Put an article that was just taken out back where it stood."""
    with connection.writing():
        placed = place(who, issue_id, row(issue_id).version, [article_id], section_id)
        return arrange(who, issue_id, placed.version, article_id, section_id, index)


def move_back(who: int, issue_id: int, article_id: int, section_id: int, index: int) -> Changes:
    """Put an article that was just moved back where it stood."""
    with connection.writing():
        return arrange(who, issue_id, row(issue_id).version, article_id, section_id, index)


def take_back(who: int, issue_id: int, article_ids: list[int]) -> Changes:
    """Take articles that were just placed out again."""
    with connection.writing():
        return unplace(who, issue_id, row(issue_id).version, article_ids)


def _order(issue_id: int, section_id: int) -> list[int]:
    found = (
        Placement.select(Placement.article)
        .where(in_section(issue_id, section_id))
        .order_by(Placement.position)
    )
    return [v for (v,) in rows(found)]


def set_order(article_ids: list[int]) -> None:
    """Number the articles of a chuyên mục in an order; part of an act that passed the gate."""
    for position, article_id in enumerate(article_ids):
        Placement.update(position=position).where(Placement.article == article_id).execute()


def _shown(issue_id: int, corrections_section: int) -> list[int]:
    """Return the chuyên mục that an issue shows, in order."""
    return [section.id for section in sections_of(issue_id, set(), corrections_section) if not section.hidden]


def _first(shown: list[int], corrections_section: int) -> int:
    for section_id in shown:
        if section_id != corrections_section:
            return section_id
    raise Missing("section")


def _titles(article_ids: list[int]) -> list[str]:
    found = Article.select(Article.title).where(Article.id.in_(article_ids)).order_by(Article.id)
    return [v for (v,) in rows(found)]
