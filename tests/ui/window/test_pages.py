"""The pages: made when first wanted, one in view, the editor asked before it is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act
from tests.making import Cast, article, words
from ui.controls.action_table import Entry, make_action
from ui.controls.choice_dialog import ChoiceDialog
from ui.session.session import Session
from ui.window.navigation import Navigation
from ui.window.pages import EDITOR, Pages
from ui.window.window import Window


@pytest.fixture
def pages(qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast) -> Pages:
    """The pages of a writer, without a window round them."""
    window = QWidget()
    qtbot.addWidget(window)
    entry: Entry[None] = Entry("Bài mới")
    buttons = make_action(window, entry, lambda: None), make_action(window, entry, lambda: None)
    made = Pages(session_of(cast.writer), window, lambda: buttons)
    made.stack.setParent(window)
    window.show()
    return made


def test_a_page_is_made_when_it_is_first_shown(pages: Pages) -> None:
    turned: list[tuple[str, bool]] = []
    pages.turned.connect(lambda name, types: turned.append((name, types)))
    pages.go("today")
    assert list(pages.made) == ["today"]
    pages.go("journal")
    pages.go("settings")
    pages.go("journal")
    assert list(pages.made) == ["today", "journal", "settings"]
    assert pages.page() is pages.journal
    assert pages.name() == "journal"
    assert turned == [("today", False), ("journal", False), ("settings", True), ("journal", False)]
    assert not pages.is_writing()


def test_the_editor_is_asked_before_it_is_left(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    navigation = Navigation(pages)
    pages.go("today")
    navigation.new_article()
    assert pages.is_writing()
    pages.editor.form.title.setText("Đang viết dở")
    stayed: list[str] = []
    pages.left_waiting.connect(stayed.append)
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: -1)
    pages.go("journal")
    assert pages.is_writing()
    assert stayed == [EDITOR]
    gone: list[int] = []
    pages.leave_editor(lambda: gone.append(1))
    assert gone == []
    pages.show("journal")
    pages.leave_editor(lambda: gone.append(1))
    assert gone == [1]


def test_the_acts_keys_rest_where_one_types(pages: Pages) -> None:
    pages.go("articles")
    approve = pages.acts.actions[Act.APPROVE]
    assert not approve.shortcut().isEmpty()
    pages.go("settings")
    assert approve.shortcut().isEmpty()
    pages.go("articles")
    assert not approve.shortcut().isEmpty()


def test_what_a_page_wants_of_another_is_shown_there(pages: Pages, cast: Cast) -> None:
    made = article(cast)
    Navigation(pages)
    pages.go("today")
    pages.today.list_wanted.emit(made)
    assert pages.name() == "articles"
    row = pages.articles.list.current()
    assert row is not None
    assert row.id == made
    pages.articles.article_wanted.emit(made)
    assert pages.is_writing()
    assert pages.editor.article_id() == made


def test_the_list_stands_on_the_article_that_was_sent_from_the_editor(
    sit: Callable[[int], Window], cast: Cast
) -> None:
    other = article(cast, words("Bài khác"))
    made = article(cast, words("Bài vừa viết"))
    window = sit(cast.writer)
    window.pages.go("articles")
    listed = window.pages.articles.list
    listed.choose(other)
    window.navigation.edit(made)
    window.pages.editor.submit.trigger()
    assert window.pages.name() == "articles"
    current = listed.current()
    assert current is not None
    assert current.id == made
