"""What a notice changes: put off, cancelled, moved to another time or place."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.announcements.dates import NoticeDoubt, dates, times
from desk.announcements.day_entries import Entry
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Change, ChangeKind, MeetingFound

_OFF = re.compile(r"\b(?:tạm\s+)?(?P<w>hoãn|hủy|huỷ|ngừng\s+tổ\s+chức|không\s+tổ\s+chức)\b")
_TO = re.compile(r"\b(?:chuyển|dời|lùi|đẩy|đổi|hoãn)\b[^.;()\n]{0,40}?\b(?:sang|đến|tới|lên|vào|lại)\b\s*(?P<to>[^.;()\n]*)")


def change_in(letters: Letters, entry: Entry, found: MeetingFound) -> MeetingFound:
    """Return a schedule's meeting as its own remark changes it: "(HOÃN)", "(chuyển sang 9h00 thứ Năm, 15/8)"."""
    low = letters.low[entry.start : entry.stop]
    moved = re.search(r"\((?=chuyển|dời|lùi|đổi|hoãn)([^()]*)\)", low)
    if moved is not None and found.date is not None:
        to = _TO.search(moved[1])
        words = letters.bare[entry.start + moved.start() : entry.start + moved.end()]
        days = [hit for hit in dates(words, found.date.year, known=True) if hit.day]
        hours = list(times(words))
        if to is not None and (days or hours):
            change = Change(ChangeKind.MOVED, found.date, found.start)
            return replace(
                found,
                date=days[-1].day if days else found.date,
                start=hours[-1].begin if hours else found.start,
                end=hours[-1].end if hours else None,
                part=None if days else found.part,
                change=change,
                doubts=(*found.doubts, (NoticeDoubt.MOVED, _told(found))),
            )
    off = _OFF.search(low)
    if off is None or ("(" not in low[: off.start()] and not low.strip().startswith(off["w"])):
        return found
    kind = ChangeKind.CANCELLED if off["w"].startswith("h") and off["w"] != "hoãn" else ChangeKind.POSTPONED
    doubt = NoticeDoubt.CANCELLED if kind is ChangeKind.CANCELLED else NoticeDoubt.POSTPONED
    return replace(found, change=Change(kind, found.date, found.start), doubts=(*found.doubts, (doubt, "")))


def _told(found: MeetingFound) -> str:
    when = f"{found.start:%H:%M} " if found.start else ""
    return f"{when}{found.date:%d/%m/%Y}" if found.date else when.strip()
