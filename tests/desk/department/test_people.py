"""People: passwords, waits, the last administrator."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.rules import Act, Role
from desk.database import store
from desk.database.department_tables import Person
from desk.department import passwords, people
from desk.errors import BadPassword, Denied, NotNow, Stale, Why
from tests.making import PASSWORD, Cast, person


def test_signing_in_by_name_and_password(cast: Cast) -> None:
    assert people.sign_in(cast.writer, PASSWORD).name == "Lê Thị Viết"
    with pytest.raises(BadPassword):
        people.sign_in(cast.writer, "sai rồi")


def test_parameters_are_stored_and_renewed(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = Person.get_by_id(cast.writer).password
    assert stored.startswith("scrypt$16$8$1$")
    assert PASSWORD not in stored
    monkeypatch.setattr(passwords, "COST", 2**5)
    people.sign_in(cast.writer, PASSWORD)
    assert Person.get_by_id(cast.writer).password.startswith("scrypt$32$8$1$")
    assert people.sign_in(cast.writer, PASSWORD).id == cast.writer


def test_failures_slow_the_next_try(cast: Cast) -> None:
    start = datetime(2019, 4, 9, 3, tzinfo=UTC)
    at = start
    clock.set_clock(lambda: at)
    waits = []
    for _ in range(6):
        with pytest.raises(BadPassword) as refused:
            people.sign_in(cast.writer, "sai")
        waits.append(refused.value.wait)
        at += timedelta(seconds=refused.value.wait)
    assert waits == [0, 0, 2, 4, 8, 16]
    with pytest.raises(BadPassword):
        people.sign_in(cast.writer, "sai")
    with pytest.raises(BadPassword) as refused:
        people.sign_in(cast.writer, PASSWORD)
    assert refused.value.wait == 32
    at += timedelta(seconds=33)
    assert people.sign_in(cast.writer, PASSWORD).id == cast.writer
    with pytest.raises(BadPassword) as refused:
        people.sign_in(cast.writer, "sai")
    assert refused.value.wait == 0


def test_a_clock_set_back_shortens_no_wait_and_locks_nobody_out(cast: Cast) -> None:
    at = datetime(2019, 4, 9, 3, tzinfo=UTC)
    clock.set_clock(lambda: at)
    for _ in range(4):
        with pytest.raises(BadPassword) as refused:
            people.sign_in(cast.writer, "sai")
        at += timedelta(seconds=refused.value.wait)
    at = datetime(2000, 1, 1, tzinfo=UTC)
    with pytest.raises(BadPassword) as refused:
        people.sign_in(cast.writer, PASSWORD)
    assert refused.value.wait == 4
    at += timedelta(seconds=3)
    with pytest.raises(BadPassword) as refused:
        people.sign_in(cast.writer, PASSWORD)
    assert refused.value.wait == 1
    at += timedelta(seconds=1)
    assert people.sign_in(cast.writer, PASSWORD).id == cast.writer


def test_a_wait_outlives_the_program(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 9, 3, tzinfo=UTC))
    for _ in range(3):
        with pytest.raises(BadPassword):
            people.sign_in(cast.writer, "sai")
    store.close_file()
    store.open_file(cast.path)
    with pytest.raises(BadPassword) as refused:
        people.sign_in(cast.writer, PASSWORD)
    assert refused.value.wait == 2


def test_wrong_passwords_are_in_the_journal_once_a_minute_with_their_number(cast: Cast) -> None:
    at = datetime(2019, 4, 9, 3, tzinfo=UTC)
    clock.set_clock(lambda: at)

    def wrong(who: int) -> None:
        with pytest.raises(BadPassword):
            people.sign_in(who, "sai")

    def told() -> list[tuple[int, str, object]]:
        found = journal.everything(journal.JournalQuery(act=Act.FAILED_SIGN_IN))
        return [(one.subject_id, one.person, one.detail["tries"]) for one in found]

    wrong(cast.writer)
    wrong(cast.writer)
    wrong(cast.chief)
    assert told() == [(cast.writer, "Lê Thị Viết", 1), (cast.chief, "Trần Thị Lãnh", 1)]
    people.sign_in(cast.writer, PASSWORD)
    at += timedelta(seconds=59)
    wrong(cast.writer)
    assert len(told()) == 2
    at += timedelta(seconds=1)
    wrong(cast.writer)
    assert told()[2:] == [(cast.writer, "Lê Thị Viết", 3)]
    at -= timedelta(days=400)
    wrong(cast.writer)
    assert told()[3:] == [(cast.writer, "Lê Thị Viết", 1)]
    assert journal.check() == []


def test_the_last_administrator_stays(cast: Cast) -> None:
    row = people.person(cast.admin)
    for roles, active in ((frozenset({Role.SECRETARY}), True), (row.roles, False)):
        with pytest.raises(Denied) as refused:
            people.change(
                cast.admin, cast.admin, row.version, people.PersonEdit(row.name, "", "", roles, active=active)
            )
        assert refused.value.why is Why.LAST_ADMIN
    second = people.person(cast.chief)
    people.change(
        cast.admin,
        second.id,
        second.version,
        people.PersonEdit(second.name, "", "", second.roles | {Role.ADMIN}),
    )
    people.change(
        cast.admin, cast.admin, row.version, people.PersonEdit(row.name, "", "", frozenset({Role.SECRETARY}))
    )
    assert Role.ADMIN not in people.person(cast.admin).roles


def test_an_administrator_who_left_lets_the_last_one_not_go(cast: Cast) -> None:
    gone = people.person(person(cast, "Đỗ Đã Nghỉ", Role.ADMIN))
    people.change(
        cast.admin, gone.id, gone.version, people.PersonEdit(gone.name, "", "", gone.roles, active=False)
    )
    row = people.person(cast.admin)
    with pytest.raises(Denied) as refused:
        people.change(
            cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", frozenset({Role.SECRETARY}))
        )
    assert refused.value.why is Why.LAST_ADMIN


def test_only_an_administrator_manages_people(cast: Cast) -> None:
    with pytest.raises(Denied):
        people.add(cast.chief, "Ai Đó", "", "", frozenset({Role.WRITER}), PASSWORD)
    with pytest.raises(Denied):
        people.reset_password(cast.editor, cast.writer, "mật khẩu khác")


def test_names_are_unique_and_found_in_any_form(cast: Cast) -> None:
    import unicodedata

    with pytest.raises(NotNow) as refused:
        people.add(cast.admin, " lê thị  viết ", "", "", frozenset(), PASSWORD)
    assert refused.value.why is Why.NAME_TAKEN
    assert people.by_name(unicodedata.normalize("NFD", "Lê Thị Viết")).id == cast.writer


def test_two_administrators_on_one_person(cast: Cast) -> None:
    row = people.person(cast.writer)
    people.change(cast.admin, row.id, row.version, people.PersonEdit(row.name, "Phó phòng", "", row.roles))
    with pytest.raises(Stale):
        people.change(cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", row.roles))


def test_passwords_are_changed_and_reset(cast: Cast) -> None:
    people.change_password(cast.writer, PASSWORD, "mật khẩu mới")
    assert people.sign_in(cast.writer, "mật khẩu mới").id == cast.writer
    with pytest.raises(NotNow) as refused:
        people.reset_password(cast.admin, cast.writer, "ngắn")
    assert refused.value.why is Why.PASSWORD_SHORT
    people.reset_password(cast.admin, cast.writer, PASSWORD)
    assert people.sign_in(cast.writer, PASSWORD).id == cast.writer
    with pytest.raises(NotNow) as refused:
        people.change_password(cast.writer, PASSWORD, "lê thị viết")
    assert refused.value.why is Why.PASSWORD_NAME
    with pytest.raises(NotNow) as refused:
        people.add(cast.admin, "Vũ Văn Mới", "", "", frozenset(), "vuvanmoi2024")
    assert refused.value.why is Why.PASSWORD_NAME
    with pytest.raises(NotNow) as refused:
        people.reset_password(cast.admin, cast.writer, "Ban Tuyên giáo Tỉnh ủy")
    assert refused.value.why is Why.PASSWORD_NAME
    assert [entry.act for entry in journal.entries(journal.JournalQuery(), limit=2)] == [
        Act.RESET_PASSWORD,
        Act.CHANGE_PASSWORD,
    ]


def test_a_password_that_an_administrator_gave_is_replaced_by_its_person(cast: Cast) -> None:
    assert not people.sign_in(cast.writer, PASSWORD).renew
    people.reset_password(cast.admin, cast.writer, "mật khẩu tạm")
    assert people.sign_in(cast.writer, "mật khẩu tạm").renew
    with pytest.raises(NotNow) as refused:
        people.renew_password(cast.writer, "mật khẩu tạm")
    assert refused.value.why is Why.PASSWORD_SAME
    people.renew_password(cast.writer, "mật khẩu riêng")
    assert not people.sign_in(cast.writer, "mật khẩu riêng").renew
    entry = journal.entries(journal.JournalQuery(), limit=1)[0]
    assert (entry.act, entry.person_id) == (Act.CHANGE_PASSWORD, cast.writer)


def test_a_first_password_lets_in_once_as_one_that_was_reset_does(cast: Cast) -> None:
    people.add(cast.admin, "Lò Văn Mới", "", "", frozenset({Role.WRITER}), "mật khẩu tạm")
    new = people.by_name("Lò Văn Mới")
    assert new.renew
    assert people.sign_in(new.id, "mật khẩu tạm").renew
    people.renew_password(new.id, "mật khẩu riêng")
    assert not people.sign_in(new.id, "mật khẩu riêng").renew
