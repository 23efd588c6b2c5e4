"""Lists of articles: named columns only, filtered and sorted in SQL, fetched by keyset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import peewee as pw

from desk import clock
from desk.acts import permission, signing_for
from desk.acts.review_settings import practice
from desk.acts.rules import DELEGATED, Act, Genre, Role, Stage
from desk.articles import drafts, search
from desk.articles.drafts import DraftRow
from desk.database import connection, engine, revisions
from desk.database.article_tables import Article, ArticleOriginal, Authorship, Draft, Revision
from desk.database.connection import column, db, first, once_a_question, rows
from desk.database.department_tables import Person, Section
from desk.database.issue_tables import Issue, Placement
from desk.errors import Missing
from desk.pictures import stored_pictures
from desk.text.blocks import ArticleText, from_json, pictures_of


class Order(Enum):
    """How a list is sorted."""

    RECENT = "recent"  # last changed first
    EVENT = "event"  # newest event first
    TITLE = "title"  # Vietnamese alphabet
    WAITING = "waiting"  # longest at its stage first


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list of articles is asked for; empty fields do not filter."""

    author_id: int | None = None
    stages: frozenset[Stage] = frozenset()
    section_id: int | None = None
    month: str = ""  # YYYY-MM
    words: str = ""
    order: Order = Order.RECENT
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as lists show it; `acts` is what the asking person may do to it now."""

    id: int
    title: str
    byline: str
    author_id: int
    author: str
    section_id: int | None
    section: str
    event_date: date | None
    stage: Stage
    version: int
    revision: int
    words: int
    changed_at: datetime
    stage_since: datetime
    touched: int
    issue: str
    note: str
    title_key: str = field(repr=False, default="")
    genre: Genre = Genre.NEWS
    recommended_by: str = ""  # the deputy who recommends this very revision
    acts: frozenset[Act] = frozenset()
    snippet: str = ""  # found words between U+0002 and U+0003
    originals: int = 0  # files that it was taken from


@dataclass(frozen=True, slots=True)
class ListPage:
    """A stretch of a list, and whether there is more behind it."""

    rows: tuple[ArticleRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """An article opened: its row, its current text, its pictures, and the reader's own unsaved draft."""

    row: ArticleRow
    uid: str
    text: ArticleText
    pictures: dict[str, bytes]
    draft: DraftRow | None
    approved_revision: int | None
    approved_by: str
    approved_for: str = ""  # the chief for whom a delegate signed (ký thay)


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as the file has it."""

    stage: Stage
    version: int
    revision: int
    section: str
    sha256: str
    text: ArticleText


_RECENT_BYLINES = 3000


_DEPUTY = Person.alias("deputy")
_AUTHORS = Authorship.select(engine.joined(Authorship.person)).where(Authorship.article == Article.id)
_ORIGINALS = ArticleOriginal.select(pw.fn.COUNT(ArticleOriginal.id)).where(
    ArticleOriginal.article == Article.id
)
# What a list reads of an article; a row that was read has these names.
_COLUMNS: dict[str, Any] = {
    "id": Article.id,
    "title": Article.title,
    "byline": Article.byline,
    "author_id": Article.author,
    "author": Person.name,
    "section_id": Article.section,
    "section": Section.title,
    "event_date": Article.event_date,
    "stage": Article.stage,
    "version": Article.version,
    "revision": Article.revision,
    "words": Article.words,
    "changed_at": Article.changed_at,
    "stage_since": Article.stage_since,
    "touched": Article.touched,
    "number": Issue.number,
    "year": Issue.year,
    "note": Article.note,
    "title_key": Article.title_key,
    "genre": Article.genre,
    "deputy": _DEPUTY.name,
    "authors": pw.fn.COALESCE(_AUTHORS, ""),
    "originals": _ORIGINALS,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a list, and what they may do now: buttons are enabled by it."""

    who: int
    roles: frozenset[Role]
    chiefs: tuple[int, ...]  # for whom they may sign
    levels: int


@once_a_question
def reader(who: int) -> Reader:
    """Return a reader as they are now; Denied when deactivated."""
    roles, authorities = signing_for.with_authorities(who)
    return Reader(who, roles, tuple(one.chief_id for one in authorities), practice().levels)


