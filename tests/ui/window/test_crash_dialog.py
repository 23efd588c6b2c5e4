"""The dialog of a bug or of a hard crash."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.window.crash_dialog import CrashDialog


def _open() -> set[CrashDialog]:
    return {one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()}


def test_a_crash_dialog_without_a_window_stays(qtbot: QtBot) -> None:
    before = _open()
    CrashDialog(None, "Segmentation fault", earlier=True).open()
    (shown,) = _open() - before
    assert "Lần trước" in shown.windowTitle()
    shown.close()


def test_the_report_is_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(None, "Traceback …")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.report.isVisible()  # plain words first
    dialog.details.click()
    assert dialog.report.isVisible()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Chép chi tiết").click()
    assert QApplication.clipboard().text() == "Traceback …"
    dialog.close()
