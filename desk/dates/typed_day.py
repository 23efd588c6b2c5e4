"""A day as a clerk types it."""

from __future__ import annotations

import re
from datetime import date

_FIGURES = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")  # without any sign between
_NUMBERS = re.compile(r"\D*(\d{1,2})\D+(\d{1,2})(?:\D+(\d{2}|\d{4}))?\D*")


def parse_day(typed: str, today: date) -> date | None:
    """Read 9/4/2019, 09-04-19, 9.4 (this year's) or 09042019; None for what is no day."""
    found = _FIGURES.fullmatch(typed.strip()) or _NUMBERS.fullmatch(typed)
    if found is None:
        return None
    day, month, year = (int(part) if part else 0 for part in found.groups())
    year = year or today.year
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
