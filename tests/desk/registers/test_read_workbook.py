"""A workbook filled in by others, read; and those that a stranger made to choke the reader."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.errors import BadIntake, FileTrouble, IntakeFault
from desk.registers.entries import BodyEntry, DocumentEntry, PersonEntry, Title
from desk.registers.read_workbook import read_apart, read_register
from desk.registers.row_faults import RowProblem
from desk.registers.workbook import workbook


def _sheet(path: Path, *rows: tuple[Any, ...], name: str = "Trang 1") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def test_an_empty_form_is_a_register_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(workbook())
    assert read_register(path) == read_apart(path)
    assert read_register(path).entries == ()


def test_heads_may_be_others_elsewhere_and_days_as_excel_keeps_them(tmp_path: Path) -> None:
    path = _sheet(
        tmp_path / "a.xlsx",
        ("TỈNH ỦY",),
        (),
        ("STT", "Chức vụ", "HỌ TÊN", "Ghi chú", "Từ", "Đến", "Đơn vị"),
        (1, "Bí thư", "Lò Thị Én", "x", datetime(2016, 1, 4), 2020, "Tỉnh ủy"),
        (2, "Phó Bí thư", "Lò Thị Én", "x", "7/2014", "nay", "Tỉnh ủy"),
        (3, "", "Giàng A Sình", "x", None, None, None),
    )
    assert [one.entry for one in read_register(path).entries] == [
        PersonEntry("Lò Thị Én", (Title("Bí thư", "Tỉnh ủy", date(2016, 1, 4), date(2020, 12, 31)),)),
        PersonEntry("Lò Thị Én", (Title("Phó Bí thư", "Tỉnh ủy", date(2014, 7, 1)),)),
        PersonEntry("Giàng A Sình"),
    ]
    other = _sheet(
        tmp_path / "b.xlsx",
        ("Loại", "Số hiệu", "Ngày"),
        ("chỉ thị", "Số: 05-CT/TW", "15/05/2016"),
        ("Nghị quyết", "36 - NQ / TW", "01/7/2014"),
        ("Quyết định", 120, None),
    )
    assert [one.entry for one in read_register(other).entries] == [
        DocumentEntry("Chỉ thị", "05", "-CT/TW", date(2016, 5, 15)),
        DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1)),
        DocumentEntry("Quyết định", "120", ""),
    ]


def test_a_row_that_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    heads = ("Tên cơ quan", "Tên tắt", "Từ ngày", "Đến ngày", "Trước đây là")
    path = _sheet(
        tmp_path / "a.xlsx",
        heads,
        ("Ban Dân vận", "BDV", "31/02/2019", "", ""),
        ("", "X", "", "", ""),
        ("Ban A", "A", "2020", "2019", ""),
        ("Ban B", '=HYPERLINK("http://x","y")', "", "", ""),
        ("Ban C" * 200, "C", "", "", ""),
        ("Ban D", "D", "0000", "", ""),
        ("Ban Tuyên giáo", "BTG", "", "", ""),
        name="Cơ quan",
    )
    found = read_register(path)
    assert [one.entry for one in found.entries] == [BodyEntry("Ban Tuyên giáo", "BTG")]
    assert [(one.problem, one.sheet, one.row) for one in found.faults] == [
        (RowProblem.DAY, "Cơ quan", 2),
        (RowProblem.NO_NAME, "Cơ quan", 3),
        (RowProblem.REVERSED, "Cơ quan", 4),
        (RowProblem.FORMULA, "Cơ quan", 5),
        (RowProblem.TOO_LONG, "Cơ quan", 6),
        (RowProblem.DAY, "Cơ quan", 7),
    ]
    assert found.faults[0].words == "31/02/2019"


def _rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    stream = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
    path.write_bytes(stream.getvalue())
    return path


def _good(tmp_path: Path) -> Path:
    return _sheet(tmp_path / "x.xlsx", ("Tên cơ quan", "Tên tắt"), ("Ban Tuyên giáo", "BTG"))


def _bomb(name: str, data: bytes) -> bytes:
    return data.replace(b"</sheetData>", b" " * 120_000_000 + b"</sheetData>") if "sheet1" in name else data


def _million(name: str, data: bytes) -> bytes:
    row = b'<row><c t="inlineStr"><is><t>%d</t></is></c><c t="inlineStr"><is><t>B</t></is></c></row>'
    rows = b"".join(row % at for at in range(1_000_000))
    return data.replace(b"</sheetData>", rows + b"</sheetData>") if "sheet1" in name else data


def _doctype(name: str, data: bytes) -> bytes:
    told = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    return data.replace(b"<worksheet", told + b"<worksheet", 1) if "sheet1" in name else data


def _cut(name: str, data: bytes) -> bytes:
    return data[: len(data) // 2] if "sheet1" in name else data


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_bomb, IntakeFault.REGISTER_TOO_LONG),
        (_million, IntakeFault.REGISTER_TOO_LONG),
        (_doctype, IntakeFault.DANGEROUS),
        (_cut, IntakeFault.BROKEN),
    ],
)
def test_a_hostile_workbook_is_refused_with_the_reason(
    tmp_path: Path, change: Callable[[str, bytes], bytes], fault: IntakeFault
) -> None:
    path = _rewritten(_good(tmp_path), change)
    with pytest.raises(BadIntake) as refused:
        read_apart(path)
    assert refused.value == BadIntake(fault, "x.xlsx")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", IntakeFault.EMPTY),
        (b"Ho va ten;Chuc danh\n", IntakeFault.NOT_XLSX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, IntakeFault.NOT_XLSX),
        (b"PK\x03\x04 half", IntakeFault.NOT_XLSX),
    ],
)
def test_what_is_no_workbook_is_refused_with_the_reason(
    tmp_path: Path, data: bytes, fault: IntakeFault
) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadIntake) as refused:
        read_register(path)
    assert refused.value.fault is fault


def test_other_heads_another_zip_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadIntake) as refused:
        read_register(_sheet(tmp_path / "a.xlsx", ("Ngày", "Món ăn"), ("01/7", "Phở")))
    assert refused.value.fault is IntakeFault.NO_REGISTER
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as made:
        made.writestr("word/document.xml", "<x/>")
    with pytest.raises(BadIntake) as refused:
        read_register(tmp_path / "b.xlsx")
    assert refused.value.fault is IntakeFault.NOT_XLSX
    with pytest.raises(FileTrouble):
        read_register(tmp_path / "không có.xlsx")
