"""The keys of the body editor, one after the other: who takes a key before Qt gets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.editor import block_keys, document_commands, tables
from ui.editor.cursor_commands import CursorCommands
from ui.paper.formats import OBJECT, char_format, marks_of, style_of, table_at

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ERASERS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class KeysLead:
    """Where keys lead out of the text: to the fields below, above and uppermost, and into the words of a picture."""

    on: Callable[[], object]
    back: Callable[[], object]
    top: Callable[[], object]
    edit_picture: Callable[[], bool]


class CaretKeys:
    """Takes the keys that are the editor's own."""

    def __init__(
        self, text: QTextEdit, at_cursor: CursorCommands, lead: KeysLead, made_room: Callable[[], None]
    ) -> None:
        self._text, self._commands, self._lead, self._made_room = text, at_cursor, lead, made_room
        self.between_fields = False  # the text is as high as its words, and has fields above and below

    def takes(self, event: QKeyEvent) -> bool:
        """Handle a key that is the editor's own; False leaves it to Qt."""
        if self.between_fields and (self._leaves(event) or self._turns_page(event)):
            return True
        return not self._text.isReadOnly() and (self._writes(event) or self._tabs(event))

    def ready(self) -> None:
        """Before letters come: keep them out of a picture's block and of a link that ended."""
        cursor, revision = self._text.textCursor(), self._text.document().revision()
        if block_keys.ends_link(cursor):
            shape = char_format(style_of(cursor.block()), marks_of(cursor.charFormat()))
            self._text.setCurrentCharFormat(shape)
        elif block_keys.make_room(cursor):
            self._text.setTextCursor(cursor)
        if self._text.document().revision() != revision:
            self._made_room()

    def tab_is_ours(self) -> bool:
        """Tell whether Tab means a level or a cell here."""
        cursor = self._text.textCursor()
        return not self._text.isReadOnly() and (table_at(cursor) is not None or block_keys.in_list(cursor))

    def _leaves(self, event: QKeyEvent) -> bool:
        """Up on the first line and Down on the last lead to the neighbouring fields, Ctrl+Home to the first."""
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self._lead.top()
            return True
        if event.modifiers() & ~_KEYPAD:
            return False
        if event.key() == Qt.Key.Key_Down and not self._moves(QTextCursor.MoveOperation.Down):
            self._lead.on()
        elif event.key() == Qt.Key.Key_Up and not self._moves(QTextCursor.MoveOperation.Up):
            self._lead.back()
        else:
            return False
        return True

    def _moves(self, step: QTextCursor.MoveOperation) -> bool:
        return self._text.textCursor().movePosition(step)

    def _turns_page(self, event: QKeyEvent) -> bool:
        """Page by what is in sight; the editor's own height is the whole text."""
        way = _PAGES.get(Qt.Key(event.key()), 0)
        if not way or event.modifiers() & ~(_SHIFT | _KEYPAD):
            return False
        text = self._text
        far = text.visibleRegion().boundingRect().height() - 2 * text.cursorRect().height()
        goal = text.cursorForPosition(text.cursorRect().center() + QPoint(0, way * far))
        cursor = text.textCursor()
        shift = bool(event.modifiers() & _SHIFT)
        move = QTextCursor.MoveMode
        cursor.setPosition(goal.position(), move.KeepAnchor if shift else move.MoveAnchor)
        text.setTextCursor(cursor)
        return True

    def _writes(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTERS and not event.modifiers() & ~_KEYPAD:
            chosen = self._text.textCursor().selectedText() == OBJECT
            if not (chosen and self._lead.edit_picture()):
                self._commands.run(block_keys.enter)
            return True
        if event.key() in _ERASERS:
            return self._erases(event)
        if event.matches(QKeySequence.StandardKey.Cut):
            self._text.cut()
            return True
        if event.text() and event.text().isprintable():
            self.ready()
        return False

    def _erases(self, event: QKeyEvent) -> bool:
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            text = cursor.selectedText()
            if cursor.hasComplexSelection() or ("\u2029" not in text and OBJECT not in text):
                return False
            self._commands.remove_selection()
            return True
        own = block_keys.backspace if event.key() == Qt.Key.Key_Backspace else block_keys.delete
        if not own(cursor):
            return False
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        return True

    def _tabs(self, event: QKeyEvent) -> bool:
        step = _TABS.get(Qt.Key(event.key()), 0)
        if not step:
            return False
        if not self.tab_is_ours():
            return True  # nowhere to go, and a tab is no letter of an article
        if table_at(self._text.textCursor()) is not None:
            self._commands.run(lambda at: tables.next_cell(at, step))
        else:
            self._commands.run(lambda at: document_commands.shift_level(at, step))
        return True
