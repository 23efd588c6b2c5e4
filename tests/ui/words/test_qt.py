"""Qt's own words in Vietnamese."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from ui.words.qt import QtWords


def test_qt_speaks_vietnamese(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text().replace("&", "") for button in box.buttons()] == ["Lưu", "Hủy"]
    field = QLineEdit("chữ")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words_ = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words_ == ["Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả"]
    assert isinstance(QApplication.translate("wording", "Duyệt"), str)
    assert QTranslator is not None


@pytest.mark.parametrize(
    ("context", "words"),
    [("QPlatformTheme", "Phóng to"), ("QPrintPreviewDialog", "Phóng to"), ("wording", None), ("Paper", None)],
)
def test_only_qts_own_words_are_answered(qapp: QApplication, context: str, words: str | None) -> None:
    assert QtWords().translate(context, "Zoom in") == words


def test_a_word_that_is_not_known_is_left_to_qt(qapp: QApplication) -> None:
    assert QtWords().translate("QLineEdit", "A word of nobody") is None
    assert QApplication.translate("QLineEdit", "A word of nobody") == "A word of nobody"
    assert not QtWords().isEmpty()
