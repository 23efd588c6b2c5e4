"""Words looked for in a column whatever marks and capitals either has: "bao cao" finds "Báo cáo"."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import apsw
import peewee as pw

from desk.text.vietnamese import bare

_FUNCTION = "bare_words"
_REMEMBERED = 20_000  # texts: entries of one article have its title


def teach(connection: apsw.Connection) -> None:
    """Let a connection's statements ask for a text without marks, in small letters."""
    connection.create_scalar_function(_FUNCTION, _bare, 1, deterministic=True)


def holds(column: Any, words: str) -> Any:
    """Return the condition that a column holds words."""
    return pw.fn.instr(getattr(pw.fn, _FUNCTION)(column), bare(words)) > 0


@lru_cache(_REMEMBERED)
def _bare(text: str | None) -> str:
    return bare(text or "")
