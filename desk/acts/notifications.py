"""The inbox: what a person should know, written in the transaction that made it happen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Protocol

import peewee as pw

from desk import clock
from desk.acts import signing_for
from desk.acts.actor import roles_of
from desk.acts.rules import Act, Role, Stage
from desk.database import connection
from desk.database.article_tables import Authorship
from desk.database.connection import column, named, rows
from desk.database.department_tables import Delegation, Person
from desk.database.journal_tables import InboxEntry
from desk.database.prepared_query import Prepared, insertion


class NotificationKind(Enum):
    """Why somebody is notified."""

    TO_EDIT = "to_edit"
    TO_APPROVE = "to_approve"
    RETURNED = "returned"
    APPROVED = "approved"
    REOPENED = "reopened"
    RECOMMENDED = "recommended"
    ASSIGNED = "assigned"
    MENTIONED = "mentioned"
    COMMENTED = "commented"
    ANSWERED = "answered"
    DELEGATED = "delegated"
    COVER_ASKED = "cover_asked"
    COVER_ACCEPTED = "cover_accepted"
    COVER_DECLINED = "cover_declined"
    COVER_ENDED = "cover_ended"
    MEETING_CHANGED = "meeting_changed"
    REMINDED = "reminded"


@dataclass(frozen=True, slots=True)
class NotificationRow:
    """A notification as the inbox shows it; `by` is who did it."""

    id: int
    at: datetime
    kind: NotificationKind
    article_id: int | None
    by: str
    title: str
    words: str
    read: bool
    meeting_id: int | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification to be written with the act's journal entry."""

    people: frozenset[int]
    kind: NotificationKind
    words: str = ""
    meeting_id: int | None = None
    origin: str = ""


class NotifyingAct(Protocol):
    """What a notification needs to know of an act."""

    to_notify: list[Notification]


def notify(doing: NotifyingAct, people: Iterable[int], kind: NotificationKind, words: str = "") -> None:
    """Have people notified of the act under way; who does it never is."""
    doing.to_notify.append(Notification(frozenset(people), kind, words))


@dataclass(frozen=True, slots=True)
class ToldAct:
    """The act that notifications tell of: its journal entry with its stamp, who did it, what they open."""

    at: str
    entry: int
    who: int
    by: str
    article_id: int | None
    title: str


def write(to_notify: Iterable[Notification], told: ToldAct) -> None:
    """Write the notifications of an act inside its transaction; the first reason counts for each person."""
    done = {told.who}
    for one in to_notify:
        for person in sorted(one.people - done):
            done.add(person)
            _INSERT.run(
                person,
                told.at,
                one.kind.value,
                told.article_id,
                told.entry,
                told.by,
                told.title,
                one.words,
                one.meeting_id,
                one.origin,
            )


_INSERT = insertion(
    InboxEntry, "person", "at", "kind", "article", "entry", "by", "title", "words", "meeting_id", "origin"
)


def settle(article_id: int) -> None:
    """Mark read what only said that an article waits: it has gone on."""
    _SETTLE.run(clock.stamp(clock.now()), article_id)


_MOOT = (
    NotificationKind.TO_EDIT.value,
    NotificationKind.TO_APPROVE.value,
    NotificationKind.RECOMMENDED.value,
)
_SETTLE = Prepared(
    lambda at, article: InboxEntry.update(read_at=at).where(
        (InboxEntry.article == article) & InboxEntry.kind.in_(_MOOT) & InboxEntry.read_at.is_null()
    )
)


def take_back(entry: int) -> None:
    """Take back the notifications of an act that was undone."""
    InboxEntry.delete().where((InboxEntry.entry == entry) & InboxEntry.read_at.is_null()).execute()


