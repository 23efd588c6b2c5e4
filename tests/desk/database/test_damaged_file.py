"""A damaged file is read through a copy; its tables first, its pages where they break off."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.database import store
from desk.database.damaged_file import DamagedFile
from desk.errors import FileTrouble, Trouble
from tests.desk.database.pages import page_of, page_size
from tests.engine import tamper
from tests.making import Cast, article, words


@pytest.fixture
def desk(cast: Cast) -> Path:
    for at in range(40):
        article(cast, words(f"Bài {at}", "Nội dung của bài. " * 60))
    store.close_file()
    return cast.path


def _numbers(path: Path, table: str) -> list[int]:
    with DamagedFile(path) as file:
        return sorted(row["id"] for row in file.rows(table))


def test_a_sound_table_gives_each_row_once(desk: Path) -> None:
    assert _numbers(desk, "article") == list(range(1, 41))
    with DamagedFile(desk) as file:
        assert file.numbers_given("article") == 40
        assert {row["key"] for row in file.rows("setting")} == {"names", "imprint", "recovery"}


def test_behind_a_lost_page_rows_go_on(desk: Path) -> None:
    root = page_of(desk, "revision")
    data = bytearray(desk.read_bytes())
    size = page_size()
    page = int.from_bytes(data[(root - 1) * size + 12 :][:2], "big")  # where its first cell stands
    leaf = int.from_bytes(data[(root - 1) * size + page :][:4], "big")  # the page that it leads to
    data[(leaf - 1) * size : leaf * size] = bytes(size)
    desk.write_bytes(data)
    found = _numbers(desk, "revision")
    assert len(found) < 40
    assert found[-1] == 40
    assert found == list(range(found[0], 41))


def test_columns_that_came_later_have_what_they_began_with(desk: Path) -> None:
    tamper(desk, "ALTER TABLE article DROP COLUMN genre")
    with DamagedFile(desk) as file:
        assert {row["genre"] for row in file.rows("article")} == {"news"}


def test_it_is_not_there_or_none(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        DamagedFile(tmp_path / "không có")
    assert refused.value.kind is Trouble.ABSENT
    with pytest.raises(FileTrouble) as refused:
        DamagedFile(tmp_path)
    assert refused.value.kind is Trouble.NO_FILE
