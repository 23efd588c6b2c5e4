"""What a file within others is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errors import FileTrouble
from desk.intake.members import Member, MemberKind, is_junk_name, member_kind
from tests.desk.intake.mail.compound import Storage, compound


def ole(stream: str) -> bytes:
    return compound(Storage({stream: b"x" * 50}))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Thumbs.db",
            "a/desktop.ini",
            ".DS_Store",
            "__MACOSX/._bài.docx",
            "a/~$bài.docx",
            ".~lock.bài.odt#",
        ),
        *(
            "._ảnh.jpg",
            "smime.p7s",
            "~WRL0001.tmp",
            "bài.docx.crdownload",
            "Nguyễn A.vcf",
            "$RECYCLE.BIN/x.doc",
        ),
    ],
)
def test_what_systems_and_editors_put_there_is_junk(name: str) -> None:
    assert is_junk_name(name)
    assert member_kind(Member(name, b"x" * 50)) is MemberKind.JUNK


def test_what_people_put_there_is_none() -> None:
    assert not any(map(is_junk_name, ("bài.docx", "Tháng 4/Ảnh 1.jpg", "1. Tin.doc", "thư.eml")))
    assert member_kind(Member("bài.docx", b"")) is MemberKind.JUNK


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", b"\xff\xd8\xff\xe0" + bytes(20), MemberKind.PHOTOGRAPH),
        ("a", b"\x89PNG\r\n\x1a\n" + bytes(20), MemberKind.PHOTOGRAPH),
        ("a.bmp", b"BM\x00\x01\x00\x00\x00\x00\x00\x00", MemberKind.PHOTOGRAPH),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", MemberKind.PHOTOGRAPH),
        ("a.tif", b"MM\x00*\x00\x00", MemberKind.PHOTOGRAPH),
        ("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic\x00\x00", MemberKind.HEIC),
        ("a.pdf", b"%PDF-1.7", MemberKind.TEXT),
        ("a.doc", b"{\\rtf1 x}", MemberKind.TEXT),
        ("a.doc", b"<html xmlns:o='x'><body>", MemberKind.TEXT),
        ("a.doc", ole("WordDocument"), MemberKind.TEXT),
        ("a.docx", ole("EncryptedPackage"), MemberKind.TEXT),
        ("a", ole("__properties_version1.0"), MemberKind.MAIL),
        ("a.xls", ole("Workbook"), MemberKind.SPREADSHEET),
        ("bài.txt", "Sáng 6/5, xã Hưng Long".encode(), MemberKind.TEXT),
        ("bài", "Sáng 6/5, xã Hưng Long".encode(), MemberKind.TEXT),
        ("số liệu.csv", b"a;b;c", MemberKind.OTHER),
        ("a.jpg.exe", b"x" * 20, MemberKind.PROGRAM),
        ("a.docx", b"MZ\x90\x00", MemberKind.PROGRAM),
        ("a.rar", b"Rar!\x1a\x07\x00", MemberKind.OTHER_ARCHIVE),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", MemberKind.OTHER_ARCHIVE),
        ("winmail.dat", b"\x78\x9f\x3e\x22\x01", MemberKind.TNEF),
        ("a.eml", b"From: a@x.vn\nTo: b@x.vn\nSubject: t\n\nx", MemberKind.MAIL),
        ("a.txt", b"Return-Path: <a@x.vn>\r\nReceived: by x\r\n\r\nx", MemberKind.MAIL),
        (
            "a.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
            MemberKind.TEXT,
        ),
        ("phim.mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00", MemberKind.OTHER),
    ],
)
def test_a_file_is_what_its_bytes_are(name: str, data: bytes, kind: MemberKind) -> None:
    assert member_kind(Member(name, data)) is kind


def test_a_file_on_the_disk_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "Ảnh 1.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(9000))
    member = Member("Tháng 4/Ảnh 1.jpg", path=path)
    assert (member.last_name, len(member.head()), len(member.content())) == ("Ảnh 1.jpg", 4096, 9004)
    path.unlink()
    with pytest.raises(FileTrouble):
        member.content()
