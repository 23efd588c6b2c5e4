"""Ctrl+Space in title, lead and body: the registers end what was typed, in one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from desk.registers import editing, storage
from desk.registers.entries import PersonEntry, Title
from desk.text.blocks import body_text
from tests.making import Cast
from tests.ui.registers.filled import fill
from ui.editor.page import EditorPage
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")
NQ36 = (
    "Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị về đẩy mạnh ứng dụng, phát triển công nghệ thông tin "
    "đáp ứng yêu cầu phát triển bền vững"
)
SEA = "Nghị quyết số 36-NQ/TW, ngày 22/10/2018 của Ban Chấp hành Trung ương"


def _editor(sit: Sit, cast: Cast) -> EditorPage:
    fill(cast)
    window = sit(cast.editor)
    window.navigation.new_article()
    editor = window.pages.editor
    editor.form.date.set_day(date(2019, 4, 9))
    return editor


def _typed(field: QTextEdit, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)


def _ask(editor: EditorPage, field: QTextEdit) -> list[str]:
    QTest.keyClick(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return _offered(editor)


def _offered(editor: EditorPage) -> list[str]:
    model = editor.completion.model
    return (
        [model.item(at).text() for at in range(model.rowCount())]
        if editor.completion.popup.isVisible()
        else []
    )


def _key(editor: EditorPage, key: Qt.Key) -> None:
    QTest.keyClick(editor.completion.popup, key)
    QApplication.processEvents()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_citation_is_taken_into_the_body_and_taken_back_at_once(sit: Sit, cast: Cast, key: Qt.Key) -> None:
    editor = _editor(sit, cast)
    body = editor.form.body
    _typed(body, "theo NQ 36")
    assert _ask(editor, body)[:1] == [NQ36]
    _key(editor, key)
    assert body_text(editor.form.text()) == f"theo {NQ36}"
    assert not editor.completion.popup.isVisible()
    _typed(body, " va")
    assert body_text(editor.form.text()) == f"theo {NQ36} va"
    body.undo()
    body.undo()
    assert body_text(editor.form.text()) == f"theo {NQ36}"
    body.undo()
    assert body_text(editor.form.text()) == "theo NQ 36"


def test_a_name_gets_the_title_of_the_event_s_day_in_title_and_lead_too(sit: Sit, cast: Cast) -> None:
    editor = _editor(sit, cast)
    for field in (editor.form.title, editor.form.lead):
        _typed(field, "dong chi mau")
        assert _ask(editor, field)[0] == "Nguyễn Thị Mẫu – Trưởng ban Tuyên giáo Tỉnh ủy"
        _key(editor, Qt.Key.Key_Return)
        assert field.toPlainText() == "dong chi Nguyễn Thị Mẫu – Trưởng ban Tuyên giáo Tỉnh ủy"
    editor.form.date.set_day(date(2024, 4, 9))
    editor.form.lead.selectAll()
    _typed(editor.form.lead, "mau")
    assert _ask(editor, editor.form.lead)[0].endswith("Phó Bí thư Thường trực Tỉnh ủy")


def test_arrows_choose_and_esc_puts_the_list_away_and_stays(sit: Sit, cast: Cast) -> None:
    editor = _editor(sit, cast)
    body = editor.form.body
    _typed(body, "NQ 36")
    assert _ask(editor, body) == [NQ36, SEA, "Nghị quyết số 36-NQ/TW"]
    _key(editor, Qt.Key.Key_Escape)
    assert _offered(editor) == []
    assert editor.isVisible()
    assert body.toPlainText() == "NQ 36"
    _ask(editor, body)
    for _ in range(2):
        _key(editor, Qt.Key.Key_Down)
    _key(editor, Qt.Key.Key_Return)
    assert body.toPlainText() == "Nghị quyết số 36-NQ/TW"


def test_the_list_follows_what_is_typed_on(sit: Sit, cast: Cast) -> None:
    editor = _editor(sit, cast)
    body = editor.form.body
    _typed(body, "CT 3")
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    _typed(body, "37")
    assert len(_ask(editor, body)) >= 2
    _key(editor, Qt.Key.Key_X)
    QTest.qWait(20)
    assert _offered(editor) == []
    assert body.toPlainText() == "CT 37x"


def test_nothing_that_fits_is_said_and_nothing_changes(sit: Sit, cast: Cast) -> None:
    editor = _editor(sit, cast)
    said: list[str] = []
    editor.session.said.connect(lambda words, *_: said.append(words))
    _typed(editor.form.body, "xyz")
    assert _ask(editor, editor.form.body) == []
    assert said[-1] == "Sổ tay chưa có gì hợp với chữ trước con trỏ."
    assert editor.form.body.toPlainText() == "xyz"


def test_never_while_an_input_method_composes_nor_where_one_only_reads(sit: Sit, cast: Cast) -> None:
    editor = _editor(sit, cast)
    body = editor.form.body
    _typed(body, "NQ 36")
    QApplication.sendEvent(body, QInputMethodEvent("ng", []))
    assert _ask(editor, body) == []
    QApplication.sendEvent(body, QInputMethodEvent("", []))
    assert _ask(editor, body) != []
    QApplication.sendEvent(body, QInputMethodEvent("ng", []))
    QTest.qWait(20)
    editor.completion._take(editor.completion.completer.completionModel().index(0, 0))
    assert body.toPlainText() == "NQ 36"
    QApplication.sendEvent(body, QInputMethodEvent("", []))
    editor.completion.popup.hide()
    editor.form.set_read_only(True)
    assert _ask(editor, body) == []


def test_the_registers_are_read_once_and_anew_when_they_change(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = _editor(sit, cast)
    asked: list[int] = []
    read = storage.people
    monkeypatch.setattr(storage, "people", lambda: asked.append(1) or read())  # type: ignore[func-returns-value]  # a count
    body = editor.form.body
    _typed(body, "sinh")
    for _ in range(3):
        assert _ask(editor, body)[0].startswith("Giàng A Sình")
        _key(editor, Qt.Key.Key_Escape)
    assert len(asked) == 1
    new = PersonEntry("Hoàng Sinh", (Title("Bí thư", "Huyện ủy"),))
    editor.session.client.do(editor, lambda: editing.add(cast.editor, new))
    assert "Hoàng Sinh – Bí thư Huyện ủy" in _ask(editor, body)
    assert len(asked) > 1
