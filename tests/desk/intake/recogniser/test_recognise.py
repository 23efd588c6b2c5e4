"""A document told apart: the whole article, short ones, what stands around them."""

from __future__ import annotations

from datetime import date

import pytest

from desk.intake.document import IntakeDocument
from desk.intake.recogniser.recognise import recognise
from desk.intake.recogniser.roles import Role
from desk.text.blocks import Mark
from tests.desk.intake.recogniser.made_pages import (
    BYLINE,
    DATE,
    FIRST,
    FOOT,
    LEAD,
    SECOND,
    STORY,
    THIRD,
    TITLE,
    piece,
    pieces,
    told,
)


def test_the_usual_article_is_told_apart() -> None:
    found = told(
        DATE, TITLE, *STORY[:2], "Quang cảnh hội nghị", *STORY[2:], BYLINE, FOOT, "Tin cũ (08/04/2019)"
    )
    assert found == {
        Role.DATE: [DATE],
        Role.TITLE: [TITLE],
        Role.LEAD: [LEAD],
        Role.BODY: [FIRST, SECOND, THIRD],
        Role.CAPTION: ["Quang cảnh hội nghị"],
        Role.BYLINE: [BYLINE],
        Role.OUT: [FOOT, "Tin cũ (08/04/2019)"],
    }


def test_every_piece_has_one_role_and_keeps_its_place() -> None:
    given = pieces([DATE, TITLE, *STORY, BYLINE, FOOT])
    assert tuple(one.piece for one in recognise(IntakeDocument(given)).pieces) == given
    assert recognise(IntakeDocument(())).pieces == ()


SHORT = [
    (
        [
            "Trao nhà cho hộ nghèo",
            "Sáng nay, Đoàn xã Pa Hù trao nhà cho gia đình bà Lò Thị Pản.",
            "Ngôi nhà rộng 40 m2.",
            "Bà Pản rất vui.",
            "Đoàn xã Pa Hù",
        ],
        ("Trao nhà cho hộ nghèo", 1, 2),
    ),
    (
        [
            "Lịch nghỉ Tết",
            "Cơ quan nghỉ từ ngày 8/2 đến ngày 14/2/2024.",
            "Các phòng phân công người trực.",
            "Văn phòng",
        ],
        ("Lịch nghỉ Tết", 1, 1),
    ),
    (
        [
            "Công tác dân vận ở xã Pa Hù",
            "Năm nay, xã Pa Hù có nhiều mô hình dân vận khéo.",
            "Ảnh hưởng của bão làm 3 nhà tốc mái.",
            "Chia sẻ kinh nghiệm tại hội nghị, đồng chí Lò Văn Bình nêu ba việc.",
            "Chào mừng 70 năm giải phóng, xã mở hội thi.",
            "Tin liên quan đến thiên tai luôn lan nhanh.",
            "Đã năm mùa đông, bản không còn ai đói.",
            "Minh Tâm",
        ],
        ("Công tác dân vận ở xã Pa Hù", 1, 5),
    ),
    (
        [
            "Bản tin có ký hiệu",
            "Sáng 15/4, Văn phòng in thử bản tin có ký hiệu.",
            "\uf0b7 Một gạch đầu dòng từ Word; xong ✔ chúc mừng",
            "Văn phòng",
        ],
        ("Bản tin có ký hiệu", 1, 1),
    ),
    (
        [
            "Hội nghị tổng kết công tác năm 2019.",
            "Sáng 20/12, Ban Tuyên giáo tổng kết công tác năm.",
            "Hội nghị kết thúc lúc 11 giờ.",
            "Vi Thị Mai",
        ],
        ("Hội nghị tổng kết công tác năm 2019.", 1, 1),
    ),
    (["Giao ban", "Tại hội nghị, các đồng chí trao đổi.", "Minh Tâm"], ("Giao ban", 0, 1)),
]


@pytest.mark.parametrize(("lines", "wanted"), SHORT, ids=lambda one: one[0][:30])
def test_a_short_article_is_one_too(lines: list[str], wanted: tuple[str, int, int]) -> None:
    found = told(*lines)
    assert (found[Role.TITLE], len(found[Role.LEAD]), len(found[Role.BODY])) == ([wanted[0]], *wanted[1:])
    assert found[Role.BYLINE] == [lines[-1]]
    assert found[Role.OUT] == []


