"""One article as a Word document of its own: no cover, no contents, nothing of an issue."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.oxml.ns import qn

from desk.edition.edition import Edition, Names, Piece, SectionPart
from desk.edition.outputs import DPI, Output
from desk.edition.page_geometry import geometry
from desk.edition.palette import palette
from desk.press.typeset.picture_output import reproduced
from desk.press.typeset.printable_text import printable
from desk.press.word import ooxml
from desk.press.word.document import Body, listings
from desk.press.word.page import PageStyle, prepare
from desk.press.word.paragraph_styles import paragraph_looks
from desk.press.word.paragraphs import Para, paragraphs_of
from desk.press.word.stamped import put_stamp
from desk.text.blocks import ArticleText, Picture, Run, pictures_of
from desk.text.stamp import Stamp


def article_word(
    text: ArticleText, pictures: Mapping[str, bytes], names: Names, year: int, stamp: Stamp | None = None
) -> bytes:
    """Return an article as a .docx file; a picture that is not there leaves its caption.

    With a stamp its paragraphs carry the ids of their blocks, so that it can come back corrected.
    """
    there = {key: pictures[key] for key in pictures_of(text) if key in pictures}
    blocks = tuple(block for block in text.blocks if not isinstance(block, Picture) or block.picture in there)
    lost = [
        block.caption for block in text.blocks if isinstance(block, Picture) and block.picture not in there
    ]
    shown = ArticleText(text.title, text.lead, text.byline, text.event_date, blocks)
    part = SectionPart("", (Piece(1, 1, "", shown),))
    edition = Edition("", year, 1, names, (part,), there, special=True)
    items = [one for one in paragraphs_of(edition) if not (isinstance(one, Para) and one.new_page)]
    items += [
        Para("BTBody", (Run(f"[Ảnh không còn: {caption}]" if caption else "[Ảnh không còn]"),))
        for caption in lost
    ]
    page = geometry(edition.design.format)
    style = PageStyle(page, paragraph_looks(edition.design, page), palette(grey=False))
    printed = reproduced(edition, dpi=DPI[Output.WORD], grey=False)
    document = docx.Document()
    prepare(document, edition, style)
    _name(document, text.title)
    ooxml.write_numbering(document, listings(items))
    there = {key: picture.data for key, picture in printed.items()}
    Body(document, there, style, marked=stamp is not None).write(items)
    if stamp is not None:
        put_stamp(document, stamp)
    file = io.BytesIO()
    document.save(file)
    return ooxml.same_bytes(file.getvalue())


def _name(document: Document, title: str) -> None:
    """Let the heads of the pages and the properties say the article's title, in place of an issue's."""
    section = document.sections[0]
    for head in (section.header, section.even_page_header):
        paragraph = head.paragraphs[0]._p
        for run in paragraph.findall(qn("w:r")):
            paragraph.remove(run)
        paragraph.append(ooxml.text_run(printable(title)))
    document.core_properties.title = document.core_properties.subject = printable(title)[:255]
