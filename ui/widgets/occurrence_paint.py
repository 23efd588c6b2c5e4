"""How an occurrence is painted: a bar in its kind's colour, its sign, hour and title, and how far its news is."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from desk.diary import Cover, OccurrenceRow
from desk.series import State
from ui import style, wording
from ui import wording_calendar as words

CHIP = 20  # px: one line
STATUS = 15  # px: the line beneath it
_SIGN = 13
_NARROW = 128  # px: beneath it the hour is said shorter


def status(row: OccurrenceRow, now: datetime) -> tuple[str, str, str] | None:
    """Return what is to be said beneath a title: words, icon, colour token; None when nothing is."""
    unusual = words.occurrence_state(row)
    if row.off:
        return unusual, "put-off" if row.state is State.POSTPONED else "called-off", "muted"
    if row.stage is not None:
        word, icon, token = wording.STAGES[row.stage]
        return f"{_tr('có tin')} · {word.lower()}", icon, token
    if row.lacks_news(now):
        return _tr("chưa có tin"), "warning", "accent"
    if row.cover is Cover.DECLINED:
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
def elided(words_: str, size: int, room: int, weight: QFont.Weight = QFont.Weight.Normal) -> str:
    """Return words cut to a width in pixels."""
    return metrics_of(size, weight).elidedText(words_, Qt.TextElideMode.ElideRight, room)


def soft(token: str) -> QColor:
    """Return the ground that belongs to a colour."""
    return style.color({"muted": "hover"}.get(token, f"{token}_soft"))


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    row: OccurrenceRow,
    *,
    now: datetime,
    chosen: bool = False,
    dim: bool = False,
    begins: bool = True,
    status_line: bool = False,
) -> None:
    """Paint one line in a day's cell; `begins` is false where it goes on from the day before."""
    token = words.KINDS[row.kind][2]
    painter.save()
    painter.setOpacity(0.55 if dim or row.off else 1.0)
    line = QRectF(rect.left(), rect.top(), rect.width(), CHIP - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft(token))
    painter.drawRoundedRect(line, 3, 3)
    if begins:
        painter.setBrush(style.color(token))
        painter.drawRoundedRect(QRectF(line.left(), line.top(), 3, line.height()), 1.5, 1.5)
    left = line.left() + 7
    ratio = painter.device().devicePixelRatioF()
    sign = style.pixmap(words.KINDS[row.kind][1], token, _SIGN, ratio)
    painter.drawPixmap(QPointF(left, line.top() + (line.height() - _SIGN) / 2), sign)
    left += _SIGN + 4
    painter.setFont(font_of(12, struck=row.off))
    metrics = metrics_of(12)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
    if begins:
        hour = words.start_words(row, short=rect.width() < _NARROW)
        painter.setPen(style.color("muted"))
        painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()), flags, hour)
        left += metrics.horizontalAdvance(hour) + 5
    painter.setPen(style.color("ink"))
    room = line.right() - left - 3
    told = elided(row.title, 12, max(0, int(room)))
    painter.drawText(QRectF(left, line.top(), room, line.height()), flags, told)
    if status_line:
        _paint_status(painter, QRectF(rect.left(), line.bottom(), rect.width(), STATUS), row, now)
    if chosen:
        painter.setOpacity(1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color("accent"), 1.4))
        painter.drawRoundedRect(line.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def _paint_status(painter: QPainter, rect: QRectF, row: OccurrenceRow, now: datetime) -> None:
    told = status(row, now)
    if told is None:
        return
    text, icon, token = told
    painter.setFont(font_of(11))
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(rect.left() + 1, rect.top() + 2), style.pixmap(icon, token, 11, ratio))
    painter.setPen(style.color(token))
    room = rect.width() - 16
    shown = elided(text, 11, max(0, int(room)))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
    painter.drawText(QRectF(rect.left() + 15, rect.top(), room, rect.height()), flags, shown)


def tip(row: OccurrenceRow, now: datetime) -> str:
    """Return everything of an occurrence that fits a tooltip."""
    lines = [row.title, words.when(row)]
    if row.place:
        lines.append(row.place)
    lines += [words.chair(one) for one in row.chairs]
    told = status(row, now)
    if told is not None and told[0]:
        lines.append(told[0][:1].upper() + told[0][1:])
    return "\n".join(lines)
