"""What the week paints, read back: meetings among the hours, the names of the days, this moment."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from desk.calendar.days_shown import DaysShown
from desk.calendar.holidays import DayKind, DayMark
from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import MeetingState, When
from tests.ui.calendar.calendars import occurrence
from tests.ui.painted import Painted
from ui.calendar import week_paint
from ui.calendar.occurrence_paint import metrics_of
from ui.calendar.week_grid import FIRST, HEAD, HOUR, HOURS, LAST, WeekGrid
from ui.calendar.week_paint import hours_in
from ui.look import style
from ui.words.calendar import SHORT_DAYS

MONDAY = date(2019, 4, 8)
EIGHT = datetime(2019, 4, 10, 8, 0)
NOW = datetime(2019, 4, 9, 10, 0)
GRID = WeekGrid(MONDAY, 756, 600)
pytestmark = pytest.mark.usefixtures("qapp")


def _days(**more: object) -> DaysShown:
    facts: dict[str, object] = {"rows": (), "marks": {}, "closings": {}, "now": NOW}
    return DaysShown(MONDAY, date(2019, 4, 14), **(facts | more))  # type: ignore[arg-type]  # a test's own facts


def _block(row: OccurrenceRow, height: float = 120, width: float = 200, *, chosen: bool = False) -> Painted:
    rect = QRectF(10, 20, width, height)
    return Painted(lambda painter: week_paint.paint_block(painter, rect, row, NOW, chosen=chosen))


def _hex(token: str) -> str:
    return style.color(token).name()


def test_a_meeting_shows_title_hours_and_place() -> None:
    row = occurrence(EIGHT, title="Giao ban", place="Tầng 2")
    painted = _block(row)
    assert painted.words() == ["Giao ban", "08:00–09:00", "Tầng 2"]
    assert painted.color("Giao ban") == _hex("ink")
    assert painted.color("Tầng 2") == _hex("muted")
    assert painted.fills()[:2] == [_hex("blue_soft"), _hex("blue")]  # a briefing's ground and edge
    assert [(x, y) for x, y, _ in painted.pictures()] == [(17, 24)]
    assert _block(occurrence(EIGHT, title="Giao ban")).words() == ["Giao ban", "08:00–09:00"]


def test_where_there_is_no_room_for_facts_there_are_none() -> None:
    row = occurrence(EIGHT, title="Giao ban", place="Tầng 2")
    assert _block(row, height=24).words() == ["Giao ban"]


def test_what_is_said_of_it_stands_below_or_as_a_sign_in_the_corner() -> None:
    row = occurrence(EIGHT, title="Giao ban", state=MeetingState.POSTPONED, reason="bão")
    below = _block(row)
    assert below.words()[-1] == "Hoãn: bão"
    assert below.lines()[-1].y > below.lines()[-2].y
    assert [round(x) for x, _, _ in below.pictures()] == [17, 17]
    corner = _block(row, height=30)
    assert "Hoãn: bão" not in corner.words()
    assert [(x, y) for x, y, _ in corner.pictures()] == [(17, 24), (193, 24)]
    narrow = _block(row, height=30, width=50)
    assert narrow.pictures() == []  # its words take the room
    assert narrow.lines()[0].x < corner.lines()[0].x


def test_what_is_off_is_paler() -> None:
    off = _block(occurrence(EIGHT, title="Giao ban", state=MeetingState.CANCELLED))
    assert off.color("Giao ban") == _hex("muted")
    assert off.shapes()[0].opacity == 0.5
    assert _block(occurrence(EIGHT, title="Giao ban")).shapes()[0].opacity == 1


def test_the_chosen_one_has_an_edge() -> None:
    row = occurrence(EIGHT)
    plain, chosen = _block(row).shapes(), _block(row, chosen=True).shapes()
    assert chosen[: len(plain)] == plain
    (edge,) = chosen[len(plain) :]
    assert (edge.fill, edge.line, edge.width) == ("", _hex("accent"), 1.6)
    assert _hex("accent") not in {shape.line for shape in plain}


def test_what_is_drawn_says_its_hours() -> None:
    when = When(EIGHT, datetime(2019, 4, 10, 9, 30))
    painted = Painted(lambda painter: week_paint.paint_drawn(painter, QRectF(10, 20, 120, 60), when))
    assert painted.words() == ["08:00–09:30"]
    assert painted.color("08:00–09:30") == _hex("blue")
    assert painted.fills() == [_hex("blue_soft")]


def _name(day: date, **more: object) -> Painted:
    box = GRID.column(day)
    return Painted(lambda painter: week_paint.paint_name(painter, box, day, _days(**more)), 800)


def test_a_day_has_its_name_and_lunar_date() -> None:
    assert _name(MONDAY).words() == ["T2 8/4", "4/3"]
    assert _name(MONDAY).color("T2 8/4") == _hex("ink")
    assert _name(NOW.date()).color("T3 9/4") == _hex("accent")  # today
    assert _name(date(2020, 6, 1)).words()[1] == "10/4N"


def test_in_a_narrow_column_nothing_lies_over_the_name() -> None:
    def lines(width: float) -> list[tuple[str, float]]:
        painted = Painted(
            lambda painter: week_paint.paint_name(painter, QRectF(0, 0, width, 400), MONDAY, days), 800
        )
        return [(line.words, line.y) for line in painted.lines()]

    days = _days(marks={MONDAY: (DayMark(DayKind.OFF, "Giỗ Tổ"), DayMark(DayKind.OFF, "Nghỉ bù"))})
    (name, top), (lunar, same), *notes = lines(120)
    assert (name, lunar, len(notes)) == ("T2 8/4", "4/3", 2)
    assert abs(top - same) < 4
    (name, top), (lunar, lower), *notes = lines(72)
    assert (name, lunar, len(notes)) == ("T2 8/4", "4/3", 1)
    assert lower - top > 10
    assert lines(52)[0][0] == "T2 8"


def test_what_a_day_is_stands_below_two_of_it_at_most() -> None:
    off = DayMark(DayKind.OFF, "Giỗ Tổ")
    kept = DayMark(DayKind.ANNIVERSARY, "Ngày hội", 45)
    marks, closings = {MONDAY: (kept,)}, {MONDAY: ("4/2019",)}
    both = _name(MONDAY, marks=marks, closings=closings)
    assert [line.words for line in both.lines()[2:]] != []
    assert "".join(both.words()[2:]).startswith("★")
    assert both.words()[-1].startswith("Chốt bài số")
    assert both.lines()[-1].color == _hex("muted")
    three = _name(MONDAY, marks={MONDAY: (off, kept)}, closings=closings)
    assert three.words()[2] == "Giỗ Tổ"
    assert three.lines()[2].color == _hex("accent")
    assert not any("Chốt" in words for words in three.words())


def test_the_hours_have_lines_and_names_below_the_heads() -> None:
    grid = WeekGrid(MONDAY, 756, 2000)
    painted = Painted(lambda painter: week_paint.paint_hours(painter, grid, _days()), 756, 2000)
    named = painted.lines()
    assert [line.words for line in named] == [f"{hour:02}:00" for hour in range(FIRST + 1, LAST)]
    steps = {round(below.y - above.y) for above, below in pairwise(named)}
    assert steps == {HOUR}
    lines = [shape for shape in painted.shapes() if shape.kind == "polyline"]
    assert len(lines) == 7 + LAST - FIRST
    scrolled = WeekGrid(MONDAY, 756, 600, scrolled=2 * HOUR)
    painted = Painted(lambda painter: week_paint.paint_hours(painter, scrolled, _days()), 756)
    assert painted.words()[0] == "03:00"  # what lies behind the heads is not painted


def test_days_off_and_the_weekend_have_their_grounds() -> None:
    marks = {date(2019, 4, 10): (DayMark(DayKind.OFF, "Nghỉ"),), MONDAY: (DayMark(DayKind.WORK, "Làm bù"),)}
    painted = Painted(lambda painter: week_paint.paint_hours(painter, GRID, _days(marks=marks)), 756)
    grounds = [(shape.fill, shape.at.split(",")[0]) for shape in painted.shapes() if shape.fill]
    assert grounds == [(_hex("accent_soft"), "256"), (_hex("side"), "556"), (_hex("side"), "656")]


def test_this_moment_is_a_line_on_its_day() -> None:
    painted = Painted(lambda painter: week_paint.paint_now(painter, GRID, NOW), 756, 600)
    line, dot = painted.shapes()
    y = GRID.y(NOW.time())
    assert line.at == f"156,{y:g} 256,{y:g}"
    assert dot.at == f"157,{y:g},3.5"
    assert (line.line, dot.fill) == (_hex("accent"), _hex("accent"))


def test_the_head_names_seven_days_and_the_week() -> None:
    painted = Painted(lambda painter: week_paint.paint_head(painter, GRID, _days()), 756)
    assert painted.words()[::2][:7] == [f"{name} {8 + at}/4" for at, name in enumerate(SHORT_DAYS)]
    assert painted.words()[-2:] == ["Tuần 15", "Cả ngày"]
    rules = [shape.at for shape in painted.shapes()]
    assert rules == [f"0,{HEAD - 0.5:g} 756,{HEAD - 0.5:g}", f"0,{GRID.top - 0.5:g} 756,{GRID.top - 0.5:g}"]
    assert painted.lines()[0].x > HOURS


def test_how_many_have_no_room_is_painted() -> None:
    painted = Painted(lambda painter: week_paint.paint_more(painter, QRectF(10, 20, 40, 60), 34), 200)
    assert painted.words() == ["+34"]


@pytest.mark.parametrize(
    ("width", "hours"),
    [
        (200, ["08:00–09:00"]),
        (88, ["08:00–", "09:00"]),
        (70, ["08:00–", "09:00"]),
        (62, ["08:00"]),
        (44, ["08:00"]),
    ],
)
def test_no_hour_is_cut_in_a_narrow_column(width: int, hours: list[str]) -> None:
    row = occurrence(EIGHT, title="Họp", place="Tầng 2")
    words = _block(row, width=width).words()
    assert words[1 : 1 + len(hours)] == hours
    room = width - (24 if width >= 60 else 7) - 4
    assert all(metrics_of(11).horizontalAdvance(line) <= room for line in hours)
    several = occurrence(EIGHT, title="Họp", end=datetime(2019, 4, 11, 17))
    assert hours_in(several, 200) == ["08:00 10/4 – 17:00 11/4"]
    assert hours_in(several, 70) == ["08:00 10/4–", "17:00 11/4"]


def test_a_long_title_leaves_its_hours_their_line() -> None:
    row = occurrence(EIGHT, title="Giao ban công tác tuyên giáo tuần này của cả khối")
    for height, most in ((44, 1), (58, 2)):
        words = _block(row, height=height, width=90).words()
        assert words[most:] == ["08:00"]
        assert "…" in words[most - 1]
    assert not any("08" in one for one in _block(row, height=44, width=70).words())  # no more than its title