def judges(stage: Stage, article_id: int) -> frozenset[int]:
    """Return who may judge an article at a stage: its reviewers, and who signs for a chief, but no author of it."""
    wanted = {Stage.SUBMITTED: {Role.EDITOR}, Stage.FOR_APPROVAL: {Role.CHIEF, Role.DEPUTY}}.get(stage, set())
    if not wanted:
        return frozenset()
    active = rows(Person.select(Person.id, Person.roles).where(Person.active == 1))
    people = {person: roles_of(roles) for person, roles in active}
    wrote = frozenset(column(Authorship.select(Authorship.person).where(Authorship.article == article_id)))
    found = {person for person, roles in people.items() if wanted & roles}
    if stage is Stage.FOR_APPROVAL:
        chiefs = {person for person, roles in people.items() if Role.CHIEF in roles} - wrote
        in_force = signing_for.in_force(clock.stamp(clock.now()))
        delegated = rows(Delegation.select(Delegation.chief, Delegation.delegate).where(in_force))
        found |= {delegate for chief, delegate in delegated if chief in chiefs and delegate in people}
    return frozenset(found - wrote)


def of_act(act: Act, stage: Stage, article_id: int, author: int, note: str) -> list[Notification]:
    """Return who is notified of a step of the workflow; `stage` is where it led."""
    due: list[Notification] = []
    waits = {Stage.SUBMITTED: NotificationKind.TO_EDIT, Stage.FOR_APPROVAL: NotificationKind.TO_APPROVE}.get(
        stage
    )
    if act in (Act.SUBMIT, Act.PASS, Act.REOPEN) and waits is not None:
        due.append(Notification(judges(stage, article_id), waits, note))
    if act is Act.RECOMMEND:
        due.append(Notification(judges(stage, article_id), NotificationKind.RECOMMENDED))
    mine = {
        Act.RETURN: NotificationKind.RETURNED,
        Act.APPROVE: NotificationKind.APPROVED,
        Act.REOPEN: NotificationKind.REOPENED,
    }.get(act)
    if mine is not None:
        due.append(Notification(frozenset({author}), mine, note))
    return due


def inbox(who: int, limit: int = 200) -> list[NotificationRow]:
    """Return a person's notifications, newest first."""
    return [_row(row) for row in named(_inbox(who, limit))]


def _row(row: Any) -> NotificationRow:
    return NotificationRow(
        id=row.id,
        at=clock.read_stamp(row.at),
        kind=NotificationKind(row.kind),
        article_id=row.article_id,
        by=row.by,
        title=row.title,
        words=row.words,
        read=row.read_at is not None,
        meeting_id=row.meeting_id,
        origin=row.origin,
    )


def _inbox(who: int, limit: int) -> Any:
    fields = (
        InboxEntry.id,
        InboxEntry.at,
        InboxEntry.kind,
        InboxEntry.article.alias("article_id"),
        InboxEntry.by,
        InboxEntry.title,
        InboxEntry.words,
        InboxEntry.read_at,
        InboxEntry.meeting_id,
        InboxEntry.origin,
    )
    return (
        InboxEntry.select(*fields).where(InboxEntry.person == who).order_by(InboxEntry.id.desc()).limit(limit)
    )


def newest_unread(who: int) -> NotificationRow | None:
    """Return the newest notification that a person has not read."""
    return next((_row(row) for row in named(_inbox(who, 1).where(InboxEntry.read_at.is_null()))), None)


def count_unread(who: int) -> Any:
    """Return the query that counts a person's unread notifications."""
    return InboxEntry.select(pw.fn.count(InboxEntry.id)).where(
        (InboxEntry.person == who) & InboxEntry.read_at.is_null()
    )


def mark(who: int, ids: Iterable[int], *, read: bool = True) -> None:
    """Mark one's own notifications read or unread."""
    with connection.writing():
        at = clock.stamp(clock.now()) if read else None
        mine = (InboxEntry.person == who) & InboxEntry.id.in_(list(ids))
        InboxEntry.update(read_at=at).where(mine).execute()


def mark_article(who: int, article_id: int) -> None:
    """Mark all of one's own notifications of an article read: it lies open."""
    with connection.writing():
        mine = (InboxEntry.person == who) & (InboxEntry.article == article_id) & InboxEntry.read_at.is_null()
        InboxEntry.update(read_at=clock.stamp(clock.now())).where(mine).execute()
