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
from ui.words.review import sign

_MARKED = 200  # a pasted page in another script is one fault, not thousands of marks
_NAMED = 6


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
        tr = QCoreApplication.translate
        named = ", ".join(sign(one) for one in list(found)[:_NAMED])
        if len(found) > _NAMED:
            named += "…"
        self._caption.setText(
            tr("SignMarks", "Chữ in không có {signs}. Hãy bỏ hoặc thay bằng chữ trước khi gửi.").format(
                signs=named
            )
            if found
            else ""
        )
        self._caption.setVisible(bool(found))


def _marks(document: QTextDocument, found: dict[str, None]) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of a document and add the signs to those found."""
    marks: list[QTextEdit.ExtraSelection] = []
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    shape.setUnderlineColor(color("accent"))
    shape.setBackground(color("accent_soft"))
    shape.setToolTip(QCoreApplication.translate("SignMarks", "Chữ in không có ký hiệu này."))
    block = document.begin()
    while block.isValid():
        text = with_plain_signs(block.text())  # as it will be stored; the letters keep their places
        for start, end in printed_signs.spans(text):
            if text[start:end].strip("\ufffc") == "":
                continue  # the place of a picture
            found.setdefault(text[start:end])
            if len(marks) < _MARKED:
                marks.append(
                    _mark(document, block.position() + _units(text[:start]), _units(text[start:end]), shape)
                )
        block = block.next()
    return marks


def _units(text: str) -> int:
    """Return how many of Qt's positions (UTF-16 units) letters take."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _mark(document: QTextDocument, at: int, length: int, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, shape
    return mark
