"""The lists of a Word 97–2003 file."""

from __future__ import annotations

import struct

from desk.intake.doc.lists import Lists
from desk.intake.doc.streams import Part
from tests.desk.intake.doc.making import made


def test_a_list_counts_as_its_level_says() -> None:
    head = struct.pack("<Hii18xBx", 1, 77, 0, 1)
    sign = "\0)"
    level = struct.pack("<iB", 3, 4) + bytes(23) + struct.pack("<H", len(sign)) + sign.encode("utf-16-le")
    overrides = struct.pack("<Ii12x", 1, 77)
    file = made({Part.LIST_OVERRIDES: overrides, Part.LISTS: head})
    file = type(file)(file.main, file.table + level, b"", file.counts)
    lists = Lists(file)
    assert [lists.sign(1, 0), lists.sign(1, 0)] == ["c)", "d)"]
    assert lists.sign(0, 0) == lists.sign(9, 0) == ""


def test_a_file_without_lists_has_no_signs() -> None:
    assert Lists(made({})).sign(1, 0) == ""
