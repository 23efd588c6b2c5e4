"""What keeps frames short."""

from __future__ import annotations

import gc
import sys

import pytest

from ui.window import short_frames


def test_what_the_start_made_is_no_garbage_to_look_for() -> None:
    before, interval = gc.get_freeze_count(), sys.getswitchinterval()
    gc.disable()
    try:
        short_frames.settle()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
        assert sys.getswitchinterval() == pytest.approx(0.001)
    finally:
        sys.setswitchinterval(interval)
        gc.enable()
