"""Mails, zips and folders opened to what may be an article."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.bundle import BODY, Bundle, refusal
from desk.intake.containers import bundle_in, bundle_of
from desk.intake.members import Member, MemberKind, Unread, member_kind
from tests.desk.intake.answers import read_words, spoilt
from tests.desk.intake.bundles import HOSTILE, answer, check, inputs

DOCX = (inputs("zip")[0].parent / "z4-cp437.zip").read_bytes()  # what it holds is a .docx and a .jpg
JPEG = b"\xff\xd8\xff\xe0" + bytes(500) + b"\xff\xd9"


def opened(path: Path) -> Bundle:
    data = path.read_bytes()
    return bundle_of(data, path.name, member_kind(Member(path.name, data)))


@pytest.mark.parametrize("path", [*inputs("mail"), *inputs("zip")], ids=lambda path: path.name)
def test_mails_and_zips_give_what_their_answers_say(path: Path) -> None:
    check(opened(path), answer(path))


@pytest.mark.parametrize("path", inputs("folders"), ids=lambda path: path.name)
def test_folders_give_what_their_answers_say(path: Path) -> None:
    check(bundle_in(path), answer(path))


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("bomb-nested.zip", IntakeFault.TOO_HEAVY),
        ("encrypted-zip.zip", IntakeFault.ENCRYPTED),
        ("junk-only.zip", IntakeFault.NO_ARTICLE),
        ("rtl-name.zip", IntakeFault.EXECUTABLE),
        ("fat-loop.msg", IntakeFault.BROKEN),
        ("truncated-msg.msg", IntakeFault.BROKEN),
        ("multipart-1000.eml", IntakeFault.TOO_HEAVY),
    ],
)
def test_hostile_files_are_refused_with_the_reason(name: str, fault: IntakeFault) -> None:
    def open_whole() -> None:
        bundle = opened(HOSTILE / name)
        if not bundle.candidates:
            raise refusal(bundle, name)

    with pytest.raises(BadIntake) as caught:
        open_whole()
    assert caught.value.fault is fault


def test_a_zip_whose_end_is_lost_is_refused() -> None:
    data = (HOSTILE / "truncated-zip.zip").read_bytes()
    with pytest.raises(BadIntake) as caught:
        bundle_of(data, "truncated-zip.zip", member_kind(Member("truncated-zip.zip", data)))
    assert caught.value.fault is IntakeFault.BROKEN


@pytest.mark.parametrize(
    "name",
    ["attachment-exe.eml", "attachment-path.eml", "truncated-mail.eml", "wrong-charset.eml"],
)
def test_damaged_mails_give_their_text(name: str) -> None:
    bundle = opened(HOSTILE / name)
    assert [one.name for one in bundle.candidates] == [BODY]
    document = bundle.candidates[0].document
    assert document is not None
    words = read_words(document)
    assert all(
        part in words
        for part in ("Xã Hưng Long trao quà cho học sinh nghèo", "trao 45 suất quà", "Lý Mùi Nái")
    )


def test_what_is_not_read_is_named() -> None:
    assert opened(HOSTILE / "attachment-exe.eml").unread == (
        Unread("Anh le trao qua.jpg.exe", IntakeFault.EXECUTABLE),
    )
    assert opened(HOSTILE / "truncated-mail.eml").unread == (Unread("anh.jpg", IntakeFault.BROKEN),)
    (candidate,) = opened(HOSTILE / "attachment-path.eml").candidates
    assert [one.name for one in candidate.photographs] == ["evil6.jpg"]


def zipped(**files: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def inner(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(DOCX)) as archive:
        return next(archive.read(info) for info in archive.infolist() if info.filename.endswith(name))


def test_a_zip_in_a_zip_is_opened_and_its_photographs_find_their_text() -> None:
    files = {"bài.docx": inner(".docx"), "ảnh.zip": zipped(**{"1.jpg": JPEG, "2.jpg": JPEG + b"x"})}
    bundle = bundle_of(zipped(**files), "tin.zip", MemberKind.ZIP)
    assert [(one.name, [p.name for p in one.photographs]) for one in bundle.candidates] == [
        ("bài.docx", ["1.jpg", "2.jpg"])
    ]


def test_two_zips_keep_their_files_apart() -> None:
    one, two = (zipped(**{"bài.docx": inner(".docx"), "ảnh.jpg": JPEG + mark}) for mark in (b"1", b"2"))
    bundle = bundle_of(zipped(**{"A.zip": one, "B.zip": two}), "tin.zip", MemberKind.ZIP)
    assert [(one.name, [p.name for p in one.photographs]) for one in bundle.candidates] == [
        ("A/bài.docx", ["A/ảnh.jpg"]),
        ("B/bài.docx", ["B/ảnh.jpg"]),
    ]


def test_a_mail_in_a_zip_and_a_zip_in_a_mail_are_opened() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@x.vn", "b@x.vn", "Gửi bài"
    mail.set_content("Em gửi bài ạ.")
    mail.add_attachment(DOCX, "application", "zip", filename="bài.zip")
    bundle = bundle_of(zipped(**{"thư.eml": mail.as_bytes()}), "tin.zip", MemberKind.ZIP)
    assert [one.name for one in bundle.candidates] == ["Lê Thùy - tin CCB.docx"]
    assert len(bundle.candidates[0].photographs) == 1


def test_a_zip_in_a_zip_of_a_mail_is_opened_and_one_deeper_is_not() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@x.vn", "b@x.vn", "Gửi bài"
    mail.set_content("Em gửi bài ạ.")
    mail.add_attachment(zipped(**{"trong.zip": DOCX}), "application", "zip", filename="bài.zip")
    bundle = bundle_of(mail.as_bytes(), "thư.eml", MemberKind.MAIL)
    assert [one.name for one in bundle.candidates] == ["Lê Thùy - tin CCB.docx"]
    mail.clear_content()
    deep = zipped(**{"hai.zip": zipped(**{"trong.zip": DOCX})})
    mail.add_attachment(deep, "application", "zip", filename="bài.zip")
    assert bundle_of(mail.as_bytes(), "thư.eml", MemberKind.MAIL).candidates == ()


def test_many_zips_that_are_light_each_are_heavy_together() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", bytes(10 * 1024 * 1024))
    bundle = bundle_of(
        zipped(**{f"{at:02}.zip": out.getvalue() for at in range(27)}), "a.zip", MemberKind.ZIP
    )
    assert bundle.unread == tuple(Unread(name, IntakeFault.TOO_HEAVY) for name in ("25.zip", "26.zip"))


def test_other_archives_are_named_with_what_to_do() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@x.vn", "b@x.vn", "Gửi bài"
    mail.set_content("Em gửi bài ạ.")
    mail.add_attachment(b"Rar!\x1a\x07\x01\x00" + bytes(50), "application", "x-rar", filename="bài.rar")
    bundle = bundle_of(mail.as_bytes(), "thư.eml", MemberKind.MAIL)
    assert refusal(bundle, "thư.eml") == BadIntake(IntakeFault.ARCHIVE, "bài.rar")


@pytest.mark.parametrize(
    "name", ["e09-anh-trong-than.eml", "e15-winmail.eml", "e16-thu-trong-thu.eml", "e03-gmail-tra-loi.eml"]
)
def test_whatever_the_bytes_of_a_mail_are_it_is_read_or_refused(name: str) -> None:
    _survives(inputs("mail")[0].parent / name, MemberKind.MAIL)


@pytest.mark.parametrize("name", ["m3-rtf-tep-kem.msg", "m4-chi-rtf.msg", "m5-ansi.msg"])
def test_whatever_the_bytes_of_a_msg_are_it_is_read_or_refused(name: str) -> None:
    _survives(inputs("mail")[0].parent / name, MemberKind.MAIL)


@pytest.mark.parametrize("name", ["z5-thu-muc-rieng.zip", "z6-cp1258.zip"])
def test_whatever_the_bytes_of_a_zip_are_it_is_read_or_refused(name: str) -> None:
    _survives(inputs("zip")[0].parent / name, MemberKind.ZIP)


def _survives(path: Path, kind: MemberKind) -> None:
    for copy in spoilt(path.read_bytes(), 7):
        with suppress(BadIntake):
            bundle_of(copy, "tệp", kind)
