"""The editor's actions: checked and enabled as the cursor stands, each with its key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from pytestqt.qtbot import QtBot

from desk.text.blocks import Heading, ListItem, Mark, Run
from tests.ui.editor.hands import CTRL, SHIFT, Hands, p
from ui.editor.actions import Command


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def _checked(hands: Hands) -> set[Command]:
    return {which for which in Command if hands.editor.acts[which].isChecked()}


def test_what_the_cursor_stands_in_is_checked(hands: Hands) -> None:
    hands.open(
        Heading("00000001", (Run("Đề mục"),), 1),
        p("đậm", "00000002", Mark.BOLD),
        ListItem("00000003", (Run("Mục"),), ordered=True),
    )
    hands.put(0, 2)
    assert _checked(hands) == {Command.HEADING1}
    hands.put(1, 2)
    assert _checked(hands) == {Command.PARAGRAPH, Command.BOLD}
    hands.put(2, 1)
    assert _checked(hands) == {Command.NUMBERS}


def test_commands_of_tables_say_where_they_are_of_use(hands: Hands) -> None:
    hands.open(p("một"))
    row, heading = hands.editor.acts[Command.ROW_BELOW], hands.editor.acts[Command.HEADING1]
    assert row.whatsThis() == "Con trỏ không nằm trong bảng."
    hands.editor.acts[Command.TABLE].trigger()
    assert row.isEnabled()
    assert heading.whatsThis() == "Trong bảng không dùng được."


def test_who_only_reads_is_told_so(hands: Hands) -> None:
    hands.open(p("một"))
    hands.editor.setReadOnly(True)
    hands.editor.acts.follow()
    assert not any(hands.editor.acts[which].isEnabled() for which in Command)
    assert hands.editor.acts[Command.BOLD].whatsThis() == "Bài này chỉ đọc, không sửa được."


def test_a_pressed_action_is_checked_as_the_text_is(hands: Hands) -> None:
    hands.open(p("một"))
    hands.editor.moveCursor(QTextCursor.MoveOperation.End)
    bold = hands.editor.acts[Command.BOLD]
    bold.trigger()
    assert bold.isChecked()
    bold.trigger()
    assert not bold.isChecked()
    assert bold.property("tip") == "Đậm (Ctrl+B)"


@pytest.mark.parametrize(
    ("key", "modifiers", "which"),
    [
        (Qt.Key.Key_B, CTRL, Command.BOLD),
        (Qt.Key.Key_Ampersand, CTRL | SHIFT, Command.NUMBERS),  # the sign on 7
        (Qt.Key.Key_Z, CTRL | SHIFT, Command.REDO),
        (Qt.Key.Key_B, SHIFT, None),
    ],
)
def test_keys_find_their_action(
    hands: Hands, key: Qt.Key, modifiers: Qt.KeyboardModifier, which: Command | None
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    found = hands.editor.acts.for_key(event)
    assert found is (hands.editor.acts[which] if which is not None else None)
