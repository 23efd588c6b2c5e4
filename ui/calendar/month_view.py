"""The month: whole weeks, Monday first, lunar dates, days off, and every meeting as a line in its days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desk.calendar.holidays import DayKind, DayMark
from desk.calendar.occurrences import OccurrenceRow
from desk.dates import lunar_calendar
from desk.dates.series import DayHalf, part_of_day
from ui.calendar.month_layout import PAD, PlacedMeeting, lay_out
from ui.calendar.occurrence_paint import elided, font_of, paint_chip
from ui.calendar.view_base import EDGE, CalendarView, Edge, key_of
from ui.look import style, text_size
from ui.words import calendar as calendar_words

_HEAD = 26  # px: the names of the days
_WEEKS = 34  # px: the numbers of the weeks
_TOP = 24  # px: number and lunar date of a day
_LUNAR = 60  # px: of a day that has room for its lunar date
_NOTE = 15  # px: a line that says what a day is
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class MonthView(CalendarView):
    """A month's grid; drag over days to make a meeting, drag a line to move it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lịch tháng"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.month = 1
        self._laid = PlacedMeeting()
        self._drop: tuple[date, date] | None = None  # the days that letting go would take
        self._edge = Edge.NONE

    def sizeHint(self) -> QSize:
        """Ask for a month's room."""
        return QSize(900, 640)

    # -- geometry --------------------------------------------------------------------------------------

    def weeks(self) -> int:
        """Return how many weeks are shown."""
        return ((self.span.last - self.span.first).days + 1) // 7 if self.span else 5

    def cell(self, day: date) -> QRectF:
        """Return the place of a day."""
        if self.span is None:
            return QRectF()
        at = (day - self.span.first).days
        width = (self.room().width() - _WEEKS) / 7
        height = (self.room().height() - _HEAD) / self.weeks()
        return QRectF(_WEEKS + at % 7 * width, _HEAD + at // 7 * height, width, height)

    def day_at(self, place: QPointF) -> date | None:
        """Return the day at a place of the viewport."""
        if self.span is None or place.y() < _HEAD or place.x() < _WEEKS:
            return None
        width = (self.room().width() - _WEEKS) / 7
        height = (self.room().height() - _HEAD) / self.weeks()
        column, row = int((place.x() - _WEEKS) // width), int((place.y() - _HEAD) // height)
        if not (0 <= column < 7 and 0 <= row < self.weeks()):
            return None
        return self.span.first + timedelta(days=row * 7 + column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Stack each day's lines; those of several days are one bar through their week."""
        self.spots, self._laid = [], PlacedMeeting()
        if self.span is None:
            return
        self._laid = lay_out(self.span, self.cell, self._top_of)
        self.spots = [(line.rect, line.row) for line in self._laid.lines]

    def _top_of(self, day: date) -> float:
        return self.cell(day).top() + _TOP + _NOTE * len(self._notes(day))

    # -- paint -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grid, the days, then the lines."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), style.color("window"))
        painter.scale(text_size.factor(), text_size.factor())
        if self.span is None:
            return
        self._paint_head(painter)
        day = self.span.first
        while day <= self.span.last:
            self._paint_day(painter, day)
            day += timedelta(days=1)
        chosen = self.current()
        for line in self._laid.lines:
            day = self.day_at(line.rect.center()) or self.span.first
            paint_chip(
                painter,
                line,
                now=self.span.now,
                chosen=chosen is not None and line.row is chosen,
                dim=day.month != self.month,
            )
        self._paint_more(painter)

    def _paint_head(self, painter: QPainter) -> None:
        font = font_of(11, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(style.color("muted"))
        width = (self.room().width() - _WEEKS) / 7
        for column, name in enumerate(calendar_words.SHORT_DAYS):
            box = QRectF(_WEEKS + column * width + 7, 0, width, _HEAD)
            painter.drawText(box, _LEFT, name)
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(QPointF(0, _HEAD - 0.5), QPointF(self.room().width(), _HEAD - 0.5))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        if self.span is None:
            return
        box, inside = self.cell(day), day.month == self.month
        first, last = self.days()
        marks = self.span.marks.get(day, ())
        if any(mark.kind is DayKind.OFF for mark in marks) and inside:
            painter.fillRect(box.adjusted(1, 0, 0, -1), style.color("accent_soft"))
        if first <= day <= last and self.hasFocus():
            painter.fillRect(box.adjusted(1, 0, 0, -1), style.color("hover"))
        if self._drop is not None and self._drop[0] <= day <= self._drop[1]:
            painter.fillRect(box.adjusted(1, 0, 0, -1), style.color("blue_soft"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(QPointF(box.left() + 0.5, box.top()), QPointF(box.left() + 0.5, box.bottom()))
        painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if day.weekday() == 0:
            painter.setFont(font_of(11))
            painter.setPen(style.color("muted"))
            flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            number = str(lunar_calendar.week_number(day)[1])
            painter.drawText(QRectF(0, box.top() + 6, _WEEKS, 16), flags, number)
        self._paint_number(painter, box, day, "ink" if inside else "muted")
        painter.setFont(font_of(11))
        for at, (told, token) in enumerate(self._notes(day)):
            painter.setPen(style.color(token))
            room = QRectF(box.left() + PAD + 2, box.top() + _TOP - 2 + at * _NOTE, box.width() - 10, _NOTE)
            shown = elided(told, 11, int(room.width()))
            painter.drawText(room, _LEFT, shown)
        if first <= day <= last and self.hasFocus():
            painter.setPen(QPen(style.color("accent"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1, -1, -1.5), 4, 4)

    def _paint_number(self, painter: QPainter, box: QRectF, day: date, token: str) -> None:
        number = QRectF(box.left() + PAD, box.top() + 3, 22, 20)
        painter.setFont(font_of(13, QFont.Weight.DemiBold))
        if day == self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color("accent"))
            painter.drawEllipse(number.center(), 11, 11)
            painter.setPen(style.color("on_accent"))
            painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(day.day))
        else:
            painter.setPen(style.color(token))
            painter.drawText(number.translated(2, 0), _LEFT, str(day.day))
        if box.width() < _LUNAR:
            return
        painter.setFont(font_of(11))
        painter.setPen(style.color("muted"))
        told = calendar_words.lunar_short(lunar_calendar.lunar(day), day)
        lunar = QRectF(box.left(), box.top() + 4, box.width() - 7, 18)
        painter.drawText(lunar, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), told)

    def _notes(self, day: date) -> list[tuple[str, str]]:
        """Return what a day is: words and colour token; at most two lines of it."""
        if self.span is None:
            return []
        closings = self.span.closings.get(day, ())
        told = [(self.tr("Chốt bài số {n}").format(n=number), "amber") for number in closings]
        told += [(calendar_words.marked(mark), _token(mark)) for mark in self.span.marks.get(day, ())]
        return told[:2]

    def _paint_more(self, painter: QPainter) -> None:
        painter.setFont(font_of(11, QFont.Weight.Medium))
        painter.setPen(style.color("muted"))
        for rect, _, count in self._laid.more:
            painter.drawText(rect.adjusted(4, 0, 0, 0), _LEFT, self.tr("+{n} nữa").format(n=count))

    # -- keys and mouse --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a day, with Shift several; Alt moves the chosen meeting, Alt and Shift stretch it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        step = steps.get(Qt.Key(event.key()))
        row = self.current()
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if row is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.stretch(row, timedelta(), timedelta(days=step))
            elif row is not None:
                self.shift(row, timedelta(days=step))
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go((self.until if extend else self.day) + timedelta(days=step), extend=extend)

    def _go(self, day: date, *, extend: bool) -> None:
        if self.span is not None and not self.span.first <= day <= self.span.last:
            self.day = day
            self.leafed.emit(-1 if day < self.span.first else 1)
            return
        self.choose_day(day, extend=extend)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaf by a turn of the wheel."""
        if event.angleDelta().y():
            self.leafed.emit(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is there; what follows may be a drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        more = next(
            (
                day
                for rect, day, _ in self._laid.more
                if rect.contains(text_size.design_place(event.position()))
            ),
            None,
        )
        if more is not None:
            self.choose_day(more)
            self.day_wanted.emit(more)
            return
        row = self.press(event)
        self._edge = self._edge_at(text_size.design_place(event.position()))
        day = self.day_at(text_size.design_place(event.position()))
        if row is not None:
            self.choose(key_of(row))
        elif day is not None:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.choose_day(day, extend=extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a line to another day or its ends, or days for a new meeting."""
        if self._pressed is None:
            sides = self._edge_at(text_size.design_place(event.position())) is not Edge.NONE
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if sides else Qt.CursorShape.ArrowCursor)
            return
        if not self.is_drag(event):
            return
        self._dragging = True
        day = self.day_at(text_size.design_place(event.position()))
        if day is None:
            return
        row = self._pressed[1]
        if row is None:
            self.until = day
        elif not row.ghost:
            begin, end = self._drawn(row, day)
            self._drop = (row.start + begin).date(), row.last + end
            if self._edge is Edge.NONE:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: move or stretch what was drawn, or make a meeting on the days that were marked."""
        pressed, dragged = self._pressed, self._dragging
        day = self.day_at(text_size.design_place(event.position()))
        row = pressed[1] if pressed is not None else None
        drawn = self._drawn(row, day) if row is not None and day is not None else None
        self.let_go()
        if pressed is None or not dragged or day is None:
            return
        if row is None:
            first, last = self.days()
            self.wanted.emit(part_of_day(first, DayHalf.DAY, last) if first != last else None)
        elif not row.ghost and drawn is not None and any(drawn):
            self.stretch(row, *drawn)

    def let_go(self) -> None:
        """Forget what was being drawn."""
        super().let_go()
        self._drop = None

    def _drawn(self, row: OccurrenceRow, day: date) -> tuple[timedelta, timedelta]:
        """Return by what start and end move when it is let go on a day."""
        grabbed = self.day_at(self._pressed[0]) if self._pressed is not None else None
        by = day - (grabbed or row.start.date())
        none = timedelta()
        if self._edge is Edge.BEGIN:
            return min(by, row.last - row.start.date()), none
        if self._edge is Edge.END:
            return none, max(by, row.start.date() - row.last)
        return by, by

    def _edge_at(self, place: QPointF) -> Edge:
        """Say whether a place is the end of a bar: only what is held by days is drawn longer by days."""
        for line in reversed(self._laid.lines):
            if not line.rect.contains(place):
                continue
            by_days = line.row.part is DayHalf.DAY or line.row.start.date() != line.row.last
            if by_days and not line.row.ghost:
                if line.ends and line.rect.right() - place.x() <= EDGE:
                    return Edge.END
                if line.begins and place.x() - line.rect.left() <= EDGE:
                    return Edge.BEGIN
            return Edge.NONE
        return Edge.NONE


def _token(mark: DayMark) -> str:
    if mark.kind is DayKind.ANNIVERSARY:
        return "amber" if mark.round else "muted"
    return "accent" if mark.kind is DayKind.OFF else "blue"
