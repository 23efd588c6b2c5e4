"""Times of a calendar file on our wall: zones by any name that programs use, and what no calendar has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desk.ics.result import IcsDoubt, IcsFault, Unfit
from desk.ics.time_zones import Zones, local_in, wall

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
