"""A mail as Outlook saves it (.msg; [MS-OXMSG], [MS-OXPROPS]) in a compound file ([MS-CFB])."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from io import BytesIO

import olefile

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.archive.names import plain_name
from desk.intake.mail.body import BodyPart
from desk.intake.mail.letters import decoded, html_letters
from desk.intake.mail.mail import Collected, Mail, mail_of, within_limits
from desk.intake.mail.rtf_body import rtf_part
from desk.intake.members import Member, Unread

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGE, _INTERNET_PAGE = 0x3FFD, 0x3FDE
_ATTACH_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME = 0x3701, 0x3707, 0x3704, 0x3001
_CONTENT_ID, _LOCATION, _METHOD = 0x3712, 0x3713, 0x3705
_EMBEDDED, _OLE_OBJECT = 5, 6  # of _METHOD
_UNICODE, _STRING8, _BINARY, _OBJECT, _TIME, _LONG = 0x001F, 0x001E, 0x0102, 0x000D, 0x0040, 0x0003
_HEAD_SIZES = (32, 24, 8)  # of the property stream: of the file, of a mail inside, of an attachment (2.4.1)
_PAGES = {65001: "utf-8", 20127: "ascii", 28591: "latin-1", 1200: "utf-16-le"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_OLE_FAULTS = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    struct.error,
    RecursionError,
)


def read_msg(data: bytes, name: str) -> Mail:
    """Read a mail of Outlook; BadIntake says why it cannot be read (EMPTY, TOO_HEAVY, BROKEN)."""
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            return _Reader(file, name).read((), name, 0)
    except _OLE_FAULTS as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error


class _Storage:
    """One storage of the file (a message or an attachment): its properties by their numbers."""

    def __init__(
        self, file: olefile.OleFileIO, path: tuple[str, ...], head: int, page: str = "cp1258"
    ) -> None:
        """Take the code page of letters that are no Unicode from the message, or from the one around."""
        self._file = file
        self._path = path
        self._fixed = self._fixed_properties(head)
        said = self.number(_CODE_PAGE) or self.number(_INTERNET_PAGE)
        self.page = _PAGES.get(said, f"cp{said}") if said else page

    def _fixed_properties(self, head: int) -> dict[int, bytes]:
        data = self._stream("__properties_version1.0")
        return {
            struct.unpack_from("<I", data, at)[0] >> 16: data[at + 8 : at + 16]
            for at in range(head, len(data) - 15, 16)
        }

    def _stream(self, name: str) -> bytes:
        path = [*self._path, name]
        return bytes(self._file.openstream(path).read()) if self._file.exists("/".join(path)) else b""

    def binary(self, identity: int) -> bytes:
        """Return a property of bytes, b"" when it is not there."""
        return self._stream(f"__substg1.0_{identity:04X}{_BINARY:04X}")

    def text(self, identity: int) -> str:
        """Return a property of letters, "" when it is not there."""
        wide = self._stream(f"__substg1.0_{identity:04X}{_UNICODE:04X}")
        if wide:
            return decoded(wide, "utf-16-le").rstrip("\0")
        return decoded(self._stream(f"__substg1.0_{identity:04X}{_STRING8:04X}"), self.page).rstrip("\0")

    def number(self, identity: int) -> int:
        """Return a property of four bytes, 0 when it is not there."""
        return int.from_bytes(self._fixed.get(identity, b"")[:4], "little")

    def moment(self, identity: int) -> datetime | None:
        """Return a moment, None when it is not there."""
        ticks = int.from_bytes(self._fixed.get(identity, b""), "little")
        return _EPOCH + timedelta(microseconds=ticks // 10) if 0 < ticks < 1 << 62 else None


class _Reader:
    """Reads the messages of one file."""

    def __init__(self, file: olefile.OleFileIO, name: str) -> None:
        self._file = file
        self._name = name
        self._attachments = 0
        self._streams = [tuple(path) for path in file.listdir(streams=False, storages=True)]

    def read(self, path: tuple[str, ...], name: str, depth: int) -> Mail:
        """Read one mail, with those attached to it."""
        if depth > limits.MAIL_DEPTH:
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
        if not self._file.exists("/".join((*path, "__properties_version1.0"))):
            raise BadIntake(IntakeFault.BROKEN, self._name)
        mail = _Storage(self._file, path, _HEAD_SIZES[1] if path else _HEAD_SIZES[0])
        sender = mail.text(_SENDER_NAME) or mail.text(_SENDER_SMTP) or mail.text(_SENDER_ADDRESS)
        found = Collected(name, mail.text(_SUBJECT), sender, mail.moment(_SENT) or mail.moment(_DELIVERED))
        found.parts.extend(_body(mail))
        for storage in sorted(one for one in self._streams if _is_attachment(one, path)):
            self._attachments += 1
            if self._attachments > limits.MAIL_PARTS:
                raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
            self._attachment(storage, found, mail.page, depth)
        if not within_limits(found.members):
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
        return mail_of(found)

    def _attachment(self, path: tuple[str, ...], found: Collected, page: str, depth: int) -> None:
        storage = _Storage(self._file, path, _HEAD_SIZES[2], page)
        given = storage.text(_LONG_NAME) or storage.text(_SHOWN_NAME) or storage.text(_SHORT_NAME)
        name = plain_name(given)
        method = storage.number(_METHOD)
        inner = (*path, f"__substg1.0_{_ATTACH_DATA:04X}{_OBJECT:04X}")
        if method == _EMBEDDED and self._file.exists("/".join(inner)):
            found.mails.append(self.read(inner, name, depth + 1))
            return
        data = storage.binary(_ATTACH_DATA)
        if not data:
            found.unread.append(
                Unread(name, IntakeFault.UNKNOWN_KIND if method == _OLE_OBJECT else IntakeFault.EMPTY)
            )
            return
        member = Member(name, data)
        identity, location = storage.text(_CONTENT_ID).strip("<> "), storage.text(_LOCATION)
        keys = [*([f"cid:{identity}"] if identity else []), *([location] if location else [])]
        for key in keys:
            found.related[key] = member
        if not keys:
            found.members.append(member)


def _is_attachment(storage: tuple[str, ...], path: tuple[str, ...]) -> bool:
    return storage[:-1] == path and storage[-1].startswith("__attach_version1.0_")


def _body(mail: _Storage) -> list[BodyPart]:
    """Return a mail's words in their richest form: HTML, the HTML or the letters in RTF, plain text."""
    html = mail.binary(_HTML)
    if html.strip():
        return [BodyPart(html=html_letters(html, "", mail.page))]
    if words := mail.text(_HTML):
        return [BodyPart(html=words)]
    plain = mail.text(_BODY)
    packed = mail.binary(_RTF)
    part = rtf_part(packed) if packed else None
    if part is not None:
        return [part]
    return [BodyPart(text=plain)] if plain else []
