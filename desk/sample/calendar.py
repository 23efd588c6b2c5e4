"""The sample's calendar: the meetings of a month from `data/sample/lich.json`, by the calendar's own acts."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from desk.acts.rules import Role
from desk.calendar import coverage, meetings, occurrences
from desk.calendar.coverage import Task
from desk.calendar.meetings import StateWish
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Chair, Fields
from desk.database.article_tables import Article
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, MeetingState, When
from desk.department import people
from desk.paths import SAMPLE


def fill(folder: Path = SAMPLE) -> None:
    """Enter the sample's meetings, what became of them, and who covers them."""
    data = json.loads((folder / "lich.json").read_text(encoding="utf-8"))
    by_name = {row.name: row for row in people.everybody()}
    keeper = next(row.id for row in by_name.values() if Role.SECRETARY in row.roles)
    for told in data["meetings"]:
        _make(keeper, told)
    for told in data["changes"]:
        row = _find(told)
        when = None
        if "to" in told:
            start = datetime.fromisoformat(told["to"])
            when = When(start, start + (row.end - row.start), row.part)
        wish = StateWish(MeetingState(told["state"]), told["reason"], when)
        meetings.set_state(keeper, row.meeting_id, row.version, row.origin, wish)
    for told in data["coverage"]:
        row, person = _find(told), by_name[told["person"]].id
        due = date.fromisoformat(told["due"])
        coverage.assign(keeper, row.meeting_id, row.origin, person, Task(told["task"]), due)
        if told.get("accepts"):
            asked = next(one for one in coverage.mine(person) if one.coverage.task is Task(told["task"]))
            coverage.answer(person, asked.coverage.id, True)
    for told in data["news"]:
        article = Article.get_or_none(Article.uid == told["article"])
        if article is not None:
            row = _find(told)
            coverage.link(keeper, row.meeting_id, row.origin, article.id)


def _make(keeper: int, told: dict[str, Any]) -> None:
    fields = Fields(
        title=told["title"],
        kind=told["kind"],
        place=told.get("place", ""),
        chairs=tuple(Chair(name, title) for name, title in told.get("chairs", ())),
        attendees=told.get("attendees", ""),
        guests=told.get("guests", ""),
        unit=told.get("unit", ""),
        news=told.get("news", True),
    )
    start, end = (datetime.fromisoformat(told[name]) for name in ("start", "end"))
    when = When(start, end, DayHalf(told.get("part", "hours")))
    rule = read_rule(told["rule"]) if "rule" in told else None
    meetings.make(keeper, fields, when, rule, state=MeetingState(told["state"]))


def _find(told: dict[str, Any]) -> OccurrenceRow:
    day = date.fromisoformat(told["on"])
    found = occurrences.occurrences(day, day + timedelta(days=1))
    return next(row for row in found if row.title == told["title"] and not row.ghost)
