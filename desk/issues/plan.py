"""The plan of an issue: chuyên mục in its own order, the articles placed under them, the pieces still wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from desk import clock
from desk.acts.details.department import SectionsSet
from desk.acts.details.issues import ArticleArranged, ArticlesPlaced
from desk.acts.gate import Changes, on_issue
from desk.acts.rules import Act, Stage
from desk.articles import approval
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.connection import rows
from desk.database.department_tables import Person, Section
from desk.database.issue_tables import Commission, Issue, IssueSection, Placement
from desk.errors import Missing, NotNow, Why
from desk.issues import corrections as issues_corrections
from desk.issues.issues import IssueRow, changed, row
from desk.text.blocks import nfc


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """An article in an issue; `stale` says that what was approved is not what it says now."""

    article_id: int
    title: str
    byline: str
    stage: Stage
    words: int
    stale: bool


@dataclass(frozen=True, slots=True)
class CommissionRow:
    """A piece that an issue wants; `stage` is that of what was begun for it, None before that."""

    id: int
    section_id: int
    title: str
    person_id: int | None
    person: str
    due: date | None
    article_id: int | None
    stage: Stage | None
    late: bool


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A chuyên mục of an issue, with its articles in order; `own` ones were added for this issue alone."""

    section_id: int
    title: str
    placed: tuple[PlacedRow, ...]
    wanted: tuple[CommissionRow, ...] = ()
    hidden: bool = False
    own: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """An issue opened: every chuyên mục, filled or not, in the issue's order."""

    issue: IssueRow
    parts: tuple[PlanPart, ...]


@dataclass(frozen=True, slots=True)
class SectionWish:
    """A chuyên mục as a person orders it for one issue; `section_id` 0 adds one with this title.

    One that was added for the issue takes the title given, and is `dropped` when the issue is to do without it.
    """

    section_id: int
    title: str = ""
    hidden: bool = False
    dropped: bool = False


def plan(issue_id: int) -> Plan:
    """Return an issue with its chuyên mục, what stands in them and what they still want."""
    with connection.reading():
        placed, wanted = _placed(issue_id), _wanted(issue_id)
        corrections = issues_corrections.section()
        parts = tuple(
            PlanPart(
                number,
                title,
                tuple(placed.get(number, ())),
                tuple(wanted.get(number, ())),
                hidden,
                own,
                number == corrections,
            )
            for number, title, hidden, own in _sections(issue_id, {*placed, *wanted})
        )
        return Plan(row(issue_id), parts)


def place(
    who: int,
    issue_id: int,
    seen: int,
    article_ids: list[int],
    section_id: int | None = None,
    *,
    into: Mapping[int, int] | None = None,
) -> Changes:
    """Place approved articles at the end of a chuyên mục (None: each article's own); corrections go to theirs.

    `into` names a chuyên mục for single articles (0: their own).
    """
    with on_issue(who, Act.PLACE, issue_id, seen) as (doing, issue):
        titles: list[str] = []
        for article_id in article_ids:
            article = Article.get_or_none(Article.id == article_id)
            if article is None:
                raise Missing("article")
            if not Article.select().where((Article.id == article_id) & approval.holds()).exists():
                raise NotNow(Why.NOT_APPROVED, article.title)
            if Placement.select().where(Placement.article == article_id).exists():
                raise NotNow(Why.PLACED, article.title)
            fixed = issues_corrections.fixed_place(article_id)
            wished = (into or {}).get(article_id) or section_id
            if wished and wished == issues_corrections.section() and not fixed:
                raise NotNow(Why.CORRECTIONS_ONLY, article.title)
            to = fixed or wished or _standing(issue_id, article.section_id) or _first(issue_id)
            last = Placement.select(pw.fn.max(Placement.position)).where(_in(issue_id, to)).scalar()
            end = 0 if last is None else last + 1
            Placement.insert(article=article_id, issue=issue_id, section=to, position=end).execute()
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
        here = Placement.get_or_none((Placement.issue == issue_id) & (Placement.article == article_id))
        if here is None:
            raise Missing("placement")
        came_from = here.section_id
        fixed = issues_corrections.fixed_place(article_id)
        if section_id == issues_corrections.section() and not fixed:
            raise NotNow(Why.CORRECTIONS_ONLY, _titles([article_id])[0])
        section_id = fixed or section_id
        order = [i for i in _order(issue_id, section_id) if i != article_id]
        order.insert(max(0, min(index, len(order))), article_id)
        Placement.update(section=section_id).where(Placement.article == article_id).execute()
        set_order(order)
        if came_from != section_id:
            set_order(_order(issue_id, came_from))
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


