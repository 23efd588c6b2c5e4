"""A day's text cut into its meetings."""

from __future__ import annotations

import pytest

from desk.announcements.dates import DayPart
from desk.announcements.day_entries import entries
from desk.announcements.letters import Letters


def cut(text: str) -> list[str]:
    letters = Letters.of(text)
    return [letters.words(one.start, one.stop) for one in entries(letters, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("8h00: Họp A\n14h00: Họp B", ["8h00: Họp A", "14h00: Họp B"]),
        ("- Đ/c Hạnh: 8h00 họp A; 14h dự họp B", ["8h00 họp A;", "14h dự họp B"]),
        ("Sáng: - Họp A\n- Họp B", ["Họp A", "Họp B"]),
        ("S: 8h họp A + 9h30 họp B", ["8h họp A", "9h30 họp B"]),
        ("sáng tiêm chủng tại trạm, chiều 14h họp", ["tiêm chủng tại trạm", "14h họp"]),
        ("- 8 giờ, họp A. Địa điểm: P1 - 14 giờ, họp B", ["8 giờ, họp A. Địa điểm: P1", "14 giờ, họp B"]),
        ("◦ 08g00\nNội dung: Họp\nĐịa điểm: P1", ["08g00 Nội dung: Họp Địa điểm: P1"]),
        ("Họp A, lúc 14 giờ.\nThăm B, từ 9 giờ.", ["Họp A, lúc 14 giờ.", "Thăm B, từ 9 giờ."]),
        ("8h họp A\n--- Trang 2 ---\n9h họp B", ["8h họp A", "9h họp B"]),
        ("8h họp A\nNơi nhận:\n- Như trên", ["8h họp A"]),
        ("Không có lịch", []),
        ("7h30 chào cờ, sau đó hội ý", ["7h30 chào cờ", "hội ý"]),
    ],
)
def test_where_meetings_begin(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


def test_sessions_and_people_hold_for_what_follows() -> None:
    text = "Giám đốc:\nSáng: 8h họp A\nChiều:\n- họp B"
    letters = Letters.of(text)
    first, second = entries(letters, 0, len(text))
    assert (first.part, second.part) == (DayPart.MORNING, DayPart.AFTERNOON)
    assert first.person is not None
    assert letters.words(*first.person) == "Giám đốc"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("- Sáng (8h): Hội ý; (9h): Làm việc với Ban", ["(8h): Hội ý", "(9h): Làm việc với Ban"]),
        ("Họp A (14h00, P.206). Họp B (15h30, P.204).", ["Họp A (14h00, P.206)", "Họp B (15h30, P.204)."]),
        (
            "Họp giao ban (8h, P1); PGĐ Dũng kiểm tra X (14h)",
            ["Họp giao ban (8h, P1)", "PGĐ Dũng kiểm tra X (14h)"],
        ),
        ("8h00: Họp A\nCác ngày còn lại làm việc tại cơ quan", ["8h00: Họp A"]),
    ],
)
def test_meetings_of_one_line(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_line_in_capitals_before_an_hour_says_whose_meetings_follow() -> None:
    letters = Letters.of("SÁNG\nPHÓ CHỦ TỊCH VŨ NHẬT\n07:30 Kiểm tra kỳ thi")
    (entry,) = entries(letters, 0, len(letters.text))
    assert entry.person is not None
    assert letters.words(*entry.person) == "PHÓ CHỦ TỊCH VŨ NHẬT"


def test_both_sessions_stand_for_the_day() -> None:
    letters = Letters.of("- Sáng, chiều: Giám sát tại huyện X")
    (entry,) = entries(letters, 0, len(letters.text))
    assert entry.part is DayPart.DAY


def test_a_label_told_again_begins_the_next_meeting_and_a_place_is_no_furniture() -> None:
    text = (
        "Thời gian: 07:30\nNội dung: Chào cờ\nĐịa điểm: Sân\nThời gian: Sáng\nNội dung: Họp\nVị trí: UBND xã"
    )
    assert cut(text) == [
        "Thời gian: 07:30 Nội dung: Chào cờ Địa điểm: Sân",
        "Thời gian: Sáng Nội dung: Họp Vị trí: UBND xã",
    ]
    assert cut("8g30 dự lễ tại bến phà; chiều làm việc tại cơ quan") == [
        "8g30 dự lễ tại bến phà",
        "làm việc tại cơ quan",
    ]


def test_a_session_after_a_stop_begins_another() -> None:
    assert cut("Sáng: kiểm tra hồ sơ lớp A. Chiều: 15h họp BGH.") == ["kiểm tra hồ sơ lớp A", "15h họp BGH."]
