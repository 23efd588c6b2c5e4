"""The registers written as an Excel workbook: a sheet each, every cell text, so that nothing in it is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    Entry,
    Kind,
    PersonEntry,
    Title,
    WordEntry,
    kind_of,
)
from desk.registers.sheets import FORMS, GUIDE, WORD_KINDS, SheetForm


def workbook(entries: Iterable[Entry] = ()) -> bytes:
    """Return a workbook of entries; of none it is the form to be filled in."""
    import xlsxwriter

    rows: dict[Kind, list[dict[str, str]]] = {kind: [] for kind in FORMS}
    for entry in entries:
        rows[kind_of(entry)] += _rows(entry)
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    for kind, form in FORMS.items():
        _fill(book, form, rows[kind])
    guide = book.add_worksheet("Cách ghi")
    guide.set_column(0, 0, 110)
    for at, words in enumerate(GUIDE):
        guide.write_string(at, 0, words, book.add_format({"text_wrap": True, "valign": "top"}))
    book.close()
    return stream.getvalue()


def _rows(entry: Entry) -> Iterator[dict[str, str]]:
    if isinstance(entry, PersonEntry):
        for one in entry.titles or (Title(""),):
            yield {
                "name": entry.name,
                "title": one.title,
                "body": one.body,
                "since": _day(one.since),
                "until": _day(one.until),
                "rank": str(one.rank or ""),
            }
    elif isinstance(entry, BodyEntry):
        yield {
            "name": entry.name,
            "short": entry.short,
            "since": _day(entry.since),
            "until": _day(entry.until),
            "predecessor": entry.predecessor,
        }
    elif isinstance(entry, DocumentEntry):
        yield {
            "type": entry.type,
            "number": entry.written,
            "day": _day(entry.day),
            "body": entry.body,
            "subject": entry.subject,
        }
    elif isinstance(entry, WordEntry):
        yield {"word": entry.word, "kind": WORD_KINDS[entry.kind], "meaning": entry.meaning}


def _fill(book: Any, form: SheetForm, rows: Sequence[dict[str, str]]) -> None:
    sheet = book.add_worksheet(form.title)
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for at, column in enumerate(form.columns.values()):
        sheet.set_column(at, at, column.width, plain)
        sheet.write_string(0, at, column.head, strong)
    for number, row in enumerate(rows, 1):
        for at, field in enumerate(form.columns):
            if row[field]:
                sheet.write_string(number, at, row[field], plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(form.columns) - 1)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
