"""The paragraphs of an issue as Word has them, one after the other, before they are shared out to pages.

The Word file and the count of its pages are both made from this list, so they cannot disagree on the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeGuard

from desk.edition import masthead
from desk.edition.edition import Edition, Piece
from desk.edition.page_geometry import MM, geometry
from desk.press.typeset.manuscript import trimmed
from desk.press.typeset.nested_lists import Listing, Part, PicturePair, gathered, label
from desk.press.typeset.picture_sizes import PictureSize, pair, picture_size
from desk.press.typeset.printable_text import printable
from desk.press.typeset.table_columns import ColumnGrid, box, squared
from desk.press.word.held_words import LOOKS, held
from desk.press.word.paragraph_styles import BY_ID, list_left
from desk.text.blocks import Heading, Picture, Quote, Run, Runs, Table, plain
from desk.text.stamp import CAPTION

_AFTER_ARTICLE = 20.0  # points
_AFTER_NOTE = 8.0
_BEFORE_SECTION = 28.0
_BEFORE_HEADING = 9.0
BEFORE_PICTURE = 7.0  # points below the text above it
_SHORT = 560  # letters, nine lines
_LEAD = 540  # letters, nine lines: a lead that is not parted, and not from the body


@dataclass(frozen=True, slots=True)
class Numbering:
    """A paragraph's place in a list; `listing` tells lists apart, since each counts for itself.

    `depth` is the indent, `rank` counts only the lists of the same kind round it and chooses the label.
    """

    listing: int
    ordered: bool
    start: int
    depth: int
    rank: int
    label: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of a style; `after` overrides the style's space below, `anchor` names it for the contents.

    `keep` holds it to what follows, `whole` its lines together. `block` is the id of the block it is of, "@title" …
    """

    look: str
    runs: Runs
    anchor: str = ""
    after: float | None = None
    keep: bool = False
    whole: bool = False
    new_page: bool = False
    numbering: Numbering | None = None
    shaded: bool = False
    block: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture in a line of its own."""

    picture: Picture
    size: PictureSize
    after: float | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class PicturesAbreast:
    """Two pictures side by side, each with what stands under it."""

    shots: tuple[Shot, Shot]
    captions: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """A document in a frame, by paragraphs."""

    paragraphs: tuple[Runs, ...]
    block: str = ""


Item: TypeAlias = Para | Shot | PicturesAbreast | Box | ColumnGrid


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: level 1 a section, level 2 an article."""

    level: int
    words: str
    anchor: str


def contents(edition: Edition) -> tuple[ContentsLine, ...]:
    """Return the lines of the contents in print order."""
    lines: list[ContentsLine] = []
    for part in edition.sections:
        if part.pieces:
            lines.append(ContentsLine(1, printable(part.title), anchor(len(lines))))
            for piece in part.pieces:
                lines.append(ContentsLine(2, printable(piece.text.title), anchor(len(lines))))
    return tuple(lines)


def anchor(position: int) -> str:
    """Return the bookmark of the contents' n-th line."""
    return f"_Toc{position + 1:06d}"


def paragraphs_of(edition: Edition) -> list[Item]:
    """Return everything that follows the contents, in print order."""
    items: list[Item] = []
    lists = _Counter()
    lines = iter(contents(edition))
    for part in edition.sections:
        if not part.pieces:
            continue
        _space_below(items, _BEFORE_SECTION)
        line = next(lines)
        items.append(Para("Heading1", (Run(line.words),), line.anchor, new_page=not items))
        for piece in part.pieces:
            line = next(lines)
            first = len(items)
            items.append(Para("Heading2", (Run(line.words),), line.anchor, block="@title"))
            items.extend(_body(edition, piece, lists))
            if part.boxed:
                items[first:] = [
                    replace(one, shaded=True) if isinstance(one, Para) else one for one in items[first:]
                ]
            _space_below(items, _AFTER_NOTE if part.boxed else _AFTER_ARTICLE)
    column = geometry(edition.design.format).column
    return [_held(one, column) if isinstance(one, Para) and one.look in LOOKS else one for one in items]


