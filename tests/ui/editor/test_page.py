"""The editor begun again and left: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import drafts, listing
from desk.articles.listing import ListQuery
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]


def _type(window: Window, letters: str) -> None:
    window.pages.editor.form.focus_title()
    type_in(window.pages.editor.form.title, letters)


def test_a_piece_never_saved_comes_back(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Command.NEW].trigger()
    _type(window, "Chưa lưu lần nào")
    window.pages.editor.drafts.keep()
    again = sit(cast.writer)
    again.notice.press()
    assert again.pages.editor.form.text().title == "Chưa lưu lần nào"
    again.pages.editor.save.trigger()
    assert [r.title for r in listing.listing(cast.writer, ListQuery()).rows] == ["Chưa lưu lần nào"]


def test_leaving_asks_and_staying_is_an_answer(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " dở")
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: -1)
    window.pages.go("journal")
    assert window.pages.page() is window.pages.editor
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 1)
    qtbot.keyClick(window.pages.editor, Qt.Key.Key_Escape)
    assert window.pages.page() is not window.pages.editor
    assert listing.row(cast.writer, made).title == words().title
    assert drafts.waiting(cast.writer) == []


def test_an_article_sent_again_as_it_came_back_is_asked_about(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.RETURNED)
    window = sit(cast.writer)
    window.navigation.edit(made)
    asked = answer(ChoiceDialog, lambda dialog: dialog.leave())
    window.pages.editor.submit.trigger()
    assert len(asked) == 1
    assert listing.row(cast.writer, made).stage is Stage.RETURNED
    _type(window, " (bổ sung)")
    window.pages.editor.submit.trigger()
    assert listing.row(cast.writer, made).stage is Stage.SUBMITTED
