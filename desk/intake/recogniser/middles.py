"""The story itself: its lead, and the captions between its paragraphs."""

from __future__ import annotations

import re

from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import (
    is_caption,
    is_caption_of_two,
    is_labelled_caption,
    reads_like_caption,
)
from desk.intake.recogniser.leads import goes_on, opens_story
from desk.intake.recogniser.names import ends_open, is_numbered
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import PROSE_WORDS, Sheet, nearly_same, says_again
from desk.text.blocks import Heading, ListItem, Paragraph, Picture, Quote

_HOUR = re.compile(r"\d{1,2}\s*(?:[:hg]|giờ)\s*(?:\d\d)?")
_VERSE = 10
_SHORTEST = 5  # words of a lead


def mark_captions(sheet: Sheet) -> None:
    """Give captions their role; the same one said twice is said once."""
    places = list(sheet.free())
    credited = any(is_labelled_caption(sheet.words(at)) for at in places if sheet.is_text(at))
    before: int | None = None
    for index, at in enumerate(places):
        piece = sheet.pieces[at]
        if not isinstance(piece.block, (Paragraph, Quote)):
            before = at
            continue
        following = places[index + 1] if index + 1 < len(places) else None
        found = _caption(sheet, at, before, following, credited=credited)
        if found is not None:
            evidence, doubtful = found
            sheet.give(at, Role.CAPTION, evidence, doubtful=doubtful)
        before = at
    _say_once(sheet)


def _caption(
    sheet: Sheet, at: int, before: int | None, following: int | None, *, credited: bool
) -> tuple[Evidence, bool] | None:
    piece, words = sheet.pieces[at], sheet.words(at)
    under = piece.after_picture or (before is not None and isinstance(sheet.pieces[before].block, Picture))
    if piece.hint is Hint.CAPTION:
        return Evidence.CAPTION_STYLE, False
    if is_labelled_caption(words):
        return Evidence.CAPTION_WORDS, False
    if piece.indented or piece.rank or "\n" in words.strip():
        return None
    short = len(words.split()) < PROSE_WORDS * 2
    told = is_caption(words) or reads_like_caption(words) or is_caption_of_two(words)
    if under and short and (told or piece.centred or piece.italic):
        return Evidence.UNDER_PICTURE, not (piece.centred or piece.italic)
    twice = following is not None and nearly_same(words, sheet.words(following))
    if twice and short and not sheet.is_prose(at):
        return Evidence.REPEATED, True
    if (
        not _is_spoken_by(sheet, before, words)
        and not _is_entry(sheet, at)
        and reads_like_caption(words, sure=credited)
        and not piece.bold
        and not _is_verse(sheet, before, following)
    ):
        return Evidence.CAPTION_WORDS, True
    if (
        (piece.centred or (sheet.inset and before is not None))
        and following is not None
        and is_caption(words)
        and not piece.bold
    ):
        return Evidence.BARE_LINE, True
    return None


def _is_spoken_by(sheet: Sheet, before: int | None, words: str) -> bool:
    """Say whether a line names who said the passage set off above it: “…” and then a post and a name."""
    said = sheet.words(before) if before is not None else ""
    return said.startswith(("“", '"')) and said.rstrip()[-1:] in '”"' and ends_open(words)


def _is_entry(sheet: Sheet, at: int) -> bool:
    """Say whether only an hour stands above, "10:55", as in a report that goes on while it is written."""
    return at > 0 and bool(_HOUR.fullmatch(sheet.words(at - 1).strip()))


def _is_verse(sheet: Sheet, before: int | None, following: int | None) -> bool:
    """Say whether short lines, no sentences and no captions, stand before and after, as in a poem or a menu."""
    beside = [one for one in (before, following) if one is not None]
    return (
        len(beside) == 2
        and all(_is_short_line(sheet, one) for one in beside)
        and any(not sheet.words(one).endswith(".") for one in beside)
    )


def _is_short_line(sheet: Sheet, at: int) -> bool:
    words = sheet.words(at)
    return (
        sheet.is_text(at)
        and not sheet.is_prose(at)
        and len(words.split()) < _VERSE
        and not is_labelled_caption(words)
    )


