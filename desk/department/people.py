"""People: who works at the desk, how they sign in, what they may be.

Passwords: scrypt (RFC 7914), parameters stored with the hash as `scrypt$n$r$p$salt$hash` (base64). On a file
that its reader can write, signing in attributes acts and prevents slips; it keeps no secret.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desk import clock
from desk.acts.actor import roles_of
from desk.acts.department_details import PersonAdded, PersonChanged
from desk.acts.gate import Changes, deciding
from desk.acts.journal import Subject, last_of
from desk.acts.rules import Act, Role
from desk.database import connection
from desk.database.connection import first, named
from desk.database.department_tables import Person
from desk.errors import BadPassword, Denied, Missing, NotNow, Stale, Why
from desk.text.blocks import nfc
from desk.text.vietnamese import name_key, sort_key

COST = 2**17  # scrypt's n: about 0.4 s and 128 MiB on an office machine
_BLOCK, _LANES = 8, 1
PASSWORD_LEAST = 8  # characters
_FREE_TRIES = 3
_LONGEST_WAIT = 300.0  # seconds


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as windows show them."""

    id: int
    name: str
    title: str
    unit: str
    roles: frozenset[Role]
    active: bool
    version: int


@dataclass(frozen=True, slots=True)
class PersonEdit:
    """A person as an administrator wants them."""

    name: str
    title: str
    unit: str
    roles: frozenset[Role]
    active: bool = True


def everybody(*, active_only: bool = False) -> list[PersonRow]:
    """Return the people as Vietnamese lists have them: by given name, then by family and middle names."""
    everybody = [
        PersonRow(
            id=row.id,
            name=row.name,
            title=row.title,
            unit=row.unit,
            roles=roles_of(row.roles),
            active=bool(row.active),
            version=row.version,
        )
        for row in named(_everybody(active_only))
    ]
    return sorted(everybody, key=lambda one: name_key(one.name))


def _everybody(active_only: bool) -> Any:
    query = Person.select(
        Person.id, Person.name, Person.title, Person.unit, Person.roles, Person.active, Person.version
    )
    return query.where(Person.active == 1) if active_only else query


def person(who: int) -> PersonRow:
    """Return one person; Missing when there is none."""
    for row in everybody():
        if row.id == who:
            return row
    raise Missing("person")


def by_name(name: str) -> PersonRow:
    """Return the person of that name (letters compared as sorted, so NFC and case do not matter)."""
    for row in everybody(active_only=True):
        if sort_key(row.name) == sort_key(nfc(name).strip()):
            return row
    raise Missing("person")


def sign_in(who: int, password: str) -> PersonRow:
    """Check a password. BadPassword says how long the next try must wait; it grows after three failures."""
    secret = (Person.password, Person.failures, Person.failed_at, Person.active)
    row = first(Person.select(*secret).where(Person.id == who))
    stored, failures, failed_at, active = row or (None, 0, None, False)
    if stored is None or not active:
        raise Denied(Why.INACTIVE)
    left = _wait_left(failures, failed_at)
    if left > 0:
        raise BadPassword(left)
    if not matches(password, stored):
        with connection.writing():
            now = clock.stamp(clock.now())
            Person.update(failures=Person.failures + 1, failed_at=now).where(Person.id == who).execute()
        raise BadPassword(_wait(failures + 1))
    with connection.writing():
        renewed = hashed(password) if _params(stored)[0] < COST else stored
        Person.update(failures=0, failed_at=None, password=renewed).where(Person.id == who).execute()
    return person(who)


def add(who: int, name: str, title: str, unit: str, roles: frozenset[Role], password: str) -> Changes:
    """Add a person."""
    stored = hashed(password)
    with deciding(who, Act.ADD_PERSON, Subject.PERSON) as doing:
        doing.subject_id = insert(name, title, unit, roles, stored)
        doing.title = nfc(name).strip()
        doing.detail = PersonAdded(tuple(sorted(role.value for role in roles)))
        return Changes(people=True, act=Act.ADD_PERSON)


