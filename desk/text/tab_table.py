"""A table in plain text: lines whose cells are parted by tabs, as every spreadsheet copies them."""

from __future__ import annotations

import csv

from desk.text.signs import shown


def tab_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a text whose lines all hold the same number of tabs; () when it is no table.

    A spreadsheet ends each row, so one row alone is a table when its line is ended. A cell of several lines
    stands between quotation marks.
    """
    if "\t" not in text:
        return ()
    source = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\0")
    for quoted in (True, False):
        rows = _rows(source, quoted=quoted)
        if rows and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows):
            if len(rows) == 1 and not source.endswith("\n"):
                return ()
            return tuple(tuple(shown(cell).strip() for cell in row) for row in rows)
    return ()


def _rows(source: str, *, quoted: bool) -> list[list[str]]:
    lines = source.rstrip("\n").split("\n")
    sign = '"' if quoted else "\0"
    try:
        return list(csv.reader([f"{line}\n" for line in lines], delimiter="\t", quotechar=sign, strict=True))
    except csv.Error:
        return []
