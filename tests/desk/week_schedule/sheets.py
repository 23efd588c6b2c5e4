"""Sheets of a week for the tests, and what can be read back of them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time, timedelta

from pypdf import PdfReader

from desk.text.blocks import nfc
from desk.week_schedule.sheet import Day, Half, ScheduleHalf, ScheduleLine, WeekSheet

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
