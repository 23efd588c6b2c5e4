"""The sample desk that one may try the program with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import clock
from desk.acts.rules import Role
from desk.articles import listing
from desk.articles.listing import ListQuery
from desk.database import store
from desk.department import passwords, people
from desk.integrity import database
from desk.paths import DESK_FILE
from desk.sample import found
from desk.sample.door import PASSWORD


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    store.close_file()
    clock.set_clock(None)


def test_it_is_made_once_whole_and_everybody_comes_in(tmp_path: Path) -> None:
    folder, cost = tmp_path / "Bàn mẫu", passwords.COST
    half = folder / "dang-lam"
    half.mkdir(parents=True)
    (half / DESK_FILE).write_bytes(b"cut short")
    found.ready(folder)
    assert cost == passwords.COST
    assert [path.name for path in folder.iterdir()] == [DESK_FILE]
    before = (folder / DESK_FILE).stat().st_mtime_ns
    found.ready(folder)
    assert (folder / DESK_FILE).stat().st_mtime_ns == before

    store.open_file(folder / DESK_FILE)
    chief = next(row for row in people.everybody() if Role.CHIEF in row.roles)
    assert people.sign_in(chief.id, PASSWORD).name == chief.name
    assert len(listing.listing(chief.id, ListQuery(), limit=100).rows) >= 10
    assert list(database.check()) == []
