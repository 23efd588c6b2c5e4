"""The Word file: an edition as .docx with real styles, lists, fields and a contents whose numbers are right."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from desk.errors import PressFailed
from desk.press import masthead, ooxml
from desk.press.edition import Edition
from desk.press.galley import ContentsLine, Item, Numbering, Para, Shot, contents, galley
from desk.press.output import PLAIN, Finish
from desk.press.pagination import word_pages
from desk.press.signs import printable
from desk.press.wordpage import prepare, write_cover, write_imprint
from desk.press.wordtable import write_table


def word(edition: Edition, finish: Finish = PLAIN) -> bytes:
    """Return the edition as a .docx file; the same edition gives the same bytes."""
    lines, items = contents(edition), galley(edition)
    pages = word_pages(edition, lines, items)
    document = docx.Document()
    prepare(document, edition)
    ooxml.write_numbering(document, _listings(items))
    write_cover(document, masthead.cover(edition))
    _write_contents(document, lines, pages)
    _Body(document, edition).write(items)
    write_imprint(document, masthead.imprint(edition))
    file = io.BytesIO()
    document.save(file)
    return ooxml.same_bytes(file.getvalue())


def _listings(items: list[Item]) -> list[Numbering]:
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


class _Body:
    """Writes the galley into the document and counts its bookmarks, whose numbers must be unique."""

    def __init__(self, document: Document, edition: Edition) -> None:
        self._document = document
        self._edition = edition
        self._bookmarks = 0

    def write(self, items: list[Item]) -> None:
        for item in items:
            if isinstance(item, Para):
                self._para(item)
            elif isinstance(item, Shot):
                self._shot(item)
            else:
                write_table(self._document, item)

    def _para(self, item: Para) -> None:
        paragraph = ooxml.paragraph(self._document, item.look)
        if item.numbering:
            ooxml.number_paragraph(paragraph, item.numbering)
        self._spacing(paragraph, item.after, keep=item.keep)
        if item.new_page:
            paragraph.paragraph_format.page_break_before = True
        ooxml.write_runs(paragraph, item.runs)
        if item.anchor:
            ooxml.bookmark(paragraph, item.anchor, self._bookmarks)
            self._bookmarks += 1

    def _shot(self, item: Shot) -> None:
        paragraph = ooxml.paragraph(self._document, "BTPicture")
        self._spacing(paragraph, item.after, keep=item.keep)
        picture = item.picture
        data = io.BytesIO(self._edition.pictures[picture.picture])
        try:
            shape = paragraph.add_run().add_picture(data, Mm(item.plate.width), Mm(item.plate.height))
        except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError) as error:
            raise PressFailed(f"picture {picture.picture[:12]}: {error!r}") from error
        inline = shape._inline
        inline.docPr.set("descr", printable(picture.alt or picture.caption))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(
                side, "0"
            )  # left out, LibreOffice supposes 3 mm and pushes the picture into the margin

    @staticmethod
    def _spacing(paragraph: Paragraph, after: float | None, *, keep: bool) -> None:
        if after is not None:
            paragraph.paragraph_format.space_after = Pt(after)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
