"""Times of a calendar file on our wall: zones by any name that programs use, and what no calendar has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desk.ics.result import IcsDoubt, IcsFault, Unfit
from desk.ics.time_zones import Zones, beside, duration, local_in, wall

EAST = timezone(timedelta(hours=9))


def zone_lines(name: str, *offsets: str) -> list[bytes]:
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for offset in offsets:
        lines += [
            "BEGIN:STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{offset}",
            f"TZOFFSETTO:{offset}", "END:STANDARD",
        ]  # fmt: skip
    return [line.encode() for line in lines]


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("Asia/Ho_Chi_Minh", 8),
        ("SE Asia Standard Time", 8),
        ("/mozilla.org/20050126_1/Asia/Tokyo", 6),
        ("Tokyo Standard Time", 6),
        ('"Asia/Tokyo"', 6),
        ("(UTC+09:00) Osaka, Sapporo", 6),
        ("GMT-3", 18),
        ("UTC+5:30", 9),
        ("tzone://Microsoft/Utc", 15),
        ("asia/TOKYO", 6),
    ],
)
def test_a_zone_is_known_by_every_name_that_programs_use(name: str, hour: int) -> None:
    zones = Zones([])
    assert zones.moment("20190410T080000", {"TZID": name}).wall.hour == hour
    assert zones.doubts == set()


@pytest.mark.parametrize("name", ["Sao Hỏa", "UTC+15", "localtime"])
def test_a_zone_that_nobody_knows_is_ours_with_a_doubt(name: str) -> None:
    zones = Zones([])
    assert zones.moment("20190410T080000", {"TZID": name}).wall == datetime(2019, 4, 10, 8)
    assert zones.doubts == {IcsDoubt.ZONE_UNKNOWN}


def test_a_zone_that_the_file_defines() -> None:
    zones = Zones([zone_lines("Nhà", "+0930"), zone_lines("Hỏng", "+1500"), zone_lines("Tây", "-0330")])
    assert zones.moment("20190410T080000", {"TZID": "Nhà"}).wall == datetime(2019, 4, 10, 5, 30)
    assert zones.moment("20190410T080000", {"TZID": "Tây"}).wall == datetime(2019, 4, 10, 18, 30)
    assert zones.doubts == set()
    assert zones.moment("20190410T080000", {"TZID": "Hỏng"}).wall == datetime(2019, 4, 10, 8)
    assert zones.doubts == {IcsDoubt.ZONE_UNKNOWN}


LOTUS = """BEGIN:VTIMEZONE
TZID:Western/Central Europe
BEGIN:STANDARD
DTSTART:19501029T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19500326T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT"""


def test_a_zone_of_lotus_names_the_hour_of_its_rules() -> None:
    zones = Zones([LOTUS.encode().splitlines()])
    lotus = {"TZID": "Western/Central Europe"}
    assert zones.moment("20190410T080000", lotus).wall == datetime(2019, 4, 10, 13)
    assert zones.moment("20190110T080000", lotus).wall == datetime(2019, 1, 10, 14)
    assert zones.doubts == set()


def test_a_time_without_a_zone_is_meant_beside_its_start() -> None:
    zones = Zones([])
    start = zones.moment("20190410T100000", {"TZID": "Asia/Tokyo"})
    assert beside(zones.moment("20190410T110000", {}), start).wall == datetime(2019, 4, 10, 9)
    for here in ("20190410T110000", "20190410T040000Z"):
        there = zones.moment(here, {"TZID": "Asia/Ho_Chi_Minh"})
        assert beside(there, start) == there
    assert start.date == start.local.date()
    night = zones.moment("20190410T200000Z", {})
    assert (night.date.day, night.midnight) == (11, night.wall)


def test_a_date_may_be_written_as_its_midnight() -> None:
    zones = Zones([])
    assert zones.moment("20190410T000000", {"VALUE": "DATE"}).day
    assert not zones.moment("20190410T083000", {"VALUE": "DATE"}).day
    assert not zones.moment("20190410T000000", {}).day
    assert zones.moment("20190410T0830", {}).wall == datetime(2019, 4, 10, 8, 30)


@pytest.mark.parametrize(
    ("value", "length"), [("PT90M", timedelta(minutes=90)), ("-p1d", timedelta(days=-1))]
)
def test_a_length_of_time(value: str, length: timedelta) -> None:
    assert duration(value) == length


def test_a_length_that_is_none_or_too_long() -> None:
    for value, fault in (("lâu", IcsFault.BAD_TIME), ("P4001D", IcsFault.TOO_LONG)):
        with pytest.raises(Unfit) as refused:
            duration(value)
        assert refused.value.fault is fault


def test_utc_dates_and_leap_seconds() -> None:
    zones = Zones([])
    assert zones.moment("20190410T200000Z", {"TZID": "Asia/Tokyo"}).wall == datetime(2019, 4, 11, 3)
    day = zones.moment(" 20190410 ", {})
    assert (day.wall, day.day) == (datetime(2019, 4, 10), True)
    assert zones.moment("20161231T235960", {}).wall == datetime(2016, 12, 31, 23, 59, 59)
    assert zones.moment("20190410T240000", {}).wall == datetime(2019, 4, 11)


@pytest.mark.parametrize(
    "value",
    ["20190230", "20190410T250000", "20190410T086000", "18991231", "22010101T000000", "10/4/2019", ""],
)
def test_a_time_that_no_calendar_has_is_refused(value: str) -> None:
    with pytest.raises(Unfit) as refused:
        Zones([]).moment(value, {})
    assert refused.value.fault is IcsFault.BAD_TIME


def test_the_first_and_the_last_year_are_read() -> None:
    assert Zones([]).moment("19000101", {}).wall.year == 1900
    assert Zones([]).moment("22001231", {}).wall.year == 2200


def test_wall_and_local_are_each_others_way_back() -> None:
    local = datetime(2019, 4, 10, 8)
    assert wall(local, None) == local_in(local, None) == local
    assert wall(local, EAST) == datetime(2019, 4, 10, 6)
    assert local_in(datetime(2019, 4, 10, 6), EAST) == local
    assert local_in(local, UTC) == datetime(2019, 4, 10, 1)
