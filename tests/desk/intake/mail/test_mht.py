"""Pages saved in one file."""

from __future__ import annotations

import base64
from contextlib import suppress

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.mail.mht import read_mht
from desk.intake.members import Member, MemberKind, member_kind
from tests.desk.intake.answers import read_words, spoilt
from tests.desk.intake.bundles import HOSTILE
from tests.desk.intake.mail.test_body import png

WORD = (HOSTILE / "mht-renamed.doc").read_bytes()


def page(html: str, location: str, *pictures: tuple[str, bytes]) -> bytes:
    """Return a page as Word and browsers save it: the HTML first, then what it shows, by address."""
    out = 'From: <Saved by Blink>\r\nSubject: x\r\nContent-Type: multipart/related; boundary="zz"\r\n\r\n'
    out += f"--zz\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {location}\r\n\r\n{html}\r\n"
    for address, data in pictures:
        packed = base64.encodebytes(data).decode("ascii")
        out += f"--zz\r\nContent-Type: image/png\r\n{address}\r\n"
        out += f"Content-Transfer-Encoding: base64\r\n\r\n{packed}\r\n"
    return f"{out}--zz--\r\n".encode()


def test_a_page_of_word_is_read_under_any_name() -> None:
    assert member_kind(Member("bài.doc", WORD)) is MemberKind.TEXT
    words = read_words(read_mht(WORD, "bài.doc"))
    assert all(part in words for part in ("Xã Hưng Long trao quà", "trao 45 suất quà", "Lý Mùi Nái"))


@pytest.mark.parametrize(
    ("source", "header"),
    [
        ("cid:a@x", "Content-ID: <a@x>"),
        ("bai_files/image001.png", "Content-Location: file:///C:/x/bai_files/image001.png"),
        ("bai_files/image001.png", "Content-Location: bai_files/image001.png"),
        ("https://a.vn/anh.png?w=1&amp;h=2", "Content-Location: https://a.vn/anh.png?w=1&h=2"),
        ("/anh.png", "Content-Location: file:///anh.png"),
    ],
)
def test_pictures_are_found_by_every_kind_of_address(source: str, header: str) -> None:
    data = page(f"<p>Trước</p><img src='{source}'><p>Sau</p>", "file:///C:/x/bai.htm", (header, png(200)))
    document = read_mht(data, "bài.mht")
    assert [picture.data for picture in document.pictures] == [png(200)]
    assert [piece.words for piece in document.pieces] == ["Trước", "", "Sau"]


def test_a_page_without_html_or_with_too_many_parts_is_refused() -> None:
    deep = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" * 50
    for data, fault in (
        (b"", IntakeFault.EMPTY),
        (deep, IntakeFault.TOO_HEAVY),
        (b"a: b\r\n\r\n", IntakeFault.BROKEN),
    ):
        with pytest.raises(BadIntake) as caught:
            read_mht(data, "bài.mht")
        assert caught.value == BadIntake(fault, "bài.mht")


def test_whatever_the_bytes_are_it_is_read_or_refused() -> None:
    for copy in spoilt(WORD, 5):
        with suppress(BadIntake):
            read_mht(copy, "tệp")
