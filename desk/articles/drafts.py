"""Drafts: what is being typed, kept apart from the revisions until it is saved or thrown away."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk import clock
from desk.acts.actor import actor
from desk.database import connection, engine
from desk.database.article_tables import Draft
from desk.database.connection import rows
from desk.errors import NotNow
from desk.text.blocks import ArticleText, from_json, normal, to_json

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft that waits for its writer."""

    uid: str
    article_id: int | None
    base: int
    section_id: int | None
    title: str
    typed_at: datetime
    text: ArticleText


def keep(
    who: int, uid: str, article_id: int | None, base: int, section_id: int | None, text: ArticleText
) -> datetime:
    """Keep what is being typed; return the moment it was committed (UTC)."""
    text = normal(text)
    now = clock.now()
    with connection.writing():
        actor(who)
        engine.put(
            Draft,
            uid=uid,
            person=who,
            article=article_id,
            base=base,
            section=section_id,
            title=text.title,
            text=to_json(text),
            typed_at=clock.stamp(now),
        )
    return now


def forget(who: int, uid: str) -> None:
    """Throw a draft away; the saved revisions stay."""
    with connection.writing():
        Draft.delete().where((Draft.uid == uid) & (Draft.person == who)).execute()


def of_article(who: int, uid: str) -> DraftRow | None:
    """Return the person's draft of an article, or None."""
    return next(_read(rows(_one(who, uid))), None)


def waiting(who: int) -> list[DraftRow]:
    """Return what the person was typing and has not saved, newest first."""
    return list(_read(rows(_waiting(who))))


def _one(who: int, uid: str) -> Any:
    return _of(who).where(Draft.uid == uid)


def _waiting(who: int) -> Any:
    return _of(who).order_by(Draft.typed_at.desc())


def _of(who: int) -> Any:
    return Draft.select(
        Draft.uid, Draft.article, Draft.base, Draft.section, Draft.title, Draft.typed_at, Draft.text
    ).where(Draft.person == who)


def _read(found: Iterable[tuple[Any, ...]]) -> Iterator[DraftRow]:
    for uid, article_id, base, section_id, title, typed_at, text in found:
        try:
            read = from_json(text)
        except NotNow as fault:  # a damaged draft must not bar the way to the sound ones
            log.error("draft %s cannot be read: %s", uid, fault.subject)
            continue
        yield DraftRow(uid, article_id, base, section_id, title, clock.read_stamp(typed_at), read)
