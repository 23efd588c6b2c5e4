"""The editor's context menu, in Vietnamese and with every command's key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from ui.editor.actions import TABLE_LESS, TABLE_MORE, Command, EditorActions
from ui.paper.positions import picture_at


@dataclass(frozen=True, slots=True)
class MenuContext:
    """What the menu of the body is made of: the text, its actions, and what asks for a picture's words."""

    text: QTextEdit
    actions: EditorActions
    edit_picture: Callable[[], object]


def _tr(text: str) -> str:
    return QCoreApplication.translate("EditorMenu", text)


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
        words = menu.addAction(_tr("Chú thích ảnh…"))
        words.setEnabled(not text.isReadOnly())
        words.triggered.connect(lambda: context.edit_picture())
    menu.addActions([actions[Command.LINK], actions[Command.CLEAR]])
    menu.addMenu(table_menu(text, actions))
    return menu


def plain_menu(editor: QTextEdit) -> QMenu:
    """Make the menu of a field without formats."""
    menu = QMenu(editor)
    document = editor.document()
    for text, key, run, enabled in (
        (_tr("Hoàn tác"), QKeySequence.StandardKey.Undo, editor.undo, document.isUndoAvailable()),
        (_tr("Làm lại"), QKeySequence.StandardKey.Redo, editor.redo, document.isRedoAvailable()),
    ):
        _add(menu, text, key, run, enabled and not editor.isReadOnly())
    menu.addSeparator()
    _clipboard(menu, editor)
    _everything(menu, editor)
    return menu


def _add(
    menu: QMenu, text: str, key: QKeySequence.StandardKey, run: Callable[[], object], enabled: bool
) -> None:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(key))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: run())


def _clipboard(menu: QMenu, editor: QTextEdit) -> None:
    writable, chosen = not editor.isReadOnly(), editor.textCursor().hasSelection()
    for text, key, run, enabled in (
        (_tr("Cắt"), QKeySequence.StandardKey.Cut, editor.cut, writable and chosen),
        (_tr("Chép"), QKeySequence.StandardKey.Copy, editor.copy, chosen),
        (_tr("Dán"), QKeySequence.StandardKey.Paste, editor.paste, writable and editor.canPaste()),
    ):
        _add(menu, text, key, run, enabled)


def _everything(menu: QMenu, editor: QTextEdit) -> None:
    _add(menu, _tr("Chọn tất cả"), QKeySequence.StandardKey.SelectAll, editor.selectAll, True)


def table_menu(parent: QWidget, actions: EditorActions) -> QMenu:
    """Make the menu of table commands."""
    menu = QMenu(_tr("Bảng"), parent)
    menu.addAction(actions[Command.TABLE])
    menu.addSeparator()
    menu.addActions([actions[which] for which in TABLE_MORE])
    menu.addSeparator()
    menu.addAction(actions[Command.HEADER])
    menu.addSeparator()
    menu.addActions([actions[which] for which in TABLE_LESS])
    return menu
