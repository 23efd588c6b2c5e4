"""The date line of a page: which day it says, whether its weekday is true, what else stands on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.edition.edition import date_line
from desk.intake.recogniser.date_line import DateLine, read_date_line

DAY = date(2019, 4, 9)  # a Tuesday, thứ ba


@pytest.mark.parametrize(
    "line",
    [
        "Thứ 3 Ngày 09/04/2019",
        "Thứ ba, 9-4-2019",
        "Thứ Ba, ngày 9/4/2019",
        "(09/04/2019)",
        "09.04.2019",
        "09 – 04 – 2019",
        "T3 09/04/2019",
        "09/04/19",
        "2019-04-09",
        "Ngày 9 tháng 4 năm 2019",
        "Thứ Ba, ngày 09 tháng Tư năm 2019",
        "09 Tháng 4 2019",
        "9 th. 4, 2019",
        "Tháng Tư 9, 2019",
        "Tháng 4 9, 2019",
        "9 Apr 2019",
        "Apr 9th, 2019",
        "April 9, 2019",
        "Lượt xem: 1.250 | 09/04/2019",
        "09/04/2019 - 120 lượt xem",
        "09/04/2019 | Admin",
        "09/04/2019 (12 bình luận)",
        "09 04 2019",
        "Date 09/04/2019",
    ],
)
def test_a_line_that_holds_a_date_and_what_belongs_to_it(line: str) -> None:
    assert read_date_line(line) == DateLine(DAY)


@pytest.mark.parametrize(
    "line",
    [
        "Thứ ba, 09/04/2019 | 08:30",
        "T3 09.04.2019 | 14:30 GMT+7",
        "09/04/2019 8:30 CH",
        "04:35 09/04/2019",
        "09/04/2019, 13h50'",
        "09/04/2019 14 giờ 05 phút",
        "Thứ Ba, 9/4/2019 14:46'(GMT+7)",
        "Thứ ba, 09/04/2019, 15:03 [GMT+7]",
        "2019-04-09T08:30:00+07:00",
        "2019-04-09T01:30:00Z",
        "Lúc 07:50 ngày 09/04/2019",
        "10:41:05 AM 09/04/2019 | Lượt xem: 361 |",
    ],
)
def test_the_hour_is_taken_with_the_day(line: str) -> None:
    assert read_date_line(line) == DateLine(DAY, timed=True)


@pytest.mark.parametrize(
    ("line", "posted", "updated"),
    [
        ("Ngày đăng: 09/04/2019", True, False),
        ("Đăng ngày 09/04/2019", True, False),
        ("Gửi lúc: 09/04/2019", True, False),
        ("Posted on 09/04/2019", True, False),
        ("Cập nhật ngày: 09/04/2019", False, True),
        ("Lần cập nhật cuối: 09/04/2019", False, True),
        ("Đăng ngày 09/04/2019 - Cập nhật 11/04/2019", True, True),
        ("Cập nhật 11/04/2019 - Đăng 09/04/2019", True, True),  # the day it was put up, in whichever order
        ("09/04/2019", False, False),
    ],
)
def test_a_page_says_when_it_was_put_up_and_when_changed(line: str, posted: bool, updated: bool) -> None:
    assert read_date_line(line) == DateLine(DAY, posted=posted, updated=updated)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Thứ tư, 09/04/2019", DateLine(DAY, weekday_true=False)),
        ("Thứ tư, 31/04/2019", DateLine(None)),  # no day, so no weekday of it
        ("Chủ nhật, 07/04/2019", DateLine(date(2019, 4, 7))),
        ("CN 07/04/2019", DateLine(date(2019, 4, 7))),
        ("Chủ nhật Ngày 09/04/2019", DateLine(DAY, weekday_true=False)),
        ("09/04/2019, Thứ Hai", DateLine(DAY, weekday_true=False)),
        ("Thứ bẩy, 13/04/2019", DateLine(date(2019, 4, 13))),
        ("Thứ 3 Ngày 32/04/2019", DateLine(None)),
        ("31/04/2019", DateLine(None)),
        ("29/02/2019", DateLine(None)),
        ("Ngày 10 tháng mười một năm 2019", DateLine(date(2019, 11, 10))),
        ("Ngày 10 tháng mười hai năm 2019", DateLine(date(2019, 12, 10))),
        ("Ngày 10 tháng giêng năm 2019", DateLine(date(2019, 1, 10))),
        ("Ngày 10 tháng chạp năm 2019", DateLine(date(2019, 12, 10))),
    ],
)
def test_weekdays_months_in_words_and_days_that_do_not_exist(line: str, wanted: DateLine) -> None:
    assert read_date_line(line) == wanted


@pytest.mark.parametrize("word", ["hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy"])
def test_every_weekday_has_its_word(word: str) -> None:
    monday = date(2019, 4, 8)
    at = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}[word]
    for day in range(7):
        when = monday + timedelta(day)
        assert read_date_line(f"Thứ {word}, {when:%d/%m/%Y}") == DateLine(when, weekday_true=day == at)


MONTHS = {
    **{"một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7},
    **{"tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12},
}


@pytest.mark.parametrize(("word", "month"), MONTHS.items())
def test_every_month_has_its_word(word: str, month: int) -> None:
    assert read_date_line(f"Ngày 9 tháng {word} năm 2019") == DateLine(date(2019, month, 9))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_english_name(month: int) -> None:
    name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    assert read_date_line(f"{name[month - 1]} 9, 2019") == DateLine(date(2019, month, 9))
    assert read_date_line(f"9 {name[month - 1][:3]} 2019") == DateLine(date(2019, month, 9))


@pytest.mark.parametrize(
    ("line", "place", "rest"),
    [
        ("Phong Sơn, ngày 9 tháng 4 năm 2019", "Phong Sơn", ""),
        ("TP. Phong Sơn, ngày 09 tháng 4 năm 2019", "TP. Phong Sơn", ""),
        ("Thứ Ba, ngày 9 tháng 4 năm 2019", "", ""),
        ("Phong Sơn 9/4/2019", "", "Phong Sơn"),
        ("09/04/2019 | Minh Tâm", "", "Minh Tâm"),
        ("Minh Tâm - 09/04/2019", "", "Minh Tâm"),
        ("Bởi: Thu Hà | 09/04/2019 | Tin xây dựng Đảng", "", "Bởi: Thu Hà | Tin xây dựng Đảng"),
        ("Ngày 09/04/2019, Ban Tuyên giáo họp", "", "Ban Tuyên giáo họp"),
        ("ĐĂNG HẢI - LÝ THU 09/04/2019", "", "ĐĂNG HẢI - LÝ THU"),
        ("Đăng Minh Tâm 09/04/2019", "", "Đăng Minh Tâm"),
    ],
)
def test_the_place_of_a_letter_and_who_stands_beside_the_date(line: str, place: str, rest: str) -> None:
    assert read_date_line(line) == DateLine(DAY, place=place, rest=rest)


@pytest.mark.parametrize(
    "line", ["Hôm nay, thứ ba 09/04/2019", "Today: 09/04/2019", "Hotline 0200 - 09/04/2019"]
)
def test_the_day_on_which_the_page_is_read_is_not_the_article_s(line: str) -> None:
    assert read_date_line(line) == DateLine(DAY, today=True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Thứ 3",
        "9/4",
        "Quý I năm 2019",
        "Giai đoạn 2015-2020",
        "Đã năm mùa đông bản không còn ai đói",  # “năm” is five here
        "Ngày 10 tháng 3 năm Kỷ Hợi",
        "Số 12/2019/NQ-HĐND",
        "0912.345.2019",
        "Tháng Tư năm 2019",
        "Sáng ngày 9/4/2019, tại hội trường UBND xã Pú Cằng, Trạm Khuyến nông huyện Bản Tòng tổ chức lớp tập huấn "
        "kỹ thuật chăm sóc cây mắc ca.",  # a paragraph, not a line
    ],
)
def test_other_lines_say_no_day(line: str) -> None:
    assert read_date_line(line) is None


def test_a_line_of_22_words_may_still_be_a_date_line() -> None:
    words = ("hoa " * 21).strip()
    assert read_date_line(f"09/04/2019 {words}") == DateLine(DAY, rest=words)
    assert read_date_line(f"09/04/2019 {words} hoa") is None


@given(st.dates(date(1930, 2, 3), date(2100, 1, 1)))
def test_our_own_date_line_is_read_back(when: date) -> None:
    assert read_date_line(date_line(when)) == DateLine(when)


@given(st.dates(date(1930, 2, 3), date(2100, 1, 1)))
def test_a_letter_s_date_is_read_back(when: date) -> None:
    line = f"Phong Sơn, ngày {when.day} tháng {when.month} năm {when.year}"
    assert read_date_line(line) == DateLine(when, place="Phong Sơn")
