"""Where a dragged article would stand in the plan: the gap under the pointer, and the line that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desk.issues.plan import PlacedRow
from ui.issue.plan_delegate import DATA
from ui.issue.plan_lines import heads, part_of
from ui.look import style


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between articles: chuyên mục, place in it, where its line is painted."""

    section_id: int
    index: int
    y: int


class DropGap:
    """The gap under the pointer while the current item of a tree, or an article of another list, is dragged."""

    def __init__(self, tree: QTreeWidget) -> None:
        self._tree = tree
        self._gap: Gap | None = None

    def show(self, place: QPoint, correction: bool | None = None) -> bool:
        """Show the gap at a place; False when the article can stand nowhere there.

        `correction` says it of an article of another list; None is the current item.
        """
        self._set(self._at(place, self._own_is_boxed() if correction is None else correction))
        return self._gap is not None

    def hide(self) -> None:
        """Take the line away."""
        self._set(None)

    def paint(self) -> None:
        """Paint the line over the tree."""
        if self._gap is not None:
            viewport = self._tree.viewport()
            line = QRect(12, max(self._gap.y - 1, 0), viewport.width() - 24, 2)
            QPainter(viewport).fillRect(line, style.color("accent"))

    def dropped(self, place: QPoint) -> tuple[int, int] | None:
        """Return the chuyên mục and the index at which the current item is dropped; None where nothing changes."""
        gap, item = self._at(place, self._own_is_boxed()), self._tree.currentItem()
        self.hide()
        if gap is None or item is None:
            return None
        head, index = item.parent(), gap.index
        if head is not None and part_of(head).section_id == gap.section_id:
            stands = head.indexOfChild(item)
            index -= int(stands < index)  # counted without it
            if index == stands:
                return None
        return gap.section_id, index

    def dropped_new(self, place: QPoint, *, correction: bool) -> tuple[int, int] | None:
        """Return the chuyên mục (0: its own) and the index at which an article of another list is dropped."""
        gap = self._at(place, correction)
        self.hide()
        return None if gap is None else (gap.section_id, gap.index)

    def _own_is_boxed(self) -> bool:
        own = self._tree.currentItem()
        stands = own.parent() if own is not None else None
        return stands is not None and part_of(stands).boxed

    def _set(self, gap: Gap | None) -> None:
        self._gap = gap
        self._tree.viewport().update()

    def _at(self, place: QPoint, boxed: bool) -> Gap | None:
        """Return where an article stands that is dropped here; None where it can stand nowhere.

        Above a heading ends the chuyên mục before it, the space below all ends the last; corrections keep to theirs.
        """
        fitting = [head for head in heads(self._tree) if part_of(head).boxed == boxed]
        target = self._tree.itemAt(place)
        if boxed and not fitting:  # the plan shows no corrections yet: their chuyên mục comes with the first
            return Gap(0, 0, self._tree.viewport().height() - 1)
        if not fitting or (boxed and target is None):
            return None
        head = (target.parent() or target) if target is not None else None
        if head is None or target is None or part_of(head).boxed != boxed:
            return None if boxed else self._end_of(fitting[-1])
        rect, placed = self._tree.visualItemRect(target), len(part_of(head).placed)
        upper = place.y() < rect.center().y()
        if target is head:
            at = fitting.index(head)
            if upper and at > 0:
                return self._end_of(fitting[at - 1])
            return Gap(part_of(head).section_id, 0, rect.bottom() + 1)
        index = head.indexOfChild(target) + int(not upper)
        if index > placed or (index == placed and not isinstance(target.data(0, DATA), PlacedRow)):
            return self._end_of(head)
        return Gap(part_of(head).section_id, index, rect.top() if upper else rect.bottom() + 1)

    def _end_of(self, head: QTreeWidgetItem) -> Gap:
        """Return the end of a chuyên mục: below its last article, above what it still wants."""
        placed = len(part_of(head).placed)
        last = head.child(placed - 1) if placed else None
        return Gap(part_of(head).section_id, placed, self._tree.visualItemRect(last or head).bottom() + 1)
