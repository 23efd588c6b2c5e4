"""A sheet of paper on the window's ground: centred, zoomed, in the colours in force."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.look.kept_size import keep
from ui.look.style import PAPER_PT, color, look, paper_font
from ui.look.text_size import px
from ui.paper.blocks_to_qt import PageDocument
from ui.paper.formats import Prop
from ui.paper.margin import draw_margin

WIDEST = 760
_EDGE = 16  # ground left and right of the sheet
_TOP = 20
_LONG = 6_000  # letters that no window shows at once
_ZOOMS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_FORWARD = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}


def draw_sheet(painter: QPainter, sheet: QRectF) -> None:
    """Paint one sheet: paper with a hair line around it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("line"), 1))
    painter.setBrush(color("paper"))
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


class PaperSheet(QTextEdit):
    """A read-only document set on a sheet of paper that is centred, zooms and follows the scheme."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setProperty("plain", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.page = PageDocument(self)
        self.page.setUndoRedoEnabled(False)
        self.setDocument(self.page)
        self._let(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(self.tr("Trang bài"))
        self.zoom = 1.0
        self._message = ""
        keep(self, self._wear_font)  # before the page is written anew
        look().changed.connect(self.render_again)

    def show_nothing(self, message: str) -> None:
        """Take the sheet away and say why there is none."""
        self._message = message
        self.page.clear()
        self.setAccessibleDescription(message)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the page larger or smaller; 1.0 is its own size."""
        zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[-1])
        if zoom != self.zoom:
            self.zoom = zoom
            self._wear_font()
            self.render_again()
            self.zoom_changed.emit(zoom)

    def step_zoom(self, steps: int) -> None:
        """Go so many steps larger (or, below zero, smaller)."""
        nearest = min(range(len(_ZOOMS)), key=lambda at: abs(_ZOOMS[at] - self.zoom))
        self.set_zoom(_ZOOMS[min(max(nearest + steps, 0), len(_ZOOMS) - 1)])

    def render_again(self) -> None:
        """Write the page anew in the colours and the size in force, at the place where it was."""
        if self._message:
            self.viewport().update()
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._write_anew()
        bar.setValue(round(share * bar.maximum()))

    def write_page(self) -> None:
        """Write what this sheet shows; the document is empty."""

    def begin_page(self) -> None:
        """Make ready to show another page from its top."""
        self._message = ""
        self.setAccessibleDescription("")
        self._write_anew()
        # Writing pushed the text cursor to the end; Qt scrolls to it at the next layout.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def weight(self) -> int:
        """Return how much there is to lay out, in letters: a cell of a table counts as fifty."""
        return 0

    def _write_anew(self) -> None:
        """Write the page into an empty document: margins and text in one, so that they are laid out once."""
        self.page.clear()
        self.page.forget_pictures()
        # A bar that appears when all is laid out makes the page narrower, and all is laid out once more.
        always = self.weight() > _LONG
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if always else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        cursor = QTextCursor(self.page)
        cursor.beginEditBlock()
        self._set_margins()
        self.write_page()
        cursor.endEditBlock()

    # -- the sheet ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for the width of a page."""
        return QSize(552, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet centred."""
        self._set_margins()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the paper's serif whatever the style sheet says."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "zoom"):
            self.page.wear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sheet, then the letters."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("window"))
        if self._message:
            painter.setPen(color("muted"))
            room = self.viewport().rect().adjusted(40, 0, -40, 0)
            painter.setFont(self._message_font())
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignCenter) | Qt.TextFlag.TextWordWrap.value, self._message
            )
            return
        draw_sheet(painter, QRectF(self.sheet()))
        painter.end()
        super().paintEvent(event)
        draw_margin(self, self.page, event.rect())

    def sheet(self) -> QRect:
        """Return where the sheet lies in the viewport now."""
        width, room = self._sheet_width(), self.viewport().width()
        whole = max(self.page.size().height(), self.viewport().height())
        top = _TOP - self.verticalScrollBar().value()
        return QRect((room - width) // 2, top, width, round(whole) - 2 * _TOP)

    def _sheet_width(self) -> int:
        return int(min(self.viewport().width() - 2 * _EDGE, px(WIDEST) * max(1.0, self.zoom)))

    def _set_margins(self) -> None:
        width = self._sheet_width()
        side = (self.viewport().width() - width) / 2 + max(20, round(width * 0.085))
        was = self.page.rootFrame().frameFormat()
        frame = QTextFrameFormat(was)
        frame.setMargin(0)
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(_TOP + 34)
        frame.setBottomMargin(_TOP + 44)
        if frame != was:
            self.page.rootFrame().setFrameFormat(frame)

    def _wear_font(self) -> None:
        self.page.wear(paper_font(PAPER_PT * self.zoom))

    def _message_font(self) -> QFont:
        font = QFont(self.window().font())
        font.setPixelSize(px(13))
        return font

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may be done to chosen words, and to copy them."""
        menu = self.createStandardContextMenu()
        if self.actions():
            menu.addSeparator()
            menu.addActions(self.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # -- hands -------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom by Ctrl+wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep its own keys for zooming from those of the page around it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if ctrl and event.key() in (*_FORWARD, Qt.Key.Key_Minus, Qt.Key.Key_0):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by Ctrl with + − 0; Ctrl+F7 gives the page a cursor, to select by keyboard."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = 1 if event.key() in _FORWARD else -1 if event.key() == Qt.Key.Key_Minus else 0
            if steps:
                self.step_zoom(steps)
                return
            if event.key() == Qt.Key.Key_0:
                self.set_zoom(1.0)
                return
            if event.key() == Qt.Key.Key_F7:
                self._let(self.textInteractionFlags() ^ Qt.TextInteractionFlag.TextSelectableByKeyboard)
                return
        super().keyPressEvent(event)

    def _let(self, flags: Qt.TextInteractionFlag) -> None:
        self.setTextInteractionFlags(flags)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # it would write on the paper

    # -- places ------------------------------------------------------------------------------------------

    def selected(self) -> tuple[str, str]:
        """Return the block id (or "@title", "@lead" …) where the selection begins, and the selected words."""
        cursor = self.textCursor()
        block = self.page.findBlock(cursor.selectionStart())
        words = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        return block.blockFormat().stringProperty(Prop.ID), words

    def show_at(self, place: QPoint) -> None:
        """Scroll so that a place of the viewport stands in its upper third."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + place.y() - self.viewport().height() // 3)
