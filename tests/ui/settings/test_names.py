"""The department's names and imprint, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.department import settings
from tests.making import Cast
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_refused_setting_leaves_what_was_filled_in(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.names
    tab.fields["printer"].setText("Nhà in Báo Nghệ An")
    tab.fields["bulletin"].setText("")
    tab.save.click()
    assert "Cần điền tên" in window.notice.words()
    assert tab.fields["printer"].text() == "Nhà in Báo Nghệ An"
    window.pages.settings.sections._save()  # another tab's success refreshes, but not over unsaved words
    assert tab.fields["printer"].text() == "Nhà in Báo Nghệ An"
    tab.fields["bulletin"].setText("Thông báo nội bộ")
    tab.save.click()
    assert settings.imprint().printer == "Nhà in Báo Nghệ An"


def test_enter_and_ctrl_s_save_what_was_filled_in(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.names
    place, printer = tab.fields["place"], tab.fields["printer"]
    place.setText("Vinh")
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert settings.names().place == "Vinh"
    printer.setFocus()
    printer.setText("Nhà in Báo Nghệ An")
    qtbot.keyClick(printer, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert settings.imprint().printer == "Nhà in Báo Nghệ An"
