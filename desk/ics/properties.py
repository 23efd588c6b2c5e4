"""The words of a calendar file that its reader and its writer share: X-BBT properties, states, what is legible.

What iCalendar (RFC 5545) has no property for stands twice: exactly in an X-BBT property, and in Vietnamese at
the end of DESCRIPTION, for people who open the file elsewhere. The reader takes that end off again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from desk.calendar.storage import Fields
from desk.clock import HANOI
from desk.dates.recurrence import Recurrence
from desk.dates.series import DayHalf, MeetingState, When, part_of_day

ZONE = "Asia/Ho_Chi_Minh"
KIND = "X-BBT-KIND"  # on every event of ours: what marks it as such
STATE = "X-BBT-STATE"
REASON = "X-BBT-REASON"
MOVED_FROM = "X-BBT-MOVED-FROM"
PART = "X-BBT-PART"
RULE = "X-BBT-RULE"  # a rule that RRULE cannot say: by the lunar year, or to the second of a day
SAYS = "X-BBT-SAYS"  # what a changed occurrence says itself, even where its series says the same
OF = "X-BBT-OF"  # the UID of the series that an event of its own is an occurrence of
FIRST = "X-BBT-FIRST"  # where a series begins that has no RRULE: its first event may have been moved
GONE = "X-BBT-GONE"  # dropped dates of a series that has no RRULE
CHAIRS = "X-BBT-CHAIRS"
ATTENDEES = "X-BBT-ATTENDEES"
GUESTS = "X-BBT-GUESTS"
UNIT = "X-BBT-UNIT"
NEWS = "X-BBT-NEWS"

UNTITLED = "(không tên)"  # what a meeting without a name is called

STAMP = "%Y%m%dT%H%M%S"
DAY = "%Y%m%d"
_OFFSET = HANOI.utcoffset(None)
_DAY_END = time(23, 59, 59)

STATUSES: Mapping[MeetingState, str] = {
    MeetingState.PLANNED: "TENTATIVE",
    MeetingState.CONFIRMED: "CONFIRMED",
    MeetingState.MOVED: "CONFIRMED",
    MeetingState.POSTPONED: "CANCELLED",
    MeetingState.CANCELLED: "CANCELLED",
}
STATES: Mapping[str, MeetingState] = {
    "TENTATIVE": MeetingState.PLANNED,
    "CONFIRMED": MeetingState.CONFIRMED,
    "CANCELLED": MeetingState.CANCELLED,
}
_OWN_UID = re.compile(r"(.+)#(\d{8}T\d{6})", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def escaped(words: str) -> str:
    """Write a TEXT value (RFC 5545 §3.3.11); letters that nobody sees are left out, a line's end is \\n."""
    words = _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def unescaped(value: str) -> str:
    """Read a TEXT value."""
    return _UNSEEN.sub("", _ESCAPED.sub(lambda one: "\n" if one[1] in "nN" else one[1], value))


def occurrence_uid(uid: str, origin: datetime) -> str:
    """Return the UID under which an occurrence is an event of its own."""
    return f"{uid}#{origin:{STAMP}}"


def occurrence_of(uid: str) -> tuple[str, datetime] | None:
    """Return the series and the occurrence that a UID names; None when it is none of `occurrence_uid`."""
    found = _OWN_UID.fullmatch(uid)
    if found is None:
        return None
    try:
        return found[1], datetime.strptime(found[2], STAMP)  # noqa: DTZ007  # wall time
    except ValueError:
        return None


def utc(wall: datetime) -> datetime:
    """Return the naive UTC time of a time on our wall."""
    return wall - _OFFSET


def is_days(when: When) -> bool:
    """Say whether a time is nothing but whole days, as DTSTART;VALUE=DATE says it."""
    return when == part_of_day(when.start.date(), DayHalf.DAY, when.end.date())


def spoken(rule: Recurrence, opens: time | None) -> str:
    """Return the RRULE that says a rule to others, "" for a lunar one; `opens` is the start of an all-day series.

    UNTIL is in UTC, or a date for an all-day series (RFC 5545 §3.3.10).
    """
    if rule.lunar:
        return ""
    if rule.until is None:
        return str(rule)
    if opens is None:
        bound = f"{utc(rule.until):{STAMP}}Z"
    else:
        early = timedelta(days=1) if rule.until.time() < opens else timedelta()
        bound = f"{rule.until - early:{DAY}}"
    return str(rule).replace(f"UNTIL={rule.until:{STAMP}}", f"UNTIL={bound}")


def by_days(rule: Recurrence) -> Recurrence:
    """Return an all-day series' rule with its end at the end of a day, as a date says it."""
    if rule.until is None:
        return rule
    return replace(rule, until=datetime.combine(rule.until.date(), _DAY_END))


def legible(fields: Fields, state: MeetingState, reason: str, moved_from: datetime | None) -> str:
    """Return in Vietnamese what only X-BBT properties hold, a line each."""
    chairs = "; ".join(f"{one.name} – {one.title}" if one.title else one.name for one in fields.chairs)
    told = [
        ("Chủ trì", chairs),
        ("Thành phần", fields.attendees),
        ("Cùng dự", fields.guests),
        ("Chuẩn bị", fields.unit),
        ("Đưa tin", "có" if fields.news else "không"),
        ("Dời từ", f"{moved_from:%H:%M, %d/%m/%Y}" if moved_from else ""),
        (
            {MeetingState.POSTPONED: "Hoãn", MeetingState.CANCELLED: "Hủy"}.get(state, "Lý do"),
            " ".join(reason.split()),
        ),
    ]
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def description(notes: str, tail: str) -> str:
    """Return the DESCRIPTION: the notes, then what is legible."""
    return f"{notes}\n\n{tail}" if notes else tail


def notes_of(written: str, tail: str) -> str:
    """Return the notes of a DESCRIPTION: all of it but our own lines at its end."""
    if written == tail:
        return ""
    return written.removesuffix(f"\n\n{tail}")
