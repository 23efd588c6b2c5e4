"""What a meeting becomes by a file's word of it: told fields win, the rest and what hangs on dates stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from desk.calendar.storage import Fields
from desk.dates.recurrence import lunar_rule, read_rule
from desk.dates.series import DayHalf, MeetingState, Series, SeriesChange, When, once, part_of_day, recurring
from desk.ics.merge import Content, called_off, merged, occurrence, of_new
from desk.ics.read import read_calendar
from desk.ics.result import Incoming
from desk.ics.write import Outgoing, calendar_bytes
from tests.desk.ics.calendar_text import STAMP

MONDAY = datetime(2019, 4, 1, 8)
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
HERE = Fields("Giao ban", kind="briefing", place="P1", guests="Báo", notes="Ghi")


def weekly(start: datetime = MONDAY, rule: str = "FREQ=WEEKLY") -> Series:
    return recurring(When(start, start + HOUR), read_rule(rule))


def incoming(series: Series, *told: str, **more: object) -> Incoming:
    fields = more.pop("fields", Fields("Mới", place="P2", remind=()))
    return replace(Incoming("u", 1, None, fields, series, told=frozenset(told)), **more)  # type: ignore[arg-type]


def test_a_new_meeting_says_what_the_file_says() -> None:
    one = incoming(weekly(), state=MeetingState.MOVED, reason="bận", moved_from=MONDAY)
    assert of_new(one) == Content(one.fields, one.series, MeetingState.MOVED, "bận", MONDAY)


def test_only_fields_told_are_taken() -> None:
    made = merged(incoming(weekly(), "place"), Content(HERE, weekly()), set()).content
    assert made.fields == replace(HERE, place="P2")


def test_our_own_lines_at_the_end_of_notes_are_no_notes() -> None:
    told = Fields("x", notes="Ghi thêm\n\nCùng dự: Báo\nĐưa tin: có", remind=())
    one = incoming(weekly(), "notes", fields=told)
    assert merged(one, Content(HERE, weekly()), set()).content.fields.notes == "Ghi thêm"
    assert merged(replace(one, ours=True), Content(HERE, weekly()), set()).content.fields.notes == told.notes


def test_a_state_with_the_same_word_elsewhere_stays_as_it_is_here() -> None:
    was = Content(HERE, weekly(), MeetingState.POSTPONED, "bận")
    off = incoming(weekly(), "state", state=MeetingState.CANCELLED, reason="?")
    assert merged(off, was, set()).content.state is MeetingState.POSTPONED
    assert merged(off, was, set()).content.reason == "bận"
    assert merged(replace(off, ours=True), was, set()).content.state is MeetingState.CANCELLED
    on = incoming(weekly(), "state", state=MeetingState.CONFIRMED)
    assert merged(on, was, set()).content.state is MeetingState.CONFIRMED
    assert merged(replace(on, told=frozenset()), was, set()).content.state is MeetingState.POSTPONED


def test_a_meeting_is_called_off_once() -> None:
    was = Content(HERE, weekly(), MeetingState.MOVED, "bận", MONDAY)
    one = incoming(once(When(MONDAY, MONDAY)), cancels=True, reason="mưa")
    off = merged(one, was, {MONDAY})
    assert off.content == Content(HERE, weekly(), MeetingState.CANCELLED, "mưa")
    assert off.moves == {}
    assert called_off(replace(one, reason="khác"), off.content) == off.content


def test_a_half_day_stays_one_while_its_hours_are_the_same() -> None:
    morning = part_of_day(MONDAY.date(), DayHalf.MORNING)
    was = Content(HERE, once(morning))
    same = incoming(once(When(morning.start, morning.end)))
    assert merged(same, was, set()).content.series.when == morning
    longer = incoming(once(When(morning.start, morning.end + HOUR)))
    assert merged(longer, was, set()).content.series.when.part is DayHalf.HOURS
    assert (
        merged(replace(same, told=frozenset({"part"})), was, set()).content.series.when.part is DayHalf.HOURS
    )


def test_what_an_occurrence_said_here_stays_beside_what_the_file_says_of_it() -> None:
    old = SeriesChange(
        MONDAY, state=MeetingState.POSTPONED, reason="bận", fields={"guests": "Đài", "place": "P3"}
    )
    new = SeriesChange(MONDAY, state=MeetingState.CANCELLED, fields={"place": "P4"})
    made = merged(incoming(weekly().put(new)), Content(HERE, weekly().put(old)), set()).content
    (change,) = made.series.changes
    assert (change.state, change.reason) == (MeetingState.POSTPONED, "bận")
    assert dict(change.fields) == {"guests": "Đài", "place": "P4"}


def test_news_follow_to_the_new_date_of_their_day_or_stay_on_a_date_of_their_own() -> None:
    was = Content(HERE, weekly())
    later = incoming(weekly(MONDAY + HOUR))
    assert merged(later, was, {MONDAY}).moves == {MONDAY: (False, MONDAY + HOUR)}
    tuesdays = merged(incoming(weekly(MONDAY + timedelta(days=1))), was, {MONDAY + WEEK})
    assert tuesdays.moves == {MONDAY + WEEK: (False, MONDAY + WEEK)}
    (kept,) = tuesdays.content.series.changes
    assert kept.extra
    assert kept.when == When(MONDAY + WEEK, MONDAY + WEEK + HOUR)
    assert merged(incoming(weekly()), was, {MONDAY}).content.series == weekly()


def test_news_of_a_meeting_held_once_follow_it() -> None:
    was = Content(HERE, once(When(MONDAY, MONDAY + HOUR)))
    there = MONDAY + 3 * WEEK
    moved = merged(incoming(once(When(there, there + HOUR))), was, {MONDAY})
    assert (moved.moves, moved.content.series.rule) == ({MONDAY: (False, there)}, None)
    series = merged(incoming(once(When(there, there + HOUR))), Content(HERE, weekly()), {MONDAY})
    assert [slot.origin for slot in series.content.series.slots(MONDAY, there + WEEK)] == [MONDAY, there]


def foreign(data: bytes) -> bytes:
    """Return a file as a program gives it back that keeps no line it does not know, and no rule it was not told."""
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"X-BBT-"))


def test_a_lunar_series_survives_a_program_that_knows_no_lunar_year() -> None:
    tenth = MONDAY.date().replace(day=14)
    series = recurring(part_of_day(tenth, DayHalf.DAY), lunar_rule(tenth))
    second, third = (slot.origin for slot in series.next(series.when.start, 3)[1:])
    series = series.put(SeriesChange(third, gone=True))
    was = Content(HERE, series)
    out = calendar_bytes([Outgoing("u", 0, STAMP, HERE, series)], "L", today=tenth)
    (back,) = read_calendar(foreign(out)).incoming
    assert merged(back, was, set()).content == was
    days = b"DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s"
    moved = foreign(out).replace(days % (b"20200402", b"20200403"), days % (b"20200403", b"20200404"))
    (back,) = read_calendar(moved).incoming
    made = merged(back, was, set()).content.series
    assert (made.rule, made.when) == (series.rule, series.when)
    assert {one.origin for one in made.changes} == {second, third}
    assert made.by_origin[second].when == part_of_day(date(2020, 4, 3), DayHalf.DAY)


def test_a_lunar_series_keeps_its_rule_where_its_first_date_was_moved_elsewhere() -> None:
    tenth = MONDAY.date().replace(day=14)
    series = recurring(part_of_day(tenth, DayHalf.DAY), lunar_rule(tenth))
    out = calendar_bytes([Outgoing("u", 0, STAMP, HERE, series)], "L", today=tenth)
    days = b"DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s"
    moved = out.replace(days % (b"20190414", b"20190415"), days % (b"20190416", b"20190417"))
    there = SeriesChange(series.when.start, part_of_day(date(2019, 4, 16), DayHalf.DAY))
    for data in (moved, foreign(moved)):
        (back,) = read_calendar(data).incoming
        assert merged(back, Content(HERE, series), set()).content.series == series.put(there)


def test_one_occurrence_told_alone() -> None:
    was = Content(HERE, weekly())
    there = MONDAY + WEEK + 2 * HOUR
    one = incoming(once(When(there, there + HOUR)), "place", only=MONDAY + WEEK)
    made = occurrence(one, was)
    assert made is not None
    assert made.series.changes == (
        SeriesChange(MONDAY + WEEK, When(there, there + HOUR), fields={"place": "P2"}),
    )
    by_day = replace(one, only=(MONDAY + WEEK).replace(hour=0), only_day=True)
    assert occurrence(by_day, was) == made
    assert occurrence(replace(one, only=MONDAY + HOUR), was) is None
    assert occurrence(one, Content(HERE, once(When(MONDAY, MONDAY + HOUR)))) is None


def test_one_occurrence_that_says_nothing_new_changes_nothing() -> None:
    was = Content(HERE, weekly())
    same = incoming(once(When(MONDAY, MONDAY + HOUR)), "place", fields=HERE, only=MONDAY)
    assert occurrence(same, was) is was


def test_one_occurrence_called_off() -> None:
    was = Content(HERE, weekly())
    one = incoming(once(When(MONDAY, MONDAY)), only=MONDAY, cancels=True, reason="mưa")
    off = occurrence(one, was)
    assert off is not None
    assert off.series.changes == (SeriesChange(MONDAY, state=MeetingState.CANCELLED, reason="mưa"),)
    assert occurrence(replace(one, reason="khác"), off) == off
    all_off = replace(was, state=MeetingState.CANCELLED)
    assert occurrence(one, all_off) is all_off
