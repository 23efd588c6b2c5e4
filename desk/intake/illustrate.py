"""Photographs that came beside a text put into it: over the captions that wait for them, else at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.intake.document import IntakeDocument, SourcePicture
from desk.intake.members import Member
from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.recognise import Recognised
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.text.blocks import Picture, new_id


def illustrated(
    document: IntakeDocument, found: Recognised, photographs: Sequence[Member]
) -> tuple[IntakeDocument, Recognised]:
    """Return a document with its photographs; FileTrouble says why one cannot be read.

    As many captions as photographs: each gets its own, in order. Otherwise they stand after the last paragraph.
    """
    if not photographs:
        return document, found
    pieces = list(found.pieces)
    shown = [SourcePicture(new_id(), one.content(), one.last_name) for one in photographs]
    added = [
        Assigned(IntakePiece(Picture(one.block_id, "")), Role.BODY, Evidence.UNDER_PICTURE, doubtful=True)
        for one in shown
    ]
    waiting = _waiting(pieces)
    if len(waiting) == len(added):
        for at, one in reversed(list(zip(waiting, added, strict=True))):
            pieces.insert(at, one)
    else:
        end = (
            max((at for at, one in enumerate(pieces) if one.role in (Role.BODY, Role.CAPTION)), default=-1)
            + 1
        )
        pieces[end:end] = added
    whole = tuple(one.piece for one in pieces)
    return (
        replace(document, pieces=whole, pictures=(*document.pictures, *shown)),
        replace(found, pieces=tuple(pieces)),
    )


def _waiting(pieces: Sequence[Assigned]) -> list[int]:
    """Return the places of captions over which no picture stands."""
    places: list[int] = []
    before: Assigned | None = None
    for at, one in enumerate(pieces):
        if one.role is Role.CAPTION and not (before is not None and isinstance(before.piece.block, Picture)):
            places.append(at)
        if one.role is not Role.OUT:
            before = one
    return places
