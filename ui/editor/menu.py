"""The editor's context menu, in Vietnamese and with every command's key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

from ui.editor.actions import TABLE, TABLE_LESS
from ui.paper.positions import picture_at

if TYPE_CHECKING:
    from ui.editor.body import BodyEditor


def _tr(text: str) -> str:
    return QCoreApplication.translate("EditorMenu", text)


def show_menu(editor: BodyEditor, place: QPoint) -> None:
    """Show the menu for the editor's cursor."""
    menu = make_menu(editor)
    editor.menu_asked.emit(menu, editor.textCursor().position())
    menu.exec(place)
    menu.deleteLater()


def make_menu(editor: BodyEditor) -> QMenu:
    """Make the menu that fits the cursor."""
    menu = QMenu(editor)
    named = editor.actions_by_name
    named.follow()
    menu.addActions([named["undo"], named["redo"]])
    menu.addSeparator()
    _clipboard(menu, editor)
    menu.addAction(named["paste_plain"])
    _everything(menu, editor)
    menu.addSeparator()
    if picture_at(editor.textCursor()) is not None:
        words = menu.addAction(_tr("Chú thích ảnh…"))
        words.setEnabled(not editor.isReadOnly())
        words.triggered.connect(editor.edit_picture)
    menu.addActions([named["link"], named["clear"]])
    menu.addMenu(table_menu(editor))
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


def table_menu(editor: BodyEditor) -> QMenu:
    """Make the menu of table commands."""
    menu = QMenu(_tr("Bảng"), editor)
    named = editor.actions_by_name
    menu.addAction(named["table"])
    menu.addSeparator()
    menu.addActions([named[name] for name in TABLE])
    menu.addSeparator()
    menu.addAction(named["header"])
    menu.addSeparator()
    menu.addActions([named[name] for name in TABLE_LESS])
    return menu
