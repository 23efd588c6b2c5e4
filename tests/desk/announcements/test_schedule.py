"""Day blocks, and what a schedule's head says of all its meetings."""

from __future__ import annotations

from datetime import date, time

from desk.announcements.dates import DayPart
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, MeetingFound
from desk.announcements.reader import read_notice
from desk.announcements.schedule import read_schedule

TODAY = date(2019, 4, 5)
BLOCKS = """LỊCH TUẦN (08/4/2019 - 12/4/2019)
Thứ Hai (08/4):
- 07h30 - 09h00: Giao ban. - Địa điểm: Phòng 1. - Chủ trì: Đồng chí Trần An. - Thành phần: Các phòng
Cùng dự: Báo
- 14h00: Đồng chí Lê Bình dự Hội nghị sơ kết tại Huyện ủy.

Ghi chú
Thứ Ba, 09/4: Sáng: Làm việc với Sở Y tế (giao Văn phòng chuẩn bị)
Chiều:
- 14h30: Họp chi bộ (Hội trường A)
"""


def meetings(text: str) -> list[MeetingFound]:
    found = read_schedule(Letters.of(text), TODAY)
    assert found is not None
    return found


def test_a_text_without_days_is_no_schedule() -> None:
    assert read_schedule(Letters.of("Kính mời dự họp\nThứ Hai (08/4): 8h00 giao ban"), TODAY) is None
    assert read_schedule(Letters.of("LỊCH\nThứ Hai (08/4): 8h00: giao ban"), TODAY) is not None
    assert read_schedule(Letters.of("Họp"), TODAY) is None


def test_day_blocks() -> None:
    found = meetings(BLOCKS)
    assert [(one.date, one.start, one.end, one.part, one.title) for one in found] == [
        (date(2019, 4, 8), time(7, 30), time(9), None, "Giao ban"),
        (date(2019, 4, 8), time(14), None, None, "Hội nghị sơ kết"),
        (date(2019, 4, 9), None, None, DayPart.MORNING, "Làm việc với Sở Y tế"),
        (date(2019, 4, 9), time(14, 30), None, DayPart.AFTERNOON, "Họp chi bộ"),
    ]
    assert [one.place for one in found] == ["Phòng 1", "Huyện ủy", "", "Hội trường A"]
    assert [one.attendees for one in found] == ["Các phòng; Báo", "Đồng chí Lê Bình", "", ""]
    assert [one.unit for one in found] == ["", "", "Văn phòng", ""]
    assert found[0].chairs == (("Trần An", ""),)
    assert {doubt for one in found for doubt in one.doubts} == set()


def test_every_field_of_a_block_points_to_its_words() -> None:
    first = meetings(BLOCKS)[0]
    words = {span.field: BLOCKS[span.start : span.stop] for span in first.spans}
    assert words[Field.START].strip() == "07h30"
    assert words[Field.END] == "09h00"
    assert words[Field.TITLE] == "Giao ban"
    assert words[Field.PLACE] == "Phòng 1"
    assert "08/4" in words[Field.DATE]


def test_a_common_name_usual_hours_and_one_place() -> None:
    found = meetings(
        "Lịch tiếp công dân định kỳ tháng 4/2019 của lãnh đạo xã\n(Buổi sáng từ 7h30 đến 11h00)\n"
        "- Ngày 09/4/2019 (sáng Thứ Ba): Chủ tịch UBND xã\n- Ngày 16/4/2019 (sáng Thứ Ba): Phó Chủ tịch UBND xã\n"
        "Địa điểm: Phòng Tiếp công dân."
    )
    assert [(one.title, one.start, one.end, one.place) for one in found] == [
        ("tiếp công dân định kỳ", time(7, 30), time(11), "Phòng Tiếp công dân")
    ] * 2
    assert found[0].attendees == "Chủ tịch UBND xã"


