"""Seals: every transaction leaves the digests of the rows it changed in a chain of its own, bound to the journal's.

By them a check-up sees a row that was changed, put in or taken out by another hand than the program's, in whatever
table: a role, a password, a placement, a cover. What is derived (search, marks) or belongs to one person alone
(drafts, read marks, reminders, notifications) is not sealed. A blob or a text that its own SHA-256 in the same row or
its key speaks for is left out of the digest: that is compared elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeAlias

import apsw

from desk.database.raw_rows import Unreadable, as_array, rows_of

# Table by table, the columns that a digest leaves out.
SEALED: Mapping[str, frozenset[str]] = {
    "setting": frozenset(),
    "person": frozenset({"failures", "failed_at", "untold"}),
    "section": frozenset(),
    "delegation": frozenset(),
    "article": frozenset(),
    "authorship": frozenset(),
    "revision": frozenset({"text"}),
    "original_file": frozenset({"data"}),
    "article_original": frozenset(),
    "picture": frozenset({"data"}),
    "rendition": frozenset(),
    "issue": frozenset(),
    "issue_section": frozenset(),
    "wanted": frozenset(),
    "release": frozenset(),
    "release_file": frozenset({"data"}),
    "release_part": frozenset({"data"}),
    "erratum": frozenset(),
    "placement": frozenset(),
    "comment": frozenset(),
    "mention": frozenset(),
    "checklist_item": frozenset(),
    "tick": frozenset(),
    "meeting": frozenset(),
    "occurrence": frozenset(),
    "coverage": frozenset(),
    "meeting_article": frozenset(),
    "attachment": frozenset(),
    "register_person": frozenset(),
    "register_title": frozenset(),
    "register_body": frozenset(),
    "register_document": frozenset(),
    "register_word": frozenset(),
    "register_rule": frozenset(),
    "ignored_finding": frozenset(),
    "taught": frozenset(),
}
FIRST = "0" * 64
Entry: TypeAlias = tuple[int, str, str]  # of the journal: its number, its hash, when it was written
_DIGITS = 24  # hexadecimal, of a row's SHA-256
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PLAIN = frozenset({str, int, type(None)})  # values that stand in a digest as they are
_AT, _HASH = 1, -1  # the columns of the journal
_CHUNK = 2_000  # rows of a seal of everything


class SealFault(Enum):
    """What the seals can show."""

    CHANGED = auto()  # a row says something else than the act left
    ADDED = auto()  # a row that no act put there
    GONE = auto()  # a row that no act took away
    CHAIN = auto()  # a seal itself was changed, or one is missing
    UNSEALED = auto()  # an entry of the journal without the act it speaks of
    CUT = auto()  # the journal ends before what was sealed, or says something else there
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class BrokenSeal:
    """A fault with its table and the row's key; of a chain the number of the seal, of the journal the entry."""

    fault: SealFault
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table as its digests see it: the places of the columns that make the key, and of those that are told."""

    name: str
    keys: tuple[int, ...]
    told: tuple[int, ...]  # by the columns' names, so that their order in the file is nothing
    names: tuple[str, ...]

    def key(self, values: tuple[Any, ...]) -> str:
        """Return a row's key."""
        if len(self.keys) == 1:
            return str(values[self.keys[0]])
        return "/".join([str(values[at]) for at in self.keys])

    def digest(self, values: tuple[Any, ...]) -> str:
        """Return a row's digest."""
        told = [values[at] for at in self.told]
        if not _PLAIN.issuperset(map(type, told)):
            told = [_said(value) for value in told]
        flat = _ENCODE([*self.names, *told])
        return _digested(flat.encode("utf-8", "surrogatepass"))

    def same(self, one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
        """Say whether two rows have one digest."""
        return all(one[at] == other[at] for at in self.told)


def digest_of(table: str, row: Iterable[tuple[str, Any]]) -> str:
    """Return the digest of a row of a sealed table, given as its columns with their values."""
    told = sorted(((name, value) for name, value in row if name not in SEALED[table]), key=lambda one: one[0])
    flat = _ENCODE([*[name for name, _ in told], *[_said(value) for _, value in told]])
    return _digested(flat.encode("utf-8", "surrogatepass"))


def _digested(flat: bytes) -> str:
    return hashlib.sha256(flat).hexdigest()[:_DIGITS]


def _said(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, float) and value.is_integer():  # SQLite keeps 148.0 as 148
        return int(value)
    return value


class Watch:
    """Sees the rows that a connection changes, and seals them at the end of each transaction."""

    def __init__(self, connection: apsw.Connection) -> None:
        """Watch from now on."""
        self._connection = connection
        self._tables: dict[str, SealedTable] = {}
        self._touched: list[tuple[str, str, tuple[Any, ...] | None]] = []  # table, key, the row as it is now
        self._last: tuple[int, str] | None = None  # the newest seal, known while nothing was taken back
        self._head: Entry | None = None  # the journal's last entry, likewise
        self._entry: Entry | None = None  # the last entry of the journal written meanwhile
        connection.preupdate_hook(self._see, id=self)

    def mark(self) -> int:
        """Return a place to go back to when what follows is taken back."""
        return len(self._touched)

    def back_to(self, mark: int) -> None:
        """Forget what was touched since."""
        del self._touched[mark:]
        self._last = self._head = self._entry = None

    def clear(self) -> None:
        """Forget everything that is not sealed."""
        self._touched.clear()
        self._entry = None

    @property
    def last_entry(self) -> Entry | None:
        """The journal's last entry, where it is known without asking."""
        return self._entry or self._head

    def seal(self) -> None:
        """Seal what the running transaction has changed; nothing where that is nothing."""
        if not self._touched and self._entry is None:
            return
        rows: dict[str, dict[str, str | None]] = {}
        for (table, key), values in {(table, key): values for table, key, values in self._touched}.items():
            rows.setdefault(table, {})[key] = self._known(table).digest(values) if values else None
        entry = self._head = self._entry or _journal_head(self._connection)
        self.clear()
        last = self._last or newest(self._connection)
        self._last = _append(self._connection, last, entry, rows)

    def _see(self, change: Any) -> None:
        name = change.table_name
        if name == "journal":
            if change.op == "INSERT":
                self._entry = (change.rowid_new, str(change.new[_HASH]), str(change.new[_AT]))
        elif name in SEALED:
            table = self._known(name)
            old = change.old if change.op != "INSERT" else None
            new = change.new if change.op != "DELETE" else None
            if old and new and table.same(old, new):  # of a person, a try to sign in
                return
            if old:
                self._touched.append((name, table.key(old), None))
            if new:
                self._touched.append((name, table.key(new), new))

    def _known(self, name: str) -> SealedTable:
        if name not in self._tables:
            self._tables[name] = table_of(self._connection, name)
        return self._tables[name]


def table_of(connection: apsw.Connection, name: str) -> SealedTable:
    """Return how a table's rows are read."""
    listed = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    keys = sorted((place, at) for at, (_, _, _, _, _, place) in enumerate(listed) if place)
    told = sorted((str(row[1]), at) for at, row in enumerate(listed) if row[1] not in SEALED[name])
    return SealedTable(
        name, tuple(at for _, at in keys), tuple(at for _, at in told), tuple(column for column, _ in told)
    )


def seal_everything(connection: apsw.Connection) -> None:
    """Seal every row as it is: of a new desk, and of one that an earlier version of the program has written."""
    entry, last = _journal_head(connection), newest(connection)
    rows: dict[str, dict[str, str | None]] = {}
    count = 0
    for name in SEALED:
        table = table_of(connection, name)
        for values in connection.execute(f'SELECT * FROM "{name}"'):
            rows.setdefault(name, {})[table.key(values)] = table.digest(values)
            count += 1
            if count % _CHUNK == 0:
                last = _append(connection, last, entry, rows)
                rows = {}
    if rows or not count:
        _append(connection, last, entry, rows)


def _journal_head(connection: apsw.Connection) -> Entry:
    last = connection.execute("SELECT id, hash, at FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    return (last[0], last[1], last[2]) if last else (0, FIRST, "")


def newest(connection: apsw.Connection) -> tuple[int, str]:
    """Return the number and the hash of the newest seal; 0 and zeros before the first."""
    last = connection.execute("SELECT id, hash FROM seal ORDER BY id DESC LIMIT 1").fetchone()
    return (last[0], last[1]) if last else (0, FIRST)


def _append(
    connection: apsw.Connection,
    last: tuple[int, str],
    entry: Entry,
    rows: Mapping[str, Mapping[str, str | None]],
) -> tuple[int, str]:
    number, prev = last[0] + 1, last[1]
    flat = _ENCODE(rows)
    values = (number, *entry[:2], flat, prev)
    made = seal_hash(values)
    connection.execute("INSERT INTO seal VALUES (?, ?, ?, ?, ?, ?)", (*values, made))
    return number, made


def seal_hash(values: Iterable[Any]) -> str:
    """Return the hash of a seal: over its number, the journal's head, the rows and the hash of the one before."""
    flat = _ENCODE(list(values))
    return hashlib.sha256(flat.encode("utf-8")).hexdigest()


def check_seals(connection: apsw.Connection) -> Iterator[BrokenSeal]:
    """Walk the chain of seals beside the journal, then every sealed row; yield what no act of the program did."""
    sealed: dict[str, dict[str, str]] = {name: {} for name in SEALED}
    prev, expected, covered = FIRST, 1, 0
    for seal in rows_of(connection, "seal", "id, entry, journal_hash, rows, prev, hash"):
        if isinstance(seal, Unreadable):
            yield BrokenSeal(SealFault.CHAIN, "seal", str(seal.row))
            expected = seal.row + 1
            continue
        number, entry, journal_hash, rows, said_prev, said_hash = seal
        if number != expected or said_prev != prev or seal_hash(seal[:5]) != said_hash:
            yield BrokenSeal(SealFault.CHAIN, "seal", str(number))
        expected, prev, covered = number + 1, said_hash, max(covered, entry)
        if entry and not _stands(connection, entry, journal_hash):
            yield BrokenSeal(SealFault.CUT, "journal", str(entry))
        _take(sealed, rows)
    if (given := _given(connection)) > expected - 1:
        yield BrokenSeal(SealFault.CHAIN, "seal", str(given))
    last = _journal_head(connection)[0]
    for number in range(covered + 1, last + 1):
        yield BrokenSeal(SealFault.UNSEALED, "journal", str(number))
    for name, known in sealed.items():
        table = table_of(connection, name)
        if not _is_as_sealed(connection, table, known):
            yield from _check_rows(connection, table, known)


def _take(sealed: dict[str, dict[str, str]], rows: str) -> None:
    try:
        told = {name: dict(digests) for name, digests in json.loads(rows).items()}
    except (AttributeError, TypeError, ValueError):  # its chain is broken then, and was named
        return
    for name in told.keys() & sealed.keys():
        for key, digest in told[name].items():
            if digest is None:
                sealed[name].pop(key, None)
            else:
                sealed[name][key] = digest


def _stands(connection: apsw.Connection, entry: int, journal_hash: str) -> bool:
    try:
        found = connection.execute("SELECT hash FROM journal WHERE id = ?", (entry,)).fetchone()
    except (apsw.Error, UnicodeDecodeError):
        return False
    return found is not None and found[0] == journal_hash


def _given(connection: apsw.Connection) -> int:
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'seal'").fetchone()
    return int(found[0]) if found else 0


def _is_as_sealed(connection: apsw.Connection, table: SealedTable, known: dict[str, str]) -> bool:
    """Say whether a table has just the sealed rows, by what the engine writes of them; False asks to look closer."""
    names = _ENCODE(table.names).encode()[:-1] + b","  # of the array that goes on with the values
    found: list[str] = []
    for row in rows_of(connection, table.name, as_array(table.names)):
        if isinstance(row, Unreadable) or row[0] is None:
            return False
        found.append(_digested(names + row[0][1:]))
    return sorted(found) == sorted(known.values())


def _check_rows(
    connection: apsw.Connection, table: SealedTable, known: dict[str, str]
) -> Iterator[BrokenSeal]:
    lost = False
    for values in rows_of(connection, table.name):
        if isinstance(values, Unreadable):
            lost = True
            known.pop(str(values.row), None)
            yield BrokenSeal(SealFault.UNREADABLE, table.name, str(values.row))
            continue
        key = table.key(values)
        digest = known.pop(key, None)
        if digest is None:
            yield BrokenSeal(SealFault.ADDED, table.name, key)
        elif digest != table.digest(values):
            yield BrokenSeal(SealFault.CHANGED, table.name, key)
    for key in () if lost else known:
        yield BrokenSeal(SealFault.GONE, table.name, key)
