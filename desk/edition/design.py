"""The design of an issue: format, cover and inner design, colour; and the legal profile it is printed under."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PageFormat(Enum):
    """The trimmed page; A4 is set in two columns."""

    A5 = "a5"
    SMALL = "small"  # 14.5 × 20.5 cm
    A4 = "a4"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in millimetres."""
        return _SIZES[self]


_SIZES = {PageFormat.A5: (148.0, 210.0), PageFormat.SMALL: (145.0, 205.0), PageFormat.A4: (210.0, 297.0)}


class CoverDesign(Enum):
    """The first page: a red field with a bronze drum, a frame on white, or a picture over the whole width."""

    FIELD = "field"
    FRAME = "frame"
    PHOTO = "photo"


class InnerDesign(Enum):
    """The inner pages: centred headings with a gold rule, or headings flush left with a bar."""

    CLASSIC = "classic"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Fitting:
    """How the body is set closer or looser than usual, so that its sheets are filled; all 0: as usual.

    `lines` are how many more (closer) or fewer (looser) a column has, `air` how many more stand above an article's
    title, `pictures` by how many percent pictures are smaller. Letters and the spaces between words stay as they are.
    """

    lines: int = 0
    air: int = 0
    pictures: int = 0

    @property
    def usual(self) -> bool:
        """Say whether it changes nothing."""
        return self == USUAL


USUAL = Fitting()


@dataclass(frozen=True, slots=True)
class Design:
    """How an issue looks; `emblem` and `photo` are SHA-256 of pictures of the edition, "" for none."""

    format: PageFormat = PageFormat.A5
    cover: CoverDesign = CoverDesign.FIELD
    inner: InnerDesign = InnerDesign.CLASSIC
    grey: bool = False
    emblem: str = ""
    photo: str = ""
    fitting: Fitting = USUAL


@dataclass(frozen=True, slots=True)
class Legal:
    """What a law wants of a printed issue; the office edits it, so it is data with a source and a validity.

    `pages` is the most that may be bound, 0 without limit; `width` and `height` the largest page in millimetres;
    `needs` names the fields of the imprint that must be filled; dates are ISO, "" for open.
    """

    key: str
    name: str
    source: str = ""
    since: str = ""
    until: str = ""
    note: str = ""
    pages: int = 0
    width: float = 0.0
    height: float = 0.0
    advertising: bool = False
    needs: tuple[str, ...] = ()
