"""Lines that a copy ran together: a title and its date, a picture's alternative text and its caption.

Sources of the forms: commune portals (title and date), news sites that name a picture by its article's title
("… ảnh 1"), the picture widget of Party papers ("leftcenterrightdel"), papers that set section, date and agency
in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.intake.pieces import IntakePiece, cut
from desk.intake.recogniser.date_line import read_date_line
from desk.text.blocks import Paragraph, Run, new_id

_TITLE_AND_DATE = re.compile(r"(\S+(?: +\S+){3,30}?) +((?:ngày )?(?:cập nhật|đăng)\b.{6,60})", re.IGNORECASE)
_DATE_AND_AGENCY = re.compile(
    r"((?:\D{2,40}[\s–-])?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\s,|–-]*\d{1,2}[:h]\d\d(?: ?\(?GMT ?\+? ?7\)?)?)\s*"
    r"(\(?[A-ZĐ][A-ZĐ.]{1,9}(?:\.VN|\.vn| Online)?\)? ?[-–] ?\S.{40,})"
)
_WIDGET = re.compile(r"((?:left ?center ?right ?del\s+)+)(\S.*)", re.IGNORECASE)
_PICTURE_NUMBER = re.compile(r"\s*(?:[-–—(]\s*)?(?:ảnh|hình|photo)\s*\d{1,2}\s*[).:]?\s*", re.IGNORECASE)
_TITLE_WORDS = range(4, 40)
_BROKEN_WORDS, _REST_WORDS = 12, 3
_HEAD = 30  # pieces among which the title stands


def parted(pieces: Sequence[IntakePiece]) -> Iterator[IntakePiece]:
    """Yield the pieces of a document, those that are two lines run together as two."""
    titles = [
        words
        for words in (piece.words.strip() for piece in pieces[:_HEAD])
        if len(words.split()) in _TITLE_WORDS
    ]
    for piece in pieces:
        at = _seam(piece, titles)
        block = piece.block
        if at is None or not isinstance(block, Paragraph):
            yield piece
            continue
        first, second = at
        yield replace(piece, block=replace(block, runs=cut(block.runs, 0, first)))
        yield replace(piece, block=Paragraph(new_id(), cut(block.runs, second, len(piece.words))))


def joined(pieces: Sequence[IntakePiece]) -> Iterator[IntakePiece]:
    """Yield the pieces, a sentence that was broken over two lines as one."""
    before: IntakePiece | None = None
    for piece in pieces:
        if before is not None and _goes_on(before, piece):
            block, more = before.block, piece.block
            assert isinstance(block, Paragraph)
            assert isinstance(more, Paragraph)
            before = replace(before, block=replace(block, runs=(*block.runs, Run(" "), *more.runs)))
            continue
        if before is not None:
            yield before
        before = piece
    if before is not None:
        yield before


def _goes_on(before: IntakePiece, piece: IntakePiece) -> bool:
    """Say whether a plain line goes on with the long one above it, which ended in the middle of a sentence."""
    if type(before.block) is not Paragraph or type(piece.block) is not Paragraph:
        return False
    above, words = before.words.rstrip(), piece.words
    return (
        len(above.split()) >= _BROKEN_WORDS
        and (above[-1:].isalnum() or above[-1:] in ",-–")
        and words[:1].islower()
        and len(words.split()) >= _REST_WORDS
        and words.rstrip().endswith((".", "!", "?", "…", "”", ";", ":"))
    )


def _seam(piece: IntakePiece, titles: Sequence[str]) -> tuple[int, int] | None:
    """Return where the first line ends and where the second one begins, None for a line that is one."""
    if not isinstance(piece.block, Paragraph):
        return None
    found = _TITLE_AND_DATE.fullmatch(piece.words)
    if found and read_date_line(found[2]) is not None:
        return found.end(1), found.start(2)
    found = _DATE_AND_AGENCY.fullmatch(piece.words)
    if found and read_date_line(found[1]) is not None:
        return found.end(1), found.start(2)
    found = _WIDGET.fullmatch(piece.words)
    if found:
        return found.end(1), found.start(2)
    return _after_alternative_text(piece.words, titles)


def _after_alternative_text(words: str, titles: Sequence[str]) -> tuple[int, int] | None:
    start = len(words) - len(words.lstrip())
    for title in titles:
        if not words.startswith(title, start):
            continue
        number = _PICTURE_NUMBER.match(words, start + len(title))
        if number and words[number.end() : number.end() + 1].isupper():
            return number.end(), number.end()
    return None
