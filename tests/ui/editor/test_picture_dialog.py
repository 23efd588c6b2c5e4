"""A picture's words, asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.editor.sample import picture_bytes
from ui.editor.link_dialog import LinkDialog
from ui.editor.picture_dialog import PictureDialog, PictureWords
from ui.paper.picture_object import decode

Kind = TypeVar("Kind", bound=QDialog)


def soon(kind: type[Kind], act: Callable[[Kind], None]) -> None:
    """Act on the dialog once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


def test_a_pictures_words_are_composed_and_trimmed(qtbot: QtBot) -> None:
    def fill(dialog: PictureDialog) -> None:
        assert dialog.caption.toPlainText() == "Cũ"
        dialog.caption.setPlainText(" Các đại biểu\nNghe\u0323\u0302 An ")
        dialog.credit.setText(" Ảnh: An ")
        dialog.width_kind.setCurrentIndex(2)
        QTest.keyClick(dialog.alt, Qt.Key.Key_Return)

    soon(PictureDialog, fill)
    words = PictureDialog.ask(None, PictureWords("Cũ", "", "Mô tả"), decode(picture_bytes()))
    assert words == PictureWords("Các đại biểu Nghệ An", "Ảnh: An", "Mô tả", "page")


def test_giving_up_changes_nothing(qtbot: QtBot) -> None:
    soon(PictureDialog, lambda dialog: dialog.reject())
    assert PictureDialog.ask(None, PictureWords("Cũ")) is None
    soon(LinkDialog, lambda dialog: dialog.reject())
    assert LinkDialog.ask(None, "https://a.vn", "a") is None
