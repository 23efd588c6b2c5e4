"""The one maker of actions."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.modal import front
from ui.controls.action_table import ActionTable, Entry, Reach, Table, allow, make_action, mark


class Do(Enum):
    MAKE = auto()
    REMOVE = auto()
    READ = auto()


TABLE: Table[Do, str] = {
    Do.MAKE: Entry(mark("Làm"), "add", "M", repeats=False),
    Do.REMOVE: Entry(mark("Bỏ"), "bin", "Del", when=lambda state: "" if state else "Chưa chọn gì."),
    Do.READ: Entry(
        mark("Đọc"), key="Ctrl+R", may=bool, shown=lambda state: state != "ẩn", reach=Reach.WINDOW
    ),
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _page(window: QWidget) -> tuple[QWidget, QLineEdit, ActionTable[Do, str], list[Do]]:
    page, other = QWidget(), QLineEdit()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(other)
    done: list[Do] = []
    table = ActionTable(
        page,
        TABLE,
        {
            Do.MAKE: lambda: done.append(Do.MAKE),
            Do.REMOVE: lambda: done.append(Do.REMOVE),
            Do.READ: lambda: done.append(Do.READ),
        },
    )
    window.show()
    front(window)
    page.setFocus()
    return page, other, table, done


def test_actions_follow_the_state_and_say_why_not(window: QWidget) -> None:
    page, _, table, _ = _page(window)
    assert list(table) == list(Do)
    assert page.actions() == table.all()
    table.follow("")
    assert [action.isEnabled() for action in table.all()] == [True, False, False]
    assert table[Do.REMOVE].whatsThis() == "Chưa chọn gì."
    table.follow("ẩn")
    assert [action.isEnabled() for action in table.all()] == [True, True, False]  # hidden ones rest
    assert [action.isVisible() for action in table.all()] == [True, True, False]
    table.follow("một")
    assert table[Do.READ].isVisible()
    assert table[Do.REMOVE].toolTip() == "Bỏ"


def test_a_pages_key_acts_on_the_page_a_windows_key_everywhere(qtbot: QtBot, window: QWidget) -> None:
    page, other, table, done = _page(window)
    table.follow("một")
    qtbot.keyClick(page, Qt.Key.Key_M)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_M)
    assert other.text() == "m"
    qtbot.keyClick(other, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert done == [Do.MAKE, Do.READ]


def test_keys_rest_while_one_types_and_come_back(qtbot: QtBot, window: QWidget) -> None:
    page, _, table, done = _page(window)
    table.set_live(False)
    qtbot.keyClick(page, Qt.Key.Key_M)
    assert done == []
    table.set_live(True)
    qtbot.keyClick(page, Qt.Key.Key_M)
    assert done == [Do.MAKE]
    assert not table[Do.MAKE].autoRepeat()
    assert table[Do.REMOVE].autoRepeat()


def test_one_action_alone(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[int] = []
    entry: Entry[None] = Entry("Hiện", "today", "Ctrl+D", checkable=True)
    action = make_action(owner, entry, lambda: done.append(1))
    action.trigger()
    assert done == [1]
    assert action.isCheckable()
    assert action.isChecked()
    assert action.property("icon_name") == "today"
    assert not action.icon().isNull()
    assert action.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut


class Act(Enum):
    MAKE = auto()
    REMOVE = auto()
    MARK = auto()


COUNTED: Table[Act, int] = {
    Act.MAKE: Entry("Thêm…", "add", "N", repeats=False),
    Act.REMOVE: Entry("Xóa", "bin", when=lambda count: "" if count else "Chưa có gì.", shown=lambda n: n < 9),
    Act.MARK: Entry("Đậm", key="Ctrl+B", on=lambda count: count > 1, reach=Reach.READ, names_key=True),
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
    pressed: list[Act] = []
    table = ActionTable(page, COUNTED, {which: partial(pressed.append, which) for which in Act})
    assert [action.text() for action in table.all()] == ["Thêm…", "Xóa", "Đậm"]
    assert list(table) == list(Act)
    assert table[Act.MAKE].property("icon_name") == "add"
    assert not table[Act.MAKE].autoRepeat()
    QTest.keyClick(page, Qt.Key.Key_N)
    table[Act.REMOVE].trigger()
    assert pressed == [Act.MAKE, Act.REMOVE]


def test_a_key_that_the_widget_reads_is_only_named(page: QWidget) -> None:
    pressed: list[str] = []
    made = make_action(page, COUNTED[Act.MARK], lambda: pressed.append("đậm"))
    assert made not in page.actions()
    assert made.toolTip() == "Đậm (Ctrl+B)"
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_actions_follow_the_state(page: QWidget) -> None:
    table = ActionTable(page, COUNTED, {which: lambda: None for which in Act})
    table.follow(0)
    assert (table[Act.REMOVE].isEnabled(), table[Act.REMOVE].toolTip()) == (False, "Chưa có gì.")
    assert not table[Act.MARK].isChecked()
    table.follow(2)
    assert (table[Act.REMOVE].isEnabled(), table[Act.REMOVE].whatsThis()) == (True, "")
    assert table[Act.MARK].isChecked()
    table.follow(9)
    assert not table[Act.REMOVE].isVisible()
    table.follow(1)
    assert table[Act.REMOVE].isEnabled()  # shown again, it may be done


def test_what_may_be_done_again_has_its_own_tip_again(page: QWidget) -> None:
    made = make_action(page, COUNTED[Act.MARK], lambda: None)
    allow(made, "Chỉ đọc.")
    assert (made.toolTip(), made.isEnabled()) == ("Đậm (Ctrl+B)\nChỉ đọc.", False)
    allow(made, "")
    assert (made.toolTip(), made.isEnabled()) == ("Đậm (Ctrl+B)", True)
