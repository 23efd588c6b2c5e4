"""Where things lie, and that the desk's own are for their owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk import paths
from desk.paths import ROOT
from desk.version import version


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


def test_a_checkout_keeps_its_desk_beside_the_code(tmp_path: Path) -> None:
    assert paths.data_folder() == ROOT / "data"
    assert paths.data_folder(str(tmp_path / "Bàn" / "..")) == tmp_path
    assert paths.sample_folder() == ROOT / "build" / "mau"


@pytest.mark.parametrize("variable", ["LOCALAPPDATA", "XDG_DATA_HOME"])
def test_a_packaged_program_keeps_it_with_the_user(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(paths, "FROZEN", True)
    monkeypatch.setenv(variable, str(tmp_path))
    assert paths.data_folder() == tmp_path / "BanBienTap"
    assert paths.sample_folder() == tmp_path / "BanBienTap" / "mau"
    monkeypatch.delenv(variable)
    assert paths.data_folder() == Path.home() / ".local" / "share" / "BanBienTap"


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{version()}"\n' in (ROOT / "pyproject.toml").read_text("utf-8")
