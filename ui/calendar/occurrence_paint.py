"""How an occurrence is painted: a bar in its kind's colour, its sign, hour and title, and how far its news is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from desk.calendar.occurrences import CoverageState, OccurrenceRow
from desk.dates.series import MeetingState
from ui.look import style, text_size
from ui.words import calendar as calendar_words
from ui.words import wording

CHIP = 20  # px: one line
STATUS = 15  # px: the line beneath it
_SIGN = 13
SECOND = 15  # px: what a title's second line adds
_NARROW = 128  # px: beneath it the hour is said shorter
_SIGNED = 100  # px: beneath it there is no room for the sign of the kind, whose colour is left
_INDENT, _BARE_INDENT = 24, 8  # px: left of the words, with the sign and without
_AFTER_HOUR, _END = 5, 3
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


def status(row: OccurrenceRow, now: datetime) -> tuple[str, str, str] | None:
    """Return what is to be said beneath a title: words, icon, colour token; None when nothing is."""
    unusual = calendar_words.occurrence_state(row)
    if row.off:
        return unusual, "put-off" if row.state is MeetingState.POSTPONED else "called-off", "muted"
    if row.stage is not None and row.written:
        word, icon, token = wording.STAGES[row.stage]
        return f"{_tr('có tin')} · {word.lower()}", icon, token
    if row.article_id is not None:
        return _tr("đang viết tin"), "edit", "amber"
    if row.lacks_news(now):
        return _tr("chưa có tin"), "warning", "accent"
    if row.cover is CoverageState.DECLINED:
        return _tr("từ chối đưa tin"), "warning", "accent"
    return (unusual, "moved", "blue") if unusual else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("occurrence", text)


@lru_cache(maxsize=32)
def font_of(size: int, weight: QFont.Weight = QFont.Weight.Normal, *, struck: bool = False) -> QFont:
    """Return the interface's font at a size in pixels; making one anew for every line took a third of a paint."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setStrikeOut(struck)
    return font


