"""What a keyboard or an input method types, without the signs that nobody sees."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from desk.text.signs import shown


def seen_key(event: QKeyEvent) -> QKeyEvent:
    """Return the key press with the letters as they are stored; keys that type none are left as they are."""
    text = event.text()
    if (len(text) == 1 and text < " ") or text in ("", "\x7f"):  # Enter, Tab, Ctrl with a letter, Delete
        return event
    clean = shown(text)
    if clean == text:
        return event
    return QKeyEvent(event.type(), event.key(), event.modifiers(), clean, event.isAutoRepeat(), event.count())


def seen_input(event: QInputMethodEvent) -> QInputMethodEvent:
    """Return the composition with what it commits as it is stored."""
    clean = shown(event.commitString())
    if clean == event.commitString():
        return event
    made = QInputMethodEvent(event.preeditString(), event.attributes())
    made.setCommitString(clean, event.replacementStart(), event.replacementLength())
    return made
