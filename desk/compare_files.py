"""Two text files compared, a paragraph a line: the review desk's engine for everybody else's texts.

Offsets count code points of the text as it is compared: decoded, line ends "\\n", NFC.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk.compare import BlockChange, Fate, Summary, compare
from desk.errors import BadIntake, IntakeFault
from desk.intake.letters import letters
from desk.text import ArticleText, Paragraph, Run, nfc
from desk.troubles import file_trouble
from desk.worddiff import OpKind

MOST_BYTES = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stayed, went or came; spans are (start, stop) in the paragraph, None on the side without them."""

    kind: OpKind
    text: str
    old: tuple[int, int] | None
    new: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number from 0 and where it begins in the file."""

    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """What became of a paragraph; a moved one may be changed as well."""

    fate: Fate
    changed: bool
    old: Line | None
    new: Line | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FilesCompared:
    """Two files compared: paragraphs in the order of the new file, removed ones where they stood."""

    summary: Summary
    paragraphs: tuple[ParagraphChange, ...]


def compare_files(old: Path, new: Path) -> FilesCompared:
    """Compare two text files; BadIntake and FileTrouble say which cannot be read, and why."""
    before, after = read_lines(old), read_lines(new)
    lines = {f"o{line.number}": line for line in before} | {f"n{line.number}": line for line in after}
    comparison = compare(_text("o", before), _text("n", after))
    changes = tuple(_paragraph(change, lines) for change in comparison.blocks)
    return FilesCompared(comparison.summary, changes)


def read_lines(path: Path) -> list[Line]:
    """Return a file's lines that hold words; a file without words has none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    text = nfc(letters(data, path.name)) if data.strip() else ""
    out, start = [], 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if line.strip():
            out.append(Line(number, start, line))
        start += len(line) + 1
    return out


def _text(side: str, lines: list[Line]) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{side}{line.number}", (Run(line.text),)) for line in lines))


def _paragraph(change: BlockChange, lines: dict[str, Line]) -> ParagraphChange:
    old = lines[change.old.id] if change.old is not None else None
    new = lines[change.new.id] if change.new is not None else None
    ops = change.text.ops
    pieces, here, there = [], 0, 0
    for op in ops:
        size = len(op.text)
        gone, came = op.kind is not OpKind.INSERT, op.kind is not OpKind.DELETE
        pieces.append(
            Piece(
                op.kind,
                op.text,
                (here, here + size) if gone else None,
                (there, there + size) if came else None,
            )
        )
        here += size if gone else 0
        there += size if came else 0
    return ParagraphChange(change.fate, change.changed, old, new, tuple(pieces))
