"""The Word file's frame: styles, page, running heads and feet, imprint, properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer, _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from desk.edition import masthead
from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, Geometry
from desk.press.typeset.printable_text import printable
from desk.press.word import ooxml
from desk.press.word.paragraph_styles import ParagraphLook
from desk.text.blocks import Run

_CODE = 6.5  # points of its letters
_LAST_PAGE = 0.95  # of the room on the imprint's page: the paragraphs round its table need the rest
_KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml")


@dataclass(frozen=True, slots=True)
class PageStyle:
    """What the parts of a Word file are paragraph_looks in."""

    page: Geometry
    looks: Mapping[str, ParagraphLook]
    colours: Mapping[str, str]


def prepare(document: Document, edition: Edition, style: PageStyle) -> None:
    """Make python-docx's empty document one of ours: styles, page, heads, properties."""
    _drop_unused(document)
    _write_styles(document, style)
    _write_settings(document)
    _write_properties(document, edition)
    section = document.sections[0]
    page = style.page
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.left_margin, section.right_margin = Mm(page.inside), Mm(page.outside)  # the margins are mirrored
    section.top_margin = section.bottom_margin = Mm(page.top)
    section.header_distance, section.footer_distance = Mm(9.5), Mm(9)
    section.gutter = Mm(0)
    section.different_first_page_header_footer = True
    name, label = masthead.name(edition), edition.label
    _head(section.header, label, name)
    _head(section.even_page_header, name, label)
    _foot(section.footer, "BTFootOdd")
    _foot(section.even_page_footer, "BTFootEven")
    # Written though empty: a missing first-page head is inherited, and the cover would carry one.
    for blank in (section.first_page_header, section.first_page_footer):
        blank.is_linked_to_previous = False


def _drop_unused(document: Document) -> None:
    """Leave out what the template brings and nobody reads: a thumbnail of another document, old styles."""
    for holder in (document.part.rels, document.part.package.rels):
        for key, relation in list(holder.items()):
            if not relation.is_external and any(part in relation.target_ref for part in _UNUSED_PARTS):
                del holder[key]


def _write_styles(document: Document, style: PageStyle) -> None:
    root = document.styles.element
    for element in list(root.findall(qn("w:style"))):
        if element.get(qn("w:styleId")) not in _KEPT_STYLES:
            root.remove(element)
    defaults = root.find(qn("w:docDefaults"))
    root.replace(defaults, parse_xml(ooxml.defaults_xml()))
    for look in style.looks.values():
        root.append(parse_xml(ooxml.style_xml(look, style.colours)))


def _write_settings(document: Document) -> None:
    settings = document.settings
    settings.odd_and_even_pages_header_footer = True
    root = settings.element
    # The schema wants w:mirrorMargins before these; Word calls a file with another order damaged.
    before = root.find(qn("w:proofState"))
    before.addprevious(parse_xml(f"<w:mirrorMargins {nsdecls('w')}/>"))
    root.remove(before)
    zoom = root.find(qn("w:zoom"))
    zoom.set(qn("w:percent"), "100")
    for setting in root.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    # The words before a line break are not pulled apart to fill their line.
    root.find(qn("w:compat")).insert(0, parse_xml(f"<w:doNotExpandShiftReturn {nsdecls('w')}/>"))
    language = root.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), "vi-VN")


def _write_properties(document: Document, edition: Edition) -> None:
    day = datetime.combine(masthead.day_of(edition), time())
    properties = document.core_properties
    properties.title = _property(masthead.document_title(edition))
    properties.author = properties.last_modified_by = _property(edition.names.department)
    properties.subject = _property(masthead.name(edition))
    properties.language = "vi-VN"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = day
    properties.revision = 1


def _property(words: str) -> str:
    return printable(words)[:255]  # the format's limit


def _head(head: _Header, left: str, right: str) -> None:
    paragraph = _only_paragraph(head, "BTHead")
    paragraph._p.append(ooxml.text_run(left))
    paragraph._p.append(ooxml.tab_run())
    paragraph._p.append(ooxml.text_run(right))


def _foot(foot: _Footer, look: str) -> None:
    ooxml.field(_only_paragraph(foot, look)._p, "PAGE", "2")


def _only_paragraph(part: _Header | _Footer, look: str) -> Paragraph:
    part.is_linked_to_previous = False
    paragraph: Paragraph = part.paragraphs[0]
    paragraph._p.style = look
    return paragraph


# -- Imprint and cells of a page's height ----------------------------------------------------------------


def write_imprint(
    document: Document, lines: tuple[masthead.ImprintLine, ...], style: PageStyle, *, code: str = ""
) -> None:
    """Write the imprint at the foot of a page of its own, the last, and below it in small letters its `code`."""
    if not lines and not code:
        return
    if style.page.columns > 1:
        columns(document, style.page, 1)
        ooxml.paragraph(document, "BTGap")
    else:
        ooxml.paragraph(document, "BTGap").paragraph_format.page_break_before = True
    cell = page_cell(document, style, (style.page.height - 2 * style.page.top) * _LAST_PAGE, "bottom")
    for number, line in enumerate(lines):
        paragraph = ooxml.loose_paragraph(document, "BTImprint")
        if number == 0:
            border = f'<w:top w:val="single" w:sz="6" w:space="6" w:color="{style.colours["gold"]}"/>'
            named: Any = paragraph._p.get_or_add_pPr().find(qn("w:pStyle"))
            named.addnext(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))
        if line.label:
            ooxml.write_runs(paragraph, (Run(f"{line.label} "),), bold=True)
        ooxml.write_words(paragraph, masthead.unparted(line.words))
        cell.append(paragraph._p)
    if code:
        paragraph = ooxml.loose_paragraph(document, "BTImprint")
        ooxml.write_words(paragraph, code)
        paragraph.runs[0].font.size = Pt(_CODE)
        cell.append(paragraph._p)
    ooxml.paragraph(document, "BTGap")


def columns(document: Document, page: Geometry, count: int) -> None:
    """Begin a section on a new page, in so many columns; its heads and feet are those of the section before."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1]._p.style = "BTGap"  # it carries the end of the section before
    section.different_first_page_header_footer = False
    cols = section._sectPr.find(qn("w:cols"))
    for name, value in (("num", count), ("space", ooxml.twips(page.gutter * MM))):
        cols.set(qn(f"w:{name}"), str(value))


def page_cell(
    document: Document, style: PageStyle, height: float, place: str, *, fill: str = "", borders: str = ""
) -> Any:
    """Add a table of one cell, the only thing that Word and LibreOffice both set to the foot of a page.

    `height` is in millimetres, `fill` a name of the palette, `borders` the markup of its borders.
    """
    width = ooxml.twips(style.page.text * MM)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{style.colours[fill]}"/>' if fill else ""
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{ooxml.twips(height * MM)}" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="{place}"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    ooxml.append_table(document, table)
    return table.find(f".//{qn('w:tc')}")
