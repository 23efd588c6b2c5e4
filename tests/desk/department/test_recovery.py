"""The recovery code: it lets an administrator in once, waits when it is wrong, and is in the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Role
from desk.database import store
from desk.database.department_tables import Setting
from desk.department import people, recovery
from desk.errors import BadCode, BadPassword, Denied, NotNow, Why
from desk.integrity import database
from tests.engine import act
from tests.making import CODE, PASSWORD, Cast

NEW, NEXT = "con trâu bạc", "22222-33333-44444-55555"


def _refused(code: str, who: int, password: str = NEW) -> Why | float:
    with pytest.raises((BadCode, Denied, NotNow)) as refused:
        recovery.recover(code, who, password, NEXT)
    error = refused.value
    if isinstance(error, Denied | NotNow):
        return error.why
    assert isinstance(error, BadCode)
    return error.wait


def test_a_code_is_long_and_read_without_doubt() -> None:
    codes = {recovery.fresh() for _ in range(200)}
    assert len(codes) == 200
    signs = {sign for code in codes for sign in code}
    assert signs == {*recovery.SIGNS, "-"}
    assert not signs & set("IO01")
    assert all([len(group) for group in code.split("-")] == [5, 5, 5, 5] for code in codes)
    assert len(recovery.SIGNS) ** 20 > 2**80


def test_only_its_hash_is_stored(cast: Cast) -> None:
    stored = Setting.get_by_id("recovery").value
    assert "scrypt$" in stored
    assert CODE not in stored
    assert CODE.replace("-", "") not in stored


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), f" {CODE.replace('-', ' ')} ", CODE.replace("-", "")])
def test_it_sets_a_password_once_and_another_code_is_in_force(cast: Cast, typed: str) -> None:
    for _ in range(4):
        with pytest.raises(BadPassword):
            people.sign_in(cast.admin, "sai")
    recovery.recover(typed, cast.admin, NEW, NEXT)
    assert not people.sign_in(cast.admin, NEW).renew
    entry = journal.entries(JournalQuery(), limit=1)[0]
    assert (entry.act, entry.person_id, entry.title) == (Act.RECOVER, cast.admin, "Quản Trị")
    assert _refused(typed, cast.admin) == 0
    recovery.recover(NEXT, cast.admin, PASSWORD, CODE)
    assert people.sign_in(cast.admin, PASSWORD).id == cast.admin
    assert database.check() == []


def test_it_is_for_administrators_and_for_passwords_that_are_accepted(cast: Cast) -> None:
    assert _refused(CODE, cast.writer) is Why.ROLE
    assert _refused(CODE, cast.admin, "1234567890") is Why.PASSWORD_COMMON
    assert _refused(CODE, cast.admin, "Ban Tuyên giáo Tỉnh ủy 1") is Why.PASSWORD_NAME
    recovery.recover(CODE, cast.admin, NEW, NEXT)  # none of these has used it up


def test_wrong_codes_wait_and_are_in_the_journal_once_a_minute(cast: Cast) -> None:
    at = datetime(2019, 4, 9, 3, tzinfo=UTC)
    clock.set_clock(lambda: at)
    assert [_refused("sai", cast.admin) for _ in range(3)] == [0, 0, 2]
    store.close_file()
    store.open_file(cast.path)
    assert _refused(CODE, cast.admin) == 2
    at -= timedelta(days=300)
    assert [_refused(CODE, cast.admin), _refused(CODE, cast.admin)] == [2, 2]
    at += timedelta(seconds=2)
    assert _refused("sai", cast.admin) == 4
    at += timedelta(minutes=2)
    assert _refused("sai", cast.admin) == 8
    found = journal.everything(JournalQuery(act=Act.FAILED_RECOVERY))
    assert [(one.person, one.detail["tries"]) for one in found] == [
        ("Quản Trị", 1),
        ("Quản Trị", 3),
        ("Quản Trị", 1),
    ]
    at += timedelta(seconds=8)
    recovery.recover(CODE, cast.admin, NEW, NEXT)
    assert database.check() == []


def test_an_administrator_makes_another_one(cast: Cast) -> None:
    recovery.renew(cast.admin, NEXT)
    assert _refused(CODE, cast.admin) == 0
    assert journal.entries(JournalQuery(), limit=2)[1].act is Act.NEW_RECOVERY_CODE
    recovery.recover(NEXT, cast.admin, NEW, CODE)
    with pytest.raises(Denied):
        recovery.renew(cast.chief, NEXT)


def test_a_desk_of_an_earlier_version_has_none(cast: Cast) -> None:
    made = recovery.made()
    assert made is not None
    assert Role.ADMIN in people.person(cast.admin).roles
    act("DELETE FROM setting WHERE key = 'recovery'")
    assert recovery.made() is None
    assert _refused(CODE, cast.admin) is Why.NO_RECOVERY
