"""A reason is never blank."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.controls.reason_dialog import ReasonDialog


def test_a_blank_reason_is_refused_and_stock_phrases_are_added(qtbot: QtBot) -> None:
    dialog = ReasonDialog(
        None, "Trả lại", "Người viết sẽ thấy.", "Trả lại", phrases=("Thiếu ảnh.", "Sai số liệu.")
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.agree()
    assert dialog.isVisible()
    assert dialog.fault.text()
    for phrase in dialog.phrases:
        phrase.click()
    assert dialog.words.toPlainText() == "Thiếu ảnh.\nSai số liệu."
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