def arrange_sections(who: int, issue_id: int, seen: int, wishes: list[SectionWish]) -> Changes:
    """Order, hide and add chuyên mục for one issue; those left out stay as they were, at the end.

    Those that were added for an issue are renamed and dropped here too; others wished away are hidden.
    NotNow(NAME_EMPTY) for an added one without a title, NotNow(SECTION_FILLED) for hiding or dropping one that has
    articles or wanted pieces.
    """
    with on_issue(who, Act.ARRANGE_SECTIONS, issue_id, seen) as (doing, issue):
        filled = {*_placed(issue_id), *_wanted(issue_id)}
        there = _sections(issue_id, filled)
        own = {number: title for number, title, _, is_own in there if is_own}
        order: list[tuple[int, bool]] = []
        titles: list[str] = []
        for wish in wishes:
            away = wish.hidden or wish.dropped
            if away and wish.section_id in filled:
                raise NotNow(Why.SECTION_FILLED, wish.title)
            if wish.dropped and wish.section_id in {*own, 0}:
                continue
            title = nfc(wish.title).strip()
            number = wish.section_id or _added(title)
            if number in own and title not in ("", own[number]):
                number = _renamed(issue_id, number, title)
            order.append((number, away))
            titles.append(f"({wish.title})" if away else wish.title)
        named = {number for number, _ in order} | {wish.section_id for wish in wishes}
        rest = [(number, hidden) for number, _, hidden, _ in there if number not in named]
        IssueSection.delete().where(IssueSection.issue == issue_id).execute()
        for position, (number, hidden) in enumerate([*order, *rest]):
            IssueSection.insert(issue=issue_id, section=number, position=position, hidden=hidden).execute()
        doing.detail = SectionsSet(tuple(titles))
        return changed(issue, Act.ARRANGE_SECTIONS)


def wishes_of(plan: Plan) -> list[SectionWish]:
    """Return the chuyên mục of a plan as they stand in it, for `sections_back`."""
    return [SectionWish(part.section_id, part.title, part.hidden) for part in plan.parts if not part.boxed]


def sections_back(who: int, issue_id: int, before: list[SectionWish]) -> Changes:
    """Order the chuyên mục of an issue as they stood before; what was added since is dropped while it is empty."""
    with connection.writing():
        now = plan(issue_id)
        named = {wish.section_id for wish in before}
        since = [part for part in now.parts if part.own and part.section_id not in named]
        gone = [
            SectionWish(part.section_id, part.title, dropped=not (part.placed or part.wanted))
            for part in since
        ]
        return arrange_sections(who, issue_id, now.issue.version, [*before, *gone])


def _added(title: str) -> int:
    """Make a chuyên mục that the desk's list does not show: it belongs to the issues that name it."""
    if not title:
        raise NotNow(Why.NAME_EMPTY)
    return int(Section.insert(title=title, position=0, active=False).execute())


def _renamed(issue_id: int, section_id: int, title: str) -> int:
    """Rename a chuyên mục for one issue; where others know it too, the issue gets one of its own by that name."""
    elsewhere: list[Any] = [
        IssueSection.select().where((IssueSection.section == section_id) & (IssueSection.issue != issue_id)),
        Placement.select().where((Placement.section == section_id) & (Placement.issue != issue_id)),
        Commission.select().where((Commission.section == section_id) & (Commission.issue != issue_id)),
        Article.select(Article.id).where(Article.section == section_id),
    ]
    if not any(found.exists() for found in elsewhere):
        Section.update(title=title).where(Section.id == section_id).execute()
        return section_id
    made = _added(title)
    Placement.update(section=made).where(_in(issue_id, section_id)).execute()
    Commission.update(section=made).where(
        (Commission.issue == issue_id) & (Commission.section == section_id)
    ).execute()
    return made


def _placed(issue_id: int) -> dict[int, list[PlacedRow]]:
    out: dict[int, list[PlacedRow]] = {}
    found = rows(
        Placement.select(
            Placement.section,
            Article.id,
            Article.title,
            Article.byline,
            Article.stage,
            Article.words,
            approval.holds(),
        )
        .join(Article, on=(Placement.article == Article.id))
        .where(Placement.issue == issue_id)
        .order_by(Placement.position, Article.id)
    )
    for section_id, number, title, byline, stage, words, holds in found:
        placed = PlacedRow(number, title, byline, Stage(stage), words, stale=not holds)
        out.setdefault(section_id, []).append(placed)
    return out


