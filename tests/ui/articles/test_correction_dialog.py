"""What a printed article should read."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.articles.correction_dialog import CorrectDialog


def test_what_would_correct_nothing_is_refused_and_strange_words_are_warned_of(qtbot: QtBot) -> None:
    dialog = CorrectDialog(None, "Giao ban", "Các đồng chí đã trao đổi.")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.printed.setPlainText("đã trao đổi")
    assert dialog.remark.words() == ""
    dialog.correct.setPlainText("đã  trao đổi")
    dialog.agree()
    assert dialog.fault.isVisible()
    dialog.printed.setPlainText("chưa từng in")
    assert "không có đúng những chữ này" in dialog.remark.words()
    dialog.correct.setPlainText("đã in")
    dialog.agree()
    assert dialog.result() == CorrectDialog.DialogCode.Accepted
