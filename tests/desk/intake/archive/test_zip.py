"""The files of zips."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.archive.zip import members_of
from desk.intake.members import Unread
from tests.desk.intake.bundles import HOSTILE, inputs

ZIPS = {path.name: path.read_bytes() for path in [*inputs("zip"), *HOSTILE.glob("*.zip")]}


def zipped(files: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def names(name: str) -> list[str]:
    return [one.name for one in members_of(ZIPS[name], name).members]


def test_files_come_in_the_order_of_their_names_without_what_systems_add() -> None:
    assert names("z2-nhieu-bai.zip") == [
        "Tin bài tháng 4/01 Giao ban BCV tháng 4.docx",
        "Tin bài tháng 4/02 Kết luận TTHU.docx",
        "Tin bài tháng 4/03 CLB hát then.docx",
    ]
    files = {"B/2.txt": b"x", "B/10.txt": b"x", "a.txt": b"x", "__MACOSX/._a.txt": b"x"}
    assert [one.name for one in members_of(zipped(files), "a.zip").members] == [
        "a.txt",
        "B/2.txt",
        "B/10.txt",
    ]


def test_names_in_old_letters_are_read() -> None:
    assert names("z4-cp437.zip") == ["Lê Thùy.jpg", "Lê Thùy - tin CCB.docx"]
    assert names("z6-cp1258.zip") == ["ảnh ra mắt mô hình.jpg", "Camera an ninh xã Tân Lĩnh.docx"]


def test_paths_that_lead_out_links_and_reserved_names_are_only_names() -> None:
    assert names("symlink.zip") == ["Bài khuyến học.docx"]
    assert names("same-name-twice.zip") == ["Bài.docx", "Bài.docx"]
    assert not any("/" in name or ".." in name for name in names("path-traversal.zip"))


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", IntakeFault.EMPTY),
        (b"PK\x03\x04 no zip", IntakeFault.BROKEN),
        (ZIPS["truncated-zip.zip"], IntakeFault.BROKEN),
        (ZIPS["encrypted-zip.zip"], IntakeFault.ENCRYPTED),
        (zipped({"a.txt": bytes(30 * 1024 * 1024)}), IntakeFault.TOO_HEAVY),
        (zipped({f"{at}.txt": b"" for at in range(2001)}, zipfile.ZIP_STORED), IntakeFault.TOO_HEAVY),
    ],
    ids=["empty", "no zip", "cut", "locked", "bomb", "many"],
)
def test_what_cannot_or_must_not_be_opened_is_refused(data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as caught:
        members_of(data, "a.zip")
    assert caught.value == BadIntake(fault, "a.zip")


def test_a_broken_file_among_others_is_named() -> None:
    data = bytearray(zipped({"a.txt": b"a" * 100, "b.txt": b"b" * 100}, zipfile.ZIP_STORED))
    data[data.index(b"a" * 100)] ^= 1
    unpacked = members_of(bytes(data), "a.zip")
    assert [one.name for one in unpacked.members] == ["b.txt"]
    assert unpacked.unread == (Unread("a.txt", IntakeFault.BROKEN),)


def test_an_empty_zip_has_no_files() -> None:
    assert members_of(zipped({}), "a.zip").members == ()
