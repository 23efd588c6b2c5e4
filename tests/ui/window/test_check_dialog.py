"""The findings of a check-up are read place by place, and copied."""

from __future__ import annotations

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
