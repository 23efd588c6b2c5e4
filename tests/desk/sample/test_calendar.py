"""The sample's calendar: the meetings of its month, what became of them, who covers them, their news."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from desk import clock
from desk.acts.rules import Role
from desk.calendar import coverage
from desk.calendar.answers import Answer
from desk.calendar.coverage import Task
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import CoverageState, OccurrenceRow
from desk.database.article_tables import Article
from desk.database.calendar_tables import Coverage
from desk.dates.series import DayHalf, MeetingState
from desk.department import people
from desk.paths import SAMPLE
from desk.sample import calendar
from tests.desk.calendar.april import find, held
from tests.making import PASSWORD, Cast, article, words

MEETING: dict[str, Any] = {
    "title": "Giao ban", "kind": "briefing", "state": "confirmed", "place": "Phòng 2",
    "chairs": [["An", "Trưởng ban"]],
    "attendees": "a", "guests": "b", "unit": "c", "start": "2019-04-08T07:30:00", "end": "2019-04-08T11:30:00",
    "part": "morning",
}  # fmt: skip
PLAIN: dict[str, Any] = {
    "title": "Họp tuần", "kind": "other", "state": "planned", "news": False, "rule": "FREQ=WEEKLY;COUNT=3",
    "start": "2019-04-02T14:00:00", "end": "2019-04-02T15:00:00",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 1, 9, tzinfo=clock.HANOI))


def _fill(folder: Path, **more: list[dict[str, Any]]) -> None:
    data = {"meetings": [MEETING, PLAIN], "changes": [], "coverage": [], "news": [], **more}
    (folder / "lich.json").write_text(json.dumps(data), encoding="utf-8")
    calendar.fill(folder)


def _row(title: str, day: int) -> OccurrenceRow:
    return next(row for row in held() if row.title == title and row.start.day == day and not row.ghost)


def test_meetings_say_what_their_file_says(cast: Cast, tmp_path: Path) -> None:
    _fill(tmp_path)
    row = _row("Giao ban", 8)
    assert (row.kind, row.state, row.part) == (MeetingKind.BRIEFING, MeetingState.CONFIRMED, DayHalf.MORNING)
    assert (row.start, row.end) == (datetime(2019, 4, 8, 7, 30), datetime(2019, 4, 8, 11, 30))
    assert (row.place, row.attendees, row.guests, row.unit, row.news) == ("Phòng 2", "a", "b", "c", True)
    assert [(chair.name, chair.title) for chair in row.chairs] == [("An", "Trưởng ban")]
    assert [row.start.day for row in held() if row.title == "Họp tuần"] == [2, 9, 16]
    plain = _row("Họp tuần", 2)
    assert (plain.part, plain.place, plain.chairs, plain.news) == (DayHalf.HOURS, "", (), False)


def test_what_became_of_them_is_told(cast: Cast, tmp_path: Path) -> None:
    moved = {
        "title": "Giao ban",
        "on": "2019-04-08",
        "state": "moved",
        "reason": "nghỉ bù",
        "to": "2019-04-10T08:00:00",
    }
    off = {"title": "Họp tuần", "on": "2019-04-09", "state": "cancelled", "reason": "bận"}
    _fill(tmp_path, changes=[moved, off])
    row = _row("Giao ban", 10)
    assert (row.start, row.end) == (datetime(2019, 4, 10, 8), datetime(2019, 4, 10, 12))
    assert (row.state, row.reason, row.part) == (MeetingState.MOVED, "nghỉ bù", DayHalf.MORNING)
    assert [_row("Họp tuần", day).off for day in (2, 9, 16)] == [False, True, False]


def test_who_covers_them_and_who_has_said_yes(cast: Cast, tmp_path: Path) -> None:
    common = {"on": "2019-04-08", "title": "Giao ban", "due": "2019-04-09"}
    asked = {**common, "person": "Lê Thị Viết", "task": "write"}
    accepted = {**common, "person": "Phạm Văn Biên", "task": "photo", "accepts": True}
    _fill(tmp_path, coverage=[asked, accepted])
    row = _row("Giao ban", 8)
    rows = coverage.of_occurrence(row.meeting_id, "")
    assert [(one.person, one.task, one.due, one.answer) for one in rows] == [
        ("Lê Thị Viết", Task.WRITE, date(2019, 4, 9), Answer.ASKED),
        ("Phạm Văn Biên", Task.PHOTO, date(2019, 4, 9), Answer.ACCEPTED),
    ]
    assert row.cover is CoverageState.ASKED


def test_news_that_is_there_is_linked(cast: Cast, tmp_path: Path) -> None:
    made = article(cast, words("Tin giao ban"))
    uid = Article.get_by_id(made).uid
    here = {"on": "2019-04-08", "title": "Giao ban"}
    _fill(tmp_path, news=[{**here, "article": "không có"}, {**here, "article": uid}])
    assert _row("Giao ban", 8).article_id == made
    assert find(2).article_id is None


def test_the_sample_itself_is_entered(cast: Cast) -> None:
    data = json.loads((SAMPLE / "lich.json").read_text(encoding="utf-8"))
    for person in {one["person"] for one in data["coverage"]}:
        people.add(cast.admin, person, "", "", frozenset({Role.WRITER}), PASSWORD)
    calendar.fill()
    titles = {row.title for row in held(date(2019, 1, 1), date(2019, 12, 31))}
    assert titles == {one["title"] for one in data["meetings"]}
    assert Coverage.select().count() == len(data["coverage"])
