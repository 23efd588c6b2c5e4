"""Hours, sessions, labels, brackets and who presides, each with the letters that it speaks for."""

from __future__ import annotations

from datetime import time

from desk.announcements.dates import DateHit, DayPart
from desk.announcements.day_entries import Entry
from desk.announcements.entry_facts import (
    date_with_words,
    part_beside_date,
    read_chair,
    read_hours,
    read_invited,
    read_labels,
    read_session,
)
from desk.announcements.entry_reading import Reading
from desk.announcements.letters import Letters


def reading(text: str) -> Reading:
    return Reading(Letters.of(text), 0, len(text))


def test_an_hour_with_what_leads_to_it() -> None:
    one = reading("Họp Ban lúc 14h00 tại P1")
    read_hours(one)
    assert one.hours is not None
    assert one.hours.begin == time(14)
    assert [one.letters.words(*taken) for taken in one.taken] == ["lúc 14h00"]


def test_a_deadline_is_no_hour_of_it() -> None:
    one = reading("Nộp báo cáo trước 16h00")
    read_hours(one)
    assert one.hours is None


def test_a_session_in_brackets() -> None:
    assert read_session(reading("Họp lệ kỳ (sáng; dự: đ/c Triều)")) is DayPart.MORNING
    assert read_session(reading("Thi thử (đến hết cả ngày)")) is None


def test_labels_leave_the_head() -> None:
    one = reading("Họp A. Địa điểm: Phòng 1. Thành phần: Các phòng")
    head = read_labels(one)
    assert one.letters.words(*head) == "Họp A."
    assert (one.place, one.attendees) == ("Phòng 1", ["Các phòng"])


def test_chair_and_invited() -> None:
    one = reading("Họp A, đ/c Hạnh chủ trì. Mời lãnh đạo các sở")
    read_chair(one, one.start, one.stop)
    read_invited(one, one.start, one.stop)
    assert one.people == [("Hạnh", "")]
    assert one.attendees == ["lãnh đạo các sở"]


def test_a_date_with_its_words() -> None:
    text = "Họp A vào ngày 15/4 (chiều thứ Ba) tại P1"
    one = reading(text)
    hit = DateHit(text.index("15/4"), text.index("15/4") + 4, None)
    one.taken.append(date_with_words(one.letters, Entry(0, len(text)), hit))
    assert one.letters.words(*one.taken[0]) == "vào ngày 15/4 (chiều thứ Ba)"
    assert part_beside_date(one) is DayPart.AFTERNOON


def test_the_hour_at_which_it_closes_and_the_part_of_the_day_after_an_hour() -> None:
    one = reading("khai mạc lúc 07 giờ 30, bế mạc 17 giờ 00 cùng ngày")
    read_hours(one)
    assert one.hours is not None
    assert one.hours.end == time(17)
    other = reading("5h sáng: quay bình minh")
    read_hours(other)
    assert read_session(other) is DayPart.MORNING
    assert read_session(reading("Giám sát (sáng, chiều)")) is DayPart.DAY
