"""The pictures of the desk: kept in the file, once each, under the SHA-256 of their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk import clock
from desk.acts.actor import actor
from desk.database import connection
from desk.database.connection import column, rows
from desk.database.department_tables import Rendition, StoredPicture
from desk.errors import Missing
from desk.pictures.prepared_picture import Prepared


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A stored picture without its bytes."""

    sha256: str
    mime: str
    width: int
    height: int
    name: str


def add_prepared(who: int, made: Prepared) -> PictureRow:
    """Store what `pictures.prepare` made; the same bytes are stored once."""
    with connection.writing():
        actor(who)
        StoredPicture.insert(
            sha256=made.sha256,
            mime=made.mime,
            width=made.width,
            height=made.height,
            name=made.name,
            data=made.data,
            added_by=who,
            added_at=clock.stamp(clock.now()),
        ).on_conflict_ignore().execute()
        if made.rendition:
            Rendition.insert(picture=made.sha256, data=made.rendition).on_conflict_ignore().execute()
    return PictureRow(made.sha256, made.mime, made.width, made.height, made.name)


def fetch(wanted: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the pictures that are there."""
    ids = list(wanted)
    if not ids:
        return {}
    found = rows(
        StoredPicture.select(StoredPicture.sha256, StoredPicture.data).where(StoredPicture.sha256.in_(ids))
    )
    return {row[0]: bytes(row[1]) for row in found}


def every() -> Iterator[tuple[str, bytes]]:
    """Yield every picture with the SHA-256 that it was stored under; one is in memory at a time."""
    for key in column(StoredPicture.select(StoredPicture.sha256)):
        for sha256, data in rows(
            StoredPicture.select(StoredPicture.sha256, StoredPicture.data).where(StoredPicture.sha256 == key)
        ):
            yield sha256, bytes(data)


def renditions(wanted: Iterable[str]) -> dict[str, bytes]:
    """Return by the pictures' own SHA-256 the small ones that there are."""
    ids = list(wanted)
    if not ids:
        return {}
    found = rows(Rendition.select(Rendition.picture, Rendition.data).where(Rendition.picture.in_(ids)))
    return {row[0]: bytes(row[1]) for row in found}


def one(sha256: str) -> bytes:
    """Return one picture's bytes; Missing when the desk has none."""
    found = fetch([sha256])
    if not found:
        raise Missing("picture")
    return found[sha256]
