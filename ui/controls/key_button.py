"""A button that shows its one-letter key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from ui.look import style
from ui.look.text_size import px


class KeyButton(QPushButton):
    """A push button that shows its one-letter key as a key cap at its right."""

    def __init__(self) -> None:
        super().__init__()
        self._key = ""

    def set_key(self, key: str) -> None:
        """Show this key; "" shows none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the key cap."""
        size = super().sizeHint()
        return QSize(size.width() + (self._cap() + 8 if self._key else 0), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words a little to the left, then the key cap."""
        if not self._key:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inner = QStyleOptionButton(option)
        inner.rect = self.rect().adjusted(0, 0, -self._cap() - 8, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, inner)
        primary = self.property("kind") == "primary" and self.isEnabled()
        painter.setPen(style.color("on_accent" if primary else "muted"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(px(10))
        painter.setFont(font)
        box = QRectF(self.width() - self._cap() - 10, (self.height() - px(16)) / 2, self._cap(), px(16))
        painter.setOpacity(0.75)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setOpacity(1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap(self) -> int:
        return max(px(18), self.fontMetrics().horizontalAdvance(self._key) + 8)
