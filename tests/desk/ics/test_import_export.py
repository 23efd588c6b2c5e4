"""iCalendar out and in: our own files come back whole, others' are read right, bad ones are said to be bad."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.acts import journal
from desk.acts.rules import Act
from desk.calendar import meetings, occurrences
from desk.calendar.meetings import Edit
from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import lunar_rule, read_rule
from desk.dates.series import (
    DayHalf,
    EditScope,
    MeetingState,
    SeriesChange,
    SeriesEdit,
    When,
    once,
    part_of_day,
    recurring,
)
from desk.errors import BadIntake
from desk.ics import import_export
from desk.ics.import_export import Action, Because
from desk.ics.read import IcsFault, read_calendar
from desk.ics.write import Outgoing, calendar_bytes
from tests.effort import examples
from tests.making import Cast

STAMP = datetime(2019, 4, 1, 1, 2, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)
WORDS = st.text(alphabet='abc đệẶ,;:\\"\n#<&', min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


def one_line(words: str) -> str:
    return " ".join(words.split())


FIELDS = st.builds(
    Fields,
    title=WORDS.map(one_line),
    kind=st.sampled_from(("briefing", "reporters", "other")),
    place=WORDS.map(one_line),
    chairs=st.lists(st.builds(Chair, WORDS.map(one_line), WORDS.map(one_line)), max_size=2).map(tuple),
    attendees=WORDS.map(one_line),
    guests=WORDS.map(one_line),
    unit=WORDS.map(one_line),
    notes=WORDS.map(str.strip),
    remind=st.sampled_from(((), (30,), (15, 1440))),
    news=st.booleans(),
)
RULES = (
    "",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=2TU;COUNT=9",
    "FREQ=DAILY;INTERVAL=3",
)


@settings(max_examples=examples(150))
@given(
    FIELDS,
    st.sampled_from(RULES),
    st.sampled_from(tuple(MeetingState)[:3]),
    st.integers(0, 400),
    st.booleans(),
)
def test_what_we_write_we_read_again(
    fields: Fields, rule: str, state: MeetingState, day: int, moved: bool
) -> None:
    start = datetime(2019, 1, 1, 8, 30) + timedelta(days=day)
    series = (
        recurring(When(start, start + HOUR), read_rule(rule)) if rule else once(When(start, start + HOUR))
    )
    if moved and rule:
        second = series.next(start, 3)[1]
        there = When(second.when.start + HOUR, second.when.end + 2 * HOUR)
        series = series.put(SeriesChange(second.origin, when=there, fields={"place": "Nơi khác"}))
        series = series.put(SeriesChange(series.next(start, 4)[-1].origin, gone=True))
    data = calendar_bytes(
        [Outgoing("a@b", 3, STAMP, fields, series, state, "bận" if state.value[0] == "p" else "")], "Lịch"
    )
    assert data == calendar_bytes(
        [Outgoing("a@b", 3, STAMP, fields, series, state, "bận" if state.value[0] == "p" else "")], "Lịch"
    )
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = read_calendar(data)
    assert calendar.refused == ()
    (back,) = calendar.incoming
    assert (back.uid, back.sequence, back.state) == ("a@b", 3, state)
    assert back.fields == fields
    span = (datetime(2018, 1, 1), datetime(2022, 1, 1))
    assert [(s.origin, s.when) for s in back.series.slots(*span)] == [
        (s.origin, s.when) for s in series.slots(*span)
    ]
    other = icalendar.Calendar.from_ical(data.decode("utf-8"))
    events = [one for one in other.walk("VEVENT") if "RECURRENCE-ID" not in one]
    assert str(events[0]["SUMMARY"]) == fields.title
    if rule and not moved:
        written = data.decode("utf-8").split("RRULE:", 1)[1].split("\r\n", 1)[0]
        if "UNTIL" not in written:
            first = rrulestr(written, dtstart=series.when.start).between(
                start, start + timedelta(days=900), inc=True
            )
            assert first[:5] == [slot.when.start for slot in series.next(start, 5)]


def test_half_days_whole_days_and_lunar_years_come_back() -> None:
    told = Fields("Giỗ Tổ")
    tenth = date(2019, 4, 14)
    for series in (
        once(part_of_day(tenth, DayHalf.MORNING)),
        once(part_of_day(tenth, DayHalf.DAY, date(2019, 4, 16))),
        recurring(part_of_day(tenth, DayHalf.DAY), lunar_rule(tenth)),
    ):
        (back,) = read_calendar(calendar_bytes([Outgoing("a", 0, STAMP, told, series)], "L")).incoming
        assert (back.series.when, str(back.series.rule)) == (series.when, str(series.rule))


def test_what_goes_out_keeps_to_the_standard() -> None:
    start = datetime(2019, 4, 10, 8)
    told = Fields("Họp, x; y", remind=(0, 30))
    made = [
        Outgoing("moment", 0, STAMP, told, once(When(start, start))),
        Outgoing("night", 0, STAMP, told, once(When(start.replace(hour=22), start + timedelta(hours=18)))),
        Outgoing(
            "weekly",
            2,
            STAMP,
            told,
            recurring(When(start, start + HOUR), read_rule("FREQ=WEEKLY;UNTIL=20190601T235959")),
        ),
        Outgoing(
            "days",
            1,
            STAMP,
            told,
            recurring(
                part_of_day(start.date(), DayHalf.DAY), read_rule("FREQ=MONTHLY;UNTIL=20190801T235959")
            ),
        ),
        Outgoing(
            "lunar",
            0,
            STAMP,
            told,
            recurring(part_of_day(start.date(), DayHalf.DAY), lunar_rule(start.date())),
        ),
    ]
    data = calendar_bytes(made, "Lịch")
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar: Any = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    zone = calendar.walk("VTIMEZONE")[0]
    assert str(zone["TZID"]) == "Asia/Ho_Chi_Minh"
    events = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
    assert "DTEND" not in events["moment"]  # §3.8.2.2: an end is later than the start
    for one in events.values():
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(one)
        assert not one.errors
        assert "DTEND" not in one or one["DTEND"].dt > one["DTSTART"].dt
        assert all("TRIGGER" in alarm and str(alarm["ACTION"]) == "DISPLAY" for alarm in one.walk("VALARM"))
    # §3.3.10: UNTIL in UTC beside a time with a zone, a date beside a date.
    assert events["weekly"]["RRULE"].to_ical().endswith(b"UNTIL=20190601T165959Z")
    assert events["days"]["RRULE"].to_ical().endswith(b"UNTIL=20190801")
    assert events["days"]["DTSTART"].params["VALUE"] == "DATE"
    assert [one.dt.year for one in events["lunar"]["RDATE"].dts][:2] == [2020, 2021]
    assert [back.series for back in read_calendar(data).incoming] == [one.series for one in made]


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def file(*events: str, head: str = "") -> bytes:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *([head] if head else []), *events]
    return "\r\n".join([*parts, "END:VCALENDAR", ""]).encode("utf-8")


BASE = ("UID:a@x", "DTSTAMP:20190401T000000Z", "SUMMARY:Giao ban")
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
        with pytest.raises(BadIntake):
            read_calendar(data, "a.ics")
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


def test_importing_twice_changes_nothing_and_news_is_kept(cast: Cast) -> None:
    data = file(event(*BASE, "SEQUENCE:1", "DTSTART:20190401T080000", "RRULE:FREQ=WEEKLY"))
    _, report = import_export.import_calendar(cast.secretary, data)
    assert [(line.action, line.why) for line in report.lines] == [(Action.ADD, Because.NEW)]
    changes, again = import_export.import_calendar(cast.secretary, data)
    assert [(line.action, line.why) for line in again.lines] == [(Action.SKIP, Because.SAME)]
    assert changes.meetings == frozenset()
    assert len(journal.everything(journal.JournalQuery(act=Act.IMPORT_CALENDAR))) == 1
    from desk.calendar import coverage

    row = occurrences.occurrences(date(2019, 4, 15), date(2019, 4, 15))[0]
    coverage.write_news(cast.writer, row.meeting_id, row.origin)
    newer = file(event(*BASE, "SEQUENCE:2", "DTSTART:20190402T090000", "RRULE:FREQ=MONTHLY"))
    import_export.import_calendar(cast.secretary, newer)
    held = occurrences.occurrences(date(2019, 4, 1), date(2019, 5, 31))
    assert [one.start for one in held if one.article_id] == [datetime(2019, 4, 15, 8)]
    assert datetime(2019, 5, 2, 9) in [one.start for one in held]
    older, told = import_export.import_calendar(cast.secretary, data)
    assert told.lines[0].why is Because.OLDER
    assert not older.meetings
    assert journal.check() == []


def test_what_was_edited_here_stays(cast: Cast) -> None:
    data = file(event(*BASE, "DTSTART:20190401T080000"))
    import_export.import_calendar(cast.secretary, data)
    row = occurrences.occurrences(date(2019, 4, 1), date(2019, 4, 1))[0]
    edit = Edit(EditScope.ALL, SeriesEdit(), {"place": "Phòng khác"})
    meetings.edit(cast.secretary, row.meeting_id, row.version, row.origin, edit)
    _, report = import_export.import_calendar(cast.secretary, data)
    assert report.lines[0].action is Action.SKIP
    assert occurrences.occurrences(date(2019, 4, 1), date(2019, 4, 1))[0].place == "Phòng khác"
    out = import_export.outgoing()
    assert [one.fields.place for one in out] == ["Phòng khác"]
