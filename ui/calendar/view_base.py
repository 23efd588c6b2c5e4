"""What the month and the week share: the rows they were given, what is chosen, and what they tell the page."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from desk.calendar.days_shown import DaysShown
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.page import Key, is_named
from desk.dates.series import When
from ui.calendar.occurrence_paint import tip
from ui.look import style, text_size

EDGE = 7  # px: where a meeting's end is taken hold of
SHORTEST = timedelta(minutes=15)


class Edge(Enum):
    """Which end of a meeting the pointer holds."""

    NONE = auto()
    BEGIN = auto()
    END = auto()


def key_of(row: OccurrenceRow) -> Key:
    """Return what names an occurrence."""
    return row.meeting_id, row.origin


class CalendarView(QAbstractScrollArea):
    """Paints what it was given; asks nobody. Subclasses lay out and paint."""

    chosen = Signal(object)  # an OccurrenceRow, or None
    opened = Signal(object)  # an OccurrenceRow
    wanted = Signal(object)  # a When: make a meeting here
    moved = Signal(object, object)  # an OccurrenceRow and its new When
    day_chosen = Signal(object)  # a date
    leafed = Signal(int)  # to the span before (-1) or behind (1)
    day_wanted = Signal(object)  # a date: show it alone
    menu_wanted = Signal(object)  # a global position
    pressed = Signal()  # by the pointer: what follows may be a drag, or another click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.span: DaysShown | None = None
        self.day = date(2000, 1, 1)
        self.until = self.day  # the last day of the days that are marked
        self.today = self.day
        self._key: Key | None = None
        self.spots: list[tuple[QRectF, OccurrenceRow]] = []
        self._pressed: tuple[QPointF, OccurrenceRow | None] | None = None
        self._dragging = False
        self._hit: tuple[QPointF, OccurrenceRow | None] | None = (
            None  # what was last clicked, where on the screen
        )
        style.look().changed.connect(self._dressed)

    def _dressed(self) -> None:
        self.lay_out()
        self.viewport().update()

    def room(self) -> QSizeF:
        """Return the size of the viewport; here and in what is laid out, lengths are those of the design."""
        return text_size.design_size(self.viewport().width(), self.viewport().height())

    def show_span(self, span: DaysShown, day: date) -> None:
        """Show these days, one of them chosen; what is chosen stays so when it is still there."""
        self.span, self.day, self.until, self.today = span, day, day, span.now.date()
        if self.current() is None:
            self._key = None
        self.lay_out()
        self.viewport().update()

    def current(self) -> OccurrenceRow | None:
        """Return the chosen occurrence."""
        if self.span is None or self._key is None:
            return None
        return next((row for row in self.span.rows if is_named(row, self._key)), None)

    def choose(self, key: Key | None) -> None:
        """Choose an occurrence by its name."""
        before = self._key
        self._key = key
        row = self.current()
        if row is not None:
            self.day = self.until = max(row.start.date(), self.span.first if self.span else row.start.date())
        self.viewport().update()
        if before != key:
            self.chosen.emit(row)

    def choose_day(self, day: date, *, extend: bool = False) -> None:
        """Choose a day; with `extend` the days from the one chosen before."""
        if extend:
            self.until = day
        else:
            self.day = self.until = day
        row = self.current()
        if row is not None and not row.start.date() <= day <= row.last:
            self._key = None
            self.chosen.emit(None)
        self.day_chosen.emit(day)
        self.lay_out()
        self.viewport().update()

    def of_day(self, day: date) -> list[OccurrenceRow]:
        """Return what is held on a day, by hour."""
        if self.span is None:
            return []
        return [row for row in self.span.rows if row.start.date() <= day <= row.last and not row.ghost]

    def days(self) -> tuple[date, date]:
        """Return the marked days, in order."""
        return min(self.day, self.until), max(self.day, self.until)

    def lay_out(self) -> None:
        """Compute where everything stands; a subclass fills `spots`."""

    def kept_clear(self) -> list[QRect]:
        """Return where today's meetings and the chosen one stand in the viewport, in its pixels."""
        by, seen = text_size.factor(), self.viewport().rect()
        places = [
            QRectF(rect.topLeft() * by, rect.size() * by).toAlignedRect().intersected(seen)
            for rect, row in self.spots
            if row.start.date() == self.today or is_named(row, self._key)
        ]
        return [place for place in places if not place.isEmpty()]

    def row_at(self, place: QPointF) -> OccurrenceRow | None:
        """Return the occurrence at a place of the viewport."""
        return next((row for rect, row in reversed(self.spots) if rect.contains(place)), None)

    # -- keys ------------------------------------------------------------------------------------------

    def step_through_day(self, step: int) -> None:
        """Choose the next or previous occurrence of the chosen day."""
        rows = self.of_day(self.day)
        if not rows:
            return
        here = next((at for at, row in enumerate(rows) if is_named(row, self._key)), None)
        at = here + step if here is not None else (0 if step > 0 else -1)
        self.choose(key_of(rows[at % len(rows)]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space goes through the day's meetings, Page Up and Down leaf."""
        row = self.current()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if row is not None:
                self.opened.emit(row)
            else:
                self.wanted.emit(None)
        elif key == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_through_day(-1 if back else 1)
        elif key == Qt.Key.Key_PageUp:
            self.leafed.emit(-1)
        elif key == Qt.Key.Key_PageDown:
            self.leafed.emit(1)
        elif key == Qt.Key.Key_Escape and self._pressed is not None:
            self.let_go()
        elif key == Qt.Key.Key_Escape and row is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def shift(self, row: OccurrenceRow, by: timedelta) -> None:
        """Wish an occurrence elsewhere."""
        self.moved.emit(row, When(row.start + by, row.end + by, row.part))

    def stretch(self, row: OccurrenceRow, begin: timedelta, end: timedelta) -> None:
        """Wish that an occurrence begins and ends otherwise; one that would last no time stays as it is."""
        made = When(row.start + begin, row.end + end, row.part)
        if made.length >= SHORTEST or made.length == row.end - row.start:
            self.moved.emit(row, made)

    def let_go(self) -> None:
        """Forget what was being drawn."""
        self._pressed, self._dragging = None, False
        self.viewport().unsetCursor()
        self.viewport().update()

    # -- the mouse -------------------------------------------------------------------------------------

    def is_drag(self, event: QMouseEvent) -> bool:
        """Say whether the pressed button was drawn far enough to mean it."""
        if self._pressed is None:
            return False
        far = (text_size.design_place(event.position()) - self._pressed[0]).manhattanLength()
        return self._dragging or far >= QApplication.startDragDistance()

    def press(self, event: QMouseEvent) -> OccurrenceRow | None:
        """Take note of what the pointer is pressed on, and return it: a drag may follow, or another click."""
        place = text_size.design_place(event.position())
        row = self.row_at(place)
        self._pressed = place, row
        self._hit = event.globalPosition(), row
        self.pressed.emit()
        return row

    def is_held(self) -> bool:
        """Say whether the pointer is pressed on it."""
        return self._pressed is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there, or make a meeting on the empty place."""
        row = self.row_at(text_size.design_place(event.position()))
        # The first click showed what it hit in a panel beside, and the days have moved since under the pointer.
        if self._hit is not None and _near(self._hit[0], event.globalPosition()):
            row = self._hit[1]
        self._pressed = None
        if row is not None and not row.ghost:
            self.opened.emit(row)
        elif row is None:
            self.wanted.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose what is there and ask for the menu."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self.row_at(text_size.design_place(QPointF(event.pos())))
            if row is not None:
                self.choose(key_of(row))
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell all of an occurrence under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.span is not None:
            row = self.row_at(text_size.design_place(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tip(row, self.span.now) if row else "", self.viewport())
            return True
        return super().viewportEvent(event)


def _near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() <= 2 * QApplication.startDragDistance()
