"""From the door: the recovery code, a new password, and the next code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.acts.rules import Role
from desk.department import people, recovery
from desk.errors import BadCode, DeskError
from tests.engine import act
from tests.making import CODE, Cast
from tests.ui.modal import answer
from ui.session.desk_client import DeskClient
from ui.settings.recovery_dialog import RecoveryCodeDialog
from ui.window import app
from ui.window.forgotten_dialog import ForgottenDialog
from ui.window.sign_in import LastSignIn, SignIn

NEW = "con trau bac"


def _desk(cast: Cast, client: DeskClient) -> app.App:
    LastSignIn(cast.writer, "Lê Thị Viết", "BAN").write()
    desk = app.App(cast.path.parent, client)
    desk._opened = True
    return desk


def _ask_at(door: SignIn) -> None:
    door.grab()  # painted: the desk is opened then
    QApplication.processEvents()
    QTest.mouseClick(door.lost, Qt.MouseButton.LeftButton)


def _fill(dialog: ForgottenDialog, code: str, new: str, again: str) -> None:
    for field, words in ((dialog.code, code), (dialog.new, new), (dialog.again, again)):
        field.clear()
        QTest.keyClicks(field, words)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)


def test_an_administrator_comes_in_by_the_code(qtbot: QtBot, cast: Cast, client: DeskClient) -> None:
    desk = _desk(cast, client)
    said: list[str] = []
    codes: list[str] = []

    def come(door: SignIn) -> None:
        answer(ForgottenDialog, recover)
        _ask_at(door)
        assert door.names.currentData() == cast.admin
        QTest.keyClicks(door.password, NEW)
        QTest.keyClick(door.password, Qt.Key.Key_Return)

    def recover(dialog: ForgottenDialog) -> None:
        assert [dialog.admins.itemText(at) for at in range(dialog.admins.count())] == ["Quản Trị"]
        for given in (("", NEW, NEW), (CODE, "1234567890", ""), (CODE, NEW, "x"), (CODE[:-1], NEW, NEW)):
            _fill(dialog, *given)
            said.append(dialog.fault.text())
            assert dialog.isVisible()
            qtbot.waitUntil(dialog.ok.isEnabled)
        answer(RecoveryCodeDialog, put_away)
        _fill(dialog, CODE.lower(), NEW, NEW)

    def put_away(shown: RecoveryCodeDialog) -> None:
        codes.append(shown.code.text())
        shown.kept.setChecked(True)
        QTest.mouseClick(shown.ok, Qt.MouseButton.LeftButton)

    answer(SignIn, come)
    assert desk._let_in()
    assert [words.split(".")[0] for words in said] == [
        "Cần gõ mã khôi phục",
        "Mật khẩu này dễ đoán vì nhiều người dùng",
        "Hai lần gõ mật khẩu khác nhau",
        "Mã khôi phục chưa đúng",
    ]
    assert desk.window is not None
    assert desk.window.session.who == cast.admin
    recovery.recover(codes[0], cast.admin, "mật khẩu ba", CODE)
    desk.window.part()


def test_without_a_code_it_says_who_can_help(qtbot: QtBot, cast: Cast, client: DeskClient) -> None:
    act("DELETE FROM setting WHERE key = 'recovery'")
    desk = _desk(cast, client)
    said: list[str] = []

    def come(door: SignIn) -> None:
        answer(ForgottenDialog, recover)
        _ask_at(door)
        QTest.keyClick(door, Qt.Key.Key_Escape)

    def recover(dialog: ForgottenDialog) -> None:
        _fill(dialog, CODE, NEW, NEW)
        said.append(dialog.fault.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answer(SignIn, come)
    assert not desk._let_in()
    assert "chưa có mã khôi phục" in said[0]


def test_a_wrong_code_waits(qtbot: QtBot, cast: Cast) -> None:
    asked: list[tuple[str, int, str]] = []

    def recover(
        code: str, who: int, new: str, done: Callable[[], None], refuse: Callable[[DeskError], None]
    ) -> None:
        asked.append((code, who, new))
        refuse(BadCode(0.2))

    admins = [row for row in people.everybody() if Role.ADMIN in row.roles]
    dialog = ForgottenDialog(None, admins, (), recover)
    qtbot.addWidget(dialog)
    dialog.show()
    _fill(dialog, CODE, NEW, NEW)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert asked == [(CODE, cast.admin, NEW)]
    assert not dialog.ok.isEnabled()
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=2000)
