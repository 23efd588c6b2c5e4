"""What the operating system refuses, what has no end, and what waits for another program to let go."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from desk.errors import FileTrouble, Trouble
from desk.os_errors import file_size, file_trouble, kind_of, rename


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EACCES, Trouble.DENIED),
        (errno.EROFS, Trouble.READONLY),
        (errno.ENOENT, Trouble.ABSENT),
        (errno.ENOTDIR, Trouble.NO_FOLDER),
        (errno.EEXIST, Trouble.NO_FOLDER),
        (errno.EISDIR, Trouble.NO_FILE),
        (errno.EIO, Trouble.IO),
    ],
)
def test_an_error_of_the_system_has_its_kind(number: int, kind: Trouble) -> None:
    assert kind_of(OSError(number, "")) is kind
    told = file_trouble(OSError(number, ""), Path("bài.txt"))
    assert (told.kind, told.path) == (kind, "bài.txt")


def test_only_a_file_has_a_size(tmp_path: Path) -> None:
    (tmp_path / "bài.txt").write_bytes(b"abc")
    assert file_size(tmp_path / "bài.txt") == 3
    for path, kind in ((tmp_path, Trouble.NO_FILE), (tmp_path / "không có", Trouble.ABSENT)):
        with pytest.raises(FileTrouble) as refused:
            file_size(path)
        assert refused.value.kind is kind


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_what_has_no_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống")
    for path in (tmp_path / "ống", Path("/dev/zero")):
        with pytest.raises(FileTrouble) as refused:
            file_size(path)
        assert refused.value.kind is Trouble.NO_FILE


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
