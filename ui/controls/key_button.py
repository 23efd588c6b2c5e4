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
        self._bare = False

    def can_be_bare(self) -> bool:
        """Say whether it can do without its words: it has an icon, and its tooltip says them."""
        return not self.icon().isNull()

    def set_bare(self, bare: bool) -> None:
        """Show the icon alone, or words and key too."""
        if bare != self._bare:
            self._bare = bare
            self.setProperty("elides", bare)
            self.updateGeometry()
            self.update()

    def worded_width(self) -> int:
        """Return its width with words and key."""
        return super().sizeHint().width() + (self._cap() + 8 if self._key else 0)

    def bare_width(self) -> int:
        """Return its width with the icon alone."""
        return self.iconSize().width() + 26

    def set_key(self, key: str) -> None:
        """Show this key; "" shows none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the key cap."""
        return QSize(self.bare_width() if self._bare else self.worded_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with no less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words a little to the left, then the key cap."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self._bare:
            option.text = ""
            QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
            return
        if not self._key:
            super().paintEvent(event)
            return
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
