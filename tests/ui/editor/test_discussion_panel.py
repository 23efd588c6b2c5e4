"""What was said of an article, beside the page on which its writer corrects it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow
from desk.compare.anchors import TITLE
from desk.review import comments, discussion
from desk.review.comments import WHOLE_ARTICLE, Stretch
from tests.making import Cast, article, version, words
from tests.ui.keys import focused
from ui.window.window import Window

Sit = Callable[[int], Window]
FIRST, SECOND = "Các đồng chí đã trao đổi sôi nổi.", "Hội nghị kết thúc lúc 17 giờ."
TURN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def returned(cast: Cast) -> int:
    """An article that came back with a word on the title, two on paragraphs and one on the whole."""
    made = article(cast, words("Giao ban quý I", FIRST, SECOND), Stage.SUBMITTED)
    first, second = listing.open_article(cast.editor, made).text.blocks
    comments.comment(cast.editor, made, Stretch(second.id, 0, 8), "Hội nghị nào?")
    comments.comment(cast.editor, made, Stretch(first.id, 4, 12), "Ghi rõ tên.")
    comments.comment(cast.editor, made, Stretch(TITLE, 0, 8), "", "Giao ban công tác")
    comments.comment(cast.editor, made, WHOLE_ARTICLE, "Viết gọn lại.")
    workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "Sửa theo trao đổi.")
    return made


def _opened(qtbot: QtBot, window: Window, made: int) -> None:
    window.pages.show("editor")
    window.pages.editor.open(made)
    qtbot.waitUntil(lambda: window.pages.editor.article_id() == made)
    qtbot.waitUntil(lambda: bool(window.pages.editor.discussion.threads()), timeout=5000)


def test_the_open_threads_stand_beside_the_page_and_their_words_are_marked(
    qtbot: QtBot, sit: Sit, cast: Cast, returned: int
) -> None:
    window = sit(cast.writer)
    _opened(qtbot, window, returned)
    editor = window.pages.editor
    talk = editor.discussion
    assert talk.panel.isVisible()
    assert talk.button.text() == "Trao đổi: 4 (Ctrl+Shift+E)"
    assert all(one.acts <= {Act.SETTLE} for one in talk.threads())
    marked = [one.cursor.selectedText() for one in editor.form.body.extraSelections()]
    assert sorted(marked) == ["Hội nghị", "đồng chí"]
    assert [one.cursor.selectedText() for one in editor.form.title.extraSelections()] == ["Giao ban"]
    QTest.keyClick(focused(), Qt.Key.Key_E, TURN)
    assert not talk.panel.isVisible()
    talk.button.click()
    assert talk.panel.isVisible()


def test_a_card_leads_to_its_words_and_one_writes_on_there(
    qtbot: QtBot, sit: Sit, cast: Cast, returned: int
) -> None:
    window = sit(cast.writer)
    _opened(qtbot, window, returned)
    editor = window.pages.editor
    thread = next(one for one in editor.discussion.threads() if one.anchor.quote == "Hội nghị")
    QTest.mouseClick(editor.discussion.panel.cards[thread.id], Qt.MouseButton.LeftButton)
    QTest.keyClicks(focused(), "Sau do, ")
    assert editor.form.body.toPlainText().splitlines()[1] == f"Sau do, {SECOND}"
    marked = [one.cursor.selectedText() for one in editor.form.body.extraSelections()]
    assert "Hội nghị" in marked  # they are followed as one types


def test_a_thread_is_closed_here_and_what_is_typed_stays(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Bài chờ biên tập", FIRST), Stage.SUBMITTED)
    comments.comment(cast.editor, made, WHOLE_ARTICLE, "Viết gọn lại.")
    window = sit(cast.editor)
    _opened(qtbot, window, made)
    editor = window.pages.editor
    editor.form.body.setFocus()
    QTest.keyClicks(focused(), "Them ")
    (thread,) = editor.discussion.threads()
    editor.discussion.panel.wanted.emit(thread.id, Act.SETTLE)
    qtbot.waitUntil(lambda: not editor.discussion.threads(), timeout=5000)
    assert not discussion.of_article(cast.editor, made)[0].open
    assert not editor.discussion.panel.isVisible()
    assert editor.form.body.toPlainText().startswith("Them ")


def test_an_article_without_open_threads_has_neither_panel_nor_button(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    made = article(cast, words("Bài không trao đổi", FIRST), Stage.DRAFT)
    window = sit(cast.writer)
    window.pages.show("editor")
    window.pages.editor.open(made)
    qtbot.waitUntil(lambda: window.pages.editor.article_id() == made)
    qtbot.wait(50)
    talk = window.pages.editor.discussion
    assert (talk.panel.isVisible(), talk.button.isVisible()) == (False, False)
    assert "không có trao đổi" in talk.actions()[0].whatsThis()
