"""Names inside archives."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib

import pytest

from desk.intake.archive.names import guessed, plain_name, zip_name
from tests.desk.intake.mail.code_page import windows_1258

NAMES = [
    "Tin ra quân Ngày Chủ nhật xanh.docx",
    "Đại hội điểm MTTQ xã.doc",
    "Kết nạp Nà Vạc – 2024.rtf",
    "Ảnh 1.JPG",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_utf_8_and_windows_1258_are_known_without_a_flag(name: str) -> None:
    assert plain_name(guessed(name.encode())) == name
    assert plain_name(guessed(unicodedata.normalize("NFD", name).encode())) == name
    assert plain_name(guessed(windows_1258(name))) == name


@pytest.mark.parametrize("name", ["Lê Thùy - tin CCB.docx", "anh hoi thi (1).jpg", "Hà.docx"])
def test_names_in_cp437_are_known(name: str) -> None:
    assert guessed(name.encode("cp437")) == name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../evil.txt", "evil.txt"),
        ("a/../../evil.txt", "evil.txt"),
        ("..\\..\\evil.txt", "evil.txt"),
        ("/etc/passwd", "passwd"),
        ("\\\\server\\share\\bài.txt", "bài.txt"),
        ("C:\\Users\\x\\bài.docx", "bài.docx"),
        ("C:x", "x"),
        ("Tháng 4/bài.docx", "Tháng 4/bài.docx"),
        ("Tháng 4\\bài.docx", "Tháng 4/bài.docx"),
        ("bài\x00x.txt", "bàix.txt"),
        ("Bài \u202excod.exe", "Bài xcod.exe"),
        ("bài.docx. ", "bài.docx"),
        ("..", "tệp"),
        ("", "tệp"),
    ],
)
def test_a_name_is_no_path(given: str, name: str) -> None:
    assert plain_name(given) == name


def test_the_name_beside_the_name_counts_if_it_was_written_for_it() -> None:
    info = zipfile.ZipInfo("bai.docx")
    info.orig_filename = "b?i.docx"
    field = b"\x01" + struct.pack("<I", zlib.crc32(b"b?i.docx")) + "bài.docx".encode()
    info.extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert zip_name(info) == "bài.docx"
    info.orig_filename = "tin.docx"
    assert zip_name(info) == "tin.docx"
