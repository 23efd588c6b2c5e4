"""A small year to jump by: twelve months, days off tinted, today marked."""

from __future__ import annotations

import calendar
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.dates.lunar_calendar import written
from ui.look import style
from ui.look.text_size import design_place, factor, px

_MONTH_W, _MONTH_H = 154, 132
_COLUMNS = 4
_DAY_W, _DAY_H = 20, 16
_HEAD = 44
_WIDTH = _COLUMNS * _MONTH_W + 24


class YearView(QWidget):
    """Click a day, or walk by arrows and Enter; Page Up and Down leaf by years."""

    picked = Signal(object)  # a date
    leafed = Signal(int)  # to another year: its days off are wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("Cả năm"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.day = self.today = date(2000, 1, 1)
        self.off: frozenset[date] = frozenset()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room of twelve months."""
        return QSize(px(_WIDTH), px(3 * _MONTH_H + _HEAD + 12))

    def show_year(self, day: date, today: date) -> None:
        """Show a day's year."""
        another = day.year != self.day.year
        self.day, self.today = day, today
        if another and self.isVisible():
            self.off = frozenset()
            self.leafed.emit(day.year)
        self.update()

    def set_off(self, year: int, off: frozenset[date]) -> None:
        """Mark a year's days off, if it is still the one in view."""
        if year == self.day.year:
            self.off = off
            self.update()

    def open_at(self, place: QPoint, day: date, off: frozenset[date]) -> None:
        """Open at a place on the screen, at a day of a year with these days off."""
        self.off = off
        self.show_year(day, clock.today())
        self.setFixedSize(self.sizeHint())
        self.move(place)
        self.show()
        self.setFocus()

    def _origin(self, month: int) -> QPointF:
        at = month - 1
        return QPointF(14 + at % _COLUMNS * _MONTH_W, _HEAD + at // _COLUMNS * _MONTH_H)

    def _box(self, day: date) -> QRectF:
        origin = self._origin(day.month)
        first = date(day.year, day.month, 1).weekday()
        at = first + day.day - 1
        return QRectF(origin.x() + at % 7 * _DAY_W, origin.y() + 20 + at // 7 * _DAY_H, _DAY_W, _DAY_H)

    def _days(self) -> list[date]:
        year = self.day.year
        return [date(year, m, d) for m in range(1, 13) for d in range(1, calendar.monthrange(year, m)[1] + 1)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the twelve months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), style.color("raised"))
        painter.setPen(style.color("line"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.scale(factor(), factor())
        centre = int(Qt.AlignmentFlag.AlignCenter)
        self._font(painter, 16, QFont.Weight.DemiBold)
        painter.setPen(style.color("ink"))
        painter.drawText(QRectF(0, 8, _WIDTH, 28), centre, self.tr("Năm {y}").format(y=self.day.year))
        self._font(painter, 13)
        painter.setPen(style.color("muted"))
        painter.drawText(QRectF(12, 8, 60, 28), centre, f"‹ {self.day.year - 1}")
        painter.drawText(QRectF(_WIDTH - 72, 8, 60, 28), centre, f"{self.day.year + 1} ›")
        for month in range(1, 13):
            origin = self._origin(month)
            chosen = month == self.day.month
            self._font(painter, 12, QFont.Weight.DemiBold)
            painter.setPen(style.color("accent" if chosen else "ink"))
            name = self.tr("Tháng {m}").format(m=month)
            left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QRectF(origin.x() + 4, origin.y(), 120, 18), left, name)
        self._font(painter, 10)
        for day in self._days():
            box = self._box(day)
            free = day in self.off or day.weekday() == 6
            painter.setPen(style.color("accent" if free else "ink"))
            if day in (self.day, self.today):
                painter.setBrush(style.color("accent" if day == self.today else "hover"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 7, 7)
                painter.setPen(style.color("on_accent" if day == self.today else "ink"))
            painter.drawText(box, centre, str(day.day))

    def _font(self, painter: QPainter, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        painter.setFont(font)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick a day, a month by its name, or another year at the top."""
        place = event.position()
        if not self.rect().contains(place.toPoint()):
            self.close()
            return
        place = design_place(place)
        if place.y() < _HEAD - 4:
            self._leaf(-1 if place.x() < _WIDTH / 2 else 1)
            return
        for day in self._days():
            if self._box(day).contains(place):
                self._pick(day)
                return
        for month in range(1, 13):
            if QRectF(self._origin(month), self._origin(month) + QPointF(_MONTH_W - 8, 20)).contains(place):
                self._pick(self.day.replace(month=month, day=1))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by days and weeks; Enter picks."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self.show_year(date.fromordinal(self.day.toordinal() + steps[key]), self.today)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._leaf(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.day)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _leaf(self, years: int) -> None:
        self.show_year(date(self.day.year + years, self.day.month, min(self.day.day, 28)), self.today)

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)


def month_title(day: date) -> str:
    """Return a month as a page is headed: "Tháng 4 năm 2019"."""
    return f"Tháng {day.month} năm {day.year}"


def week_title(first: date, last: date) -> str:
    """Return a week as a page is headed: "Tuần 15 · 08–14/4/2019", "Tuần 18 · 29/4–05/5/2019"."""
    begin = f"{written(first).split('/')[0]}" if first.month == last.month else written(first)[:-5]
    return f"Tuần {first.isocalendar().week} · {begin}–{written(last)}"
