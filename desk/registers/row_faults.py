"""What was read of a workbook: the entries and where they stand, the rows that are not taken and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from desk.registers.entries import Entry


class RowProblem(Enum):
    """Why a row is not taken."""

    NO_NAME = auto()
    NO_NUMBER = auto()
    DAY = auto()  # what stands for a day is none
    REVERSED = auto()  # an end before its beginning
    FORMULA = auto()
    TOO_LONG = auto()


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry and where it stands: the sheet, the row as Excel counts."""

    entry: Entry
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that is not taken, and the words that are in the way."""

    problem: RowProblem
    words: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class ReadRegister:
    """What a workbook holds for the registers."""

    entries: tuple[ReadEntry, ...] = ()
    faults: tuple[RowFault, ...] = ()
