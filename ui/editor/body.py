"""The body of an article, edited on the page: blocks by keyboard, nothing loaded from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desk.text.blocks import Block
from ui.editor.actions import EditorActions
from ui.editor.body_pictures import BodyPictures
from ui.editor.cursor_commands import CursorCommands
from ui.editor.key_dispatch import CaretKeys, KeysLead
from ui.editor.menu import MenuContext, body_menu
from ui.editor.paste import BLOCKS, copied
from ui.editor.paste_target import PasteOffers, PasteTarget
from ui.editor.typed_signs import seen_input, seen_key
from ui.editor.typing_steps import TypingSteps
from ui.look.kept_size import keep
from ui.look.style import color, look, paper_font
from ui.look.text_size import px
from ui.paper.blocks_to_qt import PageDocument, fill, read
from ui.paper.formats import Style, style_of, table_of
from ui.paper.margin import draw_frame, draw_margin, has_frame
from ui.paper.positions import picture_at

_LEAST = 180
_UNDER_TABLE = 6  # px between a last table and the line kept free below it


class BodyEditor(QTextEdit):
    """Edits blocks. The owner stores pictures, says what a paste left out, and saves."""

    typed = Signal()  # the person changed the content
    pictures_pasted = Signal(list)  # list[tuple[name, bytes]]; answer with add_picture(sha, name)
    files_dropped = Signal(list)  # list[Path], unread
    paste_dropped = Signal(object)  # Mapping[Dropped, int]
    paste_empty = Signal(object)  # the same, when nothing could be pasted
    picture_wanted = Signal()
    cursor_moved = Signal(QRect)
    went_on = Signal()  # Down on the last line
    went_back = Signal()  # Up on the first line
    went_top = Signal()  # Ctrl+Home
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
        self.setDocument(self.page)
        self.setTabChangesFocus(True)
        self.composing = False
        self.filling = False
        self._drawn = (False, True)  # whether there was a picture's frame, and the hint of an empty page
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.at_cursor = CursorCommands(self, lambda: self.composing)
        self.pictures = BodyPictures(self, self.page, self.at_cursor)
        lead = KeysLead(self.went_on.emit, self.went_back.emit, self.went_top.emit, self.pictures.edit)
        self._steps = TypingSteps(self)
        self._keys = CaretKeys(self, self.at_cursor, lead, self._steps.follow_on)
        offers = PasteOffers(
            self.pictures_pasted.emit,
            self.files_dropped.emit,
            self.paste_dropped.emit,
            self.paste_empty.emit,
        )
        self.pasting = PasteTarget(self.at_cursor, self.pictures, offers)
        self._hint = self.tr("Thân bài")
        self.acts = EditorActions(
            self, self.at_cursor, want_picture=self.picture_wanted.emit, paste_plain=self.pasting.insert_plain
        )
        self.set_blocks(())
        self.page.contentsChanged.connect(self._say_typed)
        self.cursorPositionChanged.connect(self._say_moved)
        self.currentCharFormatChanged.connect(self.acts.follow)
        keep(self, lambda: _wear_size(self))
        look().changed.connect(self.viewport().update)

    def grow(self) -> None:
        """Be as high as the words; what is around scrolls."""
        self._keys.between_fields = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.page.size())

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(ceil(size.height()) + self._room_below(), px(_LEAST)) + 2)

    def _room_below(self) -> int:
        """Return a line's height under a last table, in px: Qt lays the empty paragraph after it out without any."""
        last = self.page.lastBlock()
        above = last.previous()
        if last.text() or not above.isValid() or table_of(above) is None:
            return 0
        return self.cursorRect(QTextCursor(last)).height() + _UNDER_TABLE

    # -- content -----------------------------------------------------------------------------------------

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other blocks; undo begins anew."""
        self.filling = True
        self.pasting.forget()
        try:
            fill(self.page, blocks)
        finally:
            self.filling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.acts.follow()

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks as they stand."""
        return read(self.page)

    def set_picture_source(self, source: Callable[[str], bytes | None]) -> None:
        """Ask this for a picture's bytes by SHA-256; None for a picture that is not at hand (yet)."""
        self.pictures.set_source(source)
        self.refresh_pictures()

    def refresh_pictures(self) -> None:
        """Ask for every picture again."""
        self.pictures.forget_images()
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

    def _say_typed(self) -> None:
        if not self.filling:
            self.typed.emit()

    def _say_moved(self) -> None:
        self.acts.follow()
        drawn, self._drawn = self._drawn, (has_frame(self), self.page.isEmpty())
        if True in (*drawn, *self._drawn):  # else Qt paints what changed, and no key waits for the whole page
            self.viewport().update()
        self.cursor_moved.emit(self.cursorRect())

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

    # -- keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the editor's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = self.acts.for_key(event) is not None
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the editor's own keys; leave the others to Qt."""
        action = self.acts.for_key(event)
        if action is not None:
            if action.isEnabled():
                action.trigger()
        elif not self._keys.takes(event) and not self._steps.takes(seen_key(event)):
            super().keyPressEvent(seen_key(event))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the editor by Tab, except where Tab means a level or a cell."""
        return False if self._keys.tab_is_ours() else super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition: while it is under way nothing else touches the document."""
        if not self.composing and (event.preeditString() or event.commitString()):
            self._keys.ready()
        composing = bool(event.preeditString())
        changed = composing != self.composing
        self.composing = composing
        self._steps.compose(seen_input(event), super().inputMethodEvent)
        if changed:
            self.composing_changed.emit(composing)
            if not composing:
                self.pasting.composed()

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
            self.pictures.edit()
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the editor's menu at the mouse or, by keyboard, at the cursor."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4))
        menu = body_menu(MenuContext(self, self.acts, self.pictures.edit))
        self.menu_asked.emit(menu, self.textCursor().position())
        menu.exec(place)
        menu.deleteLater()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy blocks beside the letters."""
        return copied(self.textCursor(), super().createMimeDataFromSelection())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take letters, pages, pictures and files."""
        letters = source.hasText() or source.hasHtml() or source.hasFormat(BLOCKS)
        return letters or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted or dropped, as blocks of the desk, in one undo step."""
        self.pasting.insert(source)

    def cut(self) -> None:
        """Cut the selection; what is left keeps whole blocks."""
        self.copy()
        self.at_cursor.remove_selection()


def _wear_size(body: BodyEditor) -> None:
    """Wear the letters in the size of words; what can be undone is not lost to the margins around blocks."""
    body.page.wear(paper_font())
    if not body.page.isUndoAvailable() and not body.page.isRedoAvailable():
        at = body.textCursor().position()
        body.set_blocks(body.blocks())
        cursor = body.textCursor()
        cursor.setPosition(min(at, body.page.characterCount() - 1))
        body.setTextCursor(cursor)