@lru_cache(maxsize=32)
def metrics_of(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
    """Return the measures of that font."""
    return QFontMetrics(font_of(size, weight))


@lru_cache(maxsize=4096)
def elided(words: str, size: int, room: int, weight: QFont.Weight = QFont.Weight.Normal) -> str:
    """Return words cut to a width in pixels."""
    return metrics_of(size, weight).elidedText(words, Qt.TextElideMode.ElideRight, room)


def soft(token: str) -> QColor:
    """Return the ground that belongs to a colour."""
    return style.color({"muted": "hover"}.get(token, f"{token}_soft"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the calendar: `begins`, `ends` say whether the meeting does in view; `tall` is two lines."""

    rect: QRectF
    row: OccurrenceRow
    begins: bool = True
    ends: bool = True
    told: bool = False  # its status stands beneath it
    tall: bool = False


def _indent(width: float) -> int:
    return _INDENT if width >= _SIGNED else _BARE_INDENT


def fits_a_line(row: OccurrenceRow, width: int) -> bool:
    """Say whether a title is whole on a line of a day's cell, `width` pixels wide."""
    hour = calendar_words.start_words(row, short=width < _NARROW)
    used = _indent(width) + metrics_of(12).horizontalAdvance(hour) + _AFTER_HOUR + _END
    return elided(row.title, 12, max(0, width - used)) == row.title


@lru_cache(maxsize=2048)
def two_lines(title: str, first: int, second: int) -> tuple[str, str]:
    """Part a title into a line of one width and an elided one of another; a word too long for the first is cut."""
    parts = title.split()
    for count in range(len(parts), 0, -1):
        begin = " ".join(parts[:count])
        if elided(begin, 12, first) == begin:
            return begin, elided(" ".join(parts[count:]), 12, second)
    return elided(title, 12, first), ""


def paint_chip(
    painter: QPainter, line: Placed, *, now: datetime, chosen: bool = False, dim: bool = False
) -> None:
    """Paint a line in a day's cell, or a bar through several; `dim` is for the days of another month."""
    row, rect = line.row, line.rect
    token = calendar_words.KINDS[row.kind][2]
    quiet = dim or row.off
    painter.save()
    box = QRectF(rect.left(), rect.top(), rect.width(), CHIP - 2 + (SECOND if line.tall else 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setOpacity(0.5 if quiet else 1.0)
    painter.setBrush(soft(token))
    painter.drawRoundedRect(box, 3, 3)
    if line.begins:
        painter.setBrush(style.color(token))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1.5, 1.5)
    if box.width() >= _SIGNED:
        sign = style.pixmap(calendar_words.KINDS[row.kind][1], token, _SIGN, text_size.density(painter))
        painter.drawPixmap(QPointF(box.left() + 7, box.top() + (CHIP - 2 - _SIGN) / 2), sign)
    painter.setOpacity(1.0)
    left = box.left() + _indent(box.width())
    right = box.right() - _END - _paint_mark(painter, line, box, now)
    _paint_title(painter, line, QRectF(left, box.top(), right - left, CHIP - 2), dim)
    if line.told:
        _paint_status(painter, QRectF(rect.left(), box.bottom(), rect.width(), STATUS), row, now)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color("accent"), 1.4))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def _paint_title(painter: QPainter, line: Placed, room: QRectF, dim: bool) -> None:
    row = line.row
    painter.setFont(font_of(12, struck=row.off))
    left = room.left()
    if line.begins:
        hour = calendar_words.start_words(row, short=line.rect.width() < _NARROW)
        painter.setPen(style.color("muted"))
        painter.drawText(room, _ONE_LINE, hour)
        left += metrics_of(12).horizontalAdvance(hour) + (_AFTER_HOUR if hour else 0)
    painter.setPen(style.color("muted" if dim or row.off else "ink"))
    first = QRectF(left, room.top(), room.right() - left, room.height())
    width = max(0, int(first.width()))
    if not line.tall:
        painter.drawText(first, _ONE_LINE, elided(row.title, 12, width))
        return
    upper, lower = two_lines(row.title, width, int(room.width()))
    painter.drawText(first, _ONE_LINE, upper)
    painter.drawText(room.translated(0, SECOND), _ONE_LINE, lower)


def _paint_mark(painter: QPainter, line: Placed, box: QRectF, now: datetime) -> float:
    """Put the sign of what is to be said at a line's end where no line beneath says it; return the room it took."""
    said = None if line.told or not line.ends else status(line.row, now)
    if said is None or box.width() < 60:
        return 0
    ratio = text_size.density(painter)
    place = QPointF(box.right() - 15, box.top() + 3)
    painter.drawPixmap(place, style.pixmap(said[1], said[2], 12, ratio))
    return 15


def _paint_status(painter: QPainter, rect: QRectF, row: OccurrenceRow, now: datetime) -> None:
    told = status(row, now)
    if told is None:
        return
    text, icon, token = told
    painter.setFont(font_of(11))
    ratio = text_size.density(painter)
    painter.drawPixmap(QPointF(rect.left() + 1, rect.top() + 2), style.pixmap(icon, token, 11, ratio))
    painter.setPen(style.color(token))
    room = rect.width() - 16
    shown = elided(text, 11, max(0, int(room)))
    painter.drawText(QRectF(rect.left() + 15, rect.top(), room, rect.height()), _ONE_LINE, shown)


def tip(row: OccurrenceRow, now: datetime) -> str:
    """Return everything of an occurrence that fits a tooltip."""
    lines = [row.title, calendar_words.when(row)]
    if row.place:
        lines.append(row.place)
    lines += [calendar_words.chair(one) for one in row.chairs]
    told = status(row, now)
    if told is not None and told[0]:
        lines.append(told[0][:1].upper() + told[0][1:])
    return "\n".join(lines)
