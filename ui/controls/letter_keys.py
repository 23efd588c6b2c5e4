"""One-letter keys beside boxes that jump to the entry beginning with a letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox


class _LetterKeys(QObject):
    """Leaves one-letter keys to a box that jumps to the entry beginning with that letter."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a plain letter from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().eventFilter(watched, event)


def rest_letters(*boxes: QComboBox) -> None:
    """Let the keys of acts rest while one of these boxes has the focus."""
    for box in boxes:
        box.installEventFilter(_LetterKeys(box))
