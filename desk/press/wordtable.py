"""Tables of the Word file: fixed columns, a head repeated on every page, letters sized to the columns."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from desk.press import ooxml
from desk.press.columns import Grid
from desk.press.looks import MM, cell_look
from desk.press.pagination import CELL_BOTTOM, CELL_SIDE, CELL_TOP
from desk.press.plates import COLUMN

_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C8A85"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_HEAD_SHADE = "F6EFE2"


def write_table(document: Document, grid: Grid) -> None:
    """Add a table. Built from elements: python-docx looks through the whole table for every cell."""
    widths = [ooxml.twips(share * COLUMN * MM) for share in grid.shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{ooxml.twips(CELL_TOP)}" w:type="dxa"/><w:left w:w="{ooxml.twips(CELL_SIDE)}" w:type="dxa"/>'
        f'<w:bottom w:w="{ooxml.twips(CELL_BOTTOM)}" w:type="dxa"/>'
        f'<w:right w:w="{ooxml.twips(CELL_SIDE)}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )
    look = cell_look(grid.size)
    for number, cells in enumerate(grid.rows):
        head = grid.header and number == 0
        row = OxmlElement("w:tr")
        if head:
            row.append(parse_xml(f"<w:trPr {nsdecls('w')}><w:tblHeader/></w:trPr>"))
        for runs, width in zip(cells, widths, strict=True):
            cell = _cell(width, _HEAD_SHADE if head else "")
            paragraph = ooxml.loose_paragraph(document, look)
            ooxml.write_runs(paragraph, runs, bold=head)
            cell.append(paragraph._p)
            row.append(cell)
        table.append(row)
    ooxml.append_table(document, table)


def _cell(width: int, shade: str) -> Any:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return parse_xml(
        f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr></w:tc>'
    )
