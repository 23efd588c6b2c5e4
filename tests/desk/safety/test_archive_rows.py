"""A row becomes a line and comes back as it was, its bytes with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.cancel import never
from desk.database.whole_tables import WholeTable
from desk.safety.archive_rows import lines_of, row_of
from desk.safety.new_folder import new_folder

TABLE = WholeTable("release", ("id", "cover", "width", "note"), ("id",))
ROWS = [(1, b"\x00\xff", 148.0, "Đồng chí\u2028\n"), (2, b"", 0.1, None), (2**60, b"x", -1.5, "")]


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    with new_folder(tmp_path, "kho", never) as (folder, _):
        lines = list(lines_of(TABLE, iter(ROWS), folder))
        assert [row_of(line, TABLE.columns, folder.read) for line in lines] == ROWS
        assert json.loads(lines[0])["cover"] == {"tep": "du-lieu/tep/release-1-cover.bin"}
    assert not any(b"\n" in line for line in lines)


def test_pictures_lie_where_a_person_finds_them(tmp_path: Path) -> None:
    table = WholeTable("picture", ("sha256", "mime", "data"), ("sha256",))
    with new_folder(tmp_path, "kho", never) as (folder, _):
        (line,) = lines_of(table, iter([("ab", "image/png", b"x")]), folder)
        assert folder.files[0].path == "anh/ab.png"
    assert b"anh/ab.png" in line


def test_a_line_of_other_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        row_of(b'{"id": 1}', ("id", "title"), lambda _: b"")
    with pytest.raises(ValueError, match="columns"):
        row_of(b"[1]", ("id",), lambda _: b"")
