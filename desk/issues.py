"""Issues of the bulletin: made, filled with approved articles, ordered, and handed to the press."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import peewee as pw

from desk import album, settings, store
from desk.errors import Missing, NotNow, Why
from desk.gate import Changes, actor, deciding, must_meet, on_issue
from desk.journal import Subject
from desk.press.edition import Edition, Piece, SectionPart
from desk.records import dataclass
from desk.requirements import Before
from desk.rules import Act, Stage, refusal
from desk.tables import Article, Issue, Person, Placement, Revision, Section, rows
from desk.text import from_json, nfc, pictures_of, sha256

if TYPE_CHECKING:
    from desk.diary import OccurrenceRow

_PRINTABLE = (Stage.APPROVED.value, Stage.RELEASED.value)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue as lists show it."""

    id: int
    number: str
    year: int
    month: int
    theme: str
    closing: str
    version: int
    articles: int


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
class PlanPart:
    """A chuyên mục of an issue, with its articles in order."""

    section_id: int
    title: str
    placed: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """An issue opened: every active chuyên mục, filled or not."""

    issue: IssueRow
    parts: tuple[PlanPart, ...]


def listing() -> list[IssueRow]:
    """Return all issues, newest first."""
    found = rows(
        Issue.select(*_FIELDS, pw.fn.count(Placement.article))
        .join(Placement, pw.JOIN.LEFT_OUTER, on=(Placement.issue == Issue.id))
        .group_by(Issue.id)
        .order_by(Issue.year.desc(), Issue.month.desc(), Issue.id.desc())
    )
    return [IssueRow(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]) for v in found]


def row(issue_id: int) -> IssueRow:
    """Return one issue; Missing when there is none."""
    for found in listing():
        if found.id == issue_id:
            return found
    raise Missing("issue")


def find(number: str, year: int) -> IssueRow:
    """Return the issue of that number and year; Missing when there is none."""
    for found in listing():
        if (found.number, found.year) == (number, year):
            return found
    raise Missing("issue")


