"""A row that cannot be read hides no other."""

from __future__ import annotations

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
