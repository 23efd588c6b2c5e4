"""From what a notice says to a meeting's fields and time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from desk.announcements.dates import DayPart
from desk.announcements.meeting_found import MeetingFound
from desk.announcements.reader import read_notice
from desk.announcements.to_meeting import fields_of, when_of
from desk.calendar.storage import Chair
from desk.dates.series import DayHalf, When, part_of_day
from tests.desk.announcements.truth import notices

TODAY = date(2019, 4, 8)
EIGHT = datetime(2019, 4, 8, 8)


def test_it_becomes_a_meeting_that_may_be_entered() -> None:
    (found,) = read_notice(notices()[0].text, notices()[0].today)
    fields, when = fields_of(found), when_of(found)
    assert when is not None
    assert when.start == datetime(2022, 7, 21, 7, 30)
    assert fields.kind == "reporters"
    assert fields.chairs == (Chair("Vũ Mạnh Tường", "Phó Trưởng Ban Thường trực Ban Tuyên giáo Tỉnh ủy"),)
    half = when_of(MeetingFound(title="Họp", date=TODAY, part=DayPart.AFTERNOON))
    assert half is not None
    assert half.part is DayHalf.AFTERNOON
    assert when_of(MeetingFound(title="Họp")) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Hội nghị báo cáo viên", "reporters"),
        ("HỌP GIAO BAN tuần", "briefing"),
        ("Hội nghị tập huấn", "training"),
        ("Lớp bồi dưỡng", "training"),
        ("Làm việc với huyện", "visit"),
        ("Kiểm tra cơ sở", "visit"),
        ("Hội nghị sơ kết", "conference"),
        ("Tiếp công dân", "other"),
    ],
)
def test_its_kind_is_read_from_its_name(title: str, kind: str) -> None:
    assert fields_of(MeetingFound(title=title)).kind == kind


def test_every_field_goes_to_its_own() -> None:
    fields = fields_of(
        MeetingFound(
            title="Họp", place="P1", chairs=(("An", "Trưởng ban"),), attendees="Các phòng", unit="TT"
        )
    )
    assert (fields.title, fields.place, fields.attendees, fields.unit) == ("Họp", "P1", "Các phòng", "TT")
    assert fields.chairs == (Chair("An", "Trưởng ban"),)


@pytest.mark.parametrize(
    ("found", "when"),
    [
        ({"start": time(8)}, When(EIGHT, EIGHT + timedelta(hours=2))),
        ({"start": time(8), "end": time(9)}, When(EIGHT, EIGHT + timedelta(hours=1))),
        ({"start": time(8), "end": time(8)}, When(EIGHT, EIGHT + timedelta(hours=2))),
        ({"part": DayPart.EVENING}, When(EIGHT.replace(hour=19), EIGHT.replace(hour=21))),
        ({}, part_of_day(TODAY, DayHalf.DAY)),
        ({"last": date(2019, 4, 9)}, part_of_day(TODAY, DayHalf.DAY, date(2019, 4, 9))),
        ({"last": date(2019, 4, 9), "part": DayPart.MORNING}, part_of_day(TODAY, DayHalf.MORNING)),
        ({"last": date(2019, 4, 7)}, part_of_day(TODAY, DayHalf.DAY)),
        ({"start": time(8), "last": date(2019, 4, 9), "end": time(7)}, When(EIGHT, datetime(2019, 4, 9, 7))),
        (
            {"start": time(8), "last": date(2019, 4, 9)},
            When(EIGHT, part_of_day(date(2019, 4, 9), DayHalf.DAY).end),
        ),
        ({"start": time(8), "part": DayPart.DAY}, When(EIGHT, part_of_day(TODAY, DayHalf.DAY).end)),
        (
            {"start": time(20), "part": DayPart.DAY},
            When(EIGHT.replace(hour=20), EIGHT.replace(hour=20)),
        ),
    ],
)
def test_hours_that_it_does_not_name_are_the_offices(found: dict[str, object], when: When) -> None:
    assert when_of(MeetingFound(title="Họp", date=TODAY, **found)) == when  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("½ ngày, từ 7 giờ 30 phút, ngày 24/4/2019", time(11, 30)),
        ("01 buổi, bắt đầu lúc 14 giờ 00, ngày 24/4/2019", time(17)),
        ("7 giờ 30 phút, ngày 24/4/2019", time(9, 30)),
    ],
)
def test_half_a_day_ends_with_its_half(words: str, end: time) -> None:
    (found,) = read_notice(
        f"Kính mời dự Hội nghị báo cáo viên.\nThời gian: {words}\nĐịa điểm: A", date(2019, 4, 8)
    )
    when = when_of(found)
    assert when is not None
    assert when.end.time() == end


def test_a_name_begins_with_a_capital() -> None:
    assert fields_of(MeetingFound(title="họp Ban Chỉ đạo 35 tỉnh")).title == "Họp Ban Chỉ đạo 35 tỉnh"
