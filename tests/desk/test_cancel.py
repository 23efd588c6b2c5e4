"""Stopping work that another process does: a file answers it."""

from __future__ import annotations

import pickle
from pathlib import Path

from desk.cancel import StopFile, never


def test_a_file_stops_it_in_another_process_too() -> None:
    stop = StopFile()
    there = pickle.loads(pickle.dumps(stop))
    assert not stop()
    assert not there()
    stop.set()
    assert stop()
    assert there()
    stop.clear()
    assert not there()
    stop.clear()


def test_each_work_is_stopped_alone() -> None:
    one, other = StopFile(), StopFile()
    one.set()
    assert not other()
    one.clear()


def test_where_no_file_can_be_made_the_work_goes_on(tmp_path: Path) -> None:
    stop = StopFile(str(tmp_path / "không có" / "dừng"))
    stop.set()
    assert not stop()


def test_what_cannot_be_stopped_is_never_stopped() -> None:
    assert not never()
