"""The verbs of the calendar: `schedule`, `notice`, and `import` of .ics files; helpers of `ui.terminal`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from desk import clock, exchange, people, weeksheet
from desk.press import schedule_files
from desk.press.schedule_files import SheetFormat
from ui import wording_ics
from ui.calendar_files import kind_words, read_file

Tell = Callable[[str], None]


def schedule(wish: argparse.Namespace, tell: Tell) -> int:
    """Write a week's sheet; the desk is open."""
    sheet = weeksheet.sheet(wish.week)
    for path in schedule_files.write(sheet, [SheetFormat(kind) for kind in wish.format], wish.out):
        tell(f"Đã ghi {path}")
    return 0


def bring(wish: argparse.Namespace, path: Path, tell: Tell) -> dict[str, Any]:
    """Import one calendar file, or say what an import would do; the desk is open."""
    calendar = read_file(path, kind_words())
    if wish.dry_run:
        report = exchange.plan_import(calendar)
    else:
        _, report = exchange.import_calendar(people.by_name(wish.name).id, calendar)
    tell(f"{path.name}: {wording_ics.summary(report)}{' (chỉ xem, chưa ghi)' if wish.dry_run else ''}.")
    for line in report.lines:
        tell(f"  – {wording_ics.action(line.action)}: {line.title or line.uid} ({wording_ics.why(line)})")
    doubts = wording_ics.doubts(report)
    if doubts:
        tell(f"  – {doubts}")
    first = wish.first or clock.today()
    last = wish.last or first + timedelta(days=365)
    return {"file": str(path), **exchange.report_json(report, first, last)}
