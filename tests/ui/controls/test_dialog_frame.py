"""The frame alone: how it is left, and by whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.controls.dialog_frame import DialogFrame
from ui.controls.form_dialog import FormDialog
from ui.look.screen_room import screen_place


def test_esc_leaves_and_a_fault_stands_until_it_is_cured(qtbot: QtBot) -> None:
    frame = DialogFrame(None, "Thử")
    field = QLineEdit()
    frame.body.addWidget(field)
    qtbot.addWidget(frame)
    frame.show()
    frame.complain("Cần điền tên.")
    assert frame.fault.isVisible()
    QTest.keyClicks(field, "An")
    assert not frame.fault.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_Escape)
    assert not frame.isVisible()


def test_a_program_that_closes_a_form_is_asked_nothing(qtbot: QtBot) -> None:
    form = FormDialog(None, "Thử")
    field = QLineEdit()
    form.body.addWidget(field)
    qtbot.addWidget(form)
    form.show()
    QTest.keyClicks(field, "An")
    assert form.filled_in()
    form.close()
    assert not form.isVisible()


def test_what_grows_at_the_lower_edge_of_the_screen_comes_up(qtbot: QtBot) -> None:
    frame = DialogFrame(None, "Thử")
    frame.body.addWidget(QLineEdit())
    qtbot.addWidget(frame)
    frame.show()
    screen = screen_place(frame)
    frame.move(20, screen.bottom() - frame.frameGeometry().height())
    more = QLineEdit()
    more.setMinimumHeight(160)
    frame.body.addWidget(more)
    qtbot.waitUntil(lambda: more.height() >= 160)
    assert frame.frameGeometry().bottom() <= screen.bottom()
    assert frame.frameGeometry().top() >= screen.top()
