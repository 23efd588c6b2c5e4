"""F6 says which pane it came into."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from tests.making import Cast, article
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_f6_marks_the_pane_until_the_keyboard_leaves_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    review = window.pages.review
    QApplication.processEvents()
    assert not review.mark.isVisible()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        pane = review.mark.pane
        assert pane is not None
        assert review.mark.isVisible()
        assert review.mark.mapTo(review, QPoint()) == pane.mapTo(review, QPoint())
        seen.append(pane)
    assert len(set(seen)) == 3
    review.search.setFocus()
    assert not review.mark.isVisible()
