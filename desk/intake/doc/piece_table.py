"""The letters of a file: the piece table says where each stretch of them lies (MS-DOC 2.8.35 PlcPcd, 2.9.38 Clx)."""

from __future__ import annotations

import itertools
import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from sys import byteorder

from desk.errors import BadIntake, IntakeFault
from desk.intake.doc.streams import DocFile, Part

_COMPRESSED = 0x40000000
_CP1252 = [
    bytes((byte,)).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
    for byte in range(256)
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of letters: from which to which of the text, and where its bytes begin."""

    start: int
    end: int
    place: int
    width: int  # bytes of a letter


class Letters:
    """All letters of a file, and where each lies in its stream."""

    def __init__(self, file: DocFile, name: str) -> None:
        self.pieces = _pieces(file.part(Part.PIECES), name)
        self._starts = [piece.start for piece in self.pieces]
        texts = []
        for piece in self.pieces:
            long = (piece.end - piece.start) * piece.width
            data = file.main[piece.place : piece.place + long]
            if len(data) < long:
                raise BadIntake(IntakeFault.BROKEN, name)
            texts.append(_wide(data) if piece.width == 2 else "".join(_CP1252[byte] for byte in data))
        self.text = "".join(texts)  # one letter for each 16 bits: halves of pairs stay apart

    def piece(self, at: int) -> Piece:
        """Return the piece that the letter at this place of the text is in."""
        return self.pieces[max(0, bisect_right(self._starts, at) - 1)]

    def place(self, at: int) -> int:
        """Return where the letter at this place of the text lies in its stream."""
        piece = self.piece(at)
        return piece.place + (at - piece.start) * piece.width


def _wide(data: bytes) -> str:
    units = array("H")
    units.frombytes(data)
    if byteorder == "big":
        units.byteswap()
    return "".join(map(chr, units))


def _pieces(clx: bytes, name: str) -> list[Piece]:
    table = _table(clx)
    count = (len(table) - 4) // 12
    if count < 1:
        raise BadIntake(IntakeFault.BROKEN, name)
    ends = struct.unpack_from(f"<{count + 1}I", table)
    out = []
    for number, (start, end) in enumerate(itertools.pairwise(ends)):
        (place,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
        if end < start:
            raise BadIntake(IntakeFault.BROKEN, name)
        if place & _COMPRESSED:
            out.append(Piece(start, end, (place & (_COMPRESSED - 1)) // 2, 1))
        else:
            out.append(Piece(start, end, place & (_COMPRESSED - 1), 2))
    if out[0].start != 0:
        raise BadIntake(IntakeFault.BROKEN, name)
    return out


def _table(clx: bytes) -> bytes:
    """Return the piece table, which stands behind stretches of changed properties."""
    at = 0
    while at + 5 <= len(clx):
        if clx[at] == 2:
            (long,) = struct.unpack_from("<I", clx, at + 1)
            return clx[at + 5 : at + 5 + long]
        if clx[at] != 1:
            break
        at += 3 + int(struct.unpack_from("<H", clx, at + 1)[0])
    return b""
