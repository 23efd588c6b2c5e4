"""The side panel's tabs never are wider than it, and say their words to whoever asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.review.panel_tabs import PanelTabs


def test_where_there_is_little_room_the_others_are_signs_with_numbers(qtbot: QtBot) -> None:
    tabs = PanelTabs()
    qtbot.addWidget(tabs)
    parts = [QWidget() for _ in range(5)]
    for part, words in zip(parts, ("Thay đổi", "Trao đổi", "Kiểm tra", "Lịch sử", "Soát lỗi"), strict=True):
        tabs.add(part, words, "comment")
    tabs.count_in(parts[2], "9/12")
    tabs.resize(900, 300)
    tabs.show()
    assert [tabs.tabText(at) for at in range(5)] == [
        "Thay đổi",
        "Trao đổi",
        "Kiểm tra 9/12",
        "Lịch sử",
        "Soát lỗi",
    ]
    tabs.resize(260, 300)
    assert [tabs.tabText(at) for at in range(5)] == ["Thay đổi", "", "9/12", "", ""]
    assert tabs.tabBar().accessibleTabName(2) == "Kiểm tra 9/12"
    assert tabs.tabToolTip(4) == "Soát lỗi (Alt+5)"
    tabs.setCurrentWidget(parts[4])
    assert tabs.tabText(4) == "Soát lỗi"
    assert tabs.tabText(0) == ""
    bar = tabs.tabBar()
    assert bar.tabRect(4).right() <= 260