def test_a_short_notice_loses_no_sentence() -> None:
    notice = ["Thông báo", "Phòng Khoa giáo chuyển sang tầng 3.", "Các đơn vị biết để liên hệ công tác."]
    found = told(*notice)
    assert [*found[Role.TITLE], *found[Role.LEAD], *found[Role.BODY]] == notice


def test_a_mail_s_greeting_and_thanks_are_none_of_the_article() -> None:
    found = told(
        *("Kính gửi Ban biên tập!", "Em gửi bài ạ.", "Trồng cây đầu xuân"),
        *("Sáng 10/2, xã Pa Hù ra quân trồng 500 cây xanh.", "Xã sẽ chăm sóc số cây này đến hết năm."),
        *("Em cảm ơn ạ.", "Vi Thị Mai", "ĐT: 0912 345 678"),
    )
    assert found[Role.TITLE] == ["Trồng cây đầu xuân"]
    assert len(found[Role.LEAD] + found[Role.BODY]) == 2
    assert found[Role.BYLINE] == ["Vi Thị Mai"]
    assert len(found[Role.OUT]) == 4


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ([TITLE, LEAD, "(09/04/2019)", FIRST, SECOND, BYLINE], date(2019, 4, 9)),
        ([TITLE, *STORY, BYLINE, "09/04/2019"], date(2019, 4, 9)),
        ([TITLE, *STORY, "09/04/2019 | Minh Tâm"], date(2019, 4, 9)),
        ([TITLE, *STORY, BYLINE], None),
        ([TITLE, LEAD, FIRST, SECOND, "Đợt 1 kết thúc 09/04/2019 ở cả năm xã", THIRD, THIRD, SECOND], None),
        ([TITLE, LEAD, piece("Ngày 18/6/2024", heading=2), FIRST, SECOND, BYLINE], None),  # a subhead
    ],
)
def test_a_date_under_the_lead_or_at_the_end(lines: list[str], when: date | None) -> None:
    found = recognise(IntakeDocument(pieces(lines)))
    assert (found.date_line.when if found.date_line else None) == when


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("09/04/2019 | Tác giả: Minh Tâm", "Minh Tâm"),
        ("Bởi: Thu Hà | 09/04/2019 | Tin xây dựng Đảng", "Thu Hà"),
        ("09/04/2019 - Phòng Khoa giáo", "Phòng Khoa giáo"),
        ("09/04/2019 | Xây dựng Đảng", ""),  # a section
        ("09/04/2019 | Admin", ""),
        ("09/04/2019", ""),
    ],
)
def test_who_stands_beside_the_date_wrote(line: str, author: str) -> None:
    found = recognise(IntakeDocument(pieces([TITLE, line, *STORY])))
    assert (found.author, found.date_words) == (author, line)


def test_marks_of_a_source_speak_too() -> None:
    found = told(piece(TITLE, Mark.BOLD), piece(FIRST, Mark.ITALIC), SECOND, THIRD, piece(BYLINE, Mark.BOLD))
    assert (found[Role.TITLE], found[Role.LEAD], found[Role.BYLINE]) == ([TITLE], [FIRST], [BYLINE])


def test_how_long_ago_leaves_no_day() -> None:
    """The day over a site's head is then the reader's, and which day the page was put up is not said."""
    found = told("Thứ Năm, 18/01/2024", "Thời sự", "Kinh tế", TITLE, "3 giờ trước", *STORY)
    assert found[Role.TITLE] == [TITLE]
    assert found[Role.DATE] == []


def test_an_open_letter_keeps_whom_it_is_for_and_has_no_lead() -> None:
    lines = ["Kính gửi: Quý cơ quan và các nhà hảo tâm.", FIRST, SECOND]
    found = told("Thư ngỏ vận động ủng hộ bếp ăn", "04/11/2024", *lines)
    assert (found[Role.LEAD], found[Role.BODY]) == ([], lines)