def session(issue_id: int) -> OccurrenceRow | None:
    """Return the kỳ họp báo cáo viên of an issue: the first that is held in its month; None when none is planned."""
    from desk import diary
    from desk.meetings import MeetingKind

    found = row(issue_id)
    begin = date(found.year, found.month, 1)
    end = date(found.year + found.month // 12, found.month % 12 + 1, 1) - timedelta(days=1)
    held = diary.occurrences(begin, end)
    return next((one for one in held if one.kind is MeetingKind.REPORTERS and not one.off), None)


def make(who: int, number: str, year: int, month: int, theme: str = "", closing: str = "") -> Changes:
    """Make an issue; its number is unique in its year and may be combined ("1+2")."""
    with deciding(who, Act.MAKE_ISSUE, Subject.ISSUE) as doing:
        clean = _number(number, year)
        issue_id = Issue.insert(
            number=clean, year=year, month=month, theme=nfc(theme).strip(), closing=closing, version=1
        ).execute()
        doing.subject_id, doing.title, doing.version = issue_id, f"{clean}/{year}", 1
        return Changes(issues=frozenset({issue_id}), act=Act.MAKE_ISSUE, version=1)


def edit(
    who: int, issue_id: int, seen: int, number: str, year: int, month: int, theme: str, closing: str
) -> Changes:
    """Change an issue's number, month, theme or closing date."""
    with on_issue(who, Act.EDIT_ISSUE, issue_id, seen) as (doing, issue):
        was = doing.title
        issue.number, issue.year, issue.month = _number(number, year, issue_id), year, month
        issue.theme, issue.closing = nfc(theme).strip(), closing
        doing.title = f"{issue.number}/{issue.year}"
        doing.detail = {"was": was, "month": month, "theme": issue.theme, "closing": closing}
        return _changed(issue, Act.EDIT_ISSUE)


def place(
    who: int, issue_id: int, seen: int, article_ids: list[int], section_id: int | None = None
) -> Changes:
    """Place approved articles at the end of a chuyên mục (None: each article's own)."""
    with on_issue(who, Act.PLACE, issue_id, seen) as (doing, issue):
        titles: list[str] = []
        for article_id in article_ids:
            article = Article.get_or_none(Article.id == article_id)
            if article is None:
                raise Missing("article")
            if article.stage not in _PRINTABLE:
                raise NotNow(Why.NOT_APPROVED, article.title)
            if Placement.select().where(Placement.article == article_id).exists():
                raise NotNow(Why.PLACED, article.title)
            into = section_id or _standing(article.section_id) or _first_section()
            last = Placement.select(pw.fn.max(Placement.position)).where(_in(issue_id, into)).scalar()
            end = 0 if last is None else last + 1
            Placement.insert(article=article_id, issue=issue_id, section=into, position=end).execute()
            titles.append(article.title)
        doing.detail = {"articles": article_ids, "titles": titles}
        return _changed(issue, Act.PLACE, article_ids)


def unplace(who: int, issue_id: int, seen: int, article_ids: list[int]) -> Changes:
    """Take articles out of an issue."""
    with on_issue(who, Act.UNPLACE, issue_id, seen) as (doing, issue):
        Placement.delete().where((Placement.issue == issue_id) & Placement.article.in_(article_ids)).execute()
        doing.detail = {"articles": article_ids, "titles": _titles(article_ids)}
        return _changed(issue, Act.UNPLACE, article_ids)


def arrange(who: int, issue_id: int, seen: int, article_id: int, section_id: int, index: int) -> Changes:
    """Move a placed article to a place (counted from 0) within a chuyên mục."""
    with on_issue(who, Act.ARRANGE, issue_id, seen) as (doing, issue):
        here = Placement.get_or_none((Placement.issue == issue_id) & (Placement.article == article_id))
        if here is None:
            raise Missing("placement")
        came_from = here.section_id
        order = [i for i in _order(issue_id, section_id) if i != article_id]
        order.insert(max(0, min(index, len(order))), article_id)
        Placement.update(section=section_id).where(Placement.article == article_id).execute()
        _number_positions(order)
        if came_from != section_id:
            _number_positions(_order(issue_id, came_from))
        doing.detail = {
            "article": article_id,
            "titles": _titles([article_id]),
            "section": section_id,
            "index": index,
        }
        return _changed(issue, Act.ARRANGE, [article_id])


def plan(issue_id: int) -> Plan:
    """Return an issue with every active chuyên mục and what stands in it."""
    with store.reading():
        placed: dict[int, list[PlacedRow]] = {}
        found = rows(
            Placement.select(
                Placement.section,
                Article.id,
                Article.title,
                Article.byline,
                Article.stage,
                Article.words,
                Article.revision,
                Article.approved_revision,
            )
            .join(Article, on=(Placement.article == Article.id))
            .where(Placement.issue == issue_id)
            .order_by(Placement.position, Article.id)
        )
        for section_id, *v in found:
            stale = v[3] not in _PRINTABLE or v[5] != v[6]
            made = PlacedRow(v[0], v[1], v[2], Stage(v[3]), v[4], stale)
            placed.setdefault(section_id, []).append(made)
        sections = Section.select(Section.id, Section.title, Section.active).order_by(
            Section.position, Section.id
        )
        parts = tuple(
            PlanPart(s[0], s[1], tuple(placed.get(s[0], ())))
            for s in rows(sections)
            if s[2] or s[0] in placed
        )
        return Plan(row(issue_id), parts)


def edition(issue_id: int) -> Edition:
    """Return what the press prints: approved revisions only, byte for byte.

    NotNow(ISSUE_EMPTY) without articles; NotNow(STALE_APPROVAL, title) names the first article whose
    approval does not hold for its current text; Unmet names the one that the checklist before print stops.
    """
    with store.reading():
        issue = row(issue_id)
        parts: list[SectionPart] = []
        wanted: set[str] = set()
        for part in plan(issue_id).parts:
            pieces = tuple(piece(placed.article_id) for placed in part.placed)
            if pieces:
                parts.append(SectionPart(part.title, pieces))
            for made in pieces:
                must_meet(Article.get_by_id(made.article), Before.PRINT, made.text.title)
                wanted.update(pictures_of(made.text))
        if not parts:
            raise NotNow(Why.ISSUE_EMPTY, f"{issue.number}/{issue.year}")
        return Edition(
            number=issue.number,
            year=issue.year,
            month=issue.month,
            names=settings.names(),
            sections=tuple(parts),
            pictures=album.fetch(wanted),
            imprint=settings.imprint(),
        )


def may_export(who: int) -> None:
    """Refuse a person who may not export, before the press starts to work."""
    refused = refusal(Act.EXPORT, actor(who).roles)
    if refused:
        raise refused


def exported(who: int, issue_id: int, files: dict[str, str], made_of: Edition) -> Changes:
    """Journal an export: file names with their SHA-256, and each article's revision."""
    with deciding(who, Act.EXPORT, Subject.ISSUE, issue_id) as doing:
        issue = row(issue_id)
        for made in made_of.pieces:
            must_meet(Article.get_by_id(made.article), Before.PRINT, made.text.title)
        doing.title, doing.version = f"{issue.number}/{issue.year}", issue.version
        doing.detail = {
            "files": files,
            "articles": [[made.article, made.revision, made.sha256] for made in made_of.pieces],
        }
        return Changes(act=Act.EXPORT)


_FIELDS = (Issue.id, Issue.number, Issue.year, Issue.month, Issue.theme, Issue.closing, Issue.version)


def piece(article_id: int) -> Piece:
    """Return an article as it prints; NotNow(STALE_APPROVAL) when its approval does not hold for its text."""
    found = (
        Article.select(
            Article.title,
            Article.stage,
            Article.revision,
            Article.approved_revision,
            Article.approved_sha256,
            Person.name,
            Revision.text,
        )
        .join(Revision, on=((Revision.article == Article.id) & (Revision.number == Article.revision)))
        .join(Person, pw.JOIN.LEFT_OUTER, on=(Article.approved_by == Person.id))
        .where(Article.id == article_id)
    )
    title, stage, revision, approved, digest, approver, text = next(rows(found))
    if stage not in _PRINTABLE or approved != revision or sha256(text) != digest:
        raise NotNow(Why.STALE_APPROVAL, title)
    return Piece(article_id, revision, digest, from_json(text), approver or "")


def _number(number: str, year: int, but: int = 0) -> str:
    clean = "".join(nfc(number).split())
    if not clean:
        raise NotNow(Why.NUMBER_EMPTY)
    taken = (Issue.number == clean) & (Issue.year == year) & (Issue.id != but)
    if Issue.select().where(taken).exists():
        raise NotNow(Why.NUMBER_TAKEN, f"{clean}/{year}")
    return clean


def _in(issue_id: int, section_id: int) -> Any:
    return (Placement.issue == issue_id) & (Placement.section == section_id)


def _order(issue_id: int, section_id: int) -> list[int]:
    found = Placement.select(Placement.article).where(_in(issue_id, section_id)).order_by(Placement.position)
    return [r[0] for r in rows(found)]


def _number_positions(article_ids: list[int]) -> None:
    for position, article_id in enumerate(article_ids):
        Placement.update(position=position).where(Placement.article == article_id).execute()


def _standing(section_id: int | None) -> int | None:
    """Return the chuyên mục if it has not been retired."""
    there = Section.select().where((Section.id == section_id) & (Section.active == 1)).exists()
    return section_id if there else None


def _titles(article_ids: list[int]) -> list[str]:
    found = Article.select(Article.title).where(Article.id.in_(article_ids)).order_by(Article.id)
    return [r[0] for r in rows(found)]


def _first_section() -> int:
    first = Section.select(Section.id).where(Section.active == 1).order_by(Section.position).limit(1).scalar()
    if first is None:
        raise Missing("section")
    return int(first)


def _changed(issue: Issue, act: Act, articles: list[int] | None = None) -> Changes:
    return Changes(frozenset(articles or ()), frozenset({issue.id}), act=act, version=issue.version)
