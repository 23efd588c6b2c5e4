"""What stands around an article's body on its page: date line, title, lead, byline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from ui.look.style import color
from ui.paper.formats import Style, block_format, space_lines

TITLE, LEAD, BYLINE, DATE = "@title", "@lead", "@byline", "@date"


class PaperHead:
    """The looks of what stands around the body: date line, title, lead, byline."""

    def __init__(self, cursor: QTextCursor, points: float) -> None:
        self.cursor = cursor
        self.points = points
        self.fresh = True

    def line(self, part: str) -> QTextCursor:
        """Open the line of a part and return the cursor in it."""
        shape = self.shape(part)
        if self.fresh:
            self.cursor.setBlockFormat(shape)
        else:
            self.cursor.insertBlock(shape, QTextCharFormat())
        self.fresh = False
        return self.cursor

    def shape(self, part: str) -> QTextBlockFormat:
        """Return the block format of a part."""
        em = self.points * 4 / 3
        made = block_format(Style.CELL, part, points=self.points)
        if part == DATE:
            made.setBottomMargin(round(em * 0.25))
        elif part == TITLE:
            made.setBottomMargin(round(em * 0.6))
            space_lines(made, em * 0.1)
        elif part == LEAD:
            made.setAlignment(Qt.AlignmentFlag.AlignJustify)
            made.setBottomMargin(round(em * 0.55))
        else:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
            made.setTopMargin(round(em * 0.5))
        return made

    def letters(self, part: str) -> QTextCharFormat:
        """Return the character format of a part."""
        made = QTextCharFormat()
        if part == DATE:
            made.setFontPointSize(self.points * 0.82)
            made.setForeground(color("muted"))
            return made
        made.setFontWeight(QFont.Weight.Bold)
        if part == TITLE:
            made.setFontPointSize(self.points * 1.3)
        return made
