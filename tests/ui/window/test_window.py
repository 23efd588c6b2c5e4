"""The window: what was left unsaved, closing, signing out."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QSplitter

from desk.articles import drafts
from tests.making import Cast, words
from ui.controls.choice_dialog import ChoiceDialog
from ui.look import local_settings
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_closing_asks_about_unsaved_words_and_dropping_them_closes(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.writer)
    window.navigation.new_article()
    window.pages.editor.form.title.setText("Đang viết dở")
    assert window.pages.editor.dirty()
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: -1)
    assert not window.close()
    assert window.isVisible()
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 1)
    window.close()  # what is dropped needs no second press of ×
    assert not window.isVisible()


def test_a_sign_out_asks_first(sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sit(cast.writer)
    out: list[int] = []
    window.signed_out.connect(lambda: out.append(1))
    window.navigation.new_article()
    window.pages.editor.form.title.setText("Đang viết dở")
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: -1)
    window.commands[Do.SIGN_OUT].trigger()
    assert out == []
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 1)
    window.commands[Do.SIGN_OUT].trigger()
    assert out == [1]


def test_what_was_left_unsaved_is_offered(sit: Sit, cast: Cast) -> None:
    drafts.keep(cast.writer, uuid4().hex, None, 0, None, words("Đang viết dở"))
    window = sit(cast.writer)
    assert "Đang viết dở" in window.notice.words()
    window.notice.press()
    assert window.pages.is_writing()
    assert window.pages.editor.form.title.toPlainText() == "Đang viết dở"


def test_places_and_panes_are_remembered(sit: Sit, cast: Cast) -> None:
    window = sit(cast.chief)
    window.pages.go("review")
    window.resize(1200, 700)
    window.part()
    assert not local_settings.read_bytes("window/geometry").isEmpty()
    named = [pane.objectName() for pane in window.findChildren(QSplitter) if pane.objectName()]
    assert "review-panes" in named
    assert all(not local_settings.read_bytes(f"panes/{name}").isEmpty() for name in named)


def test_what_was_typed_and_not_saved_is_opened_from_the_menu_after_its_notice_was_closed(
    sit: Sit, cast: Cast
) -> None:
    drafts.keep(cast.writer, uuid4().hex, None, 0, None, words("Đang viết dở"))
    window = sit(cast.writer)
    window.notice.hide()
    window.commands[Do.DRAFTS].trigger()
    assert window.pages.name() == "editor"
    assert window.pages.editor.form.title.text() == "Đang viết dở"
    window.pages.editor.drafts.forget()
    window._closing = True


def test_where_nothing_was_typed_that_is_said(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.DRAFTS].trigger()
    assert window.notice.words() == "Không có bài nào gõ dở."


def test_a_window_that_is_closed_is_let_go_with_all_its_pages(
    sit: Callable[[int], Window], cast: Cast
) -> None:
    window = sit(cast.editor)
    for page in ("articles", "review", "issue", "calendar", "registers", "settings"):
        window.pages.go(page)
    gone = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
