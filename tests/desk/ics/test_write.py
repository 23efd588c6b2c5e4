"""What is written: whole for this program, to the standard for others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import lunar_rule, read_rule
from desk.dates.series import DayHalf, MeetingState, Series, SeriesChange, When, once, part_of_day, recurring
from desk.ics.read import read_calendar
from desk.ics.write import Outgoing, calendar_bytes, folded
from tests.desk.ics.calendar_text import STAMP
from tests.desk.ics.elsewhere import read_elsewhere
from tests.effort import examples

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


@settings(max_examples=examples(50))
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
    assert events["lunar"]["DTSTART"].dt == start.date()
    years = [one["DTSTART"].dt.year for uid, one in sorted(events.items()) if uid.startswith("lunar#")]
    assert years == list(range(2020, 2030))
    assert [back.series for back in read_calendar(data).incoming] == [one.series for one in made]


def lines_of(meeting: Outgoing, today: date | None = None) -> list[str]:
    data = calendar_bytes([meeting], "Lịch", {"briefing": "Giao ban"}, today).replace(b"\r\n ", b"")
    return data.decode("utf-8").split("\r\n")


def test_a_line_is_folded_at_75_octets_and_never_within_a_letter_or_an_escape() -> None:
    assert folded("a" * 75) == b"a" * 75 + b"\r\n"
    assert folded("a" * 76) == b"a" * 75 + b"\r\n a\r\n"
    assert folded("a" * 150) == b"a" * 75 + b"\r\n " + b"a" * 74 + b"\r\n a\r\n"
    assert folded("a" * 74 + "đ").split(b"\r\n ") == [b"a" * 74, "đ\r\n".encode()]
    assert folded("a" * 74 + "\\,").split(b"\r\n ") == [b"a" * 74, b"\\,\r\n"]


def test_a_reminder_of_a_whole_day_is_reckoned_from_midnight() -> None:
    start = datetime(2019, 4, 10, 8)
    fields = Fields("Họp", remind=(0, 30))
    hours = lines_of(Outgoing("a", 0, STAMP, fields, once(When(start, start + HOUR))))
    assert [line for line in hours if "TRIGGER" in line] == ["TRIGGER:PT0M", "TRIGGER:-PT30M"]
    day = part_of_day(start.date(), DayHalf.DAY)
    opens = day.start.hour * 60 + day.start.minute
    days = lines_of(Outgoing("a", 0, STAMP, fields, once(day)))
    assert [line for line in days if "TRIGGER" in line] == [f"TRIGGER:PT{opens}M", f"TRIGGER:PT{opens - 30}M"]


def test_a_meeting_says_its_kind_state_and_where_it_was_moved_from() -> None:
    start = datetime(2019, 4, 10, 8)
    fields = Fields("Họp", kind="briefing", place="Phòng 1", news=False, remind=())
    moved = Outgoing(
        "u", 4, STAMP, fields, once(When(start, start + HOUR)), MeetingState.MOVED, "bận", start - HOUR
    )
    lines = lines_of(moved)
    assert {
        "UID:u", "SEQUENCE:4", "DTSTAMP:20190401T010203Z", "LOCATION:Phòng 1", "CATEGORIES:Giao ban",
        "STATUS:CONFIRMED", "X-BBT-STATE:moved", "X-BBT-NEWS:0", "X-BBT-REASON:bận",
        "X-BBT-MOVED-FROM:20190410T070000",
    } <= set(lines)  # fmt: skip
    assert not any("ALARM" in line for line in lines)


def test_a_lunar_rule_is_written_out_for_ten_years_from_today() -> None:
    tenth = date(2019, 4, 14)
    series = recurring(part_of_day(tenth, DayHalf.DAY), lunar_rule(tenth))
    lines = lines_of(Outgoing("a", 0, STAMP, Fields("Giỗ Tổ"), series), date(2021, 1, 1))
    days = [line for line in lines if line.startswith("DTSTART;VALUE=DATE")]
    years = [day.partition(":")[2][:4] for day in days]
    assert years == [str(year) for year in range(2019, 2032)]


LUNAR = recurring(part_of_day(date(2019, 4, 14), DayHalf.DAY), lunar_rule(date(2019, 4, 14)))
WEEKLY = recurring(
    When(datetime(2019, 4, 10, 8), datetime(2019, 4, 10, 9)), read_rule("FREQ=WEEKLY;COUNT=30")
)
DATES = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(("gone", "moved", "told"))), max_size=5)


def changed(series: Series, chosen: Sequence[tuple[int, str]], added: Sequence[int]) -> Series:
    """Return a series with some of its first occurrences changed, and dates added some days after its first."""
    origins = [slot.origin for slot in series.next(series.when.start, 7)]
    for at, what in chosen:
        when = series.when.at(origins[at] + timedelta(days=1))
        change = {
            "gone": SeriesChange(origins[at], gone=True),
            "moved": SeriesChange(origins[at], when),
            "told": SeriesChange(origins[at], fields={"title": f"Tên {at}"}),
        }[what]
        series = series.put(change)
    for days in added:
        origin = series.when.start + timedelta(days=days)
        series = series.put(SeriesChange(origin, series.when.at(origin), extra=True))
    return series


@settings(max_examples=examples(20))
@given(
    st.sampled_from((LUNAR, WEEKLY)), DATES, st.lists(st.sampled_from((1, 2, 50)), max_size=2, unique=True)
)
def test_other_programs_see_every_date(
    series: Series, chosen: list[tuple[int, str]], added: list[int]
) -> None:
    series = changed(series, chosen, added)
    data = calendar_bytes([Outgoing("a@b", 0, STAMP, Fields("Giỗ Tổ"), series)], "L", today=date(2019, 4, 1))
    since, until = datetime(2019, 1, 1), datetime(2030, 1, 1)
    expected = []
    for slot in series.slots(since, until):
        start, end = slot.when.start, slot.when.end
        if slot.when.part is DayHalf.DAY:  # elsewhere from midnight to midnight
            start = datetime.combine(start.date(), time())
            end = datetime.combine(end.date(), time()) + timedelta(days=1)
        expected.append((start, end, (slot.change.fields if slot.change else {}).get("title", "Giỗ Tổ")))
    assert read_elsewhere(data, since, until) == expected
    (back,) = read_calendar(data).incoming
    assert (back.series, back.fields.title, back.uid) == (series, "Giỗ Tổ", "a@b")


def test_an_added_date_that_was_called_off_stays_so() -> None:
    there = WEEKLY.when.start + timedelta(days=1)
    off = SeriesChange(there, WEEKLY.when.at(there), MeetingState.CANCELLED, "mưa", extra=True)
    data = calendar_bytes([Outgoing("a", 0, STAMP, Fields("Họp"), WEEKLY.put(off))], "L")
    (back,) = read_calendar(data).incoming
    assert back.series.changes == (off,)


def test_a_change_of_a_date_that_the_rule_no_longer_has_is_not_written() -> None:
    stale = SeriesChange(WEEKLY.when.start + timedelta(days=1), fields={"title": "Cũ"})
    lines = lines_of(Outgoing("a", 0, STAMP, Fields("Họp"), WEEKLY.put(stale)))
    assert lines.count("BEGIN:VEVENT") == 1


def test_a_date_of_its_own_is_an_event_of_its_own() -> None:
    start = datetime(2019, 4, 10, 8)
    series = recurring(When(start, start + HOUR), read_rule("FREQ=WEEKLY"))
    other = start + timedelta(days=2)
    plain = series.put(SeriesChange(other, series.when.at(other), extra=True))
    lines = lines_of(Outgoing("a", 0, STAMP, Fields("Họp"), plain))
    assert lines.count("BEGIN:VEVENT") == 2
    assert not any(line.startswith(("RDATE", "RECURRENCE-ID")) for line in lines)
    assert {"UID:a", "UID:a#20190412T080000", "X-BBT-OF:a"} <= set(lines)
    placed = series.put(SeriesChange(other, series.when.at(other), fields={"place": "P2"}, extra=True))
    lines = lines_of(Outgoing("a", 0, STAMP, Fields("Họp"), placed))
    assert lines.count("BEGIN:VEVENT") == 2
    assert "X-BBT-SAYS:place when" in lines
