"""Words looked for as they were typed, with their marks, within what was found without them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import apsw

_FUNCTION = "holds_marked"
_SEP = "\n"  # between patterns
_REMEMBERED = 64


def teach(connection: apsw.Connection) -> None:
    """Let a connection's statements ask whether texts hold patterns."""
    connection.create_scalar_function(_FUNCTION, _holds, deterministic=True)


def clause(*columns: str) -> str:
    """Return the condition that all patterns of its one value (`joined`) are found in these columns together."""
    return f"{_FUNCTION}(?, {', '.join(columns)})"


def joined(patterns: list[re.Pattern[str]]) -> str:
    """Return patterns, for texts in small letters, as the value of a `clause`."""
    return _SEP.join(one.pattern for one in patterns)


def _holds(*values: Any) -> bool:
    patterns, *texts = values
    text = "\n".join(one or "" for one in texts).lower()
    return all(one.search(text) for one in _compiled(patterns))


@lru_cache(_REMEMBERED)
def _compiled(patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in patterns.split(_SEP))
