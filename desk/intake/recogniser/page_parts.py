"""A page's pieces told apart: date, title, lead, body, captions, byline, foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desk.errors import BadIntake, IntakeFault
from desk.intake.pieces import IntakePiece, levelled
from desk.intake.recogniser.date_line import DateLine, read_date_line
from desk.intake.recogniser.line_kinds import is_byline, is_caption, is_foot, same_words
from desk.intake.result import CaptionPlace, Doubt, DoubtKind, Dropped, Taken
from desk.text.blocks import (
    TITLE_LIMIT,
    ArticleText,
    Block,
    Heading,
    Mark,
    Paragraph,
    block_text,
    body_text,
    normal,
)
from desk.text.decoding import legacy_letters

_TOP = 5  # the date line and the title stand among the first pieces


def article(
    pieces: Sequence[IntakePiece],
    name: str = "",
    addresses: Sequence[str] = (),
    left_out: Mapping[Dropped, int] | None = None,
) -> Taken:
    """Make an article of a page's pieces; BadIntake(NO_ARTICLE) when nothing is left of it."""
    body, foot = _foot(list(pieces))
    when, doubts = _date(body)
    title, head = _title(body)
    lead, guessed = _lead(body)
    byline = _byline(body)
    captions = _captions(body)
    blocks = levelled(body)
    text = normal(ArticleText(title, lead, byline, when.when if when else None, tuple(blocks)))
    if not (text.title or text.lead or text.blocks):
        raise BadIntake(IntakeFault.NO_ARTICLE, name)
    repeated = _repeated(text)
    doubts += _missing(text, guessed)
    if repeated:
        doubts.append(Doubt(DoubtKind.REPEATED_LEAD, block_text(text.blocks[0]), repeated))
    doubts += [Doubt(DoubtKind.CAPTION_GUESSED, place.text, place.block_id) for place in captions]
    strange = legacy_letters(f"{title}\n{lead}\n{body_text(text)}")
    if strange:
        doubts.append(Doubt(DoubtKind.LEGACY_LETTERS, strange))
    dropped = (*addresses, *head, *foot)
    return Taken(text, tuple(doubts), repeated, captions, dropped, dict(left_out or {}))


def _foot(pieces: list[IntakePiece]) -> tuple[list[IntakePiece], list[str]]:
    for at, piece in enumerate(pieces):
        if at and is_foot(piece.words):
            return pieces[:at], [
                line for rest in pieces[at:] for line in rest.words.splitlines() if line.strip()
            ]
    return pieces, []


def _date(body: list[IntakePiece]) -> tuple[DateLine | None, list[Doubt]]:
    """Take the date line out of the pieces."""
    for at, piece in enumerate(body[:_TOP]):
        found = read_date_line(piece.words)
        if found:
            del body[at]
            if found.when is None:
                return found, [Doubt(DoubtKind.BAD_DATE, piece.words)]
            return found, [] if found.weekday_true else [Doubt(DoubtKind.WEEKDAY, piece.words)]
    return None, [Doubt(DoubtKind.NO_DATE)]


def _title(body: list[IntakePiece]) -> tuple[str, list[str]]:
    """Take the title and what stands over it out of the pieces: a heading near the top, or the first line."""
    for at, piece in enumerate(body[:_TOP]):
        if isinstance(piece.block, Heading):
            over = [line for before in body[:at] for line in before.words.splitlines()]
            del body[: at + 1]
            return piece.words, over
    if (
        body
        and isinstance(body[0].block, Paragraph)
        and not body[0].indented
        and len(body[0].words) <= TITLE_LIMIT
    ):
        return body.pop(0).words, []
    return "", []


def _lead(body: list[IntakePiece]) -> tuple[str, bool]:
    """Take the lead out of the pieces; True when only its place speaks for it."""
    if len(body) < 2 or not isinstance(body[0].block, Paragraph) or body[0].indented:
        return "", False
    first, second = body[0], body[1]
    stands_out = any(piece.indented for piece in body[1:]) or _emphasized(first.block)
    body.pop(0)
    return first.words, not (stands_out or same_words(first.words, second.words))


def _emphasized(block: Block) -> bool:
    return isinstance(block, Paragraph) and all(run.marks & {Mark.BOLD, Mark.ITALIC} for run in block.runs)


def _byline(body: list[IntakePiece]) -> str:
    """Take the byline out of the pieces."""
    if len(body) < 2 or not isinstance(body[-1].block, Paragraph) or not is_byline(body[-1].words):
        return ""
    return body.pop().words


def _captions(body: list[IntakePiece]) -> tuple[CaptionPlace, ...]:
    """Find bare short paragraphs amid indented ones, and those that a page set like a caption."""
    inset = sum(piece.indented for piece in body) * 2 > len(body)
    found = []
    for at, piece in enumerate(body[:-1]):
        looks_it = piece.centred or piece.after_picture or (inset and at > 0)
        if looks_it and isinstance(piece.block, Paragraph) and not piece.indented and is_caption(piece.words):
            found.append(CaptionPlace(piece.block.id, body[at - 1].block.id if at else "", piece.words))
    return tuple(found)


def _repeated(text: ArticleText) -> str | None:
    first = text.blocks[0] if text.blocks else None
    return first.id if isinstance(first, Paragraph) and same_words(text.lead, block_text(first)) else None


def _missing(text: ArticleText, guessed: bool) -> list[Doubt]:
    found = []
    if not text.title:
        found.append(Doubt(DoubtKind.NO_TITLE))
    if not text.lead:
        found.append(Doubt(DoubtKind.NO_LEAD))
    elif guessed:
        found.append(Doubt(DoubtKind.LEAD_GUESSED, text.lead))
    if not text.byline:
        found.append(Doubt(DoubtKind.NO_BYLINE))
    return found
