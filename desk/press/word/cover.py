"""The Word file's covers: what Word's tables and shades can do of the printed ones."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from PIL import Image

from desk.edition import masthead
from desk.edition.design import CoverDesign
from desk.edition.edition import Edition
from desk.errors import PressFailed
from desk.press.typeset.picture_output import rasterised
from desk.press.typeset.printable_text import printable
from desk.press.typeset.vector_drawing import vector
from desk.press.word import ooxml
from desk.press.word.page import PageStyle, page_cell

_FIELD, _FRAME, _PHOTO, _BAND = 0.66, 0.95, 0.36, 0.15  # of the room on the page
_EMBLEM = 0.16


def write_cover(
    document: Document, edition: Edition, style: PageStyle, pictures: Mapping[str, bytes]
) -> None:
    """Write the first page in the design chosen; `pictures` are those of the edition as they are printed."""
    write = {CoverDesign.FIELD: _field, CoverDesign.FRAME: _frame, CoverDesign.PHOTO: _photo}
    write[edition.design.cover](_Cover(document, edition, style, pictures))


class _Cover:
    def __init__(
        self, document: Document, edition: Edition, style: PageStyle, pictures: Mapping[str, bytes]
    ) -> None:
        self.document, self.style, self._design = document, style, edition.design
        self._pictures = pictures
        self.room = style.page.height - 2 * style.page.top
        words = masthead.cover(edition)
        self.head = (
            ("BTCoverKind", words.kind),
            ("BTCoverName", words.bulletin),
            ("BTCoverSmall", words.committee),
            ("BTCoverBody", words.department),
            ("BTCoverPlace", words.place),
        )
        self.number = (
            ("BTCoverSpecial", words.special),
            ("BTCoverIssue", words.issue),
            ("BTCoverTheme", words.theme),
        )
        self.foot = (("BTCoverPurpose", words.purpose), ("BTCoverPlain", words.circulation))

    def lines(self, lines: Iterable[tuple[str, str]], cell: Any = None) -> None:
        """Write the lines that say something, into a cell or on the page."""
        for look, words in lines:
            if words:
                paragraph = (
                    ooxml.paragraph(self.document, look)
                    if cell is None
                    else ooxml.loose_paragraph(self.document, look)
                )
                ooxml.write_words(paragraph, words)
                if cell is not None:
                    cell.append(paragraph._p)

    def gap(self, height: float, cell: Any = None) -> None:
        """Leave so many millimetres empty."""
        paragraph = (
            ooxml.paragraph(self.document, "BTGap")
            if cell is None
            else ooxml.loose_paragraph(self.document, "BTGap")
        )
        paragraph.paragraph_format.space_after = Mm(height)
        if cell is not None:
            cell.append(paragraph._p)

    def emblem(self, cell: Any) -> None:
        """Put the emblem into a cell, if there is one."""
        key = self._design.emblem
        if not key:
            return
        data = self._pictures[key]
        if vector(data):
            data = rasterised(data, key)
        with Image.open(io.BytesIO(data)) as image:
            across, down = image.size
        side = _EMBLEM * self.room
        scale = side / max(across, down)
        paragraph = ooxml.loose_paragraph(self.document, "BTCoverPicture")
        add_picture(paragraph, data, (across * scale, down * scale), "", key)
        cell.append(paragraph._p)

    def photograph(self) -> None:
        """Put the picture over the whole width, cut to the height it has there."""
        key, width, height = self._design.photo, self.style.page.text, _PHOTO * self.room
        if not key:
            cell = page_cell(self.document, self.style, height, "center", fill="wash")
            self.emblem(cell)
            self.lines((("BTCoverPicture", " "),), cell)
            return
        paragraph = ooxml.paragraph(self.document, "BTCoverPicture")
        add_picture(paragraph, _cut(self._pictures[key], width / height), (width, height), "", key)


def _field(cover: _Cover) -> None:
    gold = f'<w:bottom w:val="single" w:sz="36" w:space="0" w:color="{cover.style.colours["gold"]}"/>'
    cell = page_cell(cover.document, cover.style, _FIELD * cover.room, "center", fill="red", borders=gold)
    cover.lines(cover.head, cell)
    cover.gap(5, cell)
    cover.emblem(cell)
    _closed(cover, cell)
    spare = not any(
        words for _, words in (cover.number[0], cover.number[2])
    )  # what a special issue says needs it
    cover.gap(10 if spare else 5)
    cover.lines(cover.number)
    if spare:
        cover.gap(8)
    cover.lines(cover.foot)


def _frame(cover: _Cover) -> None:
    borders = "".join(
        f'<w:{side} w:val="thickThinSmallGap" w:sz="18" w:space="0" w:color="{cover.style.colours["red"]}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    cell = page_cell(cover.document, cover.style, _FRAME * cover.room, "center", borders=borders)
    cover.lines(cover.head, cell)
    cover.gap(12, cell)
    cover.emblem(cell)
    cover.gap(12, cell)
    cover.lines(cover.number, cell)
    cover.gap(8, cell)
    cover.lines(cover.foot, cell)


def _photo(cover: _Cover) -> None:
    cover.lines(cover.head)
    cover.gap(4)
    cover.photograph()
    gold = f'<w:bottom w:val="single" w:sz="24" w:space="0" w:color="{cover.style.colours["gold"]}"/>'
    cell = page_cell(cover.document, cover.style, _BAND * cover.room, "center", fill="red", borders=gold)
    cover.lines(cover.number, cell)
    cover.gap(4)
    cover.lines(cover.foot)


def _closed(cover: _Cover, cell: Any) -> None:
    """End a cell with a paragraph: the file format wants one."""
    cell.append(ooxml.loose_paragraph(cover.document, "BTGap")._p)


def _cut(data: bytes, shape: float) -> bytes:
    """Cut a picture to a shape (width by height) round its middle."""
    with Image.open(io.BytesIO(data)) as image:
        across, down = image.size
        width, height = min(across, round(down * shape)), min(down, round(across / shape))
        left, top = (across - width) // 2, (down - height) // 2
        file = io.BytesIO()
        image.convert("L" if image.mode == "L" else "RGB").crop((left, top, left + width, top + height)).save(
            file, "JPEG", quality=88
        )
    return file.getvalue()


def add_picture(paragraph: Paragraph, data: bytes, size: tuple[float, float], alt: str, key: str) -> None:
    """Put a picture of a size in millimetres into the paragraph; PressFailed names one that Word does not know."""
    try:
        shape = paragraph.add_run().add_picture(io.BytesIO(data), Mm(size[0]), Mm(size[1]))
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError) as error:
        raise PressFailed(f"picture {key[:12]}: {error!r}") from error
    inline = shape._inline
    inline.docPr.set("descr", printable(alt))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # left out, LibreOffice supposes 3 mm and pushes the picture into the margin
