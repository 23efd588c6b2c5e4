"""The page as it prints: one sheet of paper on the window's ground, to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desk.edition.edition import date_line
from desk.text.blocks import ArticleText, Block, Table, block_text
from ui.look.style import PAPER_PT, color, paper_points, pixmap
from ui.look.text_size import px
from ui.paper.blocks_to_qt import Writer
from ui.paper.head import BYLINE, DATE, LEAD, TITLE, PaperHead
from ui.paper.paper_sheet import PaperSheet
from ui.paper.picture_object import decode
from ui.paper.positions import place_of, stretch, stretches

_HEAVY = 100_000  # letters, as `weight` counts them
_REST = 250  # milliseconds without another article, before a heavy one is laid out


@dataclass(frozen=True, slots=True)
class CommentAnchor:
    """A stretch of the page that somebody spoke of."""

    thread: int
    place: str
    start: int
    stop: int
    suggestion: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the page and how it looks."""

    place: str
    start: int
    stop: int
    shape: QTextCharFormat


class Paper(PaperSheet):
    """An article as it prints, the words that are spoken of marked."""

    remark_chosen = Signal(int)  # its thread
    mark_pressed = Signal(int)  # which of `show_marks`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: Sequence[CommentAnchor] = ()
        self._chosen = 0
        self._marked: list[tuple[CommentAnchor, QTextCursor]] = []
        self._marks: Sequence[Mark] = ()
        self._laid: list[
            tuple[int, QTextCursor]
        ] = []  # the marks that lie on the page, by their place in `_marks`
        self._remark_layer: list[QTextEdit.ExtraSelection] = []
        self._text = ArticleText()
        self._pictures: Mapping[str, bytes] = {}
        self._images: dict[str, QImage | None] = {}
        self.page.picture = self._image
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self.begin_page)

    def show_text(self, text: ArticleText, pictures: Mapping[str, bytes]) -> None:
        """Show an article with its pictures (bytes by SHA-256); what is spoken of is marked afterwards."""
        self._remarks, self._chosen, self._marks, self._laid = (), 0, (), []
        # What was decoded of the same bytes stays so, for who shows a text again with a letter changed.
        self._images = {
            sha: image for sha, image in self._images.items() if self._pictures.get(sha) is pictures.get(sha)
        }
        self._text, self._pictures = text, pictures
        self._resting.stop()
        if self.weight() > _HEAVY:  # a second and more: not on the way of somebody who goes through a list
            self.show_nothing(self.tr("Bài có bảng lớn, đang dàn trang…"))
            self._resting.start()
        else:
            self.begin_page()

    def show_nothing(self, message: str) -> None:
        """Take the sheet away, also one that is still to come."""
        self._resting.stop()
        super().show_nothing(message)

    def weight(self) -> int:
        """Return how much the article is."""
        return sum(_weight(block) for block in self._text.blocks)

    def write_page(self) -> None:
        """Write date, title, lead, body and byline one under the other."""
        text = self._text
        cursor = QTextCursor(self.page)
        cursor.beginEditBlock()
        head = PaperHead(cursor, paper_points(PAPER_PT * self.zoom))
        if text.event_date:
            head.line(DATE).insertText(date_line(text.event_date), head.letters(DATE))
        for part, words in ((TITLE, text.title), (LEAD, text.lead)):
            if words:
                head.line(part).insertText(words, head.letters(part))
        Writer(cursor, fresh=head.fresh, points=head.points).write(text.blocks)
        head.fresh = False
        if text.byline:
            head.line(BYLINE).insertText(text.byline, head.letters(BYLINE))
        cursor.endEditBlock()
        self.show_remarks(self._remarks, self._chosen)
        self.show_marks(self._marks)

    # -- what is spoken of -------------------------------------------------------------------------------

    def show_remarks(self, remarks: Sequence[CommentAnchor], chosen: int = 0) -> None:
        """Mark what is spoken of; the text itself stays as it prints. `chosen` is the thread looked at."""
        self._remarks, self._chosen = remarks, chosen
        self._marked = []
        marks = []
        for remark in remarks:
            cursor = stretch(self.page, remark.place, remark.start, remark.stop)
            if cursor is None:
                continue
            self._marked.append((remark, cursor))
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format = _remark_look(remark, strong=remark.thread == chosen)
            marks.append(mark)
        self._remark_layer = marks
        self._lay_marks()
        self.viewport().update()

    # -- what the proofreader marks ----------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark stretches of the page besides what is spoken of; they go with the text."""
        self._marks = marks
        cursors = stretches(self.page, [(mark.place, mark.start, mark.stop) for mark in marks])
        self._laid = [(at, cursor) for at, cursor in enumerate(cursors) if cursor is not None]
        self._lay_marks()

    def reveal_mark(self, which: int) -> None:
        """Scroll to one of the marks."""
        cursor = next((cursor for at, cursor in self._laid if at == which), None)
        if cursor is not None:
            at = QTextCursor(cursor)
            at.setPosition(cursor.selectionStart())
            self.setTextCursor(at)
            self.show_at(self.cursorRect(at).topLeft())

    def _lay_marks(self) -> None:
        layer = list(self._remark_layer)
        for at, cursor in self._laid:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, self._marks[at].shape
            layer.append(selection)
        self.setExtraSelections(layer)

    def reveal_remark(self, thread: int) -> bool:
        """Scroll to what a thread speaks of; False when it is not on the page."""
        for remark, cursor in self._marked:
            if remark.thread == thread:
                at = QTextCursor(cursor)
                at.setPosition(cursor.selectionStart())
                self.setTextCursor(at)
                self.show_at(self.cursorRect(at).topLeft())
                return True
        return False

    def selected_place(self) -> tuple[str, int, int] | None:
        """Return the place and offsets (code points) of what is selected; None when nothing is."""
        cursor = self.textCursor()
        return place_of(cursor) if cursor.hasSelection() else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the thread whose words were pressed, unless a selection was made."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        place = self.cursorForPosition(event.position().toPoint()).position()
        for remark, cursor in self._marked:
            if cursor.selectionStart() <= place <= cursor.selectionEnd():
                self.remark_chosen.emit(remark.thread)
                return
        for at, cursor in self._laid:
            if cursor.selectionStart() <= place <= cursor.selectionEnd():
                self.mark_pressed.emit(at)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a sign in the margin beside every line that is spoken of."""
        super().paintEvent(event)
        if not self._marked:
            return
        painter = QPainter(self.viewport())
        sheet = self.sheet()
        for remark, cursor in self._marked:
            at = QTextCursor(cursor)
            at.setPosition(cursor.selectionStart())
            line = self.cursorRect(at)
            if line.bottom() < event.rect().top() or line.top() > event.rect().bottom():
                continue
            token = "blue" if remark.suggestion else "amber"
            token = "accent" if remark.thread == self._chosen else token
            sign = pixmap("edit" if remark.suggestion else "comment", token, px(15), self.devicePixelRatioF())
            painter.drawPixmap(sheet.right() - 24, line.top() + 2, sign)

    def _image(self, sha: str) -> QImage | None:
        if sha not in self._images:
            self._images[sha] = decode(self._pictures.get(sha))
        return self._images[sha]


def _remark_look(remark: CommentAnchor, *, strong: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    token = "blue" if remark.suggestion else "amber"
    made.setUnderlineColor(color("accent" if strong else token))
    line = QTextCharFormat.UnderlineStyle
    made.setUnderlineStyle(line.DashUnderline if remark.suggestion else line.SingleUnderline)
    made.setBackground(color("accent_soft" if strong else f"{token}_soft"))
    return made


def _weight(block: Block) -> int:
    if isinstance(block, Table):
        return sum(50 * len(row) for row in block.rows)
    return len(block_text(block))
