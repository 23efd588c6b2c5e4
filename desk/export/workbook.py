"""A table of words as an Excel workbook (XLSX, ECMA-376): every cell is text, so nothing in it can be a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from desk.export.write_files import write_file

_WIDEST = 60.0  # characters of a column
_A4 = 9  # its number in the format


def write_sheet(
    path: Path, title: str, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]]
) -> Path:
    """Write a workbook with one sheet; return the path.

    Widths are in characters. FileTrouble: the disk is full, the folder refuses, the file is open in Excel.
    """
    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    _fill(book, title, heads, widths, rows)
    book.close()
    return write_file(stream.getvalue(), path)


def _fill(
    book: Any, title: str, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]]
) -> None:
    sheet = book.add_worksheet(title[:31])
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, min(width, _WIDEST))
        sheet.write_string(0, column, head, strong)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            sheet.write_string(last, column, words, plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
