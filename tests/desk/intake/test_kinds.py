"""The kind of a file is told by its content."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.kinds import FileKind, kind_of


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "bài.doc", FileKind.DOCX),
        (zipped("mimetype", "content.xml", "META-INF/manifest.xml"), "bài.docx", FileKind.ODT),
        (zipped("bài.docx", "ảnh.jpg"), "bài.docx", FileKind.ZIP),
        (b"{\\rtf1\\ansi B\\u224?i}", "bài.doc", FileKind.RTF),
        (b"%PDF-1.7\n...", "bài.txt", FileKind.PDF),
        (b"<html xmlns:w='urn'><body>", "bài.doc", FileKind.HTML),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "trang.htm", FileKind.HTML),
        ("<p>Tin</p>".encode("utf-16"), "trang.htm", FileKind.HTML),
        (b"From: a@b.example\r\nSubject: Gui bai\r\nMIME-Version: 1.0\r\n\r\nTin", "thư", FileKind.EML),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/related; boundary=x\r\n\r\n",
            "trang.mhtml",
            FileKind.MHT,
        ),
        ("Hội nghị: giao ban\n\nSáng nay …".encode(), "bài.txt", FileKind.TEXT),
        ("Thời gian: 8 giờ\nĐịa điểm: hội trường\n\nSáng nay …".encode(), "bài.txt", FileKind.TEXT),
        ("Chữ < 5 dòng".encode(), "bài.docx", FileKind.TEXT),
    ],
)
def test_a_file_is_what_is_in_it(data: bytes, name: str, kind: FileKind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", IntakeFault.EMPTY),
        (b"MZ\x90\x00", IntakeFault.EXECUTABLE),
        (b"\x7fELF\x02", IntakeFault.EXECUTABLE),
        (b"\xff\xd8\xff\xe0", IntakeFault.PICTURE_FILE),
        (b"\x89PNG\r\n", IntakeFault.PICTURE_FILE),
        (b"\x00\x00\x00\x18ftypheic", IntakeFault.PICTURE_FILE),
        (b"Rar!\x1a\x07", IntakeFault.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c", IntakeFault.ARCHIVE),
        (b"PK\x05\x06" + b"\0" * 18, IntakeFault.NO_ARTICLE),
        (b"PK\x03\x04 cut off", IntakeFault.BROKEN),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), IntakeFault.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", IntakeFault.BROKEN),
    ],
)
def test_what_cannot_be_an_article_is_named(data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        kind_of(data, "tệp.docx")
    assert (refused.value.fault, refused.value.name) == (fault, "tệp.docx")


def test_the_end_of_a_zip_within_a_zip_that_was_cut_off_is_no_zip() -> None:
    inner = zipped("[Content_Types].xml", "word/document.xml")
    with pytest.raises(BadIntake) as refused:
        kind_of(b"PK\x03\x04 the head of the outer one " + inner, "bài.zip")
    assert refused.value.fault is IntakeFault.BROKEN
