"""The week's sheet as a PDF: the arrangement as values for the typesetter, nothing of it ever source code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk.dates.lunar_calendar import written
from desk.edition.page_geometry import MM
from desk.press.typeset.printable_text import BREAK
from desk.press.typeset.typst import TypesetText, typesetting
from desk.week_schedule import sheet as week_schedule_sheet
from desk.week_schedule.sheet import DayBlock, DayRows, ScheduleRow, WeekLayout, WeekSheet

_SOURCE = "schedule.typ"
# A week that nearly fits on a page is set smaller so that it hangs on the wall as one: pt of the table, and mm
# left for the signature.
_SETTINGS = ((11.0, 21.0), (10.5, 17.0), (10.0, 15.0))
_CELL_SIDE = 3.0  # pt, left and right of a cell's words
_HALF = 230.0  # pt, what a line beside the other half of the head or foot surely holds at 13 pt
_LONG = 60  # letters of a word that may break after each
_ACROSS = 400.0  # pt, what a whole line holds

Data = dict[str, Any]


def pdf(sheet: WeekSheet) -> bytes:
    """Set the sheet on A4; the same sheet gives the same bytes. PressFailed if it cannot be set."""
    with _fitted(sheet) as setting:
        return setting.pdf()


def page_images(sheet: WeekSheet, ppi: float = 96.0) -> list[bytes]:
    """Return every page as a PNG for the preview."""
    with _fitted(sheet) as setting:
        return setting.images(ppi)


@contextmanager
def _fitted(sheet: WeekSheet) -> Iterator[TypesetText]:
    """Set the sheet on one page where a size that is still easily read allows it, else in the usual size."""
    for size, sign in _SETTINGS:
        with typesetting(_SOURCE, _data(sheet, size, sign), {}, sheet.signed_on) as setting:
            if setting.marks("pages") == [1]:
                yield setting
                return
    with typesetting(_SOURCE, _data(sheet, *_SETTINGS[0]), {}, sheet.signed_on) as setting:
        yield setting


def _data(sheet: WeekSheet, size: float, sign: float) -> Data:
    day = sheet.signed_on
    across = sheet.layout is WeekLayout.TABLE
    return {
        "title": week_schedule_sheet.document_title(sheet),
        "author": week_schedule_sheet.one_line(sheet.office),
        "date": [day.year, day.month, day.day],
        "landscape": across,
        "margins": week_schedule_sheet.MARGINS[sheet.layout],
        "superior": _words(sheet.superior, _HALF, 14),
        "office": _words(sheet.office, _HALF, 14),
        "party": week_schedule_sheet.PARTY,
        "dated": _words(week_schedule_sheet.place_and_date(sheet), _HALF, 13),
        "headings": [_words(words, _ACROSS, 15) for words in week_schedule_sheet.headings(sheet)],
        "span": week_schedule_sheet.span(sheet),
        "heads": week_schedule_sheet.HEADS,
        "widths": week_schedule_sheet.WIDTHS,
        "size": size,
        "sign": sign,
        "side": _CELL_SIDE,
        "nothing": week_schedule_sheet.NOTHING,
        "days": [_day(one) for one in week_schedule_sheet.table(sheet)] if across else [],
        "blocks": [] if across else [_block(one) for one in week_schedule_sheet.blocks(sheet)],
        "invitation": week_schedule_sheet.INVITATION if sheet.replaces_invitation else "",
        "to": week_schedule_sheet.COPIES,
        "copies": [_words(words, _HALF, 11) for words in week_schedule_sheet.copies(sheet)],
        "role": _words(sheet.signer_role, _HALF, 13),
        "signer": _words(sheet.signer, _HALF, 13),
    }


def _day(day: DayRows) -> Data:
    return {
        "name": day.name,
        "date": day.date,
        "small": [_cell(words, 0) for words in day.small],
        "height": day.height,
        "groups": [{"name": group.name, "rows": [_row(row) for row in group.rows]} for group in day.groups],
    }


def _row(row: ScheduleRow) -> Data:
    return {
        "hours": row.hours,
        "title": _cell(row.title, 3),
        "note": _cell(row.note, 3),
        "struck": row.struck,
        "rest": [
            [_cell(words, 4) for words in row.chairs],
            [_cell(words, 5) for words in row.attendees],
            [_cell(row.place, 6)],
            [_cell(row.unit, 7)],
        ],
    }


def _block(block: DayBlock) -> Data:
    return {
        "name": f"{week_schedule_sheet.weekday(block.date)}, ngày {written(block.date)}",
        "small": [_words(words, _ACROSS, 12) for words in block.small],
        "entries": [
            {
                "lead": entry.lead,
                "title": _words(entry.title, _ACROSS, 13),
                "note": _words(entry.note, _ACROSS, 13),
                "struck": entry.struck,
                "facts": [[label, _words(words, _ACROSS, 13)] for label, words in entry.facts],
            }
            for entry in block.entries
        ],
    }


# -- Where a monster word may break ----------------------------------------------------------------------


def _cell(words: str, column: int) -> str:
    return _words(words, week_schedule_sheet.WIDTHS[column] * MM - 2 * _CELL_SIDE, _SETTINGS[0][0])


def _words(words: str, room: float, size: float) -> str:
    """Return words as the typesetter takes them; a word wider than `room` points may break anywhere."""
    pieces = []
    for line in week_schedule_sheet.clean(words).split("\n"):
        for word in line.split(" "):
            wide = sum(map(_em, word)) * size > room
            # A break after each letter of a word without end is more than the typesetter nests.
            step = 1 if len(word) <= _LONG else 6
            pieces.append(
                BREAK.join(word[at : at + step] for at in range(0, len(word), step)) if wide else word
            )
            pieces.append(" ")
        pieces[-1] = "\n"
    return "".join(pieces[:-1])


def _em(sign: str) -> float:
    """Return the most that a letter of Tinos takes of its size, bold included; words are never wider."""
    if sign.islower():
        return 0.84 if sign in "mw" else 0.56
    if sign.isdigit() and sign.isascii():
        return 0.5
    return 0.4 if sign in ".,:;/-()!'|" else 1.0
