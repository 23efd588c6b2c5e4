"""Words cut to the room there is: two lines of a title, a snippet from its first found word on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from desk.articles.search import HIT_START

_BEFORE = 14  # letters kept before the first found word


def two_lines(words: str, font: QFont, width: int) -> list[str]:
    """Break words into at most two lines of a width; what is left over becomes "…"."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(40, width))
    layout.endLayout()
    end = first.textLength()
    if end >= len(words):
        return [words]
    rest = words[end:].strip()
    return [words[:end].strip(), QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def from_first_hit(snippet: str) -> str:
    """Begin a snippet a word or two before its first found word, so that a narrow row shows it."""
    hit = snippet.find(HIT_START)
    if hit <= _BEFORE:
        return snippet
    start = snippet.rfind(" ", 0, hit - _BEFORE // 2) + 1
    return "…" + snippet[start:] if start else snippet
