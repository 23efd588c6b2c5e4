"""Days as official texts write them: Hướng dẫn 36-HD/VPTW and Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date


def day_month(day: int, month: int) -> str:
    """Return a day and a month with a zero before days below 10 and before the months 1 and 2: 08/4, 18/01."""
    return f"{day:02}/{month:02}" if month < 3 else f"{day:02}/{month}"


def written(day: date) -> str:
    """Return a day with its year: 08/4/2019."""
    return f"{day_month(day.day, day.month)}/{day.year}"
