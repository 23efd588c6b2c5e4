"""An article edited on its page: date, title, lead, body and byline as they print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desk.text.blocks import ArticleText, normal, word_count
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.controls.file_dialogs import choose_files
from ui.controls.labels import label, place
from ui.editor import tables
from ui.editor.body import BodyEditor
from ui.editor.cursor_in_sight import CursorInSight
from ui.editor.dateline import Dateline
from ui.editor.fields import BylineField, GrowingText
from ui.editor.find_bar import Field, FindBar
from ui.editor.format_bar import FormatBar
from ui.editor.sheet import PageScroll, SheetFrame
from ui.editor.sign_marks import SignMarks
from ui.editor.typing_timers import TypingPauses
from ui.editor.undo_order import UndoOrder
from ui.look.style import PAPER_PT

_PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif"


class Do(Enum):
    """What may be done in the whole form."""

    UNDO = auto()
    REDO = auto()
    FIND = auto()
    REPLACE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    COMPLETE = auto()


@dataclass(frozen=True, slots=True)
class FormState:
    """What the actions depend on."""

    writable: bool
    undo: bool
    redo: bool

    def why_not(self, *, possible: bool = True, lacking: str = "") -> str:
        """Return why nothing may be changed, or what is `lacking` where it is not possible."""
        tr = QCoreApplication.translate
        if not self.writable:
            return tr("EditorActions", "Bài này chỉ đọc, không sửa được.")
        return "" if possible else tr("EditorActions", lacking)


_ACTIONS: Table[Do, FormState] = {
    Do.UNDO: Entry(
        mark("Hoàn tác"),
        "undo",
        "Ctrl+Z",
        when=lambda state: state.why_not(possible=state.undo, lacking="Chưa có gì để hoàn tác."),
        names_key=True,
    ),
    Do.REDO: Entry(
        mark("Làm lại"),
        "redo",
        "Ctrl+Y",
        when=lambda state: state.why_not(possible=state.redo, lacking="Chưa có gì để làm lại."),
        names_key=True,
    ),
    Do.FIND: Entry(mark("Tìm trong bài"), "find", "Ctrl+F", names_key=True),
    Do.REPLACE: Entry(
        mark("Tìm và thay"), "find", "Ctrl+H", when=lambda state: state.why_not(), names_key=True
    ),
    Do.NEXT: Entry(mark("Chỗ tìm thấy sau"), "down", "F3", names_key=True),
    Do.PREVIOUS: Entry(mark("Chỗ tìm thấy trước"), "up", "Shift+F3", names_key=True),
    Do.COMPLETE: Entry(
        mark("Điền từ sổ tay"), "book", "Ctrl+Space", when=lambda state: state.why_not(), names_key=True
    ),
}


class ArticleForm(QWidget):
    """Loads a text, lets a person write, hands the text back; saving is the owner's."""

    changed = Signal()
    loaded = Signal()  # another text
    idle = Signal()  # 1.2 s after the first change since, no composition under way
    pictures_offered = Signal(list)  # list[tuple[name, bytes]]; answer with add_picture(sha, name)
    files_offered = Signal(list)  # list[Path], unread
    paste_dropped = Signal(object)  # Mapping[Dropped, int]
    completion_wanted = Signal()  # Ctrl+Space: what the registers know of what was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.date = Dateline()
        self.title = GrowingText(self.tr("Tít bài"), self.tr("Tít bài"), points=PAPER_PT * 1.3)
        self.lead = GrowingText(self.tr("Sapô"), self.tr("Sapô"), lines=True)
        self.lead.set_align(Qt.AlignmentFlag.AlignJustify)
        self.body = BodyEditor()
        self.body.grow()
        self.byline = BylineField(self.tr("Bút danh"), self.tr("Bút danh: người hoặc đơn vị"))
        self.fields: tuple[Field, ...] = (self.title, self.lead, self.body, self.byline)
        self.words = label("", "small")
        self.lacking = label("", "error", wrap=True)
        self._signs = SignMarks(self.fields, self.lacking)
        self._pauses = TypingPauses(self, lambda: self.composing)
        self.find_bar = FindBar(self.fields)
        self.sheet = SheetFrame()
        self.pages = PageScroll(self.sheet)
        self.sight = CursorInSight(self.pages, self.sheet, self.body, self.find_bar)
        self.steps = UndoOrder(self.fields, self._lead_back, self)
        self.acts = ActionTable(
            self,
            _ACTIONS,
            {
                Do.UNDO: lambda: self.steps.undo(),
                Do.REDO: lambda: self.steps.redo(),
                Do.FIND: self.open_find,
                Do.REPLACE: self.open_replace,
                Do.NEXT: self.find_bar.next,
                Do.PREVIOUS: self.find_bar.previous,
                Do.COMPLETE: self.completion_wanted.emit,
            },
        )
        self.format_bar = FormatBar(self.body, self.acts[Do.UNDO], self.acts[Do.REDO], self.acts[Do.FIND])
        self._lay()
        self._connect()
        self.load(ArticleText())

    # -- what the owner asks -----------------------------------------------------------------------------

    def load(self, text: ArticleText) -> None:
        """Show a text; undo begins anew."""
        self._loading = True
        self.date.set_day(text.event_date)
        self.title.set_text(text.title)
        self.lead.set_text(text.lead)
        self.body.set_blocks(text.blocks)
        self.byline.set_text(text.byline)
        self._loading = False
        self.steps.forget()
        self._pauses.forget()
        self._tell_words()
        self._signs.look()
        self._enable()
        self.pages.verticalScrollBar().setValue(0)
        if self.find_bar.isVisible():
            self.find_bar.search()
        self.loaded.emit()

    def text(self) -> ArticleText:
        """Return the text as it stands, as it would be stored."""
        return normal(
            ArticleText(
                title=self.title.text(),
                lead=self.lead.text(),
                byline=self.byline.text(),
                event_date=self.date.day(),
                blocks=self.body.blocks(),
            )
        )

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read but not changed, or open it again."""
        for field in (*self.fields, self.date):
            field.setReadOnly(read_only)
        self.format_bar.setVisible(not read_only)
        self.body.acts.follow()
        self._enable()

    def set_bylines(self, bylines: list[str]) -> None:
        """Offer these bylines while one is typed."""
        self.byline.set_known(bylines)

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.title.setFocus()
        self.title.moveCursor(QTextCursor.MoveOperation.End)

    def show_picture(self, block_id: str) -> None:
        """Choose a picture, or a table at its first blank row, and bring it into sight, whoever has the focus."""
        self._remember(self.body)
        self.sight.lead(self.body.pictures.choose(block_id) or tables.choose(self.body, block_id))
        self.body.setFocus()

    def add_beside(self, panel: QWidget, button: QWidget) -> None:
        """Put a panel beside the page, and the button that opens it below."""
        self._panes.addWidget(panel)
        self._panes.setStretchFactor(0, 1)
        self._foot.addWidget(button)

    @property
    def composing(self) -> bool:
        """Tell whether an input method is composing letters in one of the fields."""
        return any(field.composing for field in self.fields)

    def choose_pictures(self) -> None:
        """Ask for picture files and offer them to the owner."""
        kinds = self.tr("Ảnh") + f" ({_PICTURES})"
        paths = choose_files(self, self.tr("Chèn ảnh vào bài"), "pictures/folder", kinds)
        if paths:
            self.files_offered.emit(paths)

    # -- building ----------------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar(writable=not self.body.isReadOnly())

    def open_replace(self) -> None:
        """Open the find bar with its second field."""
        self.find_bar.open_bar(replacing=True, writable=not self.body.isReadOnly())

    def event(self, event: QEvent) -> bool:
        """Keep find and its like from the window's shortcuts while one writes here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = self._action_for(event) is not None
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run find and its like."""
        action = self._action_for(event)
        if action is None:
            super().keyPressEvent(event)
        elif action.isEnabled():
            action.trigger()

    def _action_for(self, event: QKeyEvent) -> QAction | None:
        pressed = QKeySequence(event.keyCombination())
        return next((action for action in self.actions() if action.shortcut() == pressed), None)

    def _lay(self) -> None:
        self.sheet.add(self.date, self.title, self.lead, self.body, self.byline)
        self.sheet.clicked.connect(self._click_below)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 4)
        foot.addWidget(self.words)
        foot.addWidget(self.lacking, 20)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.format_bar)
        column.addWidget(self.find_bar)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setObjectName("editor-panes")
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._panes.addWidget(self.pages)
        column.addWidget(self._panes, 1)
        column.addWidget(place("footer", foot))
        order = (self.date, self.title, self.lead, self.body, self.byline)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for field in self.fields:
            field.typed.connect(self._say_changed)
            field.cursor_moved.connect(lambda _: self.sight.moved())
            field.document().undoAvailable.connect(self._enable)
            field.document().redoAvailable.connect(self._enable)
            field.focused.connect(lambda field=field: self._remember(field))
        for above, below in pairwise(self.fields):
            above.went_on.connect(lambda below=below: self._enter(below, QTextCursor.MoveOperation.Start))
            below.went_back.connect(lambda above=above: self._enter(above, QTextCursor.MoveOperation.End))
        for field in self.fields:
            field.went_top.connect(lambda: self._enter(self.title, QTextCursor.MoveOperation.Start))
        for upper in (self.title, self.lead):
            upper.went_end.connect(lambda: self._enter(self.body, QTextCursor.MoveOperation.End))
        self.byline.went_end.connect(lambda: self._enter(self.byline, QTextCursor.MoveOperation.End))
        self.date.day_changed.connect(self._say_changed)
        self.date.textEdited.connect(self._say_changed)
        self.body.pictures_pasted.connect(self.pictures_offered)
        self.body.files_dropped.connect(self.files_offered)
        for words in (self.title, self.lead, self.byline):
            words.files_pasted.connect(self.files_offered)
        self.body.paste_dropped.connect(self.paste_dropped)
        self.body.picture_wanted.connect(self.choose_pictures)
        self._pauses.idle.connect(self.idle)
        self._pauses.counting.connect(self._tell_words)
        self._pauses.counting.connect(self._signs.look)
        self.find_bar.closed.connect(lambda: self.sight.field().setFocus())

    # -- following ---------------------------------------------------------------------------------------

    def _say_changed(self) -> None:
        if self._loading:
            return
        self._pauses.typed()
        self.changed.emit()

    def _tell_words(self) -> None:
        self.words.setText(
            self.tr("{number} từ").format(number=f"{word_count(self.text()):,}".replace(",", "."))
        )

    def _remember(self, field: Field) -> None:
        self.sight.follow(field)
        self._enable()

    def _enable(self) -> None:
        writable = not self.body.isReadOnly()
        self.acts.follow(FormState(writable, self.steps.can_undo(), self.steps.can_redo()))

    def _lead_back(self, field: Field) -> None:
        """Show the field in which something was taken back."""
        if any(one.hasFocus() for one in self.fields):
            field.setFocus()
        self.sight.follow(field)
        self.sight.moved()

    def _enter(self, field: Field, end: QTextCursor.MoveOperation) -> None:
        field.setFocus()
        field.moveCursor(end)

    def _click_below(self) -> None:
        self._enter(self.body, QTextCursor.MoveOperation.End)
