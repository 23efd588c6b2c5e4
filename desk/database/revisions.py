"""Revisions: every saved text of an article, immutable, each with its SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk import clock
from desk.database.article_tables import Article, Revision
from desk.database.connection import first, once_a_question, rows
from desk.database.department_tables import Person
from desk.errors import Missing
from desk.text.blocks import ArticleText, from_json, sha256


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision without its text, as lists show it."""

    number: int
    saved_by: str
    saved_at: datetime
    sha256: str


def add(article_id: int, number: int, stored: str, who: int) -> str:
    """Store a text as a revision inside the running transaction; return its SHA-256."""
    digest = sha256(stored)
    Revision.insert(
        article=article_id,
        number=number,
        text=stored,
        sha256=digest,
        saved_by=who,
        saved_at=clock.stamp(clock.now()),
    ).execute()
    return digest


@once_a_question
def listing(article_id: int) -> list[RevisionRow]:
    """Return an article's revisions, newest first."""
    found = rows(
        Revision.select(Revision.number, Person.name, Revision.saved_at, Revision.sha256)
        .join(Person, on=(Revision.saved_by == Person.id))
        .where(Revision.article == article_id)
        .order_by(Revision.number.desc())
    )
    return [RevisionRow(row[0], row[1], clock.read_stamp(row[2]), row[3]) for row in found]


@once_a_question
def text_of(article_id: int, number: int) -> ArticleText:
    """Return the text of one revision."""
    return from_json(stored_text(article_id, number))


@once_a_question
def stored_text(article_id: int, number: int) -> str:
    """Return one revision's canonical JSON, byte for byte as it was saved."""
    row = first(
        Revision.select(Revision.text).where((Revision.article == article_id) & (Revision.number == number))
    )
    if row is None:
        raise Missing("revision")
    return str(row[0])


def current_sha256(article: Article) -> str:
    """Return the SHA-256 of an article's current revision."""
    that = (Revision.article == article.id) & (Revision.number == article.revision)
    row = first(Revision.select(Revision.sha256).where(that))
    if row is None:
        raise Missing("revision")
    return str(row[0])


def as_of(article_id: int, version: int) -> int:
    """Return the number of the revision that stood at an article's version; Missing when there was none yet."""
    row = first(
        Revision.select(Revision.number)
        .where((Revision.article == article_id) & (Revision.number <= version))
        .order_by(Revision.number.desc())
    )
    if row is None:
        raise Missing("revision")
    return int(row[0])


def before(article_id: int, number: int) -> int | None:
    """Return the number of the revision before `number`, or None when it was the first."""
    row = first(
        Revision.select(Revision.number)
        .where((Revision.article == article_id) & (Revision.number < number))
        .order_by(Revision.number.desc())
    )
    return int(row[0]) if row else None
