"""A chip that says where an issue is on its road: a sign, a word, a colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.acts.rules import IssueState
from ui.look import style
from ui.look.text_size import px
from ui.words import issue as issue_words

_HEIGHT = 24


class StateChip(QWidget):
    """Shows an issue's state."""

    def __init__(self) -> None:
        super().__init__()
        self._state: IssueState | None = None
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        style.look().changed.connect(self._dressed)
        self.hide()

    def show_state(self, state: IssueState | None) -> None:
        """Show a state; None shows nothing."""
        self._state = state
        self.setVisible(state is not None)
        if state is not None:
            self.setAccessibleName(issue_words.state(state))
            self.setToolTip(issue_words.state(state))
        self._dressed()

    def shorten(self, short: bool) -> None:
        """Show the sign alone, where there is no room for its word."""
        if short != self._short:
            self._short = short
            self._dressed()

    def _dressed(self) -> None:
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return what is shown."""
        return issue_words.state(self._state) if self._state else ""

    def sizeHint(self) -> QSize:
        """Make room for sign and word."""
        words = 0 if self._short else QFontMetrics(self._font()).horizontalAdvance(self.words()) + px(6)
        return QSize(words + px(32), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        if self._state is None:
            return
        _, icon, token = issue_words.STATES[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.fillPath(path, style.color(f"{token}_soft"))
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(px(9), (self.height() - px(14)) // 2, style.pixmap(icon, token, px(14), ratio))
        if self._short:
            return
        painter.setPen(style.color(token))
        painter.setFont(self._font())
        box = QRectF(px(28), 0, self.width() - px(34), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words())

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(12))
        font.setWeight(QFont.Weight.Medium)
        return font
