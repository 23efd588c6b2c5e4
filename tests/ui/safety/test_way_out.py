"""Where a desk cannot be opened there is nothing to stay in: its dialog is closed instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui.safety.way_out import WayOut


def test_esc_closes_and_takes_none(qtbot: QtBot) -> None:
    dialog = WayOut(None, "Chưa mở được", "Tệp bị hỏng.", ("Phục hồi…", "Cứu dữ liệu…"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Đóng"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.answer) == (False, -1)
