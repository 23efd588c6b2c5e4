"""From the plan to the press: what an issue prints, and what stands in the way of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache

import peewee as pw

from desk.acts.actor import actor
from desk.acts.checks import must_meet
from desk.acts.details.issues import Exported
from desk.acts.gate import Changes, deciding
from desk.acts.journal import Subject
from desk.acts.permission import refusal
from desk.acts.requirements import Auto, Before
from desk.acts.rules import Act, IssueState
from desk.articles.approval import Approval
from desk.database import connection
from desk.database.article_tables import Article, Revision
from desk.database.connection import named, rows
from desk.database.department_tables import Person
from desk.database.issue_tables import Placement
from desk.database.review_tables import ChecklistItem, Tick
from desk.department import settings
from desk.edition.edition import Edition, Piece, SectionPart
from desk.errors import DeskError, NotNow, Unmet, Why
from desk.export.preflight import Limit, LimitFault
from desk.issues import issues, stored_design
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueRow
from desk.pictures import stored_pictures
from desk.text.blocks import from_json, pictures_of, sha256


class BlockerKind(Enum):
    """What can stand in the way of a release."""

    EMPTY = auto()
    NOT_CLOSED = auto()
    STALE = auto()
    CHECKLIST = auto()
    WANTED = auto()  # somebody still owes a piece: said, and in nobody's way


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing in the way; `article_id` leads to its place, `words` says what exactly."""

    kind: BlockerKind
    article_id: int = 0
    title: str = ""
    error: DeskError | None = None
    stops: bool = True
    wanted_id: int = 0


def edition(issue_id: int, *, proof: bool = False, known: Mapping[str, bytes] | None = None) -> Edition:
    """Return what the press prints: approved revisions only, byte for byte.

    With `proof` every article stands as it is now, approved or not: for the live proof and the copy marked so.
    `known` are pictures that need not be fetched again.
    NotNow(ISSUE_EMPTY) without articles; NotNow(STALE_APPROVAL, title) names the first article whose
    approval does not hold for its current text; Unmet names the one that the checklist before print stops.
    """
    with connection.reading():
        issue = issues.row(issue_id)
        parts: list[SectionPart] = []
        wanted: set[str] = {one for one in (issue.dress.emblem, issue.dress.photo) if one}
        for part in issue_plan.plan(issue_id).parts:
            pieces = tuple(piece(placed.article_id, proof=proof) for placed in part.placed)
            if pieces:
                parts.append(SectionPart(part.title, pieces, part.boxed))
            if not proof:
                _must_meet(issue, pieces)
            for made in pieces:
                wanted.update(pictures_of(made.text))
        if not parts and not proof:
            raise NotNow(Why.ISSUE_EMPTY, issue.name)
        return Edition(
            number=issue.number,
            year=issue.year,
            month=issue.month,
            names=settings.names(),
            sections=tuple(parts),
            pictures=_pictures(wanted, known or {}),
            imprint=stored_design.over(settings.imprint(), issue.imprint),
            published=date.fromisoformat(issue.published) if issue.published else None,
            last_month=issue.last_month,
            special=issue.special,
            theme=issue.theme,
            dress=issue.dress,
            legal=issues.law(issue),
            renditions=stored_pictures.renditions(sorted(wanted)),
        )


def _pictures(wanted: set[str], known: Mapping[str, bytes]) -> dict[str, bytes]:
    there = {key: known[key] for key in wanted if key in known}
    return {**there, **stored_pictures.fetch(sorted(wanted - there.keys()))}


def _must_meet(issue: IssueRow, pieces: Sequence[Piece]) -> None:
    """Refuse what the checklist before print stops; what was released met it, whatever was added since."""
    if issue.state is IssueState.RELEASED:
        return
    asked = Article.select().where(Article.id.in_([made.article for made in pieces]))
    found = {article.id: article for article in asked}
    for made in pieces:
        must_meet(found[made.article], Before.PRINT, made.text.title)


