"""A poem: short lines of one measure and no prose; its verses are no title, no lead and no captions."""

from __future__ import annotations

from collections import Counter

from desk.intake.recogniser.date_line import read_date_line
from desk.intake.recogniser.furniture import is_foot, is_furniture, is_kicker
from desk.intake.recogniser.letterhead import is_body_name, is_greeting, is_letterhead
from desk.intake.recogniser.names import is_byline, is_labelled, is_numbered, names_person
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet
from desk.text.blocks import Paragraph, Quote

_VERSES = 4  # fewer are no poem
_MEASURES = range(4, 9)  # syllables of a verse: four to eight, six and eight by turns
_MENU = 12  # lines over a page's date
_TWO = 2  # measures of a poem
_EVEN = 0.75  # of the verses have one of them


def mark_poem(sheet: Sheet) -> bool:
    """Give title and verses of a poem their roles; say whether the sheet holds one.

    The title is what stands above the first verse, unlike the verses in measure or look. A poem without one has none.
    """
    if any(
        sheet.is_prose(at) or not isinstance(sheet.pieces[at].block, (Paragraph, Quote))
        for at in sheet.free()
    ):
        return False
    places = _within_page([at for at in sheet.free() if sheet.words(at).strip()], sheet)
    while places and _is_frame(sheet.words(places[0])):
        places.pop(0)
    end = len(places)
    while end and _is_signed(sheet.words(places[end - 1])):
        end -= 1
    last = places[-1] if places else 0
    places, signed = places[:end], places[end:]
    verses = [line for at in places for line in sheet.words(at).splitlines() if _is_told(line)][1:]
    measures = _measures(verses)
    if not measures or not _are_verses(verses, measures):
        return False
    first = places[0]
    above = _title_above_date(sheet, first, measures)
    if above is not None:
        sheet.give(above, Role.TITLE, Evidence.FIRST_LINE)
    titled = (
        above is None
        and "\n" not in sheet.words(first).strip()
        and _stands_out(sheet, first, places[1:], measures)
    )
    if titled:
        evidence = (
            Evidence.LOOK if sheet.pieces[first].bold or sheet.pieces[first].centred else Evidence.FIRST_LINE
        )
        sheet.give(first, Role.TITLE, evidence)
    for at in places[titled:]:
        words = sheet.words(at).strip()
        if at == places[titled] and names_person(words) and is_byline(words):
            sheet.give(at, Role.BYLINE, Evidence.NAME)
        else:
            sheet.give(at, Role.BODY, Evidence.PROSE)
    for at in signed:
        if read_date_line(sheet.words(at)) is None:
            named = is_labelled(sheet.words(at)) or names_person(sheet.words(at))
            sheet.give(at, Role.BYLINE if named else Role.BODY, Evidence.NAME if named else Evidence.PROSE)
    for at in list(sheet.free(signed[-1] + 1 if signed else places[-1] + 1)):
        if is_furniture(sheet.words(at)) or is_foot(sheet.words(at)) or at > last:
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    for at in list(sheet.free(0, first)):
        if read_date_line(sheet.words(at)) is None:
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    return True


def _title_above_date(sheet: Sheet, first: int, measures: set[int]) -> int | None:
    """Return the line right above a date over the first verse, where it can be the poem's title."""
    dated = [at for at in range(first) if sheet.is_text(at) and read_date_line(sheet.words(at)) is not None]
    at = dated[-1] - 1 if dated else -1
    if at < 0 or at > _TWO or sheet.given[at] is not None or len(sheet.words(first).split()) not in measures:
        return None
    words = sheet.words(at)
    own = (
        _is_frame(words) or is_kicker(words) or is_body_name(words) or is_furniture(words) or is_byline(words)
    )
    return None if own or words.rstrip().endswith(".") else at


def _within_page(places: list[int], sheet: Sheet) -> list[int]:
    """Return the places between a page's own lines: after its date where menus stand above, before its foot."""
    dated = next(
        (i for i, at in enumerate(places[:_MENU]) if read_date_line(sheet.words(at)) is not None), -1
    )
    start = dated + 1 if dated > 0 else 0
    ends = (i for i, at in enumerate(places) if i > start + _VERSES and is_foot(sheet.words(at)))
    places = places[start : next(ends, len(places))]
    while places and is_furniture(sheet.words(places[-1])):
        places = places[:-1]
    return places


def _measures(lines: list[str]) -> set[int]:
    counts = Counter(len(line.split()) for line in lines)
    return {count for count, _ in counts.most_common(_TWO) if count in _MEASURES}


def _are_verses(lines: list[str], measures: set[int]) -> bool:
    verses = [line for line in lines if len(line.split()) in measures]
    ended = sum(line.rstrip().endswith((".", ":", ";")) for line in verses)
    spoken = sum(line.strip()[:1].isupper() and not is_numbered(line) for line in verses)
    plain = not any(map(is_foot, verses)) and not any(line == line.upper() for line in verses)
    return (
        len(verses) >= _VERSES
        and plain
        and len(verses) >= _EVEN * len(lines)
        and ended * 2 <= len(verses)
        and spoken == len(verses)
    )


def _stands_out(sheet: Sheet, first: int, others: list[int], measures: set[int]) -> bool:
    piece, words = sheet.pieces[first], sheet.words(first)
    if len(words.split()) not in measures:
        return True
    looks = Counter((one.bold, one.size) for one in map(sheet.pieces.__getitem__, others))
    usual = looks.most_common(1)[0][0] if looks else (False, 0.0)
    return words == words.upper() or (piece.bold, piece.size) != usual


def _is_frame(words: str) -> bool:
    above = (
        is_letterhead(words) or is_greeting(words) or is_kicker(words) or read_date_line(words) is not None
    )
    return above or words.strip().lower().rstrip(":") in ("thơ", "trang thơ", "góc thơ", "văn nghệ")


def _is_signed(words: str) -> bool:
    """Say whether a line at the end names who wrote the poem, where and when."""
    return (
        is_labelled(words)
        or (is_byline(words) and names_person(words))
        or read_date_line(words) is not None
        or not _is_told(words)
    )


def _is_told(line: str) -> bool:
    """Say whether a line is a verse or a title, not a dedication or a place in parentheses, nor empty."""
    return bool(line.strip()) and not (line.strip().startswith("(") and line.strip().endswith(")"))
