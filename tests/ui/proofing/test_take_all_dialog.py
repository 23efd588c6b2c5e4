"""Every place of a kind is seen with the words around it, and may be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.proofing.faulty import findings
from ui.proofing.take_all_dialog import TakeAllDialog


def test_places_are_told_apart_and_left_out(qtbot: QtBot) -> None:
    alike = [one for one in findings() if one.finding.family == "typography"]
    dialog = TakeAllDialog(None, alike, "Sửa")
    qtbot.addWidget(dialog)
    assert dialog.windowTitle().endswith(f"{len(alike)} chỗ cùng loại")
    rows = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert rows[0] == "…Đồng chí Vi Thị [Thuần- Trưởng → Thuần - Trưởng] ban chủ trì hội nghị, c…"
    assert dialog.chosen() == alike
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen() == alike[1:]
