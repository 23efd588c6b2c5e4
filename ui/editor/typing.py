"""The keys of the body editor, one after the other: who takes a key before Qt gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ui.editor import commands, keys, tables
from ui.paper.formats import OBJECT, char_format, marks_of, style_of, table_at

if TYPE_CHECKING:
    from ui.editor.body import BodyEditor

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ERASERS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def takes(editor: BodyEditor, event: QKeyEvent) -> bool:
    """Handle a key that is the editor's own; False leaves it to Qt."""
    if editor.growing and (_leaves(editor, event) or _turns_page(editor, event)):
        return True
    return not editor.isReadOnly() and (_writes(editor, event) or _tabs(editor, event))


def ready(editor: BodyEditor) -> None:
    """Before letters come: keep them out of a picture's block and of a link that ended."""
    cursor = editor.textCursor()
    if keys.ends_link(cursor):
        shape = char_format(style_of(cursor.block()), marks_of(cursor.charFormat()))
        editor.setCurrentCharFormat(shape)
    elif keys.make_room(cursor):
        editor.setTextCursor(cursor)


def tab_is_ours(editor: BodyEditor) -> bool:
    """Tell whether Tab means a level or a cell here."""
    cursor = editor.textCursor()
    return not editor.isReadOnly() and (table_at(cursor) is not None or keys.in_list(cursor))


def _leaves(editor: BodyEditor, event: QKeyEvent) -> bool:
    """Up on the first line and Down on the last lead to the neighbouring fields."""
    if event.modifiers() & ~_KEYPAD:
        return False
    if event.key() == Qt.Key.Key_Down and not _moves(editor, QTextCursor.MoveOperation.Down):
        editor.went_on.emit()
    elif event.key() == Qt.Key.Key_Up and not _moves(editor, QTextCursor.MoveOperation.Up):
        editor.went_back.emit()
    else:
        return False
    return True


def _moves(editor: BodyEditor, step: QTextCursor.MoveOperation) -> bool:
    return editor.textCursor().movePosition(step)


def _turns_page(editor: BodyEditor, event: QKeyEvent) -> bool:
    """Page by what is in sight; the editor's own height is the whole text."""
    way = _PAGES.get(Qt.Key(event.key()), 0)
    if not way or event.modifiers() & ~(_SHIFT | _KEYPAD):
        return False
    far = editor.visibleRegion().boundingRect().height() - 2 * editor.cursorRect().height()
    goal = editor.cursorForPosition(editor.cursorRect().center() + QPoint(0, way * far))
    cursor = editor.textCursor()
    shift = bool(event.modifiers() & _SHIFT)
    move = QTextCursor.MoveMode
    cursor.setPosition(goal.position(), move.KeepAnchor if shift else move.MoveAnchor)
    editor.setTextCursor(cursor)
    return True


def _writes(editor: BodyEditor, event: QKeyEvent) -> bool:
    if event.key() in _ENTERS and not event.modifiers() & ~_KEYPAD:
        chosen = editor.textCursor().selectedText() == OBJECT
        if not (chosen and editor.edit_picture()):
            editor.at_cursor(keys.enter)
        return True
    if event.key() in _ERASERS:
        return _erases(editor, event)
    if event.matches(QKeySequence.StandardKey.Cut):
        editor.cut()
        return True
    if event.text() and event.text().isprintable():
        ready(editor)
    return False


def _erases(editor: BodyEditor, event: QKeyEvent) -> bool:
    cursor = editor.textCursor()
    if cursor.hasSelection():
        text = cursor.selectedText()
        if cursor.hasComplexSelection() or ("\u2029" not in text and OBJECT not in text):
            return False
        editor.at_cursor(keys.remove_selection)
        return True
    own = keys.backspace if event.key() == Qt.Key.Key_Backspace else keys.delete
    if not own(cursor):
        return False
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def _tabs(editor: BodyEditor, event: QKeyEvent) -> bool:
    step = _TABS.get(Qt.Key(event.key()), 0)
    if not step:
        return False
    if not tab_is_ours(editor):
        return True  # nowhere to go, and a tab is no letter of an article
    if table_at(editor.textCursor()) is not None:
        editor.at_cursor(lambda at: tables.next_cell(at, step))
    else:
        editor.at_cursor(lambda at: commands.shift_level(at, step))
    return True
