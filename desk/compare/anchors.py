"""Anchors: where a comment's words stand in a text, and where they went when the text was edited.

An anchor names a place (a block's id, or a part of the head), offsets in code points, the words it was made
on, and 32 characters of context on both sides. Better lost than wrong: it moves to equal words elsewhere only
where their surroundings fit, and a lost one keeps its quotation until the words come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.compare.words import OpKind, word_ops
from desk.text.blocks import ArticleText, Block, Picture, block_text, nfc

WHOLE = ""  # the place of a word on the whole article
TITLE, LEAD, BYLINE = "@title", "@lead", "@byline"
CONTEXT = 32  # characters kept on each side
_NEAR = 8  # characters of unchanged context from which a remnant is taken for what is left
_LEFT = 0.34  # share of the words from which a remnant stands for them
_LONG = 24  # characters from which words that stand once need no context
_LONE = 16  # the same, where the words were all that stood in their place
_FIGURE = re.compile(r"\d[\d.,:/–-]*%?")  # a number, an hour, a date
_ALIKE = 0.5  # share of the quotation's words that what came back must hold


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one place of a text; the quotation stays what it was first made on."""

    place: str
    start: int = 0
    stop: int = 0
    quote: str = ""
    before: str = ""
    after: str = ""
    lost: bool = False


def at(text: ArticleText, place: str, start: int = 0, stop: int = 0) -> Anchor:
    """Make an anchor on a stretch; offsets beyond the place's end are drawn in. A picture is taken whole."""
    if place == WHOLE:
        return Anchor(WHOLE)
    block = _block(text, place)
    if isinstance(block, Picture):
        return Anchor(place, quote=nfc(block.caption))
    words = _places(text).get(place)
    if words is None:
        return Anchor(WHOLE)
    start, stop = max(0, min(start, len(words))), max(0, min(stop, len(words)))
    return _on(Anchor(place, quote=words[start:stop]), place, words, start, stop)


def words_now(anchor: Anchor, text: ArticleText) -> str:
    """Return the words that an anchor stands on now; "" where it is lost or on a picture or the whole."""
    if anchor.lost or anchor.place == WHOLE:
        return ""
    return _places(text).get(anchor.place, "")[anchor.start : anchor.stop]


def text_at(text: ArticleText, place: str) -> str:
    """Return the words of a place; "" where it has none, is a picture, the whole, or not there."""
    return _places(text).get(place, "")


def carried(anchor: Anchor, old: ArticleText, new: ArticleText) -> Anchor:
    """Follow an anchor from one text to the next; it is lost when its words are gone, found when they are back."""
    return _whole_again(_carried(anchor, old, new), new)


def _whole_again(anchor: Anchor, text: ArticleText) -> Anchor:
    """Let an anchor that shrank to a remnant stand on its whole quotation again where that came back round it."""
    if anchor.lost or anchor.place == WHOLE or not anchor.quote.strip():
        return anchor
    words = _places(text).get(anchor.place, "")
    if words[anchor.start : anchor.stop] == anchor.quote:
        return anchor
    there = [
        start
        for start in _hits(words, anchor.quote)
        if start < anchor.stop and start + len(anchor.quote) > anchor.start
    ]
    if len(there) != 1:
        return anchor
    return _on(anchor, anchor.place, words, there[0], there[0] + len(anchor.quote))


