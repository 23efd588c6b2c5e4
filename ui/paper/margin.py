"""What Qt cannot draw beside the letters: dashes of points, the bar of a quote, the frame of the picture chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.press.typeset.nested_lists import POINTS
from ui.look.style import color
from ui.paper.blocks_to_qt import PageDocument
from ui.paper.formats import Prop, is_ordered, list_of
from ui.paper.positions import picture_at


def draw_margin(edit: QTextEdit, page: PageDocument, rect: QRect) -> None:
    """Draw the signs beside the blocks that lie in a part of the viewport."""
    painter = QPainter(edit.viewport())
    painter.setClipRect(rect)
    painter.setFont(page.face)
    layout, scrolled = page.documentLayout(), edit.verticalScrollBar().value()
    block = edit.cursorForPosition(rect.topLeft() - QPoint(0, 30)).block()
    while block.isValid():
        box = layout.blockBoundingRect(block).translated(0, -scrolled)
        if box.top() > rect.bottom():
            break
        _draw(painter, edit, block, box)
        block = block.next()


def has_frame(edit: QTextEdit) -> bool:
    """Say whether the cursor stands at a picture, which is framed then."""
    cursor = edit.textCursor()
    return not cursor.hasSelection() and picture_at(cursor) is not None


def draw_frame(edit: QTextEdit, page: PageDocument) -> None:
    """Frame the picture at which the cursor stands."""
    if not has_frame(edit):
        return
    cursor = edit.textCursor()
    box = (
        page.documentLayout()
        .blockBoundingRect(cursor.block())
        .translated(0, -edit.verticalScrollBar().value())
    )
    painter = QPainter(edit.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("accent"), 1.5))
    painter.drawRoundedRect(box.adjusted(1, -3, -1, 3), 6, 6)


def _draw(painter: QPainter, edit: QTextEdit, block: QTextBlock, box: QRectF) -> None:
    items = list_of(block)
    quote = block.blockFormat().boolProperty(Prop.QUOTE)
    if not quote and (items is None or is_ordered(items.format()) or not block.layout().lineCount()):
        return
    metrics = QFontMetricsF(painter.font())
    left = edit.cursorRect(QTextCursor(block)).left()  # the block's own rectangle begins at the column
    if quote:
        painter.fillRect(QRectF(left - metrics.height() * 0.6, box.top(), 2, box.height()), color("gold"))
    elif items is not None:
        point = POINTS[items.format().intProperty(Prop.RANK) % len(POINTS)]
        baseline = box.top() + block.layout().lineAt(0).ascent()
        painter.setPen(color("ink"))
        at = left - metrics.horizontalAdvance(point) - metrics.height() * 0.3
        painter.drawText(QPointF(at, baseline), point)
