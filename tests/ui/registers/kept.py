"""What a dialog of an entry is given in tests, and how one goes through it by Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.registers.entries import Entry
from tests.ui.keys import focused
from ui.registers.entry_dialog import EntryDialog, Keep


def keeping(kept: list[Entry]) -> Keep:
    """Take every entry, and remember it."""

    def keep(entry: Entry, then: object, refused: object) -> None:
        kept.append(entry)
        assert callable(then)
        then()

    return keep


def fields_by_tab(qtbot: QtBot, dialog: EntryDialog) -> tuple[list[QWidget], list[QWidget]]:
    """Show a dialog; return its fields as they stand, and those that Tab reaches from the first."""
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    form = dialog.findChild(QFormLayout)
    assert form is not None
    items = [form.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(form.rowCount())]
    fields = [field for item in items if item is not None and (field := item.widget()) is not None]
    fields[0].setFocus()
    reached = [fields[0]]
    for field in fields[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(field if field.hasFocus() else focused())
    return fields, reached
