"""The recovery code: by it an administrator comes in again when nobody remembers a password. It is used once.

Of the code only a hash is stored; it is made anew when it was used, and whenever an administrator wishes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from desk import clock
from desk.acts import journal
from desk.acts.department_details import SignInFailed
from desk.acts.gate import Changes, deciding
from desk.acts.journal import JournalQuery, NewEntry, Subject
from desk.acts.rules import Act, Role
from desk.acts.stored_setting import StoredSetting, known
from desk.database import connection
from desk.department import passwords, people
from desk.department.stored_names import NAMES
from desk.errors import BadCode, Denied, NotNow, Why

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read as another: no I, O, 0, 1
_GROUPS, _GROUP = 4, 5  # of five bits each: 100 bits
_JOURNALED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class StoredCode:
    """The code as the desk keeps it: its hash, when it was made, the wrong ones typed since the last right one."""

    code: str = ""
    made_at: str = ""
    failures: int = 0
    failed_at: str | None = None
    untold: int = 0


def _load(stored: dict[str, Any]) -> StoredCode:
    return StoredCode(**known(StoredCode, stored))


_CODE = StoredSetting("recovery", StoredCode, _load, asdict)


def fresh() -> str:
    """Return a code that nobody knows yet: ABCDE-FGHJK-LMNPQ-RSTUV."""
    signs = [secrets.choice(SIGNS) for _ in range(_GROUPS * _GROUP)]
    return "-".join("".join(signs[at : at + _GROUP]) for at in range(0, len(signs), _GROUP))


def made() -> datetime | None:
    """Return when the code in force was made; None where the desk has none."""
    stored = _CODE.value()
    return clock.read_stamp(stored.made_at) if stored.code else None


def keeper(code: str) -> Callable[[], None]:
    """Hash a code, which is slow; return what keeps it, inside the running transaction, in place of the old one."""
    stored = passwords.hashed(_plain(code))
    return lambda: _CODE.store(StoredCode(stored, clock.stamp(clock.now())))


def renew(who: int, code: str) -> Changes:
    """Put another code in place of the one in force, if there is any."""
    keep = keeper(code)
    with deciding(who, Act.NEW_RECOVERY_CODE, Subject.DESK) as doing:
        keep()
        doing.title = NAMES.value().bulletin
        return Changes(people=True, settings=True, act=Act.NEW_RECOVERY_CODE)


def recover(code: str, person_id: int, password: str, next_code: str) -> Changes:
    """Give an administrator a password by the code, which is used up then: `next_code` is in force from now on.

    A wrong code waits as a wrong password does (BadCode).
    """
    stored = _CODE.value()
    if not stored.code:
        raise NotNow(Why.NO_RECOVERY)
    person = people.person(person_id)
    if Role.ADMIN not in person.roles or not person.active:
        raise Denied(Why.ROLE)
    left = passwords.wait_left(stored.failures, stored.failed_at)
    if left > 0:
        if passwords.lies_ahead(stored.failed_at):
            with connection.writing():
                _CODE.store(replace(stored, failed_at=clock.stamp(clock.now())))
        raise BadCode(left)
    if not passwords.matches(_plain(code), stored.code):
        _note_failure(stored, person_id, person.name)
        raise BadCode(passwords.wait(stored.failures + 1))
    secret, keep = people.accepted(password, person.name), keeper(next_code)
    with connection.writing():
        people.set_own(person_id, secret)
        keep()
        journal.write(_entry(Act.RECOVER, person_id, person.name))
    return Changes(people=True, act=Act.RECOVER)


def _note_failure(stored: StoredCode, person_id: int, name: str) -> None:
    """Count a wrong code, and journal it with those since the last such entry: one a minute."""
    with connection.writing():
        now = clock.now()
        last = next(iter(journal.entries(JournalQuery(act=Act.FAILED_RECOVERY), limit=1)), None)
        told = last is None or abs(now - last.at) >= _JOURNALED
        untold = 0 if told else stored.untold + 1
        failures = stored.failures + 1
        _CODE.store(replace(stored, failures=failures, failed_at=clock.stamp(now), untold=untold))
        if told:
            journal.write(_entry(Act.FAILED_RECOVERY, person_id, name, SignInFailed(stored.untold + 1)))


def _entry(act: Act, person_id: int, name: str, *details: SignInFailed) -> NewEntry:
    return NewEntry(
        person_id=person_id,
        person=name,
        act=act,
        subject=Subject.PERSON,
        subject_id=person_id,
        title=name,
        details=details,
    )


def _plain(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign.isalnum())
