"""The date line of a page, "Thứ 3 Ngày 09/04/2019", and whether its weekday is true."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DAYS = {"hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7}
_LINE = re.compile(
    r"(?:(?:thứ|t)\s*(?P<day>[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|(?P<sunday>chủ\s+nhật|cn))?[\s,.\-–|]*"
    r"(?:ngày)?\s*(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>\d{4})"
    r"(?:[\s,.\-–|(]+(?:lúc\s*)?\d{1,2}\s*[:hg]\s*\d{0,2}[^\w]*(?:gmt\W*\d*\W*|am|pm)?)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a date line says; `when` is None for a day that does not exist."""

    when: date | None
    weekday_true: bool = True


def read_date_line(line: str) -> DateLine | None:
    """Read a line that holds a date and nothing else; None for any other line."""
    match = _LINE.fullmatch(" ".join(line.split()))
    if not match:
        return None
    try:
        when = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return DateLine(None)
    return DateLine(when, _said(match) in (None, when.isoweekday() + 1))


def _said(match: re.Match[str]) -> int | None:
    if match["sunday"]:
        return 8
    day = match["day"]
    if not day:
        return None
    return int(day) if day.isdigit() else _DAYS[day.lower()]
