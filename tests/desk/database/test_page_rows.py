"""Rows are found on the pages of a file, whatever leads to them or does not."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from desk.database.page_rows import PageRows, TableShape

SHAPE = TableShape(
    "t",
    ("id", "a", "b", "c", "later"),
    ("INTEGER", "TEXT", "BLOB", "REAL", "TEXT"),
    frozenset({"b"}),
    "id",
    least=4,
)
ROWS = [
    {"id": 1, "a": "Đồng chí", "b": b"\x00\x01", "c": 2.5},
    {"id": 300, "a": "dài " * 5000, "b": None, "c": 7.0},
    {"id": 2**33, "a": "", "b": b"x" * 4061, "c": -1.0, "later": "sau"},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "t.sqlite"
    with closing(apsw.Connection(str(path))) as desk:
        desk.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b BLOB, c REAL)")
        desk.execute("CREATE TABLE k (a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID")
        for row in ROWS[:2]:
            desk.execute("INSERT INTO t VALUES (:id, :a, :b, :c)", row)
        desk.execute("ALTER TABLE t ADD COLUMN later TEXT DEFAULT ''")
        desk.execute("INSERT INTO t VALUES (:id, :a, :b, :c, :later)", ROWS[2])
        desk.executemany("INSERT INTO k VALUES (?, ?)", [(f"khóa {at}", "giá trị" * 90) for at in range(40)])
    return path


def test_rows_come_as_they_were_put_in_long_ones_too(file: Path) -> None:
    found = PageRows(file, [SHAPE])
    assert list(found.rows("t")) == ROWS
    found.close()


def test_they_are_found_when_the_table_has_gone(file: Path) -> None:
    with closing(apsw.Connection(str(file))) as desk:
        desk.executemany(
            "INSERT INTO t VALUES (?, 'chữ', x'00', 1.5, '')", [(at,) for at in range(1000, 3000)]
        )
        desk.execute("PRAGMA secure_delete = 0")
        desk.execute("DROP TABLE t")
    found = PageRows(file, [SHAPE])
    numbers = {row["id"] for row in found.rows("t")}
    found.close()
    assert len(numbers) > 1800


def test_rows_in_the_order_of_their_key_lie_on_inner_pages_too(file: Path) -> None:
    shape = TableShape("k", ("a", "b"), ("TEXT", "TEXT"), frozenset(), keyed=True, least=2)
    found = PageRows(file, [shape, SHAPE])
    assert {row["a"] for row in found.rows("k")} == {f"khóa {at}" for at in range(40)}
    found.close()


def test_a_row_whose_further_pages_are_gone_is_left_out(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 3 // 4096 * 4096])
    found = PageRows(file, [SHAPE])
    assert {row["id"] for row in found.rows("t")} <= {1, 300, 2**33}
    found.close()


def test_noise_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(bytes([0x0D, 0, 0, 0, 200]) + bytes(range(256)) * 63)
    found = PageRows(path, [SHAPE])
    assert list(found.rows("t")) == []
    found.close()