def test_a_common_chair() -> None:
    found = meetings(
        "Đoàn thông báo lịch công bố quyết định như sau:\n* Thứ Ba, ngày 09/4:\n- 8h30: tại Chi bộ "
        "A\n- 14h: tại Chi bộ B\n"
        "* Thứ Tư, ngày 10/4:\n- 8h: tại Chi bộ C\nĐ/c Ninh Văn Chiến, Trưởng đoàn, chủ trì các buổi làm việc."
    )
    assert [one.place for one in found] == ["Chi bộ A", "Chi bộ B", "Chi bộ C"]
    assert {one.chairs for one in found} == {(("Ninh Văn Chiến", "Trưởng đoàn"),)}


def test_a_message_with_pictograms() -> None:
    found = read_notice(
        "📌 LỊCH TUẦN (15/4 – 21/4/2019)\n\n📅 T2 15/4\n⏰ 8h: Giao ban khối 📍 PH tầng 4 👤 Đ/c Vui chủ trì\n\n"
        "📅 T7 – CN 20/4 – 21/4\n⛺ Trại hè “Em yêu biên cương” 📍 Đồn Biên phòng (xe chạy 5h tại cổng)",
        TODAY,
    )
    assert [(one.title, one.date, one.last, one.place) for one in found] == [
        ("Giao ban khối", date(2019, 4, 15), None, "PH tầng 4"),
        ("Trại hè “Em yêu biên cương”", date(2019, 4, 20), date(2019, 4, 21), "Đồn Biên phòng"),
    ]
    assert [name for name, _ in found[0].chairs] == ["Vui"]


def test_weekdays_by_their_bare_names_and_posts_before_rooms() -> None:
    found = read_notice(
        "LỊCH TUẦN 16 (15/4 - 19/4/2019)\nHai, 15/4\n▪ Giao ban tuần, 7h30 (BT - PH.01)\n"
        "▪ Họp xét hỗ trợ, 14h00 (cùng địa điểm)\nBa, 16/4: không có lịch chung",
        TODAY,
    )
    assert [(one.title, one.date, one.place) for one in found] == [
        ("Giao ban tuần", date(2019, 4, 15), "PH.01"),
        ("Họp xét hỗ trợ", date(2019, 4, 15), "PH.01"),
    ]


def test_a_place_that_is_a_sentence_of_its_own() -> None:
    found = read_notice(
        "LỊCH HỌP (15/4 - 19/4/2019)\n15/4 (thứ Hai)\n• 8g30: Hội nghị sơ kết. Chủ tọa: Giám đốc. Hội trường B.\n"
        "16/4 (thứ Ba)\n• 8g30: Họp tổ. Địa điểm: như trên.",
        TODAY,
    )
    assert [one.place for one in found] == ["Hội trường B", "Hội trường B"]


def test_a_column_of_lines_says_who_presides_and_a_line_under_all_the_hours() -> None:
    found = read_notice(
        "LỊCH CÔNG TÁC\nNỘI DUNG\nCHỦ TRÌ\nThứ Tư\n10/4\n08:00\nHọp giao ban Khoa\nPhòng 305\nTrưởng khoa\n"
        "Thứ Năm\n11/4\n09:00\nBảo vệ đề cương\nPhòng 301\nPGS. Lê Thị Mây",
        TODAY,
    )
    assert [one.chairs[0][0] for one in found] == ["Trưởng khoa", "Lê Thị Mây"]
    told = read_notice(
        "LỊCH TIẾP CÔNG DÂN\n- Ngày 15/4/2019: đồng chí Lê Văn Tư.\n- Ngày 16/4/2019: đồng chí Hà Thị Bạch.\n"
        "Thời gian: từ 7h30 đến 11h00.",
        TODAY,
    )
    assert {(one.start, one.end) for one in told} == {(time(7, 30), time(11))}


def test_an_hour_of_which_nothing_else_was_understood_is_a_meeting_with_a_doubt() -> None:
    first, other = read_notice("LỊCH\nThứ Hai, 8/4:\n8h Họp A\n9h (P1): ABC, ở P1\nThứ Ba, 9/4: nghỉ", TODAY)[
        :2
    ]
    assert first.title == "Họp A"
    assert other.start == time(9)
