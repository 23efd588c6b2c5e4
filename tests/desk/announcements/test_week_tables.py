"""A week's schedule: tables by tabs and day blocks."""

from __future__ import annotations

from datetime import date, time

from desk.announcements.dates import DayPart, NoticeDoubt
from desk.announcements.meeting_found import Field, MeetingFound
from desk.announcements.week_tables import read

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


def meetings(text: str, today: date = TODAY) -> list[MeetingFound]:
    found = read(text, today)
    assert found is not None
    return found


def test_a_text_without_days_is_no_schedule() -> None:
    assert read("Kính mời dự họp\nThứ Hai (08/4): 8h00 giao ban", TODAY) is None
    assert read("LỊCH\nThứ Hai (08/4): 8h00: giao ban", TODAY) is not None
    assert read("Họp", TODAY) is None


def test_day_blocks() -> None:
    found = meetings(BLOCKS)
    assert [(one.date, one.start, one.end, one.part, one.title) for one in found] == [
        (date(2019, 4, 8), time(7, 30), time(9), None, "Giao ban"),
        (date(2019, 4, 8), time(14), None, None, "Hội nghị sơ kết tại Huyện ủy"),
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


def test_who_presides_may_stand_before_the_title() -> None:
    (one,) = meetings("LỊCH\nThứ Hai (08/4): 8h00: Đồng chí Trần An chủ trì họp giao ban, Phòng họp 2")
    assert (one.chairs, one.title, one.place) == ((("Trần An", ""),), "họp giao ban", "Phòng họp 2")
    (guest,) = meetings("LỊCH\nThứ Hai (08/4): 8h00: Dự Hội nghị")
    assert guest.title == "Hội nghị"


def test_an_entry_without_hour_or_with_a_wrong_end_is_a_doubt() -> None:
    (one,) = meetings("LỊCH (08/4/2019 - 12/4/2019)\nThứ Hai (08/4): Họp chi bộ")
    assert one.doubts == ((NoticeDoubt.NO_TIME, ""),)
    (late,) = meetings("LỊCH (08/4/2019 - 12/4/2019)\nThứ Hai (08/4): 9h00 - 9h00: Họp")
    assert late.doubts == ((NoticeDoubt.END_BEFORE_START, "09:00"),)


def test_a_year_not_named_is_guessed_and_a_week_goes_over_new_year() -> None:
    (guess,) = meetings("LỊCH\nThứ Hai (08/4): 8h00: Họp")
    assert guess.doubts == ((NoticeDoubt.YEAR_GUESSED, "2019"),)
    week = meetings(
        "LỊCH (30/12/2019 - 03/01/2020)\nThứ Hai (30/12): 8h00: Họp\nThứ Sáu (03/01): 8h00: Họp",
        date(2019, 12, 27),
    )
    assert [one.date for one in week] == [date(2019, 12, 30), date(2020, 1, 3)]


TABLE = (
    "LỊCH (08/4/2019 - 12/4/2019)\n"
    "Buổi\tThứ, ngày\tGiờ\tNội dung\tĐịa điểm\tChủ trì\tThành phần\tChuẩn bị\n"
    "Sáng\tThứ Hai, 08/4\t7h30-9h00\tGiao ban\tPhòng 1\tĐ/c Trần An\tCác phòng\tVăn phòng\n"
    "Chiều\t\t\tDự hội thảo\t\t\t\t\n"
    "\tThứ Ba, 09/4\t\tHọp\t\t\t\t\n"
    "\t\t9h00-8h00\tSơ kết\t\t\t\t\n"
)


def test_a_table_by_its_own_heads() -> None:
    found = meetings(TABLE)
    assert [(one.date, one.start, one.end, one.part, one.title) for one in found] == [
        (date(2019, 4, 8), time(7, 30), time(9), DayPart.MORNING, "Giao ban"),
        (date(2019, 4, 8), None, None, DayPart.AFTERNOON, "hội thảo"),
        (date(2019, 4, 9), None, None, None, "Họp"),
        (date(2019, 4, 9), time(9), time(8), None, "Sơ kết"),
    ]
    first = found[0]
    assert (first.place, first.attendees, first.unit) == ("Phòng 1", "Các phòng", "Văn phòng")
    assert first.chairs == (("Trần An", ""),)
    assert [one.doubts for one in found[2:]] == [
        ((NoticeDoubt.NO_TIME, ""),),
        ((NoticeDoubt.END_BEFORE_START, "09:00 – 08:00"),),
    ]
    words = {span.field: TABLE[span.start : span.stop] for span in first.spans}
    assert (words[Field.START].strip(), words[Field.END], words[Field.PLACE]) == ("7h30", "9h00", "Phòng 1")


def test_a_table_without_heads_has_the_usual_columns_and_days_between_its_rows() -> None:
    found = meetings("Thứ Hai, 08/4/2019\n\tSáng\t8h00\tGiao ban\tTrần An\n\tSáng\t9h00\t\tTrần An")
    assert [(one.date, one.title, one.chairs) for one in found] == [
        (date(2019, 4, 8), "Giao ban", (("Trần An", ""),))
    ]
    (lost,) = meetings("\tSáng\t8h00\tGiao ban")
    assert (lost.date, lost.doubts) == (None, ((NoticeDoubt.NO_DATE, ""),))
