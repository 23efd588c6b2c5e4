"""Documents of a meeting, kept in the desk's file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePath

from desk import clock
from desk.acts.calendar_details import FilesAttached, FilesDetached
from desk.acts.gate import Changes, on_meeting
from desk.acts.rules import Act
from desk.database.calendar_tables import Attachment
from desk.database.connection import first, named
from desk.errors import BadIntake, IntakeFault, Missing
from desk.os_errors import file_size, file_trouble
from desk.text.blocks import nfc

MOST_BYTES = 20 * 2**20
# What a system runs instead of showing it when it is opened.
_PROGRAMS = tuple(
    f".{kind}" for kind in (
        "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "vbs", "vbe", "js", "jse", "wsf", "wsh", "ps1",
        "hta", "jar", "lnk", "url", "reg", "cpl", "sh", "desktop", "appimage", "py", "scf", "inf",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A document; `size` in bytes."""

    id: int
    name: str
    size: int


def attach(who: int, meeting_id: int, name: str, data: bytes) -> Changes:
    """Keep a document with a meeting; BadIntake when it is empty, heavier than 20 MB, or a program."""
    name = nfc(PurePath(name.replace("\\", "/")).name).strip(" .") or "tai-lieu"
    if name.lower().endswith(_PROGRAMS):
        raise BadIntake(IntakeFault.PROGRAM, name)
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > MOST_BYTES:
        raise BadIntake(IntakeFault.DOCUMENT_TOO_HEAVY, name)
    with on_meeting(who, Act.ATTACH, meeting_id, None) as (doing, _):
        digest = hashlib.sha256(data).hexdigest()
        Attachment.insert(
            meeting=meeting_id,
            name=name,
            size=len(data),
            sha256=digest,
            data=data,
            added_by=who,
            added_at=clock.stamp(clock.now()),
            removed=False,
        ).execute()
        doing.detail = FilesAttached({name: digest})
    return Changes(meetings=frozenset({meeting_id}), act=Act.ATTACH)


def attach_file(who: int, meeting_id: int, path: Path) -> Changes:
    """Keep a file with a meeting; its size is asked before it is read. FileTrouble when it cannot be read."""
    try:
        if file_size(path) > MOST_BYTES:
            raise BadIntake(IntakeFault.DOCUMENT_TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    return attach(who, meeting_id, path.name, data)


def detach(who: int, attachment_id: int) -> Changes:
    """Take a document away; its bytes stay in the file, its name in the journal."""
    stored = first(
        Attachment.select(Attachment.meeting, Attachment.name).where(Attachment.id == attachment_id)
    )
    if stored is None:
        raise Missing("attachment")
    meeting_id, name = stored
    with on_meeting(who, Act.DETACH, meeting_id, None) as (doing, _):
        Attachment.update(removed=True).where(Attachment.id == attachment_id).execute()
        doing.detail = FilesDetached((name,))
    return Changes(meetings=frozenset({meeting_id}), act=Act.DETACH)


def of_meeting(meeting_id: int) -> tuple[AttachmentRow, ...]:
    """Return a meeting's documents, oldest first."""
    kept = (Attachment.meeting == meeting_id) & (Attachment.removed == 0)
    found = Attachment.select(Attachment.id, Attachment.name, Attachment.size).where(kept)
    return tuple(AttachmentRow(v.id, v.name, v.size) for v in named(found.order_by(Attachment.id)))


def content(attachment_id: int) -> tuple[str, bytes]:
    """Return a document's name and bytes."""
    stored = first(Attachment.select(Attachment.name, Attachment.data).where(Attachment.id == attachment_id))
    if stored is None:
        raise Missing("attachment")
    name, data = stored
    return name, bytes(data)
