"""Whose signature a person may give now: chiefs who delegated to them (ký thay)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import peewee as pw

from desk import clock
from desk.acts.actor import roles_of
from desk.acts.rules import Role
from desk.database.connection import once_a_question
from desk.database.department_tables import Delegation, Person
from desk.database.prepared_query import Prepared
from desk.errors import Denied, Why


@dataclass(frozen=True, slots=True)
class SigningAuthority:
    """A chief for whom one may sign at this moment."""

    chief_id: int
    chief: str


@once_a_question
def with_authorities(who: int) -> tuple[frozenset[Role], tuple[SigningAuthority, ...]]:
    """Return a person's own roles, and whose signature they may give, in one statement; Denied when deactivated."""
    found = _WITH_AUTHORITIES.rows(who, clock.stamp(clock.now()))
    if not found or not found[0][1]:
        raise Denied(Why.INACTIVE)
    return roles_of(found[0][0]), _authorities(row[2:] for row in found if row[2] is not None)


@once_a_question
def held(who: int) -> tuple[SigningAuthority, ...]:
    """Return the signing authorities of a person now; one ends with its time, its revocation, or the chief's role."""
    return _authorities(_HELD.rows(who, clock.stamp(clock.now())))


def _authorities(found: Iterable[tuple[int, str, str]]) -> tuple[SigningAuthority, ...]:
    """Take the chiefs of what was found: one who is no chief any more has nothing to delegate."""
    chiefs = {
        number: SigningAuthority(number, name)
        for number, name, roles in found
        if Role.CHIEF in roles_of(roles)
    }
    return tuple(chiefs.values())


def in_force(now: Any) -> Any:
    """Return the condition for the delegations that hold at a moment (a stamp)."""
    return (Delegation.since <= now) & (Delegation.until > now) & Delegation.ended_at.is_null()


def _with_authorities(who: Any, now: Any) -> Any:
    person, chief = Person.alias("reader"), Person.alias("chief")
    standing = (Delegation.delegate == person.id) & in_force(now)
    return (
        person.select(person.roles, person.active, chief.id, chief.name, chief.roles)
        .join(Delegation, pw.JOIN.LEFT_OUTER, on=standing)
        .join(chief, pw.JOIN.LEFT_OUTER, on=((Delegation.chief == chief.id) & (chief.active == 1)))
        .where(person.id == who)
        .order_by(Delegation.id)
    )


def _held(who: Any, now: Any) -> Any:
    return (
        Delegation.select(Person.id, Person.name, Person.roles)
        .join(Person, on=(Delegation.chief == Person.id))
        .where((Delegation.delegate == who) & in_force(now) & (Person.active == 1))
        .order_by(Delegation.id)
    )


_WITH_AUTHORITIES, _HELD = Prepared(_with_authorities), Prepared(_held)
