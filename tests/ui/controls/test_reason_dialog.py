"""A reason is never blank; stock phrases are added by a press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
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


def test_a_typed_reason_is_not_thrown_away_by_esc(qtbot: QtBot) -> None:
    def type_and_leave(drop: bool) -> None:
        dialog = ReasonDialog(None, "Trả lại", "Bài", "Trả lại", "Lý do cũ")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # nothing typed: nothing asked
        assert not dialog.isVisible()
        dialog.show()
        dialog.words.setPlainText("Thiếu số văn bản ở đoạn hai.")
        asked = answer(ChoiceDialog, lambda over: over.agree() if drop else over.leave())
        qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)
        assert len(asked) == 1
        assert dialog.isVisible() is not drop
        assert dialog.words.toPlainText() == "Thiếu số văn bản ở đoạn hai."

    type_and_leave(drop=False)
    type_and_leave(drop=True)
