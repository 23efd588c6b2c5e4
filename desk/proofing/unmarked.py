"""Paragraphs in which no rule of Vietnamese can say anything: without marks, or in another language."""

from __future__ import annotations

from desk.proofing.finding import Finding, Severity
from desk.proofing.reading import Paragraph
from desk.proofing.syllable import parts, untoned

_FEW_WORDS = 6


def apart(every: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], list[Finding]]:
    """Return the paragraphs that can be read as Vietnamese, and one finding for each that lost its marks."""
    plain: list[Paragraph] = []
    found: list[Finding] = []
    for one in every:
        words = one.words
        if len(words) < _FEW_WORDS:
            plain.append(one)
            continue
        marked = sum(not word.text.isascii() for word in words)
        if marked > len(words) * 0.12:
            plain.append(one)
            continue
        like = sum(parts(untoned(word.text.lower())[0]) is not None for word in words)
        if marked == 0 and like > 0.85 * len(words):
            message = "Cả đoạn không có dấu tiếng Việt."
            found.append(Finding("spelling.unmarked", Severity.WRONG, one.start, one.end, one.text, message))
        elif like > 0.7 * len(words) and marked:
            plain.append(one)
    return tuple(plain), found
