"""Where a packaged program keeps its desk."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desk import paths, place
from desk.errors import FileTrouble, Trouble
from desk.paths import DESK_FILE


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packaged program on a machine with a folder for all users; its user's own folder."""
    monkeypatch.setattr(paths, "FROZEN", True)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Người dùng"))
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "Mọi người"))
    return tmp_path / "Người dùng" / "BanBienTap"


def test_ones_own_folder_needs_no_note(packaged: Path) -> None:
    assert paths.undecided(paths.data_folder())
    place.choose(packaged)
    assert not paths.note().exists()
    assert paths.data_folder() == packaged
    (packaged / DESK_FILE).touch()
    assert not paths.undecided(packaged)


def test_another_folder_is_remembered(packaged: Path, tmp_path: Path) -> None:
    there = tmp_path / "Ổ D" / "Bàn biên tập"
    place.choose(there)
    assert list(there.iterdir()) == []
    assert paths.data_folder() == there
    assert not paths.undecided(there)
    assert not paths.undecided(packaged)


def test_a_desk_for_everybody_is_found_by_the_next_user(
    packaged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(place, "_open_to_all", asked.append)
    shared = paths.shared_folder()
    assert shared is not None
    place.choose(shared)
    assert asked == [shared]
    (shared / DESK_FILE).touch()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Người thứ hai"))
    assert paths.data_folder() == shared
    (paths.own_folder()).mkdir(parents=True)
    (paths.own_folder() / DESK_FILE).touch()
    assert paths.data_folder() == paths.own_folder()


def test_a_network_and_what_cannot_be_written_are_refused(packaged: Path, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        place.choose(Path("//máy chủ/chung"))
    assert refused.value.kind is Trouble.NETWORK
    (tmp_path / "tệp").touch()
    with pytest.raises(FileTrouble) as refused:
        place.choose(tmp_path / "tệp" / "trong")
    assert refused.value.kind is Trouble.NO_FOLDER
    assert not paths.note().exists()


def test_windows_is_asked_to_let_all_users_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr("desk.place.os.name", "nt")
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    folder = str(tmp_path)
    place._open_to_all(tmp_path)
    assert ran == [["icacls", folder, "/grant", "*S-1-5-32-545:(OI)(CI)M"]]
