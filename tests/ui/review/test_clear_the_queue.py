"""A chief clears the queue by keyboard alone: twelve articles, one returned, one corrected, ten more approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.review import discussion
from desk.review.queue import Queue
from desk.review.side_bar_numbers import numbers
from desk.text.blocks import block_text
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from ui.controls.reason_dialog import ReasonDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _quick_hands(qapp: QApplication) -> Iterator[None]:
    """Let the next act follow at once: the rest after a decision is as long as a double press."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    yield
    qapp.setDoubleClickInterval(usual)


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is, and let what it began come about."""
    focus = QApplication.focusWidget() or QApplication.activeWindow()
    assert isinstance(focus, QWidget)
    QTest.keyClick(focus, key, modifier)
    QTest.qWait(12)


def test_twelve_articles_by_keyboard_alone(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    titles = [f"Tin số {number:02}" for number in range(1, 13)]
    made = [
        article(cast, words(title, "Chỉ thị 38-CT/TW được tổng kết."), Stage.FOR_APPROVAL) for title in titles
    ]
    window = sit(cast.chief)
    _press(Qt.Key.Key_3, CONTROL)  # Bàn duyệt
    page = window.pages.review
    assert page.isVisible()
    assert [row.id for row in page.list.model.rows()] == made
    read: list[str] = []
    for number, article_id in enumerate(made):
        row = page.list.current()
        assert row is not None
        assert row.id == article_id, "the next article is there by itself"
        read.append(page.paper.toPlainText().splitlines()[1])
        if number == 3:
            _return_it()
            window.activateWindow()  # a screen's window manager gives the focus back; offscreen there is none
            assert QTest.qWaitForWindowActive(window, 2000)
            assert listing.row(cast.chief, article_id).stage is Stage.RETURNED
        elif number == 7:
            _correct_it(window)
            _press(Qt.Key.Key_D)
            assert listing.row(cast.chief, article_id).stage is Stage.APPROVED
        else:
            _press(Qt.Key.Key_D)
            assert listing.row(cast.chief, article_id).stage is Stage.APPROVED
    assert read == titles
    assert numbers(cast.chief).waiting == 0
    corrected = listing.open_article(cast.chief, made[7]).text
    assert block_text(corrected.blocks[0]) == "Chỉ thị số 38-CT/TW được tổng kết."
    entry = journal.entries(journal.JournalQuery(act=Act.ACCEPT))[0]
    assert entry.detail["new"] == "Chỉ thị số"
    returned = listing.row(cast.writer, made[3])
    assert returned.note == "Bổ sung số liệu, ghi rõ nguồn.\nViết gọn sapô, không lặp lại trong thân bài."
    assert len(journal.everything(journal.JournalQuery(act=Act.APPROVE))) == 11
    assert journal.check() == []


def _return_it() -> None:
    """T, two stock phrases by their numbers, Ctrl+Enter."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReasonDialog) or not dialog.isActiveWindow():
            if dialog is not None:
                dialog.activateWindow()
            QTimer.singleShot(20, answer)
            return
        for key in (Qt.Key.Key_1, Qt.Key.Key_3):
            said = dialog.words.toPlainText()
            QTest.keyClick(dialog.words, key, Qt.KeyboardModifier.AltModifier)
            for _ in range(100):  # a button pressed by its key shows that it is pressed
                if dialog.words.toPlainText() != said and not any(one.isDown() for one in dialog.phrases):
                    break
                QTest.qWait(50)
        QTest.keyClick(dialog.words, Qt.Key.Key_Return, CONTROL)

    QTimer.singleShot(0, answer)
    _press(Qt.Key.Key_T)


def _correct_it(window: Window) -> None:
    """Select two words on the paper, suggest three, look at the thread, accept it."""
    page = window.pages.review
    if page.side.changes.marked():
        _press(Qt.Key.Key_D, CONTROL)  # the plain paper
    for _ in range(3):
        if QApplication.focusWidget() is not page.paper:
            _press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.paper
    _press(Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)  # the page's cursor
    _press(Qt.Key.Key_Home, CONTROL)
    for _ in range(20):
        if page.paper.textCursor().block().text().startswith("Chỉ thị"):
            break
        _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Home)
    for _ in range(2):
        _press(Qt.Key.Key_Right, CONTROL | SHIFT)
    _press(Qt.Key.Key_B)
    compose = page.side.discussion.compose
    assert QApplication.focusWidget() is compose.body
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Space)  # Đề nghị sửa thành
    assert QApplication.focusWidget() is compose.instead
    type_in(compose.instead, "Chỉ thị số")
    _press(Qt.Key.Key_Return, CONTROL)
    row = page.list.current()
    assert row is not None
    (thread,) = discussion.of_article(row.author_id, row.id)
    assert (thread.anchor.quote, thread.replacement) == ("Chỉ thị", "Chỉ thị số")
    _press(Qt.Key.Key_D)
    assert "đề nghị sửa chưa trả lời" in window.notice.words()
    _press(Qt.Key.Key_N)
    _press(Qt.Key.Key_A)
    _press(Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)


def test_what_was_done_is_taken_back_from_the_quiet_bar(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = [article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai")]
    window = sit(cast.chief)
    window.pages.go("review")
    _press(Qt.Key.Key_D)
    assert listing.row(cast.chief, made[0]).stage is Stage.APPROVED
    assert "duyệt bài" in window.notice.words()
    window.notice.press()
    assert listing.row(cast.chief, made[0]).stage is Stage.FOR_APPROVAL
    assert [row.id for row in page_rows(window)] == made


def page_rows(window: Window) -> list[listing.ArticleRow]:
    return list(window.pages.review.list.model.rows())


def test_heaps_are_chosen_by_key_and_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    back = article(cast, stage=Stage.RETURNED)
    window = sit(cast.writer)
    window.pages.go("review")
    page = window.pages.review
    assert page.queues.queue() is Queue.RETURNED  # all that waits
    assert "“" in page.returned.words()
    page.queues.choose(Queue.WAITING)
    assert page_rows(window) == []
    _press(Qt.Key.Key_Q)
    assert page.queues.queue() is Queue.RETURNED
    assert [row.id for row in page_rows(window)] == [back]
    first = page.queues.visualItemRect(page.queues.item(0))
    qtbot.mouseClick(page.queues.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert page.queues.queue() is Queue.WAITING
