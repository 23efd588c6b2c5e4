"""The list of findings: what a row says, what keys and a double click take."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.proofing.faulty import findings
from ui.proofing.finding_list import WHERE, FindingView, shown


@pytest.fixture
def view(qtbot: QtBot) -> FindingView:
    made = FindingView()
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.found.show(findings())
    made.setFocus()
    return made


def test_a_row_is_said_to_who_cannot_see_it(view: FindingView) -> None:
    said = view.found.data(view.found.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Sai: 38-CT/TW. Thiếu chữ “số” trước số và ký hiệu văn bản."
    view.found.show(findings()[:1], ["trang 3, Bài"])
    assert view.found.data(view.found.index(0), WHERE) == "trang 3, Bài"
    assert view.found.data(view.found.index(0), Qt.ItemDataRole.AccessibleTextRole).endswith("trang 3, Bài")


def test_keys_and_a_double_click_take(view: FindingView) -> None:
    taken: list[int] = []
    view.taken.connect(taken.append)
    QTest.keyClick(view, Qt.Key.Key_Return)  # nothing is looked at yet
    view.choose(1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)  # another act's
    place = view.visualRect(view.found.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert taken == [0, 2, 0]


def test_spaces_and_line_ends_are_seen() -> None:
    assert shown("quả  đạt") == "quả··đạt"
    assert shown("một\nhai") == "một ¶ hai"
