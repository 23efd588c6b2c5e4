"""From the plan to the press: what an issue prints, and what stands in the way of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import lru_cache

import peewee as pw

from desk.acts import journal, requirements
from desk.acts.actor import actor
from desk.acts.checks import unmet
from desk.acts.gate import Changes, deciding
from desk.acts.issue_details import Exported
from desk.acts.journal import Subject
from desk.acts.permission import refusal
from desk.acts.requirements import Auto, Before, Judged
from desk.acts.rules import Act, IssueState
from desk.articles import approval_proof
from desk.articles.approval import Approval
from desk.database import connection
from desk.database.article_tables import Article, Revision
from desk.database.connection import named
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
from desk.issues.plan import Plan
from desk.pictures import stored_pictures
from desk.text.blocks import ArticleText, from_json, pictures_of, sha256


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
        plan = issue_plan.plan(issue_id)
        issue = plan.issue
        placed = [row.article_id for part in plan.parts for row in part.placed]
        pieces = proofed(placed) if proof else approved(placed)
        if not pieces and not proof:
            raise NotNow(Why.ISSUE_EMPTY, issue.name)
        if not proof:
            _must_meet(issue, tuple(pieces.values()))
        parts = tuple(
            SectionPart(part.title, tuple(pieces[row.article_id] for row in part.placed), part.boxed)
            for part in plan.parts
            if part.placed
        )
        wanted = {key for key in (issue.design.emblem, issue.design.photo) if key}
        for piece in pieces.values():
            wanted.update(pictures_of(piece.text))
        return Edition(
            number=issue.number,
            year=issue.year,
            month=issue.month,
            names=settings.names(),
            sections=parts,
            pictures=_pictures(wanted, known or {}),
            imprint=stored_design.over(settings.imprint(), issue.imprint),
            published=date.fromisoformat(issue.published) if issue.published else None,
            last_month=issue.last_month,
            special=issue.special,
            theme=issue.theme,
            design=issue.design,
            legal=issues.law(issue),
            renditions=stored_pictures.renditions(sorted(wanted)),
        )


def coded(issue_id: int) -> Edition:
    """Return what is printed of an issue that is being released: it bears the code of the journal as of now."""
    with connection.reading():
        return replace(edition(issue_id), code=journal.code(journal.head()))


def _pictures(wanted: set[str], known: Mapping[str, bytes]) -> dict[str, bytes]:
    there = {key: known[key] for key in wanted if key in known}
    return {**there, **stored_pictures.fetch(sorted(wanted - there.keys()))}


def _must_meet(issue: IssueRow, pieces: Sequence[Piece]) -> None:
    """Refuse what the checklist before print stops; what was released met it, whatever was added since."""
    if issue.state is IssueState.RELEASED:
        return
    refused = _unmet({piece.article: piece.text for piece in pieces})
    for piece in pieces:
        if piece.article in refused:
            raise refused[piece.article]


def _unmet(texts: Mapping[int, ArticleText]) -> dict[int, Unmet]:
    """Return by article what the checklist before print has against these texts, which the articles have now."""
    articles = [
        Judged.of(article, texts[article.id])
        for article in Article.select().where(Article.id.in_(list(texts)))
    ]
    return {
        article_id: unmet(missing, texts[article_id].title)
        for article_id, missing in requirements.missing_of(articles, Before.PRINT).items()
        if missing
    }


def blockers(issue_id: int) -> tuple[Blocker, ...]:
    """Return what the desk knows to stand in the way of a release; the page's own faults come from its layout."""
    return against(issue_id)[0]


def against(
    issue_id: int, faults: Iterable[LimitFault] = (), total: int = 0
) -> tuple[tuple[Blocker, ...], tuple[LimitFault, ...]]:
    """Return all that stands in the way of a release: the blockers, and of the laid-out page's faults what stands."""
    with connection.reading():
        plan = issue_plan.plan(issue_id)
        return tuple(_blockers(plan)), standing(faults, plan.issue, total)


