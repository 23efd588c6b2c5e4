"""What the week paints: a meeting among the hours, what is being drawn, the name of a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from desk.calendar.days_shown import DaysShown
from desk.calendar.holidays import DayKind
from desk.calendar.occurrences import OccurrenceRow
from desk.dates import lunar_calendar
from desk.dates.series import When
from ui.calendar.occurrence_paint import CHIP, elided, font_of, metrics_of, soft, status
from ui.calendar.week_grid import FIRST, HEAD, HOURS, LAST, WeekGrid
from ui.controls.elided_lines import two_lines
from ui.look import style, text_size
from ui.words import calendar as calendar_words

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_APART = 6  # px: at least, between a day's name and its lunar date
_SLIM = 60  # px: a meeting beside others
_SIGN = 15  # px: of what is said of it, in the corner
_FACT = 14  # px: a line beneath a title
_READ = 52  # px: of a title cut to one line
_SHORTENED = 2  # lines of a title, to which it is cut where there is room for no more
_TOP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


def hours_in(when: When | OccurrenceRow, room: int, size: int = 11) -> list[str]:
    """Return when it is in lines that a width has room for: whole, the end below the beginning, or the beginning."""
    whole, metrics = calendar_words.hours(when), metrics_of(size)
    if metrics.horizontalAdvance(whole) <= room or "–" not in whole:
        return [whole]
    begins, ends = (part.strip() for part in whole.split("–", 1))
    lines = [f"{begins}–", ends]
    return lines if max(map(metrics.horizontalAdvance, lines)) <= room else [begins]


def _title_in(title: str, inner: QRectF) -> str:
    """Return a title in whole lines that leave one to its hours, but where it could not be read in fewer."""
    font = font_of(12, QFont.Weight.Medium)
    hours = _FACT if inner.width() >= _READ else 0
    lines = int((inner.height() - hours) // metrics_of(12, QFont.Weight.Medium).height())
    if lines > _SHORTENED:
        return title
    fitting = two_lines(title, font, int(inner.width()))
    if lines < _SHORTENED and len(fitting) > 1:
        return elided(title, 12, int(inner.width()), QFont.Weight.Medium)
    return "\n".join(fitting)


def paint_block(painter: QPainter, rect: QRectF, row: OccurrenceRow, now: datetime, *, chosen: bool) -> None:
    """Paint a meeting among the hours; where its status has no room in words, its sign stands in the corner."""
    _, icon, token = calendar_words.KINDS[row.kind]
    painter.save()
    painter.setOpacity(0.5 if row.off else 1)
    painter.setPen(QPen(style.color("window"), 1))
    painter.setBrush(soft(token))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(token))
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5)
    ratio = text_size.density(painter)
    said = status(row, now)
    slim = rect.width() < _SLIM + (
        _SIGN if said else 0
    )  # its words need the room of its sign; its edge still has the kind's colour
    if not slim:
        painter.drawPixmap(QPointF(rect.left() + 7, rect.top() + 4), style.pixmap(icon, token, 13, ratio))
    painter.setOpacity(1)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    inner = rect.adjusted(7 if slim else 24, 2, -4, -2)
    painter.setFont(font_of(12, QFont.Weight.Medium, struck=row.off))
    painter.setPen(style.color("muted" if row.off else "ink"))  # without a pen no words are measured
    title = _title_in(row.title, inner)
    room = painter.boundingRect(inner, _TOP, title)
    facts = [*hours_in(row, int(inner.width())), *([row.place] if row.place else [])]
    foot = said is not None and room.height() + 15 * (len(facts) + 1) <= inner.height()
    if said is not None and not foot and rect.width() > 50:
        painter.drawPixmap(
            QPointF(rect.right() - 17, rect.top() + 4), style.pixmap(said[1], said[2], 13, ratio)
        )
        inner.setRight(inner.right() - _SIGN)
        title = _title_in(row.title, inner)
        room = painter.boundingRect(inner, _TOP, title)
    line = metrics_of(12, QFont.Weight.Medium).height()
    painter.save()
    whole = QRectF(inner.topLeft(), QSizeF(inner.width(), inner.height() // line * line))
    painter.setClipRect(whole, Qt.ClipOperation.IntersectClip)  # no half lines
    painter.drawText(inner, _TOP, title)
    painter.restore()
    below = inner.adjusted(0, min(room.height(), inner.height()), 0, 0)
    below.setRight(rect.right() - 4)  # below the sign in the corner
    if len(hours_in(row, int(below.width()))) > max(below.height() // _FACT, 1):
        facts = hours_in(row, 0)  # the beginning alone
    painter.setFont(font_of(11))
    painter.setPen(style.color("muted"))
    below.setHeight(below.height() // _FACT * _FACT)  # no half lines
    if below.height() >= _FACT:
        painter.save()
        painter.setClipRect(below, Qt.ClipOperation.IntersectClip)
        painter.drawText(below, _TOP, "\n".join(facts))
        painter.restore()
    if said is not None and foot:
        painter.setPen(style.color(said[2]))
        bottom = QRectF(inner.left(), rect.bottom() - 18, inner.width(), 15)
        painter.drawPixmap(
            QPointF(rect.left() + 7, bottom.top() + 1), style.pixmap(said[1], said[2], 12, ratio)
        )
        painter.drawText(bottom, _LEFT, elided(said[0], 11, int(bottom.width())))
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color("accent"), 1.6))
        painter.drawRoundedRect(rect.adjusted(0.8, 0.8, -0.8, -0.8), 4, 4)
    painter.restore()


def paint_more(painter: QPainter, rect: QRectF, count: int) -> None:
    """Paint how many meetings have no room at a place."""
    painter.setBrush(style.color("hover"))
    painter.setPen(QPen(style.color("line"), 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(style.color("ink"))
    painter.setFont(font_of(11, QFont.Weight.Medium))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), f"+{count}")


def paint_drawn(painter: QPainter, rect: QRectF, when: When) -> None:
    """Paint what letting go would make, its hours in words."""
    painter.setBrush(style.color("blue_soft"))
    painter.setPen(QPen(style.color("blue"), 1.4, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(style.color("blue"))
    painter.setFont(font_of(12, QFont.Weight.DemiBold))
    inner = rect.adjusted(8, 3, -4, -3)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), "\n".join(hours_in(when, int(inner.width()), 12)))


def paint_name(painter: QPainter, box: QRectF, day: date, span: DaysShown) -> None:
    """Paint a day's name, its lunar date, and what the day is; in a narrow column the lunar date stands below."""
    name = QRectF(box.left() + 8, 5, box.width() - 14, 22)
    short = f"{calendar_words.SHORT_DAYS[day.weekday()]} {day.day}"
    words, there = f"{short}/{day.month}", lunar_calendar.lunar(day)
    lunar = f"{there.day}/{there.month}{'N' if there.leap else ''}" if there else ""
    wide = metrics_of(13, QFont.Weight.DemiBold).horizontalAdvance(words)
    beside = wide + _APART + metrics_of(11).horizontalAdvance(lunar) <= name.width()
    painter.setFont(font_of(13, QFont.Weight.DemiBold))
    painter.setPen(style.color("accent" if day == span.now.date() else "ink"))
    painter.drawText(name, _LEFT, words if wide <= name.width() else short)
    painter.setFont(font_of(11))
    painter.setPen(style.color("muted"))
    below = [QRectF(box.left() + 8, 27 + at * 15, box.width() - 12, 15) for at in range(2)]
    painter.drawText(name if beside else below.pop(0), _RIGHT if beside else _LEFT, lunar)
    notes = [calendar_words.marked(mark) for mark in span.marks.get(day, ())]
    closing = QCoreApplication.translate("WeekView", "Chốt bài số {n}")
    notes += [closing.format(n=one) for one in span.closings.get(day, ())]
    off = any(mark.kind is DayKind.OFF for mark in span.marks.get(day, ()))
    painter.setPen(style.color("accent" if off else "muted"))
    for note, room in zip(notes, below, strict=False):
        painter.drawText(room, _LEFT, elided(note, 11, int(room.width())))


