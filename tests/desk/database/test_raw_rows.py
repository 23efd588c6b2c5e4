"""A row that cannot be read hides no other."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw

from desk.database.raw_rows import Unreadable, rows_of

BAD = "CAST(x'C328' AS TEXT)"


def _filled(kind: str) -> apsw.Connection:
    made = apsw.Connection(":memory:")
    made.execute(f"CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) {kind}")
    for number in range(1, 6):
        made.execute(f"INSERT INTO t VALUES ({number}, {BAD if number in (2, 5) else repr(str(number))})")
    return made


def test_what_cannot_be_read_is_named_in_its_place() -> None:
    found = list(rows_of(_filled(""), "t", "a, b"))
    assert found == [(1, "1"), Unreadable("t", 2), (3, "3"), (4, "4"), Unreadable("t", 5)]


def test_it_goes_on_behind_a_number() -> None:
    assert list(rows_of(_filled(""), "t", "b", after=3)) == [("4",), Unreadable("t", 5)]


def test_of_a_table_without_numbers_what_is_left_is_named_once() -> None:
    assert list(rows_of(_filled("WITHOUT ROWID"), "t")) == [(1, "1"), Unreadable("t", 0)]


def test_behind_a_gap_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "t"
    with closing(apsw.Connection(str(path))) as made:
        made.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
        made.execute(
            "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 3 FROM n WHERE i < 3000)"
            " INSERT INTO t SELECT i, hex(zeroblob(200)) FROM n"
        )
    data = bytearray(path.read_bytes())
    assert data[5 * 4096] == 0x0D
    data[5 * 4096 : 6 * 4096] = bytes(4096)
    path.write_bytes(data)
    with closing(apsw.Connection(str(path))) as damaged:
        found = list(rows_of(damaged, "t", "a"))
    numbers = [one[0] for one in found if isinstance(one, tuple)]
    lost = [one.row for one in found if isinstance(one, Unreadable)]
    missing = set(range(1, 3002, 3)) - set(numbers)
    assert 0 < len(missing) < 12
    assert len(lost) == 1
    assert lost[0] <= min(missing)
    assert numbers == sorted(numbers)