def change(who: int, person_id: int, seen: int, wanted: PersonEdit) -> Changes:
    """Change a person's name, title, unit, roles, or whether they are active. The last administrator stays."""
    with deciding(who, Act.CHANGE_PERSON, Subject.PERSON, person_id) as doing:
        old = person(person_id)
        if old.version != seen:
            last = last_of(Subject.PERSON, person_id)
            raise Stale(last.person if last else "", Act.CHANGE_PERSON.value, clock.now())
        stays_admin = wanted.active and Role.ADMIN in wanted.roles
        if not stays_admin and _is_last_admin(person_id):
            raise Denied(Why.LAST_ADMIN, old.name)
        clean, key = _name(wanted.name, person_id)
        Person.update(
            name=clean,
            name_key=key,
            title=nfc(wanted.title).strip(),
            unit=nfc(wanted.unit).strip(),
            roles=_stored(wanted.roles),
            active=wanted.active,
            version=old.version + 1,
        ).where(Person.id == person_id).execute()
        doing.title, doing.version = clean, old.version + 1
        doing.detail = PersonChanged(tuple(sorted(role.value for role in wanted.roles)), wanted.active)
        return Changes(people=True, act=Act.CHANGE_PERSON)


def reset_password(who: int, person_id: int, password: str) -> Changes:
    """Give a person a new password and forget their failures."""
    return _set_password(who, Act.RESET_PASSWORD, person_id, password)


def change_password(who: int, old: str, new: str) -> Changes:
    """Change one's own password."""
    sign_in(who, old)
    return _set_password(who, Act.CHANGE_PASSWORD, who, new)


def insert(name: str, title: str, unit: str, roles: frozenset[Role], password: str) -> int:
    """Insert a person inside the running transaction; `password` is hashed already. Return the id."""
    clean, key = _name(name)
    return int(
        Person.insert(
            name=clean,
            name_key=key,
            title=nfc(title).strip(),
            unit=nfc(unit).strip(),
            roles=_stored(roles),
            active=True,
            password=password,
            failures=0,
            version=1,
        ).execute()
    )


def hashed(password: str) -> str:
    """Hash a password with fresh salt and today's cost; NotNow when it is too short."""
    if len(password) < PASSWORD_LEAST:
        raise NotNow(Why.PASSWORD_SHORT, str(PASSWORD_LEAST))
    import secrets

    salt = secrets.token_bytes(16)
    digest = _scrypt(password, salt, COST, _BLOCK, _LANES)
    return f"scrypt${COST}${_BLOCK}${_LANES}${_b64(salt)}${_b64(digest)}"


def matches(password: str, stored: str) -> bool:
    """Check a password against a stored hash, with the parameters stored in it."""
    import hmac

    cost, block, lanes, salt, digest = _params(stored)
    return hmac.compare_digest(_scrypt(password, salt, cost, block, lanes), digest)


def _set_password(who: int, act: Act, person_id: int, password: str) -> Changes:
    stored = hashed(password)
    with deciding(who, act, Subject.PERSON, person_id) as doing:
        doing.title = person(person_id).name
        fresh = {"password": stored, "failures": 0, "failed_at": None}
        Person.update(**fresh).where(Person.id == person_id).execute()
        return Changes(people=True, act=act)


def _name(name: str, but: int = 0) -> tuple[str, str]:
    clean = " ".join(nfc(name).split())
    if not clean:
        raise NotNow(Why.NAME_EMPTY)
    key = sort_key(clean)
    if Person.select().where((Person.name_key == key) & (Person.id != but)).exists():
        raise NotNow(Why.NAME_TAKEN, clean)
    return clean, key


def _is_last_admin(person_id: int) -> bool:
    admins = {row.id for row in everybody(active_only=True) if Role.ADMIN in row.roles}
    return admins == {person_id}


def _stored(roles: frozenset[Role]) -> str:
    return " ".join(sorted(role.value for role in roles))


def _scrypt(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    import hashlib  # with OpenSSL, 3 ms of a start

    room = 256 * cost * block * lanes
    return hashlib.scrypt(
        nfc(password).encode("utf-8"), salt=salt, n=cost, r=block, p=lanes, maxmem=room, dklen=32
    )


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _params(stored: str) -> tuple[int, int, int, bytes, bytes]:
    _, cost, block, lanes, salt, digest = stored.split("$")
    return int(cost), int(block), int(lanes), base64.b64decode(salt), base64.b64decode(digest)


def _wait(failures: int) -> float:
    return min(_LONGEST_WAIT, 2.0 ** (failures - _FREE_TRIES + 1)) if failures >= _FREE_TRIES else 0.0


def _wait_left(failures: int, failed_at: str | None) -> float:
    if failed_at is None:
        return 0.0
    passed = clock.now() - clock.read_stamp(failed_at)
    if passed < timedelta(0):  # the clock was set back: nobody is locked out for it
        return 0.0
    return max(0.0, _wait(failures) - passed.total_seconds())
