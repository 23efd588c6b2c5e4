"""An approval: whether it is for what an article says now; said once for rows that were read, once for SQL."""

from __future__ import annotations

from typing import Any

from desk.acts.rules import PRINTABLE
from desk.database.article_tables import Article

_PRINTABLE = tuple(stage.value for stage in PRINTABLE)


def printable(stage: str) -> bool:
    """Say whether an article at this stored stage may stand in an issue."""
    return stage in _PRINTABLE


def holds(stage: str, revision: int, approved_revision: int | None) -> bool:
    """Say whether what was approved is the current revision; who prints looks at its SHA-256 as well."""
    return printable(stage) and approved_revision == revision


def held() -> Any:
    """Return the same as a condition on articles."""
    return Article.stage.in_(_PRINTABLE) & (Article.approved_revision == Article.revision)
