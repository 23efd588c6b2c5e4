"""What killed exports left beside their files goes; what they had put aside goes back."""

from __future__ import annotations

import os
from pathlib import Path

from desk.export.leftovers import sweep
from desk.export.write_files import look, write_over


def left(path: Path, *files: str, age: float = 7200) -> None:
    path.mkdir()
    for name in files:
        (path / name).write_bytes(b"old")
    now = path.stat().st_mtime
    os.utime(path, (now - age, now - age))


def test_what_killed_exports_left_goes_with_the_next_look(tmp_path: Path) -> None:
    left(tmp_path / ".ban-tin-0123456789ab", "a.pdf")
    left(tmp_path / ".ban-tin-ffffffffffff", "b.pdf", age=60)  # somebody else's, being written
    (tmp_path / ".ban-tin-x7_k2mq0").write_bytes(b"half")
    os.utime(tmp_path / ".ban-tin-x7_k2mq0", (0, 0))
    left(tmp_path / ".ban-tin-cua-toi-2019", "c.pdf")
    look(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".ban-tin-cua-toi-2019",
        ".ban-tin-ffffffffffff",
    ]


def test_what_was_put_aside_goes_back_where_nothing_stands(tmp_path: Path) -> None:
    written = write_over({"a.pdf": b"1"}, tmp_path)
    written.keep()
    left(tmp_path / ".ban-tin-cu-0123456789ab", "a.pdf", "b.pdf")
    sweep(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"1", "b.pdf": b"old"}


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    sweep(tmp_path / "không có")
