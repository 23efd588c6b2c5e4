"""Lists of articles: named columns only, filtered and sorted in SQL, fetched by keyset."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

import peewee as pw

from desk import album, clock, drafts, revisions, rules, search, store
from desk.drafts import DraftRow
from desk.errors import Missing
from desk.gate import actor
from desk.rules import Act, Role, Stage
from desk.tables import Article, Issue, Person, Placement, Revision, Section, db, first, rows
from desk.text import ArticleText, pictures_of


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
    not_by: int | None = None  # what waits for me is never my own


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
    acts: frozenset[Act] = frozenset()
    snippet: str = ""  # found words between U+0002 and U+0003


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
_FIELDS = (
    Article.id,
    Article.title,
    Article.byline,
    Article.author,
    Person.name,
    Article.section,
    Section.title,
    Article.event_date,
    Article.stage,
    Article.version,
    Article.revision,
    Article.words,
    Article.changed_at,
    Article.stage_since,
    Article.touched,
    Issue.number,
    Issue.year,
    Article.note,
    Article.title_key,
)


def listing(who: int, query: ListQuery, after: ArticleRow | None = None, limit: int = 100) -> ListPage:
    """Return the rows that follow `after` (None: from the top)."""
    with store.reading():
        roles = actor(who).roles
        found = _filtered(query)
        if query.words.strip():
            hits = search.newest(query.words, _scope(query), after.id if after else 0, limit + 1)
            ids = [hit.article_id for hit in hits]
            snippets = {hit.article_id: hit.snippet for hit in hits}
            by_id = {row.id: row for row in _rows(_base().where(Article.id.in_(ids)), who, roles, snippets)}
            ordered = [by_id[i] for i in ids if i in by_id]
        else:
            ordered = _rows(_after(found, query.order, after).limit(limit + 1), who, roles, {})
    return ListPage(tuple(ordered[:limit]), len(ordered) > limit)


def row(who: int, article_id: int) -> ArticleRow:
    """Return one article's row; Missing when there is none."""
    found = _rows(_base().where(Article.id == article_id), who, actor(who).roles, {})
    if not found:
        raise Missing("article")
    return found[0]


def open_article(who: int, article_id: int) -> Opened:
    """Return an article with its current text, its pictures and the reader's own draft."""
    with store.reading():
        shown = row(who, article_id)
        found = (
            Article.select(Article.uid, Article.approved_revision, Person.name)
            .join(Person, pw.JOIN.LEFT_OUTER, on=(Article.approved_by == Person.id))
            .where(Article.id == article_id)
        )
        uid, approved, approver = first(found) or ("", None, "")
        text = revisions.text_of(article_id, shown.revision)
        draft = drafts.of_article(who, uid)
        wanted = set(pictures_of(text)) | (set(pictures_of(draft.text)) if draft else set())
        return Opened(shown, uid, text, album.fetch(wanted), draft, approved, approver or "")


def stored(article_id: int) -> Stored:
    """Return an article as it is stored, for nobody in particular (the command line)."""
    with store.reading():
        found = (
            Article.select(Article.stage, Article.version, Article.revision, Section.title, Revision.sha256)
            .join(Section, pw.JOIN.LEFT_OUTER, on=(Article.section == Section.id))
            .switch(Article)
            .join(Revision, on=((Revision.article == Article.id) & (Revision.number == Article.revision)))
            .where(Article.id == article_id)
        )
        row = first(found)
        if row is None:
            raise Missing("article")
        text = revisions.text_of(article_id, row[2])
        return Stored(Stage(row[0]), row[1], row[2], row[3] or "", row[4], text)


