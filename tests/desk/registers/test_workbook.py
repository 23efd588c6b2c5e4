"""The registers written as a workbook, and read back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl

from desk.registers.entries import DocumentEntry, Entry, PersonEntry, WordEntry, WordKind
from desk.registers.importing import preview, take
from desk.registers.read_workbook import read_register
from desk.registers.sheets import FORMS
from desk.registers.workbook import workbook
from tests.desk.registers.filled import ENTRIES, MAU
from tests.making import Cast

MORE: tuple[Entry, ...] = (
    PersonEntry("Giàng A Sình"),
    DocumentEntry("Nghị định", "30", "/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "=về công tác văn thư"),
    WordEntry(WordKind.WORD, "giao ban"),
)


def test_what_was_written_is_read_back_whole(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "Sổ tay.xlsx"
    path.write_bytes(workbook([*ENTRIES, *MORE]))
    found = read_register(path)
    assert found.faults == ()
    take(cast.editor, [one.entry for one in found.entries])
    assert [one.before is not None for one in preview([*ENTRIES, *MORE])] == [True] * 7
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Con người", "Cơ quan", "Văn bản", "Từ của cơ quan", "Cách ghi"]
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)


def test_a_title_is_a_row_and_every_cell_is_text() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook([MAU])))
    rows = list(book["Con người"].iter_rows(values_only=True))
    assert rows == [
        tuple(column.head for column in next(iter(FORMS.values())).columns.values()),
        ("Nguyễn Thị Mẫu", "Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", "01/01/2016", "31/12/2019", "1"),
        ("Nguyễn Thị Mẫu", "Phó Bí thư", "Tỉnh ủy", "01/01/2020", None, None),
    ]
    assert book["Cơ quan"].max_row == 1
