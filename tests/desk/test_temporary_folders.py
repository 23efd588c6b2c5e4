"""What a killed program left in the temporary folder goes at the next start; what is in use stays."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desk.paths import ROOT
from desk.temporary_folders import HeldFolder, sweep


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def old(folder: Path, *files: str) -> Path:
    folder.mkdir()
    for name in files:
        (folder / name).write_bytes(b"")
    os.utime(folder, (0, 0))
    return folder


def test_a_folder_in_use_stays_and_goes_with_its_program(temporary: Path) -> None:
    folder = HeldFolder()
    (Path(folder.name) / "style.typ").write_bytes(b"")
    os.utime(folder.name, (0, 0))
    assert sweep() == 0
    assert (Path(folder.name) / "style.typ").exists()
    folder.cleanup()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_held_goes_at_once(temporary: Path) -> None:
    lines = (
        "import os, tempfile, sys; tempfile.tempdir = sys.argv[1]",
        "from desk.temporary_folders import HeldFolder",
        "folder = HeldFolder(); os._exit(9)",
    )
    killed = subprocess.run([sys.executable, "-c", "\n".join(lines), str(temporary)], cwd=ROOT, check=False)
    assert killed.returncode == 9
    assert len(list(temporary.iterdir())) == 1
    assert sweep() == 1
    assert list(temporary.iterdir()) == []


def test_what_is_not_the_programs_stays(temporary: Path) -> None:
    kept = [
        old(temporary / "ban-tin-so-4-2019-html", "index.html"),
        old(
            temporary / "ban-tin-so4_2019", "index.html"
        ),  # named as tempfile would, but nothing of ours in it
        old(temporary / "khac"),
    ]
    old(temporary / "ban-tin-abcdefgh", "style.typ", "data.json")
    old(temporary / "ban-tin-ab_d3fgh")
    (temporary / "ban-tin-newnewne").mkdir()  # being made this moment
    assert sweep() == 2
    assert sorted(temporary.iterdir()) == sorted([*kept, temporary / "ban-tin-newnewne"])
