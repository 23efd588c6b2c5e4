"""People: who works at the desk, how they sign in, what they may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desk import clock
from desk.acts import journal
from desk.acts.actor import roles_of
from desk.acts.department_details import PersonAdded, PersonChanged, SignInFailed
from desk.acts.gate import Changes, deciding
from desk.acts.journal import JournalQuery, NewEntry, Subject, last_of
from desk.acts.rules import Act, Role
from desk.database import connection
from desk.database.connection import first, named
from desk.database.department_tables import Person
from desk.department import passwords
from desk.department.stored_names import NAMES
from desk.edition.edition import Names
from desk.errors import BadPassword, Denied, Missing, NotNow, Stale, Why
from desk.text.blocks import nfc
from desk.text.vietnamese import name_key, sort_key

_JOURNALED = timedelta(minutes=1)  # one entry of wrong passwords a person: a mistyping hand fills no journal


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
    renew: bool = False  # a new password must be chosen at the next sign-in


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
            renew=bool(row.renew),
        )
        for row in named(_everybody(active_only))
    ]
    return sorted(everybody, key=lambda one: name_key(one.name))


def _everybody(active_only: bool) -> Any:
    query = Person.select(
        Person.id,
        Person.name,
        Person.title,
        Person.unit,
        Person.roles,
        Person.active,
        Person.version,
        Person.renew,
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
    left = passwords.wait_left(failures, failed_at)
    if left > 0:
        if passwords.lies_ahead(failed_at):  # else the wait would last until the clock has caught up
            with connection.writing():
                Person.update(failed_at=clock.stamp(clock.now())).where(Person.id == who).execute()
        raise BadPassword(left)
    if not passwords.matches(password, stored):
        _note_failure(who)
        raise BadPassword(passwords.wait(failures + 1))
    with connection.writing():
        renewed = passwords.hashed(password) if passwords.is_cheap(stored) else stored
        Person.update(failures=0, failed_at=None, password=renewed).where(Person.id == who).execute()
    return person(who)


def _note_failure(who: int) -> None:
    """Count a wrong password, and journal it with those since the last such entry."""
    with connection.writing():
        now = clock.now()
        name, untold = first(Person.select(Person.name, Person.untold).where(Person.id == who)) or ("", 0)
        query = JournalQuery(act=Act.FAILED_SIGN_IN, subject=Subject.PERSON, subject_id=who)
        last = next(iter(journal.entries(query, limit=1)), None)
        told = last is None or abs(now - last.at) >= _JOURNALED
        Person.update(
            failures=Person.failures + 1, failed_at=clock.stamp(now), untold=0 if told else untold + 1
        ).where(Person.id == who).execute()
        if told:
            journal.write(
                NewEntry(
                    person_id=who,
                    person=name,
                    act=Act.FAILED_SIGN_IN,
                    subject=Subject.PERSON,
                    subject_id=who,
                    title=name,
                    details=(SignInFailed(untold + 1),),
                )
            )


def add(
    who: int, name: str, title: str, unit: str, roles: frozenset[Role], password: str, *, renew: bool = True
) -> Changes:
    """Add a person; the password lets them in once, then they choose their own (but at a desk to try things on)."""
    stored = accepted(password, name)
    with deciding(who, Act.ADD_PERSON, Subject.PERSON) as doing:
        doing.subject_id = insert(name, title, unit, roles, stored, renew=renew)
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
    """Give a person a password to sign in with once, and forget their failures: then they choose their own."""
    return _set_password(who, Act.RESET_PASSWORD, person_id, password, renew=True)


def change_password(who: int, old: str, new: str) -> Changes:
    """Change one's own password."""
    sign_in(who, old)
    return _set_password(who, Act.CHANGE_PASSWORD, who, new)


def renew_password(who: int, new: str) -> Changes:
    """Choose one's own password instead of the one that an administrator gave, which is not taken again."""
    row = first(Person.select(Person.password).where(Person.id == who))
    if row is not None and passwords.matches(new, row[0]):
        raise NotNow(Why.PASSWORD_SAME)
    return _set_password(who, Act.CHANGE_PASSWORD, who, new)


def accepted(password: str, name: str, office: Names | None = None) -> str:
    """Return the hash of a password that its person may have; NotNow says what is wrong with it."""
    refused = passwords.refusal(password, (name, *office_names(office or NAMES.value())))
    if refused is not None:
        raise refused
    return passwords.hashed(password)


def office_names(names: Names) -> tuple[str, ...]:
    """Return the names of the office that are no password."""
    return (names.committee, names.department, names.bulletin)


def insert(
    name: str, title: str, unit: str, roles: frozenset[Role], password: str, *, renew: bool = False
) -> int:
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
            renew=renew,
            untold=0,
            version=1,
        ).execute()
    )


def set_own(person_id: int, stored: str, *, renew: bool = False) -> None:
    """Store a person's password inside the running transaction and forget their failures."""
    fresh = {"password": stored, "failures": 0, "failed_at": None, "renew": renew}
    Person.update(**fresh).where(Person.id == person_id).execute()


def _set_password(who: int, act: Act, person_id: int, password: str, *, renew: bool = False) -> Changes:
    stored = accepted(password, person(person_id).name)
    with deciding(who, act, Subject.PERSON, person_id) as doing:
        doing.title = person(person_id).name
        set_own(person_id, stored, renew=renew)
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
