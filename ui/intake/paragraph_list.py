"""The source: its paragraphs in reading order, each with the chip of its role; keys and mouse give them others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from desk.intake.recogniser.roles import Assigned, Role
from ui.intake.paragraph_delegate import ASSIGNED, ParagraphDelegate, letters_of
from ui.look import style
from ui.words import intake as intake_words

_MANY = 20  # paragraphs that are laid out at once
_BATCH = 10
_NOWHERE = QModelIndex()


class ParagraphModel(QAbstractListModel):
    """The pieces of a document with their roles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Assigned, ...] = ()
        self._doubtful: frozenset[int] = frozenset()

    def show(self, pieces: tuple[Assigned, ...], doubtful: Sequence[int]) -> None:
        """Show pieces; those of the same document keep their places."""
        same = [one.piece for one in pieces] == [one.piece for one in self._pieces] if pieces else False
        if not same:
            self.beginResetModel()
        self._pieces, self._doubtful = pieces, frozenset(doubtful)
        if not same:
            self.endResetModel()
        elif pieces:
            self.dataChanged.emit(self.index(0), self.index(len(pieces) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Count the pieces."""
        return 0 if parent.isValid() else len(self._pieces)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a piece's words, or the piece."""
        if not index.isValid():
            return None
        one = self._pieces[index.row()]
        if role == ASSIGNED:
            return one, index.row() in self._doubtful
        if role == Qt.ItemDataRole.DisplayRole:
            return letters_of(one.piece)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.reason(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{intake_words.role(one.role)}: {letters_of(one.piece)}"
        return None

    def reason(self, row: int) -> str:
        """Return why a piece has its role."""
        one = self._pieces[row]
        return intake_words.reason(one, doubtful=row in self._doubtful)


class ParagraphList(QListView):
    """Shows the pieces; says which role a person gives to those that are selected."""

    role_given = Signal(object)  # Role
    chosen = Signal(int)  # the current piece, -1 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces = ParagraphModel(self)
        self.setModel(self.pieces)
        self.setItemDelegate(ParagraphDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setBatchSize(_BATCH)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(self.tr("Các đoạn trong tệp"))
        self.menu_of_roles: QMenu | None = None
        self.selectionModel().currentChanged.connect(lambda now, _: self.chosen.emit(now.row()))
        style.look().changed.connect(self.scheduleDelayedItemsLayout)

    def show_pieces(self, pieces: tuple[Assigned, ...], doubtful: Sequence[int]) -> None:
        """Show the pieces of a document; what is selected stays so while it is the same document."""
        batched = len(pieces) > _MANY
        mode = QListView.LayoutMode.Batched if batched else QListView.LayoutMode.SinglePass
        if mode is not self.layoutMode():
            self.setLayoutMode(mode)
        self.pieces.show(pieces, doubtful)
        if pieces and not self.currentIndex().isValid():
            self.go_to(0)

    def selected(self) -> list[int]:
        """Return the places of the selected pieces, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def current(self) -> int:
        """Return the place of the current piece, -1 for none."""
        return self.currentIndex().row()

    def go_to(self, place: int) -> None:
        """Select a piece alone and bring it into sight."""
        index = self.pieces.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out by Delete what is selected."""
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.role_given.emit(Role.OUT)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Seek nothing by letters: digits are roles."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the roles at the mouse or, by keyboard, at the current piece."""
        if self.menu_of_roles is None or not self.selected():
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_of_roles.popup(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
