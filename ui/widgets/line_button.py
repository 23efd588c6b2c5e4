"""A line that leads somewhere: a sign, words, a quieter remark at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import style

_HEIGHT = 34
_REMARK_MOST = 0.45  # of the width


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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(words)
        self._told, self._icon, self._token, self._strong = told, icon, token, strong
        self.setAccessibleName(". ".join(part for part in (words, told) if part))
        self.setToolTip("\n".join(part for part in (words, told) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(240, _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the mouse or the focus, then sign, words, remark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().adjusted(0, 1, 0, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(style.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0, 0, -1, -1), 6, 6)
        sign = style.pixmap(self._icon, self._token, 16, self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - 16) // 2, sign)
        middle = Qt.AlignmentFlag.AlignVCenter
        small = QFont(self.font())
        small.setPixelSize(12)
        metrics = QFontMetrics(small)
        most = int(self.width() * _REMARK_MOST)
        told = metrics.elidedText(self._told, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(told)
        painter.setFont(small)
        painter.setPen(style.color("muted"))
        painter.drawText(
            QRect(self.width() - width - 10, 0, width, self.height()),
            Qt.AlignmentFlag.AlignRight | middle,
            told,
        )
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(style.color("ink"))
        room = self.width() - 36 - width - 22
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(36, 0, room, self.height()), Qt.AlignmentFlag.AlignLeft | middle, words)
