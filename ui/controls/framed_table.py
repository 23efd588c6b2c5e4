"""A table that shows rows and is acted on row by row: framed, without a grid, left with Tab."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from ui.controls.column_share import ColumnShare


class FramedTable(QTableWidget):
    """Heads, and the first widths of the columns but the one that takes what is left (`stretch`, -1 the last)."""

    def __init__(self, name: str, heads: Sequence[str], widths: Sequence[int], *, stretch: int = -1) -> None:
        super().__init__(0, len(heads))
        self.setProperty("framed", True)
        self.setAccessibleName(name)
        name_columns(self, heads)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        stretched = stretch % len(heads)
        columns = [column for column in range(len(heads)) if column != stretched]
        for column, width in zip(columns, widths, strict=True):
            self.setColumnWidth(column, width)
        self.share = ColumnShare(self, stretched)
        self._keys: list[Hashable] = []

    def choose_again(self, keys: Iterable[Hashable]) -> None:
        """Choose, of rows filled in anew, the one that came, else the one that was chosen, else the one in its place.

        `keys` tell the rows apart, in their order.
        """
        before, self._keys = self._keys, list(keys)
        at = self.currentRow()
        came = [key for key in self._keys if key not in before] if before else []
        kept = before[at] if 0 <= at < len(before) else None
        if len(came) == 1:
            at = self._keys.index(came[0])
        elif kept in self._keys:
            at = self._keys.index(kept)
        if self._keys:
            self.setCurrentCell(min(max(at, 0), len(self._keys) - 1), 0)


def name_columns(table: QTableWidget, heads: Sequence[str]) -> None:
    """Head the columns; a head that is drawn narrow is told by its tooltip."""
    table.setHorizontalHeaderLabels(list(heads))
    for at, words in enumerate(heads):
        head = table.horizontalHeaderItem(at)
        if head is not None:
            head.setToolTip(words)
