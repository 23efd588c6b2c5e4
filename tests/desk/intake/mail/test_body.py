"""Bodies of mails, plain and HTML, to the document that they bring."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from io import BytesIO

import pytest
from PIL import Image

from desk.intake.mail.body import BodyPart, body_of, passing_of, title_of
from desk.intake.mail.quoted import Passing
from desk.text.blocks import Picture
from tests.desk.intake.mail.test_quoted import AFTER, BEFORE, FORWARDS, STORY, TEXT


def _gmail(text: str) -> str:
    lines = [f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n")]
    return f'<div dir="ltr">{"".join(lines)}</div>'


def _outlook(text: str) -> str:
    lines = [f"<p class=MsoNormal>{escape(line) or '<o:p>&nbsp;</o:p>'}</p>" for line in text.split("\n")]
    return f"<html><body><div class=WordSection1>{''.join(lines)}</div></body></html>"


def _outlook_groups(text: str) -> str:
    groups = ["<br>".join(map(escape, group.split("\n"))) for group in text.split("\n\n")]
    return "".join(f"<p class=MsoNormal>{group}</p>" for group in groups)


def _breaks(text: str) -> str:
    return f"<div>{'<br>'.join(map(escape, text.split(chr(10))))}</div>"


WAYS = {"gmail": _gmail, "outlook": _outlook, "groups": _outlook_groups, "breaks": _breaks}


def words(html: str, passing: Passing = Passing.UNKNOWN, sender: str = "") -> list[str]:
    return [piece.words for piece in body_of([BodyPart(html=html)], {}, passing, sender).document.pieces]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
@pytest.mark.parametrize("above", BEFORE.values(), ids=BEFORE.keys())
def test_greetings_go(way: Callable[[str], str], above: str) -> None:
    assert words(way(above + "\n".join(STORY)), sender="Tạ Văn Bách") == TEXT


# Where every line is an element of its own nothing says that an office's name is on the card, not the byline.
_NAMED_ALONE = ("card", "mobile card")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
@pytest.mark.parametrize("kind", AFTER)
def test_what_stands_under_the_text_goes(way: Callable[[str], str], kind: str) -> None:
    got = words(way("\n".join(STORY) + "\n\n" + AFTER[kind]))
    assert got[: len(TEXT)] == TEXT
    assert got == TEXT or kind in _NAMED_ALONE


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
@pytest.mark.parametrize("head", FORWARDS.values(), ids=FORWARDS.keys())
def test_a_text_that_is_passed_on_is_the_text(way: Callable[[str], str], head: str) -> None:
    mail = f"Chị xem bài này giúp em.\n\n{head}\n\nKính gửi Ban, tôi xin gửi bài.\n\n" + "\n".join(STORY)
    assert words(way(mail)) == TEXT


@pytest.mark.parametrize(
    "signature",
    [
        '<div class="gmail_signature" data-smartmail="gmail_signature"><div>Tạ Văn Bách</div><div>Thôn 3</div></div>',
        '<div id="Signature"><p>Tạ Văn Bách</p><p>Thôn 3</p></div>',
        '<div id="AppleMailSignature">Tạ Văn Bách</div>',
        '<div class="moz-signature">Tạ Văn Bách<br>Thôn 3</div>',
        '<table><tr><td><img src="cid:logo"></td><td>Tạ Văn Bách<br>Thôn 3<br>Tel: 0900 000 118</td></tr></table>',
    ],
)
def test_signatures_that_only_their_element_tells_go(signature: str) -> None:
    assert words(_gmail("\n".join(STORY)) + signature) == TEXT


def png(side: int, colour: str = "red") -> bytes:
    out = BytesIO()
    Image.new("RGB", (side * 2, side), colour).save(out, "PNG")
    return out.getvalue()


def test_pictures_between_the_words_stay_and_those_of_the_foot_are_told_apart() -> None:
    pictures = {"cid:a@x": png(400), "cid:b@x": png(300, "blue"), "cid:old@x": png(350, "green")}
    html = (
        f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><p><img src='cid:a@x'></p><p>{TEXT[2]}</p><p>Trân trọng!</p>"
        "<p><img src='cid:b@x'></p><p>Vào Th 2, 4 thg 3, 2024 lúc 09:12 BBT &lt;b@x.vn&gt; đã viết:</p>"
        "<p><img src='cid:old@x'></p>"
    )
    body = body_of([BodyPart(html=html)], pictures)
    assert [type(piece.block) is Picture for piece in body.document.pieces] == [False, False, True, False]
    assert [picture.data for picture in body.document.pictures] == [pictures["cid:a@x"]]
    assert body.foot == (pictures["cid:b@x"],)


def test_lines_that_a_program_broke_are_joined_and_those_of_a_title_stay() -> None:
    broken = (
        "Từ ngày 24 đến ngày 26/02 (tức ngày 15 đến 17 tháng Giêng), xã Mường<br>"
        "Chiên tổ chức Lễ hội Xên Mường xuân Giáp Thìn 2024, thu hút trên <b>7.000<br>"
        "lượt</b> người tham dự, trong đó có nhiều đoàn khách của các huyện và<br>các tỉnh bạn."
    )
    title = "<p align=center>TƯNG BỪNG LỄ HỘI XÊN MƯỜNG XUÂN GIÁP THÌN NĂM HAI NGHÌN HAI TƯ<br>Ở XÃ MƯỜNG CHIÊN</p>"
    got = words(f"{title}<p>{broken}</p>")
    assert got[0].count("\n") == 1
    assert got[1].startswith(
        "Từ ngày 24 đến ngày 26/02 (tức ngày 15 đến 17 tháng Giêng), xã Mường Chiên tổ chức"
    )
    assert len(got) == 2
    assert "\n" not in got[1]


def test_parts_of_text_and_html_follow_each_other() -> None:
    parts = [
        BodyPart(text=TEXT[0]),
        BodyPart(html=f"<p>{TEXT[1]}</p>"),
        BodyPart(text="Gửi từ iPhone của tôi"),
    ]
    assert [piece.words for piece in body_of(parts, {}).document.pieces] == TEXT[:2]


def test_the_header_that_thunderbird_writes_as_a_table_goes() -> None:
    rows = "".join(f"<tr><th>{name}: </th><td>x</td></tr>" for name in ("Subject", "Date", "From", "To"))
    html = f"<p>Gửi chị.</p>-------- Forwarded Message --------<table>{rows}</table>{_gmail(chr(10).join(STORY))}"
    assert words(html) == TEXT


def test_a_mail_quoted_as_a_whole_is_taken_out_of_its_marks() -> None:
    text = "\n".join(f"> {line}" for line in ("From: Lam", "Date: 20/3", "Subject: bài", "", *STORY))
    body = body_of([BodyPart(text="Begin forwarded message:\n\n" + text)], {}, Passing.FORWARDED)
    assert [piece.words for piece in body.document.pieces] == TEXT


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (
            "[Tin bài] Câu lạc bộ hát then: 10 năm một chặng đường",
            "Câu lạc bộ hát then: 10 năm một chặng đường",
        ),
        ("Fwd: Fw: Người đảng viên mở đường", "Người đảng viên mở đường"),
        ("Chuyển tiếp: Người đảng viên mở đường", "Người đảng viên mở đường"),
        ("Re: Người đảng viên mở đường", ""),
        ("Gửi bài", ""),
        ("Em gửi tin tháng 3", ""),
        ("V/v gửi tin, bài Bản tin số 4", ""),
        ("02 bài gửi Bản tin tháng 3", ""),
        ("Tin, ảnh ngày hội hiến máu", ""),
        ("", ""),
    ],
)
def test_a_subject_is_a_title_unless_it_only_says_that_something_is_sent(subject: str, title: str) -> None:
    assert title_of(subject) == title


def test_a_subject_says_whether_a_mail_was_answered_or_passed_on() -> None:
    assert passing_of("Fwd: bài") is passing_of("[Ngoài] FW: bài") is Passing.FORWARDED
    assert passing_of("RE: bài") is passing_of("Trả lời: Fwd: bài") is Passing.ANSWERED
    assert passing_of("Tin ra quân") is Passing.UNKNOWN
