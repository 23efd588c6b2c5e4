"""Panes give way to the paper on a small screen, and come back by button and key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing
from tests.making import Cast, article
from ui.controls.pane_room import LEAST
from ui.look import style
from ui.look.style import Scheme
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.mark.parametrize("page", ["articles", "review"])
def test_the_paper_keeps_its_room_and_the_side_comes_back(
    qtbot: QtBot, sit: Sit, cast: Cast, page: str
) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go(page)
    room = getattr(window.pages, page)._room
    window.resize(1366, 768)
    QApplication.processEvents()
    assert (room.hidden(), room.button.isVisible()) == ([], False)
    style.look().wear(Scheme.LIGHT, 150)
    window.resize(QSize(1024, 640))
    QApplication.processEvents()
    side, column = room._order[0], room._order[-1]
    assert (side.isVisible(), column.isVisible()) == (False, True)
    assert room._read.width() >= LEAST
    qtbot.mouseClick(room.button, Qt.MouseButton.LeftButton)
    assert (side.isVisible(), column.isVisible()) == (True, False)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F9)
    assert (side.isVisible(), column.isVisible()) == (False, True)
    _inside(column)
    style.look().wear(Scheme.LIGHT, 100)
    window.resize(1366, 768)
    QApplication.processEvents()
    assert (room.hidden(), side.isVisible(), column.isVisible()) == ([], True, True)


@pytest.mark.parametrize("page", ["articles", "review"])
def test_the_acts_are_in_sight_while_their_pane_gives_way(
    qtbot: QtBot, sit: Sit, cast: Cast, page: str
) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go(page)
    shown = getattr(window.pages, page)
    shown.list.choose(made)
    qtbot.waitUntil(lambda: len(_approving(shown)) == 1)
    style.look().wear(Scheme.LIGHT, 150)
    window.resize(QSize(1024, 640))
    QApplication.processEvents()
    (button,) = _approving(shown)
    assert shown._room._order[0].isHidden()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED


def _approving(page: QWidget) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == "Duyệt"]


def _inside(pane: QWidget) -> None:
    """The keyboard is in a pane that was brought back."""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert pane is focused or pane.isAncestorOf(focused)
