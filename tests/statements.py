"""`python -m tests.statements` has peewee write the SQL of what the first page asks: desk/compiled.py.

A test holds that page to the builders; another starts the program for every role and finds no peewee loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from desk import drafts, gate, mandates, notices, people, practice, queue, shelf, today
from desk.paths import ROOT
from desk.queue import Tray
from desk.statements import Given, Statement

PAGE = ROOT / "desk" / "compiled.py"
_HEAD = '''"""The SQL of what the first page asks, as peewee wrote it; made by `python -m tests.statements`."""

from __future__ import annotations

from typing import Any

# A question's name and shape: its SQL, and its parameters, (n,) for the value given as the nth.
WRITTEN: dict[str, tuple[str, tuple[Any, ...]]] = '''


def asked() -> Iterator[tuple[Statement, tuple[Given, ...]]]:
    """Yield the questions of the first page, with values that only show which of them are numbers."""
    yield practice._stored, ("",)
    yield from ((people._everybody, (only,)) for only in (True, False))
    yield mandates._held, (0, "")
    yield gate._person, (0,)
    yield notices._inbox, (0, 0)
    yield notices._unread, (0,)
    yield drafts._waiting, (0,)
    yield shelf._kept, ()
    yield queue._coming, ("",)
    for seen in _seen():
        yield queue._count, seen
        if seen[0] is not Tray.WAITING:
            yield queue._first_rows, (*seen, 0)
    yield from ((one, ()) for one in (today._an_issue, today._a_meeting, today._unplaced))
    yield from (
        (one, (0,))
        for one in (today._one_wanted, today._sections, today._filled, today._placed, today._stale)
    )
    yield today._unapproved, ("",)


def _seen() -> Iterator[tuple[Given, ...]]:
    """Yield every way in which somebody who signs for one chief at most sees the trays."""
    for edits, approves, recommends, chiefs in product(
        (False, True), (False, True), (False, True), ((), (0,))
    ):
        if approves and (recommends or chiefs):
            continue
        yield Tray.WAITING, edits, approves, recommends, False, chiefs, 0, None
        if not edits:
            yield Tray.TO_APPROVE, False, approves, recommends, False, chiefs, 0, None
    for yes in (False, True):
        yield Tray.TO_EDIT, yes, False, False, False, (), 0, None
        yield Tray.OVERDUE, False, False, False, yes, (), 0, ""
        yield Tray.DUE, False, False, False, yes, (), 0, ""
        yield Tray.DUE, False, False, False, yes, (), 0, None
    for tray in (Tray.RETURNED, Tray.UNANSWERED):
        yield tray, False, False, False, False, (), 0, None


def written() -> str:
    """Return the page as it should be."""
    found = {one.shape(given): one.write(given) for one, given in asked()}
    lines = (
        f"    {shape!r}: (\n        {sql!r},\n        {places!r},\n    ),"
        for shape, (sql, places) in found.items()
    )
    return _HEAD + "{\n" + "\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
