"""Page geometry: margins, columns and the baseline grid of each page format, from which all pages are made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.edition.design import USUAL, Design, Fitting, PageFormat

MM = 72 / 25.4  # points
PITCH = (
    14.5  # points from baseline to baseline, on every page of every format, unless it is fitted to its sheets
)


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page's measures in millimetres; `lines` is how many lines of the grid a column holds.

    `pitch` is the points from line to line.
    """

    width: float
    height: float
    inside: float
    outside: float
    top: float
    column: float
    lines: int
    columns: int = 1
    gutter: float = 0.0
    pitch: float = PITCH

    @property
    def room(self) -> float:
        """Return the height of the columns."""
        return self.lines * self.pitch / MM

    @property
    def text(self) -> float:
        """Return the width of all columns with what is between them."""
        return self.columns * self.column + (self.columns - 1) * self.gutter

    @property
    def bottom(self) -> float:
        """Return the margin below the columns."""
        return self.height - self.top - self.room


_GEOMETRY = {
    PageFormat.A5: Geometry(148, 210, 20, 15, 18, 113, 34),
    PageFormat.SMALL: Geometry(145, 205, 20, 15, 18, 110, 33),
    PageFormat.A4: Geometry(210, 297, 22, 18, 20, 81.5, 50, columns=2, gutter=7),
}
BLEED = 3.0  # mm beyond the trimmed page
SLUG = 7.0  # mm beyond the bleed, for crop marks


def geometry(form: PageFormat, fitting: Fitting = USUAL) -> Geometry:
    """Return the measures of a format; as high as ever where a fitting gives its columns another number of lines."""
    page = _GEOMETRY[form]
    if not fitting.lines:
        return page
    lines = page.lines + fitting.lines
    return replace(page, lines=lines, pitch=round(page.lines * page.pitch / lines, 4))


def leading(design: Design) -> int:
    """Return by how many percent lines stand further apart than usual in a design, closer where it is below 0."""
    return round((geometry(design.format, design.fitting).pitch / PITCH - 1) * 100)
