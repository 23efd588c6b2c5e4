"""Signs that cannot be printed are marked where they are typed or pasted, and said below the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Paragraph, Picture, Run
from ui.editor.form import ArticleForm


@pytest.fixture
def form(qtbot: QtBot) -> ArticleForm:
    made = ArticleForm()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def marked(field: QTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in field.extraSelections()]


def test_a_pasted_sign_is_marked_and_said_and_goes_with_it(form: ArticleForm, qtbot: QtBot) -> None:
    form.body.setFocus()
    mime = QMimeData()
    mime.setText("Mở 🎉🎉 đầu\nXong ✔ chúc mừng 😀 và \uf0b7 nữa")
    form.body.insertFromMimeData(mime)
    qtbot.waitUntil(form.lacking.isVisible)
    assert marked(form.body) == ["🎉🎉", "😀"]
    assert form.lacking.text() == ("Chữ in không có “🎉🎉”, “😀”. Hãy bỏ hoặc thay bằng chữ.")
    form.body.selectAll()
    QTest.keyClicks(form.body, "sach")
    qtbot.waitUntil(lambda: not form.lacking.isVisible())
    assert marked(form.body) == []


def test_marks_stand_behind_wide_signs_pictures_and_line_breaks(form: ArticleForm) -> None:
    form.load(
        ArticleText(
            blocks=(
                Picture("00000001", "0" * 64),
                Paragraph("00000002", (Run("Một \uf025 hai\nba 😀 và 胡, \uf0b7 hết 🎉"),)),
            )
        )
    )
    assert [one for one in marked(form.body) if one != "\uf025"] == ["😀", "胡", "🎉"]


def test_every_field_is_looked_through_and_the_marks_of_the_search_stay(
    form: ArticleForm, qtbot: QtBot
) -> None:
    form.load(ArticleText("Tít 胡", "Sapô", "Lê \ue000", None, (Paragraph("00000001", (Run("Thân Sapô"),)),)))
    assert form.lacking.isVisible()
    assert "“胡”, ký hiệu U+E000" in form.lacking.text()
    form.open_find()
    QTest.keyClicks(form.find_bar.words, "t")
    qtbot.waitUntil(lambda: marked(form.title) == ["胡", "T", "t"])
    form.byline.moveCursor(QTextCursor.MoveOperation.End)
    form.byline.setFocus()
    QTest.keyClick(form.byline, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "E000" not in form.lacking.text())
    assert marked(form.title) == ["胡", "T", "t"]
