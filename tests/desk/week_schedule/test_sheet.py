"""How a week's rows, blocks and words are arranged, whatever file they go to."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from desk.week_schedule.sheet import (
    Day,
    DayRows,
    Half,
    ScheduleEntry,
    ScheduleHalf,
    ScheduleLine,
    blocks,
    copies,
    document_title,
    headings,
    hours,
    missing,
    one_line,
    place_and_date,
    table,
    weekday,
)
from tests.desk.week_schedule.sheets import MONDAY, line, sheet

EIGHT, NINE = time(8), time(9, 5)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (EIGHT, NINE, "08h00 - 09h05"),
        (EIGHT, EIGHT, "08h00"),
        (EIGHT, None, "08h00"),
        (None, NINE, "đến 09h05"),
        (None, None, ""),
    ],
)
def test_hours(start: time | None, end: time | None, words: str) -> None:
    assert hours(ScheduleLine(start, end, "Họp")) == words


def test_words_of_head_and_foot() -> None:
    week = sheet(1)
    assert weekday(MONDAY) == "Thứ Hai"
    assert weekday(MONDAY.replace(day=14)) == "Chủ nhật"
    assert place_and_date(week) == "Hà Giang, ngày 05 tháng 4 năm 2019"
    assert place_and_date(replace(week, town=" ")) == "Ngày 05 tháng 4 năm 2019"
    assert headings(week) == ("LỊCH CÔNG TÁC TUẦN", "Tuần 15 năm 2019")
    of_whom = replace(week, for_whom="Của lãnh đạo Ban", subtitle="(điều chỉnh)")
    assert headings(of_whom)[1:] == ("Của lãnh đạo Ban, tuần 15 năm 2019", "(điều chỉnh)")
    assert (
        document_title(week) == "LỊCH CÔNG TÁC TUẦN Tuần 15 năm 2019 (Từ ngày 08/4/2019 đến ngày 14/4/2019)"
    )


def test_what_its_head_does_not_say_is_named() -> None:
    assert missing(sheet(1)) == ()
    assert missing(replace(sheet(1), town=" ", office="")) == ("office", "town")


def test_every_line_of_the_copies_has_its_hyphen_and_its_stop() -> None:
    assert copies(sheet(1, copies=("- Ban", " ", "Phòng;", "Lưu"))) == ("- Ban,", "- Phòng;", "- Lưu.")
    assert copies(sheet(1, copies=())) == ()


def test_lines_become_one_parted_by_semicolons() -> None:
    assert one_line(" a\n\n b.\n c\td ") == "a; b. c d"


def test_a_row_has_every_cell_in_its_place() -> None:
    told = line(
        "Họp", 8, chairs=("An", " "), attendees="Các phòng", also="Báo", place="P1", unit="VP", note="hoãn"
    )
    (day,) = table(
        sheet(1, days=(Day(MONDAY, ("Lễ", " "), "4/3 ÂL", (Half(ScheduleHalf.EVENING, (told,)),)),))
    )
    assert (day.small, day.height) == (("4/3 ÂL", "Lễ"), 1)
    (row,) = day.groups[0].rows
    assert day.groups[0].name == "Tối"
    assert (row.hours, row.note, row.chairs) == ("08h30", "(hoãn)", ("An",))
    assert (row.attendees, row.place, row.unit) == (("Các phòng", "Cùng dự: Báo"), "P1", "VP")


def test_empty_halves_are_shown_when_wished_and_somebody_meets() -> None:
    def names(days: tuple[DayRows, ...]) -> list[list[str]]:
        return [[group.name for group in day.groups] for day in days[:2]]

    assert names(table(sheet(1))) == [["Sáng"], []]
    assert names(table(sheet(1, empty_halves=True))) == [["Sáng", "Chiều"]] * 2
    assert names(table(sheet(0, empty_halves=True))) == [[], []]
    assert table(sheet(1))[1].height == 1


def test_what_takes_the_whole_day_leaves_no_half_without_a_meeting() -> None:
    def told(*halves: Half) -> list[str]:
        (day,) = blocks(sheet(1, days=(Day(MONDAY, halves=halves),), empty_halves=True))
        return [f"{entry.lead}: {entry.title}" for entry in day.entries]

    whole = Half(ScheduleHalf.DAY, (ScheduleLine(None, None, "Tập huấn"),))
    empty = Half(ScheduleHalf.MORNING, ()), Half(ScheduleHalf.AFTERNOON, ())
    assert told(whole, *empty) == ["Cả ngày: Tập huấn"]
    early = Half(ScheduleHalf.MORNING, (ScheduleLine(EIGHT, NINE, "Giao ban"),))
    assert told(early, whole) == ["Cả ngày: Tập huấn", "08h00 - 09h05: Giao ban"]
    long = ScheduleLine(NINE, time(15), "Họp xuyên trưa", through=True)
    assert told(Half(ScheduleHalf.MORNING, (long,)), empty[1]) == ["09h05 - 15h00: Họp xuyên trưa"]
    assert told(early) == ["08h00 - 09h05: Giao ban", "Chiều: Không có lịch"]


def test_a_block_says_its_half_day_where_it_has_no_hour() -> None:
    day = Day(MONDAY, halves=(Half(ScheduleHalf.AFTERNOON, (ScheduleLine(None, None, "Họp", also="Báo"),)),))
    monday, tuesday = blocks(sheet(1, days=(day, Day(MONDAY.replace(day=9))), empty_halves=True))
    assert monday.entries == (
        ScheduleEntry("Sáng", "Không có lịch"),
        ScheduleEntry("Chiều", "Họp", facts=(("Cùng dự", "Báo"),)),
    )
    assert tuesday.entries == (ScheduleEntry("", "Không có lịch"),)
