"""The week's sheet as a Word file: a true table with a repeated head and merged days, or a block for each day."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import docx as python_docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from desk.dates.lunar_calendar import written
from desk.edition.page_geometry import MM
from desk.edition.palette import COLOURS
from desk.press.typeset.printable_text import printable
from desk.press.word import ooxml
from desk.press.word.paragraph_styles import ParagraphLook
from desk.week_schedule import sheet as week_schedule_sheet
from desk.week_schedule.sheet import DayBlock, DayRows, ScheduleEntry, ScheduleRow, WeekLayout, WeekSheet

_BLACK = "000000"
_INK = dict.fromkeys(COLOURS, _BLACK)  # the bulletin has colours; an office's paper is black
_LOOKS = (
    ParagraphLook("Heading1", "heading 1", 15, 0, 1, "center", bold=True, keep=True, outline=0),
    ParagraphLook("Heading2", "heading 2", 13, 0, 5, "left", bold=True, keep=True, rule=True, outline=1),
    ParagraphLook("LCTWhom", "LCT Dòng dưới tên", 13, 0, 1, "center", bold=True, keep=True),
    ParagraphLook("LCTSpan", "LCT Từ ngày đến ngày", 13, 0, 10, "center", italic=True, keep=True),
    ParagraphLook("LCTSuperior", "LCT Cơ quan cấp trên", 13, 0, 0, "center"),
    ParagraphLook("LCTOffice", "LCT Cơ quan", 13, 0, 0, "center", bold=True),
    ParagraphLook("LCTRule", "LCT Gạch dưới cơ quan", 2, 0, 0, "center", rule=True),
    ParagraphLook("LCTParty", "LCT Tiêu đề Đảng", 14, 0, 4, "center", bold=True),
    ParagraphLook("LCTDated", "LCT Nơi và ngày", 13, 0, 0, "center", italic=True),
    ParagraphLook("LCTGap", "LCT Khoảng cách", 4, 0, 2, "left"),
    ParagraphLook("LCTCellHead", "LCT Đầu cột", 11, 0, 0, "center", bold=True),
    ParagraphLook("LCTDay", "LCT Thứ", 11, 0, 0, "center", bold=True),
    ParagraphLook("LCTCentre", "LCT Ô giữa", 11, 0, 0, "center"),
    ParagraphLook("LCTSmall", "LCT Ngày kỷ niệm", 9.5, 0, 0, "center", italic=True),
    ParagraphLook("LCTCell", "LCT Ô", 11, 0, 0, "left"),
    ParagraphLook("LCTEntry", "LCT Cuộc họp", 13, 0, 2, "left"),
    ParagraphLook("LCTFact", "LCT Chi tiết cuộc họp", 13, 0, 2, "left", left=6 * MM),
    ParagraphLook("LCTInvitation", "LCT Thay giấy mời", 12, 0, 6, "left", bold=True, italic=True, keep=True),
    ParagraphLook("LCTTo", "LCT Nơi nhận", 12, 0, 0, "left", bold=True, italic=True),
    ParagraphLook("LCTCopy", "LCT Dòng nơi nhận", 11, 0, 0, "left"),
    ParagraphLook("LCTRole", "LCT Chức vụ người ký", 13, 0, 45, "center", bold=True, keep=True),
    ParagraphLook("LCTSigner", "LCT Người ký", 13, 0, 0, "center", bold=True),
    ParagraphLook("LCTPage", "LCT Số trang", 12, 0, 0, "center"),
)
_KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml")
_RULE = 28.0  # mm, the line beneath the office's name
_PAPER = (210.0, 297.0)  # mm, A4
_FIRM, _FINE = (8, _BLACK), (4, "6E6E6E")  # eighths of a point, colour
_TOGETHER = 5  # rows of a day that are not parted by a page's end
_BETWEEN = (4, _BLACK)


def docx(sheet: WeekSheet) -> bytes:
    """Return the sheet as a .docx file; the same sheet gives the same bytes."""
    document = python_docx.Document()
    _prepare(document, sheet)
    width = _text_width(sheet)
    _write_letterhead(document, sheet, width)
    _write_title(document, sheet)
    if sheet.layout is WeekLayout.TABLE:
        _write_table(document, week_schedule_sheet.table(sheet))
    else:
        _write_blocks(document, week_schedule_sheet.blocks(sheet))
    _write_closing(document, sheet, width)
    file = io.BytesIO()
    document.save(file)
    return ooxml.same_bytes(file.getvalue())


# -- The frame -------------------------------------------------------------------------------------------


def _text_width(sheet: WeekSheet) -> float:
    """Return the width between the margins in mm."""
    _, right, _, left = week_schedule_sheet.MARGINS[sheet.layout]
    return _PAPER[sheet.layout is WeekLayout.TABLE] - left - right


def _prepare(document: Document, sheet: WeekSheet) -> None:
    """Make python-docx's empty document one of ours: styles, page, page numbers, properties."""
    for holder in (document.part.rels, document.part.package.rels):
        for key, relation in list(holder.items()):
            if not relation.is_external and any(part in relation.target_ref for part in _UNUSED_PARTS):
                del holder[key]
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            root.remove(style)
    root.replace(root.find(qn("w:docDefaults")), parse_xml(ooxml.defaults_xml()))
    for look in _LOOKS:
        root.append(parse_xml(ooxml.style_xml(look, _INK)))
    _write_settings(document)
    _write_page(document, sheet)
    properties = document.core_properties
    properties.title = week_schedule_sheet.document_title(sheet)[:255]  # the format's limit
    properties.author = properties.last_modified_by = week_schedule_sheet.one_line(sheet.office)[:255]
    properties.language = "vi-VN"
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = datetime.combine(sheet.signed_on, time())
    properties.revision = 1


