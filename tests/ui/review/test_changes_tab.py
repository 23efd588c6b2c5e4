"""What changed since one last read, beside the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing, writing
from desk.review import queue
from tests.making import Cast, article, words
from ui.window.window import Window

Sit = Callable[[int], Window]


def _edit(cast: Cast, made: int, title: str) -> int:
    opened = listing.open_article(cast.editor, made)
    return writing.save(cast.editor, made, opened.row.version, replace(opened.text, title=title), 2).version


def test_the_comparison_begins_from_what_i_last_read(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    qtbot.waitUntil(lambda: queue.last_read(cast.chief, made) is not None, timeout=4000)
    window.pages.go("articles")
    _edit(cast, made, "Một hai")
    _edit(cast, made, "Một hai ba")
    window.pages.go("review")
    changes = window.pages.review.side.changes
    assert changes.sum.text() == "1 chỗ sửa"
    assert changes.earlier.currentData() == 1
    assert window.pages.review.papers.currentWidget() is window.pages.review.diff
    changes.earlier.setCurrentIndex(0)
    changes.earlier.activated.emit(0)
    assert changes.earlier.currentData() == listing.row(cast.chief, made).revision - 1
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.review.papers.currentWidget() is window.pages.review.paper


def test_an_article_once_read_and_unchanged_says_so(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)
    last = _edit(cast, made, "Một hai")
    queue.mark_read(cast.chief, made, last)
    window = sit(cast.chief)
    window.pages.go("review")
    assert "đã đọc bản này" in window.pages.review.side.changes._last_read.text()


def test_a_first_reading_shows_the_article_as_it_prints_until_one_asks(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)
    _edit(cast, made, "Một hai")
    window = sit(cast.chief)
    window.pages.go("review")
    review = window.pages.review
    assert review.papers.currentWidget() is review.paper
    assert "lần đầu" in review.side.changes.sum.text()
    assert not review.side.changes.marks.isChecked()
    qtbot.waitUntil(lambda: queue.last_read(cast.chief, made) is not None, timeout=4000)
    review.shown()  # as after a comment
    assert review.papers.currentWidget() is review.paper
    qtbot.keyClick(review.list.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert review.papers.currentWidget() is review.diff
    assert review.side.changes.sum.text() == "1 chỗ sửa"
    qtbot.keyClick(review.list.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert review.papers.currentWidget() is review.paper
