"""Marks under the signs that cannot be printed, in every field of an article, and their sentence below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QTextEdit

from desk.text import printed_signs
from desk.text.symbol_fonts import with_plain_signs
from ui.editor.find_bar import Field
from ui.look.style import color
from ui.paper.formats import OBJECT
from ui.paper.positions import units
from ui.words.review import signs_missing

# Qt's own signs of a document: pictures, the beginning and the end of a frame or a cell.
_FRAMES = {OBJECT, "\ufdd0", "\ufdd1", "\u2029"}
_MARKED = 200  # a pasted page in another script is one fault, not thousands of marks


class SignMarks:
    """Looks through the fields when it is asked to; `caption` says what was found, or nothing."""

    def __init__(self, fields: Sequence[Field], caption: QLabel) -> None:
        self._fields, self._caption = fields, caption
        caption.setVisible(False)

    def look(self) -> None:
        """Mark anew what the letters of the page lack."""
        found: dict[str, None] = {}
        for field in self._fields:
            field.set_layer("signs", _marks(field.document(), found))
        self._caption.setText(signs_missing(tuple(found)))
        self._caption.setVisible(bool(found))


def _marks(document: QTextDocument, found: dict[str, None]) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of a document and add the signs to those found."""
    marks: list[QTextEdit.ExtraSelection] = []
    letters = "".join(set(document.toRawText()) - _FRAMES)
    if not printed_signs.unprintable(with_plain_signs(letters)):
        return marks  # the rule: to walk through 10,000 cells takes a tenth of a second
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    shape.setUnderlineColor(color("accent"))
    shape.setBackground(color("accent_soft"))
    shape.setToolTip(QCoreApplication.translate("SignMarks", "Chữ in không có ký hiệu này."))
    block = document.begin()
    while block.isValid():
        typed = block.text().replace(OBJECT, " ")  # the place of a picture
        text = with_plain_signs(typed)  # as it will be stored, a letter for a letter
        for start, end in printed_signs.spans(text):
            found.setdefault(text[start:end])
            if len(marks) < _MARKED:
                at = block.position() + units(typed[:start])
                marks.append(_mark(document, at, units(typed[start:end]), shape))
        block = block.next()
    return marks


def _mark(document: QTextDocument, at: int, length: int, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, shape
    return mark
