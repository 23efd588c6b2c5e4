"""What lies over the window while files are held over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.painted import Painted
from ui.window.drop_overlay import DropOverlay


def test_it_covers_the_window_and_says_what_happens(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(640, 420)
    overlay = DropOverlay(window)
    assert overlay.isHidden()
    window.show()
    overlay.cover(window)
    assert overlay.geometry() == window.rect()
    shown = Painted(lambda painter: overlay.render(painter, QPoint()), 640, 420)
    assert "Thả để nhập bài" in [line.words for line in shown.lines()]
