"""What reader and writer share: escapes, states, rules as others read them, and the legible end of a description."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import lunar_rule, read_rule
from desk.dates.series import DayHalf, MeetingState, When, part_of_day
from desk.ics import properties
from desk.ics.properties import (
    by_days,
    description,
    escaped,
    is_days,
    legible,
    notes_of,
    spoken,
    unescaped,
    utc,
)


def test_a_text_is_escaped_as_the_standard_says() -> None:
    assert escaped("a\\b;c,d\r\ne\rf\ng\x07") == "a\\\\b\\;c\\,d\\ne\\nf\\ng"
    assert unescaped("a\\\\n\\;c\\,d\\Ne\\nf\x07") == "a\\n;c,d\ne\nf"


def test_our_wall_is_seven_hours_ahead_of_utc() -> None:
    assert utc(datetime(2019, 4, 10, 6)) == datetime(2019, 4, 9, 23)


def test_a_state_of_others_means_itself_when_it_comes_back() -> None:
    for word, state in properties.STATES.items():
        assert properties.STATUSES[state] == word
    assert properties.STATUSES[MeetingState.POSTPONED] == "CANCELLED"
    assert properties.STATUSES[MeetingState.MOVED] == "CONFIRMED"


def test_whole_days_are_nothing_but_whole_days() -> None:
    day = date(2019, 4, 10)
    assert is_days(part_of_day(day, DayHalf.DAY, date(2019, 4, 12)))
    assert not is_days(part_of_day(day, DayHalf.MORNING))
    whole = part_of_day(day, DayHalf.DAY)
    assert not is_days(When(whole.start, whole.end))


@pytest.mark.parametrize(
    ("rule", "opens", "words"),
    [
        ("FREQ=WEEKLY", None, "FREQ=WEEKLY"),
        ("FREQ=DAILY;UNTIL=20190601T050000", None, "FREQ=DAILY;UNTIL=20190531T220000Z"),
        ("FREQ=DAILY;UNTIL=20190601T070000", time(7), "FREQ=DAILY;UNTIL=20190601"),
        ("FREQ=DAILY;UNTIL=20190601T065959", time(7), "FREQ=DAILY;UNTIL=20190531"),
    ],
)
def test_the_end_of_a_rule_as_others_read_it(rule: str, opens: time | None, words: str) -> None:
    assert spoken(read_rule(rule), opens) == words


def test_a_lunar_rule_cannot_be_said_to_others() -> None:
    assert spoken(lunar_rule(date(2019, 4, 14)), None) == ""


def test_a_rule_by_days_ends_with_its_last_day() -> None:
    assert by_days(read_rule("FREQ=DAILY;UNTIL=20190601T080000")).until == datetime(2019, 6, 1, 23, 59, 59)
    assert by_days(read_rule("FREQ=DAILY")).until is None


def test_what_only_we_have_words_for_is_legible() -> None:
    fields = Fields(
        "Họp",
        chairs=(Chair("An", "Trưởng ban"), Chair("Bình")),
        attendees="Các phòng",
        guests="Báo",
        unit="TT",
    )
    assert legible(fields, MeetingState.POSTPONED, "bận\nhọp", datetime(2019, 4, 9, 8, 5)).split("\n") == [
        "Chủ trì: An – Trưởng ban; Bình",
        "Thành phần: Các phòng",
        "Cùng dự: Báo",
        "Chuẩn bị: TT",
        "Đưa tin: có",
        "Dời từ: 08:05, 09/04/2019",
        "Hoãn: bận họp",
    ]
    quiet = Fields("Họp", news=False)
    assert legible(quiet, MeetingState.CANCELLED, "mưa", None) == "Đưa tin: không\nHủy: mưa"
    assert legible(quiet, MeetingState.PLANNED, "mưa", None) == "Đưa tin: không\nLý do: mưa"


def test_notes_come_back_out_of_a_description() -> None:
    assert description("Ghi", "Đuôi") == "Ghi\n\nĐuôi"
    assert description("", "Đuôi") == "Đuôi"
    assert notes_of("Ghi\n\nĐuôi", "Đuôi") == "Ghi"
    assert notes_of("Đuôi", "Đuôi") == ""
    assert notes_of("Ghi\n\nĐuôi khác", "Đuôi") == "Ghi\n\nĐuôi khác"
