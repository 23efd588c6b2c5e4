"""The revisions of an article, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.articles import listing, writing
from desk.database import revisions
from tests.making import Cast, article, words
from ui.articles.revisions_dialog import RevisionsDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_an_old_revision_is_seen_and_taken_back(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Tít đầu"))
    writing.save(cast.writer, made, 1, words("Tít sau"))
    window = sit(cast.writer)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_V)
    dialog = window.findChild(RevisionsDialog)
    assert isinstance(dialog, RevisionsDialog)
    assert not dialog.ok.isEnabled()  # the newest is what it says now
    dialog.choice.setCurrentIndex(1)
    assert dialog.view.count >= 1
    assert dialog.ok.isEnabled()
    dialog.agree()
    assert listing.row(cast.writer, made).title == "Tít đầu"
    assert [row.number for row in revisions.listing(made)] == [3, 2, 1]
