"""Parts of a Word 97–2003 file, for tests of what reads them."""

from __future__ import annotations

import struct

from desk.intake.doc.streams import Counts, DocFile, Part

_PLACES = 154


def made(parts: dict[Part, bytes], main: bytes = b"", counts: Counts | None = None) -> DocFile:
    """Make a file of these parts; `main` stands behind the places of the parts, at byte 1024."""
    head = bytearray(1024)
    table = b""
    for part, data in parts.items():
        struct.pack_into("<II", head, _PLACES + 8 * part, len(table), len(data))
        table += data
    return DocFile(bytes(head) + main, table, b"", counts or Counts())


def clx(*pieces: tuple[int, int]) -> bytes:
    """Make a piece table of (letters, place as it is written)."""
    ends = [0]
    for letters, _ in pieces:
        ends.append(ends[-1] + letters)
    plc = struct.pack(f"<{len(ends)}I", *ends) + b"".join(
        struct.pack("<HIH", 0, place, 0) for _, place in pieces
    )
    return b"\x01\x02\x00xx\x02" + struct.pack("<I", len(plc)) + plc
