"""Rows of tables as lines of JSON: whole, with their bytes in files beside, and read back as they were."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from desk.database.whole_tables import WholeTable
from desk.safety.new_folder import NewFolder, plain

FILE = "tep"  # what stands in a cell in place of bytes: {"tep": the path of the file that holds them}
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/gif": "gif",
    "image/webp": "webp",
}
Row = Mapping[str, Any]
Place = Callable[[Row], str]

# Where bytes lie that a person may look for; all others lie among the data, by table and key.
_PLACES: dict[tuple[str, str], Place] = {
    ("picture", "data"): lambda row: f"anh/{row['sha256']}.{ENDINGS.get(row['mime'], 'bin')}",
    ("rendition", "data"): lambda row: f"anh/nho/{row['picture_sha256']}.jpg",
    ("attachment", "data"): lambda row: f"tai-lieu-hop/{row['id']:05d}-{plain(row['name'])}",
}


def lines_of(table: WholeTable, rows: Iterator[tuple[Any, ...]], folder: NewFolder) -> Iterator[bytes]:
    """Yield a table's rows as lines; their bytes are written into the folder meanwhile."""
    for values in rows:
        row = dict(zip(table.columns, values, strict=True))
        told = {
            name: {FILE: folder.put(_place(table, name, row), value).path}
            if isinstance(value, bytes)
            else value
            for name, value in row.items()
        }
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _place(table: WholeTable, column: str, row: Row) -> str:
    known = _PLACES.get((table.name, column))
    if known is not None:
        return known(row)
    key = "-".join(plain(str(row[name])) for name in table.key)
    return f"du-lieu/tep/{table.name}-{key}-{column}.bin"


def row_of(line: bytes, columns: Sequence[str], read: Callable[[str], bytes]) -> tuple[Any, ...]:
    """Return the values of a line in the order of the columns; ValueError where it is none of these."""
    told = json.loads(line)
    if not isinstance(told, dict) or list(told) != list(columns):
        raise ValueError(f"columns {list(told)}")
    return tuple(read(value[FILE]) if isinstance(value, dict) else value for value in told.values())
