"""An issue's plan: chuyên mục with their articles and wanted pieces, ordered by dragging or by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desk.placing import PlacedRow, Plan, PlanPart, WantedRow
from ui import style, wording, wording_issue
from ui.widgets.lines import two_lines

_DATA = Qt.ItemDataRole.UserRole
_HEAD, _ROW = 34, 58


class PlanView(QTreeWidget):
    """Shows a plan and says where a person wants an article to stand."""

    arranged = Signal(int, int, int)  # article, section, index
    removal_wanted = Signal(int)
    unwanted = Signal(int)  # a wanted piece
    wanted_opened = Signal(object)  # WantedRow
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
        self.lengths: Mapping[int, tuple[float, int]] = {}  # pages and lines, as laid out
        self.over: frozenset[int] = frozenset()  # what stands beyond the pages that the issue may have
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.itemDoubleClicked.connect(lambda *_: self._open())
        style.look().changed.connect(self.viewport().update)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the chosen article stays chosen."""
        current, wanted_before = self.current(), self.current_wanted()
        self.blockSignals(True)
        self.clear()
        for part in plan.parts if plan else ():
            if part.hidden or (part.boxed and not part.placed):
                continue
            head = QTreeWidgetItem([part.title])
            head.setData(0, _DATA, part)
            head.setToolTip(0, part.title)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled)
            self.addTopLevelItem(head)
            for row in part.placed:
                item = QTreeWidgetItem([row.title])
                item.setData(0, _DATA, row)
                item.setToolTip(0, row.title)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
                )
                head.addChild(item)
            for wanted in part.wanted:
                item = QTreeWidgetItem([wanted.title])
                item.setData(0, _DATA, wanted)
                item.setToolTip(0, f"{wanted.title} – {wanted.person}" if wanted.person else wanted.title)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                head.addChild(item)
            head.setExpanded(True)
        self.blockSignals(False)
        if current is not None:
            self.choose(current.article_id)
        elif wanted_before is not None:
            self.choose_wanted(wanted_before.id)
        self.chosen.emit(self.current())

    def current(self) -> PlacedRow | None:
        """Return the chosen article."""
        item = self.currentItem()
        data = item.data(0, _DATA) if item else None
        return data if isinstance(data, PlacedRow) else None

    def current_wanted(self) -> WantedRow | None:
        """Return the chosen wanted piece."""
        item = self.currentItem()
        data = item.data(0, _DATA) if item else None
        return data if isinstance(data, WantedRow) else None

    def current_section(self) -> int:
        """Return the chuyên mục in which the chosen line stands, 0 for none."""
        item = self.currentItem()
        head = item.parent() or item if item else None
        return _part(head).section_id if head else 0

    def show_lengths(self, lengths: Mapping[int, tuple[float, int]], over: frozenset[int]) -> None:
        """Show how long each article is as laid out, and which stand beyond the limit."""
        self.lengths, self.over = lengths, over
        self.viewport().update()

    def choose(self, article_id: int) -> None:
        """Choose an article by id."""
        for item, row in self._articles():
            if row.article_id == article_id:
                self.setCurrentItem(item)

    def choose_wanted(self, wanted_id: int) -> None:
        """Choose a wanted piece by its number."""
        for item in self._lines():
            data = item.data(0, _DATA)
            if isinstance(data, WantedRow) and data.id == wanted_id:
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
        if 0 <= index < len(_part(head).placed):
            self.arranged.emit(row.article_id, _part(head).section_id, index)
        elif 0 <= heads + by < self.topLevelItemCount():
            beside = self.topLevelItem(heads + by)
            if beside is not None and not _part(beside).boxed:  # corrections stand there alone
                end = len(_part(beside).placed) if by < 0 else 0
                self.arranged.emit(row.article_id, _part(beside).section_id, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Order with Alt+Up and Alt+Down, take out with Delete, open with Enter."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        row = self.current()
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.removal_wanted.emit(row.article_id)
        elif event.key() == Qt.Key.Key_Delete and self.current_wanted() is not None:
            self._drop_wanted()
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
        index = min(index, len(_part(head).placed))
        own = self.currentItem()
        if own is not None and own.parent() is head and head.indexOfChild(own) < index:
            index -= 1
        self.arranged.emit(row.article_id, _part(head).section_id, index)

    def _articles(self) -> Iterator[tuple[QTreeWidgetItem, PlacedRow]]:
        for item in self._lines():
            if isinstance(item.data(0, _DATA), PlacedRow):
                yield item, item.data(0, _DATA)

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            head = self.topLevelItem(number)
            for place in range(head.childCount() if head else 0):
                item = head.child(place) if head else None
                if item is not None:
                    yield item

    def _open(self) -> None:
        row, wanted = self.current(), self.current_wanted()
        if row is not None:
            self.opened.emit(row)
        elif wanted is not None:
            self.wanted_opened.emit(wanted)

    def _drop_wanted(self) -> None:
        wanted = self.current_wanted()
        if wanted is not None:
            self.unwanted.emit(wanted.id)


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
        elif isinstance(data, WantedRow):
            self._wanted(painter, data, rect, option.state)
        painter.restore()

    def _heading(self, painter: QPainter, part: PlanPart, rect: QRect) -> None:
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
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.left() + 12, rect.center().y() - 8, style.pixmap("drag", "muted", 16, ratio))
        view = self.parent()
        length = view.lengths.get(row.article_id) if isinstance(view, PlanView) else None
        over = isinstance(view, PlanView) and row.article_id in view.over
        told = self.tr("{n} từ").format(n=wording.number(row.words))
        under = ""
        if length is not None:
            told = wording_issue.pages(length[0])
            under = self.tr("{n} dòng").format(n=wording.number(length[1]))
        if row.stale:
            told, under = self.tr("chưa duyệt"), under and told
        token = "accent" if row.stale else "amber" if over else "green"
        if over and not row.stale:
            under = self.tr("quá số trang")
        width = self._chip(painter, rect, told, token, under)
        self._title(painter, row.title, rect.adjusted(36, 4, -width - 26, -4), "ink")

    def _wanted(self, painter: QPainter, row: WantedRow, rect: QRect, state: QStyle.StateFlag) -> None:
        self._ground(painter, rect, state)
        ratio = painter.device().devicePixelRatioF()
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
