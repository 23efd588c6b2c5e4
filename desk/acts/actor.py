"""The person who acts, with the roles they have at this moment."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts.rules import Role
from desk.database.connection import once_a_question
from desk.database.department_tables import Person
from desk.database.prepared_query import Prepared
from desk.errors import Denied, Why


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the gate, roles as they are inside this transaction."""

    id: int
    name: str
    roles: frozenset[Role]


@once_a_question
def actor(who: int) -> Actor:
    """Read a person and their roles now; Denied when unknown or deactivated."""
    name, roles, active = _PERSON.first(who) or ("", "", False)
    if not active:
        raise Denied(Why.INACTIVE)
    return Actor(who, name, roles_of(roles))


_PERSON = Prepared(
    lambda who: Person.select(Person.name, Person.roles, Person.active).where(Person.id == who)
)


def roles_of(stored: str) -> frozenset[Role]:
    """Read the stored form of a person's roles."""
    return frozenset(Role(name) for name in stored.split())
