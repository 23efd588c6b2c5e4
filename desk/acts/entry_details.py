"""What the journal keeps of an entry, whatever act it tells of: the way it came, a clock that went back."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts.detail import Detail


@dataclass(frozen=True, slots=True)
class ClockBack(Detail):
    """When the entry before was written: later than this one, for the machine's clock has gone back meanwhile."""

    clock_back: str


@dataclass(frozen=True, slots=True)
class FromTerminal(Detail):
    """It was done by the command line."""

    terminal: bool
