"""Pieces with their roles put together: an article's text, its captions, what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.pieces import levelled
from desk.intake.recogniser.captions import caption_words
from desk.intake.recogniser.recognise import Recognised
from desk.intake.recogniser.roles import Assigned, Role
from desk.intake.recogniser.sheet import says_again
from desk.intake.result import CaptionPlace, Doubt, DoubtKind, Taken
from desk.text.blocks import ArticleText, Block, Paragraph, Picture, Run, block_text, body_text, normal, plain
from desk.text.decoding import legacy_letters

_NEAR = 4  # blocks: a picture may stand between the lead and what says it again


def article(document: IntakeDocument, found: Recognised, name: str = "") -> Taken:
    """Make an article of a document; BadIntake(NO_ARTICLE) when nothing is left of it."""
    text, captions = assembled(found.pieces, found.date_line.when if found.date_line else None, found.author)
    if not (text.title or text.lead or text.blocks):
        raise BadIntake(IntakeFault.NO_ARTICLE, name)
    repeated = _repeated(text)
    out = tuple(
        line
        for one in found.pieces
        if one.role is Role.OUT
        for line in one.piece.words.splitlines()
        if line.strip()
    )
    return Taken(
        text,
        (*document.doubts, *_doubts(text, found, captions, repeated)),
        repeated,
        captions,
        (*document.lines, *out),
        dict(document.left_out),
    )


def assembled(
    pieces: Sequence[Assigned], when: date | None, author: str = ""
) -> tuple[ArticleText, tuple[CaptionPlace, ...]]:
    """Return the text that roles make of pieces, and the captions in it.

    A caption beside a picture becomes its caption; one without stays a paragraph of the body, at its place.
    """
    said = {role: _joined(pieces, role) for role in (Role.TITLE, Role.LEAD, Role.BYLINE)}
    kept = [one for one in pieces if one.role in (Role.BODY, Role.CAPTION)]
    blocks = levelled([one.piece for one in kept])
    shown, places = _with_captions(kept, blocks)
    text = ArticleText(said[Role.TITLE], said[Role.LEAD], said[Role.BYLINE] or author, when, tuple(shown))
    return normal(text), tuple(places)


def _joined(pieces: Sequence[Assigned], role: Role) -> str:
    between = {Role.TITLE: " ", Role.LEAD: "\n", Role.BYLINE: " – "}[role]
    return between.join(
        " ".join(one.piece.words.split()) if role is not Role.LEAD else one.piece.words
        for one in pieces
        if one.role is role
    )


def _with_captions(
    kept: Sequence[Assigned], blocks: Sequence[Block]
) -> tuple[list[Block], list[CaptionPlace]]:
    shown: list[Block] = []
    places: list[CaptionPlace] = []
    for one, block in zip(kept, blocks, strict=True):
        last = shown[-1] if shown else None
        if one.role is not Role.CAPTION:
            shown.append(block)
            if isinstance(block, Picture) and block.caption:
                places.append(CaptionPlace(block.id, shown[-2].id if len(shown) > 1 else "", block.caption))
            continue
        words = caption_words(one.piece.words)
        if isinstance(last, Picture) and not last.caption:
            shown[-1] = replace(last, caption=words)
            places.append(CaptionPlace(last.id, shown[-2].id if len(shown) > 1 else "", words))
            continue
        before = places[-1] if places else None
        if before is not None and last is not None and before.block_id == last.id and words[:1].islower():
            whole = f"{before.text} {words}"  # its line was broken
            places[-1] = replace(before, text=whole)
            shown[-1] = replace(last, caption=whole) if isinstance(last, Picture) else _line(last.id, whole)
            continue
        same = isinstance(block, Paragraph) and " ".join(plain(block.runs).split()) == words
        shown.append(block if same else _line(block.id, words))
        places.append(CaptionPlace(block.id, last.id if last else "", words))
    return shown, places


def _line(block_id: str, words: str) -> Paragraph:
    return Paragraph(block_id, (Run(words),))


def _repeated(text: ArticleText) -> str | None:
    for block in text.blocks[:_NEAR]:
        if isinstance(block, Paragraph) and says_again(text.lead, block_text(block)):
            return block.id
    return None


def _doubts(
    text: ArticleText, found: Recognised, captions: Sequence[CaptionPlace], repeated: str | None
) -> list[Doubt]:
    doubts = _date_doubts(found)
    lead = next((one for one in found.pieces if one.role is Role.LEAD), None)
    if not text.title:
        doubts.append(Doubt(DoubtKind.NO_TITLE))
    if not text.lead:
        doubts.append(Doubt(DoubtKind.NO_LEAD))
    elif lead is not None and lead.doubtful:
        doubts.append(Doubt(DoubtKind.LEAD_GUESSED, text.lead))
    if not text.byline:
        doubts.append(Doubt(DoubtKind.NO_BYLINE))
    if repeated:
        doubts.append(Doubt(DoubtKind.REPEATED_LEAD, text.lead, repeated))
    bare = {one.piece.block.id for one in found.pieces if one.role is Role.CAPTION}
    doubts += [
        Doubt(DoubtKind.CAPTION_GUESSED, place.text, place.block_id)
        for place in captions
        if place.block_id in bare
    ]
    strange = legacy_letters(f"{text.title}\n{text.lead}\n{body_text(text)}")
    if strange:
        doubts.append(Doubt(DoubtKind.LEGACY_LETTERS, strange))
    return doubts


def _date_doubts(found: Recognised) -> list[Doubt]:
    when = found.date_line
    if when is None:
        return [Doubt(DoubtKind.NO_DATE)]
    if when.when is None:
        return [Doubt(DoubtKind.BAD_DATE, found.date_words)]
    return [] if when.weekday_true else [Doubt(DoubtKind.WEEKDAY, found.date_words)]
