"""The letters of a Word 97–2003 file."""

from __future__ import annotations

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.doc.piece_table import Letters
from desk.intake.doc.streams import Part
from tests.desk.intake.doc.making import clx, made

COMPRESSED = 0x40000000


def test_pieces_of_both_widths_are_one_text() -> None:
    main = "Hội".encode("utf-16-le") + b" ngh\x93"
    file = made({Part.PIECES: clx((3, 1024), (5, COMPRESSED | 2 * 1030))}, main)
    letters = Letters(file, "a")
    assert letters.text == "Hội ngh“"
    assert (letters.place(1), letters.place(4), letters.piece(7).width) == (1026, 1031, 1)


def test_a_table_that_points_outside_is_broken() -> None:
    for table in (clx((3, 5000)), b"", b"\x02\x04\x00\x00\x00abcd"):
        with pytest.raises(BadIntake) as refused:
            Letters(made({Part.PIECES: table}), "a")
        assert refused.value == BadIntake(IntakeFault.BROKEN, "a")
