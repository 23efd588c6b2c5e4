"""The hours of an office: when it works, and what it calls morning, afternoon and evening."""

from __future__ import annotations

from datetime import time
from enum import Enum

MORNING = (time(7, 30), time(11, 30))
AFTERNOON = (time(13, 30), time(17, 0))
_NOON = time(12, 30)  # what begins before it is a morning's
_EVENING = time(17, 30)


class PartOfDay(Enum):
    """Buổi: what a beginning is called."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def part_of_day(begins: time) -> PartOfDay:
    """Return the part of the day in which something begins."""
    if begins < _NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if begins < _EVENING else PartOfDay.EVENING


def spans_noon(begins: time, ends: time) -> bool:
    """Say whether something goes on from the morning into the afternoon's working hours."""
    return begins < _NOON and ends > AFTERNOON[0]
