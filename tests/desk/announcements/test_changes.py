"""Meetings put off, cancelled, moved, and given another place."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.announcements.changes import change_in
from desk.announcements.dates import NoticeDoubt
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Change, ChangeKind, MeetingFound
from desk.announcements.reader import read_notice

DAY = date(2025, 4, 14)


def changed(words: str) -> MeetingFound:
    found = MeetingFound("Họp", DAY, start=time(14))
    return change_in(Letters.of(words), 0, len(words), found, 2025)


@pytest.mark.parametrize(
    ("words", "day", "start"),
    [
        ("Họp (chuyển sang 9h00 thứ Tư, 16/4)", date(2025, 4, 16), time(9)),
        ("Họp lùi từ 14h00 sang 15h30", DAY, time(15, 30)),
        ("Họp 14h00 ngày 14/4 chuyển lên 8h00 ngày 11/4/2025", date(2025, 4, 11), time(8)),
    ],
)
def test_moved(words: str, day: date, start: time) -> None:
    found = changed(words)
    assert (found.date, found.start) == (day, start)
    assert found.change == Change(ChangeKind.MOVED, DAY, time(14))
    assert NoticeDoubt.MOVED in {doubt for doubt, _ in found.doubts}


def test_put_off_cancelled_and_unchanged() -> None:
    assert changed("Họp (HOÃN)").change == Change(ChangeKind.POSTPONED, DAY, time(14))
    assert changed("HỦY: Họp").change == Change(ChangeKind.CANCELLED, DAY, time(14))
    assert changed("Họp chuyển đổi số từ 14h đến 16h").change is None
    assert changed("thay đổi địa điểm: P2").change == Change(ChangeKind.PLACE, DAY, time(14))


def test_it_came_from_another_day() -> None:
    found = changed("Họp (dời từ 8h00 ngày 11/4)")
    assert (found.date, found.change) == (DAY, Change(ChangeKind.MOVED, date(2025, 4, 11), time(8)))


def test_a_notice_of_a_change() -> None:
    (found,) = read_notice(
        "Đoàn đại biểu dời thời gian tiếp xúc cử tri quận 15 sang 8 giờ sáng 18-5, tại Trung tâm Chính trị.\n\n"
        "Trước đó, theo kế hoạch, hội nghị sẽ tổ chức vào 8 giờ sáng 16-5.",
        date(2020, 5, 14),
    )
    assert (found.title, found.date, found.place) == (
        "tiếp xúc cử tri quận 15",
        date(2020, 5, 18),
        "Trung tâm Chính trị",
    )
    assert found.change == Change(ChangeKind.MOVED, date(2020, 5, 16), time(8))


def test_an_hour_after_the_new_day_and_what_it_stands_for() -> None:
    (found,) = read_notice(
        "Dời ngày khai mạc Kỳ họp thứ 9 sang ngày 10/12/2019, thay vì ngày 08/12/2019. "
        "Kỳ họp tại Trung tâm Hội nghị, khai mạc lúc 8 giờ.",
        date(2019, 11, 28),
    )
    assert (found.date, found.start) == (date(2019, 12, 10), time(8))
    assert found.change is not None
    assert found.change.date == date(2019, 12, 8)
