"""The reminders (VALARM) of an event, as minutes before it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time

from desk.dates.series import When
from desk.ics.lines import Line, parts, text
from desk.ics.result import IcsDoubt, Unfit
from desk.ics.time_zones import Moment, duration

_EARLIEST = 40_320  # minutes: four weeks


def reminders(
    alarms: Iterable[Iterable[bytes]],
    when: When,
    moment: Callable[[Line], Moment],
    doubts: set[IcsDoubt],
    *,
    days: bool,
) -> tuple[int, ...]:
    """Return minutes before the start, fewest first; what cannot be read or rings later is left out."""
    return tuple(sorted(set(_minutes(alarms, when, moment, doubts, days=days))))


def _minutes(
    alarms: Iterable[Iterable[bytes]],
    when: When,
    moment: Callable[[Line], Moment],
    doubts: set[IcsDoubt],
    *,
    days: bool,
) -> Iterator[int]:
    # Elsewhere a whole day begins at midnight.
    begin = datetime.combine(when.start.date(), time()) if days else when.start
    for lines in alarms:
        told = _told(lines, doubts)
        if "TRIGGER" not in told or told.get("ACTION", ({}, ""))[1].strip().upper() == "NONE":
            continue
        params, value = told["TRIGGER"]
        try:
            if params.get("VALUE", "").upper() == "DATE-TIME":
                rings = moment(told["TRIGGER"]).wall
            else:
                rings = (when.end if params.get("RELATED", "").upper() == "END" else begin) + duration(value)
        except Unfit:
            continue
        ahead = int((when.start - rings).total_seconds() // 60)
        ahead = max(0, ahead) if days else ahead
        if 0 <= ahead <= _EARLIEST:
            yield ahead


def _told(lines: Iterable[bytes], doubts: set[IcsDoubt]) -> dict[str, Line]:
    told: dict[str, Line] = {}
    for line in lines:
        try:
            name, params, value = parts(text(line, doubts))
        except Unfit:
            continue
        told[name] = (params, value)
    return told
