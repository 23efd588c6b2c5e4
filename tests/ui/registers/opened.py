"""Sổ tay opened in the real window, and what its tables show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.registers.entries import Kind
from ui.registers.entries_tab import EntriesTab
from ui.registers.page import RegistersPage
from ui.window.window import Window

Sit = Callable[[int], Window]


def opened(window: Window) -> RegistersPage:
    """Open Sổ tay by its key."""
    QTest.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.name() == "registers"
    return window.pages.registers


def tab_of(page: RegistersPage, kind: Kind) -> EntriesTab:
    """Bring a register into view, its table in focus."""
    page.tabs.setCurrentWidget(page.registers[kind])
    page.registers[kind].view.setFocus()
    return page.registers[kind]


def cells(tab: EntriesTab, column: int = 0) -> list[str]:
    """Return what a column shows, row by row."""
    return [str(tab.model.index(at, column).data()) for at in range(tab.model.rowCount())]
