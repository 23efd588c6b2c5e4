"""From what a notice says to a meeting that may be entered: hours that it does not name are the office's."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from desk.announcements.dates import DayPart
from desk.announcements.meeting_found import MeetingFound
from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Chair, Fields
from desk.dates.series import HOURS, DayHalf, When, part_of_day

_USUAL = timedelta(hours=2)
_PARTS = {DayPart.MORNING: DayHalf.MORNING, DayPart.AFTERNOON: DayHalf.AFTERNOON, DayPart.DAY: DayHalf.DAY}
_EVENING = time(19, 0)
_KINDS = (
    ("báo cáo viên", MeetingKind.REPORTERS),
    ("giao ban", MeetingKind.BRIEFING),
    ("tập huấn", MeetingKind.TRAINING),
    ("bồi dưỡng", MeetingKind.TRAINING),
    ("làm việc với", MeetingKind.VISIT),
    ("kiểm tra", MeetingKind.VISIT),
    ("hội nghị", MeetingKind.CONFERENCE),
    ("tọa đàm", MeetingKind.CONFERENCE),
    ("hội thảo", MeetingKind.CONFERENCE),
    ("lễ", MeetingKind.CONFERENCE),
)


def fields_of(found: MeetingFound) -> Fields:
    """Return the fields of a meeting that a notice tells of."""
    lower = found.title.lower()
    kind = next((kind for words, kind in _KINDS if words in lower), MeetingKind.OTHER)
    return Fields(
        title=found.title[:1].upper()
        + found.title[1:],  # "… dự họp Ban Chỉ đạo": of a meeting it is the name
        kind=kind.value,
        place=found.place,
        chairs=tuple(Chair(name, title) for name, title in found.chairs),
        attendees=found.attendees,
        unit=found.unit,
    )


def when_of(found: MeetingFound) -> When | None:
    """Return its time; None when no day was found."""
    first = found.date
    if first is None:
        return None
    last = max(found.last or first, first)
    if found.start is None:
        if found.part is DayPart.EVENING:
            start = datetime.combine(first, _EVENING)
            return When(start, start + _USUAL)
        part = _PARTS.get(found.part, DayHalf.DAY) if found.part is not None else DayHalf.DAY
        return part_of_day(first, part, last if part is DayHalf.DAY else first)
    start = datetime.combine(first, found.start)
    if last > first:
        return When(start, datetime.combine(last, found.end or HOURS[DayHalf.DAY][1]))
    if found.end is not None and found.end > found.start:
        return When(start, datetime.combine(first, found.end))
    if found.half_day:
        half = DayHalf.MORNING if found.start < HOURS[DayHalf.MORNING][1] else DayHalf.AFTERNOON
        return When(start, max(start, datetime.combine(first, HOURS[half][1])))
    if found.part is DayPart.DAY:
        return When(start, max(start, datetime.combine(first, HOURS[DayHalf.DAY][1])))
    return When(start, start + _USUAL)
