"""Undo by words: what is typed of one word, corrections of a Vietnamese keyboard among it, is taken back at once.

Unikey and its like take letters back and send others while a word is typed. Qt makes a step of undo of each such
change, and one of everything that is typed between two of them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

_BESIDE = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_HELD = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
_NOWHERE = (-1, -1)


class TypingSteps:
    """Types into one field, a step of undo a word; a blank ends a word, any other change or move begins another.

    It types itself: Qt's own keys ask for the cursor's place at once, and inside a step nothing is laid out yet.
    """

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._begins = 0  # where the word that is typed begins
        self._room = -1  # the revision of a change that made room for what is typed
        self._left = _NOWHERE  # the document's revision and the cursor's place after the last letter

    def follow_on(self) -> None:
        """Let what is typed next join the last change, which made room for it."""
        self._room = self._text.document().revision()

    def takes(self, event: QKeyEvent) -> bool:
        """Type a key's letters, or take back one that was just typed; False leaves the key to Qt."""
        if self._text.isReadOnly():
            return False
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return self._erase()
        letters = event.text()
        if not letters or not letters.isprintable() or event.modifiers() & _BESIDE:
            if event.key() not in _HELD:
                self._left = _NOWHERE
            return False
        self.type(letters)
        return True

    def type(self, letters: str) -> None:
        """Type letters as part of the word's step."""
        cursor = self._text.textCursor()
        same_word = self._goes_on(cursor)
        if not same_word:
            self._begins = cursor.selectionStart()
        made_room = self._text.document().revision() == self._room
        self._step(cursor, same_word or made_room)
        cursor.insertText(letters)
        self._end(cursor)
        if letters[-1:].isspace():
            self._left = _NOWHERE

    def compose(self, event: QInputMethodEvent, handle: Callable[[QInputMethodEvent], object]) -> None:
        """Type what an input method commits; leave to Qt's `handle` the composition and what replaces other words."""
        letters = event.commitString()
        if letters and not event.replacementLength() and not self._text.isReadOnly():
            self._handle(QInputMethodEvent(), handle)
            self.type(letters)
            event = QInputMethodEvent(event.preeditString(), event.attributes())
        self._handle(event, handle)

    def _handle(self, event: QInputMethodEvent, handle: Callable[[QInputMethodEvent], object]) -> None:
        """Let Qt handle an event; a composition alone changes nothing, though it moves the revision on."""
        cursor, revision = self._text.textCursor(), self._text.document().revision()
        same_word, made_room = self._goes_on(cursor), revision == self._room
        handle(event)
        if not event.commitString():
            revision = self._text.document().revision()
            self._left = (revision, self._text.textCursor().position()) if same_word else self._left
            self._room = revision if made_room else self._room

    def _erase(self) -> bool:
        cursor = self._text.textCursor()
        if not self._goes_on(cursor) or cursor.position() <= self._begins:
            return False
        self._step(cursor, on=True)
        cursor.deletePreviousChar()
        self._end(cursor)
        return True

    def _goes_on(self, cursor: QTextCursor) -> bool:
        here = (self._text.document().revision(), cursor.position())
        return not cursor.hasSelection() and here == self._left

    @staticmethod
    def _step(cursor: QTextCursor, on: bool) -> None:
        if on:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()

    def _end(self, cursor: QTextCursor) -> None:
        cursor.endEditBlock()
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        self._left = (self._text.document().revision(), cursor.position())
