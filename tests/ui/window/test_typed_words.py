"""What was typed into dialogs and not agreed to is found with the names of its fields; passwords are not."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from desk.articles import drafts
from desk.text.blocks import body_text
from tests.making import Cast
from ui.controls.form_dialog import FormDialog
from ui.window.typed_words import TypedWords, keep, typed_in


def _dialog(qtbot: QtBot) -> FormDialog:
    dialog = FormDialog(None, "Cuộc họp mới")
    qtbot.addWidget(dialog)
    fields = (QLineEdit("sẵn"), QLineEdit(), QPlainTextEdit("sẵn"), QSpinBox())
    fields[1].setEchoMode(QLineEdit.EchoMode.Password)
    for name, field in zip(("Nội dung", "Mật khẩu", "Ghi chú", "Số"), fields, strict=True):
        dialog.form().addRow(name, field)
    return dialog


def test_only_what_was_typed_is_found(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert typed_in([dialog]) == []
    dialog.show()
    assert typed_in([dialog]) == []  # as it was opened
    for field in dialog.findChildren(QLineEdit):
        QTest.keyClicks(field, " 5")
    QTest.keyClicks(dialog.findChildren(QPlainTextEdit)[0], "them ")
    assert typed_in([dialog]) == [TypedWords("Cuộc họp mới", ("Nội dung: sẵn 5", "Ghi chú: them sẵn"))]


def test_they_are_kept_as_a_draft(cast: Cast) -> None:
    keep(cast.editor, [TypedWords("Trả lại", ("Lý do: thiếu ảnh\nvà ngày",))], "Gõ dở: {title}")
    (kept,) = drafts.waiting(cast.editor)
    assert (kept.title, body_text(kept.text)) == ("Gõ dở: Trả lại", "Lý do: thiếu ảnh\nvà ngày")
