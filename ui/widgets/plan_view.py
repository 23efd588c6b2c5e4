"""An issue's plan: chuyên mục with their articles and wanted pieces, ordered by dragging or by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidgetItem,
    QWidget,
)

from desk.placing import PlacedRow, Plan, PlanPart, WantedRow
from desk.rules import IssueState
from ui import style
from ui.widgets.plan_paint import DATA, Measured, PlanDelegate


class PlanView(Measured):
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
        self.setDropIndicatorShown(False)  # ours tells under which chuyên mục
        self._gap: _Gap | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(PlanDelegate(self))
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Bài trong số, theo chuyên mục"))
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.itemDoubleClicked.connect(lambda *_: self._open())
        style.look().changed.connect(self.viewport().update)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the chosen article stays chosen."""
        current, wanted_before = self.current(), self.current_wanted()
        self.movable = plan is not None and plan.issue.state is IssueState.OPEN
        self.blockSignals(True)
        self.clear()
        for part in plan.parts if plan else ():
            if part.hidden or (part.boxed and not part.placed):
                continue
            head = QTreeWidgetItem([part.title])
            head.setData(0, DATA, part)
            head.setToolTip(0, part.title)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled)
            self.addTopLevelItem(head)
            for row in part.placed:
                item = QTreeWidgetItem([row.title])
                item.setData(0, DATA, row)
                item.setToolTip(0, row.title)
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if self.movable else flags)
                head.addChild(item)
            for wanted in part.wanted:
                item = QTreeWidgetItem([wanted.title])
                item.setData(0, DATA, wanted)
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
        data = item.data(0, DATA) if item else None
        return data if isinstance(data, PlacedRow) else None

    def current_wanted(self) -> WantedRow | None:
        """Return the chosen wanted piece."""
        item = self.currentItem()
        data = item.data(0, DATA) if item else None
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
            data = item.data(0, DATA)
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

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show by a line where the article would stand."""
        super().dragMoveEvent(event)  # it scrolls at the edges
        self._show_gap(self._gap_at(event.position().toPoint()))
        event.setAccepted(self._gap is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the line away."""
        super().dragLeaveEvent(event)
        self._show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the dragged article was dropped; the desk moves it, not the view."""
        row, gap = self.current(), self._gap_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._show_gap(None)
        item = self.currentItem()
        if row is None or gap is None or item is None:
            return
        head, index = item.parent(), gap.index
        if head is not None and _part(head).section_id == gap.section_id:
            stands = head.indexOfChild(item)
            index -= int(stands < index)  # counted without it
            if index == stands:
                return
        self.arranged.emit(row.article_id, gap.section_id, index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plan, and over it the line where a dragged article would stand."""
        super().paintEvent(event)
        if self._gap is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(
                QRect(12, max(self._gap.y - 1, 0), self.viewport().width() - 24, 2), style.color("accent")
            )

    def _show_gap(self, gap: _Gap | None) -> None:
        self._gap = gap
        self.viewport().update()

    def _gap_at(self, place: QPoint) -> _Gap | None:
        """Return where an article stands that is dropped here; None where it can stand nowhere.

        Above a heading ends the chuyên mục before it, the space below all ends the last; corrections keep to theirs.
        """
        heads = [head for head in map(self.topLevelItem, range(self.topLevelItemCount())) if head is not None]
        own = self.currentItem()
        stands = own.parent() if own is not None else None
        boxed = stands is not None and _part(stands).boxed
        heads = [head for head in heads if _part(head).boxed == boxed]
        target = self.itemAt(place)
        if not heads or (boxed and target is None):
            return None
        head = (target.parent() or target) if target is not None else None
        if head is None or target is None or _part(head).boxed != boxed:
            return None if boxed else self._end_of(heads[-1])
        rect, placed = self.visualItemRect(target), len(_part(head).placed)
        upper = place.y() < rect.center().y()
        if target is head:
            at = heads.index(head)
            if upper and at > 0:
                return self._end_of(heads[at - 1])
            return _Gap(_part(head).section_id, 0, rect.bottom() + 1)
        index = head.indexOfChild(target) + int(not upper)
        if index > placed or (index == placed and not isinstance(target.data(0, DATA), PlacedRow)):
            return self._end_of(head)
        return _Gap(_part(head).section_id, index, rect.top() if upper else rect.bottom() + 1)

    def _end_of(self, head: QTreeWidgetItem) -> _Gap:
        """Return the end of a chuyên mục: below its last article, above what it still wants."""
        placed = len(_part(head).placed)
        last = head.child(placed - 1) if placed else None
        return _Gap(_part(head).section_id, placed, self.visualItemRect(last or head).bottom() + 1)

    def _articles(self) -> Iterator[tuple[QTreeWidgetItem, PlacedRow]]:
        for item in self._lines():
            if isinstance(item.data(0, DATA), PlacedRow):
                yield item, item.data(0, DATA)

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


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place between articles: chuyên mục, place in it, where its line is painted."""

    section_id: int
    index: int
    y: int


def _part(head: QTreeWidgetItem) -> PlanPart:
    part = head.data(0, DATA)
    if not isinstance(part, PlanPart):
        raise TypeError("a chuyên mục was expected")
    return part
