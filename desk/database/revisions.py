"""Revisions: every saved text of an article, immutable, each with its SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import peewee as pw

from desk import clock
from desk.database.article_tables import Revision
from desk.database.connection import once_a_question, rows
from desk.database.department_tables import Person
from desk.database.prepared_query import Prepared
from desk.errors import Missing
from desk.text.blocks import ArticleText, from_json, sha256

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision without its text, as lists show it."""

    number: int
    saved_by: str
    saved_at: datetime
    sha256: str
    saved_by_id: int = 0


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
        Revision.select(Revision.number, Person.name, Revision.saved_at, Revision.sha256, Revision.saved_by)
        .join(Person, on=(Revision.saved_by == Person.id))
        .where(Revision.article == article_id)
        .order_by(Revision.number.desc())
    )
    return [
        RevisionRow(number, by, clock.read_stamp(at), digest, who) for number, by, at, digest, who in found
    ]


@once_a_question
def text_of(article_id: int, number: int) -> ArticleText:
    """Return the text of one revision."""
    return from_json(stored_text(article_id, number))


@once_a_question
def stored_text(article_id: int, number: int) -> str:
    """Return one revision's canonical JSON, byte for byte as it was saved."""
    found = _TEXT.first(article_id, number)
    return str(_there(found)[0])


def as_of(article_id: int, version: int) -> int:
    """Return the number of the revision that stood at an article's version; Missing when there was none yet."""
    return int(_there(_newest(article_id, Revision.number <= version)))


def before(article_id: int, number: int) -> int | None:
    """Return the number of the revision before `number`, or None when it was the first."""
    return _newest(article_id, Revision.number < number)


def _one(article_id: int, number: int) -> Any:
    return (Revision.article == article_id) & (Revision.number == number)


def _newest(article_id: int, condition: Any) -> int | None:
    of_article = Revision.select(pw.fn.MAX(Revision.number)).where(Revision.article == article_id)
    newest: int | None = of_article.where(condition).scalar()
    return newest


_TEXT = Prepared(lambda article_id, number: Revision.select(Revision.text).where(_one(article_id, number)))


def _there(value: T | None) -> T:
    if value is None:
        raise Missing("revision")
    return value
