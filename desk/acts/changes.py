"""What an act changed: the one thing that the gate hands to the windows."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.acts.rules import Act


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act changed; every page that shows one of them refreshes."""

    articles: frozenset[int] = frozenset()
    issues: frozenset[int] = frozenset()
    meetings: frozenset[int] = frozenset()
    people: bool = False
    settings: bool = False
    registers: bool = False  # the office's registers, or which findings are passed over
    act: Act | None = None
    version: int = 0  # the version the act made: what an undo must still find
    undo: bool = False  # it can be taken back for a while (workflow.undo, meetings.undo)
    entry: int = 0  # the journal entry of an act on the calendar or a register, for its undo
    title: str = field(
        default="", compare=False
    )  # of the one article led on: the screen may show the next one
