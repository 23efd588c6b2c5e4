"""The editor's commands as actions: one table of words, icons and keys for bar, menus and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit

from desk.text.blocks import Mark
from ui.controls.action_table import ActionTable, Entry, Reach, Table, mark
from ui.editor import tables
from ui.editor.block_keys import typing_marks
from ui.editor.cursor_commands import CursorCommands
from ui.paper.formats import Style, is_ordered, list_of, style_of, table_at


class Command(Enum):
    """A command of the editor."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    SUPER = "super"
    SUB = "sub"
    PARAGRAPH = "paragraph"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    LINK = "link"
    PICTURE = "picture"
    TABLE = "table"
    UNDO = "undo"
    REDO = "redo"
    PASTE_PLAIN = "paste_plain"
    CLEAR = "clear"
    ROW_ABOVE = "row_above"
    ROW_BELOW = "row_below"
    COLUMN_BEFORE = "column_before"
    COLUMN_AFTER = "column_after"
    REMOVE_ROW = "remove_row"
    REMOVE_COLUMN = "remove_column"
    REMOVE_TABLE = "remove_table"
    HEADER = "header"


TABLE_MORE = (Command.ROW_ABOVE, Command.ROW_BELOW, Command.COLUMN_BEFORE, Command.COLUMN_AFTER)
TABLE_LESS = (Command.REMOVE_ROW, Command.REMOVE_COLUMN, Command.REMOVE_TABLE)
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

    def why_not(self) -> str:
        """Return why nothing may be changed."""
        return "" if self.writable else _say("Bài này chỉ đọc, không sửa được.")

    def why_not_outside(self) -> str:
        """Return why a command may not be used that does not fit into a table."""
        return self.why_not() or (_say("Trong bảng không dùng được.") if self.table else "")

    def why_not_in_table(self) -> str:
        """Return why a command of tables may not be used."""
        return self.why_not() or ("" if self.table else _say("Con trỏ không nằm trong bảng."))

    def why_no_undo(self) -> str:
        """Return why nothing is taken back."""
        return self.why_not() or ("" if self.undo else _say("Chưa có gì để hoàn tác."))

    def why_no_redo(self) -> str:
        """Return why nothing is done again."""
        return self.why_not() or ("" if self.redo else _say("Chưa có gì để làm lại."))


def _say(words: str) -> str:
    return QCoreApplication.translate("EditorActions", words)


def _entry(
    words: str,
    key: str = "",
    icon: str = "",
    *,
    when: Callable[[EditorState], str] = EditorState.why_not,
    on: Callable[[EditorState], bool] | None = None,
) -> Entry[EditorState]:
    # The editor reads its keys itself: Qt's own editing keys would win on some desktops.
    return Entry(words, icon, key, when=when, on=on, reach=Reach.READ, names_key=True)


def _mark(words: str, key: str, icon: str, which: Mark) -> Entry[EditorState]:
    return _entry(words, key, icon, on=lambda state: which in state.marks)


def _style(words: str, key: str, icon: str, style: Style) -> Entry[EditorState]:
    outside = EditorState.why_not_outside
    return _entry(words, key, icon, when=outside, on=lambda state: state.style is style)


def _list(words: str, key: str, icon: str, *, ordered: bool) -> Entry[EditorState]:
    def on(state: EditorState) -> bool:
        return state.style is Style.ITEM and state.ordered is ordered

    return _entry(words, key, icon, when=EditorState.why_not_outside, on=on)


def _of_table(words: str) -> Entry[EditorState]:
    return _entry(words, when=EditorState.why_not_in_table)


_TABLE: Table[Command, EditorState] = {
    Command.BOLD: _mark(mark("Đậm"), "Ctrl+B", "bold", Mark.BOLD),
    Command.ITALIC: _mark(mark("Nghiêng"), "Ctrl+I", "italic", Mark.ITALIC),
    Command.UNDERLINE: _mark(mark("Gạch chân"), "Ctrl+U", "underline", Mark.UNDERLINE),
    Command.SUPER: _mark(mark("Chỉ số trên"), "Ctrl+.", "sup", Mark.SUPER),
    Command.SUB: _mark(mark("Chỉ số dưới"), "Ctrl+,", "sub", Mark.SUB),
    Command.PARAGRAPH: _style(mark("Đoạn văn"), "Ctrl+Alt+0", "paragraph", Style.PARAGRAPH),
    Command.HEADING1: _style(mark("Đề mục lớn"), "Ctrl+Alt+1", "heading", Style.HEADING1),
    Command.HEADING2: _style(mark("Đề mục nhỏ"), "Ctrl+Alt+2", "", Style.HEADING2),
    Command.QUOTE: _style(mark("Trích dẫn"), "Ctrl+Shift+9", "quote", Style.QUOTE),
    Command.BULLETS: _list(mark("Danh sách gạch đầu dòng"), "Ctrl+Shift+8", "list", ordered=False),
    Command.NUMBERS: _list(mark("Danh sách đánh số"), "Ctrl+Shift+7", "list-numbers", ordered=True),
    Command.LINK: _entry(mark("Liên kết…"), "Ctrl+K", "link"),
    Command.PICTURE: _entry(mark("Chèn ảnh…"), "Ctrl+Shift+P", "picture", when=EditorState.why_not_outside),
    Command.TABLE: _entry(mark("Chèn bảng"), "Ctrl+Shift+T", "table", when=EditorState.why_not_outside),
    Command.UNDO: _entry(mark("Hoàn tác"), "Ctrl+Z", "undo", when=EditorState.why_no_undo),
    Command.REDO: _entry(mark("Làm lại"), "Ctrl+Y", "redo", when=EditorState.why_no_redo),
    Command.PASTE_PLAIN: _entry(mark("Dán chỉ lấy chữ"), "Ctrl+Shift+V"),
    Command.CLEAR: _entry(mark("Bỏ định dạng chữ"), "Ctrl+\\"),
    Command.ROW_ABOVE: _of_table(mark("Thêm dòng phía trên")),
    Command.ROW_BELOW: _of_table(mark("Thêm dòng phía dưới")),
    Command.COLUMN_BEFORE: _of_table(mark("Thêm cột bên trái")),
    Command.COLUMN_AFTER: _of_table(mark("Thêm cột bên phải")),
    Command.REMOVE_ROW: _of_table(mark("Xóa dòng")),
    Command.REMOVE_COLUMN: _of_table(mark("Xóa cột")),
    Command.REMOVE_TABLE: _of_table(mark("Xóa cả bảng")),
    Command.HEADER: _entry(
        mark("Dòng đầu là tiêu đề bảng"),
        when=EditorState.why_not_in_table,
        on=lambda state: state.header,
    ),
}


