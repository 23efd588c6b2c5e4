"""Whose signature a person may give now: chiefs who delegated to them (ký thay)."""

from __future__ import annotations

from functools import cache

from desk import clock
from desk.records import dataclass
from desk.rules import Role
from desk.tables import Delegation, Person, db


@dataclass(frozen=True, slots=True)
class Mandate:
    """A chief for whom one may sign at this moment."""

    chief_id: int
    chief: str


def held(who: int) -> tuple[Mandate, ...]:
    """Return the mandates a person holds now; one ends with its time, its revocation, or the chief's role."""
    now = clock.stamp(clock.now())
    found = db.execute_sql(_held(), (who, now, now, 1)).fetchall()
    mine = {v[0]: Mandate(v[0], v[1]) for v in found if Role.CHIEF.value in v[2].split()}
    return tuple(mine.values())


# Every act and every list asks this; compiled once, for peewee takes longer to write such SQL than SQLite to run it.
@cache
def _held() -> str:
    found = (
        Delegation.select(Person.id, Person.name, Person.roles)
        .join(Person, on=(Delegation.chief == Person.id))
        .where(
            (Delegation.delegate == 0)
            & (Delegation.since <= "")
            & (Delegation.until > "")
            & Delegation.ended_at.is_null()
            & (Person.active == 1)
        )
        .order_by(Delegation.id)
    )
    return str(found.sql()[0])
