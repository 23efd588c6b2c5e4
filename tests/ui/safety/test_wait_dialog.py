"""A dialog that stands while something is waited for."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.safety.wait_dialog import WaitDialog


def _dialog() -> WaitDialog:
    return WaitDialog(None, "Đang sao lưu…", "Xin chờ.", "Đóng ngay")


def test_what_is_over_at_once_is_not_waited_for(qtbot: QtBot) -> None:
    dialog = _dialog()
    assert dialog.wait(dialog.over)


def test_it_closes_itself_when_the_work_is_over(qtbot: QtBot) -> None:
    dialog = _dialog()
    assert dialog.wait(lambda: QTimer.singleShot(1, dialog, dialog.over))


def test_who_leaves_off_is_told_apart(qtbot: QtBot) -> None:
    dialog = _dialog()
    answer(WaitDialog, lambda shown: shown.ok.click())
    assert not dialog.wait(lambda: None)
    late = _dialog()
    assert not late.wait(lambda: None, 1)
