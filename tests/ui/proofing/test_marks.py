"""A finding is marked by a wavy line, its colour by how grave it is, its words in the tooltip."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from tests.ui.proofing.faulty import findings
from ui.look.style import color
from ui.proofing.marks import TOKENS, mark, shape_of


def test_colour_line_and_words() -> None:
    for one in findings():
        shape = shape_of(one)
        assert shape.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
        assert shape.underlineColor() == color(TOKENS[one.finding.severity])
        assert one.finding.message in shape.toolTip()
        assert not shape.hasProperty(QTextCharFormat.Property.BackgroundBrush.value)
        assert shape_of(one, chosen=True).background().color() == color(
            f"{TOKENS[one.finding.severity]}_soft"
        )


def test_a_mark_lies_on_its_words_and_changes_none(qapp: object) -> None:
    document = QTextDocument("Chỉ thị 38-CT/TW")
    cursor = QTextCursor(document)
    cursor.setPosition(8)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    assert mark(findings()[2], cursor).cursor.selectedText() == "38-CT/TW"
    assert document.toPlainText() == "Chỉ thị 38-CT/TW"
