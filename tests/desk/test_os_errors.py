"""Renaming waits for another program that has the file open, as scanners on Windows do, and for nothing else."""

from __future__ import annotations

import errno
import time
from pathlib import Path

import pytest

from desk.os_errors import rename


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"new")
    (tmp_path / "b").write_bytes(b"old")
    rename(tmp_path / "a", tmp_path / "b")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_what_will_not_pass_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0

    def refused(self: Path, other: Path) -> Path:
        nonlocal tries
        tries += 1
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr(time, "sleep", pytest.fail)
    with pytest.raises(PermissionError):
        rename(tmp_path / "a", tmp_path / "b")
    assert tries == 1
