"""The plain fields around the body."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText
from tests.ui.keys import type_in as write
from ui.editor.fields import GrowingText
from ui.editor.form import ArticleForm


def html(source: str, text: str = "chữ") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(source)
    mime.setText(text)
    return mime


@pytest.mark.qt_log_ignore("does not support")
def test_bylines_are_offered_without_their_marks(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(ArticleText())
    form.set_bylines(["Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy", "Nguyễn Hải Long"])
    form.byline.setFocus()
    write(form.byline, "khoa gi")
    popup = form.byline.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    form.byline.completer.activated.emit("Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy")
    assert form.text().byline == "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
    assert not popup.isVisible()


def test_a_title_takes_one_line_of_letters(qtbot: QtBot) -> None:
    title = GrowingText("Tít bài", "Tít bài")
    qtbot.addWidget(title)
    title.insertFromMimeData(html("<b>Một</b><p>hai</p>", "Một \r\n hai\n"))
    assert title.text() == "Một hai"
    title.set_text("Điều\u00a01")
    assert title.text() == "Điều\u00a01"
