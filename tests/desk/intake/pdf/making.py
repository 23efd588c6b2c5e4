"""Letters and lines on a page, for tests of what joins them."""

from __future__ import annotations

from desk.intake.pdf.glyphs import Font, Glyph
from desk.intake.pdf.lines import Line

WIDE = 6.0  # points of each letter


def glyphs(
    text: str, left: float = 72.0, base: float = 700.0, size: float = 12.0, font: Font | None = None
) -> list[Glyph]:
    """Put letters beside each other; a blank is room without a letter."""
    return [
        Glyph(letter, left + WIDE * at, left + WIDE * (at + 1), base, size, font or Font())
        for at, letter in enumerate(text)
        if letter != " "
    ]


def line(
    text: str, left: float = 72.0, base: float = 700.0, size: float = 12.0, *, bold: bool = False
) -> Line:
    """Make a line of words, blanks among them."""
    font = Font(bold=bold)
    return Line(
        tuple(
            Glyph(letter, left + WIDE * at, left + WIDE * (at + 1), base, size, font)
            for at, letter in enumerate(text)
        )
    )