def _write_settings(document: Document) -> None:
    root = document.settings.element
    root.remove(root.find(qn("w:proofState")))
    root.find(qn("w:zoom")).set(qn("w:percent"), "100")
    root.find(qn("w:themeFontLang")).set(qn("w:val"), "vi-VN")
    for setting in root.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _write_page(document: Document, sheet: WeekSheet) -> None:
    section = document.sections[0]
    across = sheet.layout is WeekLayout.TABLE
    short, long = map(Mm, _PAPER)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if across else (short, long)
    top, right, bottom, left = map(Mm, week_schedule_sheet.MARGINS[sheet.layout])
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    section.header_distance, section.footer_distance, section.gutter = Mm(8), Mm(8), Mm(0)
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    number: Any = section.header.paragraphs[0]._p
    number.style = "LCTPage"
    ooxml.field(number, "PAGE", "2")


# -- Words and cells -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph to be: runs of (words, marks), the marks of "b" bold, "i" italic, "u" underlined, "s" struck."""

    look: str
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell to be; `merge` is "restart", "continue" or nothing, `top` the rule above it."""

    words: tuple[_Words, ...] = ()
    merge: str = ""
    span: int = 1
    top: tuple[int, str] | None = None
    fill: str = ""


def _plain(look: str, words: str, marks: str = "") -> _Words:
    return _Words(look, ((words, marks),))


def _fill_in(paragraph: Paragraph, words: _Words) -> None:
    for text, marks in words.runs:
        run = paragraph.add_run(printable(text))
        # None leaves it to the style: a bold style must not be switched off.
        run.bold, run.italic = "b" in marks or None, "i" in marks or None
        run.underline, run.font.strike = "u" in marks or None, "s" in marks or None


def _write(document: Document, words: _Words) -> Paragraph:
    paragraph = ooxml.paragraph(document, words.look)
    _fill_in(paragraph, words)
    return paragraph


def _row(
    document: Document,
    cells: Iterable[_Cell],
    widths: Sequence[float],
    *,
    head: bool = False,
    keep: bool = False,
) -> Any:
    """Return a w:tr that no page end splits; `keep` holds it on the page of what follows."""
    row = OxmlElement("w:tr")
    row.append(parse_xml(f"<w:trPr {nsdecls('w')}><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"))
    at = 0
    for cell in cells:
        element = _cell_element(cell, sum(widths[at : at + cell.span]))
        at += cell.span
        for words in cell.words or (_Words("LCTCell", ()),):
            paragraph = ooxml.loose_paragraph(document, words.look)
            _fill_in(paragraph, words)
            if keep:
                paragraph.paragraph_format.keep_with_next = True
            element.append(paragraph._p)
        row.append(element)
    return row


def _cell_element(cell: _Cell, width: float) -> Any:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    rule = ""
    if cell.top:
        size, colour = cell.top
        rule = (
            f'<w:tcBorders><w:top w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/></w:tcBorders>'
        )
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    return parse_xml(
        f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{ooxml.twips(width * MM)}" w:type="dxa"/>'
        f"{span}{merge}{rule}{fill}</w:tcPr></w:tc>"
    )


def _table(document: Document, widths: Sequence[float], side: float, *, ruled: bool) -> Any:
    """Add an empty table of fixed columns in mm; `side` is the space beside a cell's words in points."""
    rules = {"top": _FIRM, "left": _FIRM, "bottom": _FIRM, "right": _FIRM, "insideH": _FINE, "insideV": _FINE}
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for edge, (size, colour) in rules.items()
    )
    twips = [ooxml.twips(width * MM) for width in widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    above = ooxml.twips(1.5 if ruled else 0)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"{f'<w:tblBorders>{borders}</w:tblBorders>' if ruled else ''}"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{above}" w:type="dxa"/>'
        f'<w:left w:w="{ooxml.twips(side)}" w:type="dxa"/><w:bottom w:w="{above}" w:type="dxa"/>'
        f'<w:right w:w="{ooxml.twips(side)}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )
    ooxml.append_table(document, table)
    return table


# -- Head and foot ---------------------------------------------------------------------------------------


def _write_letterhead(document: Document, sheet: WeekSheet, width: float) -> None:
    halves = (width / 2, width / 2)
    office = (
        [_plain("LCTSuperior", week_schedule_sheet.clean(sheet.superior))] if sheet.superior.strip() else []
    )
    office += [_plain("LCTOffice", week_schedule_sheet.clean(sheet.office)), _Words("LCTRule", ())]
    nation = (
        _plain("LCTParty", week_schedule_sheet.PARTY, "u"),
        _plain("LCTDated", week_schedule_sheet.place_and_date(sheet)),
    )
    table = _table(document, halves, 0, ruled=False)
    row = _row(document, (_Cell(tuple(office)), _Cell(nation)), halves)
    table.append(row)
    rule = Paragraph(row.xpath(".//w:p[w:pPr/w:pStyle/@w:val='LCTRule']")[0], document._body)
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = Mm((width / 2 - _RULE) / 2)


def _write_title(document: Document, sheet: WeekSheet) -> None:
    _write(document, _Words("LCTGap", ()))
    for number, words in enumerate(week_schedule_sheet.headings(sheet)):
        _write(document, _plain("LCTWhom" if number else "Heading1", words))
    _write(document, _plain("LCTSpan", week_schedule_sheet.span(sheet)))


def _write_closing(document: Document, sheet: WeekSheet, width: float) -> None:
    gap = _write(document, _Words("LCTGap", ()))
    gap.paragraph_format.keep_with_next = True
    if sheet.replaces_invitation:
        _write(document, _plain("LCTInvitation", week_schedule_sheet.INVITATION))
    copies = [_plain("LCTCopy", words) for words in week_schedule_sheet.copies(sheet)]
    if copies:
        copies.insert(0, _plain("LCTTo", week_schedule_sheet.COPIES))
    signed = (
        _plain("LCTRole", week_schedule_sheet.clean(sheet.signer_role)),
        _plain("LCTSigner", week_schedule_sheet.clean(sheet.signer)),
    )
    halves = (width / 2, width / 2)
    table = _table(document, halves, 0, ruled=False)
    table.append(_row(document, (_Cell(tuple(copies)), _Cell(signed)), halves))
    # A body may not end with a table; the paragraph that must follow takes no page of its own.
    _write(document, _Words("LCTGap", ())).paragraph_format.keep_together = True


# -- The table -------------------------------------------------------------------------------------------


def _write_table(document: Document, days: Sequence[DayRows]) -> None:
    widths = week_schedule_sheet.WIDTHS
    table = _table(document, widths, 3.0, ruled=True)
    heads = (_Cell((_plain("LCTCellHead", words),), fill="ECECEC") for words in week_schedule_sheet.HEADS)
    table.append(_row(document, heads, widths, head=True))
    grouped = [_day_rows(day) for day in days]
    if not any(grouped):
        grouped = [[[_Cell((_plain("LCTCentre", week_schedule_sheet.NOTHING, "i"),), span=len(widths))]]]
    for at, rows in enumerate(grouped, 1):
        for number, cells in enumerate(rows, 1):
            # A day of a few rows stays on one page, its name with it; the last row stays with the signature.
            last = at == len(grouped) and number == len(rows)
            table.append(_row(document, cells, widths, keep=last or (number < len(rows) <= _TOGETHER)))


def _day_rows(day: DayRows) -> list[list[_Cell]]:
    """Return the cells of a day's rows; the day's and the half-days' cells are merged downwards."""
    named = (
        _plain("LCTDay", day.name),
        _plain("LCTCentre", day.date),
        *(_plain("LCTSmall", words) for words in day.small),
    )
    if not day.groups:
        nothing = _Cell(
            (_plain("LCTCell", week_schedule_sheet.NOTHING, "i"),),
            span=len(week_schedule_sheet.HEADS) - 1,
            top=_FIRM,
        )
        return [[_Cell(named, top=_FIRM), nothing]]
    made: list[list[_Cell]] = []
    for group in day.groups:
        for nth, row in enumerate(group.rows):
            top = _FINE if nth else _BETWEEN if made else _FIRM
            first = _Cell((), "continue") if made else _Cell(named, "restart", top=_FIRM)
            half = (
                _Cell((), "continue")
                if nth
                else _Cell((_plain("LCTCentre", group.name),), "restart", top=top)
            )
            made.append([first, half, *_cells(row, top)])
    return made


def _cells(row: ScheduleRow, top: tuple[int, str]) -> list[_Cell]:
    struck = "s" if row.struck else ""
    title = [(row.title, struck)]
    if row.note:
        title += [(" ", ""), (row.note, "bi")]
    stacked = [
        (_plain("LCTCentre", row.hours, struck),),
        (_Words("LCTCell", tuple(title)),),
        *(
            tuple(_plain("LCTCell", words, struck) for words in cell)
            for cell in (row.chairs, row.attendees, (row.place,), (row.unit,))
        ),
    ]
    return [_Cell(words, top=top) for words in stacked]


# -- The blocks ------------------------------------------------------------------------------------------


def _write_blocks(document: Document, days: Sequence[DayBlock]) -> None:
    for day in days:
        name = f"{week_schedule_sheet.weekday(day.date)}, ngày {written(day.date)}"
        heading = _write(document, _plain("Heading2", name))
        if day.small:
            small = heading.add_run(f" – {'; '.join(day.small)}")
            small.bold, small.italic = False, True
        for number, entry in enumerate(day.entries, 1):
            # The last meeting stays with the signature, which never stands on a page alone.
            _write_entry(document, entry, keep=day is days[-1] and number == len(day.entries))
    if not days:
        _write(document, _plain("LCTSpan", week_schedule_sheet.NOTHING))


def _write_entry(document: Document, entry: ScheduleEntry, *, keep: bool) -> None:
    struck = "s" if entry.struck else ""
    title = [(f"{entry.lead}:", f"b{struck}"), (f" {entry.title}", struck)]
    if not entry.lead:
        title = [(entry.title, struck)]
    if entry.note:
        title += [(" ", ""), (entry.note, "bi")]
    lines = [_Words("LCTEntry", tuple(title))]
    lines += [
        _Words("LCTFact", (("- ", struck), (f"{label}:", f"i{struck}"), (f" {words}", struck)))
        for label, words in entry.facts
    ]
    for number, words in enumerate(lines, 1):
        paragraph = _write(document, words)
        paragraph.paragraph_format.keep_together = True
        if number < len(lines) or keep:
            paragraph.paragraph_format.keep_with_next = True
        if number == len(lines):
            paragraph.paragraph_format.space_after = Pt(7)
