"""Schedules in tables of every shape."""

from __future__ import annotations

from datetime import date, time

from desk.announcements.dates import DayPart, NoticeDoubt
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import ChangeKind, MeetingFound
from desk.announcements.tables import read_tables

TODAY = date(2025, 4, 12)


def read(text: str) -> list[MeetingFound]:
    found = read_tables(Letters.of(text), TODAY)
    assert found is not None
    return found


def test_a_meeting_a_row() -> None:
    found = read(
        "LỊCH TUẦN (14/4 - 18/4/2025)\nThứ\tBuổi\tGiờ\tNội dung\tĐịa điểm\tChủ trì\n"
        "Thứ Hai 14/4\tSáng\t7h30\tHội ý\tP1\tBí thư\n\t\t9h00 - 10h00\tHọp (tiếp)\tP2\tÔng Lê "
        "Bình\n\tChiều\t\tDự tổng kết\t\t"
    )
    assert [(one.title, one.start, one.end, one.part, one.place) for one in found] == [
        ("Hội ý", time(7, 30), None, DayPart.MORNING, "P1"),
        ("Họp (tiếp)", time(9), time(10), DayPart.MORNING, "P2"),
        ("tổng kết", None, None, DayPart.AFTERNOON, ""),
    ]
    assert {one.date for one in found} == {date(2025, 4, 14)}
    assert found[1].chairs == (("Lê Bình", ""),)


def test_sessions_leaders_and_turned_tables() -> None:
    sessions = "Thứ\tSáng\tChiều\nHai 14/4\t7h: Chào cờ; 8h: Họp (P.HT)\t\nBa 15/4\t\t15h: Họp tổ"
    assert [(one.title, one.part) for one in read(f"LỊCH 2025\n{sessions}")] == [
        ("Chào cờ", DayPart.MORNING),
        ("Họp", DayPart.MORNING),
        ("Họp tổ", DayPart.AFTERNOON),
    ]
    leaders = (
        "Thứ\tBuổi\tBí thư\tPhó Bí thư\nHai 14/4\tSáng\t8h: Giao ban\t8h: Giao ban\n\tChiều\t14h: Họp "
        "A\t15h: Họp B"
    )
    assert [one.title for one in read(f"LỊCH 2025\n{leaders}")] == ["Giao ban", "Họp A", "Họp B"]
    turned = "\tT2 (14/4)\tT3 (15/4)\nS\t7h Giao ban (HT)\t-\nC\t-\t13h30 Tập huấn"
    assert [(one.title, one.date, one.place) for one in read(f"LỊCH 2025\n{turned}")] == [
        ("Giao ban", date(2025, 4, 14), "HT"),
        ("Tập huấn", date(2025, 4, 15), ""),
    ]


def test_a_name_and_a_place_for_all_rows() -> None:
    found = read(
        "LỊCH TIẾP XÚC CỬ TRI\nĐịa điểm: Hội trường A\nSTT |Xã |Thời gian\n1 |A "
        "|8 giờ ngày 22-4-2025\n2 |B |14 giờ ngày 23-4-2025"
    )
    assert [(one.title, one.date, one.place) for one in found] == [
        ("TIẾP XÚC CỬ TRI", date(2025, 4, 22), "Hội trường A"),
        ("TIẾP XÚC CỬ TRI", date(2025, 4, 23), "Hội trường A"),
    ]


def test_changes_in_cells() -> None:
    found = read(
        "LỊCH 2025\nThứ\tGiờ\tNội dung\tĐịa điểm\nHai 14/4\t7h00 → 6h00\tRa khơi\tCảng\nBa "
        "15/4\t9h\tHọp\tPH2 đổi thành PH1"
    )
    assert found[0].start == time(6)
    assert found[1].place == "PH1"
    assert found[1].change is not None
    assert found[1].change.kind is ChangeKind.PLACE
    assert (NoticeDoubt.PLACE_CHANGED, "") in found[1].doubts


def test_text_without_a_table_is_none() -> None:
    assert read_tables(Letters.of("Kính mời dự họp"), TODAY) is None
    assert read_tables(Letters.of("a\tb\nc\td"), TODAY) is None


def test_what_leaders_have_in_common_is_one_meeting_and_hours_are_no_weekdays() -> None:
    found = read(
        "Thời gian\tChủ tịch\tPhó Chủ tịch\n"
        "Sáng thứ Hai 14/4\t7h30 Họp giao ban (P1)\t7h30 Họp giao ban (P1)\n"
        "Chiều thứ Hai 14/4\t14h00 Tiếp dân (P2)\t"
    )
    assert [(one.title, one.start, one.place) for one in found] == [
        ("Họp giao ban", time(7, 30), "P1"),
        ("Tiếp dân", time(14), "P2"),
    ]
    (other,) = read("Ngày | Giờ | Nội dung\nThứ Ba 15/4 | 7:30 - 11:30 | Tập huấn\nThứ Tư 16/4 | | ")
    assert (other.date, other.end) == (date(2025, 4, 15), time(11, 30))


def test_a_day_over_several_rows_and_a_dash_in_a_name() -> None:
    found = read(
        "Thứ ngày | Giờ | Nội dung | Chủ trì | Địa điểm\n"
        "Thứ Hai 14/4 | 7:30 | Giao ban Đảng ủy - Ban Giám hiệu | Bí thư | PH2\n"
        "9:45 | Họp B | Hiệu trưởng | PH3"
    )
    assert [(one.title, one.date, one.place) for one in found] == [
        ("Giao ban Đảng ủy - Ban Giám hiệu", date(2025, 4, 14), "PH2"),
        ("Họp B", date(2025, 4, 14), "PH3"),
    ]
