"""The story itself: its lead, and the captions between its paragraphs."""

from __future__ import annotations

import re

from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import (
    is_caption,
    is_caption_of_two,
    is_labelled_caption,
    may_show,
    names_photographer,
    reads_like_caption,
)
from desk.intake.recogniser.leads import goes_on, opens_story
from desk.intake.recogniser.names import ends_open, is_numbered
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import PROSE_WORDS, Sheet, nearly_same, says_again
from desk.text.blocks import Heading, ListItem, Paragraph, Picture, Quote

_HOUR = re.compile(r"\d{1,2}\s*(?:[:hg]|giờ)\s*(?:\d\d)?")
_ASKS = re.compile(r"(?:câu hỏi|hỏi|trả lời|đáp)(?:\s*\d{1,2})?\s*:", re.IGNORECASE)
_SPEAKER = re.compile(r"[A-ZĐ][^:.!?]{1,40}:\s")  # "PV: …", "Đồng chí A: …"
_PHOTO_STORY = re.compile(
    r"\W*(?:chùm ảnh|phóng sự ảnh|bộ ảnh|loạt ảnh|photo|ảnh|ngắm ảnh|những hình ảnh|hình ảnh)\b",
    re.IGNORECASE,
)
_STORY_CAPTION = 30  # words of a picture's line where the pictures are the story
_VERSE = 10
_SHORTEST = 5  # words of a lead
_COUNTER = re.compile(r"\(?\d{1,2}\s*/\s*\d{1,2}\)?")
_COUNTED_WORDS = 45
_FEW_CAPTIONS = 2
_ANNOUNCES = re.compile(
    r"\W*(?:(?:một số|một vài|vài|những|các|chùm) )?(?:hình ảnh|ảnh)(?: (?:tại|trong|về|của|khác|hoạt động|buổi)\b"
    r"[^.]{0,80})?\s*[:./]*",
    re.IGNORECASE,
)
_WIDGET = re.compile(r"(?:left ?center ?right ?del\s*)+", re.IGNORECASE)  # where Party papers set a picture
_LONG_OPEN, _FINISHED = (16, 40), 2  # words of a caption that is no heading; paragraphs beside it that end
_HEAD_WORDS = 8  # of a heading within the text


def mark_captions(sheet: Sheet) -> None:
    """Give captions their role; the same one said twice is said once."""
    places = list(sheet.free())
    credited = any(names_photographer(sheet.words(at)) for at in places if sheet.is_text(at))
    before: int | None = None
    _mark_counted(sheet)
    for index, at in enumerate(places):
        if sheet.given[at] is not None:
            before = at
            continue
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
    _mark_long_open(sheet, places)
    _mark_beside_others(sheet, places)
    _mark_photo_story(sheet)
    _mark_heads_again(sheet)
    _say_once(sheet)


def _mark_counted(sheet: Sheet) -> None:
    """Give lines under a gallery's counters, "1/4", "2/4" …, the captions' role."""
    counted = [at for at in range(len(sheet.pieces)) if _COUNTER.fullmatch(sheet.words(at).strip())]
    totals = {sheet.words(at).strip().rpartition("/")[2].strip() for at in counted}
    if len(counted) < _FEW_CAPTIONS or len(totals) != 1:
        return
    for step in (1, -1):
        beside = [at + step for at in counted if 0 <= at + step < len(sheet.pieces)]
        free = [
            at for at in beside if sheet.given[at] is None and isinstance(sheet.pieces[at].block, Paragraph)
        ]
        if len(free) >= len(counted) - 1:
            for at in free:
                if len(sheet.words(at).split()) <= _COUNTED_WORDS:
                    sheet.give(at, Role.CAPTION, Evidence.UNDER_PICTURE)
            return


def _mark_long_open(sheet: Sheet, places: list[int]) -> None:
    """Give the one long line without a stop among finished paragraphs the captions' role: no heading is so long."""
    plain = [
        at
        for at in places
        if sheet.given[at] is None and isinstance(sheet.pieces[at].block, Paragraph) and sheet.is_text(at)
    ]
    prose = [at for at in plain if sheet.is_prose(at)]
    open_ends = [at for at in plain if _is_long_open(sheet.words(at))]
    finished = [at for at in prose if not ends_open(sheet.words(at))]
    if len(open_ends) != 1 or len(finished) < _FINISHED or len(finished) < len(prose) - 1:
        return
    at = open_ends[0]
    piece = sheet.pieces[at]
    inside = finished[0] < at < finished[-1]
    if inside and not (piece.bold or piece.indented or piece.rank or is_numbered(sheet.words(at))):
        sheet.give(at, Role.CAPTION, Evidence.BARE_LINE, doubtful=True)


def _is_long_open(words: str) -> bool:
    counted = len(words.split())
    one_line = not set("\n\t") & set(words.strip())
    return _LONG_OPEN[0] <= counted <= _LONG_OPEN[1] and ends_open(words) and words[:1].isupper() and one_line


