from __future__ import annotations

import pytest

from desk.press.word.stamped import read_said, said
from desk.text.stamp import Stamp


def test_what_is_said_is_read() -> None:
    stamp = Stamp("d" * 64, 12, 3, "e" * 64)
    assert read_said(said(stamp)) == stamp


@pytest.mark.parametrize("value", ["", "2;d;1;1;e", "1;d;x;1;e", "1;d;1;1", "1"])
def test_what_is_none_is_none(value: str) -> None:
    assert read_said(value) is None
