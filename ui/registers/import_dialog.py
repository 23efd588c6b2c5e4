"""Many entries before they are taken in: what is new, what changes, what contradicts; what is ticked is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desk.errors import DeskError
from desk.registers.entries import Entry, kind_of, name
from desk.registers.importing import Novelty, Proposed
from desk.registers.row_faults import RowFault
from ui.controls.column_share import ColumnShare
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import button, label
from ui.look import style
from ui.look.text_size import px
from ui.registers.columns import summary
from ui.words import registers as words
from ui.words import wording

# Takes entries in: what is called when the desk has them, and what when it refuses.
Take: TypeAlias = Callable[[Sequence[Entry], Callable[[], object], Callable[[DeskError], None]], None]
_SHOWN_FAULTS = 5
_ROW, _TALL, _MOST_ROWS = 34, 52, 8  # px at 100 %: a row of one line, of two
_WIDTH = 1000


class ImportModel(QAbstractTableModel):
    """The entries that would bring something, each with its tick."""

    def __init__(self, proposed: Sequence[Proposed], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [one for one in proposed if one.novelty is not Novelty.SAME]
        self._ticked = [not one.contradictions for one in self._rows]

    def chosen(self) -> list[Entry]:
        """Return the ticked entries."""
        return [one.entry for one, ticked in zip(self._rows, self._ticked, strict=True) if ticked]

    def tick_all(self, on: bool) -> None:
        """Tick every row, or none."""
        self._ticked = [on] * len(self._rows)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else 5

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a row, or not."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self._ticked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        return True

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a fact of an entry."""
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _cells(one)[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and column == 2:
            return style.color(words.NOVELTIES[one.novelty][1])
        if role == Qt.ItemDataRole.DecorationRole and column == 4 and one.contradictions:
            return style.icon("warning", "amber")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's head."""
        heads = (
            self.tr("Mục"),
            self.tr("Sổ"),
            self.tr("Sẽ là"),
            self.tr("Nội dung"),
            self.tr("Cần xem"),
        )
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(heads):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _cells(one: Proposed) -> tuple[str, ...]:
    now = summary(one.entry)
    if one.before is not None:
        now = f"{summary(one.before) or '–'} → {now}"
    against = "; ".join(words.contradiction(it) for it in one.contradictions)
    return name(one.entry), words.kind(kind_of(one.entry)), words.novelty(one.novelty), now, against


class RegisterImportDialog(FormDialog):
    """What is contradicted is left unticked; what the registers have already is only counted."""

    def __init__(
        self,
        parent: QWidget | None,
        told: str,
        proposed: Sequence[Proposed],
        faults: Sequence[RowFault],
        take: Take,
    ) -> None:
        super().__init__(parent, "Nhập vào sổ tay", told, accept="Nhập")
        self._take = take
        self.model = ImportModel(proposed, self)
        self.view = self._table()
        self.counts = label(_counted(proposed, len(faults)), "", wrap=True)
        self.body.addWidget(self.counts)
        self.body.addWidget(self.view, 1)
        self.faults = label(_faults(faults), "small", wrap=True)
        self.faults.setVisible(bool(faults))
        self.body.addWidget(self.faults)
        self.every = button(self.tr("Chọn hết"), lambda: self.model.tick_all(True))
        self.none = button(self.tr("Bỏ hết dấu"), lambda: self.model.tick_all(False))
        there = self.model.rowCount() > 0
        for push in (self.every, self.none):
            push.setAutoDefault(False)
            push.setVisible(there)
            self.buttons.addButton(push, self.buttons.ButtonRole.ResetRole)
        self.view.setVisible(there)
        if there:
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()
        else:
            self.ok.hide()
            self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Đóng"))
        self.resize(px(_WIDTH) if there else px(560), self.sizeHint().height())

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Các mục sẽ nhập"))
        view.setProperty("framed", True)
        view.verticalHeader().hide()
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate((230, 110, 90, 320)):
            view.setColumnWidth(column, px(width))
        self._share = ColumnShare(view, 3, row=_ROW)
        rows = min(max(self.model.rowCount(), 4), _MOST_ROWS)
        view.setMinimumHeight(px(rows * _TALL + _ROW))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def agree(self) -> None:
        """Take what is ticked; a refusal is said in place."""
        chosen = self.model.chosen()
        if not chosen:
            self.complain(self.tr("Chưa chọn mục nào."))
            return
        self._take(chosen, self.accept, self.complain)


def _counted(proposed: Sequence[Proposed], faults: int) -> str:
    """Return how much of what there is: "12 mục mới, 3 thay đổi, 40 đã có, 2 cần xem"."""
    counts = {novelty: sum(one.novelty is novelty for one in proposed) for novelty in Novelty}
    told = [
        f"{wording.number(counts[Novelty.NEW])} mục mới",
        f"{wording.number(counts[Novelty.CHANGED])} thay đổi",
        f"{wording.number(counts[Novelty.SAME])} đã có",
    ]
    against = sum(bool(one.contradictions) for one in proposed if one.novelty is not Novelty.SAME)
    if against:
        told.append(f"{wording.number(against)} cần xem (chưa đánh dấu)")
    if faults:
        told.append(f"{wording.number(faults)} dòng không nhận")
    return ", ".join(told) + "."


def _faults(faults: Sequence[RowFault]) -> str:
    told = [words.row_fault(one) for one in faults[:_SHOWN_FAULTS]]
    if len(faults) > _SHOWN_FAULTS:
        told.append(f"… và {wording.number(len(faults) - _SHOWN_FAULTS)} dòng nữa")
    return "Không nhận:\n" + "\n".join(told) if told else ""
