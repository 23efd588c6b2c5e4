"""A Word 97–2003 file taken apart: its streams (MS-CFB, by olefile) and where its parts lie (MS-DOC 2.5, the FIB)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from io import BytesIO

import olefile

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IDENT, _OLD_IDENT = 0xA5EC, 0xA5DC
_WORD_97 = 0x00C1
_ENCRYPTED, _OBFUSCATED, _FIRST_TABLE = 0x0100, 0x8000, 0x0200
_COUNTS, _PLACES = 64, 154  # where FibRgLw97 and FibRgFcLcb97 begin


class Part(IntEnum):
    """The parts whose places FibRgFcLcb97 gives, by their number there."""

    STYLES = 1
    FOOTNOTE_MARKS = 2
    FOOTNOTES = 3
    COMMENT_MARKS = 4
    COMMENTS = 5
    LETTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    COMMENT_AUTHORS = 36
    ENDNOTE_MARKS = 46
    ENDNOTES = 47
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Counts:
    """How many letters each part of the text has, in the order in which they lie (FibRgLw97)."""

    body: int = 0
    footnotes: int = 0
    headers: int = 0
    macros: int = 0
    comments: int = 0
    endnotes: int = 0
    boxes: int = 0


@dataclass(frozen=True, slots=True)
class DocFile:
    """The bytes of a file by stream, and its counts."""

    main: bytes
    table: bytes
    data: bytes
    counts: Counts

    def part(self, part: Part) -> bytes:
        """Return the bytes of a part; b"" when the file has none."""
        at = _PLACES + 8 * part
        if at + 8 > len(self.main):
            return b""
        start, long = struct.unpack_from("<II", self.main, at)
        return self.table[start : start + long]


def opened(data: bytes, name: str) -> DocFile:
    """Open a file; BadIntake says why it is none that can be read."""
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    if not data.startswith(OLE):
        raise BadIntake(IntakeFault.BROKEN, name)
    try:
        with olefile.OleFileIO(BytesIO(data), path_encoding=None) as ole:
            if ole.exists("EncryptedPackage"):
                raise BadIntake(IntakeFault.ENCRYPTED, name)
            if not ole.exists("WordDocument"):
                raise BadIntake(IntakeFault.UNKNOWN_KIND, name)
            main = _stream(ole, "WordDocument")
            flags = _flags(main, name)
            table = _stream(ole, "1Table" if flags & _FIRST_TABLE else "0Table")
            beside = _stream(ole, "Data")
    except (OSError, ValueError, IndexError, TypeError, struct.error) as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error
    counts = Counts(*(max(0, count) for count in struct.unpack_from("<7i", main, _COUNTS + 12)))
    return DocFile(main, table, beside, counts)


def _stream(ole: olefile.OleFileIO, name: str) -> bytes:
    if not ole.exists(name):
        return b""
    return bytes(ole.openstream(name).read())


def _flags(main: bytes, name: str) -> int:
    if len(main) < _PLACES + 8 * (Part.LIST_OVERRIDES + 1):
        raise BadIntake(IntakeFault.BROKEN, name)
    ident, version = struct.unpack_from("<HH", main)
    if ident == _OLD_IDENT or (ident == _IDENT and version < _WORD_97):
        raise BadIntake(IntakeFault.UNKNOWN_KIND, name)
    if ident != _IDENT:
        raise BadIntake(IntakeFault.BROKEN, name)
    flags: int = struct.unpack_from("<H", main, 10)[0]
    if flags & (_ENCRYPTED | _OBFUSCATED):
        raise BadIntake(IntakeFault.ENCRYPTED, name)
    return flags
