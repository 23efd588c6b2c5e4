"""Where things lie, and that the desk's own are for their owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk import paths


def test_the_folder_given_is_taken_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_folder("của Ban") == (tmp_path / "của Ban").resolve()
    assert paths.data_folder() == paths.ROOT / "data"


def test_what_is_made_is_its_owners_and_what_is_there_stays(tmp_path: Path) -> None:
    folder = paths.private_folder(tmp_path / "trên" / "dưới")
    file = paths.private_file(folder / "tệp")
    assert (folder.is_dir(), file.read_bytes()) == (True, b"")
    file.write_bytes(b"ab")
    assert paths.private_file(file).read_bytes() == b"ab"
    assert paths.private_folder(folder) == folder
    if os.name == "posix":
        assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
        folder.chmod(0o755)
        paths.private_folder(folder)
        assert folder.stat().st_mode & 0o777 == 0o755
