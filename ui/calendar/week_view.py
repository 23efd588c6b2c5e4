"""The week by its hours: draw a meeting, move it, make it longer; whole days stand in a band above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk.calendar.days_shown import DaysShown
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.page import Key, is_named
from desk.dates.series import When
from ui.calendar.occurrence_paint import CHIP, Placed, paint_chip
from ui.calendar.view_base import CalendarView, Edge, key_of
from ui.calendar.week_drag import drawn, edge_at
from ui.calendar.week_grid import HEAD, HOUR, WeekGrid
from ui.calendar.week_layout import LEAST, MOST_LANES, clusters, columns, in_band, lanes, spilling
from ui.calendar.week_paint import paint_block, paint_drawn, paint_head, paint_hours, paint_more, paint_now
from ui.look import style, text_size

_OPENS = 6  # the hour at the top when the week is first shown
_STEP = timedelta(minutes=30)
_USUAL = timedelta(hours=2)
_NARROWEST = 44  # px: of a block that can be read and hit
More = tuple[QRectF, date, int]  # a place, its day, and how many have no room there


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
        self._more: list[More] = []  # what finds no room among the hours, and in the band
        self._band_more: list[More] = []
        self._ghost: When | None = None  # what is being drawn
        self._edge = Edge.NONE
        self._scrolled = False

    def sizeHint(self) -> QSize:
        """Ask for a week's room."""
        return QSize(900, 640)

    # -- what is shown and where -------------------------------------------------------------------------

    def show_span(self, span: DaysShown, day: date) -> None:
        """Show a week; the office's hours are in view the first time."""
        super().show_span(span, day)
        if not self._scrolled:
            self._scrolled = True
            self.verticalScrollBar().setValue(_OPENS * HOUR)
            self.lay_out()

    def _grid(self) -> WeekGrid:
        size, first = self.room().toSize(), self.span.first if self.span else self.day
        count = min(max(self._lanes.values(), default=-1) + 1, MOST_LANES)
        return WeekGrid(first, size.width(), size.height(), count, self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out anew: places are those of the viewport."""
        self.lay_out()
        self.viewport().update()

    def lay_out(self) -> None:
        """Put whole days into the band, and hours side by side where they overlap; what has no room is counted."""
        self._band, self._blocks, self._lanes = [], [], {}
        self._more, self._band_more = [], []
        if self.span is None:
            return
        self._lanes = lanes(self.span.rows)
        bar = self.verticalScrollBar()
        bar.setPageStep(round(self.room().height()))
        bar.setSingleStep(HOUR // 2)
        bar.setRange(0, self._grid().extent)
        grid = self._grid()
        over, spilt = spilling(self._lanes), Counter[date]()
        for row in filter(in_band, self.span.rows):
            first, last = max(row.start.date(), self.span.first), min(row.last, self.span.last)
            if (*key_of(row), row.ghost) in over:
                spilt.update(first + timedelta(days=step) for step in range((last - first).days + 1))
                continue
            left, right = grid.column(first), grid.column(last)
            y = HEAD + 3 + self._lanes[*key_of(row), row.ghost] * CHIP
            rect = QRectF(left.left() + 3, y, right.right() - left.left() - 6, CHIP)
            self._band.append(Placed(rect, row, first == row.start.date(), last == row.last))
        for day, count in spilt.items():
            box = grid.column(day)
            lane = QRectF(box.left() + 3, HEAD + 3 + (MOST_LANES - 1) * CHIP, box.width() - 6, CHIP)
            self._band_more.append((lane, day, count))
        for step in range(7):
            self._lay_day(grid, self.span.first + timedelta(days=step))
        self.spots = [*self._blocks, *((line.rect, line.row) for line in self._band)]

    def _lay_day(self, grid: WeekGrid, day: date) -> None:
        box = grid.column(day)
        for cluster in clusters(self.span.rows if self.span else (), day):
            places, count = columns(cluster)
            room = max(1, int((box.width() - 6) // _NARROWEST))
            if count > room:
                places = self._with_chosen_first(cluster, places)
            width = (box.width() - 6) / min(count, room)
            hidden = QRectF()
            left_out = 0
            for row, at in zip(cluster, places, strict=True):
                height = max(LEAST, row.end - row.start).total_seconds() / 3600 * HOUR
                rect = QRectF(box.left() + 3 + at * width, grid.y(row.start.time()), width - 2, height - 1)
                if count > room and at >= room - 1:
                    rect.moveLeft(box.left() + 3 + (room - 1) * width)
                    hidden, left_out = hidden.united(rect), left_out + 1
                    continue
                self._blocks.append((rect, row))
            if left_out:
                self._more.append((hidden, day, left_out))

    def _with_chosen_first(self, cluster: Sequence[OccurrenceRow], places: list[int]) -> list[int]:
        """Change the first column with that of the chosen meeting, which must not disappear among the counted."""
        here = next((at for at, row in zip(places, cluster, strict=True) if is_named(row, self._key)), 0)
        return [{0: here, here: 0}.get(at, at) for at in places]

    def choose(self, key: Key | None) -> None:
        """Choose an occurrence; one that was only counted has its place now."""
        super().choose(key)
        self.lay_out()
        self.viewport().update()

    # -- paint -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hours, the blocks, then the head that stands above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), style.color("window"))
        painter.scale(text_size.factor(), text_size.factor())
        if self.span is None:
            return
        grid, chosen = self._grid(), self.current()
        paint_hours(painter, grid, self.span)
        if self.hasFocus() and chosen is None:
            self._paint_cursor(painter, grid)
        painter.setClipRect(QRectF(0, grid.top, grid.width, grid.height))
        for rect, row in self._blocks:
            paint_block(painter, rect, row, self.span.now, chosen=row is chosen)
        for rect, _, count in self._more:
            paint_more(painter, rect, count)
        self._paint_drawn(painter, grid)
        if self.span.first <= self.today <= self.span.last:
            paint_now(painter, grid, self.span.now)
        painter.setClipping(False)
        paint_head(painter, grid, self.span)
        for line in self._band:
            paint_chip(painter, line, now=self.span.now, chosen=line.row is chosen)
        for rect, _, count in self._band_more:
            paint_more(painter, rect, count)

    def _paint_cursor(self, painter: QPainter, grid: WeekGrid) -> None:
        box = grid.column(self.day)
        height = self._length.total_seconds() / 3600 * HOUR - 1
        rect = QRectF(box.left() + 3, grid.y(self.cursor_at), box.width() - 6, height)
        painter.setBrush(style.color("hover"))
        painter.setPen(QPen(style.color("accent"), 1.2))
        painter.drawRoundedRect(rect, 4, 4)

    def _paint_drawn(self, painter: QPainter, grid: WeekGrid) -> None:
        when = self._ghost
        if when is None or self.span is None:
            return
        if self._pressed is not None and self._pressed[1] is not None and in_band(self._pressed[1]):
            first, last = max(when.start.date(), self.span.first), min(when.last, self.span.last)
            left, right = grid.column(first).left(), grid.column(last).right()
            painter.setClipping(False)
            paint_drawn(painter, QRectF(left + 3, HEAD + 3, right - left - 6, CHIP), when)
            return
        box, y = grid.column(when.start.date()), grid.y(when.start.time())
        height = max(HOUR / 4, (when.end - when.start).total_seconds() / 3600 * HOUR)
        paint_drawn(painter, QRectF(box.left() + 3, y, box.width() - 6, height), when)

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
            grid, bar = self._grid(), self.verticalScrollBar()
            y = grid.y(self.cursor_at)
            if y < grid.top:
                bar.setValue(bar.value() - HOUR)
            elif y + HOUR > grid.height:
                bar.setValue(bar.value() + HOUR)
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
        more = self._more_at(text_size.design_place(event.position()))
        if more is not None:
            self.choose_day(more)
            self.day_wanted.emit(more)
            return
        row = self.press(event)
        self._edge = edge_at(text_size.design_place(event.position()), self._band, self._blocks)
        moment = self._moment(text_size.design_place(event.position()))
        if row is not None:
            self.choose(key_of(row))
        elif moment is not None:
            self.cursor_at = moment.time().replace(minute=moment.minute // 30 * 30)
            self._length = _USUAL
            self.choose(None)
            self.choose_day(moment.date())

    def _more_at(self, place: QPointF) -> date | None:
        shown = self._band_more + (self._more if place.y() >= self._grid().top else [])
        return next((day for rect, day, _ in shown if rect.contains(place)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a new meeting, move one, or take hold of its edge."""
        if self._pressed is None:
            held = (
                edge_at(text_size.design_place(event.position()), self._band, self._blocks) is not Edge.NONE
            )
            row = self.row_at(text_size.design_place(event.position()))
            across = row is not None and in_band(row)
            sizing = Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor
            self.viewport().setCursor(sizing if held else Qt.CursorShape.ArrowCursor)
            return
        if not self.is_drag(event):
            return
        self._dragging = True
        self._ghost = self._drawn(text_size.design_place(event.position()))
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
        return drawn(self._pressed[1], self._edge, begin, there)

    def _moment(self, place: QPointF) -> datetime | None:
        return self._grid().moment(place) if self.span is not None else None

    def let_go(self) -> None:
        """Forget what was being drawn."""
        super().let_go()
        self._ghost = None
