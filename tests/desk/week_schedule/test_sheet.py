"""The week's sheet read back: every word in the PDF and in the Word file, the message to the letter."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time, timedelta

import docx
from pypdf import PdfReader

from desk.text.blocks import nfc
from desk.week_schedule import pdf, text, word
from desk.week_schedule.sheet import Day, Half, ScheduleHalf, ScheduleLine, WeekLayout, WeekSheet

MONDAY = date(2019, 4, 8)
CHAIR = "Trần Đức Thuần – Trưởng ban"
ODD = 'Tọa đàm #1 $x$ @a *b* _c_ <d> {e} \\f "g" [h] `i`'


def line(title: str, hour: int, **more: object) -> ScheduleLine:
    return ScheduleLine(time(hour, 30), None, title, **more)  # type: ignore[arg-type]


def sheet(lines: int = 2, **more: object) -> WeekSheet:
    held = tuple(
        line(
            f"Giao ban số {n}" if n else ODD,
            7 + n % 5,
            chairs=("Trần Đức Thuần – Trưởng ban",),
            place="Hội trường C",
        )
        for n in range(lines)
    )
    days = tuple(
        Day(
            MONDAY + timedelta(days=n),
            halves=(Half(ScheduleHalf.MORNING, held if n == 0 else ()), Half(ScheduleHalf.AFTERNOON, ())),
        )
        for n in range(5)
    )
    base = WeekSheet(
        "TỈNH ỦY", "BAN TUYÊN GIÁO", "Hà Giang", date(2019, 4, 5), 2019, 15, MONDAY, MONDAY + timedelta(days=6),
        days, "TL. TRƯỞNG BAN", "Bùi Thị Ngọc Anh", copies=("Lãnh đạo Ban",),
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def flat(words: str) -> str:
    return "".join(nfc(words).split())


def pdf_words(data: bytes) -> str:
    return flat("".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


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


def test_the_word_file_is_a_true_table() -> None:
    data = word.docx(sheet(3))
    assert word.docx(sheet(3)) == data
    document = docx.Document(io.BytesIO(data))
    table = max(document.tables, key=lambda one: len(one.rows))
    assert [cell.text for cell in table.rows[0].cells][:4] == ["Thứ, ngày", "Buổi", "Giờ", "Nội dung"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    text = "\n".join(cell.text for row in table.rows for cell in row.cells)
    assert ODD in text
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height


def test_blocks_and_message() -> None:
    blocks = sheet(2, layout=WeekLayout.BLOCKS, replaces_invitation=True)
    words = pdf_words(pdf.pdf(blocks))
    assert flat(ODD) in words
    assert "thaygiấymời" in words
    told = text.text(sheet(2))
    assert "Thứ Hai, 08/4" in told
    assert f"07h30: {ODD}" in told
    assert "- Chủ trì: Trần Đức Thuần – Trưởng ban" in told


def test_an_empty_week_and_a_word_without_end() -> None:
    empty = sheet(0)
    assert flat("Không có lịch") in pdf_words(pdf.pdf(empty))
    endless = replace(
        sheet(1), days=(Day(MONDAY, halves=(Half(ScheduleHalf.MORNING, (line("đ" * 2000, 8),)),)),)
    )
    assert "đ" * 30 in pdf_words(pdf.pdf(endless))
    assert word.docx(endless)


def test_what_is_called_off_is_struck_with_its_reason() -> None:
    off = line("Họp liên tịch", 8, note="(hoãn; bận họp tỉnh)", struck=True)
    struck = replace(sheet(1), days=(Day(MONDAY, halves=(Half(ScheduleHalf.MORNING, (off,)),)),))
    assert flat("(hoãn; bận họp tỉnh)") in pdf_words(pdf.pdf(struck))
    assert "w:strike" in docx.Document(io.BytesIO(word.docx(struck))).tables[1]._tbl.xml


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
