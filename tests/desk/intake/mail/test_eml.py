"""Mails as files, well made and not."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.mail.eml import read_eml
from desk.intake.mail.mail import Mail
from desk.intake.members import Unread
from tests.desk.intake.bundles import HOSTILE, inputs
from tests.desk.intake.mail.code_page import windows_1258
from tests.desk.intake.mail.test_body import png
from tests.desk.intake.mail.test_quoted import STORY, TEXT

STORY_TEXT = "\n".join(STORY)


def words(mail: Mail) -> list[str]:
    return [piece.words for piece in mail.body.pieces if piece.words]


def mail_of(
    body: str, charset: str = "utf-8", kind: str = "text/plain", more: str = "", subject: str = "x"
) -> bytes:
    data = windows_1258(body) if charset == "windows-1258" else body.encode(charset)
    packed = base64.encodebytes(data).decode("ascii")
    head = f"From: a@x.vn\r\nTo: b@x.vn\r\nSubject: {subject}\r\nContent-Type: {kind}{more}\r\n"
    return f"{head}Content-Transfer-Encoding: base64\r\n\r\n{packed}".encode()


def parts(*inner: bytes, kind: str = "mixed") -> bytes:
    head = (
        f'From: a@x.vn\r\nTo: b@x.vn\r\nSubject: x\r\nContent-Type: multipart/{kind}; boundary="zz"\r\n\r\n'
    )
    return head.encode() + b"".join(b"--zz\r\n" + one + b"\r\n" for one in inner) + b"--zz--\r\n"


def file_part(
    name: str, data: bytes, kind: str = "image/png", more: str = "", disposition: str = "attachment"
) -> bytes:
    head = f"Content-Type: {kind}\r\nContent-Disposition: {disposition}; {name}\r\n{more}"
    return head.encode("utf-8") + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data)


def text_part(text: str, kind: str = "text/plain") -> bytes:
    return f"Content-Type: {kind}; charset=utf-8\r\n\r\n{text}\r\n".encode()


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1258"])
@pytest.mark.parametrize("said", ["; charset={}", '; charset="{}"', ""])
def test_the_letters_are_right_whatever_charset_they_are_in(charset: str, said: str) -> None:
    if charset == "utf-16" and not said:
        return
    assert words(read_eml(mail_of(STORY_TEXT, charset, more=said.format(charset)), "m.eml")) == TEXT


@pytest.mark.parametrize("said", ["iso-8859-1", "us-ascii", "x-unknown", "windows-1252", "hex", "utf-99"])
def test_utf_8_is_read_whatever_charset_is_said(said: str) -> None:
    assert words(read_eml(mail_of(STORY_TEXT, more=f"; charset={said}"), "m.eml")) == TEXT


def test_html_says_its_own_charset_where_the_mail_says_none() -> None:
    html = '<html><meta charset="windows-1258"><body><p>Đường thôn 3 đã làm xong, dài 2 km</p></body></html>'
    assert words(read_eml(mail_of(html, "windows-1258", "text/html"), "m.eml")) == [
        "Đường thôn 3 đã làm xong, dài 2 km"
    ]


@pytest.mark.parametrize(
    ("subject", "read"),
    [
        ("=?utf-8?B?VGluIGto?= =?utf-8?B?dXnhur9uIGjhu41j?=", "Tin khuyến học"),
        ("=?utf-8?B?VGluIGtodXnh?=\r\n =?utf-8?B?ur9uIGjhu41j?=", "Tin khuyến học"),  # a letter cut in two
        ("=?UTF-8?Q?Tin_khuy=E1=BA=BFn_h=E1=BB=8Dc?=", "Tin khuyến học"),
        ("Tin khuyến học", "Tin khuyến học"),  # bytes that no standard allows
        ("=?x-none?Q?Tin?= bài", "Tin bài"),
        ("=?utf-8?B?VGlu?=: =?utf-8?Q?b=C3=A0i?=", "Tin: bài"),
        ("=?utf-8?B?!!!?=", ""),
    ],
)
def test_subjects_are_read(subject: str, read: str) -> None:
    assert read_eml(mail_of("x", subject=subject), "m.eml").subject == read


@pytest.mark.parametrize(
    "name",
    [
        "filename*=utf-8''%E1%BA%A2nh%201.png",
        "filename*0*=utf-8''%E1%BA%A2nh; filename*1*=%201.png",
        'filename="=?utf-8?B?4bqibmggMS5wbmc=?="',
        'filename="=?utf-8?Q?=E1=BA=A2nh?= =?utf-8?Q?_1.png?="',
        'filename="Ảnh 1.png"',
        "filename*=windows-1258''A%D2nh%201.png",
        'filename="C:\\\\Users\\\\x\\\\Ảnh 1.png"',
        'filename="../../Ảnh 1.png"',
    ],
)
def test_names_of_files_are_read_in_every_form(name: str) -> None:
    mail = read_eml(parts(text_part("Em gửi ảnh"), file_part(name, png(300))), "m.eml")
    assert [one.name for one in mail.members] == ["Ảnh 1.png"]


def test_of_several_forms_the_richest_is_read_and_its_pictures_with_it() -> None:
    html = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><img src='cid:p@x'><p>{TEXT[2]}</p>"
    related = parts(
        text_part(html, "text/html"),
        file_part('filename="i.png"', png(300), more="Content-ID: <p@x>\r\n"),
        kind="related",
    )
    mail = read_eml(parts(text_part("chữ thuần"), related.replace(b"zz", b"yy"), kind="alternative"), "m.eml")
    assert words(mail) == TEXT[:3]
    assert len(mail.body.pictures) == 1


def test_files_with_a_content_id_that_nothing_shows_are_files() -> None:
    kept = file_part('filename="ảnh.png"', png(300), more="Content-ID: <f_1>\r\n", disposition="inline")
    sign = file_part('filename="image001.png"', png(40), more="Content-ID: <s>\r\n", disposition="inline")
    mail = read_eml(parts(text_part(STORY_TEXT), kept, sign, kind="related"), "m.eml")
    assert [one.name for one in mail.members] == ["ảnh.png"]


def test_flowing_lines_are_joined() -> None:
    flowing = "Xã Hưng Long trao quà \r\ncho học sinh nghèo\r\n\r\nMột đoạn \r\nnữa.\r\n-- \r\nBách"
    mail = read_eml(mail_of(flowing, more="; charset=utf-8; format=flowed"), "m.eml")
    assert words(mail) == ["Xã Hưng Long trao quà cho học sinh nghèo", "Một đoạn nữa."]


def test_signed_mails_are_read_and_encrypted_ones_refused() -> None:
    signature = file_part('filename="smime.p7s"', b"x", "application/pkcs7-signature")
    assert words(read_eml(parts(text_part(STORY_TEXT), signature, kind="signed"), "m.eml")) == TEXT
    sealed = mail_of("x", kind='application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"')
    for data in (sealed, parts(text_part("Version: 1"), kind="encrypted")):
        with pytest.raises(BadIntake) as caught:
            read_eml(data, "m.eml")
        assert caught.value == BadIntake(IntakeFault.ENCRYPTED, "m.eml")


def test_a_text_packed_into_its_signature_is_named() -> None:
    mail = read_eml(
        mail_of("x", kind='application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"'), "m.eml"
    )
    assert mail.unread == (Unread("smime.p7m", IntakeFault.UNKNOWN_KIND),)


def test_html_that_is_nested_too_deeply_is_refused_by_the_mails_name() -> None:
    with pytest.raises(BadIntake) as caught:
        read_eml(mail_of("<div>" * 5000, kind="text/html"), "m.eml")
    assert caught.value == BadIntake(IntakeFault.TOO_HEAVY, "m.eml")


def test_a_mail_attached_whole_has_its_own_words_and_files() -> None:
    (path,) = [one for one in inputs("mail") if one.name.startswith("e16")]
    mail = read_eml(path.read_bytes(), path.name)
    assert not mail.body.pieces
    assert [[one.name for one in inner.members] for inner in mail.mails] == [
        ["Tin hội thi BTCB giỏi.docx", "Ảnh 1.jpg", "Ảnh 2.jpg"]
    ]


def test_mails_within_mails_without_end_are_refused() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "a@x.vn", "0"
    inner.set_content("x")
    for _ in range(25):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@x.vn", "x"
        outer.set_content("x")
        outer.add_attachment(inner)
        inner = outer
    for data in (inner.as_bytes(), (HOSTILE / "multipart-1000.eml").read_bytes()):
        with pytest.raises(BadIntake) as caught:
            read_eml(data, "m.eml")
        assert caught.value == BadIntake(IntakeFault.TOO_HEAVY, "m.eml")


def test_a_file_that_is_cut_is_named() -> None:
    mail = read_eml((HOSTILE / "truncated-mail.eml").read_bytes(), "m.eml")
    assert mail.unread == (Unread("anh.jpg", IntakeFault.BROKEN),)
    whole = parts(text_part("x"), file_part('filename="a.png"', png(300))).removesuffix(b"--zz--\r\n")
    assert [one.name for one in read_eml(whole, "m.eml").members] == ["a.png"]


def test_nothing_and_no_mail_are_refused() -> None:
    for data, fault in ((b" \r\n", IntakeFault.EMPTY), (b"\x00\x01\x02", IntakeFault.BROKEN)):
        with pytest.raises(BadIntake) as caught:
            read_eml(data, "m.eml")
        assert caught.value == BadIntake(fault, "m.eml")


def test_a_day_that_there_is_not_is_no_day() -> None:
    data = mail_of("x").replace(b"To: b@x.vn", b"Date: Mon, 99 Foo 2024 99:99")
    assert read_eml(data, "m.eml").sent is None
