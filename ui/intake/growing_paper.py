"""The printed page of a text that was just read: written part by part, its pictures put in as they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desk.edition.edition import date_line
from desk.text.blocks import ArticleText, Block, Picture, Table, block_text
from ui.look.style import PAPER_PT
from ui.paper.blocks_to_qt import Writer
from ui.paper.formats import Prop, picture_format
from ui.paper.head import BYLINE, DATE, LEAD, TITLE, PaperHead
from ui.paper.paper import Paper

_PART = 4_000  # letters that are set without a pause


class GrowingPaper(Paper):
    """A page that grows while the window goes on: twenty printed pages at once would stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_parts = False
        self._left: deque[Block] = deque()
        self._head: PaperHead | None = None
        self._writer: Writer | None = None
        self._going_on = QTimer(self, singleShot=True, interval=0)
        self._going_on.timeout.connect(self._go_on)

    def show_text(self, text: ArticleText, pictures: Mapping[str, bytes], *, down_to: int = 0) -> None:
        """Show an article from its top; what stands above and at `down_to` pixels at once, the rest after it."""
        self._by_parts = True
        super().show_text(text, pictures)
        while self._left and down_to and self.page.size().height() < down_to + self.viewport().height():
            self._write_part()

    def show_nothing(self, message: str) -> None:
        """Take the sheet away, also what is still to come of it."""
        self._left.clear()
        self._going_on.stop()
        super().show_nothing(message)

    def is_whole(self) -> bool:
        """Say whether the whole article stands."""
        return not self._left and not self._resting.isActive()

    def shown_text(self) -> ArticleText:
        """Return the article that the page shows."""
        return self._text

    def bring_pictures(self, text: ArticleText, pictures: Mapping[str, bytes]) -> bool:
        """Put the pictures that have come into the page that stands; False where more than that is new."""
        known = all(pictures.get(sha) is data for sha, data in self._pictures.items())
        if self._resting.isActive() or not known or _bare(text) != _bare(self._text):
            return False
        came = {
            one.id: one
            for was, one in zip(self._text.blocks, text.blocks, strict=True)
            if isinstance(one, Picture) and was != one
        }
        self._text, self._pictures = text, pictures
        self._left = deque(text.blocks[len(text.blocks) - len(self._left) :])
        block = self.page.begin()
        while block.isValid() and came:
            picture = came.pop(block.blockFormat().stringProperty(Prop.ID), None)
            if picture is not None:
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(picture_format(picture))
            block = block.next()
        return True

    def write_page(self) -> None:
        """Write date, title, lead and the beginning of the body, or all of it where it is written again."""
        text = self._text
        cursor = QTextCursor(self.page)
        head = self._head = PaperHead(cursor, PAPER_PT * self.zoom)
        if text.event_date:
            head.line(DATE).insertText(date_line(text.event_date), head.letters(DATE))
        for part, words in ((TITLE, text.title), (LEAD, text.lead)):
            if words:
                head.line(part).insertText(words, head.letters(part))
        self._writer = Writer(cursor, fresh=head.fresh, points=head.points)
        self._left = deque(text.blocks)
        by_parts, self._by_parts = self._by_parts, False
        self._write_part()
        while self._left and not by_parts:
            self._write_part()

    def _go_on(self) -> None:
        if self._left:
            self._write_part()

    def _write_part(self) -> None:
        """Write the next part; after the last one the byline."""
        if self._head is None or self._writer is None:
            return
        part: list[Block] = []
        letters = 0
        while self._left and letters < _PART:
            part.append(self._left.popleft())
            letters += _letters(part[-1])
        cursor = self._writer.cursor
        cursor.beginEditBlock()
        self._writer.write(part)
        if not self._left:
            self._head.fresh = False
            if self._text.byline:
                self._head.line(BYLINE).insertText(self._text.byline, self._head.letters(BYLINE))
        cursor.endEditBlock()
        if self._left:
            self._going_on.start()


def _bare(text: ArticleText) -> ArticleText:
    """Return a text without the bytes of its pictures."""
    blocks = tuple(replace(one, picture="") if isinstance(one, Picture) else one for one in text.blocks)
    return replace(text, blocks=blocks)


def _letters(block: Block) -> int:
    if isinstance(block, Table):
        return sum(50 * len(row) for row in block.rows)
    return len(block_text(block)) + 200  # a block costs as well
