"""The list of what is taken in: a title and how far it has come, two lines a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.intake.entry import Entry, State
from ui.look import style, text_size
from ui.words import intake as intake_words
from ui.words import wording

_ENTRY = Qt.ItemDataRole.UserRole
_HEIGHT, _PAD = 54, 12  # px at 100 %
SIGNS: dict[State, tuple[str, str]] = {  # icon, token of its colour
    State.NEW: ("eye", "muted"),
    State.WAITING: ("clock", "blue"),
    State.TAKEN: ("done", "green"),
    State.SKIPPED: ("remove", "muted"),
    State.REFUSED: ("error", "accent"),
}


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its title on one line, below it a sign, how far it has come, and what is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._small = QFont(), QFont()
        self._title.setPixelSize(13)
        self._title.setWeight(QFont.Weight.Medium)
        self._small.setPixelSize(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as the next."""
        return QSize(120, text_size.px(_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        with text_size.enlarged(painter, option.rect) as rect:
            self._paint(painter, entry, rect, option.state)

    def _paint(self, painter: QPainter, entry: Entry, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, style.color("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color("line"))
        inner = rect.adjusted(_PAD, 8, -_PAD, -6)
        over = entry.state in (State.SKIPPED, State.REFUSED)
        painter.setFont(self._title)
        painter.setPen(style.color("muted" if over else "ink"))
        metrics = QFontMetrics(self._title)
        words = metrics.elidedText(title_of(entry), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner.left(), inner.top() + metrics.ascent(), words)
        self._second_line(painter, entry, QRect(inner.left(), inner.bottom() - 17, inner.width(), 18))

    def _second_line(self, painter: QPainter, entry: Entry, rect: QRect) -> None:
        icon, token = SIGNS[entry.state]
        looks = entry.state is State.NEW and entry.to_look_at()
        if looks:
            icon, token = "warning", "amber"
        ratio = text_size.density(painter)
        painter.drawPixmap(rect.left(), rect.top() + 2, style.pixmap(icon, token, 14, ratio))
        painter.setFont(self._small)
        painter.setPen(style.color(token))
        room = rect.adjusted(20, 0, 0, 0)
        words = QFontMetrics(self._small).elidedText(
            second_line(entry), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def title_of(entry: Entry) -> str:
    """Return how an entry is called: by its title, or by its file."""
    title = entry.now.text().title if entry.now is not None else ""
    return title or entry.name


def second_line(entry: Entry) -> str:
    """Return how far an entry has come, and what is to be looked at, and its file."""
    said = intake_words.state(entry.state.name)
    if entry.state is State.NEW and entry.to_look_at():
        said = intake_words.to_look_at(entry.to_look_at())
        if entry.similar or entry.twin() is not None:
            said = f"{intake_words.repeated()} · {said}"
    return said if title_of(entry) == entry.name else f"{said} · {entry.name}"


class SourceList(QListWidget):
    """The entries in the order in which they were read; one is current."""

    chosen = Signal(object)  # Entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[Entry, QListWidgetItem] = {}
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Các tệp được nhập"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self._announce())
        style.look().changed.connect(self.scheduleDelayedItemsLayout)

    def entries(self) -> list[Entry]:
        """Return all entries."""
        return list(self._items)

    def add(self, entries: list[Entry]) -> None:
        """Add entries at the end; the first one of all becomes current."""
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_ENTRY, entry)
            self._items[entry] = item
            self.addItem(item)
            self.follow(entry)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def current(self) -> Entry | None:
        """Return the entry in view."""
        item = self.currentItem()
        entry = item.data(_ENTRY) if item is not None else None
        return entry if isinstance(entry, Entry) else None

    def choose(self, entry: Entry) -> None:
        """Bring an entry into view."""
        self.setCurrentItem(self._items[entry])

    def follow(self, entry: Entry) -> None:
        """Show how far an entry has come."""
        item = self._items.get(entry)
        if item is not None:
            more = wording.error(entry.error) if entry.error is not None else second_line(entry)
            item.setToolTip(f"{entry.name}\n{more}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title_of(entry)}: {more}")
            self.update(self.indexFromItem(item))

    def next_open(self) -> Entry | None:
        """Return the entry after the current one that nobody has decided about, from the last one the first."""
        entries, now = self.entries(), self.currentRow()
        turned = [*entries[now + 1 :], *entries[: now + 1]]
        return next((entry for entry in turned if entry.state is State.NEW), None)

    def _announce(self) -> None:
        entry = self.current()
        if entry is not None:
            self.chosen.emit(entry)
