"""The head of a page gives way in its order, and takes everything back."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.controls.key_button import KeyButton
from ui.controls.labels import action_button, keep_icon
from ui.controls.page_head import PageHead
from ui.look.kept_size import keep_between


def _head(qtbot: QtBot) -> tuple[PageHead, QLineEdit, list[KeyButton]]:
    search, buttons = QLineEdit(), []
    search.setAccessibleName("Tìm trong mọi bài")
    keep_between(search, 110, 280)
    for words in ("Nhập bài…", "Bài mới"):
        action = QAction(words)
        action.setProperty("icon_name", "add")
        keep_icon(action, "add")
        buttons.append(action_button(action))
        buttons[-1].setProperty("held", action)
    head = PageHead("Tin bài", (search, *buttons), "12 bài, 3 bài quá hạn, 4 bài chờ duyệt")
    qtbot.addWidget(head)
    head.show()
    return head, search, buttons


def _wide(head: PageHead, width: int) -> None:
    head.setFixedWidth(width)
    for _ in range(3):
        QApplication.processEvents()


def test_words_beside_then_the_search_then_the_words_of_buttons_then_a_second_row(qtbot: QtBot) -> None:
    head, search, buttons = _head(qtbot)
    whole = head.beside.fontMetrics().horizontalAdvance(head.beside.text())
    _wide(head, 1100)
    assert (head.beside.width() >= whole, search.width()) == (True, 280)
    _wide(head, 560)
    assert head.beside.width() < whole
    assert head.beside.toolTip() == head.beside.text()
    assert [button.property("elides") for button in buttons] == [None, None]
    _wide(head, 390)
    assert buttons[0].property("elides")
    assert buttons[0].toolTip().startswith(buttons[0].text())
    low = head.height()
    _wide(head, 260)
    assert head.height() > low
    assert buttons[-1].geometry().right() < 260
    _wide(head, 1100)
    assert (head.height(), search.width()) == (low, 280)
    assert not any(button.property("elides") for button in buttons)


def test_the_title_is_whole_before_anything_is_said_beside_it(qtbot: QtBot) -> None:
    head, _, _ = _head(qtbot)
    head.title.setText("Tuần 16 · 15–21/4/2019, tháng Ba Kỷ Hợi")
    whole = head.title.fontMetrics().horizontalAdvance(head.title.text())
    for width in (1100, 800, 760):
        _wide(head, width)
        assert head.title.width() >= whole
    assert head.beside.width() < head.beside.fontMetrics().horizontalAdvance(head.beside.text())
    _wide(head, 300)
    assert 0 < head.title.width() < whole
    assert head.title.toolTip() == head.title.text()
