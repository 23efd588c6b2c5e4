"""The sheet under the editor's fields, and the ground on which it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look.kept_size import keep
from ui.look.style import look
from ui.look.text_size import px
from ui.paper.paper_sheet import WIDEST, draw_sheet


class SheetFrame(QFrame):
    """The sheet under the fields."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        keep(self, lambda: self.setMaximumWidth(px(WIDEST)))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        look().changed.connect(self.update)

    def add(self, date: QWidget, title: QWidget, lead: QWidget, body: QWidget, byline: QWidget) -> None:
        """Lay the fields one under the other, with the distances of the printed page."""
        for widget, below in ((date, 4), (title, 10), (lead, 9), (body, 8), (byline, 0)):
            self._column.addWidget(widget)
            self._column.addSpacing(below)
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's margins in proportion."""
        side = max(20, round(self.width() * 0.085))
        self._column.setContentsMargins(side, 32, side, 44)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        draw_sheet(painter, QRectF(self.rect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click below the words goes to their end."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class PageScroll(QScrollArea):
    """Scrolls the sheet on the window's ground as one page."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(24)
        self._sheet = sheet
        ground = QWidget()
        ground.setProperty("place", "page")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 20, 16, 20)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)
        self.setWidget(ground)

    def show_rect(self, rect: QRect) -> None:
        """Scroll no more than needed to have this part of the sheet in sight, with a line around it."""
        bar, room = self.verticalScrollBar(), 28
        top = self._sheet.y() + rect.top() - room
        bottom = self._sheet.y() + rect.bottom() + room
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())
