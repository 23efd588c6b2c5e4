"""The agenda: what is held, day after day, with place, chair, coverage and news in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.calendar import occurrences
from desk.calendar.days_shown import DaysShown
from desk.calendar.holidays import DayKind
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.page import Key, is_named
from desk.dates import lunar_calendar
from ui.calendar.occurrence_paint import elided, font_of, status
from ui.look import style, text_size
from ui.words import calendar as calendar_words

_ROW, _DAY = 50, 34
_ROLE = int(Qt.ItemDataRole.UserRole)
_TOLD = 276  # px that what is told of a meeting takes at most
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day's heading: what the day is stands beside its name."""

    day: date
    told: str
    off: bool
    today: bool


class AgendaModel(QAbstractListModel):
    """Headings and occurrences in one list; it shows what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[DayLine | OccurrenceRow] = []
        self.now = occurrences.wall_now()

    def show_span(self, span: DaysShown) -> None:
        """Show what is held in a span; days without anything are left out, but for what they are called."""
        self.beginResetModel()
        self.now = span.now
        self.lines = []
        by_day: dict[date, list[OccurrenceRow]] = {}
        for row in span.rows:
            by_day.setdefault(max(row.start.date(), span.first), []).append(row)
        for day in sorted(by_day.keys() | span.marks.keys() | span.closings.keys()):
            marks = span.marks.get(day, ())
            told = [calendar_words.mark_long(mark) for mark in marks]
            told += [self.tr("Chốt bài số {n}").format(n=one) for one in span.closings.get(day, ())]
            off = any(mark.kind is DayKind.OFF for mark in marks)
            self.lines.append(DayLine(day, " · ".join(told), off, day == span.now.date()))
            self.lines += by_day.get(day, [])
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, or its words for assistive technology."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, DayLine):
                return " · ".join(part for part in (calendar_words.day_title(line.day), line.told) if part)
            return f"{calendar_words.hours(line)} {line.title}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days are read, meetings are chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.lines[index.row()], DayLine):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _AgendaDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, text_size.px(_DAY if isinstance(index.data(_ROLE), DayLine) else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_ROLE)
        with text_size.enlarged(painter, option.rect) as rect:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(line, DayLine):
                _paint_day(painter, QRectF(rect), line)
            else:
                model = index.model()
                now = model.now if isinstance(model, AgendaModel) else line.end
                chosen = bool(option.state & QStyle.StateFlag.State_Selected)
                _paint_row(painter, QRectF(rect), line, now, chosen)


def _paint_day(painter: QPainter, rect: QRectF, line: DayLine) -> None:
    painter.setFont(font_of(13, QFont.Weight.DemiBold))
    painter.setPen(style.color("accent" if line.today or line.off else "ink"))
    box = rect.adjusted(18, 8, -18, 0)
    left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    name = calendar_words.day_title(line.day)
    painter.drawText(box, left, name)
    used = painter.fontMetrics().horizontalAdvance(name) + 12
    painter.setFont(font_of(12))
    painter.setPen(style.color("muted"))
    lunar = lunar_calendar.lunar(line.day)
    lunar_day = f"{lunar.day}/{lunar.month} âm lịch" if lunar else ""
    words = " · ".join(part for part in (lunar_day, line.told) if part)
    room = box.adjusted(used, 0, 0, 0)
    painter.drawText(
        room, left, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    )


def _paint_row(painter: QPainter, rect: QRectF, row: OccurrenceRow, now: datetime, chosen: bool) -> None:
    _, icon, token = calendar_words.KINDS[row.kind]
    box = rect.adjusted(14, 2, -14, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("accent_soft" if chosen else "raised"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setBrush(style.color(token))
    painter.drawRoundedRect(QRectF(box.left(), box.top() + 4, 3, box.height() - 8), 1.5, 1.5)
    painter.setOpacity(0.5 if row.off else 1)
    ratio = text_size.density(painter)
    painter.drawPixmap(QPointF(box.left() + 12, box.top() + 6), style.pixmap(icon, token, 16, ratio))
    painter.setOpacity(1)
    left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
    upper = QRectF(box.left() + 36, box.top() + 4, box.width() - 48, 20)
    lower = upper.translated(0, 20)
    hours = 158.0
    painter.setFont(font_of(12))
    painter.setPen(style.color("muted"))
    painter.drawText(QRectF(upper.left(), upper.top(), hours, 20), left, calendar_words.hours(row))
    told = status(row, now)
    used = 0.0
    if told is not None and told[0]:
        text = told[0][:1].upper() + told[0][1:]
        text = elided(text, 12, int(min(_TOLD, upper.width() - hours)))
        used = painter.fontMetrics().horizontalAdvance(text) + 24.0
        painter.setPen(style.color(told[2]))
        painter.drawText(upper, right, text)
        sign = QPointF(upper.right() - used + 2, upper.top() + 3)
        painter.drawPixmap(sign, style.pixmap(told[1], told[2], 14, ratio))
    painter.setFont(font_of(13, QFont.Weight.Medium, struck=row.off))
    painter.setPen(style.color("muted" if row.off else "ink"))
    room = upper.adjusted(hours, 0, -used - 8, 0)
    painter.drawText(
        room,
        left,
        painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, int(room.width())),
    )
    painter.setFont(font_of(12))
    painter.setPen(style.color("muted"))
    facts = [row.place, ", ".join(chair.name for chair in row.chairs)]
    if row.covering:
        facts.append(covered_by(row.covering))
    beneath = " · ".join(fact for fact in facts if fact)
    room = lower.adjusted(hours, 0, 0, 0)
    painter.drawText(
        room, left, painter.fontMetrics().elidedText(beneath, Qt.TextElideMode.ElideRight, int(room.width()))
    )


def covered_by(names: Sequence[str]) -> str:
    """Return who covers a meeting."""
    return f"đưa tin: {', '.join(names)}"


class AgendaView(QListView):
    """A list of days and what is held on them."""

    chosen = Signal(object)
    opened = Signal(object)
    pressed_on = Signal()  # by the pointer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Danh sách cuộc họp"))
        self._model = AgendaModel()
        self.setModel(self._model)
        self.setItemDelegate(_AgendaDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.current()))
        self.activated.connect(lambda _: self._open())
        style.look().changed.connect(self._dressed)

    def _dressed(self) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of it, then choose what is there."""
        self.pressed_on.emit()
        super().mousePressEvent(event)

    def _open(self) -> None:
        if self.current() is not None:
            self.opened.emit(self.current())

    def show_span(self, span: DaysShown, day: date, key: Key | None) -> None:
        """Show a span; what was chosen stays so, else the first meeting from a day on is in view."""
        self._model.show_span(span)
        lines = self._model.lines
        at = next((i for i, line in enumerate(lines) if _is(line, key)), -1)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at))
            return
        ahead = (i for i, line in enumerate(lines) if isinstance(line, DayLine) and line.day >= day)
        first = next(ahead, -1)
        if first >= 0:
            self.scrollTo(self._model.index(first), QListView.ScrollHint.PositionAtTop)

    def current(self) -> OccurrenceRow | None:
        """Return the chosen occurrence."""
        line = self.currentIndex().data(_ROLE)
        return line if isinstance(line, OccurrenceRow) and not line.ghost else None


def _is(line: object, key: Key | None) -> bool:
    return isinstance(line, OccurrenceRow) and is_named(line, key)
