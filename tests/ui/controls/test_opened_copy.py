"""A copy of what the desk keeps: nobody else reads it, nobody changes it, old ones go."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desk import clock
from desk.errors import FileTrouble
from ui.controls.opened_copy import open_path, write_copy


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))


def test_each_opening_has_a_copy_of_its_own(tmp_path: Path) -> None:
    first, second = write_copy("Tin.docx", b"PK"), write_copy("Tin.docx", b"PK")
    assert first.parent != second.parent
    for copy in (first, second):
        assert (copy.name, copy.read_bytes()) == ("Tin.docx", b"PK")
        assert copy.is_relative_to(tmp_path)
        assert not copy.stat().st_mode & 0o222
        if sys.platform != "win32":
            assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_copies_of_yesterday_go(tmp_path: Path) -> None:
    old, new = write_copy("a.docx", b"1"), write_copy("b.docx", b"2")
    now = clock.now()
    os.utime(old.parent, (now.timestamp(), (now - timedelta(hours=25)).timestamp()))
    os.utime(new.parent, (now.timestamp(), (now - timedelta(hours=23)).timestamp()))
    write_copy("c.docx", b"3")
    assert not old.parent.exists()
    assert new.exists()


def test_no_room_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileTrouble):
        write_copy("a" * 300 + ".docx", b"1")


def test_it_is_opened_by_the_systems_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[QUrl] = []

    def note(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    path = write_copy("Tin số 4.docx", b"PK")
    assert open_path(path)
    assert [Path(url.toLocalFile()) for url in opened] == [path]
