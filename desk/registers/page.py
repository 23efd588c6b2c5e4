"""What the window of the registers shows, read in one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.database import connection
from desk.registers import ignored, storage, taught
from desk.registers.contradictions import Contradiction, contradictions
from desk.registers.entries import Entry, Kind
from desk.registers.ignored import IgnoredRow
from desk.registers.taught import TaughtRow


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry and what contradicts it in its register."""

    entry: Entry
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """Everything of the registers: entries by register, rules set otherwise, findings ignored, what was taught."""

    rows: Mapping[Kind, tuple[EntryRow, ...]] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[IgnoredRow, ...] = ()
    taught: TaughtRow | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries, register by register."""
        return tuple(row.entry for kind in Kind for row in self.rows.get(kind, ()))


def read() -> Book:
    """Read everything as of one moment."""
    with connection.reading():
        return Book(
            {kind: _rows(kind) for kind in Kind},
            storage.rule_states(),
            tuple(ignored.listed()),
            taught.kept(),
        )


def _rows(kind: Kind) -> tuple[EntryRow, ...]:
    entries = storage.entries(kind)
    return tuple(
        EntryRow(one, against) for one, against in zip(entries, contradictions(entries), strict=True)
    )
