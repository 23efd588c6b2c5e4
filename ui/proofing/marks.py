"""How a finding is marked on the page: a wavy line, its colour by how grave it is."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.proofing.article import PlacedFinding
from desk.proofing.finding import Severity
from ui.look.style import color
from ui.words import proofing as words

TOKENS: dict[Severity, str] = {Severity.WRONG: "accent", Severity.LOOK: "amber", Severity.HINT: "blue"}
MARKED = 300  # of an article: one pasted in another language is one fault, not thousands of marks


def mark(one: PlacedFinding, cursor: QTextCursor, *, chosen: bool = False) -> QTextEdit.ExtraSelection:
    """Return the mark of a finding in a text that is written."""
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = cursor, shape_of(one, chosen=chosen)
    return selection


def shape_of(one: PlacedFinding, *, chosen: bool = False) -> QTextCharFormat:
    """Return how a finding is marked; the one that is looked at has a ground as well."""
    token = TOKENS[one.finding.severity]
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    shape.setUnderlineColor(color(token))
    if chosen:
        shape.setBackground(color(f"{token}_soft"))
    shape.setToolTip(f"{words.severity(one.finding.severity)}: {one.finding.message}")
    return shape
