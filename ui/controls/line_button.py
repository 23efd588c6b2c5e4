"""A line that leads somewhere: a sign, words, a quieter remark at the right or below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.controls.labels import cut, label
from ui.look import style
from ui.look.text_size import px

_HEIGHT, _HEIGHT_OF_TWO = 34, 48
_ENTERS = (0x01000004, 0x01000005)  # Return and the number pad's; the first page does without `Qt`
_REMARK_MOST = 0.36  # of the width


class LineButton(QAbstractButton):
    """Pressed by mouse, Enter or Space; strong while it says something new; with `wrap` its words take two lines."""

    def __init__(
        self,
        words: str,
        more: str,
        icon: str,
        token: str = "muted",
        *,
        strong: bool = False,
        below: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self.setText(words)
        self._more, self._icon, self._token, self._strong = more, icon, token, strong
        self._below, self._wrap = below and bool(more), wrap
        self._lines = [words]
        self._room = QRect()  # for the words
        # A label, for it takes its colour from the style sheet: the first pen set makes PySide make all of `Qt`.
        self._remark = label("", "small")
        self._remark.setParent(self)
        self.setAccessibleName(". ".join(part for part in (words, more) if part))
        self.setToolTip("\n".join(part for part in (words, more) if part))
        self.setProperty("focusPolicy", "StrongFocus")
        # A fixed height would be that of one line whatever the width.
        high = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, high)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        style.look().changed.connect(self._dressed)

    def sizeHint(self) -> QSize:
        """Ask for one line, or two."""
        return QSize(px(240), px(_HEIGHT_OF_TWO if self._below else _HEIGHT))

    def shown(self) -> list[str]:
        """Return the words as they are painted, line by line."""
        return self._lines

    def hasHeightForWidth(self) -> bool:
        """Say whether words that do not fit take a second line."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Return the height with one line of words, or two."""
        height = self.sizeHint().height()
        metrics = QFontMetrics(self._font())
        if self._wrap and metrics.horizontalAdvance(self.text()) > self._whole(width).width():
            height += metrics.height()
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too, which in a dialog would go to its main button."""
        if event.key() in _ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        from PySide6.QtCore import Qt

        super().enterEvent(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the mouse or the focus, then sign and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().adjusted(0, 1, 0, -1)
        painter.save()
        if self.underMouse() or self.isDown():
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(style.color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(style.color("accent"))
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.drawRoundedRect(ground.adjusted(0, 0, -1, -1), 6, 6)
        painter.restore()
        top = px(8) if self._below else (self.height() - px(16)) // 2
        sign = style.pixmap(self._icon, self._token, px(16), self.devicePixelRatioF())
        painter.drawPixmap(10, top, sign)
        font = self._font()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        high = len(self._lines) * metrics.height()
        base = self._room.y() + (self._room.height() - high) // 2 + metrics.ascent()
        for number, line in enumerate(self._lines):
            painter.drawText(self._room.x(), base + number * metrics.height(), line)

    def _whole(self, width: int) -> QRect:
        """Return the room beside the sign."""
        return QRect(px(36), 0, width - px(36) - 10, self.height())

    def _broken(self) -> list[str]:
        """Return the words as they fit into their room."""
        if self._wrap:
            from ui.controls.elided_lines import two_lines

            return two_lines(self.text(), self._font(), self._room.width())
        return [cut(self.text(), QFontMetrics(self._font()), self._room.width())]

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(13))
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal)
        return font

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the remark its place, the words the rest."""
        super().resizeEvent(event)
        self._lay_out()

    def _dressed(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        whole = self._whole(self.width())
        self._remark.ensurePolished()
        metrics = self._remark.fontMetrics()
        if self._below:
            self._remark.setGeometry(whole.adjusted(0, self.height() - px(24), 0, -px(4)))
            self._room = whole.adjusted(0, px(5), 0, -px(21))
        elif self._wrap:
            self._room = whole
        else:
            most = int(self.width() * _REMARK_MOST)
            width = min(metrics.horizontalAdvance(self._more) + 1, most)
            self._remark.setGeometry(QRect(whole.right() - width, 0, width + 1, self.height()))
            self._room = whole.adjusted(0, 0, -width - 12, 0)
        self._remark.setText(cut(self._more, metrics, self._remark.width()))
        self._lines = self._broken()
