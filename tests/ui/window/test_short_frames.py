"""What keeps frames short, and circles of objects in the window's own thread."""

from __future__ import annotations

import gc
import sys
import threading
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.window import short_frames


def test_what_the_start_made_is_no_garbage_to_look_for() -> None:
    before, interval = gc.get_freeze_count(), sys.getswitchinterval()
    try:
        short_frames.settle()
        assert gc.get_freeze_count() > before
        assert sys.getswitchinterval() == pytest.approx(0.001)
    finally:
        sys.setswitchinterval(interval)


class _Circle(QWidget):
    """A widget that holds itself, as a dialog does whose buttons call it."""

    gone_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.myself = self

    def __del__(self) -> None:
        self.gone_in.append(threading.get_ident())


def test_circles_are_collected_in_the_windows_thread_alone(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not gc.isenabled()  # since the application was made
    monkeypatch.setattr(_Circle, "gone_in", [])
    for _ in range(20):
        _Circle()

    def busy() -> None:
        kept = [[at] for at in range(200_000)]  # enough for Python to collect, were it left to itself
        kept.append([len(kept)])

    other = threading.Thread(target=busy)
    other.start()
    other.join()
    assert _Circle.gone_in == []
    kept = [[at] for at in range(5_000)]
    qtbot.waitUntil(lambda: len(_Circle.gone_in) == 20, timeout=5000)
    assert set(_Circle.gone_in) == {threading.get_ident()}
    assert kept