def blockers(issue_id: int) -> tuple[Blocker, ...]:
    """Return what the desk knows to stand in the way of a release; the page's own faults come from its layout."""
    with connection.reading():
        plan = issue_plan.plan(issue_id)
        found: list[Blocker] = []
        if not plan.issue.articles:
            found.append(Blocker(BlockerKind.EMPTY, title=plan.issue.name))
        if plan.issue.state is IssueState.OPEN:
            found.append(Blocker(BlockerKind.NOT_CLOSED, title=plan.issue.name))
        for part in plan.parts:
            for placed in part.placed:
                found += _in_the_way(placed.article_id, placed.title)
            found += [
                Blocker(BlockerKind.WANTED, title=one.title, stops=False, wanted_id=one.id)
                for one in part.wanted
            ]
        return tuple(found)


def _in_the_way(article_id: int, title: str) -> list[Blocker]:
    try:
        piece(article_id)
    except NotNow as stale:
        return [Blocker(BlockerKind.STALE, article_id, title, stale)]
    try:
        must_meet(Article.get_by_id(article_id), Before.PRINT, title)
    except Unmet as unmet:
        return [Blocker(BlockerKind.CHECKLIST, article_id, title, unmet)]
    return []


def standing(found: Iterable[LimitFault], issue_id: int, total: int) -> tuple[LimitFault, ...]:
    """Return the faults of the laid-out page that stand, of `total` pages.

    A chief may have let one pass in the article's checklist; the office may have set fewer pages than the law.
    """
    found = tuple(found)
    most = issues.row(issue_id).pages
    if most and total > most and not any(one.kind is Limit.PAGES and one.allowed <= most for one in found):
        found = (LimitFault(Limit.PAGES, found=total, allowed=most), *found)
    passed = {
        (v[0], v[1])
        for v in rows(
            Tick.select(Tick.article, ChecklistItem.auto)
            .join(ChecklistItem, on=(Tick.item == ChecklistItem.id))
            .switch(Tick)
            .join(Placement, on=(Placement.article == Tick.article))
            .switch(Tick)
            .join(Article, on=((Article.id == Tick.article) & (Article.revision == Tick.revision)))
            .where((Placement.issue == issue_id) & (Tick.reason != ""))
        )
    }
    return tuple(
        one for one in found if one.kind not in _PASSED or (one.article, _PASSED[one.kind]) not in passed
    )


_PASSED = {Limit.COARSE: Auto.SHARPNESS.value, Limit.NO_CAPTION: Auto.CAPTIONS.value}


def may_export(who: int) -> None:
    """Refuse a person who may not export, before the press starts to work."""
    refused = refusal(Act.EXPORT, actor(who).roles)
    if refused:
        raise refused


def exported(who: int, issue_id: int, files: dict[str, str], made_of: Edition) -> Changes:
    """Journal an export: file names with their SHA-256, and each article's revision."""
    with deciding(who, Act.EXPORT, Subject.ISSUE, issue_id) as doing:
        issue = issues.row(issue_id)
        _must_meet(issue, made_of.pieces)
        doing.title, doing.version = issue.name, issue.version
        articles = ((made.article, made.revision, made.sha256) for made in made_of.pieces)
        doing.detail = Exported(files, tuple(articles))
        return Changes(act=Act.EXPORT)


def piece(article_id: int, *, proof: bool = False) -> Piece:
    """Return an article as it prints; NotNow(STALE_APPROVAL) when its approval does not hold for its text."""
    found = (
        Article.select(
            Article.title,
            Article.stage,
            Article.revision,
            Article.approved_revision,
            Article.approved_sha256,
            Person.name.alias("approver"),
            Revision.text,
        )
        .join(Revision, on=((Revision.article == Article.id) & (Revision.number == Article.revision)))
        .join(Person, pw.JOIN.LEFT_OUTER, on=(Article.approved_by == Person.id))
        .where(Article.id == article_id)
    )
    row = next(named(found))
    approval = Approval(row.stage, row.revision, row.approved_revision, row.approved_sha256)
    real = sha256(row.text)
    if not proof and not approval.holds_for(real):
        raise NotNow(Why.STALE_APPROVAL, row.title)
    return Piece(article_id, row.revision, real, _text(row.text), row.approver or "")


# A proof reads the same sixty texts after every edit of one.
_text = lru_cache(maxsize=256)(from_json)
