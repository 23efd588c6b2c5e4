"""The week's sheet as files: how each format is made, named and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

from desk.export.write_files import write_file
from desk.week_schedule import pdf, text
from desk.week_schedule.sheet import WeekSheet


class SheetFormat(Enum):
    """How a sheet goes out."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"


def _docx(sheet: WeekSheet) -> bytes:
    from desk.week_schedule import word  # python-docx is loaded with the first sheet that goes out in Word

    return word.docx(sheet)


def _text(sheet: WeekSheet) -> bytes:
    return text.text(sheet).encode("utf-8-sig")


MAKERS: dict[SheetFormat, Callable[[WeekSheet], bytes]] = {
    SheetFormat.PDF: pdf.pdf,
    SheetFormat.DOCX: _docx,
    SheetFormat.TXT: _text,
}


def name(sheet: WeekSheet, kind: SheetFormat) -> str:
    """Return a file's name: "lich-cong-tac-tuan-15-2019.pdf"."""
    return f"lich-cong-tac-tuan-{sheet.week:02}-{sheet.year}.{kind.value}"


def write(sheet: WeekSheet, kinds: Iterable[SheetFormat], folder: Path) -> tuple[Path, ...]:
    """Write a sheet in some formats; FileTrouble when the folder refuses, PressFailed when it cannot be set."""
    return tuple(write_file(MAKERS[kind](sheet), folder / name(sheet, kind), folders=True) for kind in kinds)
