"""The plain fields around the body: they look printed, grow with their words, and hold no formats."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRect, QSizeF, QStringListModel, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QCompleter, QFrame, QListView, QTextEdit, QWidget

from desk.text.blocks import nfc
from desk.text.signs import shown
from desk.text.vietnamese import bare
from ui.editor.menu import plain_menu
from ui.editor.paste import plain_words
from ui.editor.typed_signs import seen_input, seen_key
from ui.editor.typing_steps import TypingSteps
from ui.look.kept_size import keep
from ui.look.style import PAPER_PT, color, paper_font, paper_points
from ui.look.text_size import px
from ui.paper.blocks_to_qt import PageDocument
from ui.paper.formats import space_lines

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Down: QTextCursor.MoveOperation.Down, Qt.Key.Key_Up: QTextCursor.MoveOperation.Up}


class GrowingText(QTextEdit):
    """Bold serif words without formats; Enter goes on to the next field, Shift+Enter breaks a line where it may."""

    typed = Signal()
    went_on = Signal()  # Enter, or Down on the last line
    went_back = Signal()  # Up on the first line
    went_top = Signal()  # Ctrl+Home
    went_end = Signal()  # Ctrl+End
    cursor_moved = Signal(QRect)
    focused = Signal()
    menu_asked = Signal(object, int)  # QMenu, position: the owner may add to the menu
    files_pasted = Signal(list)  # list[Path]: no words, however a file manager names them

    def __init__(
        self,
        name: str,
        hint: str,
        *,
        points: float = PAPER_PT,
        lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.composing = False
        self.filling = False
        self._steps = TypingSteps(self)
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._hint = hint
        self._lines = lines
        self._points = points
        self.page = PageDocument(self)
        self.setDocument(self.page)
        self._wear()
        self.page.contentsChanged.connect(self._say_typed)
        self.page.documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(lambda: self.cursor_moved.emit(self.cursorRect()))
        self.set_text("")
        self._fit(self.page.size())
        keep(self, self._follow_size)

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Set every line to this side."""
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.page.setDefaultTextOption(option)

    def set_text(self, text: str) -> None:
        """Show other words; undo begins anew."""
        self.filling = True
        self.page.setUndoRedoEnabled(False)
        self.setPlainText(text if self._lines else " ".join(text.split("\n")))
        self._space_lines()
        self.page.setUndoRedoEnabled(True)
        self.filling = False

    def _wear(self) -> None:
        self._font = paper_font(self._points)
        self._font.setBold(True)
        self.page.wear(self._font)

    def _follow_size(self) -> None:
        """Wear the letters in the size of words; what can be undone is not lost to the room between lines."""
        self._wear()
        if not self.page.isUndoAvailable() and not self.page.isRedoAvailable():
            at = self.textCursor().position()
            self.set_text(self.text())
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self._fit(self.page.size())

    def _space_lines(self) -> None:
        shape = QTextBlockFormat()
        space_lines(shape, paper_points(self._points) * 4 / 3 * (0.22 if self._lines else 0.08))
        cursor = QTextCursor(self.page)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)

    def text(self) -> str:
        """Return the words, composed; `toPlainText` would make breaking spaces of the others."""
        return nfc(self.page.toRawText().replace("\u2029", "\n").replace("\u2028", "\n"))

    def set_layer(self, name: str, selections: list[QTextEdit.ExtraSelection]) -> None:
        """Lay marks over the letters without touching them; each layer is replaced as a whole."""
        self._layers[name] = selections
        self.setExtraSelections([one for layer in self._layers.values() for one in layer])

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Serve nothing from outside."""
        return self.page.loadResource(kind, name)

    def _say_typed(self) -> None:
        if not self.filling:
            self.typed.emit()

    # -- look --------------------------------------------------------------------------------------------

    def _fit(self, size: QSizeF) -> None:
        one_line = QFontMetricsF(self._font).height()
        self.setFixedHeight(ceil(max(size.height(), one_line)) + 2)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the paper's serif whatever the style sheet says."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "page"):
            self.page.wear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the letters, or the hint in their own face where there are none."""
        super().paintEvent(event)
        if self.page.isEmpty() and not self.composing:
            painter = QPainter(self.viewport())
            painter.setFont(self._font)
            painter.setPen(color("muted"))
            align = self.page.defaultTextOption().alignment() & ~Qt.AlignmentFlag.AlignJustify
            painter.drawText(self.viewport().rect(), align | Qt.AlignmentFlag.AlignTop, self._hint)

    # -- hands -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from field to field as if the page were one text."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key())) if plain else None
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTERS and not (self._lines and shift):
            self.went_on.emit()
        elif step is not None and not self.textCursor().movePosition(step):
            (self.went_on if step == QTextCursor.MoveOperation.Down else self.went_back).emit()
        elif event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.went_top.emit()
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.went_end.emit()
        elif not self._steps.takes(seen_key(event)):
            super().keyPressEvent(seen_key(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition."""
        self.composing = bool(event.preeditString())
        self._steps.compose(seen_input(event), super().inputMethodEvent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this field is written in now."""
        super().focusInEvent(event)
        self.focused.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take letters alone, a page's too."""
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert letters, composed; without lines a line end becomes a space. Files are not letters."""
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files and not self.isReadOnly():
            self.files_pasted.emit(files)
            return
        words = shown(plain_words(source)).replace("\t", " ")
        lines = [line.strip() for line in words.splitlines()]
        if len(lines) == 1:
            lines = [words.strip("\n")]
        if not self.isReadOnly():
            joint = "\n" if self._lines else " "
            self.textCursor().insertText(
                joint.join(line for line in lines if line.strip() or len(lines) == 1)
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu in Vietnamese."""
        menu = plain_menu(self)
        self.menu_asked.emit(menu, self.cursorForPosition(event.pos()).position())
        menu.exec(event.globalPos())
        menu.deleteLater()


class BylineField(GrowingText):
    """The byline at the right, completed from those that were used before."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent=parent)
        self.set_align(Qt.AlignmentFlag.AlignRight)
        self._known: list[str] = []
        self._fitting = QStringListModel(self)
        self.completer = QCompleter(self._fitting, self)
        self._list = QListView()
        self.completer.setPopup(self._list)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated.connect(self._take)
        self.typed.connect(self._offer)

    def set_known(self, bylines: list[str]) -> None:
        """Offer these while typing."""
        self._known = list(bylines)

    def _offer(self) -> None:
        """Offer what holds the typed words, with or without their diacritics."""
        words = bare(self.text().strip())
        fitting = [one for one in self._known if words in bare(one) and one != self.text()][:8]
        if not words or not fitting or not self.hasFocus() or self.composing:
            self._list.hide()
            return
        self._fitting.setStringList(fitting)
        room = self.rect()
        room.setLeft(max(0, room.width() - px(360)))
        self.completer.complete(room)

    def _take(self, byline: str) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(byline)
        self.setTextCursor(cursor)
        self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the open list to it."""
        if self._list.isVisible() and event.key() in (
            *_ENTERS,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Tab,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away with the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._list.hide()