def _mark_beside_others(sheet: Sheet, places: list[int]) -> None:
    """Give the short sentences between paragraphs the captions' role that could each describe a picture.

    Not on a page whose captions end without a stop; beside captions with one a line may begin with whatever.
    """
    found = [sheet.words(at).rstrip() for at in places if sheet.role(at) is Role.CAPTION]
    ended = [words.endswith(".") for words in found if not is_labelled_caption(words)]
    styles = {
        True: any(ended) or not found,
        False: not all(ended) or not found,
    }  # a page's captions end alike
    for index, at in enumerate(places):
        if sheet.given[at] is not None or not isinstance(sheet.pieces[at].block, Paragraph) or index == 0:
            continue
        before, following = places[index - 1], places[index + 1] if index + 1 < len(places) else None
        plain = not (sheet.pieces[at].bold or sheet.pieces[at].indented or sheet.pieces[at].rank)
        shows = may_show(sheet.words(at), anything=any(ended)) and (following is not None or any(ended))
        shows = shows and styles[sheet.words(at).rstrip().endswith(".")]
        if plain and shows and _stands_between(sheet, at, before, following):
            sheet.give(at, Role.CAPTION, Evidence.CAPTION_WORDS, doubtful=True)


def _mark_photo_story(sheet: Sheet) -> None:
    """Give the short sentences of a story in pictures, "Chùm ảnh: …", the captions' role, all but its lead."""
    title = next((sheet.words(at) for at in range(len(sheet.pieces)) if sheet.role(at) is Role.TITLE), "")
    if not _PHOTO_STORY.match(title):
        return
    captions = [at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.CAPTION]
    if len(captions) < _FEW_CAPTIONS:
        return
    free = [at for at in sheet.free() if isinstance(sheet.pieces[at].block, Paragraph)]
    for at in free[1:]:
        words = sheet.words(at)
        if (
            len(words.split()) <= _STORY_CAPTION
            and not sheet.is_prose(at)
            and not is_numbered(words)
            and words.endswith(".")
        ):
            sheet.give(at, Role.CAPTION, Evidence.CAPTION_WORDS, doubtful=True)


def _mark_heads_again(sheet: Sheet) -> None:
    """Leave a short line without a stop to the text, where every other caption of the page ends with one."""
    found = [at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.CAPTION]
    words = [sheet.words(at).rstrip() for at in found]
    ended = [line.endswith(".") or is_labelled_caption(line) for line in words]
    if sum(ended) < _FEW_CAPTIONS or sum(not one for one in ended) != 1:
        return
    for at, line in zip(found, words, strict=True):
        following = at + 1 < len(sheet.pieces) and sheet.role(at + 1) is None and sheet.is_text(at + 1)
        short = len(line.split()) <= _HEAD_WORDS and not is_labelled_caption(line) and not line.endswith(".")
        if short and following and not sheet.pieces[at].after_picture:
            sheet.give(at, Role.BODY, Evidence.PROSE, doubtful=True)


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
    if short and at and _WIDGET.fullmatch(sheet.words(at - 1).strip()):
        return Evidence.UNDER_PICTURE, False
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


def _stands_between(sheet: Sheet, at: int, before: int | None, following: int | None) -> bool:
    """Say whether a line is shorter than the paragraphs before and after it, as a picture's between them."""
    if before is None or _is_entry(sheet, at) or _is_spoken_by(sheet, before, sheet.words(at)):
        return False
    beside = [one for one in (before, following) if one is not None]
    longer = [
        sheet.is_text(one)
        and (
            len(sheet.words(one).split()) > len(sheet.words(at).split())
            or bool(_SPEAKER.match(sheet.words(one)))
        )
        for one in beside
    ]
    shown = [sheet.is_text(one) and may_show(sheet.words(one)) for one in beside]
    return all(a or b for a, b in zip(longer, shown, strict=True)) and any(longer)


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
            continue
        if found is not None and last and _is_alt(last, words):
            sheet.give(at - 1, Role.OUT, Evidence.REPEATED)
        last = words if found is not None else ""


def _is_alt(words: str, caption: str) -> bool:
    """Say whether a line is what a page calls a picture by itself: some words of the caption below it."""
    return words[:1].islower() and words.strip(" .").casefold() in caption.casefold()


def mark_announced(sheet: Sheet) -> None:
    """Leave out the story's last line where it announces pictures that did not come: “Một số hình ảnh:”."""
    free = [at for at in sheet.free() if sheet.is_text(at)]
    for at in free[-1:]:
        shown = (isinstance(piece.block, Picture) for piece in sheet.pieces[at + 1 :])
        captioned = (sheet.role(one) is Role.CAPTION for one in range(at + 1, len(sheet.pieces)))
        if len(free) > 1 and _ANNOUNCES.fullmatch(sheet.words(at)) and not (any(shown) or any(captioned)):
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)


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
    if not isinstance(piece.block, (Paragraph, Quote)) or _is_address_to(words) or _ASKS.match(words):
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
