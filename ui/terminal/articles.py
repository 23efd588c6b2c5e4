"""`import` of the command line: files of contributors, read in a process of their own, become drafts."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.department import people
from desk.department.people import PersonRow
from desk.errors import BadPicture, DeskError
from desk.intake.apart import ReadingProcess
from desk.intake.result import Taken, with_pictures, without
from desk.intake.sources import Source
from desk.pictures import stored_pictures
from desk.pictures.prepare import prepare
from desk.review import taking_in
from desk.review.from_source import intake_of
from desk.text.blocks import ArticleText, to_data
from ui.words import wording

Notify = Callable[[str], None]


def take_in(
    wish: argparse.Namespace, path: Path, reader: ReadingProcess, notify: Notify
) -> list[dict[str, Any]]:
    """Take in what a file or a folder holds; the person must be one who may write, but for a mere look."""
    person = people.by_name(wish.name) if wish.name else None
    if person is not None and (refused := refusal(Act.CREATE, person.roles)):
        raise refused
    return [_one(wish, path, source, person, notify) for source in reader.read(path)]


def _one(
    wish: argparse.Namespace, path: Path, source: Source, person: PersonRow | None, notify: Notify
) -> dict[str, Any]:
    if source.taken is None or source.document is None:
        words = wording.error(source.refused) if source.refused else ""
        notify(f"{source.name}: {words}")
        return {"file": str(path), "name": source.name, "error": words}
    made = None
    if person is not None and not wish.dry_run:
        try:
            intake = intake_of(source, _illustrated(person.id, source, notify))
            (made,) = taking_in.take_in(person.id, intake).articles
        except DeskError as error:
            notify(f"{source.name}: {wording.error(error)}")
            return {"file": str(path), "name": source.name, "error": wording.error(error)}
    notify(_message(source.name, source.taken, made))
    return {**_told(path, source, source.taken), "id": made}


def _illustrated(who: int, source: Source, notify: Notify) -> ArticleText:
    """Store the pictures of a source and return its text with them; one that is refused leaves its caption."""
    assert source.taken is not None and source.document is not None  # noqa: PT018 - both or none
    stored: dict[str, str] = {}
    for picture in source.document.pictures:
        try:
            stored[picture.block_id] = stored_pictures.add_prepared(
                who, prepare(picture.data, picture.name or source.name)
            ).sha256
        except BadPicture as error:
            notify(f"{source.name}: {wording.error(error)}")
    return with_pictures(_clean(source.taken), stored)


def _clean(taken: Taken) -> ArticleText:
    return without(taken.text, taken.repeated_lead) if taken.repeated_lead else taken.text


def _told(path: Path, source: Source, taken: Taken) -> dict[str, Any]:
    document = source.document
    assert document is not None
    return {
        "file": str(path),
        "name": source.name,
        "kind": source.kind.value if source.kind else "",
        "article": to_data(taken.text),
        "repeated_lead": taken.repeated_lead,
        "captions": [asdict(caption) for caption in taken.captions],
        "pictures": [
            {"block": one.block_id, "name": one.name, "bytes": len(one.data)} for one in document.pictures
        ],
        "comments": [
            {"author": one.author, "text": one.text, "block": _block_of(source, one.source)}
            for one in document.comments
        ],
        "doubts": [{"kind": d.kind.name, "detail": d.detail, "block": d.block_id} for d in taken.doubts],
        "dropped": list(taken.dropped),
        "left_out": {kind.name: count for kind, count in taken.left_out.items()},
    }


def _block_of(source: Source, paragraph: str) -> str:
    pieces = source.document.pieces if source.document and paragraph else ()
    return next((piece.block.id for piece in pieces if piece.source == paragraph), "")


def _message(name: str, taken: Taken, made: int | None) -> str:
    head = f"{name}: “{taken.text.title}”"
    head += f" → bài số {made}" if made is not None else " (chỉ xem, chưa ghi)"
    return "\n".join([head, *(f"  – {wording.doubt(doubt)}" for doubt in taken.doubts)])
