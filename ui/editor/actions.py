"""The editor's commands as actions: one table of words, icons and keys for bar, menus and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from desk.text.blocks import Mark
from ui.editor import tables
from ui.editor.keys import typing_marks
from ui.look.style import icon, look
from ui.paper.formats import Style, is_ordered, list_of, style_of, table_at

if TYPE_CHECKING:
    from ui.editor.body import BodyEditor

MARKS = {
    "bold": Mark.BOLD,
    "italic": Mark.ITALIC,
    "underline": Mark.UNDERLINE,
    "super": Mark.SUPER,
    "sub": Mark.SUB,
}
STYLES = {
    "paragraph": Style.PARAGRAPH,
    "heading1": Style.HEADING1,
    "heading2": Style.HEADING2,
    "quote": Style.QUOTE,
}
TABLE = ("row_above", "row_below", "column_before", "column_after")
TABLE_LESS = ("remove_row", "remove_column", "remove_table")
_ICONS = {"super": "sup", "bullets": "list", "numbers": "list-numbers", "heading1": "heading"}
_OWN_ICONS = {
    "bold",
    "italic",
    "underline",
    "sub",
    "quote",
    "link",
    "picture",
    "table",
    "undo",
    "redo",
    "paragraph",
}
# With Shift held, the digit keys of common keyboards report the sign on them.
_SIGNS = {"7": "&", "8": "*", "9": "("}


@dataclass(frozen=True, slots=True)
class EditorState:
    """What the actions depend on."""

    marks: frozenset[Mark]
    style: Style
    ordered: bool
    table: bool
    header: bool
    writable: bool
    undo: bool
    redo: bool


class EditorActions(QObject):
    """Every command of one editor by name, kept true to the cursor."""

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._named: dict[str, QAction] = {}
        self._state: EditorState | None = None
        self._by_key: dict[str, QAction] = {}
        self._make_marks()
        self._make_blocks()
        self._make_things()
        self._make_table()
        self._tint()
        look().changed.connect(self._tint)

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def for_key(self, event: QKeyEvent) -> QAction | None:
        """Return the action of a key press."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        return self._by_key.get(QKeySequence(event.keyCombination()).toString())

    def follow(self) -> None:
        """Check and enable what fits the cursor; most keys change nothing of it."""
        editor = self._editor
        cursor, document = editor.textCursor(), editor.document()
        block = cursor.block()
        items = list_of(block)
        state = EditorState(
            marks=typing_marks(cursor),
            style=style_of(block),
            ordered=items is not None and is_ordered(items.format()),
            table=table_at(cursor) is not None,
            header=tables.has_header(cursor),
            writable=not editor.isReadOnly(),
            undo=document.isUndoAvailable(),
            redo=document.isRedoAvailable(),
        )
        if state != self._state:
            self._state = state
            self._show(state)

    def _show(self, state: EditorState) -> None:
        checked = {name: mark in state.marks for name, mark in MARKS.items()}
        checked |= {name: state.style is one for name, one in STYLES.items()}
        checked["bullets"] = state.style is Style.ITEM and not state.ordered
        checked["numbers"] = state.style is Style.ITEM and state.ordered
        checked["header"] = state.header
        for name, on in checked.items():
            self._named[name].setChecked(on)
        for name, action in self._named.items():
            fits = True
            if name in (*TABLE, *TABLE_LESS, "header"):
                fits = state.table
            elif name in (*STYLES, "bullets", "numbers", "table", "picture"):
                fits = not state.table
            action.setEnabled(state.writable and fits)
        self._named["undo"].setEnabled(state.writable and state.undo)
        self._named["redo"].setEnabled(state.writable and state.redo)

    # -- the table ---------------------------------------------------------------------------------------

    def _make_marks(self) -> None:
        for name, text, key in (
            ("bold", self.tr("Đậm"), "Ctrl+B"),
            ("italic", self.tr("Nghiêng"), "Ctrl+I"),
            ("underline", self.tr("Gạch chân"), "Ctrl+U"),
            ("super", self.tr("Chỉ số trên"), "Ctrl+."),
            ("sub", self.tr("Chỉ số dưới"), "Ctrl+,"),
        ):
            self._add(name, text, key, partial(self._editor.toggle_mark, MARKS[name]), checkable=True)

    def _make_blocks(self) -> None:
        for name, text, key in (
            ("paragraph", self.tr("Đoạn văn"), "Ctrl+Alt+0"),
            ("heading1", self.tr("Đề mục lớn"), "Ctrl+Alt+1"),
            ("heading2", self.tr("Đề mục nhỏ"), "Ctrl+Alt+2"),
            ("quote", self.tr("Trích dẫn"), "Ctrl+Shift+9"),
        ):
            self._add(name, text, key, partial(self._editor.toggle_style, STYLES[name]), checkable=True)
        for name, text, key, ordered in (
            ("bullets", self.tr("Danh sách gạch đầu dòng"), "Ctrl+Shift+8", False),
            ("numbers", self.tr("Danh sách đánh số"), "Ctrl+Shift+7", True),
        ):
            self._add(name, text, key, partial(self._editor.toggle_list, ordered), checkable=True)

    def _make_things(self) -> None:
        editor = self._editor
        self._add("link", self.tr("Liên kết…"), "Ctrl+K", editor.ask_link)
        self._add("picture", self.tr("Chèn ảnh…"), "Ctrl+Shift+P", editor.picture_wanted.emit)
        self._add("table", self.tr("Chèn bảng"), "Ctrl+Shift+T", editor.insert_table)
        self._add("undo", self.tr("Hoàn tác"), "Ctrl+Z", editor.undo)
        self._add("redo", self.tr("Làm lại"), "Ctrl+Y", editor.redo)
        self._by_key["Ctrl+Shift+Z"] = self._named["redo"]
        self._add("paste_plain", self.tr("Dán chỉ lấy chữ"), "Ctrl+Shift+V", editor.paste_plain)
        self._add("clear", self.tr("Bỏ định dạng chữ"), "Ctrl+\\", editor.clear_marks)

    def _make_table(self) -> None:
        for name, text, command in (
            ("row_above", self.tr("Thêm dòng phía trên"), partial(tables.add_row, below=False)),
            ("row_below", self.tr("Thêm dòng phía dưới"), tables.add_row),
            ("column_before", self.tr("Thêm cột bên trái"), partial(tables.add_column, after=False)),
            ("column_after", self.tr("Thêm cột bên phải"), tables.add_column),
            ("remove_row", self.tr("Xóa dòng"), tables.remove_row),
            ("remove_column", self.tr("Xóa cột"), tables.remove_column),
            ("remove_table", self.tr("Xóa cả bảng"), tables.remove_table),
        ):
            self._add(name, text, "", partial(self._editor.at_cursor, command))
        header = partial(self._editor.at_cursor, tables.toggle_header)
        self._add("header", self.tr("Dòng đầu là tiêu đề bảng"), "", header, checkable=True)

    def _add(
        self, name: str, text: str, key: str, run: Callable[[], object], *, checkable: bool = False
    ) -> None:
        action = QAction(text, self)
        action.setCheckable(checkable)
        words = text.removesuffix("…")
        if key:
            sequence = QKeySequence(key)
            action.setShortcut(sequence)
            # The editor reads its keys itself: Qt's own editing keys would win on some desktops.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._by_key[sequence.toString()] = action
            self._by_key[key[:-1] + _SIGNS.get(key[-1], key[-1])] = action
            words = f"{words} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"
        action.setToolTip(words)
        action.triggered.connect(lambda _checked=False: self._run(run))
        self._named[name] = action

    def _run(self, run: Callable[[], object]) -> None:
        run()
        self._state = None  # the click toggled the button by itself
        self.follow()

    def _tint(self) -> None:
        for name in _OWN_ICONS | set(_ICONS):
            self._named[name].setIcon(icon(_ICONS.get(name, name)))
