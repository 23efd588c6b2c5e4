"""The week's sheet as a message, to the letter."""

from __future__ import annotations

from dataclasses import replace

from desk.week_schedule import pdf, text
from desk.week_schedule.sheet import Day, Half, ScheduleHalf, WeekLayout
from tests.desk.week_schedule.sheets import MONDAY, ODD, flat, line, pdf_words, sheet


def test_blocks_and_message() -> None:
    blocks = sheet(2, layout=WeekLayout.BLOCKS, replaces_invitation=True)
    words = pdf_words(pdf.pdf(blocks))
    assert flat(ODD) in words
    assert "thaygiấymời" in words
    told = text.text(sheet(2))
    assert "Thứ Hai, 08/4" in told
    assert f"07h30: {ODD}" in told
    assert "- Chủ trì: Trần Đức Thuần – Trưởng ban" in told


def test_a_message_to_the_letter() -> None:
    held = line("Giao ban", 7, chairs=("An", "Bình"), place="P1", note="hoãn")
    days = (
        Day(MONDAY, ("Nghỉ lễ",), "4/3 ÂL", (Half(ScheduleHalf.MORNING, (held,)),)),
        Day(MONDAY.replace(day=9)),
        Day(MONDAY.replace(day=10), ("Ngày truyền thống",)),
    )
    week = sheet(1, days=days, replaces_invitation=True)
    head = "LỊCH CÔNG TÁC TUẦN\nTuần 15 năm 2019\n(Từ ngày 08/4/2019 đến ngày 14/4/2019)"
    monday = "Thứ Hai, 08/4 – 4/3 ÂL; Nghỉ lễ:\n07h30: Giao ban (hoãn)\n- Chủ trì: An; Bình\n- Địa điểm: P1"
    marked = "Thứ Tư, 10/4 – Ngày truyền thống:\nKhông có lịch"
    assert text.text(week) == "\n\n".join([head, monday, marked, "Lịch này thay giấy mời."])
    blank = text.text(replace(week, empty_halves=True))
    assert "Thứ Ba, 09/4:\nKhông có lịch" in blank
    assert "Chiều: Không có lịch" in blank


def test_a_week_without_meetings_says_so_once() -> None:
    told = text.text(sheet(0, empty_halves=True))
    assert told.count("Không có lịch") == 1
    assert told.endswith("\n\nKhông có lịch.")


def test_signs_that_the_paper_lacks_are_found_in_meetings_and_round_them() -> None:
    assert text.unprintable(sheet(2)) == ()
    days = (Day(MONDAY, halves=(Half(ScheduleHalf.MORNING, (line("Giao ban 🎉 ✔", 7, place="P 胡"),)),)),)
    assert text.unprintable(sheet(1, days=days, signer="Lê \uf041")) == ("🎉", "胡", "\uf041")
