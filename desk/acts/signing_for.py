"""Whose signature a person may give now: chiefs who delegated to them (ký thay)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk import clock
from desk.acts.rules import Role
from desk.database.connection import once_a_question, rows
from desk.database.department_tables import Delegation, Person


@dataclass(frozen=True, slots=True)
class SigningAuthority:
    """A chief for whom one may sign at this moment."""

    chief_id: int
    chief: str


@once_a_question
def held(who: int) -> tuple[SigningAuthority, ...]:
    """Return the mandates a person holds now; one ends with its time, its revocation, or the chief's role."""
    now = clock.stamp(clock.now())
    found = rows(_held(who, now))
    mine = {v[0]: SigningAuthority(v[0], v[1]) for v in found if Role.CHIEF.value in v[2].split()}
    return tuple(mine.values())


def _held(who: int, now: str) -> Any:
    return (
        Delegation.select(Person.id, Person.name, Person.roles)
        .join(Person, on=(Delegation.chief == Person.id))
        .where(
            (Delegation.delegate == who)
            & (Delegation.since <= now)
            & (Delegation.until > now)
            & Delegation.ended_at.is_null()
            & (Person.active == 1)
        )
        .order_by(Delegation.id)
    )
