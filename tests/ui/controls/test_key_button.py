"""A button that shows its key."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.controls.key_button import KeyButton


def test_the_key_takes_its_room_on_the_button(qtbot: QtBot) -> None:
    button = KeyButton()
    qtbot.addWidget(button)
    button.setText("Duyệt")
    bare = button.sizeHint().width()
    button.set_key("D")
    assert button.sizeHint().width() > bare
    button.show()
    assert not button.grab().isNull()
    button.set_key("")
    assert button.sizeHint().width() == bare
