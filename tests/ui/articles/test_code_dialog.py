"""Mở theo mã trên phiếu: by key, from every page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.articles import writing
from desk.circulation import outgoing
from tests.making import Cast, article, version, words
from tests.ui.modal import answer
from ui.articles.code_dialog import CodeDialog
from ui.articles.revisions_dialog import RevisionsDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_code_opens_the_article(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Bài có mã"))
    article(cast, words("Bài khác"))
    code = outgoing.outgoing(cast.editor, made).code
    window = sit(cast.editor)

    def type_it(dialog: CodeDialog) -> None:
        qtbot.keyClicks(dialog.code, "0000-0000")
        qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
        assert "0000-0000" in dialog.fault.text()
        dialog.code.clear()
        qtbot.keyClicks(dialog.code, code.lower().replace("-", " "))
        qtbot.keyClick(dialog.code, Qt.Key.Key_Return)

    answer(CodeDialog, type_it)
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: window.pages.name() == "articles", timeout=5_000)
    current = window.pages.articles.list.current()
    assert current is not None
    assert current.id == made


def test_an_older_code_shows_what_changed_since(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Tít cũ"))
    code = outgoing.outgoing(cast.editor, made).code
    writing.save(cast.editor, made, version(cast, made), words("Tít mới"), 2)
    window = sit(cast.editor)

    def type_it(dialog: CodeDialog) -> None:
        dialog.code.setText(code)
        dialog.ok.click()

    answer(CodeDialog, type_it)
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(RevisionsDialog)), timeout=5_000)
    (dialog,) = window.findChildren(RevisionsDialog)
    assert dialog.choice.currentData() == 1
    dialog.reject()


def test_the_key_gathers_articles_on_the_page_of_the_issue(sit: Sit, cast: Cast) -> None:
    from ui.window.commands import Do

    window = sit(cast.secretary)
    window.pages.go("issue")
    assert not window.commands[Do.BY_CODE].shortcut().toString()
    window.pages.go("today")
    assert window.commands[Do.BY_CODE].shortcut().toString() == "Ctrl+G"


def test_esc_after_a_wrong_code_closes_at_once(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.editor)
    dialog = CodeDialog(window, window.session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.code, "0000-0000")
    qtbot.keyClick(dialog.code, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
