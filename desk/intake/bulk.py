"""What is large of a text that was read, its file and pictures: sent after its words, which are looked at first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.intake.sources import Source

_LEAST = 200_000  # bytes; less is sent with the words


@dataclass(frozen=True, slots=True)
class Bulk:
    """The bytes of the text that came before it: of its pictures in order, of its file."""

    pictures: tuple[bytes, ...]
    data: bytes


def bulk_of(source: Source) -> Bulk | None:
    """Return what is large of a source; None where it is little."""
    pictures = source.document.pictures if source.document is not None else ()
    pieces = (*(one.data for one in pictures), source.data)
    heavy = all(pieces) and sum(map(len, pieces)) >= _LEAST
    return Bulk(pieces[:-1], source.data) if heavy else None


def without_bulk(source: Source) -> Source:
    """Return a source whose bytes are still to come."""
    document = source.document
    if document is not None:
        document = replace(document, pictures=tuple(replace(one, data=b"") for one in document.pictures))
    return replace(source, data=b"", document=document, awaits=True)


def with_bulk(source: Source, bulk: Bulk) -> Source:
    """Return a source with the bytes that have come."""
    document = source.document
    if document is not None:
        pairs = zip(document.pictures, bulk.pictures, strict=True)
        document = replace(document, pictures=tuple(replace(one, data=data) for one, data in pairs))
    return replace(source, data=bulk.data, document=document, awaits=False)
