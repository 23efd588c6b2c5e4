"""The files of real folders."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from desk.errors import BadIntake, FileTrouble, IntakeFault
from desk.intake.archive.folder import members_in
from desk.intake.members import Unread


def filled(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def test_files_of_all_folders_come_in_order_with_composed_names(tmp_path: Path) -> None:
    bare = unicodedata.normalize("NFD", "Nước sạch/Ảnh 10.jpg")
    filled(
        tmp_path, bare, "Nước sạch/Ảnh 2.jpg", "bài.docx", "Thumbs.db", "Nước sạch/~$bài.docx", ".git/x.txt"
    )
    (tmp_path / "rỗng.docx").write_bytes(b"")
    names = [one.name for one in members_in(tmp_path).members]
    assert names[0] == "bài.docx"
    assert [name for name in names if name.endswith("2.jpg")] == ["Nước sạch/Ảnh 2.jpg"]
    assert len(names) == 3
    assert "Nước sạch/Ảnh 10.jpg" in names


def test_nothing_outside_of_the_folder_is_followed(tmp_path: Path) -> None:
    filled(tmp_path, "trong/bài.docx", "ngoài/mật.docx")
    home = tmp_path / "trong"
    try:
        (home / "liên kết.docx").symlink_to(tmp_path / "ngoài" / "mật.docx")
        (home / "thư mục").symlink_to(tmp_path / "ngoài", target_is_directory=True)
        (home / "vòng").symlink_to(home, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right that this account has not")
    unpacked = members_in(home)
    assert [one.name for one in unpacked.members] == ["bài.docx"]
    assert set(unpacked.unread) == {
        Unread("liên kết.docx", IntakeFault.UNKNOWN_KIND),
        Unread("thư mục", IntakeFault.UNKNOWN_KIND),
    }


def test_files_are_read_only_when_asked_for(tmp_path: Path) -> None:
    (member,) = members_in(filled(tmp_path, "bài.txt")).members
    assert member.data == b""
    assert member.content() == b"x"


def test_too_many_files_and_no_folder_are_refused(tmp_path: Path) -> None:
    filled(tmp_path / "nhiều", *(f"{at}.txt" for at in range(2001)))
    with pytest.raises(BadIntake) as caught:
        members_in(tmp_path / "nhiều")
    assert caught.value == BadIntake(IntakeFault.TOO_HEAVY, "nhiều")
    with pytest.raises(FileTrouble):
        members_in(tmp_path / "không có")
