"""Soát lỗi on Bàn duyệt: what is found becomes a đề nghị sửa by one key, and is marked on the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.acts.changes import Changes
from desk.acts.rules import Stage
from desk.review import discussion
from tests.making import Cast, article, pictured
from tests.ui.keys import focused
from tests.ui.proofing.faulty import faulty
from ui.review.proof_tab import ProofTab
from ui.review.side_panel import SidePanel
from ui.session.session import Session
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture
def made(cast: Cast) -> int:
    return article(cast, faulty(), Stage.FOR_APPROVAL)


@pytest.fixture
def window(qtbot: QtBot, sit: Sit, cast: Cast, made: int) -> Window:
    shown = sit(cast.chief)
    shown.resize(1280, 672)
    shown.pages.go("review")
    qtbot.waitUntil(lambda: len(shown.pages.review.side.proof.left()) == 6, timeout=10_000)
    return shown


def _side(window: Window) -> SidePanel:
    return window.pages.review.side


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def _suggested(who: int, made: int) -> list[tuple[str, str | None]]:
    return [(thread.anchor.quote, thread.replacement) for thread in discussion.of_article(who, made)]


def test_f7_opens_the_tab_and_enter_makes_a_suggestion(window: Window, cast: Cast, made: int) -> None:
    side = _side(window)
    assert "Soát lỗi 6" in (side.tabs.tabBar().accessibleTabName(4), side.tabs.tabText(4))
    _press(Qt.Key.Key_F7)
    assert side.tabs.currentWidget() is side.proof
    assert side.proof.panel.list.hasFocus()
    assert window.pages.review.paper.textCursor().block().text().startswith("Đồng chí Vi Thị Thuần")
    _press(Qt.Key.Key_Return)
    assert _suggested(cast.chief, made) == [("Thuần- Trưởng", "Thuần - Trưởng")]
    assert len(side.proof.left()) == 5
    _press(Qt.Key.Key_Return)
    assert _suggested(cast.chief, made)[1] == ("lảnh", "lãnh")
    assert len(side.proof.left()) == 4
    marked = [one.cursor.selectedText() for one in window.pages.review.paper.extraSelections()]
    assert "38-CT/TW" in marked


def test_a_suggestion_that_is_accepted_mends_the_article(window: Window, cast: Cast, made: int) -> None:
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_Return)
    side = _side(window)
    side.show_tab(1)
    _press(Qt.Key.Key_N)
    _press(Qt.Key.Key_A)
    laid = window.pages.review._laid
    assert laid is not None
    assert any("cùng lãnh đạo các phòng" in str(block) for block in laid.opened.text.blocks)


def test_a_mark_that_is_pressed_is_looked_at(window: Window) -> None:
    paper, side = window.pages.review.paper, _side(window)
    mark = next(one for one in paper.extraSelections() if one.cursor.selectedText() == "38-CT/TW")
    at = mark.cursor
    at.setPosition(at.selectionStart() + 3)
    QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=paper.cursorRect(at).center())
    current = side.proof.panel.list.current()
    assert current is not None
    assert current.finding.rule == "citation.so"
    assert side.tabs.currentWidget() is side.proof


def test_del_in_the_list_passes_over(window: Window) -> None:
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_Delete)
    assert len(_side(window).proof.left()) == 5


def test_a_tab_that_is_gone_hears_no_more_of_the_desk(
    session_of: Callable[[int], Session], cast: Cast
) -> None:
    """The client outlives the window of who signs out."""
    session = session_of(cast.chief)
    tab = ProofTab(session)
    tab.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    session.client.changed.emit(Changes(registers=True))  # an exception in a slot fails the test


def test_keys_of_findings_do_nothing_in_the_queue(window: Window, cast: Cast, made: int) -> None:
    window.pages.review.list.take_focus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_1):
        _press(key)
    assert len(_side(window).proof.left()) == 6
    assert _suggested(cast.chief, made) == []


def test_a_caption_is_spoken_of_for_only_words_of_the_text_are_replaced(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    made = article(cast, pictured(cast, "Ảnh có chú thích sai", "Đại biểu  dự họp"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    side = _side(window)
    qtbot.waitUntil(lambda: any(one.words == "biểu  dự" for one in side.proof.left()), timeout=10_000)
    rows = [one.words for one in side.proof.panel.list.found.found]
    _press(Qt.Key.Key_F7)
    side.proof.panel.list.choose(rows.index("biểu  dự"))
    _press(Qt.Key.Key_Return)
    (thread,) = discussion.of_article(cast.chief, made)
    assert thread.replacement is None
    assert "“biểu  dự” nên là “biểu dự”" in thread.said[0].body
