"""Others' calendars are read right; what is bad is refused alone and said to be bad."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from desk.dates.series import DayHalf
from desk.errors import BadIntake
from desk.ics.read import IcsDoubt, IcsFault, read_calendar
from tests.desk.ics.calendar_text import BASE, event, file

OUTLOOK = "\r\n".join(
    (
        "BEGIN:VTIMEZONE", "TZID:SE Asia Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "END:STANDARD", "END:VTIMEZONE",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (
            ("DTSTART:20190410T010000Z", "DTEND:20190410T030000Z"),
            datetime(2019, 4, 10, 8),
            datetime(2019, 4, 10, 10),
        ),
        (
            ("DTSTART:20190410T080000", "DURATION:PT90M"),
            datetime(2019, 4, 10, 8),
            datetime(2019, 4, 10, 9, 30),
        ),
        (
            (
                "DTSTART;TZID=SE Asia Standard Time:20190410T080000",
                "DTEND;TZID=SE Asia Standard Time:20190410T093000",
            ),
            datetime(2019, 4, 10, 8),
            datetime(2019, 4, 10, 9, 30),
        ),
        (
            ("DTSTART;TZID=Europe/Paris:20190410T080000", "DTEND;TZID=Europe/Paris:20190410T090000"),
            datetime(2019, 4, 10, 13),
            datetime(2019, 4, 10, 14),
        ),
    ],
)
def test_every_kind_of_time_is_wall_time(lines: tuple[str, ...], start: datetime, end: datetime) -> None:
    (one,) = read_calendar(file(event(*BASE, *lines), head=OUTLOOK)).incoming
    assert (one.series.when.start, one.series.when.end) == (start, end)


def test_days_exceptions_and_changed_occurrences() -> None:
    rule = ("DTSTART:20190401T010000Z", "DTEND:20190401T020000Z", "RRULE:FREQ=WEEKLY;UNTIL=20190429T010000Z")
    data = file(
        event(*BASE, *rule, "EXDATE:20190408T010000Z"),
        event(*BASE, "RECURRENCE-ID:20190415T010000Z", "DTSTART:20190416T010000Z", "DTEND:20190416T020000Z"),
        event(
            "UID:d@x",
            "DTSTAMP:20190401T000000Z",
            "SUMMARY:Tập huấn",
            "DTSTART;VALUE=DATE:20190411",
            "DTEND;VALUE=DATE:20190413",
        ),
    )
    series, days = read_calendar(data).incoming
    held = [slot.when.start.day for slot in series.series.slots(datetime(2019, 4, 1), datetime(2019, 6, 1))]
    assert held == [1, 16, 22, 29]
    assert (days.series.when.part, days.series.when.start.date(), days.series.when.last) == (
        DayHalf.DAY,
        date(2019, 4, 11),
        date(2019, 4, 12),
    )


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("DTSTART:20190410T080000", "DTEND:20190410T070000"), IcsFault.END_FIRST),
        (("DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY"), IcsFault.RULE_TOO_FINE),
        (("DTSTART:20190201T080000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), IcsFault.RULE_NEVER),
        (("DTSTART:20190201T080000", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"), IcsFault.TWO_RULES),
        (("SUMMARY:Không giờ",), IcsFault.NO_START),
    ],
)
def test_a_bad_event_is_refused_and_the_others_are_read(lines: tuple[str, ...], fault: IcsFault) -> None:
    good = event("UID:g@x", "DTSTAMP:20190401T000000Z", "SUMMARY:Tốt", "DTSTART:20190410T080000")
    calendar = read_calendar(file(event(*BASE, *lines), good))
    assert [one.uid for one in calendar.incoming] == ["g@x"]
    assert [one.fault for one in calendar.refused] == [fault]


def test_files_that_are_none_cut_off_or_too_much() -> None:
    for data in (b"", b"\x00\x01\x02", "Một lá thư".encode()):
        with pytest.raises(BadIntake) as refused:
            read_calendar(data, "a.ics")
        assert refused.value.name == "a.ics"
    whole = file(
        event(*BASE, "DTSTART:20190410T080000"), event("UID:b@x", "DTSTART:20190411T080000", "SUMMARY:B")
    )
    cut = read_calendar(whole[: whole.index(b"UID:b@x") + 30])
    assert [one.uid for one in cut.incoming] == ["a@x"]
    assert IcsFault.CUT_OFF in {one.fault for one in cut.refused}
    twice = read_calendar(
        file(
            event(*BASE, "SEQUENCE:1", "DTSTART:20190410T080000"),
            event(*BASE, "SEQUENCE:2", "DTSTART:20190410T090000"),
        )
    )
    assert [one.series.when.start.hour for one in twice.incoming] == [9]
    assert [one.fault for one in twice.refused] == [IcsFault.UID_TWICE]


def test_a_million_occurrences_are_not_expanded() -> None:
    daily = [
        event(
            f"UID:{n}@x",
            "DTSTAMP:20190401T000000Z",
            f"SUMMARY:{n}",
            "DTSTART:19900101T080000",
            "RRULE:FREQ=DAILY",
        )
        for n in range(100)
    ]
    calendar = read_calendar(file(*daily))
    assert len(calendar.incoming) == 100  # each of more than ten thousand days until today


CASES = Path(__file__).parents[2] / "files" / "ics"


def held_in(name: str) -> list[tuple[str, list[str]]]:
    """Return the meetings of a file: title, and when they are held in 2026."""
    calendar = read_calendar((CASES / name).read_bytes(), name)
    assert calendar.refused == ()
    year = (datetime(2026, 1, 1), datetime(2027, 1, 1))
    return [
        (
            one.fields.title,
            [f"{s.when.start:%d/%m %H:%M}–{s.when.end:%H:%M}" for s in one.series.slots(*year)],
        )
        for one in calendar.incoming
    ]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("07-tzone-ms.ics", [("A", ["02/03 08:30–09:30"])]),
        ("08-emptyrrule.ics", [("Ngày nghỉ", ["30/04 07:30–17:00"])]),
        ("09-nosummary.ics", [("(không tên)", ["02/03 08:30–09:30"])] * 2),
        ("13-exdate-date-la.ics", [("A", ["03/03 08:00–09:00", "05/03 08:00–09:00", "06/03 08:00–09:00"])]),
        ("14-float-dtend.ics", [("A", ["02/03 07:00–08:00"])]),
        ("15-exdate-float.ics", [("A", ["02/03 07:00–08:00", "04/03 07:00–08:00"])]),
        ("22-untilcount.ics", [("A", [f"{day:02}/03 07:30–17:00" for day in (2, 9, 16, 23, 30)])]),
        ("23-dtstart-out.ics", [("Thứ Sáu tuần thánh", ["03/04 07:30–17:00"])]),
        ("31-dup-uid-twofiles.ics", [("A", ["02/03 08:30–09:30"])]),
    ],
)
def test_files_of_other_programs_give_their_meetings(name: str, wanted: list[tuple[str, list[str]]]) -> None:
    assert held_in(name) == wanted


def test_a_zone_that_nobody_knows_is_doubted_and_summer_time_is_kept() -> None:
    unknown = read_calendar((CASES / "07-tzone-ms.ics").read_bytes())
    assert unknown.doubts == {IcsDoubt.ZONE_UNKNOWN}
    ((title, times),) = held_in("10-berlin-weekly.ics")
    assert title == "Họp đối tác Đức"
    hours = {
        f"{month:02}": {time[6:11] for time in times if time[3:5] == f"{month:02}"} for month in (3, 4, 7, 11)
    }
    assert hours == {"03": {"15:00", "14:00"}, "04": {"14:00"}, "07": {"14:00"}, "11": {"15:00"}}
    written = read_calendar((CASES / "10-berlin-weekly.ics").read_bytes())
    assert written.doubts == {IcsDoubt.WRITTEN_OUT}


def test_an_answer_to_an_invitation_is_no_meeting() -> None:
    held = event(*BASE, "DTSTART:20190410T080000")
    refused = read_calendar(file(held, head="METHOD:REPLY"))
    assert (refused.incoming, [one.fault for one in refused.refused]) == ((), [IcsFault.METHOD])
    assert [one.uid for one in read_calendar(file(held, head="METHOD:REQUEST")).incoming] == ["a@x"]


def test_a_whole_file_has_its_name_and_nothing_to_refuse() -> None:
    data = file(
        event(*BASE, "DTSTART:20190410T080000"),
        "BEGIN:VTODO\r\nSUMMARY:Việc\r\nEND:VTODO",
        head="X-WR-CALNAME:Lịch\\, tuần",
    )
    calendar = read_calendar(data)
    assert (calendar.name, calendar.refused, calendar.ignored) == ("Lịch, tuần", (), {"VTODO": 1})
    open_end = read_calendar(data.replace(b"END:VCALENDAR\r\n", b""))
    assert [(one.uid, one.fault) for one in open_end.refused] == [("", IcsFault.CUT_OFF)]


def test_an_unknown_zone_is_a_doubt_of_its_event_alone() -> None:
    calendar = read_calendar(
        file(
            event(*BASE, "DTSTART;TZID=Sao Hỏa:20190410T080000"),
            event("UID:b@x", "SUMMARY:B", "DTSTART:20190411T080000"),
        )
    )
    assert [one.doubts for one in calendar.incoming] == [frozenset({IcsDoubt.ZONE_UNKNOWN}), frozenset()]
    assert calendar.doubts == {IcsDoubt.ZONE_UNKNOWN}


def test_categories_become_kinds_by_their_words() -> None:
    data = file(event(*BASE, "CATEGORIES:Khác,GIAO BAN", "DTSTART:20190410T080000"))
    (one,) = read_calendar(data, kinds={"briefing": "Giao ban"}).incoming
    assert one.fields.kind == "briefing"


def test_a_changed_occurrence_alone_names_its_day() -> None:
    alone = event(*BASE, "RECURRENCE-ID;VALUE=DATE:20190415", "DTSTART:20190416T080000")
    (one,) = read_calendar(file(alone)).incoming
    assert (one.only, one.only_day, one.series.when.start) == (
        datetime(2019, 4, 15),
        True,
        datetime(2019, 4, 16, 8),
    )