def _say_once(sheet: Sheet) -> None:
    """Leave out what says a caption again right below it, whole or in part."""
    last = ""
    for at, found in enumerate(sheet.given):
        if found is not None and found.role is not Role.CAPTION:
            continue
        words = sheet.words(at)
        if last and nearly_same(last, words):
            sheet.give(at, Role.OUT, Evidence.REPEATED)
        else:
            last = words if found is not None else ""


def mark_lead(sheet: Sheet) -> None:
    """Give the first paragraph the lead's role where it begins a story or is set off."""
    places = [at for at in sheet.free() if not isinstance(sheet.pieces[at].block, Picture)]
    if len(places) < 2:
        return
    if len(places) > 2 and _is_cut_off(sheet.words(places[0]), sheet.words(places[1])):
        sheet.give(places.pop(0), Role.OUT, Evidence.REPEATED)
    if len(places) > 2 and _is_caption_over_story(sheet, places[0], places[1]):
        sheet.give(places.pop(0), Role.CAPTION, Evidence.BARE_LINE, doubtful=True)
    first, second = places[0], places[1]
    piece, words = sheet.pieces[first], sheet.words(first)
    if not isinstance(piece.block, (Paragraph, Quote)) or _is_address_to(words):
        return
    dashed = sheet.is_prose(first) and words[:1] in "-–" and not is_numbered(sheet.words(second))
    if is_numbered(words) and not (dashed or opens_story(words)):
        return
    later = [sheet.pieces[at] for at in places[1:] if sheet.is_prose(at)]
    alone = not piece.indented or not later or later[0].indented
    if says_again(words, sheet.words(second)):
        sheet.give(first, Role.LEAD, Evidence.SAID_TWICE)
    elif len(words.split()) >= _SHORTEST and _set_off(sheet, first, places):
        sheet.give(first, Role.LEAD, Evidence.LOOK)
    elif (
        not alone or (goes_on(words) and not (dashed or opens_story(words))) or len(words.split()) < _SHORTEST
    ):
        return
    elif _is_apart(sheet, places):
        sheet.give(first, Role.LEAD, Evidence.LOOK)
    elif opens_story(words):
        sheet.give(first, Role.LEAD, Evidence.OPENS_STORY)
    elif not _is_ruled(sheet, places):
        sheet.give(first, Role.LEAD, Evidence.PROSE, doubtful=True)


def _is_caption_over_story(sheet: Sheet, at: int, following: int) -> bool:
    """Say whether a short line stands between the title and a paragraph that begins the story."""
    piece, words = sheet.pieces[at], sheet.words(at)
    plain = isinstance(piece.block, Paragraph) and not (piece.bold or piece.italic or piece.rank)
    opens = opens_story(words) or words.startswith(("“", '"', "-", "–", "("))
    begins = sheet.is_prose(following) and opens_story(sheet.words(following))
    return plain and begins and not opens and not sheet.is_prose(at) and not words.endswith(("!", "?", ":"))


def _is_cut_off(words: str, following: str) -> bool:
    """Say whether a paragraph is only the beginning of the next one, “… ...”."""
    beginning = words.rstrip(" .…")
    return words.rstrip().endswith(("...", "…")) and following.startswith(beginning)


def _is_address_to(words: str) -> bool:
    """Say whether a paragraph only speaks to its readers: “Thưa đồng bào, đồng chí!”."""
    return words.rstrip().endswith("!") and len(words.split()) <= _VERSE


def _set_off(sheet: Sheet, first: int, places: list[int]) -> bool:
    """Say whether the first paragraph is bold or italic and the next ones are not."""
    piece = sheet.pieces[first]
    rest = [sheet.pieces[at] for at in places[1:4]]
    return (piece.bold and not all(one.bold for one in rest)) or (
        piece.italic and not all(one.italic for one in rest)
    )


def _is_apart(sheet: Sheet, places: list[int]) -> bool:
    """Say whether the first paragraph alone has no indent."""
    return not sheet.pieces[places[0]].indented and any(sheet.pieces[at].indented for at in places[1:])


def _is_ruled(sheet: Sheet, places: list[int]) -> bool:
    """Say whether headings or lists follow soon, as in a document rather than in a story."""
    return any(isinstance(sheet.pieces[at].block, (Heading, ListItem)) for at in places[1:4])
