"""What the files beside a desk tell of its being open."""

from __future__ import annotations

from pathlib import Path

from desk.database import store
from desk.database.in_use import may_be_open


def test_a_desk_may_be_open_only_while_it_is(desk_file: Path) -> None:
    assert not may_be_open(desk_file)
    store.open_file(desk_file)
    assert may_be_open(desk_file)
    store.close_file()
    assert not may_be_open(desk_file)
