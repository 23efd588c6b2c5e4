"""The week by its hours: draw a meeting, move it, make it longer; whole days stand in a band above."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk.calendar.days_shown import DaysShown
from desk.calendar.holidays import DayKind
from desk.calendar.occurrences import OccurrenceRow
from desk.dates import lunar_calendar
from desk.dates.series import DayHalf, When
from ui.calendar.occurrence_paint import CHIP, Placed, font_of, paint_chip
from ui.calendar.view import EDGE, CalendarView, Edge, key_of
from ui.calendar.week_layout import LEAST, clusters, columns, in_band, lanes
from ui.calendar.week_paint import paint_block, paint_drawn, paint_name
from ui.look import style

_HOURS = 56  # px: the names of the hours
_HEAD = 62  # px: the names of the days
_HOUR = 46  # px: an hour's height
_FIRST, _LAST = 0, 24
_OPENS = 6  # the hour at the top when the week is first shown
_STEP = timedelta(minutes=30)
_USUAL = timedelta(hours=2)
_SNAP = 15  # minutes


class WeekView(CalendarView):
    """Seven days, Monday first; drag over hours to make a meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lịch tuần"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursor_at = time(8, 0)  # where a meeting is made by key
        self._length = _USUAL  # of a meeting that is made there
        self._band: list[Placed] = []
        self._lanes: dict[tuple[object, ...], int] = {}
        self._blocks: list[tuple[QRectF, OccurrenceRow]] = []
        self._ghost: When | None = None  # what is being drawn
        self._edge = Edge.NONE
        self._scrolled = False

    def sizeHint(self) -> QSize:
        """Ask for a week's room."""
        return QSize(900, 640)

    # -- geometry --------------------------------------------------------------------------------------

    def show_span(self, span: DaysShown, day: date) -> None:
        """Show a week; the office's hours are in view the first time."""
        super().show_span(span, day)
        if not self._scrolled:
            self._scrolled = True
            self.verticalScrollBar().setValue(_OPENS * _HOUR)
            self.lay_out()

    def _column(self, day: date) -> QRectF:
        if self.span is None:
            return QRectF()
        width = (self.viewport().width() - _HOURS) / 7
        at = (day - self.span.first).days
        return QRectF(_HOURS + at * width, 0, width, self.viewport().height())

    def _top(self) -> float:
        return _HEAD + self._band_height()

    def _band_height(self) -> float:
        return max(1, max(self._lanes.values(), default=-1) + 1) * CHIP + 6

    def _y(self, moment: time) -> float:
        hours = moment.hour + moment.minute / 60 - _FIRST
        return self._top() + hours * _HOUR - self.verticalScrollBar().value()

    def _moment(self, place: QPointF) -> datetime | None:
        if self.span is None or place.x() < _HOURS:
            return None
        width = (self.viewport().width() - _HOURS) / 7
        day = self.span.first + timedelta(days=max(0, min(6, int((place.x() - _HOURS) // width))))
        minutes = (place.y() - self._top() + self.verticalScrollBar().value()) / _HOUR * 60
        minutes = max(0, min(24 * 60 - _SNAP, round(minutes / _SNAP) * _SNAP))
        return datetime.combine(day, time()) + timedelta(minutes=minutes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out anew: places are those of the viewport."""
        self.lay_out()
        self.viewport().update()

    def lay_out(self) -> None:
        """Put whole days into the band, and hours side by side where they overlap."""
        self._band, self._blocks, self._lanes = [], [], {}
        if self.span is None:
            return
        self._lanes = lanes(self.span.rows)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_HOUR // 2)
        bar.setRange(0, max(0, round(self._top() + (_LAST - _FIRST) * _HOUR - self.viewport().height())))
        for row in filter(in_band, self.span.rows):
            first, last = max(row.start.date(), self.span.first), min(row.last, self.span.last)
            left, right = self._column(first), self._column(last)
            y = _HEAD + 3 + self._lanes[*key_of(row), row.ghost] * CHIP
            rect = QRectF(left.left() + 3, y, right.right() - left.left() - 6, CHIP)
            self._band.append(Placed(rect, row, first == row.start.date(), last == row.last))
        for step in range(7):
            self._lay_day(self.span.first + timedelta(days=step))
        self.spots = [*self._blocks, *((line.rect, line.row) for line in self._band)]

    def _lay_day(self, day: date) -> None:
        box = self._column(day)
        for cluster in clusters(self.span.rows if self.span else (), day):
            places, count = columns(cluster)
            width = (box.width() - 6) / count
            for row, at in zip(cluster, places, strict=True):
                height = max(LEAST, row.end - row.start).total_seconds() / 3600 * _HOUR
                rect = QRectF(box.left() + 3 + at * width, self._y(row.start.time()), width - 2, height - 1)
                self._blocks.append((rect, row))

    # -- paint -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hours, the blocks, then the head that stands above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), style.color("window"))
        if self.span is None:
            return
        self._paint_hours(painter)
        painter.setClipRect(QRectF(0, self._top(), self.viewport().width(), self.viewport().height()))
        for rect, row in self._blocks:
            paint_block(painter, rect, row, self.span.now, chosen=row is self.current())
        self._paint_drawn(painter)
        self._paint_now(painter)
        painter.setClipping(False)
        self._paint_head(painter)

    def _paint_hours(self, painter: QPainter) -> None:
        if self.span is None:
            return
        for step in range(7):
            day = self.span.first + timedelta(days=step)
            box = self._column(day)
            if any(mark.kind is DayKind.OFF for mark in self.span.marks.get(day, ())):
                painter.fillRect(box, style.color("accent_soft"))
            elif day.weekday() >= 5:
                painter.fillRect(box, style.color("side"))
            painter.setPen(QPen(style.color("line"), 1))
            painter.drawLine(QPointF(box.left() + 0.5, _HEAD), QPointF(box.left() + 0.5, box.bottom()))
        painter.setFont(font_of(11))
        for hour in range(_FIRST, _LAST):
            y = round(self._y(time(hour))) + 0.5
            if y < self._top():
                continue
            painter.setPen(QPen(style.color("line"), 1))
            painter.drawLine(QPointF(_HOURS, y), QPointF(self.viewport().width(), y))
            if y < self._top() + 8:
                continue
            painter.setPen(style.color("muted"))
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(0, y - 8, _HOURS - 8, 16), flags, f"{hour:02}:00")
        self._paint_cursor(painter)

    def _paint_cursor(self, painter: QPainter) -> None:
        if not self.hasFocus() or self.current() is not None:
            return
        box = self._column(self.day)
        height = self._length.total_seconds() / 3600 * _HOUR - 1
        rect = QRectF(box.left() + 3, self._y(self.cursor_at), box.width() - 6, height)
        painter.setBrush(style.color("hover"))
        painter.setPen(QPen(style.color("accent"), 1.2))
        painter.drawRoundedRect(rect, 4, 4)

    def _paint_drawn(self, painter: QPainter) -> None:
        when = self._ghost
        if when is None or self.span is None:
            return
        if self._pressed is not None and self._pressed[1] is not None and in_band(self._pressed[1]):
            first, last = max(when.start.date(), self.span.first), min(when.last, self.span.last)
            left, right = self._column(first).left(), self._column(last).right()
            painter.setClipping(False)
            paint_drawn(painter, QRectF(left + 3, _HEAD + 3, right - left - 6, CHIP), when)
            return
        box = self._column(when.start.date())
        height = max(_HOUR / 4, (when.end - when.start).total_seconds() / 3600 * _HOUR)
        paint_drawn(
            painter, QRectF(box.left() + 3, self._y(when.start.time()), box.width() - 6, height), when
        )

    def _paint_now(self, painter: QPainter) -> None:
        if self.span is None or not self.span.first <= self.today <= self.span.last:
            return
        box, y = self._column(self.today), self._y(self.span.now.time())
        painter.setPen(QPen(style.color("accent"), 1.6))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setBrush(style.color("accent"))
        painter.drawEllipse(QPointF(box.left() + 1, y), 3.5, 3.5)

    def _paint_head(self, painter: QPainter) -> None:
        if self.span is None:
            return
        for step in range(7):
            day = self.span.first + timedelta(days=step)
            paint_name(painter, self._column(day), day, self.span)
        painter.setPen(style.color("muted"))
        painter.setFont(font_of(11))
        number = lunar_calendar.week_number(self.span.first)[1]
        painter.drawText(
            QRectF(0, 8, _HOURS, 16), int(Qt.AlignmentFlag.AlignHCenter), self.tr("Tuần {n}").format(n=number)
        )
        painter.drawText(
            QRectF(0, _HEAD + 3, _HOURS - 8, CHIP),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            self.tr("Cả ngày"),
        )
        painter.setPen(QPen(style.color("line"), 1))
        for y in (_HEAD - 0.5, self._top() - 0.5):
            painter.drawLine(QPointF(0, y), QPointF(self.viewport().width(), y))
        chosen = self.current()
        for line in self._band:
            paint_chip(painter, line, now=self.span.now, chosen=line.row is chosen)

    # -- keys and mouse --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Shift they mark hours; Alt moves the chosen meeting, Alt and Shift stretch it."""
        key, row = Qt.Key(event.key()), self.current()
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        halves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if not days and not halves:
            super().keyPressEvent(event)
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if alt and row is not None and shift:
            longer = timedelta(days=days + halves) if in_band(row) else timedelta(days=days) + halves * _STEP
            self.stretch(row, timedelta(), longer)
        elif alt and row is not None:
            self.shift(row, timedelta(days=days) + halves * _STEP)
        elif days:
            self._go(self.day + timedelta(days=days))
        elif shift:
            day_end = datetime.combine(self.day, time()) + timedelta(days=1)
            most = day_end - datetime.combine(self.day, self.cursor_at)
            self._length = min(max(_STEP, self._length + halves * _STEP), most)
            self.viewport().update()
        else:
            self._length = _USUAL
            self._walk(halves)

    def _go(self, day: date) -> None:
        if self.span is not None and not self.span.first <= day <= self.span.last:
            self.day = day
            self.leafed.emit(-1 if day < self.span.first else 1)
        else:
            self.choose_day(day)

    def _walk(self, halves: int) -> None:
        there = datetime.combine(self.day, self.cursor_at) + halves * _STEP
        if there.date() == self.day:
            self.cursor_at = there.time()
            y, bar = self._y(self.cursor_at), self.verticalScrollBar()
            if y < self._top():
                bar.setValue(bar.value() - _HOUR)
            elif y + _HOUR > self.viewport().height():
                bar.setValue(bar.value() + _HOUR)
        self.choose(None)
        self.viewport().update()

    def at_cursor(self) -> When:
        """Return the hour that is marked, for a new meeting."""
        start = datetime.combine(self.day, self.cursor_at)
        return When(start, start + self._length)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is there; its ends make it longer or shorter."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.row_at(event.position())
        self._pressed = (event.position(), row)
        self._edge = self._edge_at(event.position())
        moment = self._moment(event.position())
        if row is not None:
            self.choose(key_of(row))
        elif moment is not None:
            self.cursor_at = moment.time().replace(minute=moment.minute // 30 * 30)
            self._length = _USUAL
            self.choose(None)
            self.choose_day(moment.date())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a new meeting, move one, or take hold of its edge."""
        if self._pressed is None:
            held = self._edge_at(event.position()) is not Edge.NONE
            row = self.row_at(event.position())
            across = row is not None and in_band(row)
            sizing = Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor
            self.viewport().setCursor(sizing if held else Qt.CursorShape.ArrowCursor)
            return
        if not self.is_drag(event):
            return
        self._dragging = True
        self._ghost = self._drawn(event.position())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        pressed, dragged, ghost = self._pressed, self._dragging, self._ghost
        self.let_go()
        if pressed is None or not dragged or ghost is None:
            return
        row = pressed[1]
        if row is None:
            self.wanted.emit(ghost)
        elif not row.ghost and (row.start, row.end) != (ghost.start, ghost.end):
            self.moved.emit(row, ghost)

    def _drawn(self, place: QPointF) -> When | None:
        """Return what letting go here would make."""
        there = self._moment(place)
        begin = self._moment(self._pressed[0]) if self._pressed else None
        if there is None or begin is None or self._pressed is None:
            return None
        row = self._pressed[1]
        quarter = timedelta(minutes=_SNAP)
        if row is None:
            there = there.replace(year=begin.year, month=begin.month, day=begin.day)
            return When(min(begin, there), max(begin, there) + quarter)
        if in_band(row):
            by = timedelta(days=(there.date() - begin.date()).days)
            first = row.start if self._edge is Edge.END else row.start + by
            last = row.end if self._edge is Edge.BEGIN else row.end + by
            made = When(first, last, row.part)
            return made if made.end > made.start else None
        if self._edge is not Edge.NONE:
            there = there.replace(year=row.start.year, month=row.start.month, day=row.start.day)
            if self._edge is Edge.END:
                return When(row.start, max(there, row.start + quarter))
            return When(min(there, row.end - quarter), row.end)
        by = there - begin
        # A half-day that is drawn to another hour is meant to the minute from then on.
        part = row.part if by % timedelta(days=1) == timedelta() else DayHalf.HOURS
        return When(row.start + by, row.end + by, part)

    def let_go(self) -> None:
        """Forget what was being drawn."""
        super().let_go()
        self._ghost = None

    def _edge_at(self, place: QPointF) -> Edge:
        """Say which end of a meeting is at a place: below and above among the hours, left and right of a bar."""
        for line in reversed(self._band):
            if line.rect.contains(place):
                right = line.ends and line.rect.right() - place.x() <= EDGE
                left = line.begins and place.x() - line.rect.left() <= EDGE
                if line.row.ghost or not (left or right):
                    return Edge.NONE
                return Edge.END if right else Edge.BEGIN
        for rect, row in reversed(self._blocks):
            if rect.contains(place):
                if row.ghost:
                    return Edge.NONE
                if rect.bottom() - place.y() <= EDGE:
                    return Edge.END
                # A short block is moved by its upper half, not made longer at its top.
                return Edge.BEGIN if place.y() - rect.top() <= EDGE - 2 and rect.height() > 30 else Edge.NONE
        return Edge.NONE
