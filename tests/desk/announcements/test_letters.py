"""Three readings of a text of equal length, with the lines joined that a page's edge cut."""

from __future__ import annotations

import pytest

from desk.announcements.letters import Letters


def test_the_three_readings_are_of_equal_length() -> None:
    text = "> Thứ\u00a0Hai,\n\t14/4 – Đ/c ẨN “họp” 🙏"
    letters = Letters.of(text)
    assert len(letters.text) == len(letters.low) == len(letters.bare) == len(text)
    assert letters.text.startswith("  Thứ Hai,")
    assert "thu hai" in letters.bare
    assert letters.words(0, 12) == "Thứ Hai,"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("1-", "08h30: Họp"),
        ("* Thứ", "Ba: 25/3"),
        ("- Địa", "điểm: Phòng 1"),
        ("14h00: Họp thông qua hồ sơ (Văn phòng", "Sở chuẩn bị)"),
        ("09h00: Giám đốc Sở dự họp về việc cải", "tạo tầng 21"),
        ("Bắt đầu từ 14 giờ 00, thứ Sáu, ngày", "09 tháng 5"),
    ],
)
def test_a_cut_line_goes_on(before: str, line: str) -> None:
    assert Letters.of(f"{before}\n{line}").text == f"{before} {line}"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("LỊCH CỦA HUYỆN TÂN CHÂU THÀNH", "THỨ BẢY, NGÀY 25/3/2023"),
        ("- Thời gian: 14h00 cùng ngày", "- Địa điểm: như trên"),
        ("a. Lúc 07.30: Chào cờ, thông báo chính trị", "b. Lúc 13.30: Giao ban"),
        ("- Địa điểm: Trường Chính trị tỉnh miền núi", "đến 17h00: Hội nghị"),
        ("Thứ\tHai", "14/4\tx"),
    ],
)
def test_a_new_line_stays_one(before: str, line: str) -> None:
    assert "\n" in Letters.of(f"{before}\n{line}").text


def test_the_head_of_a_mail_and_the_hour_of_posting_are_blanks() -> None:
    text = "Sent: Monday, May 19, 2025 9:12 AM\nThứ 4, 29/07/2020 | 09:26 SA\nNgày đăng : 08:47, 01/11/2021\nHọp 8h00"
    assert Letters.of(text).text.split() == ["Họp", "8h00"]
    assert Letters.of("Thứ Hai, 14/4/2025, 8:00 họp").text.startswith("Thứ Hai")


def test_a_word_that_only_looks_like_the_at_of_a_place_is_told_apart() -> None:
    assert "taj san" in Letters.of("kiểm kê tài sản tại P1").bare
    assert "tai p1" in Letters.of("kiểm kê tài sản tại P1").bare
    assert "tai lieu" in Letters.of("tài liệu").bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("07.00: Chào cờ\n07.10 - 8.30: Họp", "07:00: chao co\n07:10 - 8:30: hop"),
        ("07.00-11.00: Họp", "07:00-11:00: hop"),
        ("Thứ hai, 18.3:\n10.05: Lịch", "thu hai, 18.3:\n10.05: lich"),
        ("Họp lúc 14.30 về 1.50 tỷ đồng", "hop luc 14:30 ve 1.50 ty dong"),
    ],
)
def test_hours_with_a_dot_are_told_from_days_and_numbers(text: str, bare: str) -> None:
    assert Letters.of(text).bare == bare


def test_marks_of_emphasis_odd_bullets_and_houses_are_levelled() -> None:
    text = "► *Họp* _Sáng:_ A ▸ B\n\U0001f3db Hội trường"
    assert Letters.of(text).text == "•  Họp   Sáng:  A – B\n\U0001f4cd Hội trường"


def test_the_line_of_a_posting_is_no_hour_of_a_meeting() -> None:
    told = "Tạm hoãn tiếp công dân\n13/12/2024 16:20\nTheo lịch, lúc 8h00 ngày 17/12/2024 tiếp công dân"
    assert "16:20" not in Letters.of(told).text
    assert "16:20" in Letters.of("Họp Ban\n13/12/2024 16:20\nTại phòng 1").text


def test_a_line_that_ends_in_the_middle_of_a_phrase_goes_on() -> None:
    assert "tai cong vien" in Letters.of("Kiểm tra hội chợ tại\nCông viên 26/3").bare


def test_a_storm_and_a_car_are_no_place() -> None:
    assert " tai " not in Letters.of("Thiên tai và ô tô tải").bare + " "
