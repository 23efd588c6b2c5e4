"""Fitting: an issue set a little closer or looser than usual where that leaves fewer pages of its sheets blank.

What a designer does before the last sheet is filled up with white: the lines of the grid a little closer or looser, a
line more or less between articles, pictures a little smaller. Letters keep their size and words their spaces.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from itertools import chain

from desk.edition.design import USUAL, Fitting
from desk.edition.edition import Edition
from desk.edition.page_geometry import geometry
from desk.press.typeset.layout import Layout
from desk.text.blocks import Picture

TRIES = 5  # settings at most that are laid out
_THIN = 1 / 3  # of a page: with less text the last one looks like a slip
_PICTURES = 8  # percent
STEPS = (  # the least change first; a line of 34 or 50 is 3 or 2 percent of the leading
    Fitting(lines=-1),
    Fitting(lines=1),
    Fitting(air=1),
    Fitting(air=-1),
    Fitting(lines=-2),
    Fitting(lines=2),
    Fitting(lines=-1, air=1),
    Fitting(lines=1, air=-1),
    Fitting(pictures=_PICTURES),
    Fitting(lines=2, air=-1, pictures=_PICTURES),
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a search came to: the setting, the layout in it and in the usual one; how many were laid out."""

    fitting: Fitting
    layout: Layout
    usual: Layout
    tried: int

    @property
    def saved(self) -> int:
        """Return how many blank pages it does away with."""
        return blanks(self.usual) - blanks(self.layout)


def search(edition: Edition, layout: Layout) -> Generator[Fitting, Layout, Fitted]:
    """Yield settings to lay the edition out in, be sent their layouts; return the best, else the usual one.

    `layout` is that of the edition as it is set now. It ends early at a setting that leaves no page blank and the
    last page of text well filled; of equal ones the least change is taken. None that costs pages is, and none that
    ends on a page of few lines where the usual one does not.
    """
    usual, tried = layout, 0
    if not edition.design.fitting.usual:
        usual, tried = (yield USUAL), 1
    best = (USUAL, usual)
    if _faults(usual) > _NONE:
        for step in candidates(edition, usual):
            laid = yield step
            tried += 1
            thinner = laid.filled < _THIN <= usual.filled
            if laid.total <= usual.total and not thinner and _faults(laid) < _faults(best[1]):
                best = (step, laid)
            if _faults(best[1]) == _NONE:
                break
    return Fitted(*best, usual, tried)


def candidates(edition: Edition, usual: Layout) -> list[Fitting]:
    """Return the settings to try: those first that are reckoned to be enough, of these the least change."""
    ordered = sorted(STEPS, key=lambda step: not _is_enough(_taken(edition, usual, step), usual))
    return ordered[:TRIES]


def blanks(layout: Layout) -> int:
    """Return how many pages of a layout are blank."""
    return len(layout.blank.pages) if layout.blank else 0


def fitted_to(edition: Edition, fitting: Fitting) -> Edition:
    """Return the edition set so."""
    return replace(edition, design=replace(edition.design, fitting=fitting))


_NONE = (0, False)


def _faults(layout: Layout) -> tuple[int, bool]:
    return blanks(layout), layout.filled < _THIN


def _is_enough(taken: float, usual: Layout) -> bool:
    """Say whether so many lines more (fewer below 0) are reckoned to be enough."""
    blank = usual.blank
    if blank is None:
        return True  # only the last page is thin: every step moves it
    return blank.least <= taken <= blank.room or (0 < blank.lines <= -taken)


def _taken(edition: Edition, usual: Layout, step: Fitting) -> float:
    """Reckon how many lines a setting takes more than the usual one, fewer below 0."""
    page = geometry(edition.design.format)
    pages = usual.spans[-1].last - usual.spans[0].first + 1
    followed = sum(max(len(part.pieces) - 1, 0) for part in edition.sections)
    blocks = chain.from_iterable(piece.text.blocks for piece in edition.pieces)
    pictures = sum(isinstance(block, Picture) for block in blocks)
    shrunk = pictures * page.lines / 3 * step.pictures / 100
    return -step.lines * page.columns * pages + step.air * followed - shrunk
