"""The Word file's frame: styles, page, running heads and feet, cover, imprint, properties."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer, _Header
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from desk.press import masthead, ooxml
from desk.press.edition import Edition
from desk.press.looks import GOLD, LOOKS, MM, RED
from desk.press.plates import COLUMN
from desk.press.signs import printable
from desk.text import Run

_FIELD = 118  # mm, the height of the cover's red field
_LAST_PAGE = 166  # mm, the imprint's page less what the paragraphs round its table need
_KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml")


def prepare(document: Document, edition: Edition) -> None:
    """Make python-docx's empty document one of ours: styles, page, heads, properties."""
    _drop_unused(document)
    _write_styles(document)
    _write_settings(document)
    _write_properties(document, edition)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin, section.right_margin = Mm(20), Mm(15)  # inner and outer: the margins are mirrored
    section.top_margin = section.bottom_margin = Mm(18)
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


def _write_styles(document: Document) -> None:
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            root.remove(style)
    defaults = root.find(qn("w:docDefaults"))
    root.replace(defaults, parse_xml(ooxml.defaults_xml()))
    for look in LOOKS:
        root.append(parse_xml(ooxml.style_xml(look)))


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


# -- Cover and imprint -----------------------------------------------------------------------------------


def write_cover(document: Document, cover: masthead.Cover) -> None:
    """Write the first page: a red field with the names, the issue below it."""
    cell = _page_cell(document, _FIELD, "center", ruled=True, fill=RED)
    lines = (
        ("BTCoverSmall", cover.committee),
        ("BTCoverBody", cover.department),
        ("BTCoverKind", cover.kind),
        ("BTCoverName", cover.bulletin),
        ("BTCoverPurpose", cover.purpose),
    )
    for look, words in lines:
        paragraph = ooxml.loose_paragraph(document, look)
        ooxml.write_words(paragraph, words)
        cell.append(paragraph._p)
    ooxml.paragraph(document, "BTGap").paragraph_format.space_after = Mm(8)
    for look, words in (
        ("BTCoverIssue", cover.issue),
        ("BTCoverPlain", cover.circulation),
        ("BTCoverPlace", cover.place),
    ):
        ooxml.write_words(ooxml.paragraph(document, look), words)


def write_imprint(document: Document, lines: tuple[masthead.ImprintLine, ...]) -> None:
    """Write the imprint at the foot of a page of its own, the last."""
    if not lines:
        return
    ooxml.paragraph(document, "BTGap").paragraph_format.page_break_before = True
    cell = _page_cell(document, _LAST_PAGE, "bottom", ruled=False)
    for number, line in enumerate(lines):
        paragraph = ooxml.loose_paragraph(document, "BTImprint")
        if number == 0:
            border = f'<w:top w:val="single" w:sz="6" w:space="6" w:color="{GOLD}"/>'
            style: Any = paragraph._p.get_or_add_pPr().find(qn("w:pStyle"))
            style.addnext(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))
        if line.label:
            ooxml.write_runs(paragraph, (Run(f"{line.label} "),), bold=True)
        ooxml.write_words(paragraph, line.words)
        cell.append(paragraph._p)
    ooxml.paragraph(document, "BTGap")


def _page_cell(document: Document, height: float, place: str, *, ruled: bool, fill: str = "") -> Any:
    """Add a table of one cell, the only thing that Word and LibreOffice both set to the foot of a page."""
    width = ooxml.twips(COLUMN * MM)
    rule = f'<w:bottom w:val="single" w:sz="36" w:space="0" w:color="{GOLD}"/>' if ruled else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rule}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{ooxml.twips(height * MM)}" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="{place}"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    ooxml.append_table(document, table)
    return table.find(f".//{qn('w:tc')}")
