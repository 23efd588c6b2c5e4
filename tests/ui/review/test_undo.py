"""An act on an article taken back: by Ctrl+Z or the quiet bar, and the article stands chosen again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing
from tests.making import Cast, article, words
from tests.ui.keys import focused
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _quick_hands(qapp: QApplication) -> Iterator[None]:
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.fixture
def made(cast: Cast) -> list[int]:
    return [article(cast, words(f"Tin số {n}"), Stage.FOR_APPROVAL) for n in range(1, 5)]


def _chosen(window: Window) -> int:
    row = window.pages.acts.row()
    return row.id if row else 0


def _stage(cast: Cast, article_id: int) -> Stage:
    return listing.row(cast.chief, article_id).stage


@pytest.mark.parametrize("page", ["review", "articles"])
def test_what_is_taken_back_is_chosen_again(
    qtbot: QtBot, sit: Sit, cast: Cast, made: list[int], page: str
) -> None:
    window = sit(cast.chief)
    window.pages.go(page)
    shown = window.pages.review.list if page == "review" else window.pages.articles.list
    assert shown.choose(made[1])
    QTest.qWait(12)
    QTest.keyClick(focused(), Qt.Key.Key_D)
    QTest.qWait(12)
    assert _stage(cast, made[1]) is Stage.APPROVED
    shown.choose(made[3])
    QTest.qWait(12)
    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL)
    QTest.qWait(12)
    assert _stage(cast, made[1]) is Stage.FOR_APPROVAL
    assert _chosen(window) == made[1]
    QTest.keyClick(focused(), Qt.Key.Key_D)  # and the next press means this one again
    QTest.qWait(12)
    assert [_stage(cast, one) for one in made] == [
        Stage.FOR_APPROVAL,
        Stage.APPROVED,
        Stage.FOR_APPROVAL,
        Stage.FOR_APPROVAL,
    ]
    window.notice.press()
    QTest.qWait(12)
    assert _chosen(window) == made[1]


def test_it_is_taken_back_once_and_only_where_nothing_else_was_done_since(
    sit: Sit, cast: Cast, made: list[int]
) -> None:
    window = sit(cast.chief)
    window.pages.go("review")
    undo = window.commands[Do.UNDO]
    assert not undo.isEnabled()
    window.pages.acts.perform(Act.APPROVE)
    assert undo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()
    assert {_stage(cast, one) for one in made} == {Stage.FOR_APPROVAL}


@pytest.mark.parametrize(
    ("page", "live"), [("today", True), ("review", True), ("issue", False), ("calendar", False)]
)
def test_a_page_with_its_own_keeps_the_key(sit: Sit, cast: Cast, page: str, live: bool) -> None:
    window = sit(cast.secretary)
    window.pages.go(page)
    assert (window.commands[Do.UNDO].shortcut().toString() == "Ctrl+Z") is live


def test_the_key_is_the_search_boxs_while_one_types_there(
    qtbot: QtBot, sit: Sit, cast: Cast, made: list[int]
) -> None:
    window = sit(cast.chief)
    window.pages.go("review")
    window.pages.acts.perform(Act.APPROVE)
    page = window.pages.review
    page.seek()
    QTest.keyClicks(page.search, "Tin")
    QTest.keyClick(page.search, Qt.Key.Key_Z, CTRL)
    assert page.search.text() == ""
    assert Stage.APPROVED in {_stage(cast, one) for one in made}