def _wanted(issue_id: int) -> dict[int, list[CommissionRow]]:
    """Return what is wanted and not in the issue yet: a piece that was placed is wanted no more."""
    out: dict[int, list[CommissionRow]] = {}
    placed = Placement.select(Placement.article)
    found = rows(
        Commission.select(*_WANTED)
        .join(Person, pw.JOIN.LEFT_OUTER, on=(Commission.person == Person.id))
        .switch(Commission)
        .join(Article, pw.JOIN.LEFT_OUTER, on=(Commission.article == Article.id))
        .where(
            (Commission.issue == issue_id)
            & (Commission.article.is_null() | Commission.article.not_in(placed))
        )
        .order_by(Commission.id)
    )
    for made in map(wanted_row, found):
        out.setdefault(made.section_id, []).append(made)
    return out


_WANTED = (
    Commission.id,
    Commission.section,
    Commission.title,
    Commission.person,
    Person.name,
    Commission.due,
    Commission.article,
    Article.stage,
)


def wanted_row(v: tuple[Any, ...]) -> CommissionRow:
    """Read a stored wanted piece."""
    due = date.fromisoformat(v[5]) if v[5] else None
    late = due is not None and due < clock.today()
    begun = v[7] is not None and v[7] != Stage.BINNED.value
    article_id, stage = (v[6], Stage(v[7])) if begun else (None, None)
    return CommissionRow(v[0], v[1], v[2], v[3], v[4] or "", due, article_id, stage, late)


def _sections(issue_id: int, used: set[int]) -> list[tuple[int, str, bool, bool]]:
    """Return (id, title, hidden, own) of an issue's chuyên mục: in its own order, corrections always last."""
    kept = IssueSection.select(IssueSection.section, IssueSection.position, IssueSection.hidden)
    here = rows(kept.where(IssueSection.issue == issue_id))
    own = {number: (position, bool(hidden)) for number, position, hidden in here}
    corrections = issues_corrections.section()
    found = []
    every = Section.select(Section.id, Section.title, Section.position, Section.active)
    for number, title, position, active in rows(every):
        there, hidden = own.get(number, (None, False))
        if there is None and not active and number not in used:
            continue
        last = number == corrections
        order = (last, there is None, position if there is None else there, number)
        # What prints is seen in the plan: an undo may put an article back into what was hidden meanwhile.
        found.append((order, (number, title, hidden and number not in used, not active and not last)))
    return [made for _, made in sorted(found)]


def _in(issue_id: int, section_id: int) -> Any:
    return (Placement.issue == issue_id) & (Placement.section == section_id)


def _order(issue_id: int, section_id: int) -> list[int]:
    found = Placement.select(Placement.article).where(_in(issue_id, section_id)).order_by(Placement.position)
    return [r[0] for r in rows(found)]


def orders(issue_id: int) -> dict[int, list[int]]:
    """Return the articles of an issue by chuyên mục, each in its order."""
    return {number: [one.article_id for one in placed] for number, placed in _placed(issue_id).items()}


def set_order(article_ids: list[int]) -> None:
    """Number the articles of a chuyên mục in an order; part of an act that passed the gate."""
    for position, article_id in enumerate(article_ids):
        Placement.update(position=position).where(Placement.article == article_id).execute()


def _standing(issue_id: int, section_id: int | None) -> int | None:
    """Return the chuyên mục if the issue shows it."""
    shown = [number for number, _, hidden, _ in _sections(issue_id, set()) if not hidden]
    return section_id if section_id in shown else None


def _titles(article_ids: list[int]) -> list[str]:
    found = Article.select(Article.title).where(Article.id.in_(article_ids)).order_by(Article.id)
    return [r[0] for r in rows(found)]


def _first(issue_id: int) -> int:
    for number, _, hidden, _ in _sections(issue_id, set()):
        if not hidden and number != issues_corrections.section():
            return number
    raise Missing("section")


def issue_of(article_id: int) -> IssueRow | None:
    """Return the issue in which an article stands, None when it stands in none."""
    found = Placement.select(Placement.issue).join(Issue, on=(Placement.issue == Issue.id))
    number = found.where(Placement.article == article_id).limit(1).scalar()
    return None if number is None else row(int(number))
