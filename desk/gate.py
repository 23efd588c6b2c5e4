"""The one gate: is it there, is it the version you saw, may you? Then do it and journal it, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desk import clock, journal, rules, store
from desk.errors import Denied, Missing, Stale, Why
from desk.journal import Subject
from desk.rules import RULES, Act, Role, Stage
from desk.tables import Article, Issue, Person, db


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act changed; every page that shows one of them refreshes."""

    articles: frozenset[int] = frozenset()
    issues: frozenset[int] = frozenset()
    people: bool = False
    settings: bool = False
    act: Act | None = None
    version: int = 0  # the version the act made: what an undo must still find
    undo: Act | None = None


@dataclass(slots=True)
class Actor:
    """The person at the gate, roles as they are inside this transaction."""

    id: int
    name: str
    roles: frozenset[Role]


@dataclass(slots=True)
class Doing:
    """An act under way: what it is done to and what the journal will say of it."""

    act: Act
    actor: Actor
    subject: Subject
    subject_id: int = 0
    title: str = ""
    version: int = 0
    sha256: str = ""
    note: str = ""
    detail: dict[str, Any] = field(default_factory=dict)
    entry: int = 0
    nothing: bool = False  # it turned out that there was nothing to change: no journal entry


@dataclass(slots=True)
class OnArticle(Doing):
    """An act on an article; the verb may change `article`, the gate stores it."""

    article: Article = field(default_factory=Article)


def actor(who: int) -> Actor:
    """Read a person and their roles now; Denied when unknown or deactivated."""
    row = db.execute_sql(_person(), (who,)).fetchone()
    if row is None or not row[2]:
        raise Denied(Why.INACTIVE)
    return Actor(who, row[0], roles_of(row[1]))


def roles_of(stored: str) -> frozenset[Role]:
    """Read the stored form of a person's roles."""
    return frozenset(Role(name) for name in stored.split())


# Every act asks these two; compiled once, for peewee takes longer to write such SQL than SQLite to run it.
@cache
def _person() -> str:
    return str(Person.select(Person.name, Person.roles, Person.active).where(Person.id == 0).sql()[0])


@cache
def _article() -> str:
    return str(Article.select().where(Article.id == 0).sql()[0])


@contextmanager
def acting(who: int, act: Act, article_id: int, seen: int, note: str = "") -> Iterator[OnArticle]:
    """Pass the gate for an act on an article that was seen at version `seen`."""
    with store.writing():
        person = actor(who)
        article = next(iter(Article.raw(_article(), article_id)), None)
        if article is None:
            raise Missing("article")
        if article.version != seen:
            raise _stale(Subject.ARTICLE, article_id)
        own = article.author_id == who
        refused = rules.refusal(act, person.roles, Stage(article.stage), own=own, note=note)
        if refused:
            raise refused
        doing = OnArticle(act, person, Subject.ARTICLE, article_id, note=note.strip(), article=article)
        article.version += 1
        yield doing
        if doing.nothing:
            return
        _lead_on(doing)
        doing.title = article.title
        doing.version = article.version
        _journal(doing)
        article.touched = doing.entry
        article.save(only=article.dirty_fields)


@contextmanager
def on_issue(who: int, act: Act, issue_id: int, seen: int) -> Iterator[tuple[Doing, Issue]]:
    """Pass the gate for an act on an issue that was seen at version `seen`."""
    with deciding(who, act, Subject.ISSUE, issue_id) as doing:
        issue = Issue.get_or_none(Issue.id == issue_id)
        if issue is None:
            raise Missing("issue")
        if issue.version != seen:
            raise _stale(Subject.ISSUE, issue_id)
        issue.version += 1
        doing.title = f"{issue.number}/{issue.year}"
        doing.version = issue.version
        yield doing, issue
        issue.save(only=issue.dirty_fields)


@contextmanager
def deciding(
    who: int, act: Act, subject: Subject = Subject.DESK, subject_id: int = 0, note: str = ""
) -> Iterator[Doing]:
    """Pass the gate for an act on anything that has no stages."""
    with store.writing():
        person = actor(who)
        refused = rules.refusal(act, person.roles, note=note)
        if refused:
            raise refused
        doing = Doing(act, person, subject, subject_id, note=note.strip())
        yield doing
        if not doing.nothing:
            _journal(doing)


def _lead_on(doing: OnArticle) -> None:
    article, now = doing.article, clock.stamp(clock.now())
    article.changed_at = now
    to = RULES[doing.act].to
    if to is not None and article.stage != to.value:
        article.stage = to.value
        article.stage_since = now
    article.note = doing.note


def _journal(doing: Doing) -> None:
    doing.entry = journal.write(
        doing.actor.id,
        doing.actor.name,
        doing.act,
        doing.subject,
        doing.subject_id,
        title=doing.title,
        version=doing.version,
        sha256=doing.sha256,
        note=doing.note,
        detail=doing.detail,
    )


def _stale(subject: Subject, subject_id: int) -> Stale:
    last = journal.last_of(subject, subject_id)
    if last is None:
        raise Missing(subject.value)
    return Stale(last.person, last.act.value, last.at)
