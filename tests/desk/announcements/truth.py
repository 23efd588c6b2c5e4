"""Notices of real style with the truth of what they say, for the tests and the bench of the parser.

`tests/files/notices.json` was written before the parser and says by which rule; the notices that are `held` were
not looked at while it was made. `notices_blind.json` holds those of a later audit, written blind as well.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from desk.announcements.meeting_found import MeetingFound
from desk.announcements.reader import read_notice

FILES = tuple(Path(__file__).parents[2] / "files" / name for name in ("notices.json", "notices_blind.json"))
FIELDS = ("date", "last", "start", "end", "place", "chair", "part", "title", "attendees", "unit")


@dataclass(frozen=True)
class Notice:
    """One notice; `meetings` are as a careful clerk would enter them."""

    id: str
    text: str
    today: date
    held: bool
    meetings: tuple[dict[str, Any], ...]


@cache
def notices() -> tuple[Notice, ...]:
    """Read the fixtures."""
    data = [one for path in FILES for one in json.loads(path.read_text(encoding="utf-8"))["notices"]]
    return tuple(
        Notice(
            one["id"],
            unicodedata.normalize("NFD", one["text"]) if one["nfd"] else one["text"],
            date.fromisoformat(one["today"]),
            one["held"],
            tuple(one["meetings"]),
        )
        for one in data
    )


def told(found: MeetingFound | None) -> dict[str, Any]:
    """Return what was found as the fixture says it."""
    if found is None:
        return dict.fromkeys(FIELDS)
    return {
        "date": found.date.isoformat() if found.date else None,
        "last": found.last.isoformat() if found.last else None,
        "start": f"{found.start:%H:%M}" if found.start else None,
        "end": f"{found.end:%H:%M}" if found.end else None,
        "place": found.place or None,
        "chair": [list(pair) for pair in found.chairs] or None,
        "part": found.part.value if found.part else None,
        "title": found.title or None,
        "attendees": found.attendees or None,
        "unit": found.unit or None,
    }


def pairs(held: bool | None = None) -> Iterator[tuple[Notice, dict[str, Any], MeetingFound | None]]:
    """Yield every meeting of the truth with what was found in its place."""
    for notice in notices():
        if held is None or notice.held is held:
            found = read_notice(notice.text, notice.today)
            for at, truth in enumerate(notice.meetings):
                yield notice, truth, found[at] if at < len(found) else None


def score(held: bool | None = None) -> dict[str, float]:
    """Return which share of the meetings has each field exactly right."""
    right: Counter[str] = Counter()
    count = 0
    for _, truth, found in pairs(held):
        count += 1
        got = told(found)
        right.update(name for name in FIELDS if got[name] == (truth[name] or None))
    return {name: right[name] / count for name in FIELDS}
