"""A Word file of one article in elements: what carries the name of a block and what carries none, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desk.intake.document import IntakeDocument
from desk.intake.pieces import IntakePiece
from desk.text.blocks import Block, Paragraph, Picture, Run, Runs, Table, block_text, merged
from desk.text.stamp import CAPTION, marked_block


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of the file: the names that it carries ("@title", a block's id, a picture's with "_c"), its block.

    `picture` are the bytes of a picture; `source` is what comments and tracked changes know it by.
    """

    names: tuple[str, ...]
    block: Block
    source: str
    picture: bytes = b""

    @property
    def words(self) -> str:
        """Return its words."""
        return block_text(self.block)

    @property
    def of_caption(self) -> bool:
        """Say whether it carries the name of a caption."""
        return any(name.endswith(CAPTION) for name in self.names)


def elements(document: IntakeDocument) -> list[Element]:
    """Return a file's elements in reading order; several paragraphs of one name in a frame are one."""
    named = _names(document)
    pictures = {one.block_id: one.data for one in document.pictures}
    out = []
    for source, pieces in groupby(_sourced(document.pieces, named), key=lambda piece: piece.source or piece):
        row = list(pieces)
        names = named.get(source, ()) if isinstance(source, str) else ()
        if len(row) > 1 and names and all(isinstance(one.block, Paragraph) for one in row):
            row = [replace(row[0], block=Paragraph("", merged_lines([one.block for one in row])))]
        for at, piece in enumerate(row):
            data = pictures.get(piece.block.id, b"") if isinstance(piece.block, Picture) else b""
            out.append(Element(names if at == 0 else (), piece.block, piece.source, data))
    return out


def merged_lines(blocks: Sequence[Block]) -> Runs:
    """Return the words of several paragraphs as lines of one."""
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Picture | Table):
            continue
        runs += [Run("\n"), *block.runs] if runs else block.runs
    return merged(runs)


def _names(document: IntakeDocument) -> dict[str, tuple[str, ...]]:
    """Return what a source is called, in the order of the file."""
    out: dict[str, tuple[str, ...]] = {}
    for bookmark, source in document.bookmarks.items():
        if name := marked_block(bookmark):
            out[source] = (*out.get(source, ()), name)
    return out


def _sourced(pieces: Sequence[IntakePiece], named: Mapping[str, Sequence[str]]) -> Iterator[IntakePiece]:
    """Give pictures, which the reader leaves without a source, that of the line that they stand in."""
    numbers = [_number(piece.source) for piece in pieces]
    free = sorted(_number(source) for source in named if _number(source) not in set(numbers))
    before = 0
    for at, piece in enumerate(pieces):
        if not piece.source and isinstance(piece.block, Picture):
            after = next((number for number in numbers[at + 1 :] if number), 10**9)
            here = next((number for number in free if before < number < after), 0)
            if here:
                free.remove(here)
                before = here
                yield replace(piece, source=f"p{here}")
                continue
        before = numbers[at] or before
        yield piece


def _number(source: str) -> int:
    return int(source[1:]) if source[1:].isdecimal() else 0
