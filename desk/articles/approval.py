"""Whether an approval holds: it was given to the very text that the article has now.

The same is said twice, for a row that was read and for queries; a test holds both together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import peewee as pw

from desk.acts.rules import PRINTABLE, Stage
from desk.database.article_tables import Article, Revision

_PRINTABLE = tuple(stage.value for stage in PRINTABLE)


@dataclass(frozen=True, slots=True)
class Approval:
    """What an article's row says of its approval."""

    stage: str
    revision: int  # the article's current one
    approved_revision: int | None
    approved_sha256: str | None

    def holds_for(self, sha256: str) -> bool:
        """Say whether it holds for the current text, which has this SHA-256."""
        return (
            self.stage in _PRINTABLE
            and self.approved_revision == self.revision
            and self.approved_sha256 == sha256
        )


def holds() -> Any:
    """Return the condition for articles whose approval holds, with the SHA-256 that is stored; never NULL."""
    current = Revision.select(Revision.id).where(
        (Revision.article == Article.id)
        & (Revision.number == Article.revision)
        & (Revision.number == Article.approved_revision)
        & (Revision.sha256 == Article.approved_sha256)
    )
    return Article.stage.in_(_PRINTABLE) & pw.fn.EXISTS(current)


def may_be_placed() -> Any:
    """Return the condition for articles that an issue may take: approved, and printed in none yet."""
    return (Article.stage == Stage.APPROVED.value) & holds()
