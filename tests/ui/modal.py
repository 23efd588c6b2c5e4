"""Answering modal dialogs as a person does: the dialog is there, it is filled in and agreed to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

D = TypeVar("D", bound=QDialog)
_TRIES = 500


def front(widget: QWidget) -> None:
    """Make a window the active one again after a dialog: keys go to the active window."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # dialogs that were left
    for _ in range(20):
        QTest.qWait(10)
        widget.window().activateWindow()
        if QTest.qWaitForWindowActive(widget.window(), 200) and widget.window().isActiveWindow():
            return
    raise TimeoutError("the window was not activated")


def answer(kind: type[D], hand: Callable[[D], None]) -> list[D]:
    """Let a hand fill in the next modal dialog of a kind; return the list that will hold the dialog."""
    met: list[D] = []

    def look(left: int) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            met.append(dialog)
            try:
                hand(dialog)
            except BaseException:
                dialog.reject()  # what went wrong ends the test, not the dialog that stands open for ever
                raise
        elif left:
            QTimer.singleShot(10, lambda: look(left - 1))

    QTimer.singleShot(0, lambda: look(_TRIES))
    return met


def drop(view: QAbstractItemView, place: QPoint) -> None:
    """Drop what is chosen in a view at a place in it; the offscreen platform knows no drag that would lead there."""
    carried, move, left = (
        view.model().mimeData(view.selectedIndexes()),
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
    )
    none = Qt.KeyboardModifier.NoModifier
    view.viewportEvent(QDragMoveEvent(place, move, carried, left, none))
    view.viewportEvent(QDropEvent(place.toPointF(), move, carried, left, none))
