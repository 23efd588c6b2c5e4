"""Nhật ký: its filters and the check of its chain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from tests.making import Cast, article, words
from tests.ui.keys import focused
from ui.articles.filters import SearchBox
from ui.journal.page import JournalPage
from ui.session.session import Session
from ui.window.window import Window


def test_the_filters_narrow_what_is_shown(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    article(cast, words("Giao ban báo chí"), Stage.SUBMITTED)
    article(cast, words("Tập huấn"))
    page = JournalPage(session_of(cast.chief))
    qtbot.addWidget(page)
    page.show()
    page.shown()
    everything = page.model.rowCount()
    page.person.setCurrentIndex(page.person.findData(cast.writer))
    page.act.setCurrentIndex(page.act.findData(Act.SUBMIT))
    assert [entry.title for entry in page.model.entries()] == ["Giao ban báo chí"]
    page.act.setCurrentIndex(0)
    page.search.setText("Tập huấn")
    page.search.asked.emit("")
    assert {entry.title for entry in page.model.entries()} == {"Tập huấn"}
    page.search.setText("không có gì như thế")
    page.search.asked.emit("")
    assert page.empty.isVisible()
    page.search.clear()
    page.person.setCurrentIndex(0)
    page.search.asked.emit("")
    assert page.model.rowCount() == everything


def test_a_sound_chain_is_said_to_be_sound(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    session = session_of(cast.chief)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    page = JournalPage(session)
    qtbot.addWidget(page)
    page.check.click()
    assert "nguyên vẹn" in said[0]
    assert page.check.isEnabled()


@pytest.mark.parametrize("name", ["articles", "review", "journal", "registers"])
def test_ctrl_f_leads_into_the_search_of_every_page_that_has_one_and_down_leads_out(
    qtbot: QtBot, sit: Callable[[int], Window], cast: Cast, name: str
) -> None:
    article(cast, words("Giao ban báo chí"), Stage.SUBMITTED)
    window = sit(cast.editor)
    window.pages.go(name)
    qtbot.wait(10)
    QTest.keyClick(focused(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(focused(), SearchBox)
    QTest.keyClicks(focused(), "giao ban")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert not isinstance(focused(), QLineEdit)
