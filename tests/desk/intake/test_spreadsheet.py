"""The cells of a workbook as they are shown: words, numbers, days of both calendars, results of formulas."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desk.errors import BadIntake, IntakeFault
from desk.intake import spreadsheet
from desk.intake.spreadsheet import Cell, read_sheets


def _book(fill: Callable[[Any], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(*values: Any) -> list[Cell]:
    (sheet,) = read_sheets(_book(lambda book: book.active.append(list(values))), "a.xlsx")
    return list(sheet.rows[0].cells)


def test_cells_are_what_they_show() -> None:
    bold = CellRichText("Ban ", TextBlock(InlineFont(b=True), "Tuyên giáo"))
    assert _row(" Tỉnh ủy ", 36, 2.5, bold, datetime(2014, 7, 1), True, None, "cuối") == [
        Cell("Tỉnh ủy"),
        Cell("36"),
        Cell("2.5"),
        Cell("Ban Tuyên giáo"),
        Cell("01/07/2014", date(2014, 7, 1)),
        Cell(),
        Cell(),
        Cell("cuối"),
    ]


def test_a_day_has_the_workbook_s_own_calendar_and_format() -> None:
    def mac(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        book.active.append([datetime(2014, 7, 1)])

    (sheet,) = read_sheets(_book(mac), "a.xlsx")
    assert sheet.rows[0].cell(0).day == date(2014, 7, 1)

    def formats(book: Any) -> None:
        for at, code in enumerate(('"ngày" dd"/"mm', "0.00", '"mdy" 0', "[$-42A]d mmmm yyyy"), 1):
            cell = book.active.cell(1, at, 41821)
            cell.number_format = code

    (sheet,) = read_sheets(_book(formats), "a.xlsx")
    assert [cell.day for cell in sheet.rows[0].cells] == [date(2014, 7, 1), None, None, date(2014, 7, 1)]


def test_a_formula_says_that_it_is_one_though_nobody_has_calculated_it() -> None:
    assert _row("=1+1", "a") == [Cell("", None, True), Cell("a")]
    assert _row("=1+1") == [Cell("", None, True)]


def test_hidden_sheets_and_empty_rows_are_left_out_and_rows_keep_their_numbers() -> None:
    def fill(book: Any) -> None:
        book.active.cell(7, 2, "x")
        hidden = book.create_sheet("ẩn")
        hidden.append(["y"])
        hidden.sheet_state = "hidden"

    (sheet,) = read_sheets(_book(fill), "a.xlsx")
    assert [(row.number, row.cell(1).text, row.cell(99).text) for row in sheet.rows] == [(7, "x", "")]


def test_more_rows_than_anybody_keeps_are_refused_and_more_columns_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert len(_row(*range(60))) == spreadsheet.COLUMNS
    monkeypatch.setattr(spreadsheet, "ROWS", 3)
    data = _book(lambda book: [book.active.append([at]) for at in range(4)])
    with pytest.raises(BadIntake) as refused:
        read_sheets(data, "a.xlsx")
    assert refused.value == BadIntake(IntakeFault.TOO_HEAVY, "a.xlsx")
