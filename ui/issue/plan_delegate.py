"""How the plan of an issue is painted: chuyên mục, articles with their length or trouble, wanted pieces."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from desk.issues.plan import CommissionRow, PlacedRow, PlanPart
from ui.controls.elided_lines import two_lines
from ui.look import style, text_size
from ui.words import issue as issue_words
from ui.words import wording

DATA = Qt.ItemDataRole.UserRole  # of a line: PlanPart, PlacedRow or CommissionRow
_HEAD, _ROW = 34, 58


class MeasuredTree(QTreeWidget):
    """A view that knows how long its articles are, and which stand beyond the pages that the issue may have."""

    lengths: Mapping[int, tuple[float, int]] = {}  # pages and lines, as laid out
    over: frozenset[int] = frozenset()
    movable = True  # its articles may still be put in another order


class PlanDelegate(QStyledItemDelegate):
    """Paints chuyên mục as quiet headings and articles with their grip, title, length or trouble."""

    def __init__(self, view: MeasuredTree) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are lower than articles."""
        return QSize(200, text_size.px(_HEAD if isinstance(index.data(DATA), PlanPart) else _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a heading or an article."""
        data = index.data(DATA)
        with text_size.enlarged(painter, option.rect) as rect:
            if isinstance(data, PlanPart):
                self._heading(painter, data, rect, option.state)
            elif isinstance(data, PlacedRow):
                self._article(painter, data, rect, option.state)
            elif isinstance(data, CommissionRow):
                self._wanted(painter, data, rect, option.state)

    def _heading(self, painter: QPainter, part: PlanPart, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, style.color("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        font = QFont()
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(style.color("muted"))
        inner = rect.adjusted(16, 6, -16, 0)
        count = str(len(part.placed)) if part.placed else "–"
        if part.wanted:
            count = self.tr("{n} + {m} đặt").format(n=len(part.placed), m=len(part.wanted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        words = QFontMetrics(font).elidedText(
            part.title.upper(), Qt.TextElideMode.ElideRight, inner.width() - 66
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, style.color("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color("line"))

    def _article(self, painter: QPainter, row: PlacedRow, rect: QRect, state: QStyle.StateFlag) -> None:
        self._ground(painter, rect, state)
        ratio = text_size.density(painter)
        if self._view.movable:
            grip = style.pixmap("drag", "muted", 16, ratio)
            painter.drawPixmap(rect.left() + 12, rect.center().y() - 8, grip)
        length, over = self._view.lengths.get(row.article_id), row.article_id in self._view.over
        told = self.tr("{n} từ").format(n=wording.number(row.words))
        under = ""
        if length is not None:
            told = issue_words.pages(length[0])
            under = self.tr("{n} dòng").format(n=wording.number(length[1]))
        if row.stale:
            told, under = self.tr("chưa duyệt"), under and told
        token = "accent" if row.stale else "amber" if over else "green"
        if over and not row.stale:
            under = self.tr("quá số trang")
        width = self._chip(painter, rect, told, token, under)
        self._title(painter, row.title, rect.adjusted(36, 4, -width - 26, -4), "ink")

    def _wanted(self, painter: QPainter, row: CommissionRow, rect: QRect, state: QStyle.StateFlag) -> None:
        self._ground(painter, rect, state)
        ratio = text_size.density(painter)
        token = "accent" if row.late else "amber"
        painter.drawPixmap(rect.left() + 12, rect.center().y() - 8, style.pixmap("wanted", token, 16, ratio))
        told = wording.stage(row.stage) if row.stage else self.tr("chưa có")
        due = ""
        if row.due is not None:
            words = self.tr("quá hạn {day}") if row.late else self.tr("hạn {day}")
            due = words.format(day=f"{row.due.day}/{row.due.month}")
        width = self._chip(painter, rect, told, token, due)
        self._title(painter, row.title, rect.adjusted(36, 4, -width - 26, -4), "muted", row.person)
        painter.setPen(QPen(style.color(token), 1, Qt.PenStyle.DotLine))
        painter.drawLine(rect.left() + 36, rect.bottom() - 1, rect.right() - 14, rect.bottom() - 1)

    def _title(self, painter: QPainter, words: str, space: QRect, token: str, person: str = "") -> None:
        """Write a title over two lines; with a person the second line is theirs."""
        font = QFont()
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(style.color(token))
        metrics = QFontMetrics(font)
        lines = two_lines(words, font, space.width())
        if person:
            right, room = Qt.TextElideMode.ElideRight, space.width()
            lines = [metrics.elidedText(one, right, room) for one in (words, person)]
        top = space.center().y() - len(lines) * metrics.height() // 2 + metrics.ascent()
        for number, line in enumerate(lines):
            painter.drawText(space.left(), top + number * metrics.height(), line)

    def _chip(self, painter: QPainter, rect: QRect, words: str, token: str, under: str = "") -> int:
        font = QFont()
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance(under)) + 16
        box = QRectF(rect.right() - width - 14, rect.center().y() - (19 if under else 9), width, 19)
        if under:
            painter.setFont(font)
            painter.setPen(style.color("muted"))
            painter.drawText(box.translated(0, 20), Qt.AlignmentFlag.AlignCenter, under)
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, style.color(f"{token}_soft"))
        painter.setFont(font)
        painter.setPen(style.color(token))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return width
