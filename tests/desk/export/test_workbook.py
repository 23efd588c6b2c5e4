"""The workbook: every cell is text, the file whole or not there."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desk.errors import FileTrouble, Trouble
from desk.export.workbook import write_sheet


def test_what_looks_like_a_formula_or_a_link_is_text(tmp_path: Path) -> None:
    rows = [["=1+1", "https://example.com"], ["09/4/2019", "Đã duyệt"]]
    path = write_sheet(tmp_path / "nhat-ky.xlsx", "Nhật ký", ["Số", "Việc"], [7, 30], rows)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.title == "Nhật ký"
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Số", "Việc"], *rows]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


@pytest.mark.parametrize(("rows", "reach"), [([], "A1:B1"), ([["1", "Một"], ["2", "Hai"]], "A1:B3")])
def test_a_sheet_is_ready_to_be_filtered_read_and_printed(
    tmp_path: Path, rows: list[list[str]], reach: str
) -> None:
    title = "Nhật ký biên tập của Bản tin số 4/2019".replace("/", "-")
    book = openpyxl.load_workbook(write_sheet(tmp_path / "a.xlsx", title, ["Số", "Việc"], [7, 90], rows))
    assert book.sheetnames == [title[:31]]  # as long as Excel takes
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == (reach, "A2")
    widths = [sheet.column_dimensions[letter].width for letter in "AB"]
    assert widths == [pytest.approx(7, abs=1), pytest.approx(60, abs=1)]
    page = sheet.page_setup
    assert (page.orientation, str(page.paperSize), page.fitToHeight) == ("landscape", "9", 0)
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    for at, row in enumerate(sheet.iter_rows()):
        for cell in row:
            assert (bool(cell.font.b), cell.alignment.wrap_text, cell.alignment.vertical) == (
                at == 0,
                True,
                "top",
            )
            assert cell.border.bottom.style == ("thin" if at == 0 else None)


def test_a_workbook_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "nhat-ky.xlsx").mkdir()
    with pytest.raises(FileTrouble) as refused:
        write_sheet(tmp_path / "nhat-ky.xlsx", "Nhật ký", ["Số"], [7], [])
    assert refused.value == FileTrouble(Trouble.DENIED, str(tmp_path / "nhat-ky.xlsx"))
    assert [path.name for path in tmp_path.iterdir()] == ["nhat-ky.xlsx"]
