"""What keeps the frames of a window that stands short."""

from __future__ import annotations

import gc
import sys


def settle() -> None:
    """Once the window stands, keep its frames short.

    What the start made is taken out of the collector's rounds: a full round stopped a scroll for 33 ms.
    """
    gc.freeze()
    gc.enable()
    share()


def share() -> None:
    """Let a thread that computes hand the interpreter over within a millisecond.

    With Python's five, a list that was fetched while one scrolled could stop a frame three times over.
    """
    sys.setswitchinterval(0.001)
