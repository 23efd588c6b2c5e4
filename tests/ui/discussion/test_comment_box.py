"""Where a comment, a suggestion or an answer is written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_in
from tests.ui.modal import front
from ui.discussion.comment_box import CommentDraft, ComposeBox


def _box(qtbot: QtBot) -> ComposeBox:
    box = ComposeBox()
    qtbot.addWidget(box)
    box.show()
    return box


def test_ctrl_enter_sends_esc_puts_away_and_keeps_the_words(qtbot: QtBot) -> None:
    box = _box(qtbot)
    sent: list[CommentDraft] = []
    left: list[int] = []
    box.sent.connect(sent.append)
    box.left.connect(lambda: left.append(1))
    box.begin(CommentDraft("b1", 0, 3, "Các", 1))
    box.enter()
    type_in(box.body, "Nên gọn")
    qtbot.keyClick(box.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [draft.body for draft in sent] == ["Nên gọn"]
    qtbot.keyClick(box.body, Qt.Key.Key_Escape)
    assert left == [1]
    assert box.isHidden()
    assert box.draft().body == "Nên gọn"


def test_a_suggestion_begins_with_the_words_it_speaks_of(qtbot: QtBot) -> None:
    box = _box(qtbot)
    box.begin(CommentDraft("b1", 0, 3, "Các", 1))
    assert box.suggests.isVisible()
    assert box.draft().replacement is None
    box.suggests.setChecked(True)
    assert box.draft().replacement == "Các"
    box.instead.setPlainText("")
    assert box.draft().replacement == ""  # the words are to go
    box.begin(CommentDraft(thread=7))
    assert box.suggests.isHidden()  # an answer suggests nothing


def test_names_are_offered_without_marks_enter_takes_the_first_and_ctrl_enter_sends_all_the_same(
    qtbot: QtBot,
) -> None:
    box = _box(qtbot)
    sent: list[CommentDraft] = []
    box.sent.connect(sent.append)
    box.names(["Bùi Thị Ngọc Anh", "Vũ Đình Khôi"])
    box.begin(CommentDraft("b1", 0, 3, "Các", 1))
    box.enter()
    qtbot.keyClicks(box.body, "@bui")
    popup = box.body.popup()
    assert popup.isVisible()
    assert [popup.model().index(0, 0).data()] == ["Bùi Thị Ngọc Anh"]
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert box.body.toPlainText() == "@Bùi Thị Ngọc Anh "
    qtbot.keyClicks(box.body, "@vu")
    qtbot.keyClick(box.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [draft.body for draft in sent] == ["@Bùi Thị Ngọc Anh @vu"]


def test_what_is_ticked_is_typed_over_and_a_page_that_reads_anew_leaves_the_caret(qtbot: QtBot) -> None:
    box = _box(qtbot)
    box.begin(CommentDraft("b1", 0, 3, "Các", 1))
    front(box.window())
    qtbot.mouseClick(box.suggests, Qt.MouseButton.LeftButton, pos=QPoint(8, box.suggests.height() // 2))
    assert box.instead.textCursor().selectedText() == "Các"
    box.begin(box.draft())  # as a page does that was read anew
    assert box.instead.textCursor().selectedText() == "Các"
    qtbot.keyClicks(box.instead, "Chung")
    assert box.draft().replacement == "Chung"
