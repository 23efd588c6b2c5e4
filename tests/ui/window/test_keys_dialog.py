"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.action_table import Entry, make_action
from ui.window.keys_dialog import KeysDialog


def test_only_what_has_a_key_is_listed_group_by_group(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    keyed: Entry[None] = Entry("Bài mới…", key="Ctrl+N")
    bare: Entry[None] = Entry("Đăng xuất")
    actions = [make_action(owner, keyed, lambda: None), make_action(owner, bare, lambda: None)]
    dialog = KeysDialog(owner, [("&Tệp", actions), ("&Trống", actions[1:])], {"&Tệp": [("Kéo", "Alt")]})
    texts = [shown.text() for shown in dialog.findChildren(QLabel)]
    for text in ("TỆP", "Bài mới", "Ctrl+N", "Kéo", "Alt"):
        assert text in texts
    assert "TRỐNG" not in texts
    assert "Đăng xuất" not in texts


def test_no_key_is_cut(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    long: Entry[None] = Entry(
        "Một việc có tên dài hơn mọi việc khác của cả chương trình này", key="Ctrl+Shift+Alt+F12"
    )
    dialog = KeysDialog(owner, [("&Tệp", [make_action(owner, long, lambda: None)] * 40)])
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    assert area.verticalScrollBar().isVisible()
    assert inside.minimumSizeHint().width() <= area.viewport().width()
    dialog.close()
