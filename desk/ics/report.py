"""What an import of a calendar does, meeting by meeting and why, also as JSON for the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from desk.dates.series import MeetingState, Series
from desk.ics.result import IcsDoubt, IcsFault

MOST_TOLD = 2_000  # occurrences in a report
_STEP = timedelta(days=400)  # of a span that occurrences are looked for in at a time


class Action(Enum):
    """What an import does with one meeting of the file."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"
    REFUSE = "refuse"


class Because(Enum):
    """Why it does; a refusal has an IcsFault."""

    NEW = "new"
    NEWER = "newer"  # a higher SEQUENCE
    CHANGED = "changed"  # the same SEQUENCE, other words, and nobody has edited it here since
    CANCELLED = "cancelled"  # the file calls it off
    SAME = "same"
    OLDER = "older"  # a lower SEQUENCE: here it has been changed since
    EDITED_HERE = "edited_here"  # the same SEQUENCE, but edited here after the file was written
    DELETED_HERE = "deleted_here"
    NOT_HERE = "not_here"  # a cancellation of what the desk never had
    NO_OCCURRENCE = "no_occurrence"  # a change of an occurrence that the series here does not have


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One meeting of the file; `series` and `state` are as they will stand."""

    uid: str
    title: str
    action: Action
    why: Because | IcsFault
    detail: str = ""
    series: Series | None = None
    state: MeetingState = MeetingState.PLANNED
    meeting_id: int = 0
    doubts: frozenset[IcsDoubt] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """What an import does, or has done; `entries` are its journal entries, for `undo_import`."""

    name: str
    lines: tuple[ReportLine, ...]
    ignored: Mapping[str, int] = field(default_factory=dict)
    doubts: frozenset[IcsDoubt] = frozenset()
    entries: tuple[int, ...] = ()

    def count(self, action: Action) -> int:
        """Return how many lines an action has."""
        return sum(1 for line in self.lines if line.action is action)


def report_json(report: Report, first: date, last: date) -> dict[str, Any]:
    """Return a report as JSON, with the occurrences from one day to another, both included; at most MOST_TOLD.

    "cut" says that there are more of them than told. Times are ISO wall times, ends exclusive.
    """
    left, cut = MOST_TOLD, False
    lines = []
    for line in report.lines:
        told: list[dict[str, str]] = []
        if not cut:
            told, cut = _occurrences(line, first, last, left)
            left -= len(told)
        lines.append(
            {
                "uid": line.uid,
                "title": line.title,
                "action": line.action.value,
                "why": line.why.name.lower(),
                "detail": line.detail,
                "doubts": _names(line.doubts),
                "occurrences": told,
            }
        )
    counted = Counter(line.action for line in report.lines)
    return {
        "name": report.name,
        **{action.value: counted[action] for action in Action},
        "ignored": dict(sorted(report.ignored.items())),
        "doubts": _names(report.doubts),
        "from": first.isoformat(),
        "to": last.isoformat(),
        "lines": lines,
        "cut": cut,
    }


def _names(doubts: frozenset[IcsDoubt]) -> list[str]:
    return sorted(one.name.lower() for one in doubts)


def _occurrences(line: ReportLine, first: date, last: date, most: int) -> tuple[list[dict[str, str]], bool]:
    """Return up to so many occurrences, and whether there are more; the span is not expanded beyond them."""
    series = line.series
    told: list[dict[str, str]] = []
    if series is None:
        return told, False
    since = datetime.combine(max(first, series.first_day), time())
    until = datetime.combine(min(last, series.last_day or last), time()) + timedelta(days=1)
    begin = since
    while begin < until:
        for slot in series.slots(begin, min(begin + _STEP, until)):
            if since < begin and slot.when.start < begin:
                continue  # told with the days before
            if len(told) == most:
                return told, True
            state = (slot.change.state if slot.change else None) or line.state
            start, end = slot.when.start.isoformat(), slot.when.end.isoformat()
            told.append({"start": start, "end": end, "part": slot.when.part.value, "state": state.value})
        begin += _STEP
    return told, False
