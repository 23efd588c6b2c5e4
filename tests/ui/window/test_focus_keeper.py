"""Where the keyboard is: in the list of a page that opens, and there again when what had it goes away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from tests.making import Cast, article, words
from tests.ui.keys import focused
from ui.window.commands import SHOWN, Do
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture
def made(cast: Cast) -> list[int]:
    return [article(cast, words(f"Tin số {n}"), Stage.FOR_APPROVAL) for n in range(1, 5)]


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_3])
def test_down_moves_the_list_of_a_page_that_was_just_opened(
    qtbot: QtBot, sit: Sit, cast: Cast, made: list[int], key: Qt.Key
) -> None:
    window = sit(cast.chief)
    QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(20)
    page = window.pages.articles if key == Qt.Key.Key_2 else window.pages.review
    first = page.list.view.currentIndex().row()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert page.list.view.currentIndex().row() == first + 1


def test_the_keyboard_goes_back_to_the_list_when_a_button_goes_away(
    qtbot: QtBot, sit: Sit, cast: Cast, made: list[int]
) -> None:
    window = sit(cast.chief)
    window.pages.go("review")
    QTest.qWait(20)
    page = window.pages.review
    for gone in (QWidget.hide, lambda button: button.setEnabled(False), QObject.deleteLater):
        button = QPushButton("Nhận", page)
        button.show()
        button.setFocus()
        assert QApplication.focusWidget() is button
        gone(button)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is page.list.view)


def test_the_keyboard_stays_where_a_person_put_it(
    qtbot: QtBot, sit: Sit, cast: Cast, made: list[int]
) -> None:
    window = sit(cast.chief)
    window.pages.go("review")
    QTest.qWait(20)
    page = window.pages.review
    page.seek()
    QTest.qWait(5)
    assert QApplication.focusWidget() is page.search


class Strays(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


@pytest.mark.parametrize("shown", SHOWN)
def test_no_part_of_a_page_is_a_window_of_its_own_while_it_is_made(
    qtbot: QtBot, sit: Sit, cast: Cast, made: list[int], qapp: QApplication, shown: Do
) -> None:
    window = sit(cast.admin if shown is Do.SETTINGS else cast.chief)
    strays = Strays()
    qapp.installEventFilter(strays)
    window.pages.go(shown.value)
    QTest.qWait(60)
    qapp.removeEventFilter(strays)
    assert strays.seen == []
    assert window.isActiveWindow()
