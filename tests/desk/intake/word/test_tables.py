"""Word's tables: spread cells, deleted rows, tables that only lay out a page."""

from __future__ import annotations

from desk.intake.document import IntakeDocument
from desk.intake.result import Dropped
from desk.intake.word.docx import read_docx
from desk.text.blocks import Picture, Table, plain
from tests.desk.intake.word.making import docx, drawing, paragraph, part, png

_LINES = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
_LONG = "Cuộc sống ở bản đã đổi khác nhiều. " * 14
_SENTENCE = "Thửa đất nằm ngay mặt đường, có người trả gần một tỷ đồng."


def _cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def _row(*cells: str, properties: str = "") -> str:
    given = (cell if cell.startswith("<w:tc>") else _cell(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(given)}</w:tr>"


def _read(*rows: str, lines: str = "", original: bool = False) -> IntakeDocument:
    body = f"<w:tbl>{lines}{''.join(rows)}</w:tbl>"
    return read_docx(docx(body, {"i.png": png()}, ("i", "image", "i.png", False)), "a", original=original)


def _table(document: IntakeDocument) -> list[list[str]]:
    (table,) = (piece.block for piece in document.pieces if isinstance(piece.block, Table))
    return [[plain(cell) for cell in row] for row in table.rows]


def _order(document: IntakeDocument) -> list[str]:
    return ["ẢNH" if isinstance(piece.block, Picture) else piece.words for piece in document.pieces]


_PICTURE = f"<w:p>{drawing('i')}</w:p>"


def test_cells_that_spread_leave_empty_ones() -> None:
    document = _read(
        _row("Huyện", "Điểm", _cell("Xếp hạng", '<w:gridSpan w:val="2"/>')),
        _row(_cell("Thấp", '<w:vMerge w:val="restart"/>'), "a", "1", "x"),
        _row(_cell("", "<w:vMerge/>"), "b", "2", "y"),
        _row("Cao", "c", "3", "z"),
    )
    assert _table(document) == [
        ["Huyện", "Điểm", "Xếp hạng", ""],
        ["Thấp", "a", "1", "x"],
        ["", "b", "2", "y"],
        ["Cao", "c", "3", "z"],
    ]
    assert document.left_out == {Dropped.MERGED_CELLS: 2}


def test_a_cell_that_spreads_over_very_many_rows_keeps_the_columns() -> None:
    rows = [_row(_cell("A", '<w:vMerge w:val="restart"/>'), "0")]
    rows += [_row(_cell("", "<w:vMerge/>"), str(at)) for at in range(1, 100)]
    assert _table(_read(*rows)) == [["A" if at == 0 else "", str(at)] for at in range(100)]


def test_old_files_spread_sideways_otherwise_and_begin_rows_later() -> None:
    first = _row(_cell("A", '<w:hMerge w:val="restart"/>'), _cell("", "<w:hMerge/>"), "c")
    later = _row("c", properties='<w:gridBefore w:val="2"/>')
    assert _table(_read(first, later)) == [["A", "", "c"], ["", "", "c"]]


def test_deleted_rows_and_cells_are_gone_and_were_there_before() -> None:
    rows = (
        _row("2013", "44"),
        _row("2018", "87", properties="<w:del/>"),
        _row("2023", "131", properties="<w:ins/>"),
        _row("cũ", _cell("x", "<w:cellDel/>"), "y"),
    )
    assert _table(_read(*rows)) == [["2013", "44"], ["2023", "131"], ["cũ", "y"]]
    assert _table(_read(*rows, original=True)) == [["2013", "44", ""], ["2018", "87", ""], ["cũ", "x", "y"]]
    assert _read(*rows).left_out == {Dropped.TRACKED: 3}


def test_a_hidden_row_is_not_read_but_counted() -> None:
    document = _read(
        "<w:tr><w:trPr><w:hidden/></w:trPr></w:tr>",
        _row("a", "b"),
        _row("ẩn", "x", properties="<w:hidden/>"),
        _row("c", "d"),
    )
    assert _table(document) == [["a", "b"], ["c", "d"]]
    assert document.left_out == {Dropped.HIDDEN: 1}


def test_a_row_that_is_repeated_on_every_page_is_the_head() -> None:
    (piece,) = _read(_row("a", "b", properties="<w:tblHeader/>"), _row("c", "d")).pieces
    assert isinstance(piece.block, Table)
    assert piece.block.header


def test_rows_and_cells_in_controls_are_read() -> None:
    row = _row("a", "b")
    assert _table(_read(f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>", row)) == [
        ["a", "b"],
        ["a", "b"],
    ]


def test_a_table_of_one_column_is_its_paragraphs() -> None:
    document = _read(
        _row(_cell(paragraph("Tít", '<w:jc w:val="center"/>') + paragraph("Sapô"))), _row("Thân")
    )
    assert _order(document) == ["Tít", "Sapô", "Thân"]
    assert document.pieces[0].centred
    assert document.pieces[0].source == "p1"


def test_pictures_come_before_their_captions() -> None:
    side_by_side = _read(_row(_PICTURE, _PICTURE), _row("Kéo co", "Mâm cơm"), lines=_LINES)
    assert _order(side_by_side) == ["ẢNH", "Kéo co", "ẢNH", "Mâm cơm"]
    inside = _read(_row(_PICTURE + paragraph("Kéo co"), _PICTURE + paragraph("Mâm cơm")))
    assert _order(inside) == ["ẢNH", "Kéo co", "ẢNH", "Mâm cơm"]
    one_for_two = _read(_row(_PICTURE, _PICTURE), _row(_cell("Hai ảnh", '<w:gridSpan w:val="2"/>')))
    assert _order(one_for_two) == ["ẢNH", "Hai ảnh", "ẢNH"]


def test_a_table_that_lays_out_text_is_read_column_by_column() -> None:
    columns = _row(_cell(paragraph(_LONG) + paragraph("a")), "b")
    assert _order(_read(columns))[1:] == ["a", "b"]
    assert len(_order(_read(columns, lines=_LINES))) == 1
    assert _order(_read(_row(_PICTURE + paragraph("Chú thích"), _SENTENCE))) == [
        "ẢNH",
        "Chú thích",
        _SENTENCE,
    ]


def test_a_letterhead_stays_a_table() -> None:
    left = paragraph("ĐẢNG BỘ TỈNH") + paragraph("HUYỆN ỦY")
    right = paragraph("ĐẢNG CỘNG SẢN VIỆT NAM") + paragraph("Nậm Lư, ngày 06 tháng 3 năm 2024")
    assert len(_order(_read(_row(_cell(left), _cell(right))))) == 1
    assert _order(_read(_row(_cell(_PICTURE + left), _cell(right))))[1:] == ["ẢNH"]


def test_a_style_may_draw_the_lines() -> None:
    lines = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    styles = part("styles", f'<w:style w:type="table" w:styleId="G">{lines}</w:style>')
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="G"/></w:tblPr>{_row(_cell(paragraph(_LONG) * 2), "b")}</w:tbl>'
    )
    assert len(read_docx(docx(table, {"styles.xml": styles}), "a").pieces) == 1
    assert len(read_docx(docx(table), "a").pieces) == 3


def test_a_table_in_a_cell_is_words_of_the_cell() -> None:
    inner = f"<w:tbl>{_row('2022', '2023')}</w:tbl>" + paragraph("")
    assert _table(_read(_row("Tân Hòa", _cell(paragraph("Cờ") + inner)))) == [["Tân Hòa", "Cờ\n2022\t2023"]]


def test_an_empty_table_is_nothing() -> None:
    assert _read().pieces == ()
    assert _read("<w:tr/>").pieces == ()
