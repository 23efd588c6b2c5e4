"""The discussion of an article: threads on its words, and suggestions that become edits when they are accepted.

A comment makes no version of the article, so it takes nobody's save away; accepting a suggestion is an edit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk import clock
from desk.acts.article_details import Accepted, Commented, Declined, Replied, Settled
from desk.acts.gate import Changes, acting, attending
from desk.acts.in_progress import ArticleActInProgress
from desk.acts.notifications import NotificationKind, notify
from desk.acts.rules import Act
from desk.articles import writing
from desk.compare.anchors import WHOLE, Anchor, at, carried, text_at, words_now
from desk.compare.apply_suggestion import replaced
from desk.compare.block_edit import BlockEdit, read_edit
from desk.database import revisions
from desk.database.article_tables import Article
from desk.database.connection import rows
from desk.database.department_tables import Person
from desk.database.review_tables import Comment, Mention
from desk.department.people import PersonRow, everybody
from desk.errors import Missing, NotNow, Why
from desk.review.discussion import ThreadState
from desk.text.blocks import ArticleText, nfc
from desk.text.signs import shown

_TOLD = 120  # characters of a comment that its notice quotes


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a comment speaks of: characters of a place of the text, a picture, or the whole article (place "").

    `revision` is the one that was on the screen (None: the current one); where it is an older one, the words are
    followed to the current text.
    """

    place: str
    start: int = 0
    stop: int = 0
    revision: int | None = None


WHOLE_ARTICLE = Stretch(WHOLE)


def comment(who: int, article_id: int, about: Stretch, body: str, replacement: str | None = None) -> Changes:
    """Say something about a stretch of the text.

    With a replacement it is a suggestion (đề nghị sửa), which needs words of the text to replace.
    """
    body = _clean(body, wanted=replacement is None)
    with attending(who, Act.COMMENT, article_id) as doing:
        anchor = _anchored(doing.article, about)
        if replacement is not None and not (anchor.quote and not anchor.lost and _is_text(doing, anchor)):
            raise NotNow(Why.PLACE_GONE, anchor.quote)
        made = _insert(
            doing, body, anchor, replacement=shown(replacement) if replacement is not None else None
        )
        doing.detail = Commented(made, replacement is not None, anchor.quote)
        _notify_named(doing, made, body, set())
        return _changes(doing)


def reply(who: int, thread_id: int, body: str) -> Changes:
    """Answer in a thread; a closed one is opened again by it unless it was a suggestion answered."""
    body = _clean(body, wanted=True)
    head = _head(thread_id)
    with attending(who, Act.COMMENT, head.article_id) as doing:
        head = _head(thread_id)
        made = _insert(doing, body, Anchor(WHOLE), thread=thread_id)
        if head.state == ThreadState.RESOLVED.value:
            _close(doing, head, ThreadState.OPEN)
        doing.detail = Replied(made, thread_id)
        _notify_named(doing, made, body, _speakers(thread_id))
        return _changes(doing)


def settle(who: int, thread_id: int) -> Changes:
    """Close a thread; a suggestion is accepted or declined instead."""
    head = _head(thread_id)
    with attending(who, Act.SETTLE, head.article_id, mine=head.author_id == who) as doing:
        head = _open(thread_id)
        if head.replacement is not None:
            raise NotNow(Why.SUGGESTIONS, "1")
        _close(doing, head, ThreadState.RESOLVED)
        doing.detail = Settled(thread_id)
        return _changes(doing)


def unsettle(who: int, thread_id: int) -> Changes:
    """Open a closed thread again; what was accepted stands in the text and stays closed."""
    head = _head(thread_id)
    with attending(who, Act.UNSETTLE, head.article_id, mine=head.author_id == who) as doing:
        head = _head(thread_id)
        if head.state not in (ThreadState.RESOLVED.value, ThreadState.DECLINED.value):
            raise NotNow(Why.SETTLED)
        _close(doing, head, ThreadState.OPEN)
        doing.detail = Settled(thread_id)
        return _changes(doing)


