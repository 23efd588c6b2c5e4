"""The model of a list of articles: the rows it was given, and a word when the view wants more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.acts.rules import Genre
from desk.articles.listing import ArticleRow
from ui.words import wording

ROW = Qt.ItemDataRole.UserRole
_DRAGGED = "application/x-desk-article"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DraggedArticle:
    """An article that is dragged out of a list: its number, and whether it is a correction."""

    id: int
    correction: bool


def dragged_article(data: QMimeData) -> DraggedArticle | None:
    """Return the article that a drag carries; None for a drag of anything else."""
    if not data.hasFormat(_DRAGGED):
        return None
    number, kind = bytes(data.data(_DRAGGED).data()).decode("utf-8").split()
    return DraggedArticle(int(number), kind == Genre.ERRATUM.value)


class ArticlesModel(QAbstractTableModel):
    """One column of articles; a table, because Qt's table views do not lay out rows that are out of sight."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []
        self._more = False
        self._asked = False

    def replace(self, rows: Sequence[ArticleRow], more: bool) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self._rows, self._more, self._asked = list(rows), more, False
        self.endResetModel()

    def append(self, rows: Sequence[ArticleRow], more: bool) -> None:
        """Show these rows behind the others."""
        self._more, self._asked = more, False
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def rows(self) -> list[ArticleRow]:
        """Return the rows shown."""
        return self._rows

    def row_at(self, index: Index) -> ArticleRow | None:
        """Return the article at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, article_id: int) -> int:
        """Return the row number of an article, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.id == article_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the rows given so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """There is one column; the delegate paints all of a row into it."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row for the delegate, its title and, for screen readers, one spoken line."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, wording.stage(row.stage), row.byline) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An article may be dragged where a list lets it be."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged article."""
        data = QMimeData()
        for row in filter(None, map(self.row_at, indexes[:1])):
            data.setData(_DRAGGED, f"{row.id} {row.genre.value}".encode())
        return data

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether the desk has more behind the last row."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        """Tell the page that the view came near the end; the page asks the desk."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()
