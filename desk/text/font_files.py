"""What a font file (TrueType) says: which letters it has signs for, and how wide they are.

Source: OpenType 1.9, the tables "cmap" (its forms 4 and 12), "head", "hhea" and "hmtx".
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path


def glyphs(font: Path) -> dict[int, int]:
    """Return the glyph of every code point that a font has a sign for."""
    data = font.read_bytes()
    at = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, at + 2)
    found: dict[int, int] = {}
    for number in range(count):
        platform, _, offset = struct.unpack_from(">HHI", data, at + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", data, at + offset)
        if platform in (0, 3) and form == 4:
            found.update(_of_segments(data, at + offset))
        elif platform in (0, 3) and form == 12:
            found.update(_of_groups(data, at + offset))
    return found


def widths(font: Path) -> dict[str, float]:
    """Return how far every letter of a font advances, in parts of the size; kerning is not counted."""
    data = font.read_bytes()
    (units,) = struct.unpack_from(">H", data, _table(data, b"head") + 18)
    (count,) = struct.unpack_from(">H", data, _table(data, b"hhea") + 34)
    at = _table(data, b"hmtx")
    advances = [advance for advance, _ in struct.iter_unpack(">Hh", data[at : at + 4 * count])]
    return {chr(code): advances[min(glyph, count - 1)] / units for code, glyph in glyphs(font).items()}


def _table(data: bytes, wanted: bytes) -> int:
    (tables,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4s4xII", data, 12 + 16 * number) for number in range(tables))
    return int(next(offset for tag, offset, _ in records if tag == wanted))


def _of_segments(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    count = double // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, at + 14 + place)
        for place in (0, double + 2, 2 * double + 2, 3 * double + 2)
    )
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code + deltas[segment]
            if offsets[segment]:
                place = at + 16 + 3 * double + 2 * segment + offsets[segment] + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", data, place)
                glyph += deltas[segment] if glyph else 0
            if glyph & 0xFFFF:
                yield code, glyph & 0xFFFF


def _of_groups(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    for number in range(count):
        start, end, glyph = struct.unpack_from(">III", data, at + 16 + 12 * number)
        yield from ((code, glyph + code - start) for code in range(start, end + 1))
