"""The week's sheet as a PDF, read back; and where a word without end may break."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

from pypdf import PdfReader

from desk.press.typeset.printable_text import BREAK
from desk.week_schedule import pdf, word
from desk.week_schedule.pdf import _data, _em, _words
from desk.week_schedule.sheet import Day, Half, ScheduleHalf, WeekLayout
from tests.desk.week_schedule.sheets import MONDAY, ODD, flat, line, pdf_words, sheet


def test_the_pdf_has_every_word_on_a4_across_with_its_head_on_each_page() -> None:
    long = sheet(40)
    data = pdf.pdf(long)
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) > 1
    assert round(float(pages[0].mediabox.width)) == 842
    assert all("Nộidung" in flat(page.extract_text()) for page in pages[:-1])
    words = pdf_words(data)
    for n in range(1, 40):
        assert flat(f"Giao ban số {n}") in words
    assert flat(ODD) in words
    assert flat("Bùi Thị Ngọc Anh") in words
    assert pdf.pdf(long) == data


def test_an_empty_week_and_a_word_without_end() -> None:
    empty = sheet(0)
    assert flat("Không có lịch") in pdf_words(pdf.pdf(empty))
    endless = replace(
        sheet(1), days=(Day(MONDAY, halves=(Half(ScheduleHalf.MORNING, (line("đ" * 2000, 8),)),)),)
    )
    assert "đ" * 30 in pdf_words(pdf.pdf(endless))
    assert word.docx(endless)


def test_a_usual_week_fits_on_a_page_and_a_day_is_not_parted() -> None:
    told = {
        "chairs": ("Trần Đức Thuần – Trưởng ban",),
        "place": "Phòng họp tầng 2",
        "unit": "Phòng Tuyên truyền – Báo chí",
        "attendees": "Lãnh đạo Ban, trưởng các phòng",
    }
    for count, pages in ((5, 1), (7, 2)):
        days = tuple(
            Day(
                MONDAY + timedelta(days=n),
                ("Nghỉ bù Giỗ Tổ Hùng Vương",) if n == 0 else (),
                f"{n + 4}/3 ÂL",
                (
                    Half(ScheduleHalf.MORNING, (line("Giao ban tuần", 7, **told),)),
                    Half(ScheduleHalf.AFTERNOON, (line("Làm việc với Sở Y tế", 13, **told),)),
                ),
            )
            for n in range(count)
        )
        data = pdf.pdf(sheet(1, days=days, empty_halves=True))
        read = PdfReader(io.BytesIO(data)).pages
        assert len(read) == pages
        for n in range(count):  # a day's lunar date stands on the page of its two meetings, once
            there = [page for page in read if f"{n + 4}/3ÂL" in flat(page.extract_text())]
            assert len(there) == 1


def test_only_a_word_wider_than_its_room_may_break() -> None:
    assert _words("aaaa bb", 4 * 0.56 * 10, 10) == "aaaa bb"
    assert _words("aaaa bb", 4 * 0.56 * 10 - 0.1, 10) == f"a{BREAK}a{BREAK}a{BREAK}a bb"
    assert _words("x" * 60, 1, 10).count(BREAK) == 59
    assert _words("x" * 61, 1, 10).split(BREAK) == ["x" * 6] * 10 + ["x"]
    assert _words("a\nb", 100, 10) == "a\nb"


def test_letters_are_taken_as_wide_as_they_can_be() -> None:
    assert [_em(sign) for sign in "mđ5M.Ư"] == [0.84, 0.56, 0.5, 1.0, 0.4, 1.0]


def test_what_the_typesetter_is_given() -> None:
    table = _data(sheet(2), 11.0, 21.0)
    assert (table["landscape"], table["invitation"], table["blocks"]) == (True, "", [])
    assert (table["date"], table["size"], table["sign"]) == ([2019, 4, 5], 11.0, 21.0)
    first = table["days"][0]
    assert (first["name"], first["date"], first["height"]) == ("Thứ Hai", "08/4", 2)
    row = first["groups"][0]["rows"][1]
    assert (row["hours"], row["title"], row["struck"]) == ("08h30", "Giao ban số 1", False)
    assert row["rest"] == [["Trần Đức Thuần – Trưởng ban"], [], ["Hội trường C"], [""]]
    listed = _data(sheet(2, layout=WeekLayout.BLOCKS, replaces_invitation=True), 11.0, 21.0)
    assert (listed["landscape"], listed["days"]) == (False, [])
    assert listed["invitation"] == "Lịch này thay giấy mời."
    assert listed["blocks"][0]["name"] == "Thứ Hai, ngày 08/4/2019"
    assert listed["blocks"][0]["entries"][1]["lead"] == "08h30"


def test_a_preview_has_an_image_for_every_page() -> None:
    (page,) = pdf.page_images(sheet(1), 20)
    assert page.startswith(b"\x89PNG")
