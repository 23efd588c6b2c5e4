"""One notice: which of its dates and hours are the meeting's, and what a person should look at."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.announcements.dates import DayPart, NoticeDoubt
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import MeetingFound
from desk.announcements.one_notice import NoticePart, read_one
from desk.announcements.reader import read_notice

TODAY = date(2019, 4, 8)


def one(text: str, today: date = TODAY) -> MeetingFound:
    return read_one(Letters.of(text), NoticePart(0, len(text)), today)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("8h00 thứ Ba, ngày 15/4/2019", NoticeDoubt.WEEKDAY),
        ("8h00 ngày 15/4/2019 (T6)", NoticeDoubt.WEEKDAY),
        ("từ thứ Ba ngày 29/4 đến thứ Năm ngày 02/5/2019", NoticeDoubt.WEEKDAY),
        ("8h00 ngày 31/4/2019", NoticeDoubt.BAD_DATE),
        ("8h00 ngày 10 tháng 3 năm 2019 âm lịch", NoticeDoubt.DATE_GUESSED),
        ("sáng 15/4/2019 và sáng 17/4/2019", NoticeDoubt.DATE_GUESSED),
        ("14h00 đến 11h00 ngày 15/4/2019", NoticeDoubt.END_BEFORE_START),
        ("tuần sau", NoticeDoubt.NO_DATE),
    ],
)
def test_what_is_odd_is_said(words: str, doubt: NoticeDoubt) -> None:
    (found,) = read_notice(f"Kính mời dự Hội nghị sơ kết.\nThời gian: {words}\nĐịa điểm: A", TODAY)
    assert doubt in {one for one, _ in found.doubts}


def test_cited_papers_and_anniversaries_are_not_the_day() -> None:
    found = one(
        "Thực hiện Kế hoạch ngày 01/4/2019, kỷ niệm ngày truyền thống (01/8/1930 - 01/8/2019),\n"
        "Kính mời dự Hội nghị sơ kết ngày 15/4/2019 tại Phòng 1"
    )
    assert found.date == date(2019, 4, 15)
    assert found.doubts == ((NoticeDoubt.NO_TIME, ""),)


def test_the_paper_s_own_date_gives_the_year_and_is_not_the_day() -> None:
    found = one(
        "Hà Giang, ngày 20 tháng 12 năm 2018\n\nGIẤY MỜI\nKính mời dự Hội nghị tổng kết.\n"
        "Lúc 8h00 ngày 25/12 tại Phòng 1",
        date(2018, 12, 21),
    )
    assert (found.date, found.start) == (date(2018, 12, 25), time(8))
    assert found.doubts == ((NoticeDoubt.YEAR_GUESSED, "2018"),)


def test_a_day_long_past_is_next_years() -> None:
    text = "Mời họp giao ban 8h00 ngày 05/01 tại Phòng 1."
    assert one(text, date(2019, 12, 20)).date == date(2020, 1, 5)
    assert one(text, date(2019, 5, 4)).date == date(2019, 1, 5)  # 119 days
    assert one(text, date(2019, 5, 5)).date == date(2020, 1, 5)
    assert one(text.replace("05/01", "05/01/2019"), date(2019, 12, 20)).date == date(2019, 1, 5)


def test_a_meeting_put_to_another_day_is_on_that_day_with_a_doubt() -> None:
    found = one("Hội nghị sơ kết ngày 15/4/2019 chuyển sang 14 giờ 00 ngày 17/4/2019 tại Phòng 1.")
    assert (found.date, found.start) == (date(2019, 4, 17), time(14))
    assert (NoticeDoubt.DATE_GUESSED, "15/04/2019") in found.doubts


def test_opening_and_closing_hours_are_begin_and_end() -> None:
    found = one(
        "Kính mời dự Hội nghị.\nThời gian: ngày 15/4/2019, đón tiếp 7h00, khai mạc lúc: 8h00, bế mạc lúc: 11h00\n"
    )
    assert (found.start, found.end) == (time(8), time(11))
    deadline = one("Kính mời dự Hội nghị. Gửi trước 17h00 ngày 12/4/2019. Thời gian: 8h00 ngày 15/4/2019")
    assert deadline.start == time(8)


def test_a_part_of_day_that_contradicts_its_hour_is_a_doubt() -> None:
    for words, odd in (
        ("14h00 sáng", True),
        ("11h00 chiều", False),
        ("8h00 sáng", False),
        ("12h00 sáng", True),
    ):
        found = one(f"Kính mời dự Hội nghị.\nThời gian: {words} ngày 15/4/2019\n")
        assert (NoticeDoubt.PART in {doubt for doubt, _ in found.doubts}) is odd, words


def test_an_end_at_the_begin_is_a_doubt_but_not_over_several_days() -> None:
    text = "Kính mời dự Hội nghị.\nThời gian: 8h00 - 8h00 ngày {}\n"
    assert one(text.format("15/4/2019")).doubts == ((NoticeDoubt.END_BEFORE_START, "08:00 – 08:00"),)
    assert one(text.format("15/4 đến 16/4/2019")).doubts == ()


def test_days_with_hours_at_both_ends() -> None:
    found = one("Kính mời dự Lớp tập huấn.\nThời gian: từ 7h30 ngày 15/4 đến 11h00 ngày 16/4/2019\n")
    assert (found.date, found.last) == (date(2019, 4, 15), date(2019, 4, 16))
    assert (found.start, found.end) == (time(7, 30), time(11))


def test_a_text_that_says_nothing_says_so() -> None:
    found = one("Kính gửi các đồng chí.")
    assert [doubt for doubt, _ in found.doubts] == [
        NoticeDoubt.NO_DATE,
        NoticeDoubt.NO_TIME,
        NoticeDoubt.NO_TITLE,
    ]
    half = one("Kính mời dự Hội nghị.\nThời gian: chiều ngày 15/4/2019\n")
    assert (half.part, half.start, half.doubts) == (DayPart.AFTERNOON, None, ())


@pytest.mark.parametrize(
    ("text", "title", "place", "chair"),
    [
        (
            "Giấy mời số 19 ngày 03/4/2019 mời dự Hội thảo “Nông sản” có in sai giờ. Đã in là: 8h00 ngày 11/4/2019. "
            "Nay sửa lại là: 13h30 ngày 11/4/2019. Địa điểm: Hội trường Sở; chủ trì là đồng chí Khúc Thị Mừng.",
            "Hội thảo “Nông sản”",
            "Hội trường Sở",
            ["Khúc Thị Mừng"],
        ),
        (
            "Do trùng lịch họp Tỉnh ủy, phiên họp thứ ba của Ủy ban sẽ họp vào 14h00 ngày 9/4/2019. Địa điểm: P4",
            "phiên họp thứ ba của Ủy ban",
            "P4",
            [],
        ),
        (
            "Lễ trao giải sẽ không tổ chức tối 17/4/2019 mà lùi lại đến 20h00 ngày 24/4/2019; "
            "địa điểm vẫn tại Nhà hát Lam Sơn, truyền hình trực tiếp.",
            "Lễ trao giải",
            "Nhà hát Lam Sơn",
            [],
        ),
        (
            "Họp tổng kết quý dời từ sáng thứ 5 sang 15h chiều thứ 6 (12/4/2019), phòng 405, chị Nga chủ trì nhé!",
            "Họp tổng kết quý",
            "phòng 405",
            ["Nga"],
        ),
        (
            "\u23f0 19h30 ngày 12/4/2019\n\U0001f4cd Nhà văn hóa tổ 8\nTổ họp các hộ. Tập trung ở sân rồi vào.",
            "họp các hộ",
            "Nhà văn hóa tổ 8",
            [],
        ),
    ],
)
def test_names_places_and_chairs_of_changes_and_messages(
    text: str, title: str, place: str, chair: list[str]
) -> None:
    found = one(text)
    assert (found.title, found.place, [name for name, _ in found.chairs]) == (title, place, chair)
