"""The sign-in: who is proposed, who may be chosen, what a wrong password does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desk.department import people
from desk.department.people import PersonRow
from desk.errors import BadPassword, DeskError, Missing
from tests.making import Cast
from tests.ui.modal import answer, front
from ui.controls.choice_dialog import ChoiceDialog
from ui.look import local_settings
from ui.window.sign_in import LastSignIn, SignIn


def test_failures_make_the_door_wait(qtbot: QtBot, cast: Cast) -> None:
    row = people.person(cast.writer)

    def attempt(
        who: int, password: str, welcome: Callable[[PersonRow], None], refuse: Callable[[DeskError], None]
    ) -> None:
        refuse(BadPassword(0.2))

    door = SignIn(None, LastSignIn(), attempt)
    qtbot.addWidget(door)
    door.agree()
    assert not door.fault.text()  # nobody is known yet
    door.fill("BAN TUYÊN GIÁO", [row])
    door.agree()
    assert not door.ok.isEnabled()
    assert door._wait.interval() == 200  # milliseconds
    qtbot.waitUntil(door.ok.isEnabled, timeout=2000)


class Attempts:
    """What was tried at the door; the test lets one in or refuses it when it wants."""

    def __init__(self) -> None:
        self.tried: list[tuple[int, str]] = []
        self.welcome: Callable[[PersonRow], None]
        self.refuse: Callable[[DeskError], None]

    def __call__(
        self,
        who: int,
        password: str,
        welcome: Callable[[PersonRow], None],
        refuse: Callable[[DeskError], None],
    ) -> None:
        self.tried.append((who, password))
        self.welcome, self.refuse = welcome, refuse


@pytest.fixture
def attempts() -> Attempts:
    return Attempts()


@pytest.fixture
def opened(qtbot: QtBot, attempts: Attempts) -> Callable[[LastSignIn], SignIn]:
    def show(last: LastSignIn) -> SignIn:
        door = SignIn(None, last, attempts)
        qtbot.addWidget(door)
        door.show()
        return door

    return show


def test_who_came_last_is_remembered_on_this_machine() -> None:
    assert LastSignIn.read() == LastSignIn(0, "", "")
    LastSignIn(7, "Lê Thị Viết", "BAN TUYÊN GIÁO").write()
    assert LastSignIn.read() == LastSignIn(7, "Lê Thị Viết", "BAN TUYÊN GIÁO")
    local_settings.write("sign-in/last", "hỏng")
    assert LastSignIn.read().person == 0


def test_who_came_last_may_try_before_the_desk_is_open(
    opened: Callable[[LastSignIn], SignIn], attempts: Attempts
) -> None:
    door = opened(LastSignIn(7, "Lê Thị Viết", "BAN TUYÊN GIÁO"))
    assert (door.names.currentText(), door.intro.text()) == ("Lê Thị Viết", "BAN TUYÊN GIÁO")
    assert door.password.echoMode() is QLineEdit.EchoMode.Password
    assert door.focusWidget() is door.password
    QTest.keyClicks(door.password, "mat khau")
    QTest.keyClick(door.password, Qt.Key.Key_Return)
    assert attempts.tried == [(7, "mat khau")]
    assert not door.ok.isEnabled()
    QTest.keyClick(door.password, Qt.Key.Key_Return)
    assert len(attempts.tried) == 1  # one try at a time


def test_nobody_may_try_where_nobody_is_known(
    opened: Callable[[LastSignIn], SignIn], attempts: Attempts
) -> None:
    for last in (LastSignIn(), LastSignIn(7, ""), LastSignIn(0, "Lê Thị Viết")):
        door = opened(last)
        assert door.names.count() == 0
        assert not door.ok.isEnabled()
        door.agree()
    assert attempts.tried == []


def test_all_names_come_later_and_the_chosen_one_stays(
    cast: Cast, opened: Callable[[LastSignIn], SignIn]
) -> None:
    everybody = people.everybody()
    last = people.person(cast.chief)
    door = opened(LastSignIn(last.id, last.name, "BAN TUYÊN GIÁO"))
    door.fill("BAN KHÁC", everybody)
    assert [door.names.itemData(at) for at in range(door.names.count())] == [row.id for row in everybody]
    assert (door.names.currentData(), door.intro.text()) == (cast.chief, "BAN KHÁC")
    door.names.setCurrentIndex(door.names.findData(cast.writer))
    door.fill("BAN KHÁC", everybody)
    assert door.names.currentData() == cast.writer
    gone = opened(LastSignIn(999, "", ""))
    gone.fill("BAN KHÁC", everybody)
    assert gone.names.currentIndex() == 0
    assert gone.ok.isEnabled()


def test_who_is_let_in_is_the_doors_answer(
    cast: Cast, opened: Callable[[LastSignIn], SignIn], attempts: Attempts
) -> None:
    door, row = opened(LastSignIn(cast.writer, "Lê Thị Viết")), people.person(cast.writer)
    door.agree()
    assert door.isVisible()
    attempts.welcome(row)
    assert door.person == row
    assert door.result() == QDialog.DialogCode.Accepted
    assert not door.isVisible()


def test_a_refusal_stands_until_another_name_is_chosen(
    qtbot: QtBot, cast: Cast, opened: Callable[[LastSignIn], SignIn], attempts: Attempts
) -> None:
    door = opened(LastSignIn(cast.writer, "Lê Thị Viết"))
    door.fill("BAN", people.everybody())
    door.password.setText("sai")
    door.agree()
    assert (door.ok.text(), door.ok.isEnabled()) == ("Đang kiểm tra…", False)
    attempts.refuse(Missing())
    assert door.ok.text() == "Đăng nhập"
    assert door.fault.isVisible()
    assert door.password.selectedText() == "sai"
    assert door.person is None
    qtbot.waitUntil(door.ok.isEnabled)  # only a wrong password makes the next one wait
    door.names.setCurrentIndex(door.names.findData(cast.chief))
    assert not door.fault.isVisible()


def test_it_says_once_that_it_stands(qtbot: QtBot, attempts: Attempts) -> None:
    door = SignIn(None, LastSignIn(), attempts)
    qtbot.addWidget(door)
    stood: list[bool] = []
    door.stands.connect(lambda: stood.append(door.isVisible()))
    door.show()
    for _ in range(2):
        door.grab()
        QApplication.processEvents()
    assert stood == [True]


def test_after_a_sign_out_the_program_does_not_end_unasked(qtbot: QtBot, attempts: Attempts) -> None:
    door = SignIn(None, LastSignIn(), attempts, again=True)
    qtbot.addWidget(door)
    door.show()
    asked = answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    qtbot.keyClick(door, Qt.Key.Key_Escape)
    assert (len(asked), door.isVisible()) == (1, True)
    answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return))
    door.close()
    assert door.isVisible()
    answer(ChoiceDialog, lambda dialog: dialog.ok.click())
    door.close()
    assert not door.isVisible()
    first = SignIn(None, LastSignIn(), attempts)
    qtbot.addWidget(first)
    first.show()
    qtbot.keyClick(first, Qt.Key.Key_Escape)  # nothing stood open
    assert not first.isVisible()


def test_whose_name_is_picked_types_the_password_at_once(qtbot: QtBot, cast: Cast) -> None:
    door = SignIn(None, LastSignIn(), Attempts())
    qtbot.addWidget(door)
    door.fill("BAN TUYÊN GIÁO", [people.person(cast.writer), people.person(cast.chief)])
    door.show()
    front(door)
    door.names.setFocus()
    QTest.keyClick(door.names, Qt.Key.Key_Down)
    assert door.names.hasFocus()
    door.names.showPopup()
    QTest.keyClick(door.names.view(), Qt.Key.Key_Up)
    QTest.keyClick(door.names.view(), Qt.Key.Key_Return)
    assert door.names.currentIndex() == 0
    assert door.password.hasFocus()
