"""A button that looks like a link."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.controls.link_button import LinkButton

LONG = "Hội nghị giao ban báo chí tháng tư & tập huấn nghiệp vụ cho cộng tác viên các huyện"


@pytest.mark.parametrize("words", ["Xem", LONG])
def test_its_words_are_whole_where_there_is_room(qtbot: QtBot, words: str) -> None:
    link = LinkButton(words)
    qtbot.addWidget(link)
    shown = words.replace("&", "&&")  # one alone would be the sign of a key
    assert link.text() == shown
    link.resize(link.fontMetrics().horizontalAdvance(words) + 4, 24)
    link.show()
    assert link.text() == shown
    assert (link.toolTip(), link.accessibleName(), link.property("kind")) == (words, words, "link")


def test_words_without_room_are_elided_and_come_back(qtbot: QtBot) -> None:
    link = LinkButton(LONG)
    qtbot.addWidget(link)
    link.show()
    link.resize(120, 24)
    assert link.text().endswith("…")
    assert link.fontMetrics().horizontalAdvance(link.text()) <= 116
    assert link.toolTip() == LONG
    link.resize(1200, 24)
    assert link.text() == LONG.replace("&", "&&")


def test_it_is_pressed(qtbot: QtBot) -> None:
    link = LinkButton("Xem")
    qtbot.addWidget(link)
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def test_a_layout_that_asks_gives_it_room_for_all_its_words_again(qtbot: QtBot) -> None:
    link = LinkButton(LONG)
    qtbot.addWidget(link)
    link.show()
    link.resize(120, 24)
    link.resize(link.sizeHint().width(), 24)
    assert link.text() == LONG.replace("&", "&&")
