"""Tables of the Word file: fixed columns, a repeated head, boxes, pictures side by side."""

from __future__ import annotations

from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from desk.edition.design import Design
from desk.edition.page_geometry import MM, geometry
from desk.edition.palette import palette
from desk.press.typeset.picture_sizes import PictureSize
from desk.press.typeset.table_columns import ColumnGrid
from desk.press.word import ooxml
from desk.press.word.page import PageStyle
from desk.press.word.paragraph_styles import paragraph_looks
from desk.press.word.paragraphs import Box, PicturesAbreast, Shot
from desk.press.word.tables import write_box, write_pair, write_table
from desk.text.blocks import Picture, Run, Runs

PAGE = geometry(Design().format)
COLOURS = palette(grey=False)
STYLE = PageStyle(PAGE, paragraph_looks(Design(), PAGE), COLOURS)


def cells(*words: str) -> tuple[Runs, ...]:
    return tuple((Run(one),) for one in words)


def grid(*rows: tuple[Runs, ...], header: bool = True) -> ColumnGrid:
    return ColumnGrid(rows, (0.75, 0.25), 9.0, header)


def table(made: ColumnGrid) -> Any:
    document = docx.Document()
    write_table(document, made, STYLE)
    return document.tables[0]


def test_columns_are_as_wide_as_their_shares() -> None:
    made = table(grid(cells("Đơn vị", "Số"), cells("A", "12")))
    widths = [str(round(113 * MM * share * 20)) for share in (0.75, 0.25)]
    assert made._tbl.xpath("./w:tblGrid/w:gridCol/@w:w") == widths
    assert made._tbl.xpath("./w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w") == widths
    assert made._tbl.xpath("string(./w:tblPr/w:tblW/@w:w)") == str(sum(map(int, widths)))
    assert made._tbl.xpath("string(.//w:tblCellMar/w:left/@w:w)") == "60"
    assert made._tbl.xpath("string(.//w:tblCellMar/w:top/@w:w)") == "40"
    borders = made._tbl.xpath(".//w:tblBorders/*")
    assert {(one.get(qn("w:sz")), one.get(qn("w:color"))) for one in borders} == {("4", COLOURS["line"])}


def test_a_head_is_bold_on_a_ground_and_stands_on_every_page() -> None:
    made = table(grid(cells("Đơn vị", "Số"), cells("A", "12")))
    assert [len(row.xpath("./w:trPr/w:tblHeader")) for row in made._tbl.tr_lst] == [1, 0]
    assert made._tbl.xpath(".//w:shd/@w:fill") == [COLOURS["wash"]] * 2
    assert [run.bold for row in made.rows for cell in row.cells for run in cell.paragraphs[0].runs] == [
        True, True, None, None,
    ]  # fmt: skip
    plain = table(grid(cells("Đơn vị", "Số"), cells("A", "12"), header=False))
    assert not plain._tbl.xpath(".//w:tblHeader")
    assert not plain._tbl.xpath(".//w:shd")


def test_figures_stand_at_the_right_in_cells_of_their_size() -> None:
    made = table(grid(cells("Đơn vị", "Số"), cells("A", "12"), cells("B", "7")))
    aligned = [cell.paragraphs[0].alignment for cell in made.rows[1].cells]
    assert aligned == [None, WD_ALIGN_PARAGRAPH.RIGHT]
    assert {cell.paragraphs[0]._p.style for row in made.rows for cell in row.cells} == {"BTCell90"}


def test_rows_of_many_lines_may_break() -> None:
    short = table(grid(cells("a", "1"), cells("b", "2")))
    assert len(short._tbl.xpath(".//w:cantSplit")) == 2
    endless = table(grid(cells("a", "1"), cells("trường " * 2500, "2")))
    assert not endless._tbl.xpath(".//w:cantSplit")
    assert not table(grid(cells("trường " * 2500, "2"), header=False))._tbl.xpath(".//w:trPr")


def test_a_box_is_one_shaded_cell_in_gold() -> None:
    document = docx.Document()
    write_box(document, Box(((Run("Một"),), (Run("Hai"),))), STYLE)
    made: Any = document.tables[0]
    (cell,) = made.rows[0].cells
    assert [one.text for one in cell.paragraphs] == ["Một", "Hai"]
    assert made._tbl.xpath("string(.//w:shd/@w:fill)") == COLOURS["wash"]
    assert set(made._tbl.xpath(".//w:tblBorders/*/@w:color")) == {COLOURS["gold"]}
    assert set(made._tbl.xpath(".//w:tblBorders/*/@w:sz")) == {"6"}
    assert made._tbl.xpath("string(.//w:tcW/@w:w)") == str(round(113 * MM * 20))
    assert made._tbl.xpath("string(.//w:tblCellMar/w:right/@w:w)") == "180"
    assert not made._tbl.xpath(".//w:cantSplit")


def test_two_pictures_stand_side_by_side_with_their_own_captions() -> None:
    document = docx.Document()
    left, right = (Shot(Picture("", ""), PictureSize("jpg", width, 30.0, 1, 1)) for width in (60.0, 40.0))
    pictures = [ooxml.loose_paragraph(document, "BTPicture") for _ in range(2)]
    write_pair(document, PicturesAbreast((left, right), ("Trái", "")), pictures, STYLE)
    made: Any = document.tables[0]
    assert [[one.text for one in cell.paragraphs] for cell in made.rows[0].cells] == [["", "Trái"], [""]]
    assert made.rows[0].cells[0].paragraphs[1]._p.style == "BTTwin"
    widths = [str(round(width * MM * 20)) for width in (66.5, 46.5)]  # 13 mm are left over
    assert made._tbl.xpath("./w:tblGrid/w:gridCol/@w:w") == widths
    assert made._tbl.xpath(".//w:cantSplit")
    assert not made._tbl.xpath(".//w:tblBorders/*")
    assert made._tbl.xpath(".//w:tblCellMar/*/@w:w") == ["0"] * 4
