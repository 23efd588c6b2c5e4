"""All that the proofreader is told by the office, in one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.acts.review_settings import practice
from desk.database import connection
from desk.proofing.register import Register
from desk.registers import ignored, reading, taught


@dataclass(frozen=True, slots=True)
class Known:
    """The registers, the findings that are passed over as (rule, words), and the counts of old issues.

    `wrong_stops` says that an article with something wrong is neither sent nor approved.
    """

    register: Register
    ignored: frozenset[tuple[str, str]]
    taught: bytes | None
    wrong_stops: bool = False


@dataclass(frozen=True, slots=True)
class KnownOfIssue:
    """The same for several articles: what is passed over in each."""

    register: Register
    ignored: Mapping[int, frozenset[tuple[str, str]]]
    taught: bytes | None


def of_all(article_ids: Sequence[int]) -> KnownOfIssue:
    """Return what holds for each of these articles."""
    with connection.reading():
        passed = {article_id: ignored.of(article_id) for article_id in article_ids}
        return KnownOfIssue(reading.register(), passed, taught.read())


def of(article_id: int | None) -> Known:
    """Return what holds for an article; None for one that is not stored."""
    with connection.reading():
        stops = practice().wrong_stops
        return Known(reading.register(), ignored.of(article_id), taught.read(), stops)
