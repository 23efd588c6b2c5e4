"""What a schedule tells twice: a meeting of several days under each of them, a moved one where it stood before.

The desk's own sheet (see `desk.week_schedule`) writes "(18/4 – 19/4)" after the name of a meeting that lasts,
"đến 17h00:" on its last day, and "(dời sang 14h00 ngày 18/4; bận)" where a meeting stood.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from desk.announcements.meeting_found import MeetingFound

_DAYS = re.compile(r"\s*\(\s*\d{1,2}/\d{1,2}(?:/\d{4})?\s*[–-]\s*\d{1,2}/\d{1,2}(?:/\d{4})?\s*\)\s*$")
_UNTIL = re.compile(r"^(?:đến|Đến)\s+")


def joined(found: Sequence[MeetingFound]) -> list[MeetingFound]:
    """Return the meetings, each once."""
    made: list[MeetingFound] = []
    named: defaultdict[str, list[int]] = defaultdict(list)
    for one in found:
        same = named[_name(one)]
        before = next((at for at in reversed(same) if _goes_on(made[at], one)), None)
        if before is not None:
            made[before] = _longer(made[before], one)
        elif not any(_is_same(made[at], one) for at in same):
            same.append(len(made))
            made.append(one)
    return made


def _name(one: MeetingFound) -> str:
    return _DAYS.sub("", one.title).casefold()


def _goes_on(first: MeetingFound, one: MeetingFound) -> bool:
    """Say whether a meeting is another's next day: its days in brackets say so, or the hour at which it ends."""
    if first.date is None or one.date is None or not first.title:
        return False
    near = timedelta(0) < one.date - (first.last or first.date) <= timedelta(days=1)
    told = _DAYS.search(first.title) is not None and _DAYS.search(one.title) is not None
    ends = one.start is None and one.end is not None
    return near and (told or ends or _inside(first, one))


def _inside(first: MeetingFound, one: MeetingFound) -> bool:
    return bool(first.last and first.date and one.date and first.date < one.date <= first.last)


def _longer(first: MeetingFound, one: MeetingFound) -> MeetingFound:
    part = first.part if first.start is None and one.start is None and first.part is one.part else None
    return replace(
        first, last=one.date, end=one.end or first.end, part=part, title=_DAYS.sub("", first.title)
    )


def _is_same(first: MeetingFound, one: MeetingFound) -> bool:
    """Say whether a meeting is told already: a moved one stands where it was and where it is."""
    if first.change is None and one.change is None:
        return False
    return (first.date, first.start) == (one.date, one.start)
