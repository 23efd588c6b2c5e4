"""Ctrl+Z over the fields of an article: what was changed last goes first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.making import words
from ui.editor.find_bar import Field
from ui.editor.form import ArticleForm


@pytest.fixture
def form(qtbot: QtBot) -> ArticleForm:
    made = ArticleForm()
    qtbot.addWidget(made)
    made.load(words("Tít cũ", "Thân bài."))
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def _type(field: Field, said: str) -> None:
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, said)


def test_what_was_changed_last_is_taken_back_whatever_field_has_the_focus(form: ArticleForm) -> None:
    _type(form.body, "them")
    _type(form.title, "moi")
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (form.title.text(), form.text().title) == ("Tít cũ", "Tít cũ")
    assert form.body.toPlainText().endswith("them")
    assert form.title.hasFocus()  # where something went, one sees it
    QTest.keyClick(form.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not form.body.toPlainText().endswith("them")
    QTest.keyClick(form.body, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form.body, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert form.body.toPlainText().endswith("them")
    assert form.title.text() == "Tít cũmoi"
    assert not form.steps.can_redo()


def test_what_was_taken_back_in_one_field_is_not_taken_back_in_another(form: ArticleForm) -> None:
    _type(form.title, "moi")
    _type(form.body, "them")
    form.steps.undo_in(form.body)
    assert not form.body.toPlainText().endswith("them")
    form.steps.undo()
    assert form.title.text() == "Tít cũ"
    form.steps.undo()  # nothing is left
    assert form.title.text() == "Tít cũ"


def test_another_text_begins_anew_and_one_to_read_only_is_left_alone(form: ArticleForm) -> None:
    _type(form.title, "moi")
    form.load(words("Bài khác", "Thân."))
    form.steps.undo()
    assert form.title.text() == "Bài khác"
    _type(form.title, "x")
    form.set_read_only(True)
    QTest.keyClick(form.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.title.text() == "Bài khácx"
