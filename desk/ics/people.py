"""Who presides over a meeting of a calendar file, and who is asked to come."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from desk.calendar.storage import Chair
from desk.ics import properties
from desk.ics.lines import Line

LONGEST_NAME = 2_000  # characters


def asked(lines: Mapping[str, Sequence[Line]]) -> dict[str, Any]:
    """Return the fields `chairs` and `attendees` as ORGANIZER and ATTENDEE tell them; only those they tell."""
    chairs: list[str] = []
    others: list[str] = []
    for params, address in lines.get("ORGANIZER", ()):
        # Google names its calendars here, which preside over nothing.
        if "@group.calendar.google.com" not in address and "@" not in params.get("CN", ""):
            chairs.append(params.get("CN", ""))
    for params, _ in lines.get("ATTENDEE", ()):
        if params.get("CUTYPE", "").upper() in ("ROOM", "RESOURCE"):
            continue
        (chairs if params.get("ROLE", "").upper() == "CHAIR" else others).append(params.get("CN", ""))
    told: dict[str, Any] = {}
    names = [name for name in dict.fromkeys(map(_name, chairs)) if name]
    if names:
        told["chairs"] = tuple(Chair(name[:LONGEST_NAME]) for name in names)
    rest = [name for name in dict.fromkeys(map(_name, others)) if name and name not in names]
    if rest:
        told["attendees"] = ", ".join(rest)
    return told


def stored_chairs(stored: str) -> tuple[Chair, ...]:
    """Read who presides as our own property has it; nobody where it was damaged."""
    try:
        return tuple(Chair(str(name), str(title)) for name, title in json.loads(stored or "[]"))
    except (ValueError, TypeError):
        return ()


def _name(written: str) -> str:
    return " ".join(properties.unescaped(written).strip("'\" ").split())
