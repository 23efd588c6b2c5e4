"""The files of a release as the desk keeps them: what several hold, photographs above all, is there once.

A file is stored as what is its own, compressed, and a list of parts: (how much of its own comes before, where the
part is kept, under which key). It comes back byte for byte, or not at all: its SHA-256 is asked each time.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypeAlias

from desk.database.connection import column, once_a_question, rows
from desk.database.issue_tables import Release, ReleaseFile, ReleasePart
from desk.edition.edition import Edition
from desk.edition.outputs import Output
from desk.errors import FileTrouble, Trouble
from desk.issues.file_parts import spans
from desk.pictures import stored_pictures

_CHUNK = 500  # keys in one question


class Place(StrEnum):
    """Where a part is kept."""

    PICTURE = "picture"  # among the pictures of the desk
    RENDITION = "rendition"  # among the small ones, under the whole one's key
    PART = "part"  # among the parts of releases


Part: TypeAlias = tuple[int, str, str]
_Known: TypeAlias = Mapping[bytes, tuple[str, str]]


def keep(release_id: int, edition: Edition, files: Mapping[Output, Mapping[str, bytes]]) -> None:
    """Store the files of a release, made of an edition whose pictures the desk holds."""
    known = {sha256(data).digest(): (str(Place.RENDITION), key) for key, data in edition.renditions.items()}
    known |= {sha256(data).digest(): (str(Place.PICTURE), key) for key, data in edition.pictures.items()}
    for output, made in files.items():
        for name, data in made.items():
            own, parts = _parted(data, known)
            ReleaseFile.insert(
                release=release_id,
                output=output.value,
                name=name,
                sha256=sha256(data).hexdigest(),
                data=zlib.compress(own),
                parts=json.dumps(parts),
            ).execute()


def _parted(data: bytes, known: _Known) -> tuple[bytes, list[Part]]:
    """Take a file apart; a part that is nowhere yet is put among the parts of releases."""
    own, parts, at = bytearray(), list[Part](), 0
    for start, stop in spans(data):
        part = data[start:stop]
        digest = sha256(part)
        kept = known.get(digest.digest())
        if kept is None:
            if len(part) == len(data):
                continue  # a file that no other holds: its letters are compressed
            kept = str(Place.PART), digest.hexdigest()
            ReleasePart.insert(sha256=kept[1], data=part).on_conflict_ignore().execute()
        own += data[at:start]
        parts.append((start - at, *kept))
        at = stop
    return bytes(own + data[at:]), parts


def kept(where: Any) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of the released files that a condition names, in the order of their making.

    FileTrouble (CORRUPT) names the file that does not come back as it was released.
    """
    for release_id, name, digest, data in _whole(where):
        if not _is_as_released(release_id, name, digest, data):
            raise FileTrouble(Trouble.CORRUPT, name)
        yield name, data


def damaged() -> Iterator[tuple[int, str]]:
    """Yield (release, name) of every file that is not as its release's manifest says, or is not there any more.

    One file is in memory at a time.
    """
    listed = rows(ReleaseFile.select(ReleaseFile.id, ReleaseFile.release, ReleaseFile.name))
    there = {(release_id, name): file_id for file_id, release_id, name in listed}
    for (release_id, name), file_id in there.items():
        for _, _, digest, data in _whole(ReleaseFile.id == file_id):
            if not _is_as_released(release_id, name, digest, data):
                yield release_id, name
    for release_id in column(Release.select(Release.id)):
        for name in _manifest_of(release_id).keys() - {name for of, name in there if of == release_id}:
            yield release_id, name


def _is_as_released(release_id: int, name: str, digest: str, data: bytes) -> bool:
    """Say whether a file has the SHA-256 of its row, and that of the manifest, which the journal speaks for."""
    return sha256(data).hexdigest() == digest and _manifest_of(release_id).get(name, digest) == digest


@once_a_question
def _manifest_of(release_id: int) -> dict[str, str]:
    """Return the SHA-256 of every file that a release's manifest names; of one that cannot be read none."""
    try:
        listed = json.loads(Release.select(Release.manifest).where(Release.id == release_id).scalar())
        return {one["name"]: one["sha256"] for one in listed["files"]}
    except (KeyError, TypeError, ValueError):
        return {}


def _whole(where: Any) -> Iterator[tuple[int, str, str, bytes]]:
    wanted = ReleaseFile.select(
        ReleaseFile.release, ReleaseFile.name, ReleaseFile.sha256, ReleaseFile.data, ReleaseFile.parts
    )
    listed = [
        (*told, json.loads(parts or "null"))
        for *told, parts in rows(wanted.where(where).order_by(ReleaseFile.id))
    ]
    there = _fetched(part for *_, parts in listed for part in parts or ())
    for release_id, name, digest, data, parts in listed:
        # A release of before there were parts holds its files whole.
        whole = bytes(data) if parts is None else together(data, parts, there)
        yield release_id, name, digest, whole


def _fetched(parts: Iterable[Part]) -> dict[tuple[str, str], bytes]:
    wanted: dict[str, set[str]] = {}
    for _, place, key in parts:
        wanted.setdefault(place, set()).add(key)
    ask = {
        Place.PICTURE: stored_pictures.fetch,
        Place.RENDITION: stored_pictures.renditions,
        Place.PART: _release_parts,
    }
    return {
        (place, key): data for place, keys in wanted.items() for key, data in ask[Place(place)](keys).items()
    }


def _release_parts(wanted: Iterable[str]) -> dict[str, bytes]:
    keys, found = sorted(wanted), dict[str, bytes]()
    for at in range(0, len(keys), _CHUNK):
        asked = ReleasePart.sha256.in_(keys[at : at + _CHUNK])
        found |= {key: bytes(data) for key, data in rows(ReleasePart.select().where(asked))}
    return found


def together(packed: bytes, parts: list[Part], there: Mapping[tuple[str, str], bytes]) -> bytes:
    """Put a released file together; what is damaged or lost makes it another than it was, which its SHA-256 tells."""
    try:
        own = zlib.decompress(packed)
    except zlib.error:
        own = b""
    made, at = bytearray(), 0
    for before, place, key in parts:
        made += own[at : at + before] + there.get((place, key), b"")
        at += before
    return bytes(made + own[at:])
