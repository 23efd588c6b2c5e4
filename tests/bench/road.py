"""An approval through the gate, beside the very same statements sent straight to SQLite."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from functools import partial
from typing import Any

import apsw

from desk.articles import workflow
from desk.database import store
from desk.database.connection import db
from tests.bench import corpus
from tests.bench.figure import Row, Sizes, against, clocked, same

Statements = list[tuple[str, Any]]


def rows(sizes: Sizes) -> Iterator[Row]:
    """Approve on desks of three sizes."""
    took = []
    counts = (sizes.small, sizes.middle, sizes.large)
    for count in counts:
        ours, raw = _approve(count, min(sizes.times, count // 4))
        took.append(ours)
        yield against(
            f"approve through the gate, {count:,} articles", ours, raw, 3, "same statements, raw apsw, FULL"
        )
    yield same("approve, by size of the desk", took, [f"{count:,}" for count in counts], 1.25)


def _approve(count: int, times: int) -> tuple[float, float]:
    """Approve article by article; what each approval sent to SQLite is then replayed on a twin of the file."""
    path, twin = corpus.copy(count, "approve-ours"), corpus.copy(count, "approve-raw")
    for file in (path, twin):
        _make_wait(str(file), times)
    store.open_file(path)
    raw = apsw.Connection(str(twin), flags=apsw.SQLITE_OPEN_READWRITE)
    for name, value in store._PRAGMAS:
        raw.execute(f"PRAGMA {name}={value}")
    sent: Statements = []
    own = db.connection()
    own.exec_trace = partial(_note, sent)
    try:
        pairs = []
        for number in range(1, times + 1):
            sent.clear()
            ours = clocked(partial(workflow.approve, corpus.CHIEF, number, 1))
            pairs.append((ours, clocked(partial(_replay, raw, list(sent)))))
    finally:
        own.exec_trace = None
        raw.close()
        store.close_file()
        for file in (path, twin):
            shutil.rmtree(file.parent)
    half = pairs[len(pairs) // 10 :]
    return statistics.median(p[0] for p in half), statistics.median(p[1] for p in half)


def _make_wait(path: str, times: int) -> None:
    file = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READWRITE)
    file.execute("UPDATE article SET stage = 'for_approval', author_id = 2 WHERE id <= ?", (times,))
    file.execute("UPDATE authorship SET person_id = 2 WHERE article_id <= ?", (times,))
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()


def _note(sent: Statements, _cursor: apsw.Cursor, sql: str, values: Any) -> bool:
    sent.append((sql, values))
    return True


def _replay(raw: apsw.Connection, sent: Statements) -> None:
    for sql, values in sent:
        raw.execute(sql, values).fetchall()
