"""Esc where something was just refused, and the next one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.making import Cast
from tests.ui.keys import focused
from ui.window.window import Window


def test_esc_after_a_refusal_takes_it_back_and_the_editor_stays(
    sit: Callable[[int], Window], cast: Cast
) -> None:
    window = sit(cast.writer)
    window.pages.show("editor")
    window.pages.editor.start()
    window.pages.editor.form.title.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.notice.words() == "Bài còn trống, chưa gửi được."
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert (window.notice.words(), window.pages.page()) == ("", window.pages.editor)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.pages.page() is not window.pages.editor


def test_esc_leaves_a_sentence_of_what_was_done_and_leads_back_at_once(
    sit: Callable[[int], Window], cast: Cast
) -> None:
    window = sit(cast.writer)
    window.pages.show("editor")
    window.pages.editor.start()
    window.session.say("Đã sao chép.")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.notice.words() == "Đã sao chép."
    assert window.pages.page() is not window.pages.editor