def decline(who: int, thread_id: int, note: str = "") -> Changes:
    """Turn a suggestion down; whoever made it may take it back so."""
    head = _head(thread_id)
    with attending(who, Act.DECLINE, head.article_id, mine=head.author_id == who, note=note) as doing:
        head = _open(thread_id)
        if head.replacement is None:
            raise NotNow(Why.NOT_A_SUGGESTION)
        _close(doing, head, ThreadState.DECLINED)
        edit = read_edit(head.replacement)
        words = head.replacement if edit is None else edit.shown
        doing.detail = Declined(thread_id, _name(head.author_id), words)
        notify(doing, [head.author_id], NotificationKind.ANSWERED, note)
        return _changes(doing)


def accept(who: int, thread_id: int, seen: int) -> Changes:
    """Put a suggestion's words into the text: a new revision by who accepts; the journal names both.

    NotNow(PLACE_GONE) when the words are gone, or are not any more those that the suggestion was made on: it
    never overwrites what its author did not see.
    """
    head = _head(thread_id)
    with acting(who, Act.ACCEPT, head.article_id, seen) as doing:
        head = _open(thread_id)
        if head.replacement is None:
            raise NotNow(Why.NOT_A_SUGGESTION)
        text = revisions.text_of(doing.article.id, doing.article.revision)
        edit = read_edit(head.replacement)
        if edit is not None:
            return _accept_edit(doing, head, text, edit)
        anchor = _anchor(head)
        now = words_now(anchor, text)
        if anchor.lost or now != anchor.quote:
            raise NotNow(Why.PLACE_GONE, now or anchor.quote)
        doing.detail = Accepted(thread_id, _name(head.author_id), now, head.replacement)
        _close(doing, head, ThreadState.ACCEPTED)
        notify(doing, [head.author_id], NotificationKind.ANSWERED)
        return writing.rewritten(doing, replaced(text, anchor, head.replacement))


