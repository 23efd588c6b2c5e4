"""The people of the desk, in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Role
from desk.department import people, recovery
from tests.engine import act
from tests.making import CODE, PASSWORD, Cast
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.session.session import Session
from ui.settings.people import PeopleTab
from ui.settings.person_dialog import PasswordDialog, PersonDialog, PersonWords
from ui.settings.recovery_dialog import RecoveryCodeDialog


def test_an_administrator_adds_changes_and_resets(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = PeopleTab(session_of(cast.admin))
    qtbot.addWidget(tab)
    tab.shown()
    assert tab.table.rowCount() == 5
    words = PersonWords("Vũ Mới", "", "", frozenset({Role.WRITER}), True, PASSWORD)
    monkeypatch.setattr(PersonDialog, "ask", lambda *_: words)
    tab.add.click()
    tab.shown()
    assert tab.table.rowCount() == 6
    at = next(n for n in range(6) if tab.table.item(n, 0).text() == "Vũ Mới")  # type: ignore[union-attr]  # it is there
    tab.table.setCurrentCell(at, 0)
    monkeypatch.setattr(PersonDialog, "ask", lambda *_: replace(words, active=False))
    tab.change.click()
    assert not next(row for row in people.everybody() if row.name == "Vũ Mới").active
    tab.shown()
    tab.table.setCurrentCell(0, 0)
    monkeypatch.setattr(PasswordDialog, "ask", lambda *_, **__: None)
    tab.reset.click()  # thought better of it
    shown = people.everybody()[0]
    monkeypatch.setattr(PasswordDialog, "ask", lambda *_, **__: ("", "mật khẩu hai"))
    tab.reset.click()
    assert people.sign_in(shown.id, "mật khẩu hai").id == shown.id


def test_others_only_see_them(qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast) -> None:
    tab = PeopleTab(session_of(cast.writer))
    qtbot.addWidget(tab)
    tab.shown()
    assert tab.table.rowCount() == 5
    assert not any(button.isEnabled() for button in (tab.add, tab.change, tab.reset))


def test_a_refusal_is_said_and_the_list_read_anew(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(cast.admin)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    tab = PeopleTab(session)
    qtbot.addWidget(tab)
    tab.shown()
    first = people.everybody()[0]
    edit = people.PersonEdit("Tên Khác", "", "", first.roles, active=True)
    people.change(cast.admin, first.id, first.version, edit)
    monkeypatch.setattr(PersonDialog, "ask", lambda *_: PersonWords("Ai Đó", "", "", first.roles, True, ""))
    tab.table.setCurrentCell(0, 0)
    tab.change.click()
    assert "vừa" in said[0]
    assert "Tên Khác" in [tab.table.item(n, 0).text() for n in range(5)]  # type: ignore[union-attr]  # they are there


def test_who_was_added_is_chosen_and_who_was_chosen_stays_so(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(cast.admin)
    tab = PeopleTab(session)
    qtbot.addWidget(tab)
    tab.shown()
    session.client.changed.connect(lambda _: tab.shown())
    roles = frozenset({Role.WRITER})

    def chosen() -> str:
        return str(tab.table.model().index(tab.table.currentRow(), 0).data())

    monkeypatch.setattr(
        PersonDialog, "ask", lambda *_: PersonWords("Vũ Thị Mới", "", "", roles, True, PASSWORD)
    )
    tab.add.click()
    assert chosen() == "Vũ Thị Mới"
    people.add(cast.admin, "An Thị Đầu", "", "", roles, PASSWORD)
    people.add(cast.admin, "Ân Thị Nhì", "", "", roles, PASSWORD)
    tab.shown()
    assert chosen() == "Vũ Thị Mới"


def test_an_administrator_makes_a_recovery_code(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    tab = PeopleTab(session_of(cast.admin))
    qtbot.addWidget(tab)
    tab.show()
    tab.shown()
    assert "Đang dùng mã tạo ngày 02/01/2019" in tab.recovery.text()
    answer(ChoiceDialog, lambda asked: asked.reject())
    tab.renew.click()
    assert tab.findChild(RecoveryCodeDialog) is None
    answer(ChoiceDialog, lambda asked: asked.ok.click())
    tab.renew.click()
    shown = tab.findChild(RecoveryCodeDialog)
    assert shown is not None
    assert recovery.recover(shown.code.text(), cast.admin, "con trâu bạc", CODE)
    shown.kept.setChecked(True)
    shown.agree()
    act("DELETE FROM setting WHERE key = 'recovery'")
    tab.shown()
    assert "Chưa có mã khôi phục" in tab.recovery.text()
    other = PeopleTab(session_of(cast.chief))
    qtbot.addWidget(other)
    assert not other.renew.isEnabled()
