"""The workbook: every cell is text, the file whole or not there."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

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


def test_a_workbook_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "nhat-ky.xlsx").mkdir()
    with pytest.raises(FileTrouble) as refused:
        write_sheet(tmp_path / "nhat-ky.xlsx", "Nhật ký", ["Số"], [7], [])
    assert refused.value == FileTrouble(Trouble.DENIED, str(tmp_path / "nhat-ky.xlsx"))
    assert [path.name for path in tmp_path.iterdir()] == ["nhat-ky.xlsx"]