def listing(who: int, query: ListQuery, after: ArticleRow | None = None, limit: int = 100) -> ListPage:
    """Return the rows that follow `after` (None: from the top)."""
    with connection.reading():
        me = reader(who)
        found = _filtered(query)
        if query.words.strip():
            hits = search.newest(query.words, _scope(query), after.id if after else 0, limit + 1)
            ids = [hit.article_id for hit in hits]
            snippets = {hit.article_id: hit.snippet for hit in hits}
            by_id = {row.id: row for row in _rows(_base().where(Article.id.in_(ids)), me, snippets)}
            ordered = [by_id[i] for i in ids]
        else:
            ordered = _rows(_after(found, query.order, after).limit(limit + 1), me, {})
    return ListPage(tuple(ordered[:limit]), len(ordered) > limit)


@once_a_question
def row(who: int, article_id: int) -> ArticleRow:
    """Return one article's row; Missing when there is none."""
    found = _rows(_base().where(Article.id == article_id), reader(who), {})
    if not found:
        raise Missing("article")
    return found[0]


def open_article(who: int, article_id: int, known: ArticleRow | None = None) -> Opened:
    """Return an article with its current text, its pictures and the reader's own draft.

    `known` is its row where the same question has read it already.
    """
    with connection.reading():
        shown = known or row(who, article_id)
        chief = Person.alias()
        mine = (Draft.uid == Article.uid) & (Draft.person == who)
        found = (
            Article.select(
                Article.uid, Article.approved_revision, Person.name, chief.name, Revision.text, *drafts.FIELDS
            )
            .join(Revision, on=((Revision.article == Article.id) & (Revision.number == Article.revision)))
            .switch(Article)
            .join(Person, pw.JOIN.LEFT_OUTER, on=(Article.approved_by == Person.id))
            .switch(Article)
            .join(chief, pw.JOIN.LEFT_OUTER, on=(Article.approved_for == chief.id))
            .switch(Article)
            .join(Draft, pw.JOIN.LEFT_OUTER, on=mine)
            .where(Article.id == article_id)
        )
        opened = first(found)
        if opened is None:
            raise Missing("article")
        uid, approved, approver, signed_for, stored_text, *typed = opened
        text = from_json(stored_text)
        draft = drafts.read(typed) if typed[0] else None
        wanted = set(pictures_of(text)) | (set(pictures_of(draft.text)) if draft else set())
        return Opened(
            shown, uid, text, stored_pictures.fetch(wanted), draft, approved, approver or "", signed_for or ""
        )


def stored(article_id: int) -> Stored:
    """Return an article as it is stored, for nobody in particular (the command line)."""
    with connection.reading():
        found = (
            Article.select(Article.stage, Article.version, Article.revision, Section.title, Revision.sha256)
            .join(Section, pw.JOIN.LEFT_OUTER, on=(Article.section == Section.id))
            .switch(Article)
            .join(Revision, on=((Revision.article == Article.id) & (Revision.number == Article.revision)))
            .where(Article.id == article_id)
        )
        stage, version, revision, section, digest = first(found) or (None, 0, 0, "", "")
        if stage is None:
            raise Missing("article")
        text = revisions.text_of(article_id, revision)
        return Stored(Stage(stage), version, revision, section or "", digest, text)


def waiting(where: Any, after: ArticleRow | None, limit: int) -> Any:
    """Return the question for the rows that meet a condition and follow `after`, longest at their stage first."""
    return _after(_base().where(where), Order.WAITING, after).limit(limit)


def page(found: Sequence[tuple[Any, ...]], reader: Reader, limit: int) -> ListPage:
    """Make a stretch of a list of what was found, one more than its limit at most."""
    return ListPage(tuple(_row(values, reader, {}) for values in found[:limit]), len(found) > limit)


def kept() -> Any:
    """Return the query that counts the articles, without those in the bin."""
    return Article.select(pw.fn.count(Article.id)).where(Article.stage != Stage.BINNED.value)


def months() -> list[str]:
    """Return the months that have articles, newest first."""
    return column(Article.select(Article.month).distinct().order_by(Article.month.desc()))


def bylines() -> list[str]:
    """Return what a byline may be, for completion: those of the newest articles, most used first, then people
    and units."""
    newest = Article.select(Article.byline).order_by(Article.id.desc()).limit(_RECENT_BYLINES)
    used = Counter(byline for byline in column(newest) if byline)
    people = rows(Person.select(Person.name, Person.unit).where(Person.active == 1))
    known = [word for pair in people for word in pair if word]
    return list(dict.fromkeys([byline for byline, _ in used.most_common()] + known))


