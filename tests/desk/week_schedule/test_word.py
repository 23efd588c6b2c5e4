"""The week's sheet as a Word file: a true table, merged days, and what stays together."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from desk.paths import RESOURCES
from desk.week_schedule import pdf, word
from desk.week_schedule.sheet import Day, Half, ScheduleHalf, WeekLayout, WeekSheet
from tests.desk.press.word.test_document import FONTS
from tests.desk.week_schedule.sheets import MONDAY, ODD, flat, line, pdf_words, sheet


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


def test_what_is_called_off_is_struck_with_its_reason() -> None:
    off = line("Họp liên tịch", 8, note="(hoãn; bận họp tỉnh)", struck=True)
    struck = replace(sheet(1), days=(Day(MONDAY, halves=(Half(ScheduleHalf.MORNING, (off,)),)),))
    assert flat("(hoãn; bận họp tỉnh)") in pdf_words(pdf.pdf(struck))
    assert "w:strike" in docx.Document(io.BytesIO(word.docx(struck))).tables[1]._tbl.xml


def opened(made: WeekSheet) -> Document:
    return docx.Document(io.BytesIO(word.docx(made)))


def merges(document: Document) -> list[list[str]]:
    """Return how the first two cells of each row of the table are merged: restart, continue or nothing."""
    table: Any = document.tables[1]._tbl
    return [
        [cell.xpath("string(./w:tcPr/w:vMerge/@w:val)") for cell in row.findall(qn("w:tc"))[:2]]
        for row in table.findall(qn("w:tr"))[1:]
    ]


def test_a_days_and_a_half_days_cells_are_merged_downwards() -> None:
    two = Day(
        MONDAY,
        halves=(
            Half(ScheduleHalf.MORNING, (line("A", 7), line("B", 8))),
            Half(ScheduleHalf.AFTERNOON, (line("C", 14),)),
        ),
    )
    document = opened(sheet(1, days=(two, Day(MONDAY.replace(day=9)))))
    assert merges(document) == [
        ["restart", "restart"],
        ["continue", "continue"],
        ["continue", "restart"],
        ["", ""],
    ]
    assert document.tables[1].rows[4].cells[1].text == "Không có lịch"


def test_the_rows_of_a_day_stay_together_up_to_five() -> None:
    for count, kept in ((5, 4), (6, 0)):
        days = tuple(
            Day(MONDAY.replace(day=8 + n), halves=(Half(ScheduleHalf.MORNING, (line("A", 7),) * count),))
            for n in range(2)
        )
        rows = opened(sheet(1, days=days)).tables[1].rows[1:]
        keeps = [bool(row.cells[3].paragraphs[0].paragraph_format.keep_with_next) for row in rows]
        assert keeps[:count] == [True] * kept + [False] * (count - kept)
        assert keeps[-1]  # the last row stays with the signature


def test_pages_margins_and_properties() -> None:
    across, upright = opened(sheet(1)), opened(sheet(1, layout=WeekLayout.BLOCKS))
    measures = [
        [
            round(side.mm)
            for side in (part.page_width, part.page_height, part.left_margin, part.right_margin)
            if side
        ]
        for part in (across.sections[0], upright.sections[0])
    ]
    assert measures == [[297, 210, 20, 15], [210, 297, 30, 20]]
    properties = across.core_properties
    assert properties.author == "BAN TUYÊN GIÁO"
    assert properties.title.startswith("LỊCH CÔNG TÁC TUẦN Tuần 15 năm 2019")
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2019, 4, 5)


def test_head_and_foot() -> None:
    document = opened(sheet(1, replaces_invitation=True))
    head = [cell.text for cell in document.tables[0].rows[0].cells]
    assert head == ["TỈNH ỦY\nBAN TUYÊN GIÁO\n", "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Giang, ngày 05 tháng 4 năm 2019"]
    foot = [cell.text for cell in document.tables[-1].rows[0].cells]
    assert foot == ["Nơi nhận:\n- Lãnh đạo Ban.", "TL. TRƯỞNG BAN\nBùi Thị Ngọc Anh"]
    assert "Lịch này thay giấy mời." in [one.text for one in document.paragraphs]
    bare = opened(sheet(1, superior=" ", copies=()))
    assert bare.tables[0].rows[0].cells[0].text == "BAN TUYÊN GIÁO\n"
    assert bare.tables[-1].rows[0].cells[0].text == ""
    assert "Lịch này thay giấy mời." not in [one.text for one in bare.paragraphs]


def test_blocks_of_days() -> None:
    day = Day(
        MONDAY, ("Nghỉ lễ",), "4/3 ÂL",
        (Half(ScheduleHalf.MORNING, (line("Giao ban", 7, place="P1", note="hoãn", struck=True),)),),
    )  # fmt: skip
    document = opened(sheet(1, days=(day,), layout=WeekLayout.BLOCKS))
    lines = [one for one in document.paragraphs if one.style is not None and one.text]
    texts = [one.text for one in lines]
    at = texts.index("Thứ Hai, ngày 08/4/2019 – 4/3 ÂL; Nghỉ lễ")
    assert texts[at + 1 : at + 3] == ["07h30: Giao ban (hoãn)", "- Địa điểm: P1"]
    title = lines[at + 1]
    assert [(run.text, run.bold, run.font.strike) for run in title.runs] == [
        ("07h30:", True, True), (" Giao ban", None, True), (" ", None, None), ("(hoãn)", True, None),
    ]  # fmt: skip
    assert [bool(one.paragraph_format.keep_with_next) for one in lines[at + 1 : at + 3]] == [True, True]
    fact = lines[at + 2].paragraph_format
    assert fact.space_after is not None
    assert fact.space_after.pt == 7


def test_a_week_without_days_says_so() -> None:
    table = opened(sheet(0)).tables[1]
    assert "Không có lịch" in table.rows[1].cells[1].text
    assert "Không có lịch" in [
        one.text for one in opened(sheet(0, days=(), layout=WeekLayout.BLOCKS)).paragraphs
    ]
    assert opened(sheet(0, days=())).tables[1].rows[1].cells[0].text == "Không có lịch"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_usual_week_fits_on_a_page_as_it_does_in_the_pdf(tmp_path: Path) -> None:
    """Friday and the signature went to a second page beside 4.6 cm of empty room."""
    told: dict[str, object] = {
        "chairs": ("Trần Đức Thuần – Trưởng ban",),
        "place": "Phòng họp tầng 2",
        "unit": "Phòng Tuyên truyền – Báo chí",
        "attendees": "Lãnh đạo Ban, trưởng các phòng",
    }
    halves = (
        Half(ScheduleHalf.MORNING, (line("Giao ban tuần", 7, **told),)),
        Half(ScheduleHalf.AFTERNOON, (line("Làm việc với Sở Y tế", 13, **told),)),
    )
    off = ("Nghỉ bù Giỗ Tổ Hùng Vương",)
    days = tuple(Day(MONDAY + timedelta(days=n), () if n else off, f"{n + 4}/3 ÂL", halves) for n in range(5))
    (tmp_path / "fonts.conf").write_text(
        FONTS.format(fonts=RESOURCES / "fonts", cache=tmp_path / "cache"), encoding="utf-8"
    )
    (tmp_path / "week.docx").write_bytes(word.docx(sheet(1, days=days, empty_halves=True)))
    program = shutil.which("soffice")
    assert program is not None
    subprocess.run(
        [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(tmp_path / "week.docx")],
        env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert len(PdfReader(tmp_path / "week.pdf").pages) == 1
