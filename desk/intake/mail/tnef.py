"""winmail.dat, in which Outlook packs the attachments of a mail ([MS-OXTNEF])."""

from __future__ import annotations

import struct

from desk.intake import limits
from desk.intake.archive.names import plain_name
from desk.intake.mail.letters import decoded
from desk.intake.members import Member

_SIGNATURE = 0x223E9F78
_RENDER_DATA, _TITLE, _DATA, _PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005  # 2.1.3.3
_LONG_NAME, _SHOWN_NAME = 0x3707, 0x3001  # [MS-OXPROPS]
_TEXT, _UNICODE = 0x001E, 0x001F
_SIZES = {
    2: 4,
    3: 4,
    4: 4,
    10: 4,
    11: 4,
    5: 8,
    6: 8,
    7: 8,
    20: 8,
    64: 8,
    72: 16,
}  # of fixed properties, padded
_VARIABLE = frozenset((_TEXT, _UNICODE, 0x000D, 0x0102))
_MANY = 0x1000


def read_tnef(data: bytes) -> list[Member]:
    """Return the files of a winmail.dat; none where it cannot be read."""
    members: list[Member] = []
    name, content = "", b""
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        return []
    at = 6
    while at + 9 <= len(data) and len(members) < limits.MAIL_PARTS:
        _, identity, size = struct.unpack_from("<BII", data, at)
        value = data[at + 9 : at + 9 + size]
        at += 9 + size + 2
        if len(value) < size:  # the file is cut in the middle of it
            break
        if identity == _RENDER_DATA:
            _add(members, name, content)
            name, content = "", b""
        elif identity == _TITLE and not name:
            name = decoded(value.rstrip(b"\0"), "")
        elif identity == _DATA:
            content = value
        elif identity == _PROPERTIES:
            name = _long_name(value) or name
    _add(members, name, content)
    return members


def _add(members: list[Member], name: str, content: bytes) -> None:
    if content:
        members.append(Member(plain_name(name), content))


def _long_name(data: bytes) -> str:
    """Return an attachment's name from its properties (2.1.3.4), "" where it has none or they are broken."""
    names: dict[int, str] = {}
    try:
        (count,) = struct.unpack_from("<I", data)
        at = 4
        for _ in range(min(count, 1000)):
            kind, identity = struct.unpack_from("<HH", data, at)
            at += 4
            if identity >= 0x8000:
                at = _past_name(data, at)
            if kind & ~_MANY in _VARIABLE:
                at, values = _variable(data, at)
                if kind in (_TEXT, _UNICODE) and values:
                    names[identity] = decoded(values[0], "utf-16-le" if kind == _UNICODE else "").rstrip("\0")
            elif kind & _MANY:
                at += 4 + struct.unpack_from("<I", data, at)[0] * _SIZES[kind & ~_MANY]
            else:
                at += _SIZES[kind]
    except (struct.error, KeyError):
        pass  # what was read until then counts
    return names.get(_LONG_NAME) or names.get(_SHOWN_NAME) or ""


def _past_name(data: bytes, at: int) -> int:
    (kind,) = struct.unpack_from("<I", data, at + 16)
    if kind == 0:
        return at + 24
    (size,) = struct.unpack_from("<I", data, at + 20)
    return at + 24 + int(size) + -int(size) % 4


def _variable(data: bytes, at: int) -> tuple[int, list[bytes]]:
    (count,) = struct.unpack_from("<I", data, at)
    at += 4
    values = []
    for _ in range(min(count, 1000)):
        (size,) = struct.unpack_from("<I", data, at)
        values.append(data[at + 4 : at + 4 + size])
        at += 4 + size + -size % 4
    return at, values
