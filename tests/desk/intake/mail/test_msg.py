"""Mails as Outlook saves them."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.mail.msg import read_msg
from tests.desk.intake.bundles import HOSTILE, inputs
from tests.desk.intake.mail.code_page import windows_1258
from tests.desk.intake.mail.compound import Storage, attach, compound, message
from tests.desk.intake.mail.test_body import png
from tests.desk.intake.mail.test_quoted import STORY, TEXT

MSG = {path.name: path.read_bytes() for path in inputs("mail") if path.suffix == ".msg"}


def test_subject_sender_and_day_are_read() -> None:
    mail = read_msg(MSG["m1-than-chu.msg"], "m1.msg")
    assert (mail.subject, mail.sender) == ("Tin Đại hội điểm MTTQ xã Yên Bình", "MTTQ huyện")
    assert mail.sent is not None
    assert mail.sent.date() == date(2024, 3, 29)


def test_letters_that_are_no_unicode_are_in_the_page_of_the_mail() -> None:
    mail = read_msg(MSG["m5-ansi.msg"], "m5.msg")
    assert (mail.subject, mail.sender) == ("Bài: dòng họ hiếu học", "Cầm Bá Lượng")
    assert [one.name for one in mail.members] == ["Dong ho Luong.docx", "anh1.jpg", "anh2.jpg"]


@pytest.mark.parametrize("page", [("utf-8", 65001), ("cp1258", 1258)])
def test_html_is_preferred_and_its_pictures_are_in_it(page: tuple[str, int]) -> None:
    html = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><p><img src='cid:a@x'></p><p>{TEXT[2]}</p>"
    raw = html.encode("utf-8") if page[0] == "utf-8" else windows_1258(html)
    mail = message({0x0037: "Gửi tin", 0x1000: "chữ thuần"}, {0x1013: raw}, _3FDE=page[1])
    attach(mail, "image001.png", png(300), "a@x")
    attach(mail, "ảnh.png", png(310))
    read = read_msg(compound(mail), "m.msg")
    assert [piece.words for piece in read.body.pieces if piece.words] == TEXT[:3]
    assert [picture.data for picture in read.body.pictures] == [png(300)]
    assert [one.name for one in read.members] == ["ảnh.png"]


def test_a_mail_within_a_mail_is_read_with_its_files() -> None:
    inner = message({0x0037: "Bài", 0x1000: "\n".join(STORY)}, head=24)
    attach(inner, "Ảnh 1.png", png(300))
    outer = message({0x0037: "FW: Bài", 0x1000: "Em chuyển anh ạ."})
    attach(outer, "Bài", inner)
    mail = read_msg(compound(outer), "m.msg")
    assert not mail.body.pieces
    assert [one.subject for one in mail.mails] == ["Bài"]
    assert [piece.words for piece in mail.mails[0].body.pieces] == TEXT
    assert [one.name for one in mail.mails[0].members] == ["Ảnh 1.png"]


def test_mails_within_mails_without_end_are_refused() -> None:
    mail = message({0x0037: "0"}, head=24)
    for number in range(25):
        around = message({0x0037: str(number)}, head=24 if number < 24 else 32)
        attach(around, "thư", mail)
        mail = around
    with pytest.raises(BadIntake) as caught:
        read_msg(compound(mail), "m.msg")
    assert caught.value.fault is IntakeFault.TOO_HEAVY


def test_what_is_no_mail_is_refused() -> None:
    for data in (
        compound(Storage({"WordDocument": b"x"})),
        (HOSTILE / "fat-loop.msg").read_bytes(),
        b"\xd0\xcf",
    ):
        with pytest.raises(BadIntake) as caught:
            read_msg(data, "m.msg")
        assert caught.value == BadIntake(IntakeFault.BROKEN, "m.msg")
    with pytest.raises(BadIntake) as caught:
        read_msg(b"", "m.msg")
    assert caught.value.fault is IntakeFault.EMPTY
