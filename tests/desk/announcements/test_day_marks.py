"""The headings of days in every form, with the year that the head gives and the weekday that contradicts."""

from __future__ import annotations

from datetime import date

import pytest

from desk.announcements.dates import DayPart, NoticeDoubt
from desk.announcements.day_marks import days_between, frame, marks
from desk.announcements.letters import Letters

TODAY = date(2025, 4, 13)


def days(text: str) -> list[date | None]:
    return [mark.hit.day for mark in marks(Letters.of(text), TODAY)[0]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Thứ Hai, ngày 14/4/2025", "Thứ Ba, ngày 15/4/2025"),
        ("Thứ hai ngày 14 tháng 4:", "Thứ ba ngày 15 tháng 4:"),
        ("T2 14/4", "T3 15/4"),
        ("14/4 (Thứ Hai)", "15/4 (Thứ Ba)"),
        ("Ngày 14/4:", "Ngày 15/4:"),
        ("* Thứ Hai (14.4)", "* Thứ Ba (15.4)"),
        ("1) Thứ 2 – 14/4:", "2) Thứ 3 – 15/4:"),
        ("Thứ 2\n\n14/4", "Thứ 3\n\n15/4"),
        ("- Ngày 14/4/2025 (sáng Thứ Hai): A", "- Ngày 15/4/2025 (chiều Thứ Ba): B"),
        ("THỨ HAI            14/4", "THỨ BA              15/4"),
    ],
)
def test_each_form_of_heading(first: str, second: str) -> None:
    assert days(f"LỊCH TUẦN 14/4/2025 - 20/4/2025\n{first}\n8h00 Họp\n{second}\n9h00 Họp") == [
        date(2025, 4, 14),
        date(2025, 4, 15),
    ]


def test_a_weekday_alone_is_the_day_of_the_week_that_the_head_names() -> None:
    text = "Lịch tuần (21/4 - 25/4/2025)\nThứ 3:\n8h họp\nThứ 5:\n9h họp"
    assert days(text) == [date(2025, 4, 22), date(2025, 4, 24)]
    found, head = marks(Letters.of(text), TODAY)
    assert (head.first, head.last, head.known) == (date(2025, 4, 21), date(2025, 4, 25), True)
    assert not found[0].hit.doubts


def test_a_week_over_new_year() -> None:
    text = "LỊCH (30/12/2024 – 05/01/2025)\nThứ Hai ngày 30/12\n8h họp\nThứ Năm ngày 02/01\n9h họp"
    assert days(text) == [date(2024, 12, 30), date(2025, 1, 2)]


def test_lunar_days_are_told_by_the_solar_ones_in_brackets() -> None:
    text = (
        "CHƯƠNG TRÌNH\n1. Ngày 14 tháng Giêng (tức ngày 23 tháng 02 năm 2024)\n8h: Lễ\n2. Ngày 15 tháng "
        "Giêng (tức ngày 24 tháng 02 năm 2024)\n9h: Lễ"
    )
    assert days(text) == [date(2024, 2, 23), date(2024, 2, 24)]


def test_days_together_and_inside_a_line() -> None:
    (first, second), _ = marks(
        Letters.of("Sự kiện\n- Ngày 3 và 4.11: Giám sát\n- Sáng 5.11: Họp"), date(2021, 11, 1)
    )
    assert (first.hit.day, first.hit.last) == (date(2021, 11, 3), date(2021, 11, 4))
    assert (second.hit.day, second.part) == (date(2021, 11, 5), DayPart.MORNING)
    assert days("Lịch tuần từ 14/4 đến 18/4: Thứ 2 (14/4): 8 giờ, họp. Thứ 3 (15/4): 9 giờ, họp.") == [
        date(2025, 4, 14),
        date(2025, 4, 15),
    ]


def test_a_wrong_weekday_is_doubted() -> None:
    found, _ = marks(Letters.of("LỊCH\nThứ Hai, 15/4/2025\n8h họp\nThứ Tư, 16/4/2025\n9h họp"), TODAY)
    assert found[0].hit.doubts == ((NoticeDoubt.WEEKDAY, "thứ Hai"),)
    assert not found[1].hit.doubts


def test_a_notice_is_no_schedule() -> None:
    assert days("Kính mời dự họp lúc 8h00 thứ Hai, ngày 14/4/2025 tại Phòng 1") == []
    assert days("Ngày 10/4/2025, Ban có Công văn số 12. Kính mời dự họp 8h00 ngày 14/4/2025") == []


def test_a_titles_own_day() -> None:
    assert days("Lịch làm việc ngày 14/4/2025\n- 8 giờ, họp\n- 14 giờ, họp") == [date(2025, 4, 14)]


def test_each_day_ends_where_the_next_begins() -> None:
    text = "LỊCH\nThứ Hai, 14/4/2025\n8h họp\nThứ Ba, 15/4/2025\n9h họp"
    found, _ = marks(Letters.of(text), TODAY)
    assert [(mark.start, stop) for mark, stop in days_between(found)] == [(5, 31), (31, -1)]


def test_the_frame_of_a_head_without_a_range() -> None:
    assert frame("lich cong tac thang 5 nam 2024", 30, TODAY).year == 2024
    assert not frame("lich cong tac", 13, TODAY).known


@pytest.mark.parametrize(
    "text",
    [
        "LỊCH\nNgày 14/4, 8h: Họp A\nNgày 15/4, cả ngày: Đi B",
        "LỊCH\n14.4 (Hai) 9h họp A\n15.4 (Ba) 15h họp B",
    ],
)
def test_days_with_their_hour_or_their_weekday_in_brackets(text: str) -> None:
    assert days(text) == [date(2025, 4, 14), date(2025, 4, 15)]


def test_days_without_a_year_are_those_nearest_to_today() -> None:
    told = "LỊCH (TỪ 29/12 - 02/01)\nThứ Hai, 29/12:\n8h: A\nThứ Sáu, 02/01:\n9h: B"
    found, head = marks(Letters.of(told), date(2025, 12, 30))
    assert [mark.hit.day for mark in found] == [date(2025, 12, 29), date(2026, 1, 2)]
    assert head.first == date(2025, 12, 29)


def test_weekdays_alone_on_friday_are_next_weeks() -> None:
    found, _ = marks(Letters.of("Lịch tuần:\nT2: 8h họp A\nT6: 9h họp B"), date(2025, 4, 18))
    assert [mark.hit.day for mark in found] == [date(2025, 4, 21), date(2025, 4, 25)]
