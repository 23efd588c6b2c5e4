"""Property modifiers."""

from __future__ import annotations

import struct

from desk.intake.doc.modifiers import TABLE_DEFINED, modifiers


def test_each_has_an_operand_of_its_length() -> None:
    properties = (
        struct.pack("<HB", 0x0835, 1) + struct.pack("<HH", 0x4A43, 28) + struct.pack("<HBB", 0xC60D, 1, 7)
    )
    assert list(modifiers(properties)) == [(0x0835, b"\x01"), (0x4A43, b"\x1c\x00"), (0xC60D, b"\x01\x07")]


def test_the_definition_of_a_row_has_its_length_in_two_bytes() -> None:
    properties = struct.pack("<HH", TABLE_DEFINED, 3) + b"\x01\x02" + struct.pack("<HB", 0x0836, 1)
    assert [number for number, _ in modifiers(properties)] == [TABLE_DEFINED, 0x0836]


def test_many_properties_lie_in_the_data_stream() -> None:
    inner = struct.pack("<HB", 0x2416, 1)
    beside = b"xxxx" + struct.pack("<H", len(inner)) + inner
    assert list(modifiers(struct.pack("<HI", 0x6646, 4), beside)) == [(0x2416, b"\x01")]


def test_what_is_cut_off_ends_the_row() -> None:
    assert list(modifiers(b"\x35")) == list(modifiers(b"\x43\x4a\x01")) == list(modifiers(b"\x0d\xc6")) == []