def _carried(anchor: Anchor, old: ArticleText, new: ArticleText) -> Anchor:
    if anchor.place == WHOLE:
        return anchor
    if anchor.lost:
        return _found_again(anchor, old, new)
    block = _block(old, anchor.place)
    if isinstance(block, Picture):
        return _with_picture(anchor, block, new)
    before, after = _places(old), _places(new)
    if before.get(anchor.place) == after.get(anchor.place) and anchor.place in after:
        return anchor
    was = before.get(anchor.place, "")
    words = was[anchor.start : anchor.stop]
    here = _on(anchor, anchor.place, was, anchor.start, anchor.stop) if anchor.place in before else anchor
    kept = _mapped(was, after[anchor.place], anchor.start, anchor.stop) if anchor.place in after else None
    if kept is not None and after[anchor.place][kept.start : kept.stop] == words:
        return _on(anchor, anchor.place, after[anchor.place], kept.start, kept.stop)
    moved = _sought(here, words, before, after)
    if moved is not None:
        return moved
    if kept is not None and kept.share >= _LEFT and kept.steady:
        return _on(anchor, anchor.place, after[anchor.place], kept.start, kept.stop)
    corrected = _corrected(was, after.get(anchor.place, ""), anchor.start, anchor.stop)
    if corrected is not None:
        return _on(anchor, anchor.place, after[anchor.place], *corrected)
    return replace(here, lost=True)


# -- in its place ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is left of a stretch in its own place: where, how much, and whether its surroundings stayed."""

    start: int
    stop: int
    share: float
    steady: bool


def _mapped(old: str, new: str, start: int, stop: int) -> _Kept | None:
    """Follow a stretch through the operations between two versions of its place."""
    here = there = 0
    first = last = -1
    left = near = 0
    for op in word_ops(old, new):
        size = len(op.text)
        if op.kind is OpKind.EQUAL:
            low, high = max(start, here), min(stop, here + size)
            if low < high:
                first = there + low - here if first < 0 else first
                last = there + high - here
                left += len(old[low:high].replace(" ", ""))
            near += max(0, min(start, here + size) - max(start - CONTEXT, here))
            near += max(0, min(stop + CONTEXT, here + size) - max(stop, here))
        here += size if op.kind is not OpKind.INSERT else 0
        there += size if op.kind is not OpKind.DELETE else 0
    if first < 0 or not left:
        return None
    first, last = _trimmed(new, first, last)
    whole = len(old[start:stop].replace(" ", ""))
    around = min(start, CONTEXT) + min(len(old) - stop, CONTEXT)
    return _Kept(first, last, left / whole, near >= min(_NEAR, around))


def _corrected(old: str, new: str, start: int, stop: int) -> tuple[int, int] | None:
    """Find the figure that took a figure's place while what stood on both its sides stayed."""
    here = there = 0
    ops = word_ops(old, new)
    for at, op in enumerate(ops):
        end = here + len(op.text)
        if op.kind is OpKind.DELETE and start <= here and end <= stop:
            rest = old[start:here] + old[end:stop]  # a sign beside it: "97" of "97%"
            come = ops[at + 1].text if at + 1 < len(ops) and ops[at + 1].kind is OpKind.INSERT else ""
            sides = (ops[at - 1].text if at else "") + (ops[at + 2].text if at + 2 < len(ops) else "")
            figures = _FIGURE.fullmatch(op.text.strip()) and _FIGURE.fullmatch(come.strip())
            if figures and not _worded(rest) and _worded(sides):
                return _trimmed(new, there - (here - start), there + len(come) + stop - end)
        here += len(op.text) if op.kind is not OpKind.INSERT else 0
        there += len(op.text) if op.kind is not OpKind.DELETE else 0
    return None


def _worded(text: str) -> bool:
    return any(map(str.isalnum, text))


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while start < stop and text[start].isspace():
        start += 1
    return start, stop


# -- elsewhere ---------------------------------------------------------------------------------------------


def _sought(anchor: Anchor, words: str, old: dict[str, str], places: dict[str, str]) -> Anchor | None:
    """Find where the same words came with the same surroundings; None where nothing, or more than one thing, fits.

    Equal words that stood there all along are not where these went to.
    """
    if not words.strip():
        return None
    hits = [
        (place, start)
        for place, text in places.items()
        for start in _hits(text, words)
        if _came(old.get(place, ""), text, start, start + len(words))
    ]
    scored = sorted(
        ((_fit(anchor, places[place], start, start + len(words)), place, start) for place, start in hits),
        key=lambda hit: -hit[0],
    )
    if not scored or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    score, place, start = scored[0]
    context = len(anchor.before.strip()) + len(anchor.after.strip())
    alone = len(scored) == 1 and len(words) >= (_LONG if context else _LONE)
    if not alone and score < max(1, min(_NEAR, context)):
        return None
    return _on(anchor, place, places[place], start, start + len(words))


