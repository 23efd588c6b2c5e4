"""What is typed and not saved is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Role, Stage
from desk.articles import drafts, listing, writing
from desk.database import revisions
from tests.engine import full_disk
from tests.making import Cast, article, person, words
from tests.ui.keys import type_in
from ui.editor.recover_dialog import RecoverDialog
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]


def _type(window: Window, letters: str) -> None:
    window.pages.editor.form.focus_title()
    type_in(window.pages.editor.form.title, letters)


def test_typing_is_kept_within_two_seconds(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " thêm")
    qtbot.waitUntil(lambda: bool(drafts.waiting(cast.writer)), timeout=2000)
    assert drafts.waiting(cast.writer)[0].text.title.endswith("thêm")
    assert window.pages.editor.status.text().startswith("Đang soạn – giữ tạm lúc")
    assert len(revisions.listing(made)) == 1


def test_what_was_typed_and_taken_back_wholly_is_said_to_be_saved(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    editor = window.pages.editor
    for waits in (False, True):  # before the draft is kept, and after
        _type(window, " thêm")
        assert editor.status.text() == "Đang soạn…"
        if waits:
            editor.drafts.keep()
            assert drafts.waiting(cast.writer)
        while editor.dirty():
            qtbot.keyClick(editor.form.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: editor.status.text() == "Đã lưu", timeout=3000)
        assert drafts.waiting(cast.writer) == []
    _type(window, " nữa")
    editor.save.trigger()
    told = editor.status.text()
    editor.drafts.keep()
    assert told.startswith("Đã lưu lúc")
    assert editor.status.text() == told


def test_a_crash_leaves_the_draft_beside_the_saved_text(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " đang gõ")
    window.pages.editor.drafts.keep()
    again = sit(cast.writer)  # the first window never closed: that was the crash
    assert "đang gõ dở" in again.notice.words()
    again.notice.press()
    editor = again.pages.editor
    assert editor.form.text().title.endswith("đang gõ")  # what was being typed, at once
    assert "đang gõ lúc" in editor.banner.words()
    _type(again, " tiếp")
    shown: list[str] = []

    def ask(parent: object, title: str, told: str, saved: tuple[str, object], *rest: object) -> bool:
        shown.append(saved[0])
        return True

    monkeypatch.setattr(RecoverDialog, "ask", ask)
    editor.banner.buttons()[1].click()
    assert shown == ["Bản đã lưu"]
    assert editor.form.text().title.endswith("đang gõ tiếp")
    again.pages.editor.save.trigger()
    assert listing.row(cast.writer, made).title.endswith("đang gõ tiếp")
    assert drafts.waiting(cast.writer) == []


def test_what_was_typed_may_still_be_left_for_the_saved_text(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, words("Đã lưu"))
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " dở")
    window.pages.editor.drafts.keep()
    again = sit(cast.writer)
    again.notice.press()
    monkeypatch.setattr(RecoverDialog, "ask", lambda *_: False)
    again.pages.editor.banner.buttons()[1].click()
    assert again.pages.editor.form.text().title == "Đã lưu"
    assert not again.pages.editor.dirty()
    assert drafts.waiting(cast.writer) == []


def test_what_was_typed_before_another_saved_is_asked_about(sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.SUBMITTED)
    window = sit(cast.editor)
    window.navigation.edit(made)
    _type(window, " dở")
    window.pages.editor.drafts.keep()
    other = person(cast, "Biên tập hai", Role.EDITOR)
    writing.save(other, made, listing.row(other, made).version, words("Một của người khác"), 2)
    again = sit(cast.editor)
    again.notice.press()
    assert again.pages.editor.form.text().title == "Một của người khác"
    assert "phiên bản" in again.pages.editor.banner.words()
    assert not again.pages.editor.dirty()


def test_a_full_disk_while_typing_is_said_and_typing_goes_on(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Command.NEW].trigger()
    _type(window, "Bài dài " * 30)
    with full_disk():
        window.pages.editor.form.load(words("Bài rất dài", *["chữ nghĩa " * 3000] * 3))
        window.pages.editor.drafts.keep()
        assert "đầy" in window.notice.words()
    window.notice.press()
    assert drafts.waiting(cast.writer)[0].text.title == "Bài rất dài"
