"""The journal as a table: its columns, for the page, the workbook and the printer alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk import clock
from desk.acts.journal import JournalEntry, Subject
from desk.acts.rules import Act
from ui.words import journal as journal_words
from ui.words import wording

Column: TypeAlias = tuple[str, Callable[[JournalEntry], str]]


def columns() -> tuple[Column, ...]:
    """Return the columns: a heading, and the text of an entry below it."""
    return (
        (_tr("Số"), lambda e: str(e.id)),
        (_tr("Lúc"), lambda e: f"{clock.local(e.at):%d/%m/%Y %H:%M}"),
        (_tr("Ai"), _who),
        (_tr("Việc"), _deed),
        (_tr("Về"), _about),
        (_tr("Phiên bản"), lambda e: str(e.revision) if e.revision else ""),
        (_tr("Lý do"), lambda e: e.note),
        (_tr("Dấu vân tay"), lambda e: e.sha256[:8]),
    )


def _heads_told() -> dict[str, str]:
    """Return what a column's tooltip adds to a heading that does not speak for itself."""
    return {
        _tr("Số"): _tr("Số thứ tự của mục trong nhật ký"),
        _tr("Về"): _tr("Bài, cuộc họp, số bản tin hay người mà việc này làm"),
        _tr("Phiên bản"): _tr(
            "Phiên bản của bài khi làm việc này; số có thể cách quãng vì gửi, trả lại, chuyển bài cũng được đếm"
        ),
        _tr("Dấu vân tay"): _tr("Tám ký tự đầu của dấu vân tay (SHA-256); rê chuột lên một ô để xem cả dãy"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("JournalModel", words)


def _who(entry: JournalEntry) -> str:
    """Name who did it, and the chief for whom it was signed."""
    chief = entry.detail.get("for")
    if chief and entry.act is not Act.END_DELEGATION:
        return _tr("{by} (ký thay {chief})").format(by=entry.person, chief=chief)
    return entry.person


def _deed(entry: JournalEntry) -> str:
    return wording.done(entry) + journal_words.marks(entry.detail)


def _about(entry: JournalEntry) -> str:
    """Name what an entry speaks of: an article's title, or an issue and the articles moved in it."""
    if entry.subject is not Subject.ISSUE:
        return journal_words.about(entry) or entry.title
    titles = ", ".join(entry.detail.get("titles", ()))
    return f"Số {entry.title}: {titles}" if titles else f"Số {entry.title}"


class JournalModel(QAbstractTableModel):
    """The entries it was given, a column a fact."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[JournalEntry] = []
        self._more = False
        self._asked = False
        self._columns = columns()

    def replace(self, entries: Sequence[JournalEntry], more: bool) -> None:
        """Show these entries and no others."""
        self.beginResetModel()
        self._entries, self._more, self._asked = list(entries), more, False
        self.endResetModel()

    def append(self, entries: Sequence[JournalEntry], more: bool) -> None:
        """Show these entries behind the others."""
        self._more, self._asked = more, False
        if entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._entries += entries
            self.endInsertRows()

    def entries(self) -> list[JournalEntry]:
        """Return the entries shown."""
        return self._entries

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Count the entries given so far."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a fact, whole in the tooltip."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        entry = self._entries[index.row()]
        text = self._columns[index.column()][1](entry)
        if role != Qt.ItemDataRole.ToolTipRole:
            return text
        more = (
            entry.sha256 if index.column() == len(self._columns) - 1 else journal_words.detail(entry.detail)
        )
        return "\n".join(part for part in (text, more) if part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading; the tooltip says it whole, and what it means."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            words = self._columns[section][0]
            return "\n".join(part for part in (words, _heads_told().get(words, "")) if part)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section][0]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether the desk has more behind the last entry."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Tell the page that the view came near the end."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()
