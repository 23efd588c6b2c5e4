"""A file that does not open is not only named: what is wrong with it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.database import store
from desk.database.unopened_file import EMPTY, FOREIGN, HEADER, SHORT, faults
from tests.engine import drop_table
from tests.making import Cast


@pytest.fixture
def desk(cast: Cast) -> Path:
    store.close_file()
    return cast.path


def test_of_a_sound_file_nothing_is_said(desk: Path) -> None:
    assert list(faults(desk)) == []


def test_each_kind_of_damage_has_its_word(desk: Path) -> None:
    data = desk.read_bytes()
    for changed, told in (
        (b"", EMPTY),
        (b"\0" * 9000, EMPTY),
        (b"x" + data[1:], HEADER),
        (data[:50], HEADER),
        (data[: len(data) // 2], SHORT),
        (data[:68] + b"\0\0\0\0" + data[72:], FOREIGN),
    ):
        desk.write_bytes(changed)
        assert next(iter(faults(desk))) == told
        assert desk.read_bytes() == changed


def test_a_table_that_is_missing_and_a_page_that_is_torn_are_named(desk: Path) -> None:
    drop_table(desk, "placement")
    assert list(faults(desk)) == ["no such table: placement"]
    data = bytearray(desk.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    desk.write_bytes(data)
    assert len(list(faults(desk))) > 1