def _held(para: Para, column: float) -> Para:
    look = BY_ID[para.look]
    left = list_left(para.numbering.depth) if para.numbering else look.left
    return replace(para, runs=held(para.runs, look, column * MM - left - look.right))


@dataclass(slots=True)
class _Counter:
    count: int = 0

    def next(self) -> int:
        self.count += 1
        return self.count


def _body(edition: Edition, piece: Piece, lists: _Counter) -> list[Item]:
    items: list[Item] = []
    text = piece.text
    if text.lead.strip():
        lead = text.lead.strip()
        short = len(lead) <= _LEAD
        items.append(Para("BTLead", (Run(lead),), keep=short, whole=short, block="@lead"))
    for part in gathered(text.blocks):
        if isinstance(part, Heading):
            _space_below(items, _BEFORE_HEADING)
        elif isinstance(part, Picture | PicturePair | Table):
            _space_below(items, BEFORE_PICTURE)
        items.extend(_part(edition, part, lists))
    if text.byline.strip():
        if items and _short(items[-1]):
            items[-1] = replace(items[-1], keep=True)
        items.append(Para("BTByline", (Run(text.byline.strip()),), block="@byline"))
    return items


def _short(item: Item) -> TypeGuard[Para]:
    """Tell whether a paragraph may be kept with the byline: a long one would leave half a page empty."""
    return isinstance(item, Para) and len(plain(item.runs)) <= _SHORT


def _part(edition: Edition, part: Part, lists: _Counter) -> Iterator[Item]:
    if isinstance(part, Listing):
        yield from _listing(part, (), lists)
    elif isinstance(part, Picture):
        words = masthead.caption(part)
        page = geometry(edition.design.format)
        # Word has no figure that spans its columns: there a page's width is a column's.
        wide = "column" if part.width == "page" and page.columns > 1 else part.width
        yield Shot(part, picture_size(edition, replace(part, width=wide), page), keep=bool(words))
        if words:
            yield Para("BTCaption", (Run(words),), block=part.id + CAPTION)
    elif isinstance(part, PicturePair):
        both = (part.left, part.right)
        left, right = (
            Shot(one, size)
            for one, size in zip(both, pair(edition, part, geometry(edition.design.format)), strict=True)
        )
        yield PicturesAbreast((left, right), (masthead.caption(part.left), masthead.caption(part.right)))
        yield Para("BTGap", ())
    elif isinstance(part, Table) and (paragraphs := box(part)) is not None:
        yield Box(paragraphs, part.id)
        yield Para("BTGap", ())
    elif isinstance(part, Table):
        grid = squared(part)
        if grid is not None:
            yield replace(grid, block=part.id)
            # Word melts neighbouring tables into one; this line keeps them apart.
            yield Para("BTGap", ())
    elif plain(part.runs).strip():
        look = "BTQuote" if isinstance(part, Quote) else "BTBody"
        if isinstance(part, Heading):
            look = "BTHeading1" if part.level <= 1 else "BTHeading2"
        yield Para(look, trimmed(part.runs), block=part.id)


def _listing(listing: Listing, kinds: tuple[bool, ...], lists: _Counter) -> Iterator[Item]:
    number, rank = lists.next(), kinds.count(listing.ordered)
    for position, entry in enumerate(listing.entries):
        words = label(listing, position, rank)
        place = Numbering(number, listing.ordered, listing.start, len(kinds), rank, words)
        yield Para("BTList", trimmed(entry.runs), numbering=place, block=entry.id)
        for below in entry.below:
            yield from _listing(below, (*kinds, listing.ordered), lists)


def _space_below(items: list[Item], points: float) -> None:
    """Make the last item stand at least so far from what follows."""
    if not items or not isinstance(items[-1], Para | Shot):
        return
    last = items[-1]
    look = BY_ID[last.look if isinstance(last, Para) else "BTPicture"]
    if not (isinstance(last, Para) and look.keep):
        items[-1] = replace(last, after=max(points, look.after if last.after is None else last.after))
