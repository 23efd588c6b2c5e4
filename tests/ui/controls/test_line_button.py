"""A line that is pressed: its words, its remark, one line or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(line, key)
    assert pressed == [1, 1, 1, 1]


LONG = "Bài “Hội nghị tổng kết công tác tuyên giáo năm 2018” chưa được lãnh đạo duyệt bản mới nhất của nó"


def test_it_is_pressed_by_key_and_says_all_to_who_listens(qtbot: QtBot) -> None:
    line = LineButton("Số 4/2019", "chưa chốt", "issue", strong=True)
    qtbot.addWidget(line)
    line.show()
    with qtbot.waitSignal(line.clicked):
        QTest.keyClick(line, Qt.Key.Key_Space)
    assert line.accessibleName() == "Số 4/2019. chưa chốt"
    assert line.toolTip() == "Số 4/2019\nchưa chốt"


def test_words_take_a_second_line_only_where_they_may(qtbot: QtBot) -> None:
    wrapped, plain = LineButton(LONG, "", "warning", wrap=True), LineButton(LONG, "", "warning")
    for line in (wrapped, plain):
        qtbot.addWidget(line)
        line.resize(320, line.heightForWidth(320) if line.hasHeightForWidth() else 34)
        line.show()
        assert not line.grab().isNull()
    assert wrapped.heightForWidth(320) > wrapped.heightForWidth(2000)
    assert len(wrapped.shown()) == 2
    assert len(plain.shown()) == 1
    assert plain.shown()[0].endswith("…")
