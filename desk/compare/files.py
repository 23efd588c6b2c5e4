"""Two text files compared, a paragraph a line: the review desk's engine for everybody else's texts.

Offsets count code points of the text as it is compared: decoded without its BOM, NFC, line ends "\\n". A
paragraph is a line that holds words; one that was cut, or sewn to another, comes piece by piece.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.compare.articles import BlockChange, Fate, Seam, Summary, compare
from desk.compare.words import OpKind
from desk.errors import BadIntake, IntakeFault
from desk.os_errors import file_size, file_trouble
from desk.text.blocks import ArticleText, Paragraph, Run
from desk.text.decoding import letters

MOST_BYTES = 8 * 2**20


@dataclass(frozen=True, slots=True)
class FilePiece:
    """Letters that stayed, went or came; spans are (start, stop) in the paragraph, None on the side without them."""

    kind: OpKind
    text: str
    old: tuple[int, int] | None
    new: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a file: its number from 0 and where it begins in the file."""

    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """What became of a paragraph or, where a seam was made, of a piece; a moved one may be changed as well."""

    fate: Fate
    changed: bool
    seam: Seam | None
    old: FileLine | None
    new: FileLine | None
    pieces: tuple[FilePiece, ...]


@dataclass(frozen=True, slots=True)
class FilesCompared:
    """Two files compared: paragraphs in the order of the new file, removed ones where they stood."""

    summary: Summary
    paragraphs: tuple[ParagraphChange, ...]


def compare_files(old: Path, new: Path) -> FilesCompared:
    """Compare two text files; BadIntake and FileTrouble say which cannot be read, and why."""
    before, after = read_lines(old), read_lines(new)
    comparison = compare(_text("o", before), _text("n", after))
    return FilesCompared(comparison.summary, _paragraphs(comparison.blocks, before, after))


def read_lines(path: Path) -> list[FileLine]:
    """Return a file's lines that hold words: UTF-8, or UTF-16 with its BOM; BadIntake for anything else."""
    try:
        if file_size(path) > MOST_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # A guess at a legacy page would make every accented letter of one side a change.
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadIntake(IntakeFault.NOT_TEXT, path.name) from error
    text = letters(data, path.name)
    out, start = [], 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if line.strip():
            out.append(FileLine(number, start, line))
        start += len(line) + 1
    if not out:
        raise BadIntake(IntakeFault.EMPTY, path.name)
    return out


def _text(side: str, lines: list[FileLine]) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{side}{line.number}", (Run(line.text),)) for line in lines))


def _paragraphs(
    changes: Sequence[BlockChange], before: Sequence[FileLine], after: Sequence[FileLine]
) -> tuple[ParagraphChange, ...]:
    """Say the changes in lines; the pieces of a line follow one another."""
    read: Counter[tuple[str, int]] = Counter()  # letters of a line that earlier pieces had
    out = []
    for change in changes:
        old = None if change.old_at is None else before[change.old_at]
        new = None if change.new_at is None else after[change.new_at]
        here = ("old", old.number if old else -1)
        there = ("new", new.number if new else -1)
        pieces = _pieces(change, read[here], read[there])
        out.append(ParagraphChange(change.fate, change.changed, change.seam, old, new, pieces))
        read[here] += len(change.text.old)
        read[there] += len(change.text.new)
    return tuple(out)


def _pieces(change: BlockChange, here: int, there: int) -> tuple[FilePiece, ...]:
    pieces = []
    for op in change.text.ops:
        size = len(op.text)
        gone, came = op.kind is not OpKind.INSERT, op.kind is not OpKind.DELETE
        old = (here, here + size) if gone else None
        pieces.append(FilePiece(op.kind, op.text, old, (there, there + size) if came else None))
        here += size if gone else 0
        there += size if came else 0
    return tuple(pieces)
