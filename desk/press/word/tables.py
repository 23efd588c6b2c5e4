"""Tables of the Word file: fixed columns, a head repeated on every page; boxes, and pictures side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from desk.edition.page_geometry import MM
from desk.press.typeset.table_columns import ColumnGrid, figured, whole_rows
from desk.press.word import ooxml
from desk.press.word.page import PageStyle
from desk.press.word.page_numbers import (
    ABREAST_LOOK,
    BOX_END,
    BOX_SIDE,
    CELL_BOTTOM,
    CELL_SIDE,
    CELL_TOP,
    abreast_widths,
)
from desk.press.word.paragraph_styles import cell_look
from desk.press.word.paragraphs import Box, PicturesAbreast

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_table(document: Document, grid: ColumnGrid, style: PageStyle) -> tuple[Paragraph, Paragraph]:
    """Add a table; return its first and its last paragraph.

    Built from elements: python-docx looks through the whole table for every cell.
    """
    written: list[Paragraph] = []
    widths = [ooxml.twips(share * style.page.column * MM) for share in grid.shares]
    table = _table(widths, _lines(style, "line", 4), (CELL_TOP, CELL_SIDE, CELL_BOTTOM))
    look, whole = cell_look(grid.size), whole_rows(grid)
    figures = figured(grid)
    for number, cells in enumerate(grid.rows):
        head = grid.header and number == 0
        row = OxmlElement("w:tr")
        properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
        if properties:
            row.append(parse_xml(f"<w:trPr {nsdecls('w')}>{properties}</w:trPr>"))
        for runs, width, figure in zip(cells, widths, figures, strict=True):
            cell = _cell(width, style.colours["wash"] if head else "")
            paragraph = ooxml.loose_paragraph(document, look)
            if figure:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            ooxml.write_runs(paragraph, runs, bold=head)
            cell.append(paragraph._p)
            row.append(cell)
            written.append(paragraph)
        table.append(row)
    ooxml.append_table(document, table)
    return written[0], written[-1]


def write_box(document: Document, box: Box, style: PageStyle) -> tuple[Paragraph, Paragraph]:
    """Add a document in a frame, a shaded table of one cell that may break over pages; return its first and last
    paragraph."""
    written: list[Paragraph] = []
    width = ooxml.twips(style.page.column * MM)
    table = _table([width], _lines(style, "gold", 6), (BOX_END, BOX_SIDE, BOX_END))
    row, cell = OxmlElement("w:tr"), _cell(width, style.colours["wash"])
    for runs in box.paragraphs:
        paragraph = ooxml.loose_paragraph(document, "BTBox")
        ooxml.write_runs(paragraph, runs)
        cell.append(paragraph._p)
        written.append(paragraph)
    row.append(cell)
    table.append(row)
    ooxml.append_table(document, table)
    return written[0], written[-1]


def write_pair(
    document: Document, abreast: PicturesAbreast, pictures: Sequence[Paragraph], style: PageStyle
) -> list[Paragraph | None]:
    """Add two pictures side by side, a row without lines that stays on one page; return the captions' paragraphs."""
    captions: list[Paragraph | None] = []
    widths = [ooxml.twips(width * MM) for width in abreast_widths(abreast, style.page)]
    table = _table(widths, "", (0, 0, 0))
    row = OxmlElement("w:tr")
    row.append(parse_xml(f"<w:trPr {nsdecls('w')}><w:cantSplit/></w:trPr>"))
    for paragraph, words, width in zip(pictures, abreast.captions, widths, strict=True):
        cell = _cell(width, "")
        cell.append(paragraph._p)
        captions.append(ooxml.loose_paragraph(document, ABREAST_LOOK) if words else None)
        if (below := captions[-1]) is not None:
            ooxml.write_words(below, words)
            cell.append(below._p)
        row.append(cell)
    table.append(row)
    ooxml.append_table(document, table)
    return captions


def _table(widths: Sequence[int], lines: str, inset: tuple[float, float, float]) -> Any:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    top, side, bottom = (ooxml.twips(value) for value in inset)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )


def _lines(style: PageStyle, colour: str, size: int) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{style.colours[colour]}"/>'
        for side in _SIDES
    )


def _cell(width: int, shade: str) -> Any:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return parse_xml(
        f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr></w:tc>'
    )
