"""A text without any look becomes pieces: its lines, or its groups of lines; columns between tabs become a table."""

from __future__ import annotations

from itertools import pairwise

from desk.intake.document import IntakeDocument
from desk.intake.pieces import IntakePiece, plain_piece
from desk.intake.result import Doubt, DoubtKind, Dropped
from desk.text.blocks import Run, Table, new_id
from desk.text.decoding import decoded
from desk.text.tab_table import tab_rows

_WRAPPED = range(50, 101)  # columns at which mail programs and old editors break their lines
_LEAST_ROWS = 2
_INSET = 2  # blanks
_LEAST_LINES = 3
_RAGGED = 25  # letters that a word which did not fit leaves empty at most
_SIGNATURE = "-- "  # RFC 3676, 4.3: the one line that ends in a blank and goes on nowhere
_ENDS = (".", "!", "?", ":", ";")


def read_text(data: bytes, name: str) -> IntakeDocument:
    """Read a text file in any Vietnamese encoding; BadIntake: EMPTY, NOT_TEXT."""
    found = decoded(data, name)
    doubts = (Doubt(DoubtKind.BROKEN_LETTERS, str(found.broken)),) if found.broken else ()
    left_out = {Dropped.LEGACY_LETTERS: 1} if found.converted else {}
    return IntakeDocument(text_pieces(found.text), left_out=left_out, doubts=doubts)


def text_pieces(text: str) -> tuple[IntakePiece, ...]:
    """Return the pieces of a text: a paragraph each, a table for lines whose cells are parted by tabs."""
    pieces: list[IntakePiece] = []
    rows: list[str] = []
    for line in [*lines(text), ""]:
        if line.strip("\t ").count("\t") and (not rows or line.count("\t") == rows[0].count("\t")):
            rows.append(line)
            continue
        pieces += _table(rows)
        rows = []
        if line.strip("\t ").count("\t"):
            rows.append(line)
        elif line.strip():
            pieces.append(plain_piece(line))
    return tuple(pieces)


def _table(rows: list[str]) -> list[IntakePiece]:
    cells = tab_rows("\n".join(rows) + "\n") if len(rows) >= _LEAST_ROWS else ()
    if not cells:
        return [plain_piece(row) for row in rows]
    return [
        IntakePiece(
            Table(new_id(), tuple(tuple((Run(cell),) if cell else () for cell in row) for row in cells))
        )
    ]


def lines(text: str) -> list[str]:
    """Return a plain text's paragraphs: its lines, or its groups where lines were broken to a width."""
    groups: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            groups[-1].append(line)
        else:
            groups.append([])
    full = _full(groups)
    if not full:
        return [line for group in groups for line in group]
    return [line for group in groups for line in _joined(group, full)]


def _joined(group: list[str], full: int) -> list[str]:
    """Join the lines of a group to those that were full before them; one that is set in begins a new paragraph."""
    out: list[str] = []
    last = 0
    for line in group:
        if out and last >= full and not _is_inset(line):
            out[-1] += f" {line.strip()}"
        else:
            out.append(line.rstrip())
        last = len(line)
    return out


def _is_inset(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _INSET


def _full(groups: list[list[str]]) -> int:
    """Return from which length on a line ends where a margin was, not its paragraph; 0 where no line does."""
    inner = [one for group in groups for one, following in pairwise(group) if not _is_inset(following)]
    longest = max((len(line) for group in groups for line in group), default=0)
    least = longest - _RAGGED
    full = [line for line in inner if len(line) >= least]
    if longest not in _WRAPPED or len(full) < _LEAST_LINES or len(full) * 3 < len(inner) * 2:
        return 0
    ended = sum(line.rstrip().endswith(_ENDS) for line in full)
    return least if ended * 2 < len(full) else 0


def unflowed(text: str, *, joins_words: bool) -> str:
    """Return a text whose lines flow (RFC 3676) with each paragraph on one line.

    `joins_words` is the parameter DelSp: the blank at a line's end is no part of the text.
    """
    out: list[str] = []
    open_line = False
    for raw in text.splitlines():
        quoted = raw.startswith(">")
        line = raw if quoted else raw.removeprefix(" ")
        if open_line and not quoted and line != _SIGNATURE:
            out[-1] += line
        else:
            out.append(line)
        open_line = line.endswith(" ") and line != _SIGNATURE and not quoted
        if open_line and joins_words:
            out[-1] = out[-1][:-1]
    return "\n".join(out)
