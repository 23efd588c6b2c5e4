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
    from_json,
    new_id,
    nfc,
    normal,
    to_json,
)
from ui.paper.blocks_to_qt import PageDocument, read
from ui.paper.formats import OBJECT

BLOCKS = "application/x-ban-bien-tap-blocks"


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
    text = normal(ArticleText(blocks=read(scrap)))
    into.setData(BLOCKS, QByteArray(to_json(text).encode("utf-8")))
    into.setText(nfc(into.text().replace(OBJECT, "")))
    return into


def brought(mime: QMimeData) -> Brought:
    """Read what the clipboard holds, the richest form that can be trusted first."""
    if mime.hasFormat(BLOCKS):
        blocks = _own(bytes(mime.data(BLOCKS).data()))
        if blocks:
            return Brought(blocks)
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Brought(files=files)
    if mime.hasHtml() and mime.text().strip():
        found = _html(mime.html())
        if found is not None:
            return found
    if mime.hasImage():
        found = _image(mime.imageData())
        if found is not None:
            return found
    return Brought(plain_blocks(mime.text()))


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the lines of a text as paragraphs; empty lines only part them."""
    lines = [line.strip() for line in nfc(text).splitlines()]
    if len(lines) == 1:
        lines = [nfc(text)]  # a word pasted into a sentence keeps the spaces around it
    return tuple(Paragraph(new_id(), (Run(line),)) for line in lines if line)


def _own(data: bytes) -> tuple[Block, ...]:
    try:
        return from_json(data.decode("utf-8")).blocks
    except (DeskError, UnicodeDecodeError):
        return ()  # another program's, or another version's: the other forms are there


def _html(html: str) -> Brought | None:
    try:
        from desk.intake.clean_html import html_blocks  # nh3 is loaded with the first paste

        found = html_blocks(html)
    except BadIntake:
        return None
    return Brought(found.blocks, dict(found.dropped), found.pictures) if found.blocks else None


def _image(image: object) -> Brought | None:
    if not isinstance(image, QImage) or image.isNull():
        return None
    data = QByteArray()
    out = QBuffer(data)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, QByteArray(b"png")).write(image)
    waiting = Picture(new_id(), "")
    return Brought((waiting,), pictures=((waiting.id, bytes(data.data())),))
