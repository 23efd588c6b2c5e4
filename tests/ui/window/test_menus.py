"""The menus and the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.making import Cast
from ui.window.commands import Do
from ui.window.keys_dialog import KeysDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_the_sheet_lists_every_key(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.chief)
    window.commands[Do.KEYS].trigger()
    sheet = window.findChild(KeysDialog)
    assert isinstance(sheet, KeysDialog)
    said = {made.text() for made in sheet.findChildren(QLabel)}
    assert {"Duyệt", "D", "Trả lại", "Ctrl+N", "Ctrl+S", "Mở tệp gốc", "SOẠN BÀI", "Nhập bài", "F1"} <= said
    sheet.close()


def test_menus_hold_every_action(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    said = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert menu is not None
        menu.aboutToShow.emit()  # type: ignore[attr-defined]  # QMenu, the stub says QObject
        said |= {action.text().replace("&", "") for action in menu.actions()}  # type: ignore[attr-defined]  # as above
    assert {
        "Bài mới",
        "Nhập bài…",
        "Lưu",
        "Xuất…",
        "Duyệt",
        "Các phiên bản…",
        "Mở tệp gốc",
        "Lưu tệp gốc…",
        "Số mới",
        "Bài sau",
        "Nền tối",
    } <= said
