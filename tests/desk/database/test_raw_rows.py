"""A row that cannot be read hides no other."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk.database.raw_rows import Unreadable, as_array, as_bytes, as_object, rows_of

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


def _row(*values: Any) -> apsw.Connection:
    made = apsw.Connection(":memory:")
    made.execute(f"CREATE TABLE t ({', '.join('cab'[: len(values)])})")
    made.execute(f"INSERT INTO t VALUES ({', '.join('?' * len(values))})", values)
    return made


def _made(made: apsw.Connection, expression: str) -> Any:
    ((found,),) = made.execute(f"SELECT {expression} FROM t").fetchall()
    return found


_WORDS = some.text(some.characters(exclude_categories=["Cs"]))
_PLAIN = some.one_of(_WORDS, some.integers(-(2**63), 2**63 - 1), some.none())


@given(some.tuples(_PLAIN, _PLAIN, _PLAIN))
def test_the_engine_writes_a_row_as_python_does(values: tuple[Any, ...]) -> None:
    told = dict(zip("cab", values, strict=True))
    with closing(_row(*values)) as made:
        array, flat = _made(made, as_array("cab")), _made(made, as_object("cab"))
    assert array.decode() == json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    assert flat.decode() == json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@pytest.mark.parametrize("value", [b"a", b"", 0.1, 1e300, b"\x37abc"], ids=repr)
def test_bytes_and_broken_numbers_are_left_to_python(value: Any) -> None:
    # The last are what the engine keeps of the JSON "abc": it would write them as those letters.
    with closing(_row("x", value)) as made:
        assert (_made(made, as_array("ca")), _made(made, as_object("ca"))) == (None, None)


def test_letters_that_are_none_are_not_written_as_others() -> None:
    with closing(_row("x")) as made:
        made.execute(f"UPDATE t SET c = {BAD}")
        assert _made(made, as_array("c")) == b'["\xc3("]'
        assert _made(made, as_bytes("c")) == b"\xc3("


@pytest.mark.parametrize(("value", "found"), [("Ý", "Ý".encode()), (b"a", None), (1, None), (None, None)])
def test_the_bytes_of_a_text(value: Any, found: bytes | None) -> None:
    with closing(_row(value)) as made:
        assert _made(made, as_bytes("c")) == found


def test_who_is_stopped_hears_of_it() -> None:
    with closing(_filled("")) as made:
        read = rows_of(made, "t", "a")
        assert next(read) == (1,)
        made.interrupt()
        with pytest.raises(apsw.InterruptError):
            list(read)