def paint_hours(painter: QPainter, grid: WeekGrid, span: DaysShown) -> None:
    """Paint the grounds of the days and the lines and names of the hours."""
    for step in range(7):
        day = span.first + timedelta(days=step)
        box = grid.column(day)
        if any(mark.kind is DayKind.OFF for mark in span.marks.get(day, ())):
            painter.fillRect(box, style.color("accent_soft"))
        elif day.weekday() >= 5:
            painter.fillRect(box, style.color("side"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(QPointF(box.left() + 0.5, HEAD), QPointF(box.left() + 0.5, box.bottom()))
    painter.setFont(font_of(11))
    for hour in range(FIRST, LAST):
        y = round(grid.y(time(hour))) + 0.5
        if y < grid.top:
            continue
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(QPointF(HOURS, y), QPointF(grid.width, y))
        if y < grid.top + 8:
            continue
        painter.setPen(style.color("muted"))
        painter.drawText(QRectF(0, y - 8, HOURS - 8, 16), _RIGHT, f"{hour:02}:00")


def paint_now(painter: QPainter, grid: WeekGrid, now: datetime) -> None:
    """Paint the line of this moment."""
    box, y = grid.column(now.date()), grid.y(now.time())
    painter.setPen(QPen(style.color("accent"), 1.6))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    painter.setBrush(style.color("accent"))
    painter.drawEllipse(QPointF(box.left() + 1, y), 3.5, 3.5)


def paint_head(painter: QPainter, grid: WeekGrid, span: DaysShown) -> None:
    """Paint the names of the days, the number of the week and the band of whole days above the hours."""
    for step in range(7):
        day = span.first + timedelta(days=step)
        paint_name(painter, grid.column(day), day, span)
    painter.setPen(style.color("muted"))
    painter.setFont(font_of(11))
    tr, number = QCoreApplication.translate, lunar_calendar.week_number(span.first)[1]
    centre = int(Qt.AlignmentFlag.AlignHCenter)
    painter.drawText(QRectF(0, 8, HOURS, 16), centre, tr("WeekView", "Tuần {n}").format(n=number))
    painter.drawText(QRectF(0, HEAD + 3, HOURS - 8, CHIP), _RIGHT, tr("WeekView", "Cả ngày"))
    painter.setPen(QPen(style.color("line"), 1))
    for y in (HEAD - 0.5, grid.top - 0.5):
        painter.drawLine(QPointF(0, y), QPointF(grid.width, y))
