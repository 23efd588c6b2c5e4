"""The Word file's frame: page, running heads, properties, imprint, and a cell of a page's height."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition
from desk.edition.masthead import ImprintLine
from desk.edition.page_geometry import MM, geometry
from desk.edition.palette import palette
from desk.press.word.document import word
from desk.press.word.page import PageStyle, columns, page_cell, prepare, write_imprint
from desk.press.word.paragraph_styles import paragraph_looks
from tests.desk.press import editions
from tests.desk.press.word.opened import opened_word


def test_the_file_says_what_it_is() -> None:
    properties = opened_word(word(editions.short_issue())).core_properties
    assert properties.title == "Bản tin Thông báo nội bộ – Số 4/2019"
    assert properties.author == "Ban Tuyên giáo Tỉnh ủy"
    assert properties.language == "vi-VN"
    assert properties.created is not None
    assert properties.created.replace(tzinfo=UTC) == datetime(2019, 4, 1, tzinfo=UTC)
    assert properties.comments == ""


def test_page_and_running_heads() -> None:
    document = opened_word(word(editions.short_issue()))
    section = document.sections[0]
    width, height = section.page_width, section.page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (148, 210)
    assert section.header.paragraphs[0].text == "Số 4/2019\tBản tin Thông báo nội bộ"
    assert section.even_page_header.paragraphs[0].text == "Bản tin Thông báo nội bộ\tSố 4/2019"
    assert section.first_page_header.paragraphs[0].text == ""
    assert section.first_page_footer.paragraphs[0].text == ""
    for foot in (section.footer, section.even_page_footer):
        assert "PAGE" in etree.tostring(foot._element).decode()
    settings = [etree.QName(child).localname for child in document.settings.element]
    assert settings.index("mirrorMargins") < settings.index("defaultTabStop")
    assert "evenAndOddHeaders" in settings


def test_no_part_of_the_template_speaks_for_somebody_else() -> None:
    with zipfile.ZipFile(io.BytesIO(word(editions.short_issue()))) as file:
        names = file.namelist()
        assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name]
        assert b"python-docx" not in file.read("docProps/core.xml")
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def framed(edition: Edition) -> tuple[Any, PageStyle]:
    """Return an empty document with the frame of an edition."""
    page = geometry(edition.design.format)
    style = PageStyle(page, paragraph_looks(edition.design, page), palette(grey=False))
    document = docx.Document()
    prepare(document, edition, style)
    return document, style


def test_the_file_holds_our_styles_and_words_few() -> None:
    document, style = framed(editions.short_issue())
    known = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
    assert {one.style_id for one in document.styles} == known | set(style.looks)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [one.get(qn("w:ascii")) for one in defaults.iter(qn("w:rFonts"))] == ["Times New Roman"]
    assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == ["vi-VN"]


def test_the_file_is_set_as_word_itself_would_set_it() -> None:
    def settings(document: Any) -> tuple[Any, dict[str, str]]:
        root = document.settings.element
        modes = root.iter(qn("w:compatSetting"))
        return root, {one.get(qn("w:name")): one.get(qn("w:val")) for one in modes}

    document, _ = framed(editions.short_issue())
    (root, modes), (_, before) = settings(document), settings(docx.Document())
    assert modes == before | {"compatibilityMode": "15"}
    assert root.find(qn("w:proofState")) is None
    assert root.find(qn("w:zoom")).get(qn("w:percent")) == "100"
    assert root.find(qn("w:compat"))[0].tag == qn("w:doNotExpandShiftReturn")
    assert root.find(qn("w:themeFontLang")).get(qn("w:val")) == "vi-VN"
    assert document.core_properties.revision == 1


def test_the_cover_has_a_head_and_a_foot_of_its_own() -> None:
    part = framed(editions.short_issue())[0].sections[0]
    own = (part.first_page_header, part.first_page_footer, part.header, part.footer)
    assert not any(one.is_linked_to_previous for one in own)


def test_margins_are_those_of_the_format() -> None:
    document, _ = framed(replace(editions.short_issue(), design=Design(format=PageFormat.A4)))
    part = document.sections[0]
    assert [round(side.mm, 1) for side in (part.left_margin, part.right_margin, part.top_margin)] == [
        22,
        18,
        20,
    ]
    assert (part.bottom_margin, part.gutter) == (part.top_margin, 0)
    assert part.different_first_page_header_footer


def test_a_long_title_is_cut_where_the_format_ends() -> None:
    names = replace(editions.NAMES, department="a" * 256)
    document, _ = framed(replace(editions.short_issue(), names=names))
    assert document.core_properties.author == "a" * 255


def test_columns_begin_a_section_with_the_heads_of_the_one_before() -> None:
    document, style = framed(replace(editions.short_issue(), design=Design(format=PageFormat.A4)))
    columns(document, style.page, 2)
    last = document.sections[-1]
    cols = last._sectPr.find(qn("w:cols"))
    assert (cols.get(qn("w:num")), cols.get(qn("w:space"))) == ("2", str(round(7 * MM * 20)))
    assert not last.different_first_page_header_footer
    assert document.paragraphs[-1]._p.style == "BTGap"


def test_a_cell_of_a_pages_height() -> None:
    document, style = framed(editions.short_issue())
    cell = page_cell(document, style, 100, "bottom", fill="red")
    row = cell.getparent()
    assert row.xpath("string(./w:trPr/w:trHeight/@w:val)") == str(round(100 * MM * 20))
    assert cell.xpath("string(.//w:shd/@w:fill)") == palette(grey=False)["red"]
    assert cell.xpath("string(.//w:vAlign/@w:val)") == "bottom"
    assert cell.xpath("string(.//w:tcW/@w:w)") == str(round(113 * MM * 20))
    assert not page_cell(document, style, 100, "center").xpath(".//w:shd")


def test_the_imprint_stands_at_the_foot_of_a_page_of_its_own() -> None:
    document, style = framed(editions.short_issue())
    write_imprint(document, (), style)
    assert not document.tables
    write_imprint(document, (ImprintLine("In:", "100 cuốn"), ImprintLine("", "Nộp lưu chiểu")), style)
    (cell,) = document.tables[0].rows[0].cells
    assert [one.text.replace("\xa0", " ") for one in cell.paragraphs] == ["In: 100 cuốn", "Nộp lưu chiểu"]
    assert [run.bold for run in cell.paragraphs[0].runs] == [True, None]
    assert [bool(one._p.xpath(".//w:pBdr")) for one in cell.paragraphs] == [True, False]
    height = document.tables[0]._tbl.xpath("string(.//w:trHeight/@w:val)")
    assert height == str(round((210 - 2 * 18) * 0.95 * MM * 20))
    assert document.paragraphs[-2].paragraph_format.page_break_before
    assert not document.paragraphs[-1].paragraph_format.page_break_before


def test_the_code_of_the_journal_ends_the_imprint_in_small_letters() -> None:
    document, style = framed(editions.short_issue())
    write_imprint(document, (ImprintLine("In:", "100 cuốn"),), style, code="Mã: 2-ab")
    last = document.tables[0].rows[0].cells[0].paragraphs[-1]
    assert (last.text, last.runs[0].font.size) == ("Mã: 2-ab", Pt(6.5))
    write_imprint(document, (), style, code="Mã: 2-ab")
    assert [one.text for one in document.tables[1].rows[0].cells[0].paragraphs] == ["Mã: 2-ab"]


def test_on_two_columns_the_imprint_goes_over_both() -> None:
    document, style = framed(replace(editions.short_issue(), design=Design(format=PageFormat.A4)))
    columns(document, style.page, 2)
    write_imprint(document, (ImprintLine("", "Nộp lưu chiểu"),), style)
    assert document.sections[-1]._sectPr.find(qn("w:cols")).get(qn("w:num")) == "1"
    kinds = [etree.QName(child).localname for child in document.element.body]
    assert kinds == ["p", "p", "p", "tbl", "p", "sectPr"]  # two ends of sections, then a line of its own
