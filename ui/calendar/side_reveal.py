"""When the panel beside the days is shown: never under a pointer that may click again, or is drawing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.calendar.view_stack import CalendarViews


class SideReveal(QObject):
    """Shows and hides the panel, which takes its room from the days: what was clicked moves away.

    After a click it waits until no second one can follow that would fall on what came in between, and until
    nothing is drawn from one day to another.
    """

    def __init__(self, side: QWidget, views: CalendarViews) -> None:
        super().__init__(side)
        self._side, self._views = side, views
        self._wanted = False
        self._pause = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._pause.timeout.connect(self._look)
        views.pressed.connect(self._pause.start)

    def show(self) -> None:
        """Show the panel, now or when the hand has rested."""
        self._wanted = True
        self._look()

    def hide(self) -> None:
        """Hide the panel."""
        self._wanted = False
        self._side.hide()

    def _look(self) -> None:
        if self._views.is_held() and not self._pause.isActive():
            self._pause.start()
        if self._wanted and not self._pause.isActive():
            self._side.show()
