"""Qt's own words in Vietnamese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)
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


def test_keys_are_named_as_the_sheet_of_keys_names_them(qapp: QApplication) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Alt+Left").toString(native) == "Alt+←"
    assert QKeySequence("Ctrl+Space").toString(native) == "Ctrl+Dấu cách"


def test_a_word_that_is_not_known_is_left_to_qt(qapp: QApplication) -> None:
    assert QtWords().translate("QLineEdit", "A word of nobody") is None
    assert QApplication.translate("QLineEdit", "A word of nobody") == "A word of nobody"
    assert not QtWords().isEmpty()


_ENGLISH = re.compile(
    r"\b(Look|Files?|Folders?|Director\w+|Show|Name|Type|Size|Date|Open|Save|Choose|Cancel|Delete|Rename|"
    r"Go|Back|Forward|Change|List|Detail|Parent|Create|New|Sidebar|Computer|Recent)\b"
)


@pytest.mark.parametrize("kind", ["open", "save", "folder"])
def test_a_dialog_of_files_that_qt_draws_has_no_english_word(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    (tmp_path / "một.txt").write_text("x", encoding="utf-8")
    dialog = QFileDialog(None, "Chọn", str(tmp_path), "Ảnh (*.png);;Mọi tệp (*)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    if kind == "save":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kind == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    qtbot.addWidget(dialog)
    dialog.show()
    said = {action.text() for action in dialog.findChildren(QAction)}
    for widget in dialog.findChildren(QWidget):
        said |= {widget.toolTip(), widget.accessibleName()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(at) for at in range(widget.count())}
        if isinstance(widget, QHeaderView):
            across = Qt.Orientation.Horizontal
            said |= {str(widget.model().headerData(at, across)) for at in range(widget.count())}
    assert [words for words in said if _ENGLISH.search(words.replace("&", ""))] == []


def test_the_printers_dialog_speaks_vietnamese(qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    told = [one.text() for one in dialog.findChildren(QLabel)]
    told += [one.text() for one in dialog.findChildren(QAbstractButton)]
    told += [one.title() for one in dialog.findChildren(QGroupBox)]
    english = re.compile(
        r"\b(Printer|Name|Location|Type|Output|Options|Properties|Copies|Collate|Print|Pages?|Color)\b"
    )
    assert [words for words in told if english.search(words.replace("&", ""))] == []
