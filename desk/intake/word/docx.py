"""A Word file, .docx, .docm or .dotx, transitional or strict (ECMA-376), becomes an intake document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.document import IntakeDocument, SourceComment
from desk.intake.html.markup import PART, read_markup
from desk.intake.packages import Element, children
from desk.intake.result import Dropped
from desk.intake.word.body import TAGS, StoryReader
from desk.intake.word.chunks import with_chunks
from desk.intake.word.comments import comments
from desk.intake.word.drawings import SHOWN_PICTURES
from desk.intake.word.legacy_names import only_named
from desk.intake.word.names import w
from desk.intake.word.notes import notes_markup
from desk.intake.word.numbering import Numbering
from desk.intake.word.package import Part, WordPackage
from desk.intake.word.reading import Reading
from desk.intake.word.styles import Styles

_BODY, _TC = w("body"), w("tc")
_PLACES = frozenset((w("p"), _TC))


def read_docx(data: bytes, name: str, *, original: bool = False, inside: bool = False) -> IntakeDocument:
    """Read a Word file; `original`: as it was before the changes that were tracked, else with all of them made.

    `inside` another one: files within it are not read.

    BadIntake says why it cannot be read: ENCRYPTED, BROKEN, TOO_HEAVY, DANGEROUS, EMPTY, UNKNOWN_KIND.
    """
    package = WordPackage(data, name)
    styles = Styles(_root(package, "styles"), lambda: _root(package, "theme"))
    text = package.text()
    numbers = Numbering(_root(package, "numbering"), styles.numbering_of)
    read_word = None if inside else partial(read_docx, inside=True)  # one could hold itself
    reading = Reading(package, styles, numbers, original, only_named(text), read_word)
    markup = _text(reading, text)
    markup.append(notes_markup(reading))
    _headers(reading)
    document = with_chunks(read_markup(markup, reading.pictures), reading.chunks)
    return replace(
        document,
        comments=tuple(_placed(comments(reading), document)),
        left_out=_left_out(reading, document),
        bookmarks=reading.bookmarks,
        tracked=tuple(reading.tracked),
        lines=(*(one for one in document.lines if not one.startswith(PART)), *reading.lines),
    )


def _root(package: WordPackage, kind: str) -> Element | None:
    part = package.named(kind)
    return None if part is None else package.root(part.name)


def _text(reading: Reading, text: bytes) -> list[str]:
    """Return the markup of the text itself, block by block."""
    package = reading.package
    story = StoryReader(reading, package.main)
    markup = []
    places: Counter[str] = Counter()
    for block in children(text, package.name, _BODY, (*TAGS, _TC)):
        if block.tag in _PLACES:
            places[block.tag] += 1
            if places[_TC] > limits.CELLS or places.total() > limits.PLACES:
                raise BadIntake(IntakeFault.TOO_HEAVY, package.name)
        parent = block.getparent()
        if parent is not None and parent.tag == _BODY:
            markup.append(story.block(block))
    markup.append(story.rest())
    return markup


def _headers(reading: Reading) -> None:
    """Count the headers and footers that say something; none of them is part of the text."""
    parts: list[Part] = [
        reading.package.part(one.target)
        for kind in ("header", "footer")
        for one in reading.package.main.of_kind(kind)
    ]
    for part in parts:
        root = reading.package.root(part.name)
        if root is None:
            continue
        words = any(any(map(str.isalpha, one.text or "")) for one in root.iter(w("t")))
        if words or next(root.iter(*SHOWN_PICTURES), None) is not None:
            reading.dropped[Dropped.HEADERS] += 1


def _placed(found: tuple[SourceComment, ...], document: IntakeDocument) -> Iterator[SourceComment]:
    """Put a comment at an empty paragraph to the piece before it."""
    known = {piece.source for piece in document.pieces}
    numbers = sorted(int(source[1:]) for source in known if source)
    for one in found:
        if not one.source or one.source in known:
            yield one
        else:
            before = [number for number in numbers if number < int(one.source[1:])]
            yield replace(one, source=f"p{before[-1]}" if before else "")


def _left_out(reading: Reading, document: IntakeDocument) -> dict[Dropped, int]:
    """Return what was left out; every Word file has fonts and colours, they are nobody's loss."""
    counts = Counter(document.left_out)
    counts.update(reading.dropped)
    counts[Dropped.PICTURES] -= reading.lost
    del counts[Dropped.FONTS], counts[Dropped.COLOURS]
    return {kind: counts[kind] for kind in Dropped if counts[kind] > 0}
