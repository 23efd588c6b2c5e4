"""What the clipboard and a drop bring: the desk's own blocks, HTML cleaned, letters, pictures, files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QTextCursor

from desk.errors import BadIntake, DeskError
from desk.intake.result import Dropped
from desk.text.blocks import (
    ArticleText,
    Block,
    Paragraph,
    Picture,
    Run,
    Table,
    block_text,
    from_json,
    new_id,
    nfc,
    normal,
    to_json,
)
from desk.text.decoding import legacy_letters
from desk.text.signs import shown
from desk.text.tab_table import tab_rows
from ui.paper.blocks_to_qt import PageDocument, read
from ui.paper.formats import OBJECT

BLOCKS = "application/x-ban-bien-tap-blocks"


HEAVY = 30_000  # letters of HTML: about 30 ms of reading


@dataclass(frozen=True, slots=True)
class Brought:
    """What is to be inserted, what was left out (Dropped by count), and what the owner has to fetch."""

    blocks: tuple[Block, ...] = ()
    dropped: Mapping[Dropped, int] = field(default_factory=dict)
    pictures: tuple[tuple[str, bytes], ...] = ()  # by the id of the block that waits for them
    files: tuple[Path, ...] = ()


def copied(cursor: QTextCursor, into: QMimeData) -> QMimeData:
    """Add the selection to the clipboard as blocks and as NFC letters."""
    scrap = PageDocument()
    QTextCursor(scrap).insertFragment(cursor.selection())
    blocks = read(scrap)
    if cursor.hasComplexSelection():  # cells: around them Qt puts lines that nobody selected
        blocks = tuple(block for block in blocks if isinstance(block, Table))
    text = normal(ArticleText(blocks=blocks))
    into.setData(BLOCKS, QByteArray(to_json(text).encode("utf-8")))
    into.setText(nfc(into.text().replace(OBJECT, "")))
    return into


@dataclass(frozen=True, slots=True)
class Unread:
    """HTML with what stands beside it on the clipboard; `read` knows no widget and may run in any thread."""

    html: str
    text: str
    image: QImage | None = None

    @property
    def heavy(self) -> bool:
        """Say whether reading would be felt."""
        return len(self.html) > HEAVY

    def read(self) -> Brought:
        """Read the HTML; where it holds nothing but pictures from elsewhere, the picture itself or the letters."""
        from desk.intake.html.clean_html import html_blocks  # nh3 is loaded with the first paste

        dropped: Mapping[Dropped, int] = {Dropped.STRUCTURE: 1}
        try:
            found = html_blocks(self.html)
        except BadIntake:
            pass
        else:
            if found.blocks:
                return Brought(found.blocks, _with_doubt(found.blocks, found.dropped), found.pictures)
            dropped = dict(found.dropped)
        image = _image(self.image)
        return image if image is not None else from_text(self.text, dropped)


def brought(mime: QMimeData) -> Brought | Unread:
    """Take what the clipboard holds, the richest form that can be trusted first."""
    if mime.hasFormat(BLOCKS):
        blocks = _own(bytes(mime.data(BLOCKS).data()))
        if blocks:
            return Brought(blocks)
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Brought(files=files)
    image = mime.imageData() if mime.hasImage() else None
    if mime.hasHtml():
        return Unread(mime.html(), mime.text(), image if isinstance(image, QImage) else None)
    return _image(image) or from_text(mime.text())


def from_text(text: str, dropped: Mapping[Dropped, int] | None = None) -> Brought:
    """Return what letters alone bring."""
    blocks = text_blocks(text)
    return Brought(blocks, _with_doubt(blocks, dropped or {}))


def _with_doubt(blocks: tuple[Block, ...], dropped: Mapping[Dropped, int]) -> Mapping[Dropped, int]:
    """Add to the report that letters look like those of a font before Unicode that nobody named."""
    if Dropped.LEGACY_LETTERS in dropped or not legacy_letters("\n".join(map(block_text, blocks))):
        return dict(dropped)
    return {**dropped, Dropped.LEGACY_UNREAD: 1}


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the lines of a text as paragraphs, or as a table where tabs part each of them alike."""
    rows = tab_rows(text)
    if rows:
        cells = tuple(tuple((Run(cell),) if cell else () for cell in row) for row in rows)
        return (Table(new_id(), cells),)
    return plain_blocks(text)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the lines of a text as paragraphs; empty lines only part them."""
    text = shown(text).replace("\t", " ")
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) == 1:
        lines = [text]  # a word pasted into a sentence keeps the spaces around it
    return tuple(Paragraph(new_id(), (Run(line),)) for line in lines if line)


def plain_words(mime: QMimeData) -> str:
    """Return the letters of a clipboard, from its HTML where it holds no others."""
    if mime.hasText() or not mime.hasHtml():
        return mime.text()
    return "\n".join(map(block_text, Unread(mime.html(), "").read().blocks))


def _own(data: bytes) -> tuple[Block, ...]:
    try:
        return from_json(data.decode("utf-8")).blocks
    except (DeskError, UnicodeDecodeError):
        return ()  # another program's, or another version's: the other forms are there


def _image(image: object) -> Brought | None:
    if not isinstance(image, QImage) or image.isNull():
        return None
    data = QByteArray()
    out = QBuffer(data)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, QByteArray(b"png")).write(image)
    waiting = Picture(new_id(), "")
    return Brought((waiting,), pictures=((waiting.id, bytes(data.data())),))
