"""What the journal keeps of acts on the calendar; times are the office's wall time, ISO."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.acts.detail import Detail, keyed


@dataclass(frozen=True, slots=True)
class MeetingSnapshot:
    """A meeting as it stood: its row, the occurrences that differ, and what hangs on them (table, number, origin)."""

    row: dict[str, Any]
    occurrences: list[Any]
    links: list[Any]


@dataclass(frozen=True, slots=True)
class MeetingsBefore(Detail):
    """How the meetings that an act changed stood before it, by number; None: there was none yet."""

    was: Mapping[str, MeetingSnapshot | None]

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> MeetingsBefore | None:
        """Read the snapshots. (An issue's entry has a `was` of its own, which is no mapping.)"""
        was = stored.get("was")
        if not isinstance(was, Mapping):
            return None
        return cls({number: MeetingSnapshot(**kept) if kept else None for number, kept in was.items()})


@dataclass(frozen=True, slots=True)
class MeetingMade(Detail):
    """When a new meeting begins, and by which rule it recurs."""

    start: str = keyed("to")
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MeetingEdited(Detail):
    """Which occurrences were edited, what was changed of them, and from when to when they were moved."""

    scope: str
    origin: str
    fields: tuple[str, ...]
    start_before: str = keyed("from", "")
    start: str = keyed("to", "")


@dataclass(frozen=True, slots=True)
class MeetingStateSet(Detail):
    """The state that an occurrence was given, and its times before and now."""

    state: str
    start_before: str = keyed("from")
    start: str = keyed("to", "")


@dataclass(frozen=True, slots=True)
class MeetingRemoved(Detail):
    """Which occurrences were removed."""

    scope: str
    origin: str = keyed("from")


@dataclass(frozen=True, slots=True)
class MeetingImported(Detail):
    """Why a meeting of a calendar file was taken in or changed, under which UID, and when it begins."""

    why: str
    uid: str
    start: str = keyed("to")


@dataclass(frozen=True, slots=True)
class CoverageAsked(Detail):
    """Who was asked to cover a meeting, for what, until when."""

    person: str
    task: str
    due: str


@dataclass(frozen=True, slots=True)
class CoverageEnded(Detail):
    """Whose coverage ended."""

    person: str
    task: str


@dataclass(frozen=True, slots=True)
class CoverageAnswered(Detail):
    """What the person said who was asked."""

    answer: str
    task: str


@dataclass(frozen=True, slots=True)
class NewsLinked(Detail):
    """The article that was written of a meeting."""

    article: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewsUnlinked(Detail):
    """The article that is a meeting's news no more."""

    article: int = keyed("unlinked")


@dataclass(frozen=True, slots=True)
class FilesAttached(Detail):
    """The files that were attached, each with its SHA-256."""

    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class FilesDetached(Detail):
    """The names of the files that were taken off."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DaysSet(Detail):
    """The days of the office's list that were added and removed."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
