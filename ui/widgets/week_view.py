"""The week by its hours: draw a meeting, move it, make it longer; whole days stand in a band above."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk import vncalendar
from desk.daymarks import DayKind
from desk.diary import OccurrenceRow
from desk.series import Part, When
from desk.span import Span
from ui import style
from ui import wording_calendar as words
from ui.widgets.calendar_view import CalendarView, key_of
from ui.widgets.occurrence_paint import CHIP, font_of, paint_chip, soft, status

_HOURS = 56  # px: the names of the hours
_HEAD = 62  # px: the names of the days
_HOUR = 46  # px: an hour's height
_FIRST, _LAST = 0, 24
_OPENS = 6  # the hour at the top when the week is first shown
_EDGE = 7  # px: where the lower edge is taken hold of
_STEP = timedelta(minutes=30)
_SNAP = 15  # minutes


class WeekView(CalendarView):
    """Seven days, Monday first; drag over hours to make a meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lịch tuần"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursor_at = time(8, 0)  # where a meeting is made by key
        self._band: list[tuple[QRectF, OccurrenceRow]] = []
        self._blocks: list[tuple[QRectF, OccurrenceRow]] = []
        self._ghost: When | None = None  # what is being drawn
        self._resizing = False
        self._scrolled = False

    def sizeHint(self) -> QSize:
        """Ask for a week's room."""
        return QSize(900, 640)

    # -- geometry --------------------------------------------------------------------------------------

    def show_span(self, span: Span, day: date) -> None:
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
        lanes = self._lanes()
        return max(1, max(lanes.values(), default=-1) + 1) * CHIP + 6

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

    @staticmethod
    def _in_band(row: OccurrenceRow) -> bool:
        return row.part is Part.DAY or row.start.date() != row.last

    def _lanes(self) -> dict[tuple[object, ...], int]:
        lanes: list[date] = []
        out: dict[tuple[object, ...], int] = {}
        for row in self.span.rows if self.span else ():
            if self._in_band(row):
                free = next((i for i, last in enumerate(lanes) if last < row.start.date()), len(lanes))
                lanes[free : free + 1] = [row.last]
                out[*key_of(row), row.ghost] = free
        return out

    def lay_out(self) -> None:
        """Put whole days into the band, and hours side by side where they overlap."""
        self._band, self._blocks = [], []
        if self.span is None:
            return
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_HOUR // 2)
        bar.setRange(0, max(0, round(self._top() + (_LAST - _FIRST) * _HOUR - self.viewport().height())))
        lanes = self._lanes()
        for row in self.span.rows:
            if not self._in_band(row):
                continue
            first, last = max(row.start.date(), self.span.first), min(row.last, self.span.last)
            left, right = self._column(first), self._column(last)
            y = _HEAD + 3 + lanes[*key_of(row), row.ghost] * CHIP
            self._band.append((QRectF(left.left() + 3, y, right.right() - left.left() - 6, CHIP), row))
        for step in range(7):
            self._lay_day(self.span.first + timedelta(days=step))
        self.spots = [*self._blocks, *self._band]

    def _lay_day(self, day: date) -> None:
        rows = [
            row for row in (self.span.rows if self.span else ())
            if row.start.date() == day and not self._in_band(row)
        ]  # fmt: skip
        cluster: list[OccurrenceRow] = []
        until = datetime.combine(day, time())
        for row in [*rows, None]:
            if row is None or (cluster and row.start >= until):
                self._lay_cluster(day, cluster)
                cluster = []
            if row is not None:
                cluster.append(row)
                until = (
                    max(until, row.end, row.start + timedelta(minutes=30))
                    if len(cluster) > 1
                    else max(row.end, row.start + timedelta(minutes=30))
                )

    def _lay_cluster(self, day: date, cluster: list[OccurrenceRow]) -> None:
        ends: list[datetime] = []
        columns = []
        for row in cluster:
            at = next((i for i, end in enumerate(ends) if end <= row.start), len(ends))
            ends[at : at + 1] = [max(row.end, row.start + timedelta(minutes=30))]
            columns.append(at)
        box = self._column(day)
        width = (box.width() - 6) / max(1, len(ends))
        for row, at in zip(cluster, columns, strict=True):
            top = self._y(row.start.time())
            minutes = max(30, (row.end - row.start).total_seconds() / 60)
            height = minutes / 60 * _HOUR
            self._blocks.append((QRectF(box.left() + 3 + at * width, top, width - 2, height - 1), row))

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
            self._paint_block(painter, rect, row)
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
        rect = QRectF(box.left() + 3, self._y(self.cursor_at), box.width() - 6, _HOUR - 1)
        painter.setBrush(style.color("hover"))
        painter.setPen(QPen(style.color("accent"), 1.2))
        painter.drawRoundedRect(rect, 4, 4)

    def _paint_block(self, painter: QPainter, rect: QRectF, row: OccurrenceRow) -> None:
        if self.span is None:
            return
        _, icon, token = words.KINDS[row.kind]
        painter.save()
        painter.setOpacity(0.55 if row.off else 1)
        painter.setPen(QPen(style.color("window"), 1))
        painter.setBrush(soft(token))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(token))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(QPointF(rect.left() + 7, rect.top() + 4), style.pixmap(icon, token, 13, ratio))
        inner = rect.adjusted(24, 2, -4, -2)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setFont(font_of(12, QFont.Weight.Medium, struck=row.off))
        painter.setPen(style.color("ink"))
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        room = painter.boundingRect(inner, flags, row.title)
        painter.drawText(inner, flags, row.title)
        below = inner.adjusted(0, min(room.height(), inner.height()), 0, 0)
        painter.setFont(font_of(11))
        painter.setPen(style.color("muted"))
        told = [words.hours(row), *([row.place] if row.place else [])]
        painter.drawText(below, flags, "\n".join(told))
        said = status(row, self.span.now)
        if said is not None and rect.height() > 90:
            painter.setPen(style.color(said[2]))
            bottom = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(inner.adjusted(0, 0, 0, -2), bottom, said[0])
        current = self.current()
        if current is not None and row is current:
            painter.setOpacity(1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color("accent"), 1.6))
            painter.drawRoundedRect(rect.adjusted(0.8, 0.8, -0.8, -0.8), 4, 4)
        painter.restore()

    def _paint_drawn(self, painter: QPainter) -> None:
        when = self._ghost
        if when is None:
            return
        box = self._column(when.start.date())
        height = max(_HOUR / 4, (when.end - when.start).total_seconds() / 3600 * _HOUR)
        rect = QRectF(box.left() + 3, self._y(when.start.time()), box.width() - 6, height)
        painter.setBrush(style.color("blue_soft"))
        painter.setPen(QPen(style.color("blue"), 1.4, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(style.color("blue"))
        painter.setFont(font_of(12, QFont.Weight.DemiBold))
        painter.drawText(rect.adjusted(8, 3, -4, -3), int(Qt.AlignmentFlag.AlignTop), words.hours(when))

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
            self._paint_name(painter, self.span.first + timedelta(days=step))
        painter.setPen(style.color("muted"))
        painter.setFont(font_of(11))
        number = vncalendar.week_number(self.span.first)[1]
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
        for rect, row in self._band:
            paint_chip(painter, rect, row, now=self.span.now, chosen=row is chosen)

    def _paint_name(self, painter: QPainter, day: date) -> None:
        if self.span is None:
            return
        box = self._column(day)
        name = QRectF(box.left() + 8, 5, box.width() - 14, 22)
        today, left = day == self.today, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font_of(13, QFont.Weight.DemiBold))
        painter.setPen(style.color("accent" if today else "ink"))
        told = f"{words.SHORT_DAYS[day.weekday()]} {day.day}/{day.month}"
        painter.drawText(name, left, told)
        painter.setFont(font_of(11))
        painter.setPen(style.color("muted"))
        lunar = vncalendar.lunar(day)
        there = f"{lunar.day}/{lunar.month}" if lunar else ""
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), there)
        notes = [words.mark(mark) for mark in self.span.marks.get(day, ())]
        notes += [self.tr("Chốt bài số {n}").format(n=one) for one in self.span.closings.get(day, ())]
        off = any(mark.kind is DayKind.OFF for mark in self.span.marks.get(day, ()))
        painter.setPen(style.color("accent" if off else "muted"))
        for at, note in enumerate(notes[:2]):
            room = QRectF(box.left() + 8, 27 + at * 15, box.width() - 12, 15)
            elided = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, left, elided)

    # -- keys and mouse --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk by hours and days; Alt moves the chosen meeting, Alt and Shift make it longer or shorter."""
        key, row = Qt.Key(event.key()), self.current()
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        halves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if not days and not halves:
            super().keyPressEvent(event)
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if alt and row is not None and shift and halves:
            self.shift(row, timedelta(), halves * _STEP)
        elif alt and row is not None:
            self.shift(row, timedelta(days=days) + halves * _STEP)
        elif days:
            self._go(self.day + timedelta(days=days))
        else:
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
        return When(start, start + timedelta(hours=2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is there; the lower edge of a block makes it longer."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.row_at(event.position())
        self._pressed = (event.position(), row)
        self._resizing = row is not None and self._on_edge(event.position(), row)
        moment = self._moment(event.position())
        if row is not None:
            self.choose(key_of(row))
        elif moment is not None:
            self.cursor_at = moment.time().replace(minute=moment.minute // 30 * 30)
            self.choose(None)
            self.choose_day(moment.date())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a new meeting, move one, or take hold of its edge."""
        if self._pressed is None:
            row = self.row_at(event.position())
            edge = row is not None and self._on_edge(event.position(), row)
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        if not self.is_drag(event):
            return
        self._dragging = True
        self._ghost = self._drawn(event.position())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        pressed, dragged, ghost = self._pressed, self._dragging, self._ghost
        self._pressed, self._dragging, self._ghost = None, False, None
        self.viewport().update()
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
        if self._in_band(row):
            by = timedelta(days=(there.date() - begin.date()).days)
            return When(row.start + by, row.end + by, row.part)
        if self._resizing:
            end = there.replace(year=row.start.year, month=row.start.month, day=row.start.day)
            return When(row.start, max(end, row.start + quarter))
        by = there - begin
        # A half-day that is drawn to another hour is meant to the minute from then on.
        part = row.part if by % timedelta(days=1) == timedelta() else Part.HOURS
        return When(row.start + by, row.end + by, part)

    def _on_edge(self, place: QPointF, row: OccurrenceRow) -> bool:
        rect = next((rect for rect, one in self._blocks if one is row), None)
        return rect is not None and not row.ghost and rect.bottom() - place.y() <= _EDGE
