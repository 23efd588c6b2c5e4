"""How much room a window has on its screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 44)  # px: the frame of a window, which belongs to the system, and a strip round it


def screen_place(widget: QWidget) -> QRect:
    """Return where the screen of a widget may be used."""
    # Not `widget.screen()`: PySide takes the screen for a child of the widget, and it goes with it.
    over = widget.window()
    screen = QGuiApplication.screenAt(over.frameGeometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def screen_room(widget: QWidget) -> QSize:
    """Return the largest size of a window over a widget, without its frame."""
    return screen_place(widget).size() - _FRAME
