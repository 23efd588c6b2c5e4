"""The lines of a plan as items of a tree: every chuyên mục, its articles, and the pieces that it still wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desk.issues.plan import CommissionRow, PlacedRow, Plan, PlanPart
from ui.issue.plan_delegate import DATA

LineId: TypeAlias = tuple[type, int]
Line: TypeAlias = PlanPart | PlacedRow | CommissionRow


def lines_of(plan: Plan | None) -> Iterator[Line]:
    """Yield what a plan shows: every chuyên mục, its articles, and the pieces that it still wants."""
    for part in plan.parts if plan else ():
        if not part.hidden and (part.placed or not part.boxed):
            yield part
            yield from part.placed
            yield from part.wanted


def line_id(line: Line) -> LineId:
    """Return what tells a line of the plan from the others."""
    if isinstance(line, PlacedRow):
        return PlacedRow, line.article_id
    return (CommissionRow, line.id) if isinstance(line, CommissionRow) else (PlanPart, line.section_id)


def item_id(item: QTreeWidgetItem) -> LineId:
    """Return what tells an item's line from the others."""
    return line_id(item.data(0, DATA))


def show_line(item: QTreeWidgetItem, line: Line) -> None:
    """Let an item show a line."""
    person = line.person if isinstance(line, CommissionRow) else ""
    item.setText(0, line.title)
    item.setToolTip(0, f"{line.title} – {person}" if person else line.title)
    item.setData(0, DATA, line)


def part_of(head: QTreeWidgetItem) -> PlanPart:
    """Return the chuyên mục that an item names."""
    part = head.data(0, DATA)
    if not isinstance(part, PlanPart):
        raise TypeError("a chuyên mục was expected")
    return part


def heads(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    """Yield the items that name a chuyên mục."""
    return filter(None, map(tree.topLevelItem, range(tree.topLevelItemCount())))


def items(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    """Yield every chuyên mục, and its lines after it."""
    for head in heads(tree):
        yield head
        yield from filter(None, map(head.child, range(head.childCount())))


def under_heads(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    """Yield the lines that stand under a chuyên mục."""
    return (item for item in items(tree) if item.parent() is not None)


def articles(tree: QTreeWidget) -> Iterator[tuple[QTreeWidgetItem, PlacedRow]]:
    """Yield the articles with their items."""
    for item in under_heads(tree):
        row = item.data(0, DATA)
        if isinstance(row, PlacedRow):
            yield item, row
