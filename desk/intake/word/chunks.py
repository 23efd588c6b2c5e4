"""A file within a Word file (altChunk, ECMA-376 part 1, 17.17.2): its pieces at the place where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from desk.errors import BadIntake
from desk.intake import limits
from desk.intake.document import IntakeDocument
from desk.intake.html.markup import element
from desk.intake.kinds import FileKind, kind_of
from desk.intake.readers import Reader, reader_of
from desk.intake.result import Dropped
from desk.intake.word.package import Relation, WordPackage

KIND = "aFChunk"
_TEXTS = frozenset({FileKind.HTML, FileKind.MHT, FileKind.RTF, FileKind.TEXT})  # that Word takes in so
_SIGN = "\u27e6tệp trong tệp {}\u27e7"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A file that was read, and the line that keeps its place until the text around it is read."""

    sign: str
    document: IntakeDocument


def chunk_of(package: WordPackage, relation: Relation | None, number: int, read_word: Reader) -> Chunk | None:
    """Read a file that stands in the text; None for what is no text of a kind that is read here."""
    if relation is None or relation.external or relation.kind != KIND:
        return None
    name = relation.target.rpartition("/")[2]
    try:
        data = package.read(relation.target)
        kind = kind_of(data, name)
        reader = read_word if kind is FileKind.DOCX else reader_of(kind) if kind in _TEXTS else None
        return None if reader is None else Chunk(_SIGN.format(number), reader(data, name))
    except BadIntake:
        return None


def place(chunk: Chunk) -> str:
    """Return the markup that keeps a chunk's place."""
    return element("p", chunk.sign)


def with_chunks(document: IntakeDocument, chunks: list[Chunk]) -> IntakeDocument:
    """Put the pieces of the chunks where their signs stand."""
    waiting = {one.sign: one.document for one in chunks}
    pieces = []
    for piece in document.pieces:
        inner = waiting.get(piece.words.strip())
        if inner is None:
            pieces.append(piece)
        else:  # comments of the file around speak of its own paragraphs
            pieces += [replace(one, source="") for one in inner.pieces]
    left_out: Counter[Dropped] = Counter(document.left_out)
    for one in chunks:
        left_out.update(one.document.left_out)
    inside = [one.document for one in chunks]
    pictures = [*document.pictures, *(picture for one in inside for picture in one.pictures)]
    return replace(
        document,
        pieces=tuple(pieces),
        pictures=tuple(pictures[: limits.PICTURES]),
        left_out=dict(left_out),
        lines=(*document.lines, *(line for one in inside for line in one.lines)),
        doubts=(*document.doubts, *(doubt for one in inside for doubt in one.doubts)),
    )
