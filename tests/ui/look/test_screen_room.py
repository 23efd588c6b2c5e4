"""The room of a window on its screen; asking for it leaves the screen alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.look.screen_room import screen_room
from ui.window.window import Window


def test_it_is_the_screen_without_the_frame(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    room, screen = screen_room(widget), QGuiApplication.primaryScreen().availableGeometry().size()
    assert (screen.width() - room.width(), screen.height() - room.height()) == (16, 44)


def test_a_window_that_goes_leaves_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    screen_room(dialog)
    dialog.deleteLater()
    del dialog
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QGuiApplication.primaryScreen().availableGeometry().isValid()


def test_a_first_window_fits_its_screen(sit: object, cast: object) -> None:
    assert callable(sit)
    window: Window = sit(cast.secretary)  # type: ignore[attr-defined]
    assert window.size() == QSize(1366, 768).boundedTo(screen_room(window))
