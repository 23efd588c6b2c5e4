"""An issue's plan: chuyên mục with their articles and wanted pieces, ordered by dragging or by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidgetItem,
    QWidget,
)

from desk.acts.rules import IssueState
from desk.issues.plan import CommissionRow, PlacedRow, Plan, PlanPart
from ui.issue.plan_delegate import DATA, MeasuredTree, PlanDelegate
from ui.look import style

_Id: TypeAlias = tuple[type, int]
_Line: TypeAlias = PlanPart | PlacedRow | CommissionRow


class PlanView(MeasuredTree):
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
        self._expecting = False  # what is asked for will come as a line that was not there before
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(PlanDelegate(self))
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Bài trong số, theo chuyên mục"))
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.itemDoubleClicked.connect(lambda *_: self._open())
        style.look().changed.connect(self.viewport().update)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the chosen line stays chosen, or else the one that came into its place."""
        lines = list(_lines_of(plan))
        movable = plan is not None and plan.issue.state is not IssueState.RELEASED
        self.blockSignals(True)
        if movable == self.movable and [_key(line) for line in lines] == [_id(one) for one in self._items()]:
            for item, line in zip(self._items(), lines, strict=True):
                if item.data(0, DATA) != line:
                    _dress(item, line)
        else:
            self.movable = movable
            self._lay(lines)
        self.blockSignals(False)
        self.viewport().update()
        self.chosen.emit(self.current())

    def _lay(self, lines: list[_Line]) -> None:
        """Make the items anew."""
        before, chosen = [_id(item) for item in self._lines()], self._chosen()
        scrolled = self.verticalScrollBar().value()
        self.clear()
        enabled, chosen_by_hand = Qt.ItemFlag.ItemIsEnabled, Qt.ItemFlag.ItemIsSelectable
        head = QTreeWidgetItem()
        for line in lines:
            item = QTreeWidgetItem()
            _dress(item, line)
            if isinstance(line, PlanPart):
                head = item
                head.setFlags(enabled | Qt.ItemFlag.ItemIsDropEnabled)
                self.addTopLevelItem(head)
                head.setExpanded(True)
                continue
            dragged = self.movable and isinstance(line, PlacedRow)
            flags = enabled | chosen_by_hand
            item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if dragged else flags)
            head.addChild(item)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        self._choose_again(before, chosen)
        self._expecting = False

    def expect(self, new: bool) -> None:
        """Choose the line that the next plan has and this one has not; or expect none any more."""
        self._expecting = new

    def _choose_again(self, before: list[_Id], chosen: _Id | None) -> None:
        items = {_id(item): item for item in self._items()}
        lines = [_id(item) for item in self._lines()]
        new = [one for one in lines if one not in before]
        if self._expecting and new:
            self._choose(items[new[0]])
        elif chosen in items:
            self._choose(items[chosen])
        elif chosen in before and lines:  # it was taken out
            self._choose(items[lines[min(before.index(chosen), len(lines) - 1)]])

    def _choose(self, item: QTreeWidgetItem) -> None:
        """Choose a line; the name of the chuyên mục that it begins is seen above it."""
        self.setCurrentItem(item)
        head = item.parent()
        if head is not None and head.child(0) is item:
            self.scrollToItem(head)
        self.scrollToItem(item)

    def _chosen(self) -> _Id | None:
        item = self.currentItem()
        return _id(item) if item is not None else None

    def current(self) -> PlacedRow | None:
        """Return the chosen article."""
        item = self.currentItem()
        data = item.data(0, DATA) if item else None
        return data if isinstance(data, PlacedRow) else None

    def current_wanted(self) -> CommissionRow | None:
        """Return the chosen wanted piece."""
        item = self.currentItem()
        data = item.data(0, DATA) if item else None
        return data if isinstance(data, CommissionRow) else None

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
                self._choose(item)

    def choose_wanted(self, wanted_id: int) -> None:
        """Choose a wanted piece by its number."""
        for item in self._lines():
            data = item.data(0, DATA)
            if isinstance(data, CommissionRow) and data.id == wanted_id:
                self._choose(item)

    def choose_first(self) -> bool:
        """Choose the first article; False when there is none."""
        for item, _ in self._articles():
            self._choose(item)
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
        """Order with Alt+Up and Alt+Down, take out with Delete, open with Enter.

        Up and Down go from line to line, and stop at the name of a chuyên mục only where it has none.
        """
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        row = self.current()
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.removal_wanted.emit(row.article_id)
        elif event.key() == Qt.Key.Key_Delete and self.current_wanted() is not None:
            self._drop_wanted()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        items, current = list(self._items()), self.currentItem()
        at = items.index(current) + by if current in items else 0 if by > 0 else len(items) - 1
        while 0 <= at < len(items):
            if not items[at].childCount():
                self._choose(items[at])
                return
            at += by

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys without choosing: Qt would choose the first name of a chuyên mục."""
        if self.currentItem() is not None:
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen line in view."""
        super().resizeEvent(event)
        item = self.currentItem()
        if item is not None:
            self.scrollToItem(item)

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
        return (item for item in self._items() if item.parent() is not None)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """Yield every chuyên mục, and its lines after it."""
        for head in filter(None, map(self.topLevelItem, range(self.topLevelItemCount()))):
            yield head
            yield from filter(None, map(head.child, range(head.childCount())))

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


def _lines_of(plan: Plan | None) -> Iterator[_Line]:
    """Yield what a plan shows: every chuyên mục, its articles, and the pieces that it still wants."""
    for part in plan.parts if plan else ():
        if not part.hidden and (part.placed or not part.boxed):
            yield part
            yield from part.placed
            yield from part.wanted


def _key(line: _Line) -> _Id:
    """Return what tells a line of the plan from the others."""
    if isinstance(line, PlacedRow):
        return PlacedRow, line.article_id
    return (CommissionRow, line.id) if isinstance(line, CommissionRow) else (PlanPart, line.section_id)


def _id(item: QTreeWidgetItem) -> _Id:
    return _key(item.data(0, DATA))


def _dress(item: QTreeWidgetItem, line: _Line) -> None:
    person = line.person if isinstance(line, CommissionRow) else ""
    item.setText(0, line.title)
    item.setToolTip(0, f"{line.title} – {person}" if person else line.title)
    item.setData(0, DATA, line)


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