class EditorActions(QObject):
    """Every command of one editor, kept true to its cursor."""

    def __init__(
        self,
        text: QTextEdit,
        at_cursor: CursorCommands,
        *,
        want_picture: Callable[[], object],
        paste_plain: Callable[[], object],
    ) -> None:
        super().__init__(text)
        self._text = text
        self._state: EditorState | None = None
        on = _at_cursor(at_cursor) | {
            Command.PICTURE: want_picture,
            Command.UNDO: text.undo,
            Command.REDO: text.redo,
            Command.PASTE_PLAIN: paste_plain,
        }
        self._table = ActionTable(text, _TABLE, {which: self._runs(run) for which, run in on.items()})
        self._by_key = self._keys()

    def __getitem__(self, which: Command) -> QAction:
        return self._table[which]

    def for_key(self, event: QKeyEvent) -> QAction | None:
        """Return the action of a key press."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        return self._by_key.get(QKeySequence(event.keyCombination()).toString())

    def follow(self) -> None:
        """Check and enable what fits the cursor; most keys change nothing of it."""
        cursor, document = self._text.textCursor(), self._text.document()
        block = cursor.block()
        items = list_of(block)
        state = EditorState(
            marks=typing_marks(cursor),
            style=style_of(block),
            ordered=items is not None and is_ordered(items.format()),
            table=table_at(cursor) is not None,
            header=tables.has_header(cursor),
            writable=not self._text.isReadOnly(),
            undo=document.isUndoAvailable(),
            redo=document.isRedoAvailable(),
        )
        if state != self._state:
            self._state = state
            self._table.follow(state)

    def _keys(self) -> dict[str, QAction]:
        by_key = {"Ctrl+Shift+Z": self[Command.REDO]}
        for which, entry in _TABLE.items():
            if entry.key:
                by_key[QKeySequence(entry.key).toString()] = self[which]
                by_key[entry.key[:-1] + _SIGNS.get(entry.key[-1], entry.key[-1])] = self[which]
        return by_key

    def _runs(self, run: Callable[[], object]) -> Callable[[], None]:
        def run_and_follow() -> None:
            run()
            self._state = None  # the click toggled the button by itself
            self.follow()

        return run_and_follow


def _at_cursor(at_cursor: CursorCommands) -> dict[Command, Callable[[], object]]:
    return {
        Command.BOLD: lambda: at_cursor.toggle_mark(Mark.BOLD),
        Command.ITALIC: lambda: at_cursor.toggle_mark(Mark.ITALIC),
        Command.UNDERLINE: lambda: at_cursor.toggle_mark(Mark.UNDERLINE),
        Command.SUPER: lambda: at_cursor.toggle_mark(Mark.SUPER),
        Command.SUB: lambda: at_cursor.toggle_mark(Mark.SUB),
        Command.PARAGRAPH: lambda: at_cursor.toggle_style(Style.PARAGRAPH),
        Command.HEADING1: lambda: at_cursor.toggle_style(Style.HEADING1),
        Command.HEADING2: lambda: at_cursor.toggle_style(Style.HEADING2),
        Command.QUOTE: lambda: at_cursor.toggle_style(Style.QUOTE),
        Command.BULLETS: lambda: at_cursor.toggle_list(False),
        Command.NUMBERS: lambda: at_cursor.toggle_list(True),
        Command.LINK: at_cursor.ask_link,
        Command.TABLE: at_cursor.insert_table,
        Command.CLEAR: at_cursor.clear_marks,
        Command.ROW_ABOVE: lambda: at_cursor.run(lambda at: tables.add_row(at, below=False)),
        Command.ROW_BELOW: lambda: at_cursor.run(tables.add_row),
        Command.COLUMN_BEFORE: lambda: at_cursor.run(lambda at: tables.add_column(at, after=False)),
        Command.COLUMN_AFTER: lambda: at_cursor.run(tables.add_column),
        Command.REMOVE_ROW: lambda: at_cursor.run(tables.remove_row),
        Command.REMOVE_COLUMN: lambda: at_cursor.run(tables.remove_column),
        Command.REMOVE_TABLE: lambda: at_cursor.run(tables.remove_table),
        Command.HEADER: lambda: at_cursor.run(tables.toggle_header),
    }
