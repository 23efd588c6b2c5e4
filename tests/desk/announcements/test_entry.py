"""One meeting, read from its words."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.announcements.dates import DateHit, DayPart, NoticeDoubt
from desk.announcements.day_entries import Entry
from desk.announcements.entry import read_entry
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import MeetingFound

DAY = DateHit(0, 0, date(2025, 4, 14))


def read(text: str, part: DayPart | None = None, *, placed: bool = False) -> MeetingFound:
    return read_entry(Letters.of(text), Entry(0, len(text), part), DAY, placed=placed)


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        ("8h00: Họp giao ban (Phòng họp 1)", "Họp giao ban", "Phòng họp 1"),
        (
            "8 giờ, Phó Chủ tịch Lương Thu Hà dự Hội thảo khoa học. Điểm tại Hội trường A. NC",
            "Hội thảo khoa học",
            "Hội trường A",
        ),
        (
            "14h – Hội đồng xét khen thưởng - P. họp 1 - đ/c Hiệu trưởng CT",
            "Hội đồng xét khen thưởng",
            "P. họp 1",
        ),
        ("7h30 – Giao ban / Hội trường tầng 5 / Ô. An (GĐ)", "Giao ban", "Hội trường tầng 5"),
        ("7g30: tại Hội trường UBND xã, dự họp giao ban", "họp giao ban", "Hội trường UBND xã"),
        ("Họp Ban Thường vụ (14h, phòng họp). Dự: các đ/c", "Họp Ban Thường vụ", "phòng họp"),
        (
            "Khai mạc giải bóng chuyền tại Nhà văn hóa, vào 19 giờ 00.",
            "Khai mạc giải bóng chuyền",
            "Nhà văn hóa",
        ),
    ],
)
def test_names_and_places(text: str, title: str, place: str) -> None:
    found = read(text)
    assert (found.title, found.place) == (title, place)
    assert found.start is not None


def test_who_presides() -> None:
    assert read("8h: Giao ban. P1. Chủ trì: BSCKII Đặng Quý Thọ").chairs[0][0] == "Đặng Quý Thọ"
    assert read("15h30: Thẩm định đề án, P.403, đ/c Tuyết chủ trì.").chairs == (("Tuyết", ""),)
    assert read("8h: Giao ban toàn viện, HT A (BS. Khôi CT)").chairs[0][0] == "Khôi"


def test_the_session_of_the_heading_gives_way_to_the_hour() -> None:
    assert read("15h30: Kiểm tra", DayPart.MORNING).part is None
    assert read("8h30: Kiểm tra", DayPart.MORNING).part is DayPart.MORNING
    assert read("Kiểm tra chốt rừng, cả ngày.").part is DayPart.DAY


def test_a_place_told_elsewhere_leaves_the_name_whole() -> None:
    assert read("8h: Chất vấn tại kỳ họp (tiếp)", placed=True).title == "Chất vấn tại kỳ họp (tiếp)"


def test_without_hour_and_session_there_is_a_doubt() -> None:
    assert (NoticeDoubt.NO_TIME, "") in read("Họp chi bộ").doubts
    assert read("đến 17h00: Hội nghị").end == time(17)


def test_ends_before_it_starts() -> None:
    assert NoticeDoubt.END_BEFORE_START in {doubt for doubt, _ in read("14h00 - 11h00: Họp").doubts}


def test_a_label_may_name_the_session_and_a_place_need_no_colon() -> None:
    text = "Thời gian: Sáng\nNội dung: Dự Kỳ họp\nVị trí: Hội trường"
    one = read_entry(Letters.of(text), Entry(0, len(text)), None)
    assert (one.part, one.place, one.title) == (DayPart.MORNING, "Hội trường", "Kỳ họp")
    other = "8h00 (Thường trực): Giao ban cơ quan, địa điểm phòng họp tầng 4."
    assert read_entry(Letters.of(other), Entry(0, len(other)), None).place == "phòng họp tầng 4"


def test_labels_of_other_words() -> None:
    text = "Giờ: 8h00\nViệc: Họp giao ban\nNơi họp: Phòng 2"
    one = read_entry(Letters.of(text), Entry(0, len(text)), None)
    assert (one.start, one.title, one.place) == (time(8), "Họp giao ban", "Phòng 2")
