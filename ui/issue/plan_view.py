"""An issue's plan: chuyên mục with their articles and wanted pieces, ordered by dragging or by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
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
from ui.articles.list_model import dragged_article
from ui.issue.plan_delegate import DATA, MeasuredTree, PlanDelegate
from ui.issue.plan_drop import DropGap
from ui.issue.plan_lines import (
    Line,
    LineId,
    articles,
    item_id,
    items,
    line_id,
    lines_of,
    part_of,
    show_line,
    under_heads,
)
from ui.look import style


class PlanView(MeasuredTree):
    """Shows a plan and says where a person wants an article to stand."""

    arranged = Signal(int, int, int)  # article, section, index
    placed = Signal(int, int, int)  # an article of another list, section (0: its own), index
    removal_wanted = Signal(int)
    unwanted = Signal(int)  # a wanted piece
    wanted_opened = Signal(object)  # CommissionRow
    chosen = Signal(object)  # PlacedRow | None
    opened = Signal(object)  # PlacedRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # ours tells under which chuyên mục
        self._gap = DropGap(self)
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
        lines = list(lines_of(plan))
        movable = plan is not None and plan.issue.state is not IssueState.RELEASED
        self.blockSignals(True)
        if movable == self.movable and [line_id(line) for line in lines] == [
            item_id(item) for item in items(self)
        ]:
            for item, line in zip(items(self), lines, strict=True):
                if item.data(0, DATA) != line:
                    show_line(item, line)
        else:
            self.movable = movable
            self._lay(lines)
        self.blockSignals(False)
        self.viewport().update()
        self.chosen.emit(self.current())

    def _lay(self, lines: list[Line]) -> None:
        """Make the items anew."""
        before, chosen = [item_id(item) for item in under_heads(self)], self._chosen()
        scrolled = self.verticalScrollBar().value()
        self.clear()
        enabled, chosen_by_hand = Qt.ItemFlag.ItemIsEnabled, Qt.ItemFlag.ItemIsSelectable
        head = QTreeWidgetItem()
        for line in lines:
            item = QTreeWidgetItem()
            show_line(item, line)
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

    def _choose_again(self, before: list[LineId], chosen: LineId | None) -> None:
        by_id = {item_id(item): item for item in items(self)}
        lines = [item_id(item) for item in under_heads(self)]
        new = [line for line in lines if line not in before]
        if self._expecting and new:
            self._choose(by_id[new[0]])
        elif chosen in by_id:
            self._choose(by_id[chosen])
        elif chosen in before and lines:  # it was taken out
            self._choose(by_id[lines[min(before.index(chosen), len(lines) - 1)]])

    def _choose(self, item: QTreeWidgetItem) -> None:
        """Choose a line; the name of the chuyên mục that it begins is seen above it."""
        self.setCurrentItem(item)
        head = item.parent()
        if head is not None and head.child(0) is item:
            self.scrollToItem(head)
        self.scrollToItem(item)

    def _chosen(self) -> LineId | None:
        item = self.currentItem()
        return item_id(item) if item is not None else None

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
        return part_of(head).section_id if head else 0

    def show_lengths(self, lengths: Mapping[int, tuple[float, int]], over: frozenset[int]) -> None:
        """Show how long each article is as laid out, and which stand beyond the limit."""
        self.lengths, self.over = lengths, over
        self.viewport().update()

    def choose(self, article_id: int) -> None:
        """Choose an article by id."""
        for item, row in articles(self):
            if row.article_id == article_id:
                self._choose(item)

    def choose_wanted(self, wanted_id: int) -> None:
        """Choose a wanted piece by its number."""
        for item in under_heads(self):
            data = item.data(0, DATA)
            if isinstance(data, CommissionRow) and data.id == wanted_id:
                self._choose(item)

    def choose_first(self) -> bool:
        """Choose the first article; False when there is none."""
        for item, _ in articles(self):
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
        if 0 <= index < len(part_of(head).placed):
            self.arranged.emit(row.article_id, part_of(head).section_id, index)
        elif 0 <= heads + by < self.topLevelItemCount():
            beside = self.topLevelItem(heads + by)
            if beside is not None and not part_of(beside).boxed:  # corrections stand there alone
                end = len(part_of(beside).placed) if by < 0 else 0
                self.arranged.emit(row.article_id, part_of(beside).section_id, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Order with Alt+Up and Alt+Down, take out with Delete, open with Enter.

        Up and Down go from line to line, and stop at the name of a chuyên mục only where it has none.
        """
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        row, wanted = self.current(), self.current_wanted()
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.removal_wanted.emit(row.article_id)
        elif event.key() == Qt.Key.Key_Delete and wanted is not None:
            self.unwanted.emit(wanted.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        every, current = list(items(self)), self.currentItem()
        at = every.index(current) + by if current in every else 0 if by > 0 else len(every) - 1
        while 0 <= at < len(every):
            if not every[at].childCount():
                self._choose(every[at])
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take an article of this plan, or one that waits for a place."""
        super().dragEnterEvent(event)
        mine = event.source() is self
        event.setAccepted(self.movable and (mine or dragged_article(event.mimeData()) is not None))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show by a line where the article would stand."""
        super().dragMoveEvent(event)  # it scrolls at the edges
        new = dragged_article(event.mimeData())
        place = event.position().toPoint()
        event.setAccepted(self._gap.show(place, new.correction if new else None))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the line away."""
        super().dragLeaveEvent(event)
        self._gap.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the dragged article was dropped; the desk moves it, not the view."""
        self.stopAutoScroll()
        place, new = event.position().toPoint(), dragged_article(event.mimeData())
        if new is not None:
            spot = self._gap.dropped_new(place, correction=new.correction)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(self.movable and spot is not None)
            if self.movable and spot is not None:
                self.placed.emit(new.id, *spot)
            return
        row, to = self.current(), self._gap.dropped(place)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row is not None and to is not None:
            self.arranged.emit(row.article_id, *to)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plan, and over it the line where a dragged article would stand."""
        super().paintEvent(event)
        self._gap.paint()

    def _open(self) -> None:
        row, wanted = self.current(), self.current_wanted()
        if row is not None:
            self.opened.emit(row)
        elif wanted is not None:
            self.wanted_opened.emit(wanted)