def _base() -> Any:
    return (
        Article.select(*_COLUMNS.values())
        .join(Person, on=(Article.author == Person.id))
        .switch(Article)
        .join(Section, pw.JOIN.LEFT_OUTER, on=(Article.section == Section.id))
        .switch(Article)
        .join(Placement, pw.JOIN.LEFT_OUTER, on=(Placement.article == Article.id))
        .join(Issue, pw.JOIN.LEFT_OUTER, on=(Placement.issue == Issue.id))
        .switch(Article)
        .join(
            _DEPUTY,
            pw.JOIN.LEFT_OUTER,
            on=((Article.recommended_by == _DEPUTY.id) & (Article.recommended_revision == Article.revision)),
        )
    )


def _conditions(query: ListQuery) -> list[Any]:
    made: list[Any] = []
    if query.stages:
        made.append(Article.stage.in_([stage.value for stage in query.stages]))
    else:
        made.append(Article.stage != Stage.BINNED.value)
    if query.author_id is not None:
        made.append(Article.author == query.author_id)
    if query.section_id is not None:
        made.append(Article.section == query.section_id)
    if query.month:
        made.append(Article.month == query.month)
    if query.unplaced:
        made.append(Placement.article.is_null())
    return made


def _filtered(query: ListQuery) -> Any:
    found = _base()
    for condition in _conditions(query):
        found = found.where(condition)
    return found


def _scope(query: ListQuery) -> search.SearchScope:
    return search.SearchScope(
        stages=tuple(stage.value for stage in query.stages),
        author_id=query.author_id,
        section_id=query.section_id,
        month=query.month,
        unplaced=query.unplaced,
    )


def _after(found: Any, order: Order, after: ArticleRow | None) -> Any:
    if order is Order.RECENT:
        if after:
            found = found.where(Article.touched < after.touched)
        return found.order_by(Article.touched.desc())
    if order is Order.EVENT:
        if after:
            key = after.event_date.isoformat() if after.event_date else ""
            found = found.where(pw.Tuple(Article.event_date, Article.id) < pw.Tuple(key, after.id))
        return found.order_by(Article.event_date.desc(), Article.id.desc())
    if order is Order.TITLE:
        if after:
            found = found.where(pw.Tuple(Article.title_key, Article.id) > pw.Tuple(after.title_key, after.id))
        return found.order_by(Article.title_key, Article.id)
    if after:
        key = clock.stamp(after.stage_since)
        found = found.where(pw.Tuple(Article.stage_since, Article.id) > pw.Tuple(key, after.id))
    return found.order_by(Article.stage_since, Article.id)


def _rows(found: Any, reader: Reader, snippets: dict[int, str]) -> list[ArticleRow]:
    # Straight from the cursor: no column here needs peewee's conversion, which took a third of a list's time.
    return [_row(values, reader, snippets) for values in db.execute(found).fetchall()]


def _row(values: Iterable[Any], reader: Reader, snippets: dict[int, str]) -> ArticleRow:
    v = SimpleNamespace(**dict(zip(_COLUMNS, values, strict=True)))
    stage = Stage(v.stage)
    return ArticleRow(
        id=v.id,
        title=v.title,
        byline=v.byline,
        author_id=v.author_id,
        author=v.author,
        section_id=v.section_id,
        section=v.section or "",
        event_date=date.fromisoformat(v.event_date) if v.event_date else None,
        stage=stage,
        version=v.version,
        revision=v.revision,
        words=v.words,
        changed_at=clock.read_stamp(v.changed_at),
        stage_since=clock.read_stamp(v.stage_since),
        touched=v.touched,
        issue=f"{v.number}/{v.year}" if v.number else "",
        note=v.note,
        title_key=v.title_key,
        genre=Genre(v.genre),
        recommended_by=v.deputy or "",
        acts=_acts(reader, stage, v.author_id, v.authors),
        snippet=snippets.get(v.id, ""),
        originals=v.originals,
    )


@lru_cache(maxsize=4096)
def _acts(reader: Reader, stage: Stage, author: int, authors: str) -> frozenset[Act]:
    """Return what a reader may do now: by their own roles, and for the chiefs who let them sign."""
    wrote = {author, *(int(one) for one in authors.split(",") if one)}
    own = author == reader.who
    acts = permission.allowed(reader.roles, stage, own=own, wrote=reader.who in wrote, levels=reader.levels)
    for chief in reader.chiefs:
        hands = bool(wrote & {reader.who, chief})
        chief_may = permission.allowed({Role.CHIEF}, stage, own=own, wrote=hands, levels=reader.levels)
        acts |= chief_may & DELEGATED
    return acts
