"""The body of an article, edited on the page: blocks by keyboard, nothing loaded from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from pathlib import PurePath

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desk.text.blocks import Block, Mark, Picture
from ui.editor import asks, char_formats, commands, keys, tables, typing
from ui.editor.actions import EditorActions
from ui.editor.menu import show_menu
from ui.editor.paste import BLOCKS, Brought, brought, copied, plain_blocks
from ui.look.style import color, look
from ui.paper.blocks_to_qt import PageDocument, fill, read
from ui.paper.formats import Style, char_format, link_of, marks_of, style_of
from ui.paper.margin import draw_frame, draw_margin
from ui.paper.picture_object import decode
from ui.paper.positions import picture_at

_LEAST = 180


class BodyEditor(QTextEdit):
    """Edits blocks. The owner stores pictures, says what a paste left out, and saves."""

    typed = Signal()  # the person changed the content
    pictures_pasted = Signal(list)  # list[tuple[name, bytes]]; answer with add_picture(sha, name)
    files_dropped = Signal(list)  # list[Path], unread
    paste_dropped = Signal(object)  # Mapping[Dropped, int]
    picture_wanted = Signal()
    cursor_moved = Signal(QRect)
    went_on = Signal()  # Down on the last line
    went_back = Signal()  # Up on the first line
    focused = Signal()
    composing_changed = Signal(bool)
    menu_asked = Signal(object, int)  # QMenu, position: the owner may add to the menu

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.setProperty("plain", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Thân bài"))
        self.page = PageDocument(self)
        self.page.hints = True
        self.page.picture = self._image
        self.setDocument(self.page)
        self.setTabChangesFocus(True)
        self.composing = False
        self.filling = False
        self.growing = False
        self._source: Callable[[str], bytes | None] = lambda _sha: None
        self._images: dict[str, QImage | None] = {}
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._waiting: dict[str, str] = {}  # a pasted picture's name (no suffix) → its block's id
        self._waiting_at = -1
        self._pasted = 0
        self._hint = self.tr("Thân bài")
        self.actions_by_name = EditorActions(self)
        self.set_blocks(())
        self.page.contentsChanged.connect(self._say_typed)
        self.cursorPositionChanged.connect(self._say_moved)
        self.currentCharFormatChanged.connect(self.actions_by_name.follow)
        look().changed.connect(self._repaint)

    def grow(self) -> None:
        """Be as high as the words; what is around scrolls."""
        self.growing = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.page.size())

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(ceil(size.height()), _LEAST) + 2)

    # -- content -----------------------------------------------------------------------------------------

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other blocks; undo begins anew."""
        self.filling = True
        try:
            fill(self.page, blocks)
        finally:
            self.filling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.actions_by_name.follow()

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks as they stand."""
        return read(self.page)

    def set_picture_source(self, source: Callable[[str], bytes | None]) -> None:
        """Ask this for a picture's bytes by SHA-256; None for a picture that is not at hand (yet)."""
        self._source = source
        self.refresh_pictures()

    def refresh_pictures(self) -> None:
        """Ask for every picture again."""
        self._images.clear()
        self.filling = True
        self.page.forget_pictures()
        self.filling = False
        self.viewport().update()

    def set_layer(self, name: str, selections: list[QTextEdit.ExtraSelection]) -> None:
        """Lay marks over the letters without touching the document; each layer is replaced as a whole."""
        self._layers[name] = selections
        self.setExtraSelections([one for layer in self._layers.values() for one in layer])

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Serve `desk-picture:` alone."""
        return self.page.loadResource(kind, name)

    def _image(self, sha: str) -> QImage | None:
        if self._images.get(sha) is None:
            self._images[sha] = decode(self._source(sha)) if sha else None
        return self._images[sha]

    def _say_typed(self) -> None:
        if not self.filling:
            self.typed.emit()

    def _say_moved(self) -> None:
        self.actions_by_name.follow()
        self.viewport().update()  # the frame of a picture
        self.cursor_moved.emit(self.cursorRect())

    def _repaint(self) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the letters; where there are none, say what goes here."""
        super().paintEvent(event)
        draw_margin(self, self.page, event.rect())
        draw_frame(self, self.page)
        if self.page.isEmpty() and not self.composing and style_of(self.page.begin()) is Style.PARAGRAPH:
            painter = QPainter(self.viewport())
            painter.setFont(self.page.face)
            painter.setPen(color("muted"))
            place = QPoint(self.cursorRect().left(), self.cursorRect().top())
            painter.drawText(self.viewport().rect().adjusted(place.x(), place.y(), 0, 0), 0, self._hint)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the paper's serif whatever the style sheet says."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "page"):
            self.page.wear()

    # -- commands ----------------------------------------------------------------------------------------

    def at_cursor(self, command: Callable[[QTextCursor], object]) -> None:
        """Run a command on the cursor and take the cursor where the command left it."""
        if self.isReadOnly() or self.composing:
            return
        cursor = self.textCursor()
        command(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selection or take it off; without one, for the letters to come."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            on = not char_formats.has_mark(cursor, mark)
            self.at_cursor(lambda at: char_formats.set_mark(at, mark, on))
        elif not self.isReadOnly():
            shape = self.currentCharFormat()
            marks = char_formats.marked(marks_of(shape), mark, mark not in marks_of(shape))
            self.setCurrentCharFormat(char_format(style_of(cursor.block()), marks, link_of(shape)))

    def clear_marks(self) -> None:
        """Take the marks off the selection, or off the letters to come."""
        if self.textCursor().hasSelection():
            self.at_cursor(char_formats.clear_marks)
        else:
            self.setCurrentCharFormat(char_format(style_of(self.textCursor().block())))

    def set_style(self, style: Style) -> None:
        """Make the chosen blocks of this style."""
        self.at_cursor(lambda at: commands.set_style(at, style))

    def toggle_style(self, style: Style) -> None:
        """Make the chosen blocks of this style; paragraphs when they are so already."""
        now = style_of(self.textCursor().block())
        self.set_style(Style.PARAGRAPH if now is style else style)

    def toggle_list(self, ordered: bool) -> None:
        """Make the chosen blocks items of a list, or paragraphs again."""
        self.at_cursor(lambda at: commands.toggle_list(at, ordered))

    def insert_table(self) -> None:
        """Insert a table of three by three with a head row."""
        self.at_cursor(tables.insert_table)

    def insert_blocks(self, blocks: Sequence[Block]) -> None:
        """Insert blocks at the cursor as one undo step."""
        self.at_cursor(lambda at: commands.insert_blocks(at, blocks))

    def insert_picture(self, sha: str, caption: str = "", credit: str = "", alt: str = "") -> None:
        """Insert a picture of the desk below the cursor's block."""
        self._images.pop(sha, None)
        self.insert_blocks([Picture("", sha, caption, credit, alt)])

    def add_picture(self, sha: str, name: str) -> None:
        """Put a stored picture where one waits under this name, else at the cursor."""
        block = commands.waiting_block(self.page, self._waiting.pop(PurePath(name).stem, ""))
        self._images.pop(sha, None)
        if block is None:
            self.insert_picture(sha)
        else:
            commands.give_picture(block, sha, join=self._waiting_at == self.page.revision())

    def refuse_picture(self, name: str) -> None:
        """Take away the place of a pasted picture that could not be stored."""
        block = commands.waiting_block(self.page, self._waiting.pop(PurePath(name).stem, ""))
        if block is not None:
            keys.remove_selection(char_formats.whole(block))

    def choose_picture(self, block_id: str) -> bool:
        """Put the cursor to the picture of a block, which frames it; False when it is not there."""
        block = commands.picture_block(self.page, block_id)
        found = picture_at(QTextCursor(block)) if block is not None else None
        if found is None:
            return False
        cursor = QTextCursor(self.page)
        cursor.setPosition(found[0])  # not selected: the next letter typed would take its place
        self.setTextCursor(cursor)
        return True

    def edit_picture(self) -> bool:
        """Ask for the words of the picture at the cursor; False when there is none."""
        found = picture_at(self.textCursor())
        if found is None or self.isReadOnly():
            return False
        asks.picture_words(self, *found, self._image(found[1].picture))
        return True

    def ask_link(self) -> None:
        """Ask for the address (and the words) of the link at the cursor."""
        if not self.isReadOnly() and not self.composing:
            asks.link_words(self)

    # -- keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the editor's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = self.actions_by_name.for_key(event) is not None
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the editor's own keys; leave the others to Qt."""
        action = self.actions_by_name.for_key(event)
        if action is not None:
            if action.isEnabled():
                action.trigger()
        elif not typing.takes(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the editor by Tab, except where Tab means a level or a cell."""
        return False if typing.tab_is_ours(self) else super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition: while it is under way nothing else touches the document."""
        if not self.composing and (event.preeditString() or event.commitString()):
            typing.ready(self)
        composing = bool(event.preeditString())
        changed = composing != self.composing
        self.composing = composing
        super().inputMethodEvent(event)
        if changed:
            self.composing_changed.emit(composing)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the body is written in now."""
        super().focusInEvent(event)
        self.focused.emit()

    # -- mouse, menu, clipboard --------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the words of a picture."""
        at = self.cursorForPosition(event.position().toPoint())
        if picture_at(at) is not None and not self.isReadOnly():
            self.setTextCursor(at)
            self.edit_picture()
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the editor's menu at the mouse or, by keyboard, at the cursor."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4))
        show_menu(self, place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy blocks beside the letters."""
        return copied(self.textCursor(), super().createMimeDataFromSelection())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take letters, pictures and files."""
        return source.hasText() or source.hasImage() or source.hasUrls() or source.hasFormat(BLOCKS)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted or dropped, as blocks of the desk, in one undo step."""
        self._take(brought(source))

    def paste_plain(self) -> None:
        """Paste the letters alone."""
        self._take(Brought(plain_blocks(QGuiApplication.clipboard().text())))

    def _take(self, what: Brought) -> None:
        if self.isReadOnly() or self.composing:
            return
        if what.blocks:
            self.insert_blocks(what.blocks)
        if what.pictures:
            self._waiting_at = self.page.revision()
            self.pictures_pasted.emit([(self._wait(block_id), data) for block_id, data in what.pictures])
        if what.files:
            self.files_dropped.emit(list(what.files))
        if what.dropped:
            self.paste_dropped.emit(what.dropped)

    def _wait(self, block_id: str) -> str:
        """Return the name under which a pasted picture's place waits for it."""
        self._pasted += 1
        stem = self.tr("ảnh dán {number}").format(number=self._pasted)
        self._waiting[stem] = block_id
        return f"{stem}.png"

    def cut(self) -> None:
        """Cut the selection; what is left keeps whole blocks."""
        self.copy()
        self.at_cursor(keys.remove_selection)
