"""The editor's context menu, in Vietnamese and with every command's key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from ui.controls.action_table import Entry, Reach, allow, make_action, mark
from ui.editor.actions import TABLE_LESS, TABLE_MORE, Command, EditorActions
from ui.paper.positions import picture_at


@dataclass(frozen=True, slots=True)
class MenuContext:
    """What the menu of the body is made of: the text, its actions, and what asks for a picture's words."""

    text: QTextEdit
    actions: EditorActions
    edit_picture: Callable[[], object]


_READ_ONLY = "Bài này chỉ đọc, không sửa được."
_NOTHING = "Lúc này không có gì để làm."


def body_menu(context: MenuContext) -> QMenu:
    """Make the menu that fits the cursor of the body."""
    text, actions = context.text, context.actions
    menu = QMenu(text)
    actions.follow()
    menu.addActions([actions[Command.UNDO], actions[Command.REDO]])
    menu.addSeparator()
    _clipboard(menu, text)
    menu.addAction(actions[Command.PASTE_PLAIN])
    _everything(menu, text)
    menu.addSeparator()
    if picture_at(text.textCursor()) is not None:
        why_not = "" if not text.isReadOnly() else _READ_ONLY
        _add(menu, Entry(mark("Chú thích ảnh…")), context.edit_picture, why_not)
    menu.addActions([actions[Command.LINK], actions[Command.CLEAR]])
    menu.addMenu(table_menu(text, actions))
    return menu


def plain_menu(text: QTextEdit) -> QMenu:
    """Make the menu of a field without formats."""
    menu, document = QMenu(text), text.document()
    writable = not text.isReadOnly()
    _add(
        menu,
        _standard(mark("Hoàn tác"), QKeySequence.StandardKey.Undo),
        text.undo,
        "" if writable and document.isUndoAvailable() else _NOTHING,
    )
    _add(
        menu,
        _standard(mark("Làm lại"), QKeySequence.StandardKey.Redo),
        text.redo,
        "" if writable and document.isRedoAvailable() else _NOTHING,
    )
    menu.addSeparator()
    _clipboard(menu, text)
    _everything(menu, text)
    return menu


def _standard(words: str, key: QKeySequence.StandardKey) -> Entry[None]:
    """Make the entry of a command with the system's own key, which the field reads itself."""
    return Entry(words, key=QKeySequence(key).toString(), reach=Reach.READ)


def _add(menu: QMenu, entry: Entry[None], run: Callable[[], object], why_not: str = "") -> None:
    action = make_action(menu, entry, run)
    allow(action, why_not)
    menu.addAction(action)


def _clipboard(menu: QMenu, text: QTextEdit) -> None:
    writable, chosen = not text.isReadOnly(), text.textCursor().hasSelection()
    _add(
        menu,
        _standard(mark("Cắt"), QKeySequence.StandardKey.Cut),
        text.cut,
        "" if writable and chosen else _NOTHING,
    )
    _add(menu, _standard(mark("Chép"), QKeySequence.StandardKey.Copy), text.copy, "" if chosen else _NOTHING)
    _add(
        menu,
        _standard(mark("Dán"), QKeySequence.StandardKey.Paste),
        text.paste,
        "" if writable and text.canPaste() else _NOTHING,
    )


def _everything(menu: QMenu, text: QTextEdit) -> None:
    _add(menu, _standard(mark("Chọn tất cả"), QKeySequence.StandardKey.SelectAll), text.selectAll)


def table_menu(parent: QWidget, actions: EditorActions) -> QMenu:
    """Make the menu of table commands."""
    menu = QMenu(QCoreApplication.translate("EditorMenu", "Bảng"), parent)
    menu.addAction(actions[Command.TABLE])
    menu.addSeparator()
    menu.addActions([actions[which] for which in TABLE_MORE])
    menu.addSeparator()
    menu.addAction(actions[Command.HEADER])
    menu.addSeparator()
    menu.addActions([actions[which] for which in TABLE_LESS])
    return menu
