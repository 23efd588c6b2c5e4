"""An article edited on its page: date, title, lead, body and byline as they print."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.text.blocks import ArticleText, normal, word_count
from ui.controls.labels import keep_icon, label, place
from ui.editor.body import BodyEditor
from ui.editor.date_field import DateField
from ui.editor.fields import BylineField, GrowingText
from ui.editor.find_bar import Field, FindBar
from ui.editor.format_bar import FormatBar
from ui.editor.sheet import PageScroll, SheetFrame
from ui.look.style import PAPER_PT

IDLE = 1200
COUNT = 400
SETTLE = 300
_PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif"


class ArticleForm(QWidget):
    """Loads a text, lets a person write, hands the text back; saving is the owner's."""

    changed = Signal()
    idle = Signal()  # 1.2 s after the first change since, no composition under way
    pictures_offered = Signal(list)  # list[tuple[name, bytes]]; answer with add_picture(sha, name)
    files_offered = Signal(list)  # list[Path], unread
    paste_dropped = Signal(object)  # Mapping[Dropped, int]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.date = DateField()
        self.title = GrowingText(self.tr("Tít bài"), self.tr("Tít bài"), points=PAPER_PT * 1.3)
        self.lead = GrowingText(self.tr("Sapô"), self.tr("Sapô"), lines=True)
        self.lead.set_align(Qt.AlignmentFlag.AlignJustify)
        self.body = BodyEditor()
        self.body.grow()
        self.byline = BylineField(self.tr("Bút danh"), self.tr("Bút danh: người hoặc đơn vị"))
        self.fields: tuple[Field, ...] = (self.title, self.lead, self.body, self.byline)
        self._last: Field = self.body
        self._led = False  # somebody was led to where the cursor is
        self.words = label("", "small")
        self._idle, self._count, self._follow, self._settle = (QTimer(self) for _ in range(4))
        for timer, wait in (
            (self._idle, IDLE),
            (self._count, COUNT),
            (self._follow, 0),
            (self._settle, SETTLE),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
        self._make_actions()
        self.find_bar = FindBar(self.fields)
        self.format_bar = FormatBar(self.body, self.undo_action, self.redo_action, self.find_action)
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
        self._idle.stop()
        self._tell_words()
        self._enable()
        self.pages.verticalScrollBar().setValue(0)
        if self.find_bar.isVisible():
            self.find_bar.search()

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
        self.body.actions_by_name.follow()
        self._enable()

    def set_picture_source(self, source: Callable[[str], bytes | None]) -> None:
        """Ask this for a picture's bytes by SHA-256."""
        self.body.set_picture_source(source)

    def add_picture(self, sha: str, name: str) -> None:
        """Put a stored picture where it was pasted under this name, else at the cursor."""
        self.body.add_picture(sha, name)

    def refuse_picture(self, name: str) -> None:
        """Take away the place of a pasted picture that could not be stored."""
        self.body.refuse_picture(name)

    def set_bylines(self, bylines: list[str]) -> None:
        """Offer these bylines while one is typed."""
        self.byline.set_known(bylines)

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.title.setFocus()
        self.title.moveCursor(QTextCursor.MoveOperation.End)

    def show_picture(self, block_id: str) -> None:
        """Select the picture of a block and bring it into sight, whoever has the focus."""
        self._remember(self.body)
        self._led = self.body.choose_picture(block_id)
        self.body.setFocus()

    @property
    def composing(self) -> bool:
        """Tell whether an input method is composing letters in one of the fields."""
        return any(field.composing for field in self.fields)

    def choose_pictures(self) -> None:
        """Ask for picture files and offer them to the owner."""
        kinds = self.tr("Ảnh") + f" ({_PICTURES})"
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Chèn ảnh vào bài"), "", kinds)
        if paths:
            self.files_offered.emit([Path(path) for path in paths])

    # -- building ----------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.undo_action = self._action(self.tr("Hoàn tác"), "Ctrl+Z", "undo", lambda: self._last.undo())
        self.redo_action = self._action(self.tr("Làm lại"), "Ctrl+Y", "redo", lambda: self._last.redo())
        self.find_action = self._action(self.tr("Tìm trong bài"), "Ctrl+F", "find", self.open_find)
        self.replace_action = self._action(self.tr("Tìm và thay"), "Ctrl+H", "find", self.open_replace)
        self.next_action = self._action(
            self.tr("Chỗ tìm thấy sau"), "F3", "down", lambda: self.find_bar.next()
        )
        self.previous_action = self._action(
            self.tr("Chỗ tìm thấy trước"), "Shift+F3", "up", lambda: self.find_bar.previous()
        )

    def _action(self, text: str, key: str, icon: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({shown})")
        action.triggered.connect(lambda _checked=False: run())
        keep_icon(action, icon)
        self.addAction(action)
        return action

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
        self.sheet = SheetFrame()
        self.sheet.add(self.date, self.title, self.lead, self.body, self.byline)
        self.sheet.clicked.connect(self._click_below)
        self.pages = PageScroll(self.sheet)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 4)
        foot.addWidget(self.words)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.format_bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.pages, 1)
        column.addWidget(place("footer", foot))
        order = (self.date, self.title, self.lead, self.body, self.byline)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for field in self.fields:
            field.typed.connect(self._say_changed)
            field.cursor_moved.connect(self._follow_cursor)
            field.document().undoAvailable.connect(self._enable)
            field.document().redoAvailable.connect(self._enable)
            field.focused.connect(lambda field=field: self._remember(field))
        for above, below in pairwise(self.fields):
            above.went_on.connect(lambda below=below: self._enter(below, QTextCursor.MoveOperation.Start))
            below.went_back.connect(lambda above=above: self._enter(above, QTextCursor.MoveOperation.End))
        self.date.day_changed.connect(self._say_changed)
        self.date.textEdited.connect(self._say_changed)
        self.body.pictures_pasted.connect(self.pictures_offered)
        self.body.files_dropped.connect(self.files_offered)
        self.body.paste_dropped.connect(self.paste_dropped)
        self.body.picture_wanted.connect(self.choose_pictures)
        self._idle.timeout.connect(self._say_idle)
        self._count.timeout.connect(self._tell_words)
        self._follow.timeout.connect(self._show_cursor)
        self._settle.timeout.connect(self._have_led)
        self.pages.verticalScrollBar().rangeChanged.connect(self._follow_height)
        self.find_bar.closed.connect(lambda: self._last.setFocus())

    # -- following ---------------------------------------------------------------------------------------

    def _say_changed(self) -> None:
        if self._loading:
            return
        if not self._idle.isActive():  # counted from the first letter: who types without a pause is kept too
            self._idle.start()
        self._count.start()
        self.changed.emit()

    def _say_idle(self) -> None:
        if self.composing:
            self._idle.start()
        else:
            self.idle.emit()

    def _tell_words(self) -> None:
        if self.composing:
            self._count.start()
            return
        self.words.setText(
            self.tr("{number} từ").format(number=f"{word_count(self.text()):,}".replace(",", "."))
        )

    def _remember(self, field: Field) -> None:
        self._last = field
        self._enable()

    def _enable(self) -> None:
        writable = not self.body.isReadOnly()
        self.undo_action.setEnabled(writable and self._last.document().isUndoAvailable())
        self.redo_action.setEnabled(writable and self._last.document().isRedoAvailable())
        self.replace_action.setEnabled(writable)

    def _enter(self, field: Field, end: QTextCursor.MoveOperation) -> None:
        field.setFocus()
        field.moveCursor(end)

    def _click_below(self) -> None:
        self._enter(self.body, QTextCursor.MoveOperation.End)

    def _follow_cursor(self, _rect: QRect) -> None:
        self._follow.start()
        self._settle.start()

    def _follow_height(self) -> None:
        """A long text is laid out bit by bit: the page may grow only after the cursor moved."""
        if self._settle.isActive():
            self._follow.start()

    def _have_led(self) -> None:
        self._led = False

    def _show_cursor(self) -> None:
        """Keep the cursor of the field that is written in in sight."""
        field = self._last
        if field.hasFocus() or self.find_bar.isVisible() or self._led:
            rect = field.cursorRect()
            self.pages.show_rect(QRect(field.viewport().mapTo(self.sheet, rect.topLeft()), rect.size()))
