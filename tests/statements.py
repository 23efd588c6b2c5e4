"""Statements counted: what a question of the desk asks of its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk.database import connection


@contextmanager
def counted() -> Iterator[list[tuple[str, Any]]]:
    """Collect the statements that are run meanwhile, each with what was put into it; transactions do not count."""
    seen: list[tuple[str, Any]] = []

    def note(_: object, sql: str, bindings: Any) -> bool:
        if not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")):
            seen.append((sql, bindings))
        return True

    running = connection.current()
    running.exec_trace = note
    try:
        yield seen
    finally:
        running.exec_trace = None
