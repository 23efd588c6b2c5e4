"""An invitation and the schedule of a week in one text."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.announcements.papers import papers
from desk.announcements.reader import read_notice

LETTER = """BAN TUYÊN GIÁO TỈNH ỦY
GIẤY MỜI
Kính mời các đồng chí dự Hội nghị báo cáo viên tháng 12/2026, cụ thể như sau:
1. Thời gian: 8h00, thứ Tư, ngày 09/12/2026
2. Địa điểm: Hội trường tầng 3, Trụ sở Tỉnh ủy
"""
SCHEDULE = """LỊCH CÔNG TÁC TUẦN
(từ 07/12 đến 11/12/2026)
Thứ Hai, 07/12
- Sáng 8h00: Giao ban cơ quan. Phòng họp A.
Thứ Năm, 10/12
- Sáng 7h30: Đi cơ sở xã Mường Hin.
"""


@pytest.mark.parametrize("text", [LETTER + SCHEDULE, SCHEDULE + LETTER])
def test_each_paper_is_read_by_itself(text: str) -> None:
    found = sorted(read_notice(text, date(2026, 12, 1)), key=lambda one: str(one.date))
    assert [one.title for one in found] == [
        "Giao ban cơ quan",
        "Hội nghị báo cáo viên tháng 12/2026",
        "Đi cơ sở xã Mường Hin",
    ]
    assert (found[1].date, found[1].start) == (date(2026, 12, 9), time(8))
    assert found[1].place == "Hội trường tầng 3, Trụ sở Tỉnh ủy"
    assert [one.doubts for one in found] == [(), (), ()]


def test_places_stay_where_they_are_and_one_paper_is_left_whole() -> None:
    text = LETTER + SCHEDULE
    first, second = papers(text)
    assert len(first) == len(second) == len(text)
    assert text.startswith(first.rstrip())
    assert second.lstrip() == SCHEDULE
    assert papers(LETTER) == [LETTER]
