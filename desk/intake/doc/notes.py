"""What hangs on places of the text: notes and comments (MS-DOC 2.8.17 PlcffndRef, 2.8.7 PlcfandRef)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from desk.intake.doc.streams import Counts, DocFile, Part

_COMMENT = 30  # bytes of an ATRDPre10
_NOTE = 2


@dataclass(frozen=True, slots=True)
class Hanging:
    """A note or comment: the stretch of the text that holds its words."""

    start: int
    end: int
    author: str = ""


def notes(file: DocFile, counts: Counts) -> dict[int, Hanging]:
    """Return the foot notes and end notes by the place of their sign in the body."""
    out: dict[int, Hanging] = {}
    feet = counts.body
    ends = feet + counts.footnotes + counts.headers + counts.macros + counts.comments
    out.update(_stretches(file.part(Part.FOOTNOTE_MARKS), file.part(Part.FOOTNOTES), feet, counts.footnotes))
    out.update(_stretches(file.part(Part.ENDNOTE_MARKS), file.part(Part.ENDNOTES), ends, counts.endnotes))
    return out


def comments(file: DocFile, counts: Counts) -> dict[int, Hanging]:
    """Return the comments by the place of their sign in the body."""
    base = counts.body + counts.footnotes + counts.headers + counts.macros
    marks = file.part(Part.COMMENT_MARKS)
    count = max(0, (len(marks) - 4) // (4 + _COMMENT))
    authors = _authors(file.part(Part.COMMENT_AUTHORS))
    ends = _places(file.part(Part.COMMENTS), 0)
    out: dict[int, Hanging] = {}
    for number in range(min(count, len(ends) - 1)):
        (place,) = struct.unpack_from("<I", marks, 4 * number)
        (author,) = struct.unpack_from("<H", marks, 4 * (count + 1) + _COMMENT * number + 20)
        words = _within(ends[number], ends[number + 1], counts.comments)
        name = authors[author] if author < len(authors) else ""
        out[place] = Hanging(base + words[0], base + words[1], name)
    return out


def _stretches(marks: bytes, table: bytes, base: int, count: int) -> dict[int, Hanging]:
    places, ends = _places(marks, _NOTE)[:-1], _places(table, 0)  # the last place is the end of the text
    out: dict[int, Hanging] = {}
    for place, start, end in zip(places, ends, ends[1:], strict=False):
        first, last = _within(start, end, count)
        out[place] = Hanging(base + first, base + last)
    return out


def _within(start: int, end: int, most: int) -> tuple[int, int]:
    return min(start, most), max(min(start, most), min(end, most))


def _places(plc: bytes, size: int) -> tuple[int, ...]:
    """Return the places of a PLC whose entries have this many bytes."""
    if len(plc) < 4:
        return ()
    count = (len(plc) - 4) // (4 + size)
    return struct.unpack_from(f"<{count + 1}I", plc)


def _authors(table: bytes) -> list[str]:
    out, at = [], 0
    while at + 2 <= len(table):
        (long,) = struct.unpack_from("<H", table, at)
        out.append(table[at + 2 : at + 2 + 2 * long].decode("utf-16-le", "ignore"))
        at += 2 + 2 * long
    return out
