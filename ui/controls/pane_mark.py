"""The line over the pane that the keyboard came into: seen after F6, until a hand takes the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QWidget

_THICK = 3  # px


class PaneMark(QFrame):
    """Lies along the upper edge of a pane of `page`, over it; goes when focus leaves it or a button is pressed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("pane-mark")
        self.setProperty("floats", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._page = page
        self.pane: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def show_over(self, pane: QWidget) -> None:
        """Mark a pane."""
        if self.pane is not None:
            self.pane.removeEventFilter(self)
        self.pane = pane
        pane.installEventFilter(self)
        self._lie()
        self.show()
        self.raise_()

    def _lie(self) -> None:
        if self.pane is not None:
            self.setGeometry(
                *self.pane.mapTo(self._page, QPoint()).toTuple(),
                self.pane.width(),
                _THICK,
            )

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if (
            self.pane is not None
            and now is not None
            and now is not self.pane
            and not self.pane.isAncestorOf(now)
        ):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the pane's edge; a press of the mouse ends it."""
        if event.type() == QEvent.Type.Resize:
            self._lie()
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Hide):
            self.hide()
        return False
