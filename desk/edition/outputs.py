"""Outputs: what an issue leaves the house as, each for one purpose, and how the printed ones are finished."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Output(Enum):
    """One profile of export; the value is what the command line and the journal say."""

    PRINT = "print"  # in: PDF/A-2b with pictures of at most 300 dpi
    OFFICE = "office"  # in tại cơ quan: two pages on a side of A4, to fold and stitch
    SCREEN = "screen"  # đọc màn hình: a small PDF
    WORD = "word"
    WEB = "web"
    PROOF = "proof"  # bản in thử: line numbers, and the words BẢN IN THỬ on each page


@dataclass(frozen=True, slots=True)
class Finish:
    """What may be asked of an output: bleed of 3 mm, crop marks, grey instead of colour, pictures as they are.

    `bleed` and `marks` concern Output.PRINT alone; `grey` also makes a coloured issue grey in every other output;
    `whole_pictures` keeps every dot of the photographs in a PDF.
    """

    bleed: bool = False
    marks: bool = False
    grey: bool = False
    whole_pictures: bool = False


PLAIN = Finish()
# Pillow and python-docx hold the interpreter: made in a thread of the window's process, these would stop the window.
WANTS_PROCESS = frozenset({Output.PRINT, Output.OFFICE, Output.SCREEN, Output.WORD})
DPI = {
    Output.PRINT: 300,
    Output.OFFICE: 220,
    Output.SCREEN: 134,  # a picture as wide as the album keeps them, read at a quarter, fills the column of A5
    Output.PROOF: 134,
    Output.WORD: 220,
}  # of pictures, at most


class Flip(Enum):
    """The edge over which a duplex printer turns the sheet."""

    LONG = "long"
    SHORT = "short"


FLIP = Flip.LONG  # the backs of Output.OFFICE are printed head down for it, the usual setting of printers