def counts(who: int) -> dict[str, int]:
    """Return the side bar's numbers: "all", "mine" and "waiting" (for this person to judge)."""
    with store.reading():
        found = rows(
            Article.select(Article.stage, Article.author == who, pw.fn.count(Article.id)).group_by(
                Article.stage, Article.author == who
            )
        )
        numbers = {"all": 0, "mine": 0, "waiting": 0}
        waits = {stage.value for stage in waiting_stages(actor(who).roles)}
        for stage, own, count in found:
            if stage != Stage.BINNED.value:
                numbers["all"] += count
                numbers["mine"] += count if own else 0
            numbers["waiting"] += count if stage in waits and not own else 0
        return numbers


def waiting_stages(roles: frozenset[Role]) -> frozenset[Stage]:
    """Return the stages at which an article waits for somebody with these roles."""
    stages = set()
    if Role.EDITOR in roles:
        stages.add(Stage.SUBMITTED)
    if Role.CHIEF in roles:
        stages.add(Stage.FOR_APPROVAL)
    return frozenset(stages)


def months() -> list[str]:
    """Return the months that have articles, newest first."""
    found = rows(Article.select(Article.month).distinct().order_by(Article.month.desc()))
    return [row[0] for row in found]


def bylines() -> list[str]:
    """Return what a byline may be, for completion: those of the newest articles, most used first, then people
    and units."""
    newest = Article.select(Article.byline).order_by(Article.id.desc()).limit(_RECENT_BYLINES)
    used = Counter(row[0] for row in rows(newest) if row[0])
    people = rows(Person.select(Person.name, Person.unit).where(Person.active == 1))
    known = [word for pair in people for word in pair if word]
    return list(dict.fromkeys([byline for byline, _ in used.most_common()] + known))


def _base() -> Any:
    return (
        Article.select(*_FIELDS)
        .join(Person, on=(Article.author == Person.id))
        .switch(Article)
        .join(Section, pw.JOIN.LEFT_OUTER, on=(Article.section == Section.id))
        .switch(Article)
        .join(Placement, pw.JOIN.LEFT_OUTER, on=(Placement.article == Article.id))
        .join(Issue, pw.JOIN.LEFT_OUTER, on=(Placement.issue == Issue.id))
    )


def _conditions(query: ListQuery) -> list[Any]:
    made: list[Any] = []
    if query.stages:
        made.append(Article.stage.in_([stage.value for stage in query.stages]))
    else:
        made.append(Article.stage != Stage.BINNED.value)
    if query.author_id is not None:
        made.append(Article.author == query.author_id)
    if query.not_by is not None:
        made.append(Article.author != query.not_by)
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


def _scope(query: ListQuery) -> search.Scope:
    return search.Scope(
        stages=tuple(stage.value for stage in query.stages),
        author_id=query.author_id,
        not_by=query.not_by,
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


def _rows(found: Any, who: int, roles: frozenset[Role], snippets: dict[int, str]) -> list[ArticleRow]:
    # Straight from the cursor: no column here needs peewee's conversion, which took a third of a list's time.
    return [_row(values, who, roles, snippets) for values in db.execute(found).fetchall()]


def _row(v: tuple[Any, ...], who: int, roles: frozenset[Role], snippets: dict[int, str]) -> ArticleRow:
    stage = Stage(v[8])
    return ArticleRow(
        id=v[0],
        title=v[1],
        byline=v[2],
        author_id=v[3],
        author=v[4],
        section_id=v[5],
        section=v[6] or "",
        event_date=date.fromisoformat(v[7]) if v[7] else None,
        stage=stage,
        version=v[9],
        revision=v[10],
        words=v[11],
        changed_at=clock.read_stamp(v[12]),
        stage_since=clock.read_stamp(v[13]),
        touched=v[14],
        issue=f"{v[15]}/{v[16]}" if v[15] else "",
        note=v[17],
        title_key=v[18],
        acts=_acts(roles, stage, v[3] == who),
        snippet=snippets.get(v[0], ""),
    )


@lru_cache(maxsize=512)
def _acts(roles: frozenset[Role], stage: Stage, own: bool) -> frozenset[Act]:
    return rules.allowed(roles, stage, own=own)
