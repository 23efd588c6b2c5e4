"""The revision that a short code names: typed from a sheet of paper, or read from a file that kept nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from desk.database.article_tables import Article, Revision
from desk.database.connection import rows
from desk.errors import NotNow, Why
from desk.text.stamp import digits_of


@dataclass(frozen=True, slots=True)
class Coded:
    """An article at a revision; `current` says whether that is still what stands there."""

    article_id: int
    revision: int
    current: bool
    title: str


def find(code: str) -> Coded:
    """Return the newest revision with a code; NotNow(CODE_UNKNOWN) when none has it."""
    digits = digits_of(code)
    found = starting(digits) if digits else None
    if found is None:
        raise NotNow(Why.CODE_UNKNOWN, code.strip())
    return found


def starting(digits: str) -> Coded | None:
    """Return the newest revision whose SHA-256 begins with these digits."""
    asked = (
        Revision.select(Revision.article, Revision.number, Article.revision, Article.title)
        .join(Article, on=(Revision.article == Article.id))
        .where(Revision.sha256.startswith(digits))
        .order_by(Revision.saved_at.desc(), Revision.number.desc())
        .limit(1)
    )
    for article, number, current, title in rows(asked):
        return Coded(int(article), int(number), number == current, title)
    return None
