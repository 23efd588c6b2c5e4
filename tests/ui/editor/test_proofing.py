"""Soát lỗi in the editor, driven by keyboard and mouse in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.registers import editing, ignored, reading
from desk.registers.entries import DocumentEntry
from desk.text.blocks import Paragraph, Run, body_text
from tests.making import Cast, article, words
from tests.ui.keys import focused, type_in
from tests.ui.modal import answer, front
from tests.ui.proofing.faulty import SAID, faulty
from ui.controls.reason_dialog import ReasonDialog
from ui.editor.proofing import EditorProofing
from ui.proofing.take_all_dialog import TakeAllDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
_ALL = [
    "typography.dash",
    "context.word",
    "citation.so",
    "typography.double_space",
    "typography.space_before",
    "repeat.paragraph",
]


@pytest.fixture
def window(qtbot: QtBot, sit: Sit, cast: Cast) -> Window:
    made = sit(cast.writer)
    made.resize(1280, 672)
    made.navigation.edit(article(cast, faulty()))
    made.pages.editor.form.focus_title()
    qtbot.waitUntil(lambda: len(_left(made)) == len(_ALL), timeout=10_000)
    return made


def _proofing(window: Window) -> EditorProofing:
    return window.pages.editor.proofing


def _left(window: Window) -> list[str]:
    return [one.finding.rule for one in _proofing(window).panel.left()]


def _marked(window: Window) -> list[str]:
    return [one.cursor.selectedText() for one in window.pages.editor.form.body.extraSelections()]


def _body(window: Window) -> list[str]:
    body = window.pages.editor.form.body
    return body.toPlainText().split("\n")


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def test_what_is_wrong_is_marked_and_counted_and_the_text_is_as_it_was(window: Window) -> None:
    before = window.pages.editor.form.text()
    assert _left(window) == _ALL
    assert _marked(window)[:3] == ["- ", "lảnh", "38-CT/TW"]
    assert _proofing(window).button.text() == "Soát lỗi: 6 chỗ (F7)"
    assert window.pages.editor.form.text() == before
    assert not window.pages.editor.dirty()


def test_f7_goes_from_place_to_place_enter_mends_and_esc_goes_back(window: Window) -> None:
    panel = _proofing(window).panel
    assert not panel.isVisible()
    _press(Qt.Key.Key_F7)
    assert panel.isVisible()
    assert panel.list.hasFocus()
    assert panel.list.current() is panel.left()[0]
    assert window.pages.editor.form.body.textCursor().block().text()[:9] == "Đồng chí "
    _press(Qt.Key.Key_F7)
    assert panel.list.current() is panel.left()[1]
    _press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    _press(Qt.Key.Key_Return)
    assert _body(window)[0].startswith("Đồng chí Vi Thị Thuần - Trưởng ban")
    assert _left(window) == _ALL[1:]
    assert panel.list.current() is panel.left()[0]  # on to the next
    _press(Qt.Key.Key_Return)
    assert "lãnh đạo" in _body(window)[0]
    _press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.pages.editor.form.body.hasFocus()
    assert window.pages.editor.dirty()


def test_what_is_typed_after_the_panel_stands_beside_what_stood(window: Window) -> None:
    body = window.pages.editor.form.body
    before = _body(window)
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_Escape)
    assert body.hasFocus()
    for letter in ("a", "b", "c"):
        type_in(body, letter)
    assert not body.textCursor().hasSelection()
    assert _body(window)[0].replace("abc", "") == before[0]
    assert "abc" in _body(window)[0]


def test_ctrl_z_in_the_list_takes_back_the_last_mending_whatever_field_it_was_in(
    qtbot: QtBot, window: Window
) -> None:
    form = window.pages.editor.form
    form.title.setFocus()
    form.title.moveCursor(QTextCursor.MoveOperation.End)
    type_in(form.title, " của lảnh đạo")
    qtbot.waitUntil(lambda: _left(window).count("context.word") == 2, timeout=10_000)
    form.body.setFocus()
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    type_in(form.body, " Hết.")
    before = _body(window)
    form.title.setFocus()
    form.title.moveCursor(QTextCursor.MoveOperation.Start)
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_Return)
    assert "lãnh đạo" in form.title.text()
    _press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "lảnh đạo" in form.title.text()
    assert _body(window) == before


def test_f7_begins_behind_the_caret_and_a_mending_is_one_undo(window: Window) -> None:
    body = window.pages.editor.form.body
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(body.document().findBlockByNumber(3).position())
    body.setTextCursor(cursor)
    _press(Qt.Key.Key_F7)
    current = _proofing(window).panel.list.current()
    assert current is not None
    assert current.finding.rule == "typography.double_space"
    _press(Qt.Key.Key_Return)
    assert _body(window)[3].startswith("Kết quả đạt")
    _press(Qt.Key.Key_Escape)
    _press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _body(window)[3].startswith("Kết quả  đạt")


def test_a_paragraph_said_twice_goes_whole_and_its_formats_stay(window: Window) -> None:
    panel = _proofing(window).panel
    _press(Qt.Key.Key_F7)
    panel.list.choose(_ALL.index("repeat.paragraph"))
    _press(Qt.Key.Key_Return)
    assert _body(window).count(SAID) == 1
    assert len(_body(window)) == 4


def test_what_is_passed_over_once_in_the_article_and_on_the_whole_desk(
    window: Window, cast: Cast, qtbot: QtBot
) -> None:
    panel = _proofing(window).panel
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_Delete)
    assert _left(window) == _ALL[1:]
    assert "- " not in _marked(window)
    _press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: _left(window) == _ALL[2:], timeout=10_000)
    made = window.pages.editor.article_id()
    assert ("context.word", "lảnh") in ignored.of(made)
    assert ("context.word", "lảnh") not in ignored.of(None)
    # A contributor may pass over in an article alone: why is said, nothing is lost.

    def say(dialog: ReasonDialog) -> None:
        dialog.words.setPlainText("Quy ước riêng")
        dialog.ok.click()

    answer(ReasonDialog, say)
    _press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert ("citation.so", "38-CT/TW") not in ignored.of(None)
    assert window.notice.words()
    assert panel.isVisible()


def test_every_mistake_of_a_kind_is_mended_after_a_look(window: Window) -> None:
    body = window.pages.editor.form.body
    form = window.pages.editor.form
    cursor = QTextCursor(body.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    body.setFocus()
    body.setTextCursor(cursor)
    QTest.keyClicks(body, "  A  B  C. ")
    _await(lambda: _left(window).count("typography.double_space") == 4)
    _press(Qt.Key.Key_F7)
    panel = _proofing(window).panel
    rows = [one.finding.rule for one in panel.list.found.found]
    panel.list.choose(rows.index("typography.double_space"))

    def seen(dialog: TakeAllDialog) -> None:
        assert dialog.list.count() == 4
        dialog.list.item(3).setCheckState(Qt.CheckState.Unchecked)
        dialog.ok.click()

    answer(TakeAllDialog, seen)
    _press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _body(window)[1].endswith(" A B C. ")
    assert "Kết quả  đạt" in _body(window)[3]
    front(window)
    body.setFocus()
    _press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "  A  B  C." in body_text(form.text())


def _is_gone(window: Window, rule: str) -> bool:
    return rule not in _left(window)


def _await(reached: Callable[[], bool]) -> None:
    for _ in range(200):
        if reached():
            return
        QTest.qWait(50)
    raise TimeoutError


def test_what_is_being_typed_is_no_mistake_yet_and_nothing_is_read_while_one_composes(window: Window) -> None:
    body = window.pages.editor.form.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    type_in(body, " Nghiên cứu khoa hoc")
    _await(lambda: "spelling.syllable" in _left(window))
    assert "hoc" not in _marked(window)  # the caret stands behind it
    caret = body.textCursor().position()
    QTest.keyClicks(body, " ")
    assert "hoc" in _marked(window)
    assert body.textCursor().position() == caret + 1
    QTest.keyClicks(body, "va ")
    body.inputMethodEvent(QInputMethodEvent("thieu", []))
    QTest.qWait(1_000)
    assert body.composing
    left = _left(window)
    assert left.count("spelling.syllable") == 1
    event = QInputMethodEvent()
    event.setCommitString("thiếu")
    body.inputMethodEvent(event)


def test_the_menu_of_a_marked_word_offers_what_may_stand_there(window: Window) -> None:
    body = window.pages.editor.form.body
    at = body.document().find("lảnh").selectionStart() + 1
    cursor = body.textCursor()
    cursor.setPosition(at)
    body.setTextCursor(cursor)
    menu = QMenu(body)
    menu.addAction("Cắt")
    body.menu_asked.emit(menu, at)
    first, skip, why, *_ = menu.actions()
    assert skip.text() == "Bỏ qua lần này"
    assert first.text() == "lãnh"
    first.trigger()
    assert "cùng lãnh đạo" in _body(window)[0]
    assert "lảnh" in why.text()
    menu.deleteLater()


def test_another_article_has_its_own_findings(window: Window, cast: Cast, qtbot: QtBot) -> None:
    _press(Qt.Key.Key_F7)
    clean = article(cast, replace(words(), lead="Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy họp."))
    window.navigation.edit(clean)
    panel = _proofing(window).panel
    qtbot.waitUntil(lambda: _left(window) == ["date.zero"], timeout=10_000)
    assert panel.sum.text() == "1 chỗ sai"
    _press(Qt.Key.Key_F7)
    _press(Qt.Key.Key_Return)
    assert panel.sum.text() == "Không thấy chỗ nào cần sửa."
    assert listing.row(cast.writer, clean).version == 1


def test_a_word_and_a_document_go_into_the_register_by_one_key(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    editing.add(cast.secretary, DocumentEntry("Chỉ thị", "37", "-CT/TW", date(2014, 6, 6), "Ban Bí thư"))
    said = "Theo Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị, xã Thắm Khoong mở hội lồng tôồng."
    text = replace(faulty(), blocks=(Paragraph("", (Run(said),)),))
    window = sit(cast.secretary)
    window.navigation.edit(article(cast, text))
    window.pages.editor.form.focus_title()
    qtbot.waitUntil(lambda: "citation.unknown" in _left(window), timeout=10_000)
    panel = _proofing(window).panel
    for rule in ("citation.unknown", "spelling.syllable"):
        window.pages.editor.form.body.setFocus()
        _press(Qt.Key.Key_F7)
        panel.list.choose(_left(window).index(rule))
        _press(Qt.Key.Key_Insert)
        _await(partial(_is_gone, window, rule))
    known = reading.register()
    assert [one.number for one in known.documents] == ["37", "36"]
    assert known.documents[1].day == date(2014, 7, 1)
    assert "tôồng" in known.words


def test_ctrl_z_after_the_panel_was_closed_takes_back_the_mending_in_the_title_and_nothing_else(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    window = sit(cast.writer)
    window.navigation.edit(article(cast, replace(faulty(), title="Hội nghị tổng kêt năm")))
    form = window.pages.editor.form
    form.focus_title()
    qtbot.waitUntil(lambda: "spelling.syllable" in _left(window), timeout=10_000)
    body = form.body.toPlainText()
    type_in(form.body, "xong")
    form.focus_title()
    window.pages.editor.proofing.walk()
    panel = _proofing(window).panel
    panel.choose(next(one for one in panel.left() if one.finding.rule == "spelling.syllable"))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert form.title.text() == "Hội nghị tổng kết năm"
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.title.text() == "Hội nghị tổng kêt năm"
    assert form.body.toPlainText() != body  # what was typed before it still stands
