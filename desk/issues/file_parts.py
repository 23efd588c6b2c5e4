"""The parts of a file that other files may hold too: the streams of a PDF, what a ZIP stores as it is, the whole."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

SMALLEST = 4096  # bytes: a smaller part is not worth a place of its own
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_END = b"endstream"
_LOCAL_HEADER, _NAME_AND_EXTRA = (
    30,
    26,
)  # of a ZIP's member: its fixed length, where the lengths of the rest stand


def spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield (first byte, byte after the last) of every part, in order; between them lies what is the file's own.

    Where they are is a guess: whoever puts the file together again takes all bytes, in the parts and between.
    """
    if data.startswith(b"%PDF"):
        found = _streams(data)
    elif data.startswith(b"PK\3\4"):
        found = _stored_members(data)
    else:
        found = iter([(0, len(data))])
    at = 0
    for start, stop in found:
        if start >= at and stop - start >= SMALLEST:
            yield start, stop
            at = stop


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the streams of a PDF (ISO 32000-1, 7.3.8.1), without the line end before `endstream`."""
    at = 0
    while begun := _STREAM.search(data, at):
        at = data.find(_END, begun.end())
        if at < 0:
            return
        ends = 2 if data[at - 2 : at] == b"\r\n" else 1
        yield begun.end(), at - ends


def _stored_members(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the members of a ZIP that are not compressed: photographs are not (PKWARE APPNOTE 4.3.7)."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        return  # it only looks like one: then it has no parts, and is kept whole
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.compress_type == zipfile.ZIP_STORED:
            lengths = data[member.header_offset + _NAME_AND_EXTRA : member.header_offset + _LOCAL_HEADER]
            name, extra = (int.from_bytes(lengths[at : at + 2], "little") for at in (0, 2))
            start = member.header_offset + _LOCAL_HEADER + name + extra
            yield start, start + member.compress_size
