"""What is told of one finding below the list: as high as it is, and rolled where the list would have no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.look.text_size import px

_LEAST = 96  # px at 100 %


class DetailArea(QScrollArea):
    """Takes no more height than its words and buttons need at its width."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("place", "footer")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inside = inside
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._keep)
        self.setWidget(inside)

    def fit(self) -> None:
        """Be as high as what it shows now, once that is laid out."""
        self._settle.start()

    def sizeHint(self) -> QSize:
        """Return the height of what it shows at its width."""
        return QSize(super().sizeHint().width(), self._high())

    def minimumSizeHint(self) -> QSize:
        """Let the list have room first."""
        return QSize(0, min(self._high(), px(_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _keep(self) -> None:
        self.setMaximumHeight(self._high())
        self.updateGeometry()

    def _high(self) -> int:
        layout = self._inside.layout()
        width = self.viewport().width()
        wrapped = layout is not None and layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(width) if layout and wrapped else self._inside.sizeHint().height()
        return high + 2  # what a line's own rounding takes: no bar beside words that all have room
