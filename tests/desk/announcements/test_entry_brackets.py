"""Brackets of one thing, and of several clauses that each say what they are."""

from __future__ import annotations

from desk.announcements.entry_brackets import read_brackets
from desk.announcements.entry_reading import Reading
from desk.announcements.letters import Letters


def reading(text: str) -> Reading:
    return Reading(Letters.of(text), 0, len(text))


def test_brackets_tell_places_people_and_who_prepares() -> None:
    one = reading("Họp A (giao Văn phòng chuẩn bị) (đ/c Bách) (Phòng 1) (mở rộng)")
    read_brackets(one, one.start, one.stop)
    assert (one.unit, one.attendees, one.place) == ("Văn phòng", ["đ/c Bách"], "Phòng 1")
    assert len(one.taken) == 3


def test_each_clause_says_what_it_is() -> None:
    one = reading("Họp thẩm định (đ/c Nhàn - PGĐ chủ trì; Phòng Văn bản chuẩn bị; PH tầng 2)")
    read_brackets(one, one.start, one.stop)
    assert one.people == [("Nhàn", "PGĐ")]
    assert (one.unit, one.place) == ("Phòng Văn bản chuẩn bị", "PH tầng 2")


def test_rooms_of_who_prepares_are_no_places() -> None:
    one = reading("Làm việc tại bệnh viện (P.TCKT, P.KHTH chuẩn bị số liệu)")
    read_brackets(one, one.start, one.stop)
    assert one.place == ""


def test_a_body_in_brackets_goes_there_and_a_room_for_staff_meetings_is_a_place() -> None:
    one = reading("Dự chương trình nghệ thuật (Ban Thường trực) (P. Giao ban)")
    read_brackets(one, one.start, one.stop)
    assert (one.attendees, one.place) == (["Ban Thường trực"], "P. Giao ban")
