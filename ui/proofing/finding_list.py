"""The list of findings: two lines a row, what stands and what might stand, then why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.proofing.article import PlacedFinding
from ui.controls.labels import cut
from ui.look import style, text_size
from ui.look.kept_size import keep
from ui.proofing.marks import TOKENS
from ui.words import proofing as words

FINDING = int(Qt.ItemDataRole.UserRole)
WHERE = FINDING + 1
_HEIGHT, _PAD, _DOT = 50, 14, 8  # px at 100 %
_MOST = 0.6  # of the line: what stands, where what might stand needs room too
Index = QModelIndex | QPersistentModelIndex


class FindingModel(QAbstractListModel):
    """The findings that are shown, in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[PlacedFinding, ...] = ()
        self._where: tuple[str, ...] = ()

    def show(self, found: Sequence[PlacedFinding], where: Sequence[str] = ()) -> None:
        """Show these and no others; of several articles `where` says on which page each stands."""
        self.beginResetModel()
        self.found, self._where = tuple(found), tuple(where)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a finding, or what a screen reader says of it."""
        one = self.found[index.row()]
        where = self._where[index.row()] if self._where else ""
        if role == FINDING:
            return one
        if role == WHERE:
            return where
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = f"{words.severity(one.finding.severity)}: {shown(one.words)}. {one.finding.message}"
            return f"{said} {where}".rstrip()
        return None


class FindingView(QListView):
    """Walks by the arrows; says what Enter, a double click and the numbers 1–9 choose."""

    chosen = Signal(object)  # PlacedFinding, None for none
    taken = Signal(int)  # the suggestion that is taken, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.found = FindingModel(self)
        self.setModel(self.found)
        self.setItemDelegate(_FindingDelegate(self))
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.doubleClicked.connect(lambda _: self.taken.emit(0))
        keep(self, self.doItemsLayout)
        style.look().changed.connect(self.viewport().update)

    def current(self) -> PlacedFinding | None:
        """Return the finding that is looked at."""
        at = self.currentIndex().row()
        return self.found.found[at] if 0 <= at < len(self.found.found) else None

    def choose(self, row: int) -> None:
        """Look at a finding."""
        self.setCurrentIndex(self.found.index(row))
        self.scrollTo(self.found.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is looked at in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first suggestion by Enter, another by its number."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self.current() is not None
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(0)
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.taken.emit(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)


class _FindingDelegate(QStyledItemDelegate):
    """Paints one finding."""

    def __init__(self, view: FindingView) -> None:
        super().__init__(view)
        self._view = view
        self._first, self._second = QFont(), QFont()
        self._first.setPixelSize(13)
        self._first.setWeight(QFont.Weight.DemiBold)
        self._second.setPixelSize(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(self._view.viewport().width(), text_size.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what stands, what might stand, and why."""
        one: PlacedFinding = index.data(FINDING)
        with text_size.enlarged(painter, option.rect) as rect:
            self._ground(painter, rect, option.state)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(TOKENS[one.finding.severity]))
            painter.drawEllipse(QRect(rect.left() + _PAD, rect.top() + 13, _DOT, _DOT))
            left, room = rect.left() + _PAD + _DOT + 8, rect.width() - 2 * _PAD - _DOT - 8
            self._draw_words(painter, one, QRect(left, rect.top() + 6, room, 20))
            painter.setFont(self._second)
            painter.setPen(style.color("muted"))
            said = " · ".join(part for part in (index.data(WHERE), one.finding.message) if part)
            why = cut(said, QFontMetrics(self._second), room)
            painter.drawText(QRect(left, rect.top() + 26, room, 18), Qt.AlignmentFlag.AlignVCenter, why)

    def _draw_words(self, painter: QPainter, one: PlacedFinding, place: QRect) -> None:
        metrics = QFontMetrics(self._first)
        painter.setFont(self._first)
        instead = one.finding.suggestions[0] if one.finding.suggestions else None
        said = cut(shown(one.words), metrics, round(place.width() * (1 if instead is None else _MOST)))
        painter.setPen(style.color("ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)
        if instead is None:
            return
        at = metrics.horizontalAdvance(said)
        arrow = "  →  "
        painter.setPen(style.color("muted"))
        painter.drawText(place.adjusted(at, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, arrow)
        at += metrics.horizontalAdvance(arrow)
        right = shown(one.instead(instead)) or self.tr("bỏ")
        painter.setPen(style.color("green"))
        painter.drawText(
            place.adjusted(at, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter,
            cut(right, metrics, max(0, place.width() - at)),
        )

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            active = state & QStyle.StateFlag.State_Active and self._view.hasFocus()
            painter.fillRect(rect, style.color("accent_soft" if active else "hover"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color("line"))


def shown(words: str) -> str:
    """Return words so that a space too many is seen."""
    return words.replace("\n", " ¶ ").replace("\xa0", "·").replace("  ", "··")
