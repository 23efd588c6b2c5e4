"""The bar of formats."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Heading, Paragraph, Run
from tests.ui.editor.sample import PICTURE, picture_bytes
from ui.editor.form import ArticleForm


@pytest.fixture
def form(qtbot: QtBot) -> ArticleForm:
    made = ArticleForm()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.body.set_picture_source({PICTURE: picture_bytes()}.get)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_the_bar_follows_the_cursor_and_changes_blocks(form: ArticleForm) -> None:
    form.load(ArticleText(blocks=(Heading("00000001", (Run("Đề"),), 2), Paragraph("00000002", (Run("x"),)))))
    assert form.format_bar.style_box.currentText() == "Đề mục nhỏ"
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    assert form.format_bar.style_box.currentText() == "Đoạn văn"
    form.format_bar.style_box.activated.emit(1)
    assert form.text().blocks[1] == Heading("00000002", (Run("x"),), 1)
    form.body.selectAll()
    form.format_bar.buttons["bold"].click()
    assert form.format_bar.buttons["bold"].isChecked()
    for name, button in form.format_bar.buttons.items():
        assert button.accessibleName(), name
        assert button.toolTip(), name
        assert not button.icon().isNull(), name
