"""Pictures in a line."""

from __future__ import annotations

import struct

from desk.intake.doc.pictures import inline_picture

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 50


def test_a_picture_is_cut_out_of_its_record() -> None:
    record = struct.pack("<HHI", 0x6E00, 0xF01E, 17 + len(PNG)) + bytes(17) + PNG
    art = struct.pack("<IH", 6 + len(record) + 9, 6) + record + b"after"
    assert inline_picture(b"--" + art + bytes(9), 2) == PNG


def test_what_is_no_picture_gives_nothing() -> None:
    assert inline_picture(b"", 0) == inline_picture(PNG, -1) == b""
    assert inline_picture(struct.pack("<I", 100) + bytes(40) + PNG, 0) == b""
