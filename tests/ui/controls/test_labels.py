"""Labels, buttons that follow an action, texts cut to their room."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.action_table import Entry, make_action
from ui.controls.labels import action_button, cut, empty, fill, label, number_field, tool_button


def test_a_button_follows_its_action(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[int] = []
    entry: Entry[None] = Entry("Gửi biên tập…", "submit", "G")
    action = make_action(owner, entry, lambda: done.append(1))
    shown = action_button(action)
    qtbot.addWidget(shown)
    assert shown.text() == "Gửi biên tập"
    assert shown.toolTip() == "Gửi biên tập (G)"
    shown.click()
    assert done == [1]
    action.setWhatsThis("Chưa có tít.")
    action.setEnabled(False)
    assert not shown.isEnabled()
    assert shown.toolTip().endswith("\nChưa có tít.")


def test_what_does_not_fit_is_cut(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    assert cut("ngắn", metrics, 1000) == "ngắn"
    short = cut("một câu rất dài không vừa chỗ", metrics, 80)
    assert short.endswith("…")
    assert metrics.horizontalAdvance(short) <= 80


def test_what_was_inside_goes(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    fill(area, label("một"))
    second = label("hai")
    fill(area, second)
    assert area.widget() is second
    column = QVBoxLayout()
    holder = QWidget()
    holder.setLayout(column)
    qtbot.addWidget(holder)
    column.addWidget(QLabel("ba"))
    empty(column)
    assert column.count() == 0


def test_fields_and_icon_buttons_say_what_they_are(qtbot: QtBot) -> None:
    field = number_field(1, 60)
    qtbot.addWidget(field)
    field.setValue(99)
    assert field.value() == 60
    pressed: list[int] = []
    button = tool_button("Thứ tự", lambda: pressed.append(1), "sort")
    qtbot.addWidget(button)
    button.click()
    assert pressed == [1]
    assert button.accessibleName() == button.toolTip() == "Thứ tự"
