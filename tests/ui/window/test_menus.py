"""The menus and the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.making import Cast, filled
from ui.issue.actions import Do as Issue
from ui.look import style
from ui.look.style import Scheme
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


def _inside(menu: QObject) -> Iterator[QAction]:
    """Yield the actions of a menu and of those in it."""
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _inside(inner)
        else:
            yield action


def _menus(window: Window) -> Iterator[QMenu]:
    """Yield every menu of the menu bar as it opens, and those in it."""
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        yield menu
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                yield inner


@pytest.mark.usefixtures("april")
def test_every_menu_has_room_on_the_smallest_screen(sit: Sit, cast: Cast) -> None:
    filled(cast, "Giao ban quý")
    window = sit(cast.secretary)
    found = []
    for percent in (100, 150):
        style.look().wear(Scheme.LIGHT, percent)
        for page in ("articles", "issue", "shelf", "calendar", "review"):
            window.pages.go(page)
            high = {menu.title(): menu.sizeHint().height() for menu in _menus(window)}
            found += [f"{title} {percent} % at {page}: {tall}" for title, tall in high.items() if tall > 600]
    assert found == []


@pytest.mark.usefixtures("april")
@pytest.mark.parametrize("role", ["writer", "secretary", "chief", "admin"])
def test_before_a_page_is_opened_nothing_is_offered_that_it_then_refuses(
    sit: Sit, cast: Cast, role: str
) -> None:
    window = sit(getattr(cast, role))
    first = {action: action.toolTip() for menu in _menus(window) for action in menu.actions()}
    offered = {action for action in first if action.isEnabled() and action.isVisible()}
    for page in ("articles", "review", "calendar", "issue", "shelf", "journal"):
        window.pages.go(page)
    assert [action.text() for action in offered if isValid(action) and not action.isEnabled()] == []
    acts = window.pages.issue.acts
    for which in (Issue.CLOSE, Issue.RELEASE):
        assert not acts[which].isEnabled()
        assert first[acts[which]] == (
            "Hãy mở trang Bản tin trước." if role != "writer" else acts[which].toolTip()
        )
        assert acts[which].toolTip() != "Hãy mở trang Bản tin trước."


def test_menus_hold_every_action(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    said = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert menu is not None
        menu.aboutToShow.emit()  # type: ignore[attr-defined]  # QMenu, the stub says QObject
        said |= {action.text().replace("&", "") for action in _inside(menu)}
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
