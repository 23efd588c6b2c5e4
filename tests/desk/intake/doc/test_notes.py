"""Notes and comments of a Word 97–2003 file."""

from __future__ import annotations

import struct

from desk.intake.doc.notes import Hanging, comments, notes
from desk.intake.doc.streams import Counts, Part
from tests.desk.intake.doc.making import made


def test_notes_are_found_by_the_place_of_their_sign() -> None:
    marks = struct.pack("<III2H", 5, 9, 20, 1, 1)
    ends = struct.pack("<4I", 0, 4, 10, 11)
    counts = Counts(body=20, footnotes=10)
    file = made({Part.FOOTNOTE_MARKS: marks, Part.FOOTNOTES: ends}, counts=counts)
    assert notes(file, counts) == {5: Hanging(20, 24), 9: Hanging(24, 30)}


def test_comments_have_their_authors() -> None:
    marks = struct.pack("<II", 3, 20) + bytes(20) + struct.pack("<H8x", 1)
    ends = struct.pack("<3I", 0, 6, 7)
    authors = b"".join(struct.pack("<H", len(name)) + name.encode("utf-16-le") for name in ("Lan", "Tòng Ly"))
    counts = Counts(body=20, comments=7)
    parts = {Part.COMMENT_MARKS: marks, Part.COMMENTS: ends, Part.COMMENT_AUTHORS: authors}
    assert comments(made(parts, counts=counts), counts) == {3: Hanging(20, 26, "Tòng Ly")}
    assert comments(made({}), counts) == {}
