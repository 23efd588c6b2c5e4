"""Small words, buttons and lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.action_table import Entry, allow, make_action
from ui.controls.labels import action_button, empty, fill, label, number_field, tool_button
from ui.controls.page_head import header


def test_labels_show_letters_as_they_are(qtbot: QtBot) -> None:
    shown = label("<b>chữ</b>", "small", wrap=True)
    qtbot.addWidget(shown)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert shown.wordWrap()
    assert shown.property("role") == "small"


def test_a_button_follows_its_action(qtbot: QtBot) -> None:
    page, pressed = QWidget(), list[str]()
    qtbot.addWidget(page)
    action = make_action(page, Entry("Xóa…", "bin", "Del"), lambda: pressed.append("xóa"))
    button = action_button(action)
    qtbot.addWidget(button)
    assert (button.text(), button.toolTip()) == ("Xóa", "Xóa (Del)")
    button.click()
    assert pressed == ["xóa"]
    allow(action, "Hãy chọn một bài.")
    assert (button.isEnabled(), button.toolTip()) == (False, "Xóa (Del)\nHãy chọn một bài.")


def test_an_icon_button_has_its_words_for_who_listens(qtbot: QtBot) -> None:
    made = tool_button("Việc khác", lambda: None, "more")
    qtbot.addWidget(made)
    assert made.accessibleName() == made.toolTip() == "Việc khác"


def test_layouts_and_areas_are_emptied(qtbot: QtBot) -> None:
    host, column = QWidget(), QVBoxLayout()
    qtbot.addWidget(host)
    host.setLayout(column)
    for words in ("một", "hai"):
        column.addWidget(label(words))
    empty(column)
    assert column.count() == 0
    area, first, second = QScrollArea(), QLabel("một"), QLabel("hai")
    qtbot.addWidget(area)
    fill(area, first)
    fill(area, second)
    assert area.widget() is second


def test_a_head_has_title_subtitle_and_its_buttons(qtbot: QtBot) -> None:
    widget = tool_button("Việc khác", lambda: None, "more")
    head, title, told = header("Lịch họp", widget, subtitle="3 cuộc")
    qtbot.addWidget(head)
    assert (title.text(), told.text()) == ("Lịch họp", "3 cuộc")
    assert head.isAncestorOf(widget)
    field = number_field(1, 99)
    qtbot.addWidget(field)
    assert (field.minimum(), field.maximum()) == (1, 99)


def test_labels_never_interpret_what_they_show(qtbot: QtBot) -> None:
    shown = label("<img src='file:///etc/hostname' width=4000>")
    qtbot.addWidget(shown)
    assert isinstance(shown, QLabel)
    assert shown.sizeHint().height() < 60
