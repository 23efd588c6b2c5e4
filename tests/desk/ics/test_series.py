"""A VEVENT and its overrides become one series on our wall."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desk.dates.series import DayHalf, MeetingState, SeriesChange
from desk.ics.event import Event
from desk.ics.read import read_calendar
from desk.ics.result import IcsDoubt, IcsFault, Incoming
from desk.ics.series import by_word, differences
from desk.ics.time_zones import Moment
from tests.desk.ics.calendar_text import BASE, event, file

SPAN = (datetime(2019, 1, 1), datetime(2021, 1, 1))
WEEKLY = ("DTSTART:20190401T080000", "DTEND:20190401T090000", "RRULE:FREQ=WEEKLY;COUNT=4")
HOUR = timedelta(hours=1)


def only(*events: str) -> Incoming:
    calendar = read_calendar(file(*events))
    assert calendar.refused == ()
    (one,) = calendar.incoming
    return one


def held(one: Incoming) -> list[str]:
    return [f"{slot.when.start:%d/%m %H}" for slot in one.series.slots(*SPAN)]


def master(*lines: str) -> Incoming:
    return only(event(*BASE, *lines))


def test_dates_are_added_and_dropped() -> None:
    lines = (*WEEKLY, "RDATE:20190403T100000,20190408T080000,20190410T080000")
    assert held(master(*lines, "EXDATE:20190415T080000,20190410T080000")) == [
        "01/04 08", "03/04 10", "08/04 08", "22/04 08",
    ]  # fmt: skip


def test_a_dropped_date_of_the_rule_does_not_come_back_by_being_added() -> None:
    assert held(master(*WEEKLY, "RDATE:20190415T080000", "EXDATE:20190415T080000")) == [
        "01/04 08", "08/04 08", "22/04 08",
    ]  # fmt: skip


def test_a_date_may_have_its_own_length() -> None:
    one = master(*WEEKLY, "RDATE;VALUE=PERIOD:20190403T100000/PT3H,20190408T080000/PT2H")
    longer = {slot.origin.day: slot.when.length for slot in one.series.slots(*SPAN)}
    assert longer == {1: HOUR, 3: 3 * HOUR, 8: 2 * HOUR, 15: HOUR, 22: HOUR}
    assert one.series.by_origin[datetime(2019, 4, 3, 10)].extra
    assert not one.series.by_origin[datetime(2019, 4, 8, 8)].extra


def test_a_meeting_held_once_becomes_a_series_only_for_its_other_dates() -> None:
    once = ("DTSTART:20190401T080000", "DTEND:20190401T090000")
    assert master(*once, "EXDATE:20190402T080000").series.rule is None
    assert held(master(*once, "RDATE:20190403T080000")) == ["01/04 08", "03/04 08"]


def test_the_first_date_counts_even_where_the_rule_does_not_have_it() -> None:
    lines = ("DTSTART:20190402T080000", "DTEND:20190402T090000")
    assert held(master(*lines, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")) == ["02/04 08", "08/04 08", "15/04 08"]
    assert held(master(*lines, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=1")) == ["02/04 08"]


def test_the_end_of_a_rule_is_read_in_the_zone_of_its_start() -> None:
    utc = ("DTSTART:20190401T010000Z", "DTEND:20190401T020000Z")
    assert held(master(*utc, "RRULE:FREQ=DAILY;UNTIL=20190403T010000Z")) == [
        "01/04 08",
        "02/04 08",
        "03/04 08",
    ]
    here = ("DTSTART:20190401T080000", "DTEND:20190401T090000")
    assert len(held(master(*here, "RRULE:FREQ=DAILY;UNTIL=20190403"))) == 3
    assert len(held(master(*here, "RRULE:FREQ=DAILY;UNTIL=20190403T005959Z"))) == 2
    assert len(held(master(*here, "RRULE:FREQ=DAILY;UNTIL=20190403T010000Z"))) == 3
    assert master(*here, "RRULE:FREQ=DAILY;UNTIL=29990101").series.ends is None
    assert held(master(*here, "RRULE:FREQ=DAILY;COUNT=2;BYHOUR=8;BYMINUTE=0;BYSECOND=0")) == [
        "01/04 08",
        "02/04 08",
    ]


def test_a_rule_of_another_zone_is_turned_to_our_wall() -> None:
    tokyo = ("DTSTART;TZID=Asia/Tokyo:20190401T010000", "DTEND;TZID=Asia/Tokyo:20190401T020000")
    turned = master(*tokyo, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    assert held(turned) == ["31/03 23", "07/04 23", "14/04 23"]
    assert turned.series.rule is not None
    assert turned.series.rule.part("BYDAY") == "SU"
    told = master(*tokyo, "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3")  # the night before is no day of a month
    assert held(told) == ["31/03 23", "30/04 23", "31/05 23"]


def test_dates_without_a_zone_are_in_that_of_the_first() -> None:
    tokyo = ("DTSTART;TZID=Asia/Tokyo:20190401T010000", "DTEND:20190401T020000", "RRULE:FREQ=DAILY;COUNT=3")
    added = (
        "EXDATE:20190402T010000",
        "RDATE:20190405T010000",
        "RDATE;VALUE=PERIOD:20190407T010000/20190407T030000",
    )
    one = master(*tokyo, *added)
    assert held(one) == ["31/03 23", "02/04 23", "04/04 23", "06/04 23"]
    assert [slot.when.length for slot in one.series.slots(*SPAN)] == [HOUR, HOUR, HOUR, 2 * HOUR]
    there = (
        "RECURRENCE-ID:20190402T010000",
        "DTSTART;TZID=Asia/Tokyo:20190402T030000",
        "DTEND:20190402T040000",
    )
    assert held(only(event(*BASE, *tokyo), event(*BASE, *there))) == ["31/03 23", "02/04 01", "02/04 23"]
    (alone,) = read_calendar(file(event(*BASE, *there))).incoming
    assert alone.only == datetime(2019, 4, 1, 23)


def test_dates_beside_one_in_utc_are_in_utc_unless_their_hour_is_ours() -> None:
    utc = ("DTSTART:20190401T010000Z", "DTEND:20190401T020000Z", "RRULE:FREQ=DAILY;COUNT=3")
    for dropped in ("EXDATE:20190402T010000", "EXDATE:20190402T080000"):
        assert held(master(*utc, dropped)) == ["01/04 08", "03/04 08"]


def test_a_series_written_out_keeps_what_was_dropped_changed_and_added() -> None:
    berlin = ("DTSTART;TZID=Europe/Berlin:20190318T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
    more = ("EXDATE;TZID=Europe/Berlin:20190325T090000", "RDATE;TZID=Europe/Berlin:20190403T090000")
    moved = ("RECURRENCE-ID;TZID=Europe/Berlin:20190408T090000", "DTSTART;TZID=Europe/Berlin:20190409T090000")
    off = ("RECURRENCE-ID;TZID=Europe/Berlin:20190415T090000", "DTSTART;TZID=Europe/Berlin:20190415T090000")
    one = only(event(*BASE, *berlin, *more), event(*BASE, *moved), event(*BASE, *off, "STATUS:CANCELLED"))
    assert held(one)[:6] == ["18/03 15", "01/04 14", "03/04 14", "09/04 14", "15/04 14", "22/04 14"]
    assert one.series.by_origin[datetime(2019, 4, 15, 14)].state is MeetingState.CANCELLED
    assert one.doubts == {IcsDoubt.WRITTEN_OUT}


def test_a_dropped_day_is_a_day_where_the_series_is_held() -> None:
    start = ("DTSTART;TZID=America/Los_Angeles:20190401T170000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    assert held(master(*start)) == ["02/04 07", "03/04 07", "04/04 07"]
    assert held(master(*start, "EXDATE;VALUE=DATE:20190402")) == ["02/04 07", "04/04 07"]
    days = ("DTSTART;VALUE=DATE:20190401", "RRULE:FREQ=DAILY;COUNT=3")
    for dropped in (
        "EXDATE;TZID=Pacific/Auckland:20190402T000000", "EXDATE:20190402T000000Z", "EXDATE:20190401T170000Z",
    ):  # fmt: skip
        assert [at[:5] for at in held(master(*days, dropped))] == ["01/04", "03/04"]


def test_an_override_changes_its_occurrence_alone() -> None:
    moved = event(
        *BASE,
        "RECURRENCE-ID:20190408T080000",
        "DTSTART:20190409T080000",
        "DTEND:20190409T090000",
        "LOCATION:P2",
    )
    one = only(event(*BASE, *WEEKLY, "EXDATE:20190408T080000"), moved)
    assert held(one) == ["01/04 08", "09/04 08", "15/04 08", "22/04 08"]
    (change,) = one.series.changes
    assert (dict(change.fields), change.origin) == ({"place": "P2"}, datetime(2019, 4, 8, 8))
    same = event(*BASE, "RECURRENCE-ID:20190408T080000", "DTSTART:20190408T080000", "DTEND:20190408T090000")
    assert only(event(*BASE, *WEEKLY), same).series.changes == ()
    assert len(held(only(event(*BASE, *WEEKLY, "EXDATE:20190408T080000"), same))) == 4


def test_an_override_where_the_rule_has_no_date_adds_one_unless_it_calls_off() -> None:
    there = ("RECURRENCE-ID:20190410T080000", "DTSTART:20190410T100000", "DTEND:20190410T110000")
    assert held(only(event(*BASE, *WEEKLY), event(*BASE, *there)))[2] == "10/04 10"
    off = only(event(*BASE, *WEEKLY), event(*BASE, *there, "STATUS:CANCELLED"))
    assert off.series.changes == ()
    added = only(event(*BASE, *WEEKLY, "RDATE:20190410T080000"), event(*BASE, *there, "STATUS:CANCELLED"))
    (change,) = added.series.changes
    assert (change.state, change.extra) == (MeetingState.CANCELLED, True)


def test_overrides_that_cannot_be_are_refused_alone() -> None:
    future = event(*BASE, "RECURRENCE-ID;RANGE=THISANDFUTURE:20190408T080000", "DTSTART:20190408T090000")
    older, newer = (
        event(*BASE, f"SEQUENCE:{n}", "RECURRENCE-ID:20190415T080000", f"DTSTART:20190415T1{n}0000")
        for n in (1, 2)
    )
    calendar = read_calendar(file(event(*BASE, *WEEKLY), future, newer, older))
    assert {one.fault for one in calendar.refused} == {IcsFault.THIS_AND_FUTURE, IcsFault.UID_TWICE}
    again = read_calendar(file(event(*BASE, *WEEKLY), newer, newer))
    assert again.refused == ()  # told twice, and the same
    (one,) = calendar.incoming
    assert held(one) == ["01/04 08", "08/04 08", "15/04 12", "22/04 08"]
    assert one.doubts == {IcsDoubt.FUTURE_LEFT_OUT}


def test_an_occurrence_called_off_keeps_its_time() -> None:
    off = event("UID:a@x", "RECURRENCE-ID:20190408T080000", "DTSTART:20190408T080000", "DTEND:20190408T090000",
                "STATUS:CANCELLED", "COMMENT:Mưa")  # fmt: skip
    assert only(event(*BASE, *WEEKLY), off).series.changes == (
        SeriesChange(datetime(2019, 4, 8, 8), state=MeetingState.CANCELLED, reason="Mưa"),
    )


def test_an_all_day_series_begins_when_ours_do() -> None:
    one = master("DTSTART;VALUE=DATE:20190401", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20190402")
    opens = one.series.when.start.time()
    assert one.series.when.part is DayHalf.DAY
    assert [slot.origin.day for slot in one.series.slots(*SPAN)] == [1, 3]
    assert {slot.origin.time() for slot in one.series.slots(*SPAN)} == {opens}


def test_a_series_of_which_every_date_was_dropped_is_none() -> None:
    gone = "EXDATE:20190401T080000,20190408T080000,20190415T080000,20190422T080000"
    calendar = read_calendar(file(event(*BASE, *WEEKLY, gone)))
    assert [one.fault for one in calendar.refused] == [IcsFault.RULE_NEVER]
    assert len(held(master(*WEEKLY, gone, "RDATE:20190403T080000"))) == 1


def test_what_a_file_speaks_of_is_said() -> None:
    assert {"title"} == master("DTSTART:20190401T080000").told
    day = master("DTSTART;VALUE=DATE:20190401", "STATUS:CONFIRMED", "LOCATION:P1")
    assert day.told == {"title", "place", "state", "part"}


def test_what_two_events_say_differently() -> None:
    one = Event(fields={"title": "A", "place": "P"}, state=MeetingState.PLANNED)
    other = Event(fields={"title": "A", "place": "Q"}, rules=["FREQ=DAILY"], state=MeetingState.PLANNED)
    other.stamp = datetime(2019, 4, 1, tzinfo=UTC)
    assert differences(one, other) == "place, rule"
    assert differences(one, Event(fields={"title": "A", "place": "P"}, state=MeetingState.PLANNED)) == ""
    other = Event(fields=one.fields, state=MeetingState.PLANNED, gone=[Moment(SPAN[0], SPAN[0])])
    assert differences(one, other) == "dates"
    assert by_word({"briefing": "Giao Ban"}) == {"giao ban": "briefing"}
