"""Notices and schedules in real forms, retyped with invented names by authors who had not seen the reader.

`tests/files/notices_forms.jsonl`: a notice a line with its answers; `set` tells those given beforehand, those the
reader was made from, and seven authors' that were held back until it was done (their first look: `tests/bench`).
"""

from __future__ import annotations

import json
import re
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

FILE = Path(__file__).parents[2] / "files" / "notices_forms.jsonl"
FIELDS = ("date", "last", "start", "end", "session", "place", "chair", "title")
_NEAR = 1.2  # from which likeness on a meeting is the one that is meant
_SAME_NAME = 0.75  # of the words of two names that must be the same


@dataclass(frozen=True)
class Form:
    """One notice of the file."""

    id: str
    set: str
    today: date
    text: str
    meetings: tuple[dict[str, Any], ...]


@cache
def forms() -> tuple[Form, ...]:
    """Read the file."""
    lines = map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    return tuple(
        Form(x["id"], x["set"], date.fromisoformat(x["today"]), x["text"], tuple(x["meetings"]))
        for x in lines
    )


def _norm(words: str | None) -> str:
    bare = unicodedata.normalize("NFC", words or "").casefold()
    return " ".join(re.sub(r'[“”"\'.,;:()–-]', " ", bare).split())


def _share(one: str, other: str) -> float:
    a, b = set(_norm(one).split()), set(_norm(other).split())
    return len(a & b) / max(1, len(a | b))


def told(found: MeetingFound) -> dict[str, Any]:
    """Return what was found as the file says it."""
    return {
        "date": found.date.isoformat() if found.date else None,
        "last": found.last.isoformat() if found.last else None,
        "start": f"{found.start:%H:%M}" if found.start else None,
        "end": f"{found.end:%H:%M}" if found.end else None,
        "session": found.part.value if found.part else None,
        "place": found.place,
        "chair": [name for name, _ in found.chairs],
        "title": found.title,
    }


def matched(form: Form) -> Iterator[tuple[dict[str, Any], MeetingFound | None]]:
    """Yield each wanted meeting with what was found of it; what is a matter of taste is left out."""
    found = read_notice(form.text, form.today)
    pairs = sorted(
        (
            (
                (told(one)["date"] == want["date"])
                + (told(one)["start"] == want["start"])
                + 2 * _share(want["title"], one.title),
                i,
                j,
            )
            for i, want in enumerate(form.meetings)
            for j, one in enumerate(found)
        ),
        reverse=True,
    )
    to: dict[int, int] = {}
    for near, i, j in pairs:
        if near >= _NEAR and i not in to and j not in to.values():
            to[i] = j
    for i, want in enumerate(form.meetings):
        if not want.get("optional"):
            yield want, found[to[i]] if i in to else None


def wrong(want: dict[str, Any], found: MeetingFound | None) -> list[str]:
    """Return which fields of a meeting are not right."""
    if found is None:
        return list(FIELDS)
    got = told(found)
    right = {
        **{name: got[name] == (want[name] or None) for name in ("date", "last", "start", "end", "session")},
        "place": any(
            _norm(got["place"]) == _norm(one) for one in (want["place"], *want.get("place_any", ()))
        ),
        "chair": any(
            [*map(_norm, got["chair"])] == [*map(_norm, one)]
            for one in (want["chair"], *want.get("chair_any", ()))
        ),
        "title": any(
            _share(one, got["title"]) >= _SAME_NAME for one in (want["title"], *want.get("title_any", ()))
        ),
    }
    return [name for name in FIELDS if not right[name]]


@dataclass(frozen=True)
class Score:
    """How much of the forms was read right."""

    meetings: int
    fields: float
    silent: float  # share of the meetings with a wrong field and no doubt
    missing: int


@cache
def score(*sets: str) -> Score:
    """Read the forms of these sets."""
    bad: Counter[str] = Counter()
    count = silent = missing = 0
    for form in forms():
        if form.set in sets:
            for want, found in matched(form):
                count += 1
                lost = wrong(want, found)
                bad.update(lost)
                missing += found is None
                silent += bool(lost) and found is not None and not found.doubts
    return Score(count, 1 - bad.total() / (count * len(FIELDS)), silent / count, missing)
