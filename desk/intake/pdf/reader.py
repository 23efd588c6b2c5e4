"""The text layer of a PDF to pieces: letters with places become lines, lines paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.document import IntakeDocument
from desk.intake.flow.look import Look, ParagraphLook
from desk.intake.flow.writer import FlowWriter, Gathered, document
from desk.intake.html.markup import element
from desk.intake.pdf.columns import Column, Placed, columns
from desk.intake.pdf.furniture import without_furniture
from desk.intake.pdf.glyphs import Glyph
from desk.intake.pdf.lines import Line, lines
from desk.intake.pdf.page import Page, PagePicture, read_page
from desk.intake.pdf.paragraphs import ParagraphLines, paragraphs
from desk.intake.pdf.rulings import Grid
from desk.intake.result import Doubt, DoubtKind, Dropped

_PAGES = 200
_LEAST_LETTERS = 20  # a page: with fewer it is a scan
_MOST_LETTERS = 2_000_000
_END = b"%%EOF"
_END_WITHIN = 4096  # bytes: what some programs add behind the end
_RAISED = 0.85  # of the line's size: smaller letters that stand off the base line
_SET_IN = 28.0  # points


def read_pdf(data: bytes, name: str) -> IntakeDocument:
    """Read a PDF's text layer; BadIntake says why there is none or the file cannot be read.

    pdfium works on one thread at a time: two PDFs are read one after the other.
    """
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    if b"%PDF-" not in data[:1024] or _END not in data[-_END_WITHIN:]:
        raise BadIntake(IntakeFault.BROKEN, name)
    pages = _pages(data, name)
    letters = sum(glyph.text.isalnum() for page in pages for glyph in page.glyphs)
    if letters < _LEAST_LETTERS * len(pages):
        raise BadIntake(IntakeFault.SCAN, name)
    return _Reader(pages, name).read()


def _pages(data: bytes, name: str) -> list[Page]:
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", 0) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise BadIntake(IntakeFault.ENCRYPTED if locked else IntakeFault.BROKEN, name) from error
    try:
        if not 0 < len(file) <= _PAGES:
            raise BadIntake(IntakeFault.TOO_HEAVY if len(file) else IntakeFault.BROKEN, name)
        out: list[Page] = []
        room, count = limits.PICTURES, 0
        for number in range(len(file)):
            page = file[number]
            out.append(read_page(page, room))
            page.close()
            room -= len(out[-1].pictures)
            count += len(out[-1].glyphs)
            if count > _MOST_LETTERS:
                raise BadIntake(IntakeFault.TOO_HEAVY, name)
        return out
    except pypdfium2.PdfiumError as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error
    finally:
        file.close()


@dataclass(slots=True)
class _Table:
    """A drawn table with the letters of each of its cells."""

    grid: Grid
    cells: dict[tuple[int, int], list[Glyph]]


class _Reader:
    def __init__(self, pages: list[Page], name: str) -> None:
        self._pages = pages
        self._gathered = Gathered(name=name)
        self._writer = FlowWriter(self._gathered)
        self._placed: list[PagePicture | _Table] = []

    def read(self) -> IntakeDocument:
        """Read the pages one after the other."""
        tables: list[list[_Table]] = []
        bodies: list[tuple[list[Line], float]] = []
        for page in self._pages:
            apart, rest = _apart(page)
            tables.append(apart)
            bodies.append((lines(rest), page.height))
        kept, gone = without_furniture(bodies)
        left_out = self._gathered.left_out
        left_out[Dropped.HEADERS] += gone
        left_out[Dropped.PICTURES] += sum(page.missed for page in self._pages)
        order: list[Column] = []
        for page, own, found in zip(self._pages, tables, kept, strict=True):
            order.extend(columns([*found, *self._place(page, own)], page.width))
        for paragraph in paragraphs(order):
            self._write(paragraph)
        return document(self._writer.markup(), self._gathered, (Doubt(DoubtKind.LINES_JOINED),))

    def _place(self, page: Page, tables: list[_Table]) -> list[Placed]:
        out = []
        for picture in page.pictures:
            left, _, right, top = picture.box
            out.append(Placed(left, right, top, len(self._placed)))
            self._placed.append(picture)
        for table in tables:
            left, _, right, top = table.grid.box
            out.append(Placed(left, right, top, len(self._placed)))
            self._placed.append(table)
        return out

    # -- writing ---------------------------------------------------------------------------------------------

    def _write(self, paragraph: ParagraphLines) -> None:
        writer = self._writer
        if paragraph.placed is not None:
            placed = self._placed[paragraph.placed.number]
            if isinstance(placed, PagePicture):
                writer.picture(placed.data)
                writer.end_paragraph(ParagraphLook())
            else:
                writer.block(self._table(placed))
            return
        _letters(writer, paragraph.lines)
        first = _SET_IN if paragraph.indented else 0.0
        writer.end_paragraph(ParagraphLook(align=paragraph.align, first=first))

    def _table(self, table: _Table) -> str:
        rows = []
        for row in range(len(table.grid.ys) - 1):
            cells = []
            column = 0
            while column < len(table.grid.xs) - 1:
                across = table.grid.across(row, column)
                words = self._cell(table.cells.get((row, column), []))
                cells.append(element("td", words, colspan=str(across) if across > 1 else ""))
                column += across
            rows.append(element("tr", "".join(cells)))
        return element("table", "".join(rows))

    def _cell(self, glyphs: list[Glyph]) -> str:
        writer = FlowWriter(self._gathered)
        found = lines(glyphs)
        if found:
            _letters(writer, found)
            writer.end_paragraph(ParagraphLook())
        return writer.markup()


def _apart(page: Page) -> tuple[list[_Table], list[Glyph]]:
    """Return the tables of a page with their letters, and the letters that stand in none."""
    tables = [_Table(grid, {}) for grid in page.tables]
    rest: list[Glyph] = []
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base + 0.25 * glyph.size
        for table in tables:
            cell = table.grid.cell(x, y)
            if cell is not None:
                table.cells.setdefault(cell, []).append(glyph)
                break
        else:
            rest.append(glyph)
    return [table for table in tables if len(table.cells) > 1], rest + [
        glyph for table in tables if len(table.cells) <= 1 for own in table.cells.values() for glyph in own
    ]


def _letters(writer: FlowWriter, found: list[Line]) -> None:
    """Write lines as one paragraph."""
    for number, line in enumerate(found):
        last = number == len(found) - 1
        for glyph in _ended(line, last=last):
            writer.write(glyph.text, _look(glyph, line))
        if not last and not _is_broken_word(line):
            writer.write(" ", _look(line.glyphs[-1], line))


def _ended(line: Line, *, last: bool) -> tuple[Glyph, ...]:
    broken = not last and line.glyphs[-1].text == "\u00ad"
    return line.glyphs[:-1] if broken else line.glyphs


def _is_broken_word(line: Line) -> bool:
    """Say whether the next line goes on in the middle of a word or a number."""
    text = line.text
    if text.endswith("\u00ad"):
        return True
    return len(text) > 1 and text[-1] in "-/" and not text[-2].isspace()


def _look(glyph: Glyph, line: Line) -> Look:
    raised = 0
    if glyph.text.strip() and glyph.size < _RAISED * line.size:
        off = glyph.base - line.base
        raised = 1 if off > 0.12 * line.size else -1 if off < -0.06 * line.size else 0
    size = line.size if raised else glyph.size
    font = glyph.font
    return Look(bold=font.bold, italic=font.italic, raised=raised, size=round(size * 2) / 2, font=font.name)
