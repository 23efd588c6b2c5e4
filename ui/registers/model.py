"""The entries of one register as a table: sorted by a column, thinned out by a search without marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.registers.entries import Kind
from desk.registers.page import EntryRow
from desk.text.vietnamese import bare
from ui.look import style
from ui.registers.columns import columns, to_look_at


class EntriesModel(QAbstractTableModel):
    """The rows it was given; the last column says what contradicts an entry."""

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns(kind)
        self._rows: list[EntryRow] = []
        self._sought = ""
        self._found: dict[int, str] = {}  # by the entry's number: its words without marks
        self._shown: list[EntryRow] = []
        self._by, self._order = 0, Qt.SortOrder.AscendingOrder

    def replace(self, rows: Sequence[EntryRow]) -> None:
        """Show these rows and no others, found and sorted as the ones before."""
        self._rows = list(rows)
        self._found = {
            row.entry.id: bare(" ".join(column.text(row.entry) for column in self._columns)) for row in rows
        }
        self._sort_all()
        self._show()

    def seek(self, words: str) -> None:
        """Show the rows that have all of these words, with or without marks."""
        self._sought = words
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, as Vietnamese sort."""
        self._by, self._order = max(column, 0), order
        self._sort_all()
        self._show()

    def count(self) -> int:
        """Return how many rows there are, shown or not."""
        return len(self._rows)

    def row(self, at: int) -> EntryRow | None:
        """Return a row that is shown."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def place(self, number: int) -> int:
        """Return where the entry of a number is shown; -1 where it is not."""
        return next((at for at, row in enumerate(self._shown) if row.entry.id == number), -1)

    def _sort_all(self) -> None:
        down = self._order == Qt.SortOrder.DescendingOrder
        if self._by < len(self._columns):
            self._rows.sort(key=self._columns[self._by].sorts_by, reverse=down)
        else:
            self._rows.sort(key=lambda row: len(row.contradictions), reverse=not down)

    def _show(self) -> None:
        wanted = bare(self._sought).split()
        self.beginResetModel()
        self._shown = [row for row in self._rows if all(word in self._found[row.entry.id] for word in wanted)]
        self.endResetModel()

    # -- what Qt asks ----------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns) + 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words of a cell, whole in the tooltip; a sign before an entry that is contradicted."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == len(self._columns):
                return to_look_at(row)
            return self._columns[column].text(row.entry)
        if role == Qt.ItemDataRole.DecorationRole and row.contradictions and column == len(self._columns):
            return style.icon("warning", "amber")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's head."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            heads = [column.head for column in self._columns]
            return [*heads, self.tr("Cần xem")][section] if 0 <= section <= len(heads) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
