"""A page in pieces: blocks with what their place on the page told about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from desk.text.blocks import (
    TEXT_BLOCKS,
    Block,
    Heading,
    Mark,
    Paragraph,
    Run,
    Runs,
    block_text,
    merged,
    new_id,
    nfc,
    plain,
)

# Two line breaks, or one before a row of no-break spaces, are how web pages fake a new paragraph.
_BLANKS = re.compile("[ \xa0]{2,}")
_BREAK = re.compile(r"\n(?:[ \xa0]*\n)+|\n(?=(?:[ \xa0]*\xa0[ \xa0]*){3})")


class Hint(Enum):
    """What the source's own style calls a paragraph."""

    TITLE = auto()
    CAPTION = auto()
    NOTE = auto()  # a foot note or an end note, which stands after the text


@dataclass(frozen=True, slots=True)
class IntakePiece:
    """A block and its look in the source."""

    block: Block
    indented: bool = False  # its first line is set in
    centred: bool = False
    rank: int = 0  # the heading's own level, 1 to 6
    after_picture: bool = False
    right: bool = False  # set to the right margin
    size: float = 0.0  # points; 0: not said
    source: str = ""  # the id that its reader gave it, for what refers to it
    hint: Hint | None = None

    @property
    def words(self) -> str:
        """Return the block's words."""
        return block_text(self.block)

    @property
    def bold(self) -> bool:
        """Say whether every letter is bold."""
        return self._all(Mark.BOLD)

    @property
    def italic(self) -> bool:
        """Say whether every letter is italic."""
        return self._all(Mark.ITALIC)

    def _all(self, mark: Mark) -> bool:
        if not isinstance(self.block, TEXT_BLOCKS):
            return False
        runs = [run for run in self.block.runs if run.text.strip()]
        return bool(runs) and all(mark in run.marks for run in runs)


def levelled(pieces: Sequence[IntakePiece], top: int = 0) -> list[Block]:
    """Return the blocks with headings on levels 1 and 2, counted from `top` (0: the highest one there is)."""
    top = top or min((piece.rank for piece in pieces if piece.rank), default=1)
    return [
        Heading(piece.block.id, piece.block.runs, level=1 if piece.rank <= top else 2)
        if isinstance(piece.block, Heading)
        else piece.block
        for piece in pieces
    ]


def cut(runs: Runs, start: int, end: int) -> Runs:
    """Return the runs of the letters from start to end."""
    out: list[Run] = []
    at = 0
    for run in runs:
        part = run.text[max(0, start - at) : max(0, end - at)]
        if part:
            out.append(replace(run, text=part))
        at += len(run.text)
    return tuple(out)


def stripped(runs: Runs) -> Runs:
    """Return the runs without white space (no-break spaces too) at both ends."""
    text = plain(runs)
    if text and not text[0].isspace() and not text[-1].isspace():
        return runs
    return cut(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def evened(runs: Runs) -> Runs:
    """Return the runs with one space where several blanks, no-break ones among them, only make room."""
    if not any("\xa0" in run.text for run in runs):
        return runs
    return tuple(replace(run, text=_BLANKS.sub(" ", run.text)) for run in runs)


def indent(runs: Runs) -> int:
    """Count the white space before the first word."""
    text = plain(runs)
    return len(text) - len(text.lstrip())


def collapsed(runs: Runs) -> Runs:
    """Return the runs as a browser shows them: one space between words across runs, none round a break."""
    out: list[Run] = []
    last = "\n"
    for run in merged(runs):
        text = run.text
        if "  " in text:
            text = re.sub("  +", " ", text)
        if "\n" in text:
            text = re.sub(" *\n *", "\n", text)
        if last in " \n":
            text = text.removeprefix(" ")
        if text.startswith("\n") and last == " ":
            out[-1] = replace(out[-1], text=out[-1].text.removesuffix(" "))
        if text:
            last = text[-1]
            out.append(replace(run, text=nfc(text)))
    return merged(out)


def paragraphs(runs: Runs) -> Iterator[Runs]:
    """Split runs where a row of line breaks stands for a new paragraph; empty parts are left out."""
    text = plain(runs)
    if "\n" not in text:
        if text.strip():
            yield runs
        return
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            yield cut(runs, start, match.start())
        start = match.end()
    if text[start:].strip():
        yield cut(runs, start, len(text))


def joined(parts: list[Runs], between: str = "\n") -> Runs:
    """Join several paragraphs' runs into one, with a line break between."""
    out: list[Run] = []
    for part in parts:
        if out and part:
            out.append(Run(between))
        out.extend(part)
    return merged(out)


_INDENT, _CENTRED, _RIGHT = 2, 16, 36  # blanks before a line of plain text


def plain_piece(line: str) -> IntakePiece:
    """Make a paragraph of a line of plain text; blanks before it are an indent, so many that they set it apart."""
    words = line.strip()
    blanks = len(line) - len(line.lstrip())
    return IntakePiece(
        Paragraph(new_id(), (Run(words),)),
        indented=_INDENT <= blanks < _CENTRED,
        centred=_CENTRED <= blanks < _RIGHT,
        right=blanks >= _RIGHT,
    )
