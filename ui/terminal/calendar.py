"""The verbs of the calendar: `schedule`, `notice`, and `import` of .ics files; helpers of `ui.terminal.verbs`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from desk import clock
from desk.announcements.meeting_found import MeetingFound
from desk.announcements.reader import read_notice
from desk.announcements.to_meeting import when_of
from desk.department import people
from desk.errors import BadIntake, IntakeFault
from desk.ics import import_export
from desk.ics.report import Action
from desk.os_errors import file_size, file_trouble
from desk.text.decoding import letters
from desk.week_schedule import files, from_calendar, text
from desk.week_schedule.files import SheetFormat
from desk.week_schedule.sheet import missing
from ui.calendar.ics_files import kind_words, read_file
from ui.words import announcements as announcements_words
from ui.words import calendar as calendar_words
from ui.words import ics as ics_words
from ui.words import review as review_words

_MOST_BYTES = 2 * 2**20
Notify = Callable[[str], None]


def schedule(wish: argparse.Namespace, notify: Notify) -> int:
    """Write a week's sheet; the desk is open."""
    sheet = from_calendar.sheet(wish.week)
    faults = (review_words.head_missing(missing(sheet)), review_words.signs_missing(text.unprintable(sheet)))
    for fault in filter(None, faults):
        notify(f"Lưu ý: {fault}")
    for path in files.write(sheet, [SheetFormat(kind) for kind in wish.format], wish.out):
        notify(f"Đã ghi {path}")
    return 0


def take_in(wish: argparse.Namespace, path: Path, notify: Notify) -> dict[str, Any]:
    """Import one calendar file, or say what an import would do; the desk is open."""
    calendar = read_file(path, kind_words())
    if wish.dry_run:
        report = import_export.plan_import(calendar)
    else:
        _, report = import_export.import_calendar(people.by_name(wish.name).id, calendar)
    notify(f"{path.name}: {ics_words.summary(report)}{' (chỉ xem, chưa ghi)' if wish.dry_run else ''}.")
    for line in report.lines:
        notify(f"  – {ics_words.action(line.action)}: {line.title or line.uid} ({ics_words.why(line)})")
    doubts = ics_words.doubts(report)
    if doubts:
        notify(f"  – {doubts}")
    first = wish.first or clock.today()
    last = wish.last or first + timedelta(days=365)
    refused = report.count(Action.REFUSE)
    return {
        "file": str(path),
        **import_export.report_json(report, first, last),
        "all_refused": bool(refused) and refused == len(report.lines),
    }


def notice(wish: argparse.Namespace, notify: Notify) -> list[dict[str, Any]]:
    """Return the meetings found in a text file, each field with its place in the text."""
    path: Path = wish.file
    try:
        if file_size(path) > _MOST_BYTES:
            raise BadIntake(IntakeFault.NOTICE_TOO_LONG, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    try:
        found = read_notice(letters(data, path.name), wish.today or clock.today())
    except BadIntake as error:
        raise BadIntake(error.fault, path.name) from error
    for one in found:
        notify(f"{one.title or '(không rõ tên)'}: {_told_when(one)}{', ' + one.place if one.place else ''}")
        for doubt, detail in one.doubts:
            notify(f"  – {announcements_words.doubt(doubt, detail, one.date)}")
    if not found:
        notify("Không thấy cuộc họp nào.")
    return [_meeting(one) for one in found]


def _told_when(one: MeetingFound) -> str:
    when = when_of(one)
    return calendar_words.when(when) if when is not None else "chưa rõ ngày"


def _change(one: MeetingFound) -> dict[str, Any] | None:
    change = one.change
    if change is None:
        return None
    return {
        "kind": change.kind.value,
        "old_date": change.date.isoformat() if change.date else None,
        "old_start": f"{change.start:%H:%M}" if change.start else None,
    }


def _meeting(one: MeetingFound) -> dict[str, Any]:
    return {
        "title": one.title,
        "date": one.date.isoformat() if one.date else None,
        "last": one.last.isoformat() if one.last else None,
        "start": f"{one.start:%H:%M}" if one.start else None,
        "end": f"{one.end:%H:%M}" if one.end else None,
        "part": one.part.value if one.part else None,
        "place": one.place,
        "chair": [list(pair) for pair in one.chairs],
        "attendees": one.attendees,
        "unit": one.unit,
        "change": _change(one),
        "doubts": [{"kind": doubt.name.lower(), "detail": detail} for doubt, detail in one.doubts],
        "spans": [{"field": span.field.value, "start": span.start, "stop": span.stop} for span in one.spans],
    }
