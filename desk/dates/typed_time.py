"""A time of day as a clerk types it."""

from __future__ import annotations

import re
from datetime import time

_PAIR = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:h|g|giờ|:|\.|,)?\s*(?P<minute>\d{2}|rưỡi)?\s*(?:ph|phút|p|')?"
    r"(?:\s*(?P<half>sáng|trưa|chiều|tối|đêm))?",
    re.IGNORECASE,
)
_AFTERNOON = ("trưa", "chiều", "tối", "đêm")


def parse_time(typed: str) -> time | None:
    """Read 14:30, 14h30, 14g30, 14.30, 1430, 930, 14h, 14, 2 giờ rưỡi chiều; None for what is no time."""
    words = typed.strip()
    if re.fullmatch(r"\d{3}", words):  # 930: the minutes are the last two figures
        words = "0" + words
    found = _PAIR.fullmatch(words)
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), found["minute"] or "0", (found["half"] or "").casefold()
    if half in _AFTERNOON and 1 <= hour < (11 if half == "trưa" else 12):
        hour += 12
    elif half == "đêm" and hour == 12:
        hour = 0
    try:
        return time(hour, 30 if minute.casefold() == "rưỡi" else int(minute))
    except ValueError:
        return None
