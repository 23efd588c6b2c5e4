"""An entry of the journal as a line of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk import clock

Deed = Callable[[str], str]  # says an act, as it is stored, in words; ValueError for what is none


def line(row: Mapping[str, Any], deed: Deed) -> str:
    """Return number, moment on the office's wall, person, deed, title and note of an entry, tab by tab."""
    try:
        act = deed(str(row["act"]))
    except (LookupError, ValueError):
        act = str(row["act"])
    try:
        at = f"{clock.local(clock.read_stamp(row['at'])):%d/%m/%Y %H:%M}"
    except (TypeError, ValueError):
        at = str(row["at"])
    note = f" – {row['note']}" if row["note"] else ""
    return f"{row['id']}\t{at}\t{row['person']}\t{act}\t{row['title']}{note}".replace("\n", " ")
