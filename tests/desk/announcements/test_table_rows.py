"""What the cells of a row tell of its meeting."""

from __future__ import annotations

from datetime import date, time

from desk.announcements.dates import DateHit, DayPart
from desk.announcements.grid import Cell, Column
from desk.announcements.letters import Letters
from desk.announcements.table_rows import Standing, filled, hours_in, read_row

DAY = DateHit(0, 0, date(2019, 4, 8))


def row(text: str, columns: tuple[Column, ...]) -> tuple[Letters, dict[Column, Cell]]:
    made, at = {}, 0
    for column, cell in zip(columns, text.split("|"), strict=True):
        made[column] = (at, at + len(cell))
        at += len(cell) + 1
    return Letters.of(text), made


def test_a_row_is_a_meeting() -> None:
    letters, named = row(
        "8h - 9h|Giao ban Đảng ủy - Ban Giám hiệu|đ/c Lê Văn Ba|P1 -> P2",
        (Column.TIME, Column.TITLE, Column.CHAIR, Column.PLACE),
    )
    found = read_row(letters, named, Standing(DAY, DayPart.MORNING))
    assert found is not None
    assert (found.title, found.start, found.end) == ("Giao ban Đảng ủy - Ban Giám hiệu", time(8), time(9))
    assert ([name for name, _ in found.chairs], found.place) == (["Lê Văn Ba"], "P2")
    assert found.change is not None


def test_what_stands_for_all_rows_fills_empty_cells() -> None:
    letters, named = row("TIẾP XÚC CỬ TRI|  |Nhà văn hóa", (Column.OTHER, Column.TITLE, Column.NOTE))
    stands = Standing(DAY, None, place=named[Column.NOTE], name=named[Column.OTHER])
    found = read_row(letters, named, stands)
    assert found is not None
    assert (found.title, found.place) == ("TIẾP XÚC CỬ TRI", "Nhà văn hóa")
    assert not filled(letters, named, Column.TITLE)
    assert read_row(letters, named, Standing(DAY, None)) is None


def test_the_new_hours_stand_after_an_arrow() -> None:
    letters, named = row("8h00 → 9h30", (Column.TIME,))
    hours = hours_in(letters, named)
    assert hours is not None
    assert hours.begin == time(9, 30)


def test_a_column_of_its_own_says_when_it_ends() -> None:
    letters, named = row("08:00|09:30|Giao ban", (Column.TIME, Column.UNTIL, Column.TITLE))
    found = read_row(letters, named, Standing(DAY, None))
    assert found is not None
    assert (found.start, found.end) == (time(8), time(9, 30))
