"""A reason is never blank; stock phrases are added by a press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.controls.reason_dialog import ReasonDialog


def test_a_blank_reason_is_refused_and_phrases_come_on_lines_of_their_own(qtbot: QtBot) -> None:
    def fill(dialog: ReasonDialog) -> None:
        assert dialog.words.toPlainText() == "Lý do cũ"
        dialog.words.clear()
        dialog.agree()
        assert dialog.fault.isVisible()
        for phrase in dialog.phrases:
            phrase.click()
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answer(ReasonDialog, fill)
    reason = ReasonDialog.ask(None, "Trả lại", "Bài", "Trả lại", "Lý do cũ", ("Thiếu ảnh.", "Sai số & chữ."))
    assert reason == "Thiếu ảnh.\nSai số & chữ."
    answer(ReasonDialog, ReasonDialog.reject)
    assert ReasonDialog.ask(None, "Trả lại", "Bài", "Trả lại") is None
