"""A button with its key, a box and a table to choose from."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.controls.elided_combo import ElidedCombo
from ui.controls.framed_table import FramedTable
from ui.controls.key_button import KeyButton


def test_a_key_takes_room_beside_the_words(qtbot: QtBot) -> None:
    made = KeyButton()
    qtbot.addWidget(made)
    made.setText("Sửa")
    bare = made.sizeHint().width()
    made.set_key("S")
    assert made.sizeHint().width() > bare
    made.show()
    assert not made.grab().isNull()
    made.set_key("")
    assert made.sizeHint().width() == bare


def test_a_box_has_the_whole_of_its_words_in_the_tooltip(qtbot: QtBot) -> None:
    box = ElidedCombo(6)
    qtbot.addWidget(box)
    words = "Số 4/2019, chủ đề ngày sách và văn hóa đọc"
    box.addItem(words)
    box.show()
    assert box.toolTip() == words
    assert not box.grab().isNull()


def test_the_last_column_takes_what_is_left(qtbot: QtBot) -> None:
    table = FramedTable("Các tệp", ("Việc", "Tên", "Vì sao"), (80, 120))
    qtbot.addWidget(table)
    assert [table.columnWidth(column) for column in range(2)] == [80, 120]
    assert table.horizontalHeader().stretchLastSection()
    assert table.accessibleName() == "Các tệp"
