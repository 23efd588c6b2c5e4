"""Words that no seal covers, held against what they were taken from: notifications, and what is searched."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import peewee as pw

from desk.acts.notifications import NotificationKind
from desk.database import engine
from desk.database.article_tables import Article, ArticleWords, Revision
from desk.database.calendar_tables import Coverage
from desk.database.connection import as_stored, column, first, rows
from desk.database.department_tables import Delegation
from desk.database.journal_tables import InboxEntry, Journal
from desk.database.review_tables import Comment
from desk.text.blocks import sha256, stored_words

_KINDS = frozenset(kind.value for kind in NotificationKind)
_CUT = "…"  # ends a comment that a notification quotes the beginning of


def altered_notifications() -> Iterator[int]:
    """Yield the notifications that say something else than the act they tell of."""
    entry = Journal.id == InboxEntry.entry
    told = InboxEntry.select(
        InboxEntry.kind, InboxEntry.at, Journal.at,
        InboxEntry.id, InboxEntry.by, InboxEntry.title, InboxEntry.words, InboxEntry.article,
        Journal.id, Journal.person, Journal.title, Journal.note,
    ).join(Journal, pw.JOIN.LEFT_OUTER, on=entry)  # fmt: skip
    for kind, at, done_at, number, by, title, words, article, known, person, said, note in rows(told):
        if kind not in _KINDS:
            yield number
        elif known is None:
            continue  # a reminder tells of no act
        elif (at, by, title) != (done_at, person, said) or not (
            words in ("", note) or _stands(words, note, article)
        ):
            yield number


def _stands(words: str, note: str, article: int | None) -> bool:
    """Say whether the words of a notification stand where an act may have taken them from."""
    if words == " ".join(note.split()):
        return True
    if article is not None:
        begin = words.removesuffix(_CUT)
        quoted = (Comment.article == article) & (pw.fn.substr(Comment.body, 1, len(begin)) == begin)
        if first(Comment.select(Comment.id).where(quoted)) is not None:
            return True
    days = column(Coverage.select(Coverage.due).where(pw.fn.substr(Coverage.due, 1, 10) == words))
    notes = column(Coverage.select(Coverage.note).where(Coverage.note == words))
    ends = column(Delegation.select(Delegation.until).where(Delegation.until == words))
    return bool(days or notes or ends) or _is_day(words)


def _is_day(words: str) -> bool:
    """Say whether words are a day alone: that of a request that was taken back since."""
    return len(words) == 10 and words[4] == words[7] == "-" and words.replace("-", "").isdecimal()


def altered_search_words(among: Collection[int] | None = None) -> Iterator[int]:
    """Yield of these articles (None: all) those whose searched words are not those of their current text."""
    current = (Revision.article == Article.id) & (Revision.number == Article.revision)
    searched = (
        ArticleWords.select(
            ArticleWords.article, ArticleWords.title, ArticleWords.lead, ArticleWords.byline, ArticleWords.body,
            Revision.text, Revision.sha256,
        )
        .join(Article, on=(Article.id == ArticleWords.article))
        .join(Revision, on=current)
    )  # fmt: skip
    if among is not None:
        searched = searched.where(engine.among(Article.id, among))
    for number, title, lead, byline, body, stored, digest in as_stored(searched):
        if (title, lead, byline, body) != _words_of(stored) and sha256(stored) == digest:
            yield number  # else the text itself was changed, which the check of the texts names


def _words_of(stored: str) -> tuple[str, str, str, str] | None:
    try:
        return stored_words(stored)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None
