"""Rows found on the pages of a desk's file, whether or not a table leads to them (SQLite's file format, 1.5–2.1).

For a file whose tables break off: a page of rows is known by what its rows look like.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

PAGE_SIZE = 4096  # of every desk: the program never chose another
_LEAF, _KEYED_LEAF, _KEYED_INNER = 0x0D, 0x0A, 0x02  # kinds of pages that hold rows
_HEADS = {_LEAF: 8, _KEYED_LEAF: 8, _KEYED_INNER: 12}  # bytes before the list of a page's cells
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of an integer by its type
_MOST = 512 * 1024 * 1024  # bytes of one row


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table as its rows lie on a page: the columns in that order, each with what it is declared as.

    `number` is the column that is the row's own number, "" where rows have none.
    """

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]  # INTEGER, TEXT, BLOB, REAL
    nullable: frozenset[str]
    number: str = ""
    keyed: bool = False  # rows lie in the order of their key, without numbers
    least: int = 0  # columns that the oldest rows have


@dataclass(frozen=True, slots=True)
class _Cell:
    page: int
    at: int


class PageRows:
    """The rows that the pages of a file hold, by table; found once, read when they are asked for."""

    def __init__(self, path: Path, shapes: Sequence[TableShape]) -> None:
        self._file: IO[bytes] = path.open("rb")
        self._pages = path.stat().st_size // PAGE_SIZE
        self._shapes = {shape.name: shape for shape in shapes}
        self._places: dict[str, list[_Cell]] = {}
        self._find()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def rows(self, table: str) -> Iterator[Mapping[str, Any]]:
        """Yield what looks like a row of a table; a letter that is none stands as U+FFFD."""
        shape = self._shapes[table]
        for cell in self._places.get(table, ()):
            try:
                number, payload = self._payload(cell)
                values = _values(payload)
            except (IndexError, ValueError, struct.error):
                continue
            if len(values) > len(shape.columns):
                continue
            row = dict(zip(shape.columns, values, strict=False))
            if shape.number:
                row[shape.number] = number
            yield row

    def _find(self) -> None:
        for page in range(1, self._pages + 1):
            data = self._page(page)
            base = 100 if page == 1 else 0
            kind = data[base]
            if kind not in _HEADS:
                continue
            count = int.from_bytes(data[base + 3 : base + 5], "big")
            at = base + _HEADS[kind]
            for place in range(at, min(at + 2 * count, PAGE_SIZE - 1), 2):
                cell = _Cell(page, int.from_bytes(data[place : place + 2], "big"))
                table = self._table_of(data, cell, keyed=kind != _LEAF)
                if table:
                    self._places.setdefault(table, []).append(cell)

    def _table_of(self, data: bytes, cell: _Cell, *, keyed: bool) -> str:
        """Return the table whose rows look like a cell; "" for none."""
        try:
            at = cell.at + (4 if data[100 if cell.page == 1 else 0] == _KEYED_INNER else 0)
            size, at = _varint(data, at)
            if not keyed:
                _, at = _varint(data, at)
            types = _types(data[at : at + 400])
        except (IndexError, ValueError):
            return ""
        if size > _MOST or not types:
            return ""
        fits = [shape for shape in self._shapes.values() if shape.keyed == keyed and _fits(shape, types)]
        if len(fits) > 1:
            fits = [self._nearest(fits, cell)]
        return fits[0].name if fits else ""

    def _nearest(self, fits: list[TableShape], cell: _Cell) -> TableShape:
        """Choose among tables of one shape: what is kept under its own SHA-256 is told by it."""
        by_digest = [shape for shape in fits if shape.name in ("release_part", "rendition")]
        if len(by_digest) == 2:
            from hashlib import sha256

            try:
                key, data = _values(self._payload(cell)[1])[:2]
            except (IndexError, ValueError, struct.error):
                return fits[0]
            own = sha256(data).hexdigest() == key
            return next(shape for shape in by_digest if (shape.name == "release_part") == own)
        return min(fits, key=lambda shape: len(shape.columns))

    def _payload(self, cell: _Cell) -> tuple[int, bytes]:
        """Return a row's number (0 of one without) and its bytes, those on further pages with them."""
        data = self._page(cell.page)
        kind = data[100 if cell.page == 1 else 0]
        at = cell.at + (4 if kind == _KEYED_INNER else 0)
        size, at = _varint(data, at)
        number = 0
        most = PAGE_SIZE - 35 if kind == _LEAF else (PAGE_SIZE - 12) * 64 // 255 - 23
        if kind == _LEAF:
            number, at = _varint(data, at)
        if size > _MOST:
            raise ValueError(size)
        if size <= most:
            return number, data[at : at + size]
        least = (PAGE_SIZE - 12) * 32 // 255 - 23
        here = least + (size - least) % (PAGE_SIZE - 4)
        here = here if here <= most else least
        parts, left = [data[at : at + here]], size - here
        following = int.from_bytes(data[at + here : at + here + 4], "big")
        while left > 0:
            if not 0 < following <= self._pages:
                raise ValueError(following)
            more = self._page(following)
            following = int.from_bytes(more[:4], "big")
            parts.append(more[4 : 4 + min(left, PAGE_SIZE - 4)])
            left -= PAGE_SIZE - 4
        return number, b"".join(parts)

    def _page(self, page: int) -> bytes:
        self._file.seek((page - 1) * PAGE_SIZE)
        return self._file.read(PAGE_SIZE)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _types(data: bytes) -> list[int]:
    """Return the types of a row's values (2.1)."""
    size, at = _varint(data, 0)
    if not 2 <= size <= len(data):
        raise ValueError(size)
    types = []
    while at < size:
        kind, at = _varint(data, at)
        types.append(kind)
    return types


def _values(payload: bytes) -> list[Any]:
    types = _types(payload)
    at, _ = _varint(payload, 0)
    values: list[Any] = []
    for kind in types:
        size = _size(kind)
        piece = payload[at : at + size]
        if len(piece) < size:
            raise ValueError("cut off")
        at += size
        values.append(_value(kind, piece))
    return values


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _NUMBERS.get(kind, 0)


def _value(kind: int, piece: bytes) -> Any:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return struct.unpack(">d", piece)[0]
    if kind < 7:
        return int.from_bytes(piece, "big", signed=True)
    if kind in (10, 11):
        raise ValueError(kind)
    return piece if kind % 2 == 0 else piece.decode("utf-8", "replace")


def _fits(shape: TableShape, types: Sequence[int]) -> bool:
    if not shape.least <= len(types) <= len(shape.columns):
        return False
    for name, declared, kind in zip(shape.columns, shape.kinds, types, strict=False):
        if name == shape.number:
            if kind != 0:
                return False
        elif not (_is(declared, kind) or (kind == 0 and name in shape.nullable)):
            return False
    return True


def _is(declared: str, kind: int) -> bool:
    if declared == "INTEGER":
        return 1 <= kind <= 6 or kind in (8, 9)
    if declared == "REAL":
        return 1 <= kind <= 9
    if declared == "BLOB":
        return kind >= 12 and kind % 2 == 0
    return kind >= 13 and kind % 2 == 1
