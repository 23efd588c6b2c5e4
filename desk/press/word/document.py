"""The Word file: an edition as .docx with real styles, lists, fields and a contents whose numbers are right."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from desk.edition import masthead
from desk.edition.edition import Edition
from desk.edition.outputs import DPI, PLAIN, Finish, Output
from desk.edition.page_geometry import geometry
from desk.edition.palette import palette
from desk.press.typeset.picture_output import reproduced
from desk.press.word import ooxml
from desk.press.word.cover import add_picture, write_cover
from desk.press.word.page import PageStyle, columns, prepare, write_imprint
from desk.press.word.page_numbers import paginated
from desk.press.word.paragraph_styles import paragraph_looks
from desk.press.word.paragraphs import (
    Box,
    ContentsLine,
    Item,
    Numbering,
    Para,
    PicturesAbreast,
    Shot,
    contents,
    paragraphs_of,
)
from desk.press.word.tables import write_box, write_pair, write_table
from desk.text.stamp import CAPTION, block_mark


def word(edition: Edition, finish: Finish = PLAIN) -> bytes:
    """Return the edition as a .docx file; the same edition gives the same bytes."""
    grey = edition.design.grey or finish.grey
    printed = reproduced(edition, dpi=DPI[Output.WORD], grey=grey)
    lines = contents(edition)
    items, pages = paginated(edition, lines, paragraphs_of(edition))
    page = geometry(edition.design.format)
    style = PageStyle(page, paragraph_looks(edition.design, page), palette(grey=grey))
    pictures = {key: picture.data for key, picture in printed.items()}
    document = docx.Document()
    prepare(document, edition, style)
    ooxml.write_numbering(document, listings(items))
    write_cover(document, edition, style, pictures)
    _write_contents(document, lines, pages)
    if page.columns > 1 and items:
        columns(document, page, page.columns)
    Body(document, pictures, style).write(items)
    write_imprint(document, masthead.imprint(edition), style, code=masthead.code(edition))
    file = io.BytesIO()
    document.save(file)
    return ooxml.same_bytes(file.getvalue())


def listings(items: list[Item]) -> list[Numbering]:
    """Return one place of each list that the paragraphs are of."""
    places = [item.numbering for item in items if isinstance(item, Para) and item.numbering]
    return list({place.listing: place for place in places}.values())


def _write_contents(document: Document, lines: tuple[ContentsLine, ...], pages: Mapping[str, int]) -> None:
    ooxml.write_words(ooxml.paragraph(document, "BTContents"), masthead.CONTENTS)
    if not lines:
        return
    for position, line in enumerate(lines):
        entry = ooxml.paragraph(document, f"TOC{line.level}")
        if position == 0:
            ooxml.field_begin(entry._p, r'TOC \o "1-2" \n 1-1 \h \z')
        link = ooxml.anchor_link(line.anchor)
        link.append(ooxml.text_run(line.words))
        if line.level > 1:
            link.append(ooxml.tab_run())
            ooxml.field(link, rf"PAGEREF {line.anchor} \h", str(pages[line.anchor]))
        entry._p.append(link)
        if position == len(lines) - 1:
            ooxml.field_end(entry._p)


class Body:
    """Writes paragraphs into the document and counts its bookmarks, whose numbers must be unique."""

    def __init__(
        self, document: Document, pictures: Mapping[str, bytes], style: PageStyle, *, marked: bool = False
    ) -> None:
        """Write into a document; `marked` puts a bookmark with the block's id round each paragraph and table."""
        self._document = document
        self._pictures = pictures
        self._style = style
        self._marked = marked
        self._bookmarks = 0

    def write(self, items: list[Item]) -> None:
        """Write the paragraphs in their order."""
        for item in items:
            if isinstance(item, Para):
                self._para(item)
            elif isinstance(item, Shot):
                paragraph = ooxml.paragraph(self._document, "BTPicture")
                self._spacing(paragraph, item.after, keep=item.keep)
                self._shot(paragraph, item)
                self._mark(item.picture.id, paragraph)
            elif isinstance(item, PicturesAbreast):
                self._abreast(item)
            elif isinstance(item, Box):
                self._mark(item.block, *write_box(self._document, item, self._style))
            else:
                self._mark(item.block, *write_table(self._document, item, self._style))

    def _para(self, item: Para) -> None:
        paragraph = ooxml.paragraph(self._document, item.look)
        if item.numbering:
            ooxml.number_paragraph(paragraph, item.numbering)
        self._spacing(paragraph, item.after, keep=item.keep)
        if item.whole:
            paragraph.paragraph_format.keep_together = True
        if item.new_page:
            paragraph.paragraph_format.page_break_before = True
        if item.shaded:
            ooxml.note(paragraph, self._style.colours)
        ooxml.write_runs(paragraph, item.runs)
        if item.anchor:
            self._bookmark(item.anchor, paragraph)
        self._mark(item.block, paragraph)

    def _mark(self, block: str, *paragraphs: Paragraph) -> None:
        name = block_mark(block) if self._marked else ""
        if name:
            self._bookmark(name, *paragraphs)

    def _bookmark(self, name: str, *paragraphs: Paragraph) -> None:
        ooxml.bookmark(paragraphs[0], name, self._bookmarks, last=paragraphs[-1])
        self._bookmarks += 1

    def _abreast(self, item: PicturesAbreast) -> None:
        paragraphs = []
        for shot in item.shots:
            paragraph = ooxml.loose_paragraph(self._document, "BTPicture")
            self._shot(paragraph, shot)
            self._mark(shot.picture.id, paragraph)
            paragraphs.append(paragraph)
        below = write_pair(self._document, item, paragraphs, self._style)
        for shot, words in zip(item.shots, below, strict=True):
            if words is not None:
                self._mark(shot.picture.id + CAPTION, words)

    def _shot(self, paragraph: Paragraph, item: Shot) -> None:
        picture = item.picture
        size = (item.size.width, item.size.height)
        add_picture(
            paragraph, self._pictures[picture.picture], size, picture.alt or picture.caption, picture.picture
        )

    @staticmethod
    def _spacing(paragraph: Paragraph, after: float | None, *, keep: bool) -> None:
        if after is not None:
            paragraph.paragraph_format.space_after = Pt(after)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
