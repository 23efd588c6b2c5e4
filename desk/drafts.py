"""Drafts: what is being typed, kept apart from the revisions until it is saved or thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk import clock, store
from desk.gate import actor
from desk.tables import Draft, rows
from desk.text import ArticleText, from_json, normal, to_json


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
    with store.writing():
        actor(who)
        values = {
            "uid": uid,
            "person": who,
            "article": article_id,
            "base": base,
            "section": section_id,
            "title": text.title,
            "text": to_json(text),
            "typed_at": clock.stamp(now),
        }
        Draft.insert(values).on_conflict_replace().execute()
    return now


def forget(who: int, uid: str) -> None:
    """Throw a draft away; the saved revisions stay."""
    with store.writing():
        Draft.delete().where((Draft.uid == uid) & (Draft.person == who)).execute()


def of_article(who: int, uid: str) -> DraftRow | None:
    """Return the person's draft of an article, or None."""
    return next((row for row in waiting(who) if row.uid == uid), None)


def waiting(who: int) -> list[DraftRow]:
    """Return what the person was typing and has not saved, newest first."""
    found = (
        Draft.select(
            Draft.uid, Draft.article, Draft.base, Draft.section, Draft.title, Draft.typed_at, Draft.text
        )
        .where(Draft.person == who)
        .order_by(Draft.typed_at.desc())
    )
    return [
        DraftRow(v[0], v[1], v[2], v[3], v[4], clock.read_stamp(v[5]), from_json(v[6])) for v in rows(found)
    ]
