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
_RAGGED = 25  # letters that a word which did not fit leaves empty at most
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
    groups = [group for group in groups if group]
    if not _broken(groups):
        return [line for group in groups for line in group]
    return [line for group in groups for line in _joined(group)]


def _joined(group: list[str]) -> list[str]:
    """Join the lines of a group; one that is set in begins a new paragraph."""
    out: list[str] = []
    for line in group:
        if out and not _is_inset(line):
            out[-1] += f" {line.strip()}"
        else:
            out.append(line.rstrip())
    return out


def _is_inset(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _INSET


def _broken(groups: list[list[str]]) -> bool:
    """Say whether lines end where a margin was, not where a paragraph ends."""
    inner = [one for group in groups for one, following in pairwise(group) if not _is_inset(following)]
    longest = max((len(line) for group in groups for line in group), default=0)
    if len(inner) <= _LEAST_ROWS or longest not in _WRAPPED or min(map(len, inner)) <= longest - _RAGGED:
        return False
    ended = sum(line.rstrip().endswith(_ENDS) for line in inner)
    return ended * 2 < len(inner)
