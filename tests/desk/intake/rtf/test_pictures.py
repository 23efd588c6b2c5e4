"""Pictures in RTF."""

from __future__ import annotations

from desk.intake.picture_parts import Shape
from desk.intake.rtf.pictures import picture_bytes, picture_shape
from desk.intake.rtf.state import Picture


def test_digits_are_bytes_whatever_stands_between_them() -> None:
    assert picture_bytes(Picture(digits=[b"89 50", b"\t4e4", b"7"])) == b"\x89PNG"
    assert picture_bytes(Picture(digits=[b"41"], binary=b"ab")) == b"ab"


def test_what_is_cut_off_is_a_share_of_the_size_that_it_was_to_be() -> None:
    sizes = {"picwgoal": 4800, "pichgoal": 3600, "piccropl": 1200, "piccropb": 360}
    assert picture_shape(Picture(sizes=sizes)) == Shape((0.25, 0.0, 0.0, 0.1))
    assert picture_shape(Picture(sizes={"piccropl": 1200})).is_plain
