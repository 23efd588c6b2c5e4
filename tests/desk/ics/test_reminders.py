"""Reminders are minutes before the start; a whole day's are reckoned from midnight."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.dates.series import DayHalf, When, part_of_day
from desk.ics.reminders import reminders
from desk.ics.result import IcsDoubt
from desk.ics.time_zones import Zones

START = datetime(2019, 4, 10, 8)


def read(when: When, *alarms: tuple[str, ...], days: bool = False) -> tuple[int, ...]:
    doubts: set[IcsDoubt] = set()
    lines = [[line.encode() for line in alarm] for alarm in alarms]
    return reminders(lines, when, lambda line: Zones([]).moment(line[1], line[0]), doubts, days=days)


def test_triggers_of_every_kind() -> None:
    hour = When(START, START + timedelta(hours=1))
    assert read(
        hour, ("TRIGGER:-PT30M",), ("TRIGGER;RELATED=END:-PT90M",), ("TRIGGER;VALUE=DATE-TIME:20190410T070000",),
        ("TRIGGER:PT1M",), ("TRIGGER:-P28D",), ("TRIGGER:-P28DT1M",), ("ACTION:NONE", "TRIGGER:-PT5M"),
        ("ACTION:DISPLAY",), ("TRIGGER:hỏng",), ("hỏng", "TRIGGER:PT0S"),
    ) == (0, 30, 60, 40_320)  # fmt: skip


def test_a_whole_day_rings_from_midnight_and_never_after_it_began() -> None:
    day = part_of_day(START.date(), DayHalf.DAY)
    opens = day.start.hour * 60 + day.start.minute
    assert read(day, ("TRIGGER:-PT15M",), ("TRIGGER:PT20H",), days=True) == (0, opens + 15)
