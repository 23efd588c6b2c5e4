"""One VEVENT understood: its times, people, states and reminders, from us and from others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.calendar.storage import Chair, Fields
from desk.dates.series import DayHalf, MeetingState, When, part_of_day
from desk.ics import event as module
from desk.ics.event import Event, EventReader, merged_fields
from desk.ics.lines import IcsBlock, LineHead
from desk.ics.result import IcsDoubt, IcsFault, Unfit
from desk.ics.time_zones import Zones

AT = ("UID:a", "SUMMARY:Họp", "DTSTART:20190410T080000")
START = datetime(2019, 4, 10, 8)
HOUR = timedelta(hours=1)


def read(*lines: str, alarms: tuple[tuple[str, ...], ...] = (), method: str = "") -> Event:
    block = IcsBlock(LineHead(method), [line.encode() for line in lines])
    block.alarms = [[line.encode() for line in alarm] for alarm in alarms]
    reader = EventReader(block, Zones([]), {"giao ban": "briefing", "lạ": "nowhere"})
    reader.read()
    return reader.event


def fault(*lines: str) -> IcsFault:
    with pytest.raises(Unfit) as refused:
        read(*lines)
    return refused.value.fault


def test_without_an_end_others_mean_an_hour_and_we_a_moment() -> None:
    assert read(*AT).when == When(START, START + HOUR)
    assert read(*AT, "X-BBT-KIND:other").when == When(START, START)
    day = read("UID:a", "SUMMARY:Họp", "DTSTART;VALUE=DATE:20190410")
    assert day.when == part_of_day(START.date(), DayHalf.DAY)
    two = read("UID:a", "SUMMARY:Họp", "DTSTART;VALUE=DATE:20190410", "DURATION:PT50H")
    assert two.when == part_of_day(START.date(), DayHalf.DAY, date(2019, 4, 11))
    until = read("UID:a", "SUMMARY:Họp", "DTSTART;VALUE=DATE:20190410", "DTEND:20190412T100000")
    assert until.when == part_of_day(START.date(), DayHalf.DAY, date(2019, 4, 12))


def test_outlooks_whole_days_are_days_only_from_midnight_to_midnight() -> None:
    flag = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    midnight = ("UID:a", "SUMMARY:Họp", "DTSTART:20190410T000000")
    assert read(*midnight, "DTEND:20190411T000000", flag).days
    assert not read(*midnight, "DTEND:20190411T000000").days
    assert not read(*midnight, "DTEND:20190411T010000", flag).days
    assert not read(*midnight, "DTEND:20190410T000000", flag).days


def test_a_month_is_the_longest_meeting() -> None:
    assert read(*AT, "DURATION:P31D").when == When(START, START + timedelta(days=31))
    assert fault(*AT, "DURATION:P31DT1S") is IcsFault.TOO_LONG
    assert fault(*AT, "DURATION:P4001D") is IcsFault.TOO_LONG
    assert fault(*AT, "DURATION:-PT1S") is IcsFault.END_FIRST
    assert fault(*AT, "DURATION:lâu") is IcsFault.BAD_TIME


def test_a_half_day_counts_while_its_hours_are_those_it_was_named_for() -> None:
    morning = part_of_day(START.date(), DayHalf.MORNING)
    hours = (f"DTSTART:{morning.start:%Y%m%dT%H%M%S}", f"DTEND:{morning.end:%Y%m%dT%H%M%S}")
    named = ("UID:a", "SUMMARY:Họp", "X-BBT-KIND:other", "X-BBT-PART:morning")
    assert read(*named, *hours).when == morning
    other = read(*named, *hours[:1], "DTEND:20190410T100000")
    assert other.when is not None
    assert (other.when.part, other.part_told) == (DayHalf.HOURS, True)
    exact = "X-BBT-PART:morning 20190410T080000 20190410T100000"
    there = read(*AT, "DTEND:20190410T100000", exact).when
    assert there is not None
    assert there.part is DayHalf.MORNING


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (("STATUS:CANCELLED",), MeetingState.CANCELLED),
        (("STATUS:CANCELLED", "X-BBT-STATE:postponed"), MeetingState.POSTPONED),
        (("STATUS:CONFIRMED", "X-BBT-STATE:postponed"), MeetingState.CONFIRMED),  # changed elsewhere since
        ((), None),
    ],
)
def test_our_state_counts_while_the_status_still_says_it(
    lines: tuple[str, ...], state: MeetingState | None
) -> None:
    assert read(*AT, *lines).state is state


def test_a_cancellation_needs_no_start_and_no_title() -> None:
    gone = read("UID:a", "STATUS:CONFIRMED", "COMMENT:Bận\\n họp", method="CANCEL")
    assert (gone.state, gone.reason, gone.when, gone.title) == (MeetingState.CANCELLED, "Bận họp", None, "")
    assert fault("UID:a", "SUMMARY:Họp") is IcsFault.NO_START
    assert read("UID:a", "RECURRENCE-ID:20190410T080000", "DTSTART:20190410T090000").origin is not None


def test_the_newer_of_two_is_known_by_number_then_by_its_stamp() -> None:
    made = read(*AT, "SEQUENCE:7", "DTSTAMP:20190401T000000Z", "LAST-MODIFIED:20190402T010000Z")
    assert made.rank == (7, datetime(2019, 4, 2, 1, tzinfo=UTC))
    assert read(*AT, "SEQUENCE:-1").rank == (0, datetime.min.replace(tzinfo=UTC))
    assert read(*AT, "SEQUENCE:99999999999").sequence == 2**31


def test_people_of_others_preside_or_are_asked_to_come() -> None:
    told = read(
        *AT,
        "ORGANIZER;CN=Trần An:mailto:a@x",
        "ORGANIZER;CN=Lịch phòng:mailto:1@group.calendar.google.com",
        "ATTENDEE;ROLE=CHAIR;CN='Lê Bình':mailto:b@x",
        "ATTENDEE;CN=Vũ Chi:mailto:c@x",
        "ATTENDEE;CN=Trần An:mailto:a@x",
        "ATTENDEE;CUTYPE=ROOM;CN=Phòng 1:mailto:r@x",
        "CATEGORIES:Lạ,Giao ban",
    ).fields
    assert told["chairs"] == (Chair("Trần An"), Chair("Lê Bình"))
    assert told["attendees"] == "Vũ Chi"
    assert told["kind"] == "briefing"


def test_what_is_ours_comes_back_from_its_own_lines() -> None:
    told = read(
        *AT, "X-BBT-KIND:nowhere", 'X-BBT-CHAIRS:[["An"\\,"Trưởng ban"]]', "X-BBT-GUESTS:Báo", "X-BBT-NEWS:0",
        "DESCRIPTION:Ghi\\n\\nChủ trì: An – Trưởng ban\\nCùng dự: Báo\\nĐưa tin: không",
    ).fields  # fmt: skip
    assert (told["kind"], told["guests"], told["news"]) == ("other", "Báo", False)
    assert told["chairs"] == (Chair("An", "Trưởng ban"),)
    assert (told["notes"], told["remind"]) == ("Ghi", ())
    assert read(*AT, "X-BBT-KIND:other", "X-BBT-CHAIRS:{hỏng").fields["chairs"] == ()


def test_reminders_are_told_only_where_the_file_or_we_speak_of_them() -> None:
    assert read(*AT, alarms=(("TRIGGER:-PT30M",), ("TRIGGER:-PT5M",))).fields["remind"] == (5, 30)
    assert "remind" not in read(*AT).fields
    assert read(*AT, "X-BBT-KIND:other").fields["remind"] == ()
    day = read("UID:a", "SUMMARY:Họp", "DTSTART;VALUE=DATE:20190410", alarms=(("TRIGGER:PT7H",),))
    assert day.when is not None
    opens = day.when.start.hour * 60 + day.when.start.minute
    assert day.fields["remind"] == (max(0, opens - 420),)


def test_dates_of_their_own_and_dropped_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    event = read(
        *AT, "RDATE:20190411T080000,20190412T080000", "EXDATE:20190413T080000",
        "RDATE;VALUE=PERIOD:20190414T080000/PT2H,20190415T080000/20190415T083000",
    )  # fmt: skip
    assert [(moment.wall.day, length) for moment, length in event.extra] == [
        (11, None), (12, None), (14, 2 * HOUR), (15, HOUR / 2),
    ]  # fmt: skip
    assert [moment.wall.day for moment in event.gone] == [13]
    assert fault(*AT, "RDATE:20190414T080000/20190414T070000") is IcsFault.BAD_TIME
    monkeypatch.setattr(module, "MOST_DATES", 2)
    assert len(read(*AT, "RDATE:20190411T080000,20190412T080000").extra) == 2
    assert fault(*AT, "RDATE:20190411T080000,20190412T080000", "EXDATE:20190413") is IcsFault.TOO_MANY_DATES


def test_a_text_too_long_is_cut_with_a_doubt() -> None:
    fits = read(*AT, "LOCATION:" + "a" * 2000, "DESCRIPTION:" + "b" * 20_000)
    assert (len(fits.fields["place"]), fits.doubts) == (2000, set())
    long = read(*AT, "LOCATION:" + "a" * 2001)
    assert long.fields["place"] == "a" * 1999 + "…"
    assert long.doubts == {IcsDoubt.CUT_SHORT}
    assert len(read(*AT, "DESCRIPTION:" + "b" * 20_001).fields["notes"]) == 20_000
    assert fault("UID:a", "SUMMARY:" + "c" * 2001, "DTSTART:20190410T080000") is IcsFault.TITLE_TOO_LONG


def test_a_line_that_cannot_be_read_refuses_its_event_only_when_it_weighs() -> None:
    assert read(*AT, "LOCATION Phòng 1").title == "Họp"
    assert fault(*AT, "DTEND 20190410T090000") is IcsFault.UNREADABLE


def test_an_event_without_a_name_gets_the_same_one_each_time() -> None:
    lines = ("SUMMARY:Họp", "DTSTART:20190410T080000")
    assert read(*lines).uid == read(*lines).uid != read("SUMMARY:Khác", *lines[1:]).uid
    assert read(*lines).uid.endswith("@ban-bien-tap")


def test_an_event_without_a_name_leaves_the_one_that_stands() -> None:
    for lines in ((), ("SUMMARY:",), ("SUMMARY: \\n ",)):
        told = read("UID:a", "DTSTART:20190410T080000", *lines)
        assert (told.title, "title" in told.fields) == ("", False)


def test_what_is_empty_is_as_if_it_were_not_there() -> None:
    told = read(*AT, "RRULE:", "DTEND: ", "EXDATE:", "RDATE:", "EXRULE:", "RECURRENCE-ID:", "DURATION:")
    assert told.when == When(START, START + HOUR)
    assert (told.rules, told.exrule, told.origin) == ([], "", None)
    assert fault("UID:a", "DTSTART:") is IcsFault.NO_START


def test_an_end_without_a_zone_is_in_that_of_the_start() -> None:
    tokyo = ("UID:a", "SUMMARY:Họp", "DTSTART;TZID=Asia/Tokyo:20190410T100000")
    assert read(*tokyo, "DTEND:20190410T110000").when == When(START, START + HOUR)
    assert read(*tokyo, "DTEND:20190410T020000Z").when == When(START, START + HOUR)


def test_whole_days_of_another_zone_are_days_there() -> None:
    flag = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    paris = ("DTSTART;TZID=Europe/Paris:20190410T000000", "DTEND;TZID=Europe/Paris:20190412T000000")
    told = read("UID:a", "SUMMARY:Họp", *paris, flag)
    assert told.when == part_of_day(date(2019, 4, 10), DayHalf.DAY, date(2019, 4, 11))
    midnight = read("UID:a", "SUMMARY:Họp", "DTSTART;VALUE=DATE:20190410T000000")
    assert midnight.when == part_of_day(date(2019, 4, 10), DayHalf.DAY)


def test_an_occurrence_of_its_own_is_known_by_our_line_or_elsewhere_by_its_uid() -> None:
    lines = ("SUMMARY:Họp", "DTSTART:20190410T080000")
    foreign = read("UID:a#20190401T080000", *lines)
    assert foreign.origin is not None
    assert (foreign.uid, foreign.apart, foreign.origin.wall) == ("a", True, datetime(2019, 4, 1, 8))
    ours = ("X-BBT-KIND:other", *lines)
    assert read("UID:a#20190401T080000", "X-BBT-OF:a", *ours).apart
    assert not read("UID:a#20190401T080000", *ours).apart  # a meeting of its own here
    assert not read("UID:a#20190401T080000", *lines, "RRULE:FREQ=DAILY").apart
    assert not read("UID:a#20190431T080000", *lines).apart


def test_fields_not_told_are_as_the_desk_has_them() -> None:
    under = Fields("Cũ", place="P1", remind=(5,))
    assert merged_fields({"place": "P2"}, under) == Fields("Cũ", place="P2", remind=(5,))
    assert merged_fields({"place": "P2"}) == Fields("(không tên)", place="P2", remind=())
