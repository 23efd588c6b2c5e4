"""A layout that sets its widgets in rows, as many a row as fit; hidden ones take no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

_MARGIN, _GAP = 14, 8


class FlowLayout(QLayout):
    """Rows of widgets at their natural size."""

    def __init__(self, margin: int = _MARGIN) -> None:
        super().__init__()
        self._margin = margin
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the rows."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size of one row at its widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room that the widest item needs."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        widest = max((size.width() for size in shown), default=0)
        tallest = max((size.height() for size in shown), default=0)
        frame = 2 * self._margin if shown else 0
        return QSize(widest + frame, tallest + frame)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        left, top, tallest = rect.left() + self._margin, rect.top() + self._margin, 0
        any_shown = False
        for item in self._items:
            if item.isEmpty():
                continue
            any_shown = True
            size = item.sizeHint()
            if left + size.width() > rect.right() - self._margin + 1 and tallest:
                left, top, tallest = rect.left() + self._margin, top + tallest + _GAP, 0
            if place:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + _GAP
            tallest = max(tallest, size.height())
        return top + tallest + self._margin - rect.top() if any_shown else 0


class EvenFlow(FlowLayout):
    """Rows of equal columns, as many as the widest item leaves room for, at most `most`; the first item has a row
    of its own."""

    def __init__(self, most: int = 2) -> None:
        super().__init__()
        self._most = most

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        lead = [item for item in self._items[:1] if not item.isEmpty()]
        others = [item for item in self._items[1:] if not item.isEmpty()]
        if not lead and not others:
            return 0
        room = rect.width() - 2 * self._margin
        widest = max((item.sizeHint().width() for item in others), default=0)
        columns = next((n for n in range(self._most, 1, -1) if (room - (n - 1) * _GAP) // n >= widest), 1)
        width = (room - (columns - 1) * _GAP) // columns
        rows = [
            *([lead] if lead else []),
            *(others[at : at + columns] for at in range(0, len(others), columns)),
        ]
        top = rect.top() + self._margin
        for row in rows:
            height = max(item.sizeHint().height() for item in row)
            for at, item in enumerate(row):
                left = rect.left() + self._margin + at * (width + _GAP)
                if place:
                    item.setGeometry(QRect(left, top, room if row is lead else width, height))
            top += height + _GAP
        return top - _GAP + self._margin - rect.top()
