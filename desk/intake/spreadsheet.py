"""An Excel workbook (XLSX, ECMA-376 part 1, 18) as rows of plain cells: words, days, and whether it is a formula.

It is read part by part within the limits of `packages`; sheets are streamed, so that a million rows are seen to be
too many without being held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.errors import BadIntake, IntakeFault
from desk.intake.packages import Element, Package, children

ROWS = 20_000  # of all sheets that are not empty
COLUMNS = 50
LETTERS = 2_000  # of a cell
STRINGS = 400_000  # of the workbook
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_DOCUMENT = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_DOCUMENT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATE_FORMATS = {
    *range(14, 23),
    *range(27, 37),
    *range(45, 48),
    *range(50, 59),
}  # 18.8.30: those that are built in
_NOT_DATE = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_REFERENCE = re.compile(r"([A-Z]{1,3})\d+")
_LAST_DAY = 2_958_465  # 31/12/9999


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; a day where it is formatted as one; whether it is a formula, whose last result this is."""

    text: str = ""
    day: date | None = None
    formula: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is not empty, with its number as Excel counts."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Return a cell; an empty one where the row is shorter."""
        return self.cells[column] if 0 <= column < len(self.cells) else Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows that are not empty."""

    name: str
    rows: tuple[SheetRow, ...]


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Read a workbook's visible sheets; BadIntake: NOT_XLSX, ENCRYPTED, DANGEROUS, TOO_HEAVY …"""
    try:
        package = Package(data, name)
    except BadIntake as error:
        if error.fault in (IntakeFault.UNKNOWN_KIND, IntakeFault.BROKEN):
            raise BadIntake(IntakeFault.NOT_XLSX, name) from error
        raise
    return _Workbook(package, name).sheets()


class _Workbook:
    def __init__(self, package: Package, name: str) -> None:
        self._package, self._name = package, name
        root = package.root("xl/workbook.xml")
        if root is None:
            raise BadIntake(IntakeFault.NOT_XLSX, name)
        self._main = _STRICT if str(root.tag).startswith(_STRICT) else _MAIN
        self._root = root
        properties = root.find(f"{self._main}workbookPr")
        self._since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._strings = self._shared_strings()
        self._dates = self._date_styles()
        self._left = ROWS

    def sheets(self) -> tuple[Sheet, ...]:
        parts = self._parts()
        found = []
        for sheet in self._root.iter(f"{self._main}sheet"):
            relation = sheet.get(f"{_DOCUMENT}id") or sheet.get(f"{_STRICT_DOCUMENT}id") or ""
            part = parts.get(relation, "")
            if sheet.get("state", "visible") == "visible" and part in self._package:
                found.append(Sheet(sheet.get("name", ""), tuple(self._rows(part))))
        return tuple(found)

    def _parts(self) -> dict[str, str]:
        root = self._package.root("xl/_rels/workbook.xml.rels")
        if root is None:
            raise BadIntake(IntakeFault.NOT_XLSX, self._name)
        told = {}
        for one in root.iter(_RELATION):
            target = one.get("Target", "")
            told[one.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        return told

    def _shared_strings(self) -> list[str]:
        data = self._package.xml("xl/sharedStrings.xml")
        found: list[str] = []
        for one in children(data, self._name, f"{self._main}sst", [f"{self._main}si"]) if data else ():
            if len(found) == STRINGS:
                raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
            found.append(self._text(one))
        return found

    def _text(self, item: Element) -> str:
        """Return the words of a string item, without how they are pronounced (rPh)."""
        runs = [item.findtext(f"{self._main}t") or ""]
        runs += [run.findtext(f"{self._main}t") or "" for run in item.findall(f"{self._main}r")]
        return "".join(runs)[:LETTERS]

    def _date_styles(self) -> frozenset[int]:
        """Return the numbers of the styles that show a number as a day."""
        root = self._package.root("xl/styles.xml")
        if root is None:
            return frozenset()
        own = {
            one.get("numFmtId", ""): _is_date(one.get("formatCode", ""))
            for one in root.iter(f"{self._main}numFmt")
        }
        found = set()
        styles = root.find(f"{self._main}cellXfs")
        for number, one in enumerate(styles if styles is not None else ()):
            given = one.get("numFmtId", "0")
            if own.get(given, given.isdecimal() and int(given) in _DATE_FORMATS):
                found.add(number)
        return frozenset(found)

    def _rows(self, part: str) -> Iterator[SheetRow]:
        number = 0
        data = self._package.xml(part)
        for row in children(data, self._name, f"{self._main}sheetData", [f"{self._main}row"]):
            told = row.get("r", "")
            number = int(told) if told.isdecimal() and len(told) < 9 else number + 1
            cells = self._cells(row)
            if any(cell.text or cell.formula for cell in cells):
                self._left -= 1
                if self._left < 0:
                    raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
                yield SheetRow(number, cells)

    def _cells(self, row: Element) -> tuple[Cell, ...]:
        found: dict[int, Cell] = {}
        at = -1
        for one in row.iterchildren(f"{self._main}c"):
            reference = _REFERENCE.fullmatch(one.get("r", ""))
            at = _column(reference[1]) if reference else at + 1
            if at >= COLUMNS:
                break
            found[at] = self._cell(one)
        return tuple(found.get(column, Cell()) for column in range(max(found, default=-1) + 1))

    def _cell(self, one: Element) -> Cell:
        kind, value = one.get("t", "n"), one.findtext(f"{self._main}v") or ""
        formula = one.find(f"{self._main}f") is not None
        if kind == "s":
            there = value.isdecimal() and len(value) < 9 and int(value) < len(self._strings)
            return Cell(self._strings[int(value)].strip() if there else "", None, formula)
        if kind == "inlineStr":
            item = one.find(f"{self._main}is")
            return Cell(self._text(item).strip() if item is not None else "", None, formula)
        if kind == "d":
            return _iso(value, formula)
        if kind in ("b", "e", "str"):
            return Cell(value[:LETTERS].strip() if kind == "str" else "", None, formula)
        return self._number(value, one.get("s", "0"), formula)

    def _number(self, value: str, style: str, formula: bool) -> Cell:
        try:
            number = float(value)
        except ValueError:
            return Cell(value[:LETTERS].strip(), None, formula)
        if style.isdecimal() and int(style) in self._dates and 1 <= number <= _LAST_DAY:
            day = self._day(int(number))
            return Cell(f"{day:%d/%m/%Y}", day, formula)
        return Cell(f"{number:.0f}" if number == number // 1 else f"{number:g}", None, formula)

    def _day(self, number: int) -> date:
        if self._since_1904:
            return date(1904, 1, 1) + timedelta(days=min(number, _LAST_DAY - 1462))
        # Excel has a 29 February 1900, as Lotus 1-2-3 had.
        return date(1899, 12, 31 if number < 60 else 30) + timedelta(days=number)


def _is_date(code: str) -> bool:
    return bool(re.search(r"[dmyDMY]", _NOT_DATE.sub("", code)))


def _iso(value: str, formula: bool) -> Cell:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return Cell(value[:LETTERS], None, formula)
    return Cell(f"{day:%d/%m/%Y}", day, formula)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
