"""What a person who was asked to cover a meeting has said, and whether the request stands."""

from __future__ import annotations

from enum import Enum
from typing import Any

from desk.database.calendar_tables import Coverage


class Answer(Enum):
    """Where a request stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


def stands(state: str) -> bool:
    """Say whether a request holds: it was not declined."""
    return state != Answer.DECLINED.value


def standing() -> Any:
    """Return the condition for the requests that hold; what `stands` says, for queries."""
    return Coverage.state != Answer.DECLINED.value
