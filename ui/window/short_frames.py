"""What keeps the frames of a window that stands short, and its objects in the thread that may take them down."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # ms between two looks at how much lies about


def settle() -> None:
    """Once the window stands, keep its frames short.

    What the start made is taken out of the collector's rounds: a full round stopped a scroll for 33 ms.
    """
    gc.freeze()
    share()


def share() -> None:
    """Let a thread that computes hand the interpreter over within a millisecond.

    With Python's five, a list that was fetched while one scrolled could stop a frame three times over.
    """
    sys.setswitchinterval(0.001)


def collect_here(owner: QObject) -> None:
    """Have circles of objects collected in this thread alone, from time to time.

    Left to itself Python collects in whichever thread happens to make the next object: a dialog that was left
    would be taken down beside the window's own thread, and the program would crash.
    """
    gc.disable()
    timer = QTimer(owner, interval=_EVERY)
    timer.timeout.connect(collect)
    timer.start()


def collect() -> None:
    """Collect what Python itself would have collected by now."""
    young, middle, old = gc.get_count()
    most_young, most_middle, most_old = gc.get_threshold()
    if young > most_young:
        gc.collect(2 if old > most_old else 1 if middle > most_middle else 0)
