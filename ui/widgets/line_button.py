"""A line that leads somewhere: a sign, words, a quieter remark at the right or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import style
from ui.widgets.labels import cut

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

_HEIGHT, _HEIGHT_OF_TWO = 34, 48
_REMARK_MOST = 0.36  # of the width


class LineButton(QAbstractButton):
    """Pressed by mouse, Enter or Space; strong while it tells something new."""

    def __init__(
        self,
        words: str,
        told: str,
        icon: str,
        token: str = "muted",
        *,
        strong: bool = False,
        below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(words)
        self._told, self._icon, self._token, self._strong = told, icon, token, strong
        self._below = below and bool(told)
        self.setAccessibleName(". ".join(part for part in (words, told) if part))
        self.setToolTip("\n".join(part for part in (words, told) if part))
        self.setProperty("focusPolicy", "StrongFocus")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for one line, or two."""
        return QSize(240, _HEIGHT_OF_TWO if self._below else _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        from PySide6.QtCore import Qt

        super().enterEvent(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the mouse or the focus, then sign, words, remark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().adjusted(0, 1, 0, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(style.color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(style.color("accent"))
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.drawRoundedRect(ground.adjusted(0, 0, -1, -1), 6, 6)
        top = 8 if self._below else (self.height() - 16) // 2
        painter.drawPixmap(10, top, style.pixmap(self._icon, self._token, 16, self.devicePixelRatioF()))
        small = QFont(self.font())
        small.setPixelSize(12)
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal)
        whole = QRect(36, 0, self.width() - 46, self.height())
        if self._below:
            self._write(painter, font, "ink", self.text(), whole.adjusted(0, 5, 0, -21))
            self._write(painter, small, "muted", self._told, whole.adjusted(0, 24, 0, -4))
            return
        most = int(self.width() * _REMARK_MOST)
        width = min(QFontMetrics(small).horizontalAdvance(self._told) + 1, most)
        remark = QRect(whole.right() - width, 0, width + 1, self.height())
        self._write(painter, small, "muted", self._told, remark, right=True)
        room = whole.adjusted(0, 0, -width - 12, 0)
        self._write(painter, font, "ink", self.text(), room)

    def _write(
        self, painter: QPainter, font: QFont, token: str, words: str, room: QRect, *, right: bool = False
    ) -> None:
        metrics = QFontMetrics(font)
        shown = cut(words, metrics, room.width())
        left = room.x() + (room.width() - metrics.horizontalAdvance(shown) if right else 0)
        painter.setFont(font)
        painter.setPen(style.color(token))
        painter.drawText(left, room.y() + (room.height() - metrics.height()) // 2 + metrics.ascent(), shown)
