"""Where the desk lies: in the checkout, and in the user's own folder when the program is packaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import paths
from desk.paths import ROOT
from desk.version import version


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
