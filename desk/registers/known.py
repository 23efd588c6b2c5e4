"""All that the proofreader is told by the office, in one question."""

from __future__ import annotations

from dataclasses import dataclass

from desk.proofing.register import Register
from desk.registers import ignored, reading, taught


@dataclass(frozen=True, slots=True)
class Known:
    """The registers, the findings that are passed over as (rule, words), and the counts of old issues."""

    register: Register
    ignored: frozenset[tuple[str, str]]
    taught: bytes | None


def of(article_id: int | None) -> Known:
    """Return what holds for an article; None for one that is not stored."""
    return Known(reading.register(), ignored.of(article_id), taught.read())
