"""What the proofreader finds in a text, family by family."""

from __future__ import annotations

from datetime import date

from desk.proofing.engine import proof

DAY = date(2025, 4, 15)


def told(text: str, family: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the findings of a family: what stands there, and the first suggestion."""
    found = proof(text, date=day)
    return [(one.text, (*one.suggestions, "-")[0]) for one in found if one.family == family]
