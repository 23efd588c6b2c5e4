"""Paints a paragraph of a source: the chip of its role, beside it or below it its first lines in their own look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.roles import Assigned, Role
from desk.text.blocks import TEXT_BLOCKS, Mark, Picture, Runs, Table, block_text
from ui.look import style, text_size
from ui.words import intake as intake_words

ASSIGNED = int(Qt.ItemDataRole.UserRole)  # (Assigned, whether it is doubtful)
_CHIP, _PAD, _GAP = 78, 8, 10  # px at 100 %
_NARROW, _ABOVE = 240, 24  # letters that have less room have their chip above them; its height there
_LINES, _LETTERS = 5, 700  # of a paragraph: enough to tell what it is
_BAR = 14
_KEPT = 4_000
TOKENS: dict[Role, str] = {
    Role.TITLE: "accent",
    Role.LEAD: "accent",
    Role.BODY: "ink",
    Role.CAPTION: "green",
    Role.BYLINE: "blue",
    Role.DATE: "blue",
    Role.OUT: "muted",
}


def letters_of(piece: IntakePiece) -> str:
    """Return the first words of a piece; a picture or a table says what it is."""
    block = piece.block
    if isinstance(block, Picture):
        return intake_words.picture(block.caption)
    if isinstance(block, Table):
        return intake_words.table(len(block.rows), block_text(block)[:_LETTERS])
    return piece.words[:_LETTERS].replace("\n", "\u2028")


class ParagraphDelegate(QStyledItemDelegate):
    """Rows as high as their words, at most a few lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._chip = QFont()
        self._chip.setPixelSize(11)
        self._chip.setWeight(QFont.Weight.DemiBold)
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a paragraph at the view's width."""
        one, _ = index.data(ASSIGNED)
        room = self._room()
        key = (one.piece.block.id, room)
        if key not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            layout = _laid_out(one, room, "ink")
            above = _ABOVE if self._is_narrow() else 0
            self._heights[key] = round(max(22.0, layout.boundingRect().height())) + _BAR + above
        return QSize(self._view.viewport().width(), text_size.px(self._heights[key]))

    def _room(self) -> int:
        """Return the width of the letters, in px at 100 %; that of the bar is spared, for it comes and goes."""
        return self._width() - 2 * _PAD - (0 if self._is_narrow() else _CHIP + _GAP)

    def _is_narrow(self) -> bool:
        return self._width() - 2 * _PAD - _CHIP - _GAP < _NARROW

    def _width(self) -> int:
        width = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        return round(width / text_size.factor())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one paragraph."""
        one, doubtful = index.data(ASSIGNED)
        with text_size.enlarged(painter, option.rect) as rect:
            self._ground(painter, rect, option.state)
            self._draw_chip(painter, one, rect, doubtful=doubtful)
            layout = _laid_out(one, self._room(), "muted" if one.role is Role.OUT else "ink")
            if self._is_narrow():
                layout.draw(painter, QPointF(rect.left() + _PAD, rect.top() + _BAR // 2 + _ABOVE))
                return
            top = rect.top() + max(_BAR // 2, (rect.height() - layout.boundingRect().height()) // 2)
            layout.draw(painter, QPointF(rect.left() + _PAD + _CHIP + _GAP, top))

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            active = state & QStyle.StateFlag.State_Active and self._view.hasFocus()
            painter.fillRect(rect, style.color("accent_soft" if active else "hover"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color("line"))

    def _draw_chip(self, painter: QPainter, one: Assigned, rect: QRect, *, doubtful: bool) -> None:
        words = intake_words.role(one.role) + (" ?" if doubtful else "")
        token = "amber" if doubtful else TOKENS[one.role]
        ground = style.color("hover" if token in ("ink", "muted") else f"{token}_soft")
        metrics = QFontMetrics(self._chip)
        place = QRectF(
            rect.left() + _PAD, rect.top() + _BAR // 2 + 1, metrics.horizontalAdvance(words) + 14, 19
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(place, 5, 5)
        if one.role is not Role.OUT or doubtful:
            painter.fillPath(path, ground)
        painter.setPen(style.color(token if one.role is not Role.BODY or doubtful else "muted"))
        painter.setFont(self._chip)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)


def _laid_out(one: Assigned, width: int, token: str) -> QTextLayout:
    """Lay out a piece's first lines; what is left over ends in “…”."""
    words = letters_of(one.piece)
    font = style.paper_font()
    font.setPixelSize(15)
    if not isinstance(one.piece.block, TEXT_BLOCKS):
        font = QFont()
        font.setPixelSize(12)
    end = len(words)
    layout = _broken(one.piece, words, font, width, token)
    if layout.lineCount() > _LINES:
        last = layout.lineAt(_LINES - 1)
        whole = last.textStart() + last.textLength() - 2
        end = max(words.rfind(" ", last.textStart(), whole), last.textStart() + 1)  # “…” stays on the line
    if end < len(words) or len(one.piece.words) > _LETTERS:
        layout = _broken(one.piece, words[:end].rstrip() + "…", font, width, token)
    return layout


def _broken(piece: IntakePiece, words: str, font: QFont, width: int, token: str) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if piece.centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif piece.right:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    plain = QTextCharFormat()
    plain.setForeground(style.color(token))
    shown = [_span(0, len(words), plain)]
    if isinstance(piece.block, TEXT_BLOCKS):
        shown += _looks(piece.block.runs, bool(piece.rank), len(words))
    layout.setFormats(shown)
    layout.beginLayout()
    top = 0.0
    while layout.lineCount() <= _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _looks(runs: Runs, heading: bool, most: int) -> list[QTextLayout.FormatRange]:
    found = []
    at = 0
    for run in runs:
        letters = len(run.text.encode("utf-16-le")) // 2
        if at >= most:
            break
        look = QTextCharFormat()
        if Mark.BOLD in run.marks or heading:
            look.setFontWeight(QFont.Weight.Bold)
        if Mark.ITALIC in run.marks:
            look.setFontItalic(True)
        if Mark.UNDERLINE in run.marks:
            look.setFontUnderline(True)
        if not look.isEmpty():
            found.append(_span(at, min(letters, most - at), look))
        at += letters
    return found


def _span(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, look
    return span
