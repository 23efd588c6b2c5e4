"""The findings of a check-up are read place by place, and copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.integrity.database import CheckResult, Finding
from ui.window.check_dialog import CheckDialog

FAULTS = (CheckResult(Finding.TEXT_CHANGED, "3/1"), CheckResult(Finding.ROW, "person 4", "CHANGED"))
SAID = ["Bài/phiên bản 3/1 đã bị sửa ngoài chương trình", "Người số 4 bị sửa ngoài chương trình"]


def test_each_place_has_its_sentence(qtbot: QtBot) -> None:
    dialog = CheckDialog(None, FAULTS)
    qtbot.addWidget(dialog)
    dialog.show()
    said = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert said == SAID
    assert "2 chỗ" in dialog.intro.text()
    copy = next(one for one in dialog.buttons.buttons() if one.text() == "Sao chép")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines() == SAID
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_check_under_way_tells_later_what_it_found(qtbot: QtBot) -> None:
    dialog = CheckDialog(None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Đang kiểm tra" in dialog.intro.text()
    assert dialog.list.isHidden()
    dialog.tell(())
    assert "nguyên vẹn" in dialog.intro.text()
    dialog.tell(FAULTS)
    assert dialog.list.count() == 2
    assert dialog.list.isVisible()


def test_the_code_on_a_print_is_compared(qtbot: QtBot) -> None:
    asked: list[str] = []
    answers = iter((True, False))

    def compare(code: str, told: Callable[[bool], None], _: object) -> None:
        asked.append(code)
        told(next(answers))

    dialog = CheckDialog(None, (), compare)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.code.setFocus()
    QTest.keyClicks(dialog.code, "214-1a2b3c4d")
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)  # compares, and closes nothing
    assert dialog.isVisible()
    assert dialog.verdict.text() == "Khớp: nhật ký đến dòng 214 vẫn đúng như lúc in."
    QTest.keyClicks(dialog.code, "5e")
    assert dialog.verdict.isHidden()
    QTest.mouseClick(dialog.press, Qt.MouseButton.LeftButton)
    assert dialog.verdict.text().startswith("Không khớp: nhật ký không còn dòng 214")
    assert asked == ["214-1a2b3c4d", "214-1a2b3c4d5e"]


def test_what_is_no_code_is_said_in_place(qtbot: QtBot) -> None:
    dialog = CheckDialog(None, (), lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.code.setText("214-1a2b-3cđ4")  # as a Vietnamese keyboard makes it of “dd”
    QTest.mouseClick(dialog.press, Qt.MouseButton.LeftButton)
    assert "tắt bộ gõ" in dialog.fault.text()