def _came(old: str, new: str, start: int, stop: int) -> bool:
    """Say whether a stretch holds letters that were not in its place before."""
    there = 0
    for op in word_ops(old, new):
        if op.kind is OpKind.INSERT and there < stop and there + len(op.text) > start:
            return True
        there += len(op.text) if op.kind is not OpKind.DELETE else 0
    return False


def _hits(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _fit(anchor: Anchor, text: str, start: int, stop: int) -> int:
    """Count the characters of context that a stretch shares with an anchor, outwards from its edges."""
    before, after = text[:start], text[stop:]
    left = _common(anchor.before[::-1], before[::-1])
    right = _common(anchor.after, after)
    return left + right


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _found_again(anchor: Anchor, old: ArticleText, new: ArticleText) -> Anchor:
    """Put a lost anchor back where its words came back: the quotation, or what its context embraces."""
    block = _block(new, anchor.place)
    if isinstance(block, Picture) and _block(old, anchor.place) is None:
        return replace(anchor, lost=False)
    places = _places(new)
    was = _places(old)
    found = _sought(anchor, anchor.quote, was, places)
    if found is not None:
        return replace(found, lost=False)
    if len(anchor.before) < _NEAR or len(anchor.after) < _NEAR:
        return anchor
    embraced = []
    for place, text in places.items():
        start = text.find(anchor.before) + len(anchor.before)
        stop = text.find(anchor.after, start) if start >= len(anchor.before) else -1
        if (
            stop > start
            and _alike(anchor.quote, text[start:stop])
            and _came(was.get(place, ""), text, start, stop)
        ):
            embraced.append(_on(anchor, place, text, start, stop))
    return replace(embraced[0], lost=False) if len(embraced) == 1 else anchor


def _alike(quote: str, words: str) -> bool:
    wanted, there = set(quote.split()), set(words.split())
    return bool(wanted) and len(wanted & there) >= _ALIKE * max(len(wanted), len(there))


def _with_picture(anchor: Anchor, picture: Picture, new: ArticleText) -> Anchor:
    if isinstance(_block(new, anchor.place), Picture):
        return anchor
    same = [b.id for b in new.blocks if isinstance(b, Picture) and b.picture == picture.picture]
    return replace(anchor, place=same[0]) if len(same) == 1 else replace(anchor, lost=True)


# -- places ------------------------------------------------------------------------------------------------


def _on(anchor: Anchor, place: str, text: str, start: int, stop: int) -> Anchor:
    return replace(
        anchor,
        place=place,
        start=start,
        stop=stop,
        before=text[max(0, start - CONTEXT) : start],
        after=text[stop : stop + CONTEXT],
    )


def _places(text: ArticleText) -> dict[str, str]:
    """Return the words of every place of a text, in reading order."""
    head = {TITLE: nfc(text.title), LEAD: nfc(text.lead)}
    body = {b.id: nfc(block_text(b)) for b in text.blocks if not isinstance(b, Picture)}
    return {**head, **body, BYLINE: nfc(text.byline)}


def reading_order(text: ArticleText) -> dict[str, int]:
    """Return the rank of every place of a text; the whole article comes first."""
    order = (WHOLE, TITLE, LEAD, *(block.id for block in text.blocks), BYLINE)
    return {place: rank for rank, place in enumerate(order)}


def _block(text: ArticleText, place: str) -> Block | None:
    return next((block for block in text.blocks if block.id == place), None)
