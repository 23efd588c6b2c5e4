"""Delegation (ký thay): a chief lets somebody sign for them from a moment to a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk import clock
from desk.acts.actor import actor
from desk.acts.department_details import Delegated, DelegationEnded
from desk.acts.gate import Changes, deciding
from desk.acts.journal import Subject
from desk.acts.notifications import NotificationKind, notify
from desk.acts.permission import refusal
from desk.acts.rules import Act, Role
from desk.database.connection import named
from desk.database.department_tables import Delegation, Person
from desk.errors import Denied, DeskError, Missing, NotNow, Why
from desk.text.blocks import nfc


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation as windows show it; `open` says that it holds now or will."""

    id: int
    chief_id: int
    chief: str
    delegate_id: int
    delegate: str
    since: datetime
    until: datetime
    note: str
    ended_at: datetime | None

    @property
    def open(self) -> bool:
        """Say whether it holds now or will hold."""
        return self.ended_at is None and self.until > clock.now()


def listing() -> list[DelegationRow]:
    """Return all delegations, newest first."""
    chief, delegate = Person.alias(), Person.alias()
    query = (
        Delegation.select(
            Delegation.id,
            Delegation.chief.alias("chief_id"),
            chief.name.alias("chief"),
            Delegation.delegate.alias("delegate_id"),
            delegate.name.alias("delegate"),
            Delegation.since,
            Delegation.until,
            Delegation.note,
            Delegation.ended_at,
        )
        .join(chief, on=(Delegation.chief == chief.id))
        .switch(Delegation)
        .join(delegate, on=(Delegation.delegate == delegate.id))
        .order_by(Delegation.id.desc())
    )
    read = clock.read_stamp
    return [
        DelegationRow(
            id=row.id,
            chief_id=row.chief_id,
            chief=row.chief,
            delegate_id=row.delegate_id,
            delegate=row.delegate,
            since=read(row.since),
            until=read(row.until),
            note=row.note,
            ended_at=read(row.ended_at) if row.ended_at else None,
        )
        for row in named(query)
    ]


def delegate(who: int, to: int, since: datetime, until: datetime, note: str = "") -> Changes:
    """Let a person sign for this chief from a moment until another (UTC); it journals both names."""
    with deciding(who, Act.DELEGATE, Subject.PERSON, to, note) as doing:
        if to == who:
            raise NotNow(Why.SELF_DELEGATE)
        if until <= since or until <= clock.now():
            raise NotNow(Why.DATES)
        doing.title = actor(to).name
        doing.detail = Delegated(clock.stamp(since), clock.stamp(until))
        Delegation.insert(
            chief=who, delegate=to, since=clock.stamp(since), until=clock.stamp(until), note=nfc(note).strip()
        ).execute()
        notify(doing, [to], NotificationKind.DELEGATED, clock.stamp(until))
        return Changes(people=True, act=Act.DELEGATE)


def end(who: int, delegation_id: int) -> Changes:
    """End a delegation now: its chief, or an administrator."""
    with deciding(who, Act.END_DELEGATION, Subject.PERSON) as doing:
        row = next((one for one in listing() if one.id == delegation_id), None)
        if row is None:
            raise Missing("delegation")
        refused = why_not_ended(row, who, doing.actor.roles)
        if refused:
            raise refused
        doing.subject_id, doing.title = row.delegate_id, row.delegate
        doing.detail = DelegationEnded(row.chief, clock.stamp(row.until))
        Delegation.update(ended_at=clock.stamp(clock.now())).where(Delegation.id == delegation_id).execute()
        return Changes(people=True, act=Act.END_DELEGATION)


def why_not_ended(row: DelegationRow, who: int, roles: frozenset[Role]) -> DeskError | None:
    """Say why a person may not end a delegation, or None when they may; a button is enabled by it."""
    refused = refusal(Act.END_DELEGATION, roles)
    if refused is not None:
        return refused
    if row.chief_id != who and Role.ADMIN not in roles:
        return Denied(Why.OTHERS_DELEGATION, row.chief)
    return None if row.open else NotNow(Why.DATES)
