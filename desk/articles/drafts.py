"""Drafts: what is being typed, kept apart from the revisions until it is saved or thrown away."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk import clock
from desk.acts.actor import actor
from desk.database import connection, engine
from desk.database.article_tables import Draft
from desk.database.connection import first, rows
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
    stored = first(_of(who).where(Draft.uid == uid))
    return read(stored) if stored is not None else None


def waiting(who: int) -> list[DraftRow]:
    """Return what the person was typing and has not saved, newest first."""
    readable = (read(stored) for stored in rows(_of(who).order_by(Draft.typed_at.desc())))
    return [draft for draft in readable if draft is not None]


# A draft's columns, as `read` takes them.
FIELDS = (Draft.uid, Draft.article, Draft.base, Draft.section, Draft.title, Draft.typed_at, Draft.text)


def _of(who: int) -> Any:
    return Draft.select(*FIELDS).where(Draft.person == who)


def read(stored: Sequence[Any]) -> DraftRow | None:
    """Read a stored draft; None for a damaged one, which must not bar the way to what is sound."""
    uid, article_id, base, section_id, title, typed_at, text = stored
    try:
        words = from_json(text)
    except NotNow as fault:
        log.error("draft %s cannot be read: %s", uid, fault.subject)
        return None
    return DraftRow(uid, article_id, base, section_id, title, clock.read_stamp(typed_at), words)
