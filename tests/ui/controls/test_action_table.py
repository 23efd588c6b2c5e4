"""The one maker of actions: words, keys, what rests and why."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.controls.action_table import ActionTable, Entry, Reach, Table, allow, make_action


class Do(Enum):
    MAKE = auto()
    REMOVE = auto()
    MARK = auto()


TABLE: Table[Do, int] = {
    Do.MAKE: Entry("Thêm…", "add", "N", repeats=False),
    Do.REMOVE: Entry("Xóa", "bin", when=lambda count: "" if count else "Chưa có gì.", shown=lambda n: n < 9),
    Do.MARK: Entry("Đậm", key="Ctrl+B", on=lambda count: count > 1, reach=Reach.READ, names_key=True),
}


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def test_a_table_makes_its_actions_in_its_order(page: QWidget) -> None:
    pressed: list[Do] = []
    table = ActionTable(page, TABLE, {which: partial(pressed.append, which) for which in Do})
    assert [action.text() for action in table.all()] == ["Thêm…", "Xóa", "Đậm"]
    assert list(table) == list(Do)
    assert table[Do.MAKE].property("icon_name") == "add"
    assert not table[Do.MAKE].autoRepeat()
    QTest.keyClick(page, Qt.Key.Key_N)
    table[Do.REMOVE].trigger()
    assert pressed == [Do.MAKE, Do.REMOVE]


def test_a_key_that_the_widget_reads_is_only_named(page: QWidget) -> None:
    pressed: list[str] = []
    made = make_action(page, TABLE[Do.MARK], lambda: pressed.append("đậm"))
    assert made not in page.actions()
    assert made.toolTip() == "Đậm (Ctrl+B)"
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_actions_follow_the_state(page: QWidget) -> None:
    table = ActionTable(page, TABLE, {which: lambda: None for which in Do})
    table.follow(0)
    assert (table[Do.REMOVE].isEnabled(), table[Do.REMOVE].toolTip()) == (False, "Chưa có gì.")
    assert not table[Do.MARK].isChecked()
    table.follow(2)
    assert (table[Do.REMOVE].isEnabled(), table[Do.REMOVE].whatsThis()) == (True, "")
    assert table[Do.MARK].isChecked()
    table.follow(9)
    assert not table[Do.REMOVE].isVisible()
    table.follow(1)
    assert table[Do.REMOVE].isEnabled()  # shown again, it may be done


def test_what_may_be_done_again_has_its_own_tip_again(page: QWidget) -> None:
    made = make_action(page, TABLE[Do.MARK], lambda: None)
    allow(made, "Chỉ đọc.")
    assert (made.toolTip(), made.isEnabled()) == ("Đậm (Ctrl+B)\nChỉ đọc.", False)
    allow(made, "")
    assert (made.toolTip(), made.isEnabled()) == ("Đậm (Ctrl+B)", True)
