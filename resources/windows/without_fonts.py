"""Typst's library without the fonts it carries, twice, and which the desk never asks for: it has its own.

A run of fonts in a section of a PE file becomes a section that has no bytes in the file: the addresses of everything
else stay, and who should read there reads zeros. A file that is not as expected is refused, never half changed.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

_FONT = re.compile(b"(?:OTTO|\x00\x01\x00\x00)\x00[\x04-\x28]")
_TAG = re.compile(rb"[A-Za-z0-9/ ]{4}")
_PAGE = 0x1000  # of memory: where a section may begin
_BLOCK = 0x200  # of the file
_APART = 64  # bytes between two fonts of one run, at most
_LEAST = 256 * 1024
_ENTRY = "<8sIIIIIIHHI"  # name, size and place in memory, size and place in the file, …, kind
_INITIALIZED, _EMPTY = 0x40, 0x80


def without_fonts(library: Path, result: Path) -> int:
    """Write `library` without its fonts to `result`; return how many bytes were left out, ValueError if none."""
    data = library.read_bytes()
    header = struct.unpack_from("<I", data, 0x3C)[0]
    optional = header + 24
    table = optional + struct.unpack_from("<H", data, header + 20)[0]
    sections = [struct.unpack_from(_ENTRY, data, table + 40 * i) for i in range(_count(data, header))]
    if struct.unpack_from("<II", data, optional + 32) != (_PAGE, _BLOCK) or _directory(data, optional, 4) != (
        0,
        0,
    ):
        raise ValueError(f"{library.name} is laid out otherwise, or signed")
    runs = _runs(data)
    parts = [part for section in sections for part in _split(section, runs)]
    first = min(section[4] for section in sections if section[4])
    if len(parts) == len(sections) or table + 40 * len(parts) > first:
        raise ValueError(f"no fonts in {library.name}, or no room to say where they were")
    head = bytearray(data[:first])
    struct.pack_into("<H", head, header + 6, len(parts))
    struct.pack_into("<I", head, optional + 64, 0)  # a checksum that nobody asks for
    made = bytearray(head)
    moved = []
    for number, (section, begin) in enumerate(parts):
        place = len(made) if section[3] else 0
        struct.pack_into(_ENTRY, made, table + 40 * number, *section[:4], place, *section[5:])
        made += data[begin : begin + section[3]]
        moved.append((begin, begin + section[3], place))
    _debugging(made, data, optional, sections, moved)
    result.write_bytes(made)
    return len(data) - len(made)


def _count(data: bytes, header: int) -> int:
    return struct.unpack_from("<H", data, header + 6)[0]


def _directory(data: bytes, optional: int, number: int) -> tuple[int, int]:
    return struct.unpack_from("<II", data, optional + 112 + 8 * number)


def _runs(data: bytes) -> list[tuple[int, int]]:
    """Return where fonts that lie side by side begin and end."""
    runs: list[tuple[int, int]] = []
    for found in _FONT.finditer(data):
        begin = found.start()
        if runs and begin < runs[-1][1]:
            continue
        end = _font_end(data, begin)
        if end is None:
            continue
        if runs and begin - runs[-1][1] <= _APART:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((begin, end))
    return [run for run in runs if run[1] - run[0] >= _LEAST]


def _font_end(data: bytes, begin: int) -> int | None:
    """Return where the font at `begin` ends by its own directory; None when these bytes are no font."""
    tables = [
        struct.unpack_from(">4sIII", data, begin + 12 + 16 * i)
        for i in range(struct.unpack_from(">H", data, begin + 4)[0])
    ]
    tags = [tag for tag, *_ in tables]
    if tags != sorted(tags) or not {b"head", b"cmap"} < set(tags) or not all(map(_TAG.fullmatch, tags)):
        return None
    end = begin + max(place + size for _, _, place, size in tables)
    return end if end <= len(data) else None


def _split(section: tuple, runs: list[tuple[int, int]]) -> list[tuple[tuple, int]]:
    """Return the sections that a section becomes, each with the place of its bytes in the file as it was."""
    name, size, memory, raw, place, *rest, kind = section
    parts: list[tuple[tuple, int]] = []
    done = 0
    for begin, end in runs:
        if not place <= begin < end <= place + raw:
            continue
        from_page = -(-(begin - place) // _PAGE) * _PAGE
        to_page = (end - place) // _PAGE * _PAGE
        parts.append(
            ((name, from_page - done, memory + done, from_page - done, 0, *rest, kind), place + done)
        )
        empty = (kind & ~_INITIALIZED) | _EMPTY
        parts.append(((name, to_page - from_page, memory + from_page, 0, 0, *rest, empty), place + from_page))
        done = to_page
    parts.append(((name, size - done, memory + done, raw - done, place, *rest, kind), place + done))
    return parts


def _debugging(made: bytearray, data: bytes, optional: int, sections: list, moved: list) -> None:
    """Say anew where in the file what a debugger reads lies: alone of all it is told by its place there."""
    memory, size = _directory(data, optional, 6)
    for entry in range(memory, memory + size, 28):
        at = _in_file(sections, entry)
        told = struct.unpack_from("<I", data, at + 24)[0]
        if told:
            struct.pack_into("<I", made, _after(moved, at) + 24, _after(moved, told))


def _in_file(sections: list, memory: int) -> int:
    return next(s[4] + memory - s[2] for s in sections if s[2] <= memory < s[2] + s[3])


def _after(moved: list, place: int) -> int:
    return next(to + place - begin for begin, end, to in moved if begin <= place < end)
