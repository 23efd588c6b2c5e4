"""A password that an administrator gave is replaced before anything of the desk is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.department import people
from desk.errors import DeskError, NotNow, Why
from tests.making import Cast
from tests.ui.modal import answer
from ui.session.desk_client import DeskClient
from ui.window import app
from ui.window.renew_dialog import RenewDialog
from ui.window.sign_in import LastSignIn, SignIn

GIVEN, OWN = "mat khau tam", "con trau bac"  # QTest types ASCII alone


def _sign_in(door: SignIn, password: str) -> None:
    """Type a password at the door as a person does."""
    door.grab()  # painted: the desk is opened then
    QApplication.processEvents()
    QTest.keyClicks(door.password, password)
    QTest.keyClick(door.password, Qt.Key.Key_Return)


def test_it_stands_before_the_window_and_who_leaves_it_is_at_the_door_again(
    qtbot: QtBot, cast: Cast, client: DeskClient
) -> None:
    people.reset_password(cast.admin, cast.writer, GIVEN)
    LastSignIn(cast.writer, "Lê Thị Viết", "BAN").write()
    desk = app.App(cast.path.parent, client)
    desk._opened = True
    seen: list[str] = []

    def give_up(dialog: RenewDialog) -> None:
        seen.append(dialog.windowTitle())
        assert desk.window is None
        answer(SignIn, come_again)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def come_again(door: SignIn) -> None:
        assert door.person is None
        answer(RenewDialog, choose)
        _sign_in(door, GIVEN)

    def choose(dialog: RenewDialog) -> None:
        assert desk.window is None
        for words, said in (
            (GIVEN, "quản trị vừa đặt"),
            ("le thi viet", "họ tên"),
            ("1234567890", "dễ đoán"),
        ):
            for field in (dialog.new, dialog.again):
                field.clear()
                QTest.keyClicks(field, words)
            QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
            assert said in dialog.fault.text()
            assert dialog.isVisible()
        for field in (dialog.new, dialog.again):
            field.clear()
            QTest.keyClicks(field, OWN)
        QTest.keyClick(dialog.again, Qt.Key.Key_Return)

    def come(door: SignIn) -> None:
        answer(RenewDialog, give_up)
        _sign_in(door, GIVEN)

    answer(SignIn, come)
    assert desk._let_in()
    assert seen == ["Chọn mật khẩu mới"]
    assert desk.window is not None
    assert desk.window.session.who == cast.writer
    assert not people.sign_in(cast.writer, OWN).renew
    desk.window.part()


def test_who_leaves_door_and_dialog_has_no_window(qtbot: QtBot, cast: Cast, client: DeskClient) -> None:
    people.reset_password(cast.admin, cast.writer, GIVEN)
    LastSignIn(cast.writer, "Lê Thị Viết", "BAN").write()
    desk = app.App(cast.path.parent, client)
    desk._opened = True

    def come(door: SignIn) -> None:
        answer(RenewDialog, leave)
        _sign_in(door, GIVEN)

    def leave(dialog: RenewDialog) -> None:
        answer(SignIn, lambda door: QTest.keyClick(door, Qt.Key.Key_Escape))
        dialog.close()

    answer(SignIn, come)
    assert not desk._let_in()
    assert desk.window is None
    assert people.sign_in(cast.writer, GIVEN).renew


def test_a_second_press_waits_for_the_first(qtbot: QtBot) -> None:
    sent: list[str] = []
    refusals: list[Callable[[DeskError], None]] = []
    welcomes: list[Callable[[], None]] = []

    def renew(new: str, done: Callable[[], None], refuse: Callable[[DeskError], None]) -> None:
        sent.append(new)
        welcomes.append(done)
        refusals.append(refuse)

    dialog = RenewDialog(None, ("Lê Thị Viết",), renew)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.new.setText(OWN)
    dialog.again.setText(OWN)
    dialog.agree()
    dialog.agree()
    assert sent == [OWN]
    refusals[0](NotNow(Why.PASSWORD_SAME))
    assert dialog.fault.isVisible()
    assert dialog.new.selectedText() == OWN
    dialog.agree()
    welcomes[1]()
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("renew", [True, False])
def test_only_whose_password_was_given_is_asked(cast: Cast, renew: bool) -> None:
    if renew:
        people.reset_password(cast.admin, cast.writer, GIVEN)
    assert people.person(cast.writer).renew is renew
