"""Whose hands are in an article since its author handed it on, and how much of its words each of them wrote.

A leader who corrects a comma judges another's article; one who wrote it anew judges their own. The share says which.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from desk.acts.article_details import DirectEdits
from desk.acts.in_progress import ArticleActInProgress
from desk.acts.review_settings import OwnWords
from desk.acts.rules import Act
from desk.compare.words import OpKind, word_ops
from desk.database import revisions
from desk.database.article_tables import Authorship, Revision
from desk.database.connection import column, rows
from desk.database.department_tables import Person
from desk.database.journal_tables import Journal
from desk.database.prepared_query import Prepared
from desk.errors import Denied, Why
from desk.text.blocks import ArticleText, body_text

REWRITTEN = 50  # per cent of the words, from which on the text is its reviser's own
_HANDED_ON = (Act.SUBMIT.value, Act.TAKE_IN.value)


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who saved words of an article that another had handed on; `share` is per cent of its words now."""

    person: int
    name: str
    share: int


def hands(article_id: int, authors: Collection[int] | None = None) -> tuple[Hand, ...]:
    """Return whose hands are in the text since it was last handed on, its authors' left out; the most first."""
    if authors is None:
        authors = column(Authorship.select(Authorship.person).where(Authorship.article == article_id))
    handed = _HANDED.first(article_id)
    wrote: dict[int, int] = {}
    before = 0
    for number, who in _SAVED.rows(article_id):
        if before and number > (handed[0] if handed else 0) and who not in authors:
            wrote[who] = wrote.get(who, 0) + _new_words(
                revisions.text_of(article_id, before), revisions.text_of(article_id, number)
            )
        before = number
    if not wrote:
        return ()
    total = max(1, len(_words(revisions.text_of(article_id, before)).split()))
    names = dict(rows(Person.select(Person.id, Person.name).where(Person.id.in_(list(wrote)))))
    found = [Hand(who, names[who], min(100, round(100 * count / total))) for who, count in wrote.items()]
    return tuple(sorted(found, key=lambda one: -one.share))


def _handed(article_id: Any) -> Any:
    mine = (Journal.subject == "article") & (Journal.subject_id == article_id)
    entries = Journal.select(Journal.version).where(mine & Journal.act.in_(_HANDED_ON))
    return entries.order_by(Journal.id.desc()).limit(1)


def _saved(article_id: Any) -> Any:
    saved = Revision.select(Revision.number, Revision.saved_by).where(Revision.article == article_id)
    return saved.order_by(Revision.number)


_HANDED, _SAVED = Prepared(_handed), Prepared(_saved)


def told_of(doing: ArticleActInProgress) -> DirectEdits | None:
    """Return what the journal keeps of the hands in a text that is judged; refuse what the office refuses.

    Denied(REWROTE): who judges has written most of it since it was handed on, or the chief they sign for has.
    """
    if not doing.savers - doing.authors:
        return None
    found = hands(doing.article.id, doing.authors)
    judges = {doing.actor.id, *([doing.signed_for.chief_id] if doing.signed_for else [])}
    if doing.act in _REFUSED[doing.settings.own_words]:
        for one in found:
            if one.person in judges and one.share >= REWRITTEN:
                raise Denied(Why.REWROTE, f"{one.share}%")
    return DirectEdits(tuple((one.person, one.name, one.share) for one in found)) if found else None


_REFUSED = {
    OwnWords.MAY: frozenset[Act](),
    OwnWords.NOT_PASS: frozenset({Act.PASS}),
    OwnWords.NOT_JUDGE: frozenset({Act.PASS, Act.RECOMMEND, Act.APPROVE}),
}


def _new_words(old: ArticleText, new: ArticleText) -> int:
    came = (op.text for op in word_ops(_words(old), _words(new)) if op.kind is OpKind.INSERT)
    return sum(len(text.split()) for text in came)


def _words(text: ArticleText) -> str:
    return f"{text.title}\n{text.lead}\n{body_text(text)}"
