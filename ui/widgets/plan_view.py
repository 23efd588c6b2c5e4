"""An issue's plan: chuyên mục with their articles, ordered by dragging or by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desk.placing import PlacedRow, Plan, PlanPart
from ui import style, wording
from ui.widgets.lines import two_lines

_DATA = Qt.ItemDataRole.UserRole
_HEAD, _ROW = 34, 58


class PlanView(QTreeWidget):
    """Shows a plan and says where a person wants an article to stand."""

    arranged = Signal(int, int, int)  # article, section, index
    removal_wanted = Signal(int)
    chosen = Signal(object)  # PlacedRow | None
    opened = Signal(object)  # PlacedRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_PlanDelegate(self))
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Bài trong số, theo chuyên mục"))
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.itemDoubleClicked.connect(lambda *_: self._open())
        style.look().changed.connect(self.viewport().update)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the chosen article stays chosen."""
        current = self.current()
        self.blockSignals(True)
        self.clear()
        for part in plan.parts if plan else ():
            head = QTreeWidgetItem([part.title])
            head.setData(0, _DATA, part)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled)
            self.addTopLevelItem(head)
            for row in part.placed:
                item = QTreeWidgetItem([row.title])
                item.setData(0, _DATA, row)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
                )
                head.addChild(item)
            head.setExpanded(True)
        self.blockSignals(False)
        if current is not None:
            self.choose(current.article_id)
        self.chosen.emit(self.current())

    def current(self) -> PlacedRow | None:
        """Return the chosen article."""
        item = self.currentItem()
        data = item.data(0, _DATA) if item else None
        return data if isinstance(data, PlacedRow) else None

    def choose(self, article_id: int) -> None:
        """Choose an article by id."""
        for item, row in self._articles():
            if row.article_id == article_id:
                self.setCurrentItem(item)

    def choose_first(self) -> bool:
        """Choose the first article; False when there is none."""
        for item, _ in self._articles():
            self.setCurrentItem(item)
            return True
        return False

    def shift(self, by: int) -> None:
        """Move the chosen article one place up (-1) or down (1), over the edge of its chuyên mục too."""
        item = self.currentItem()
        row = self.current()
        if item is None or row is None:
            return
        head = item.parent()
        if head is None:
            return
        index, heads = head.indexOfChild(item) + by, self.indexOfTopLevelItem(head)
        if 0 <= index < head.childCount():
            self.arranged.emit(row.article_id, _part(head).section_id, index)
        elif 0 <= heads + by < self.topLevelItemCount():
            beside = self.topLevelItem(heads + by)
            if beside is not None:
                end = beside.childCount() if by < 0 else 0
                self.arranged.emit(row.article_id, _part(beside).section_id, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Order with Alt+Up and Alt+Down, take out with Delete, open with Enter."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        row = self.current()
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.removal_wanted.emit(row.article_id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the dragged article was dropped; the desk moves it, not the view."""
        row = self.current()
        target = self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row is None or target is None:
            return
        self.drop_on(row, target, self.dropIndicatorPosition())

    def drop_on(
        self, row: PlacedRow, target: QTreeWidgetItem, where: QAbstractItemView.DropIndicatorPosition
    ) -> None:
        """Work out chuyên mục and index from the drop's target."""
        head = target.parent() or target
        below = where == QAbstractItemView.DropIndicatorPosition.BelowItem
        index = 0 if target.parent() is None else head.indexOfChild(target) + int(below)
        own = self.currentItem()
        if own is not None and own.parent() is head and head.indexOfChild(own) < index:
            index -= 1
        self.arranged.emit(row.article_id, _part(head).section_id, index)

    def _articles(self) -> Iterator[tuple[QTreeWidgetItem, PlacedRow]]:
        for number in range(self.topLevelItemCount()):
            head = self.topLevelItem(number)
            for place in range(head.childCount() if head else 0):
                item = head.child(place) if head else None
                if item is not None:
                    yield item, item.data(0, _DATA)

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row)


def _part(head: QTreeWidgetItem) -> PlanPart:
    part = head.data(0, _DATA)
    if not isinstance(part, PlanPart):
        raise TypeError("a chuyên mục was expected")
    return part


class _PlanDelegate(QStyledItemDelegate):
    """Paints chuyên mục as quiet headings and articles with their grip, title, length or trouble."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are lower than articles."""
        return QSize(200, _HEAD if isinstance(index.data(_DATA), PlanPart) else _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a heading or an article."""
        data = index.data(_DATA)
        rect: QRect = option.rect
        painter.save()
        if isinstance(data, PlanPart):
            self._heading(painter, data, rect)
        elif isinstance(data, PlacedRow):
            self._article(painter, data, rect, option.state)
        painter.restore()

    def _heading(self, painter: QPainter, part: PlanPart, rect: QRect) -> None:
        font = QFont()
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(style.color("muted"))
        inner = rect.adjusted(16, 6, -16, 0)
        count = str(len(part.placed)) if part.placed else "–"
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        words = QFontMetrics(font).elidedText(
            part.title.upper(), Qt.TextElideMode.ElideRight, inner.width() - 30
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _article(self, painter: QPainter, row: PlacedRow, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, style.color("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color("line"))
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.left() + 12, rect.center().y() - 8, style.pixmap("drag", "muted", 16, ratio))
        told = (
            self.tr("chưa duyệt bản này")
            if row.stale
            else self.tr("{n} từ").format(n=wording.number(row.words))
        )
        width = self._chip(painter, rect, told, "accent" if row.stale else "green")
        font = QFont()
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(style.color("ink"))
        space = rect.adjusted(36, 4, -width - 26, -4)
        metrics = QFontMetrics(font)
        lines = two_lines(row.title, font, space.width())
        top = space.center().y() - len(lines) * metrics.height() // 2 + metrics.ascent()
        for number, line in enumerate(lines):
            painter.drawText(space.left(), top + number * metrics.height(), line)

    def _chip(self, painter: QPainter, rect: QRect, words: str, token: str) -> int:
        font = QFont()
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Medium)
        width = QFontMetrics(font).horizontalAdvance(words) + 16
        box = QRectF(rect.right() - width - 14, rect.center().y() - 9, width, 19)
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, style.color(f"{token}_soft"))
        painter.setFont(font)
        painter.setPen(style.color(token))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return width
