"""The fields of the article that comes of a source."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from tests.ui.intake.given import CLEAN, carried, page_entry
from ui.intake.arrangement import Field
from ui.intake.result_pane import LinesField, ResultPane


@pytest.fixture
def pane(qtbot: QtBot) -> ResultPane:
    made = ResultPane()
    qtbot.addWidget(made)
    made.show_sections([])
    made.resize(500, 600)
    made.show()
    made.activateWindow()
    return made


def test_a_field_that_was_written_is_marked_and_can_be_let_go(qtbot: QtBot, pane: ResultPane) -> None:
    one = page_entry(CLEAN)
    pane.show_entry(one)
    was = pane.title.toPlainText()
    pane.changed.connect(lambda: pane.show_entry(one))
    pane.title.setFocus()
    qtbot.keyClick(pane.title, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(pane.title, "Tin  moi ")
    assert pane.title.toPlainText() == "Tin  moi "  # as it is being typed
    assert one.arrangement.text().title == "Tin moi"
    assert not pane.release[Field.TITLE].isHidden()
    qtbot.mouseClick(pane.release[Field.TITLE], Qt.MouseButton.LeftButton)
    assert pane.title.toPlainText() == was
    assert pane.release[Field.TITLE].isHidden()


def test_tab_leaves_a_field_and_files_are_left_to_the_window(qtbot: QtBot, pane: ResultPane) -> None:
    pane.show_entry(page_entry(CLEAN))
    pane.title.setFocus()
    qtbot.keyClick(pane.title, Qt.Key.Key_Tab)
    assert not pane.title.hasFocus()
    field = LinesField("Tít", 2)
    qtbot.addWidget(field)
    letters = QMimeData()
    letters.setText("chữ")
    assert field.canInsertFromMimeData(letters)
    assert not field.canInsertFromMimeData(carried(Path("bài.docx")))


def test_the_page_keeps_its_place_when_a_letter_changes(qtbot: QtBot, pane: ResultPane) -> None:
    one = page_entry(CLEAN)
    pane.resize(420, 420)
    pane.show_entry(one)
    pane.show_page(one.arrangement.text(), {})
    qtbot.waitUntil(lambda: bool(pane.paper.toPlainText()))
    bar = pane.paper.verticalScrollBar()
    bar.setValue(60)
    one.arrangement.write(Field.BYLINE, "An")
    pane.show_page(one.arrangement.text(), {}, soon=True)
    qtbot.waitUntil(lambda: pane.paper.toPlainText().endswith("An"))
    assert bar.value() == 60
