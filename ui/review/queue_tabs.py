"""The queues of Bàn duyệt with their counts: a short list, one chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.review.queue import Queue
from ui.look import style, text_size
from ui.look.kept_size import keep
from ui.words import review as review_words

_ROW = 27
_COUNT = Qt.ItemDataRole.UserRole + 1
_ICON = Qt.ItemDataRole.UserRole + 2
_PRESSING = (Queue.OVERDUE, Queue.DUE, Queue.RETURNED)  # a count here is said louder


class QueueTabs(QListWidget):
    """Chooses a queue; an empty one stays in its place, quiet."""

    queue_chosen = Signal(object)  # Queue

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Hàng đợi"))
        self.setItemDelegate(_QueueDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        for queue in Queue:
            item = QListWidgetItem("")
            item.setData(Qt.ItemDataRole.UserRole, queue)
            item.setData(_ICON, review_words.QUEUES[queue][1])
            self.addItem(item)
        keep(self, lambda: self.setFixedHeight(len(Queue) * text_size.px(_ROW) + 8))
        self.show_counts({}, 3)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda _: self.queue_chosen.emit(self.queue()))
        style.look().changed.connect(self.viewport().update)

    def queue(self) -> Queue:
        """Return the chosen queue."""
        return list(Queue)[max(0, self.currentRow())]

    def choose(self, queue: Queue) -> None:
        """Choose a queue."""
        self.setCurrentRow(list(Queue).index(queue))

    def step(self) -> None:
        """Choose the next queue that holds something, after the last the first."""
        here = self.currentRow()
        order = [(here + by) % self.count() for by in range(1, self.count())]
        self.setCurrentRow(next((at for at in order if self.item(at).data(_COUNT)), here))

    def show_counts(self, counts: Mapping[Queue, int], days: int) -> None:
        """Show how much each queue holds; `days` is from when an article presses."""
        for at, queue in enumerate(Queue):
            item, count = self.item(at), counts.get(queue, 0)
            name = review_words.queue(queue).format(days=days)
            item.setText(name)
            item.setData(_COUNT, count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {count}")


class _QueueDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = QFont()
        self._font.setPixelSize(12)
        self._strong = QFont(self._font)
        self._strong.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, text_size.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        with text_size.enlarged(painter, option.rect) as rect:
            self._paint(painter, rect, option.state, index)

    def _paint(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        count = int(index.data(_COUNT) or 0)
        queue = index.data(Qt.ItemDataRole.UserRole)
        if chosen:
            painter.fillRect(rect, style.color("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        token = "ink" if count else "muted"
        ratio = text_size.density(painter)
        sign = style.pixmap(str(index.data(_ICON)), "accent" if chosen else "muted", 15, ratio)
        painter.drawPixmap(rect.left() + 16, rect.top() + (rect.height() - 15) // 2, sign)
        painter.setFont(self._strong if chosen else self._font)
        painter.setPen(style.color(token))
        room = rect.adjusted(40, 0, -52, 0)
        shown = QFontMetrics(painter.font()).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, shown)
        painter.setFont(self._strong if count else self._font)
        painter.setPen(style.color("accent" if count and queue in _PRESSING else token))
        painter.drawText(rect.adjusted(0, 0, -16, 0), Qt.AlignmentFlag.AlignRight | middle, str(count))