def _blockers(plan: Plan) -> Iterator[Blocker]:
    if not plan.issue.articles:
        yield Blocker(BlockerKind.EMPTY, title=plan.issue.name)
    if plan.issue.state is IssueState.OPEN:
        yield Blocker(BlockerKind.NOT_CLOSED, title=plan.issue.name)
    refused = _refused([row.article_id for part in plan.parts for row in part.placed])
    for part in plan.parts:
        for row in part.placed:
            if row.article_id in refused:
                error = refused[row.article_id]
                kind = BlockerKind.CHECKLIST if isinstance(error, Unmet) else BlockerKind.STALE
                yield Blocker(kind, row.article_id, row.title, error)
        for wanted in part.wanted:
            yield Blocker(BlockerKind.WANTED, title=wanted.title, stops=False, wanted_id=wanted.id)


def _refused(article_ids: Sequence[int]) -> dict[int, DeskError]:
    """Return by article why it may not be printed."""
    refused: dict[int, DeskError] = {}
    texts: dict[int, ArticleText] = {}
    for article_id, stored in _proven(article_ids).items():
        try:
            texts[article_id] = stored.approved.text
        except NotNow as stale:
            refused[article_id] = stale
    return refused | _unmet(texts)


def standing(found: Iterable[LimitFault], issue: IssueRow, total: int) -> tuple[LimitFault, ...]:
    """Return the faults of the laid-out page that stand, of `total` pages.

    A chief may have let one pass in the article's checklist; the office may have set fewer pages than the law.
    """
    found = tuple(found)
    most = issue.pages
    if most and total > most and not any(one.kind is Limit.PAGES and one.allowed <= most for one in found):
        found = (LimitFault(Limit.PAGES, found=total, allowed=most), *found)
    query = (
        Tick.select(Tick.article, ChecklistItem.auto)
        .join(ChecklistItem, on=(Tick.item == ChecklistItem.id))
        .switch(Tick)
        .join(Placement, on=(Placement.article == Tick.article))
        .switch(Tick)
        .join(Article, on=((Article.id == Tick.article) & (Article.revision == Tick.revision)))
        .where((Placement.issue == issue.id) & (Tick.reason != ""))
    )
    passed = {(v.article, v.auto) for v in named(query)}
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


def approved(article_ids: Iterable[int]) -> dict[int, Piece]:
    """Return articles as they print; NotNow(STALE_APPROVAL) for the first whose approval is not for its text.

    NotNow(UNPROVEN) for the first whose approval the journal does not bear out.
    """
    return {number: stored.approved for number, stored in _proven(article_ids).items()}


def proofed(article_ids: Iterable[int]) -> dict[int, Piece]:
    """Return articles as they are now, approved or not."""
    return {number: stored.proofed for number, stored in _stored(article_ids).items()}


@dataclass(frozen=True, slots=True)
class _StoredPiece:
    """An article as it is now; `holds` says that its approval is for this text."""

    article: int
    revision: int
    title: str
    text: str  # JSON
    sha256: str
    approver: str
    holds: bool
    proven: bool = True  # by the journal; asked of what is to be printed

    @property
    def proofed(self) -> Piece:
        """Return it as it is, approved or not."""
        return Piece(self.article, self.revision, self.sha256, _text(self.text), self.approver)

    @property
    def approved(self) -> Piece:
        """Return it as it prints; NotNow says that its approval does not hold for its text, or is not proven."""
        if not self.holds:
            raise NotNow(Why.STALE_APPROVAL, self.title)
        if not self.proven:
            raise NotNow(Why.UNPROVEN, self.title)
        return self.proofed


def _proven(article_ids: Iterable[int]) -> dict[int, _StoredPiece]:
    stored = _stored(article_ids)
    doubted = {one.article for one in approval_proof.doubts(key for key, one in stored.items() if one.holds)}
    return {key: replace(one, proven=key not in doubted) for key, one in stored.items()}


def _stored(article_ids: Iterable[int]) -> dict[int, _StoredPiece]:
    """Return the articles as they are now, in this order.

    An approval is bound to one revision and to the SHA-256 of its text, which is reckoned anew here.
    """
    wanted = list(article_ids)
    query = (
        Article.select(
            Article.id,
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
        .where(Article.id.in_(wanted))
    )
    stored: dict[int, _StoredPiece] = {}
    for v in named(query):
        digest = sha256(v.text)
        holds = Approval(v.stage, v.revision, v.approved_revision, v.approved_sha256).holds_for(digest)
        stored[v.id] = _StoredPiece(v.id, v.revision, v.title, v.text, digest, v.approver or "", holds)
    return {article_id: stored[article_id] for article_id in wanted}


# A proof reads the same sixty texts after every edit of one.
_text = lru_cache(maxsize=256)(from_json)
