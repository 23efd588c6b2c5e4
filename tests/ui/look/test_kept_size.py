"""Lengths of a standing widget grow and shrink with words, and only then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.look import style
from ui.look.kept_size import (
    keep,
    keep_height,
    keep_icon_size,
    keep_least_height,
    keep_least_width,
    keep_width,
)
from ui.look.style import Scheme

pytestmark = pytest.mark.usefixtures("qapp")


def test_lengths_follow(qtbot: QtBot) -> None:
    fixed, least = QPushButton(), QPushButton()
    for widget in (fixed, least):
        qtbot.addWidget(widget)
    keep_width(fixed, 100)
    keep_height(fixed, 40)
    keep_icon_size(fixed, 16)
    keep_least_width(least, 60)
    keep_least_height(least, 20)
    for percent, by in ((100, 1.0), (150, 1.5), (100, 1.0)):
        style.look().wear(Scheme.LIGHT, percent)
        assert (fixed.maximumWidth(), fixed.minimumHeight(), fixed.iconSize().width()) == (
            100 * by,
            40 * by,
            16 * by,
        )
        assert (least.minimumWidth(), least.minimumHeight()) == (60 * by, 20 * by)


def test_another_scheme_alone_does_nothing_and_a_widget_that_went_is_let_go(qtbot: QtBot) -> None:
    button, done = QPushButton(), []
    keep(button, lambda: done.append(button.objectName()))
    style.look().wear(Scheme.DARK)
    assert done == [""]
    style.look().wear(Scheme.DARK, 125)
    assert done == ["", ""]
    button.deleteLater()
    qtbot.waitUntil(lambda: not _stands(button))
    style.look().wear(Scheme.LIGHT, 100)
    assert done == ["", ""]


def _stands(button: QPushButton) -> bool:
    from shiboken6 import isValid

    return isValid(button)
