"""Revisions saved from the editor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desk.articles import listing, writing
from desk.database import revisions
from desk.errors import FileTrouble, Trouble
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from ui.controls.choice_dialog import ChoiceDialog
from ui.editor.recover_dialog import RecoverDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def _type(window: Window, letters: str) -> None:
    window.pages.editor.form.focus_title()
    type_in(window.pages.editor.form.title, letters)


def test_the_window_does_not_close_on_a_failed_save(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " quan trọng")
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 0)

    def full(*_: object) -> None:
        raise FileTrouble(Trouble.FULL)

    with monkeypatch.context() as broken:
        broken.setattr(writing, "save", full)
        window.close()
        assert window.isVisible()
        assert "đầy" in window.notice.words()
        assert window.pages.editor.form.text().title.endswith("quan trọng")
    window.notice.press()  # "Thử lại"
    assert listing.row(cast.writer, made).title.endswith("quan trọng")
    window.close()
    assert not window.isVisible()


def test_a_colleagues_save_is_shown_beside_mine(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " của tôi")
    writing.save(cast.editor, made, 1, words("Tít của đồng nghiệp"))
    window.pages.editor.save.trigger()
    assert "Phạm Văn Biên vừa lưu phiên bản mới" in window.pages.editor.banner.words()
    assert listing.row(cast.writer, made).title == "Tít của đồng nghiệp"
    monkeypatch.setattr(RecoverDialog, "ask", lambda *_: True)
    window.pages.editor.banner.buttons()[0].click()
    window.pages.editor.save.trigger()
    assert listing.row(cast.writer, made).title.endswith("của tôi")
    assert [row.number for row in revisions.listing(made)] == [3, 2, 1]
