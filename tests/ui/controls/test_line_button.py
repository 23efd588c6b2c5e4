"""A line that is pressed: its words, its remark, one line or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.controls.line_button import LineButton

_LONG = "Hội nghị giao ban báo chí tháng tư và tập huấn nghiệp vụ cho cộng tác viên các huyện"


def test_long_words_are_cut_or_take_a_second_line(qtbot: QtBot) -> None:
    cut = LineButton(_LONG, "3 ngày", "clock")
    wrapped = LineButton(_LONG, "", "clock", wrap=True)
    for line in (cut, wrapped):
        qtbot.addWidget(line)
        line.resize(260, line.heightForWidth(260) if line.hasHeightForWidth() else 34)
        line.show()
    assert len(cut.shown()) == 1
    assert cut.shown()[0].endswith("…")
    assert len(wrapped.shown()) == 2
    assert wrapped.heightForWidth(260) > wrapped.heightForWidth(2000)
    assert cut.accessibleName() == f"{_LONG}. 3 ngày"


def test_it_is_pressed_by_mouse_and_by_key(qtbot: QtBot) -> None:
    line = LineButton("Giao ban", "", "clock", below=True)
    qtbot.addWidget(line)
    line.show()
    pressed: list[int] = []
    line.clicked.connect(lambda: pressed.append(1))
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert pressed == [1, 1]