def _accept_edit(doing: ArticleActInProgress, head: Comment, text: ArticleText, edit: BlockEdit) -> Changes:
    """Do a suggestion that speaks of whole paragraphs, a picture's caption, a table's rows."""
    revised = edit.applied(text)
    if revised is None:
        raise NotNow(Why.PLACE_GONE, edit.quote or edit.shown)
    doing.detail = Accepted(head.id, _name(head.author_id), edit.quote, edit.shown)
    _close(doing, head, ThreadState.ACCEPTED)
    notify(doing, [head.author_id], NotificationKind.ANSWERED)
    return writing.rewritten(doing, revised)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion that came from outside: whose it is (a person of the desk), where it speaks of, what it wants.

    `replacement` are words, or an edit of paragraphs as `block_edit.stored` has it.
    """

    author: int
    anchor: Anchor
    replacement: str
    body: str = ""


def suggest(doing: ArticleActInProgress, brought: Sequence[Suggested]) -> None:
    """Make suggestions inside the act that brings them; each under the name of who made it."""
    for one in brought:
        _insert(doing, one.body, one.anchor, replacement=one.replacement, said=(one.author, None))


@dataclass(frozen=True, slots=True)
class IntakeComment:
    """A comment that stands in a file which is taken in: its author's name as it is written there, and its words.

    `place` is the block where it stands (or "@title", "@lead", "@byline"; "" for the whole article); without `stop`
    it speaks of the whole place. `answers` is the number, among the file's comments, of the one that it answers.
    `at` is when it was written (UTC), None where the file does not say.
    """

    author: str
    body: str
    place: str = WHOLE
    start: int = 0
    stop: int | None = None
    at: datetime | None = None
    answers: int | None = None
    person: int | None = None  # of the desk, where it is known who wrote it


def take_in(doing: ArticleActInProgress, text: ArticleText, brought: Sequence[IntakeComment]) -> int:
    """Make threads of a file's comments inside the act that takes it in; return how many words were said in them.

    They stay their authors' words, whoever is called alike at the desk; nobody is notified. One without words is
    left out; an answer to what is left out, or to what comes later, begins a thread.
    """
    heads: dict[int, int] = {}  # of a comment's thread, by its number in the file
    for number, one in enumerate(brought):
        body = _clean(one.body, wanted=False)
        if not body:
            continue
        head = None if one.answers is None else heads.get(one.answers)
        stop = len(text_at(text, one.place)) if one.stop is None else one.stop
        anchor = at(text, one.place, one.start, stop) if head is None else Anchor(WHOLE)
        name = " ".join(shown(one.author).split())
        outside = None if one.person else name
        made = _insert(doing, body, anchor, thread=head, outside=outside, said=(one.person, one.at))
        heads[number] = head or made
    return len(heads)


def mentionable() -> list[PersonRow]:
    """Return whom one may name with @."""
    return everybody(active_only=True)


def _clean(body: str, *, wanted: bool) -> str:
    body = shown(body).strip()
    if wanted and not body:
        raise NotNow(Why.COMMENT_EMPTY)
    return body


def _anchored(article: Article, about: Stretch) -> Anchor:
    """Anchor a stretch of the text that was seen, and follow it to the current one."""
    seen = about.revision or article.revision
    old = revisions.text_of(article.id, seen)
    anchor = at(old, about.place, about.start, about.stop)
    if seen == article.revision:
        return anchor
    return carried(anchor, old, revisions.text_of(article.id, article.revision))


def _is_text(doing: ArticleActInProgress, anchor: Anchor) -> bool:
    text = revisions.text_of(doing.article.id, doing.article.revision)
    return bool(words_now(anchor, text))


def _insert(
    doing: ArticleActInProgress,
    body: str,
    anchor: Anchor,
    *,
    thread: int | None = None,
    replacement: str | None = None,
    outside: str | None = None,
    said: tuple[int | None, datetime | None] = (None, None),
) -> int:
    now, (author, moment) = clock.now(), said
    made = Comment.insert(
        article=doing.article.id,
        thread=thread,
        author=author or doing.actor.id,
        made_at=clock.stamp(min(moment or now, now)),
        revision=doing.article.revision,
        body=body,
        replacement=replacement,
        place=anchor.place,
        start=anchor.start,
        stop=anchor.stop,
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
        lost=anchor.lost,
        state=ThreadState.OPEN.value,
        outside=outside,
    ).execute()
    return int(made)


def _notify_named(doing: ArticleActInProgress, made: int, body: str, speakers: Collection[int]) -> None:
    named = _named(body)
    for person in sorted(named):
        Mention.insert(comment=made, person=person).on_conflict_ignore().execute()
    words = body if len(body) <= _TOLD else body[: _TOLD - 1] + "…"
    notify(doing, named, NotificationKind.MENTIONED, words)
    notify(doing, {doing.article.author_id, *speakers}, NotificationKind.COMMENTED, words)


def _named(body: str) -> set[int]:
    """Find whom a comment names: after each @ the longest name that fits."""
    people = sorted(mentionable(), key=lambda person: -len(person.name))
    named: set[int] = set()
    rest = nfc(body).casefold()
    place = rest.find("@")
    while place >= 0:
        after = rest[place + 1 :]
        for person in people:
            name = person.name.casefold()
            if after.startswith(name) and not after[len(name) : len(name) + 1].isalnum():
                named.add(person.id)
                break
        place = rest.find("@", place + 1)
    return named


def _head(thread_id: int) -> Comment:
    head: Comment | None = Comment.get_or_none((Comment.id == thread_id) & Comment.thread.is_null())
    if head is None:
        raise Missing("comment")
    return head


def _open(thread_id: int) -> Comment:
    head = _head(thread_id)
    if head.state != ThreadState.OPEN.value:
        raise NotNow(Why.SETTLED)
    return head


def _close(doing: ArticleActInProgress, head: Comment, state: ThreadState) -> None:
    closed = state is not ThreadState.OPEN
    Comment.update(
        state=state.value,
        closed_by=doing.actor.id if closed else None,
        closed_at=clock.stamp(clock.now()) if closed else None,
    ).where(Comment.id == head.id).execute()


def _anchor(head: Comment) -> Anchor:
    return Anchor(head.place, head.start, head.stop, head.quote, head.before, head.after, bool(head.lost))


def _speakers(thread_id: int) -> set[int]:
    found = Comment.select(Comment.author).where((Comment.id == thread_id) | (Comment.thread == thread_id))
    return {v[0] for v in rows(found)}


def _name(person_id: int) -> str:
    return str(next(rows(Person.select(Person.name).where(Person.id == person_id)))[0])


def _changes(doing: ArticleActInProgress) -> Changes:
    return Changes(frozenset({doing.article.id}), act=doing.act, version=doing.article.version)
