"""A schedule of days, read: "Thứ Hai, ngày 14/4", and under each its meetings."""

from __future__ import annotations

from datetime import date

from desk.announcements.day_entries import entries
from desk.announcements.day_marks import days_between, marks
from desk.announcements.entry import read_entry
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import MeetingFound


def read_schedule(letters: Letters, today: date) -> list[MeetingFound] | None:
    """Return the meetings under each day's heading; None when the text has no such headings."""
    found, _ = marks(letters, today)
    if not found:
        return None
    made: list[MeetingFound] = []
    for mark, stop in days_between(found):
        for entry in entries(letters, mark.stop, stop if stop >= 0 else len(letters.text), mark.part):
            made.append(read_entry(letters, entry, mark.hit))
    return [one for one in made if one.title]
