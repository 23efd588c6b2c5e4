"""Trợ giúp → Giới thiệu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.database import engine
from desk.version import version
from tests.making import Cast
from ui.window.about_dialog import AboutDialog
from ui.window.commands import Do
from ui.window.window import Window


def test_it_says_what_one_is_asked_for_and_lets_it_be_copied(
    qtbot: QtBot, sit: Callable[[int], Window], cast: Cast
) -> None:
    window = sit(cast.writer)
    window.commands[Do.ABOUT].trigger()
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    assert any(f"Phiên bản {version()}." in shown.text() for shown in dialog.findChildren(QLabel))
    for words in (f"Bàn biên tập {version()}\n", " ".join(engine.library()), "LGPL-3.0", "OFL-1.1"):
        assert words in dialog.facts.toPlainText()
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Sao chép")
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.facts.toPlainText()
    dialog.ok.click()
    assert not dialog.isVisible()
