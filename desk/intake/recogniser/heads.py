"""What stands over an article: letterhead, path, section, date lines, title, an author under it."""

from __future__ import annotations

import re

from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import is_labelled_caption, reads_like_caption
from desk.intake.recogniser.date_line import DateLine, read_date_line
from desk.intake.recogniser.furniture import is_address, is_crumbs, is_foot, is_kicker
from desk.intake.recogniser.leads import opens_story
from desk.intake.recogniser.letterhead import is_body_name, is_greeting, is_letterhead
from desk.intake.recogniser.names import is_byline, is_initials, is_labelled, is_numbered, names_person
from desk.intake.recogniser.phrases import one_of
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet, same_words
from desk.text.blocks import TITLE_LIMIT, Heading, ListItem, Paragraph, Picture, Table

_AUTHOR_LINES = 6
_BUTTON_WORDS = 10
_SENTENCE_WORDS = 4
_TOLD = 6  # words
_HEAD_PIECES = 30  # menus among them
_MAIL_HEAD = re.compile(r"(?:từ|from|chủ đề|subject|đến|to|tới|gửi|sent|ngày gửi|date)\s*:", re.IGNORECASE)
_PATH = re.compile(r"[^.>»›]{2,60}(?:\s+[>»›]\s+[^.>»›]{2,60}){1,6}")
_NOTICE = re.compile(
    rf"\W*{one_of('tin buồn, cáo phó, lời chia buồn, chia buồn, lời cảm ơn, cảm tạ, cải chính, tin vui')}\W*",
    re.IGNORECASE,
)
_NUMBERED_PICTURE = re.compile(r"\s*[-–—]\s*(?:ảnh|hình)\s*\d{0,2}\W*$", re.IGNORECASE)
_SPOKEN_OF = ("ông ", "bà ", "chị ", "cụ ")  # nobody calls himself so
_CELLS = re.compile(r"[\n\t]+")
_PLAIN_DATE, _UPDATED, _LETTER, _POSTED = range(4)


def mark_heads(sheet: Sheet) -> tuple[str, DateLine | None]:
    """Give roles to all that stands over the story; return the title and the date line, if there are any."""
    end = _story_at(sheet)
    dates = _mark_frame(sheet, end)
    title = _mark_title(sheet, end, [at for at, _ in dates])
    _mark_author(sheet, end)
    return title, _chosen_date(sheet, dates)


def _story_at(sheet: Sheet) -> int:
    """Return the place of the story's first paragraph."""
    short = not any(map(sheet.is_prose, range(len(sheet.pieces))))
    named = False  # a line that could be the title stands before
    for at in range(min(_HEAD_PIECES, len(sheet.pieces))):
        if sheet.given[at] is not None:
            continue
        piece = sheet.pieces[at]
        if isinstance(piece.block, Heading) or piece.hint is Hint.TITLE:
            continue
        words = sheet.words(at)
        found = read_date_line(words)
        if is_letterhead(words) or is_greeting(words) or (found and not _is_sentence(found)):
            continue
        if isinstance(piece.block, ListItem) and not any(sheet.is_prose(one) for one in range(at)):
            continue
        if sheet.is_prose(at) or (opens_story(words) and words.rstrip().endswith(".")):
            if len(words) <= TITLE_LIMIT and words == words.upper():
                continue
            return at
        if short and named and words.rstrip().endswith(".") and len(words.split()) >= _SENTENCE_WORDS:
            return at
        named = named or (sheet.is_text(at) and not is_address(words) and not is_crumbs(words))
    return min(_HEAD_PIECES, len(sheet.pieces))


def _mark_frame(sheet: Sheet, end: int) -> list[tuple[int, DateLine]]:
    """Give roles to letterhead, greeting, paths and menus; return the date lines, which keep theirs for later."""
    dates: list[tuple[int, DateLine]] = []
    nothing = all(is_foot(sheet.words(at)) for at in sheet.free())  # a page without its article
    for at in sheet.free(0, end):
        words = sheet.words(at)
        if isinstance(sheet.pieces[at].block, Table):
            cells = [cell for cell in _CELLS.split(words) if cell.strip()]
            if any(is_letterhead(cell) or is_body_name(cell) for cell in cells):
                sheet.give(at, Role.OUT, Evidence.LETTERHEAD)
                dates += [(at, found) for found in map(read_date_line, cells) if found]
            continue
        if not sheet.is_text(at):
            continue
        found = read_date_line(words)
        if found and found.today:
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
        elif found and not _is_sentence(found):
            dates.append((at, found))
        elif is_letterhead(words) or is_greeting(words) or is_address(words):
            sheet.give(at, Role.OUT, Evidence.LETTERHEAD)
        elif (
            (nothing and is_foot(words))
            or is_crumbs(words)
            or _MAIL_HEAD.match(words)
            or _PATH.fullmatch(words)
        ):
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    return dates


def _is_sentence(found: DateLine) -> bool:
    return any(
        not (is_byline(part) or is_kicker(part) or is_initials(part) or len(part.split()) <= 3)
        for part in found.rest.split(" | ")
        if part
    )


# -- the title ---------------------------------------------------------------------------------------------


def _mark_title(sheet: Sheet, end: int, dated: list[int]) -> str:
    candidates = [
        at
        for at in sheet.free(0, end)
        if at not in dated
        and sheet.is_text(at)
        and len(sheet.words(at)) <= TITLE_LIMIT
        and not isinstance(sheet.pieces[at].block, ListItem)
    ]
    if not candidates:
        return ""
    chosen = _chosen(sheet, candidates, dated)
    if chosen is None:  # a section's name, where nothing else is: of a notice it is the title
        chosen = next((at for at in candidates if _NOTICE.fullmatch(sheet.words(at))), None)
    if chosen is None:
        return ""
    lines = _all_lines(sheet, candidates, chosen)
    for at in lines:
        evidence = Evidence.CONTINUES if at != chosen else _evidence(sheet, at, candidates)
        sheet.give(at, Role.TITLE, evidence)
    title = " ".join(" ".join(sheet.words(at).split()) for at in lines)
    for at in list(sheet.free(0, end)):
        if at in dated:
            continue
        if at < lines[0] and not isinstance(sheet.pieces[at].block, Picture):
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    for at in sheet.free(lines[-1] + 1):
        if sheet.is_text(at) and _says_title(sheet.words(at), title):
            sheet.give(at, Role.OUT, Evidence.REPEATED)
    return title


def _says_title(words: str, title: str) -> bool:
    """Say whether a line is the title again: over a print, or as a picture's text, "… - Ảnh 1"."""
    return same_words(_NUMBERED_PICTURE.sub("", words), title)


def _evidence(sheet: Sheet, at: int, candidates: list[int]) -> Evidence:
    piece = sheet.pieces[at]
    if isinstance(piece.block, Heading) or piece.hint is Hint.TITLE:
        return Evidence.HEADING
    return Evidence.LOOK if piece.bold or piece.centred else Evidence.FIRST_LINE


def _chosen(sheet: Sheet, candidates: list[int], dated: list[int]) -> int | None:
    """Return the line that looks most like a title; of equals the first."""
    best = max(candidates, key=lambda at: (_score(sheet, at, dated), -at))
    return best if _score(sheet, best, dated) > -3 else None


def _score(sheet: Sheet, at: int, dated: list[int]) -> float:
    piece, words = sheet.pieces[at], sheet.words(at)
    count = len(words.split())
    score = min(count, 8) / 2
    score += (
        6 * (piece.hint is Hint.TITLE) + 4 * isinstance(piece.block, Heading) - 0.5 * max(0, piece.rank - 1)
    )
    score += (
        (words == words.upper())
        + piece.bold
        + piece.centred
        + 2 * (bool(sheet.size) and piece.size > sheet.size)
    )
    again = not words.endswith((".", ":")) and not reads_like_caption(words)
    score += 4 * again * any(same_words(words, sheet.words(one)) for one in range(at + 1, len(sheet.pieces)))
    score += 1.0 * any(abs(at - one) == 1 for one in dated)
    score -= 4 * is_kicker(words) + 4 * is_body_name(words) + 4 * names_person(words) * is_byline(words)
    score -= 2 * (is_byline(words) and not names_person(words) and words != words.upper())
    score -= 5 * is_labelled(words) + 5 * is_labelled_caption(words)
    score -= 3 * (not piece.centred and not piece.bold and reads_like_caption(words) and words.endswith("."))
    score -= 5 * (words.endswith((".", ":")) and not words.endswith("...")) + 2 * (count > 45)
    score -= 6 * is_numbered(words) + 20 * is_foot(words)
    score -= 2 * piece.after_picture
    return score


def _all_lines(sheet: Sheet, candidates: list[int], chosen: int) -> list[int]:
    """Return the lines of a title that was set on several."""
    lines = [chosen]
    for step in (-1, 1):
        at = chosen + step
        while at in candidates and _goes_with(sheet, at, lines[0] if step < 0 else lines[-1], step):
            lines.insert(0, at) if step < 0 else lines.append(at)
            at += step
    return lines if sum(len(sheet.words(at)) for at in lines) <= TITLE_LIMIT else [chosen]


def _goes_with(sheet: Sheet, at: int, beside: int, step: int) -> bool:
    one, other = sheet.pieces[at], sheet.pieces[beside]
    words, beside_words = sheet.words(at), sheet.words(beside)
    if bool(one.rank) != bool(other.rank) or one.hint != other.hint or one.rank:
        return False
    if is_labelled_caption(words) or is_labelled(words) or same_words(words, beside_words):
        return False
    first, second = (words, beside_words) if step < 0 else (beside_words, words)
    if first.rstrip().endswith((".", "!", "?")):
        return False
    broken = first.rstrip().endswith((",", "–", "-")) or (second[:1] in '“"' and one.bold == other.bold)
    if second[:1].islower() or broken:
        return True
    capitals = words == words.upper() and beside_words == beside_words.upper()
    alike = (one.bold, one.centred, one.italic) == (other.bold, other.centred, other.italic)
    alike = alike and (
        one.size == other.size or (capitals and one.bold and one.centred)
    )  # a PDF measures badly
    if is_kicker(words) or (is_body_name(words) and not (capitals and alike and _tells(sheet, at))):
        return False
    if not alike or (is_byline(words) and not (capitals and one.centred)):
        return False
    return capitals or (one.centred and one.bold)


def _tells(sheet: Sheet, at: int) -> bool:
    """Say whether a body's name in capitals is the beginning of a sentence rather than a letter's head."""
    above = sheet.words(at - 1) if at and sheet.is_text(at - 1) else ""
    alone = not (is_body_name(above) or is_letterhead(above))
    return alone and sheet.pieces[at].centred and len(sheet.words(at).split()) >= _TOLD


# -- date and author ---------------------------------------------------------------------------------------


def _rank(found: DateLine) -> int:
    if found.posted:
        return _POSTED
    if found.place:
        return _LETTER
    if found.updated:
        return _UPDATED
    return _PLAIN_DATE


def _chosen_date(sheet: Sheet, dates: list[tuple[int, DateLine]]) -> DateLine | None:
    """Return the date that the page was put up; today's date over a site's head comes last."""
    if not dates:
        return None
    title = next((at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.TITLE), 0)
    chosen = max(
        dates,
        key=lambda one: (_rank(one[1]), one[0] > title and title > 0, one[1].timed, -abs(one[0] - title)),
    )
    for at, found in dates:
        if sheet.given[at] is not None:
            continue
        sheet.give(
            at,
            Role.DATE if (at, found) == chosen else Role.OUT,
            Evidence.DATE_LINE,
            doubtful=found.when is None,
        )
    return chosen[1]


def mark_below_title(sheet: Sheet) -> None:
    """Give the site's short lines between the title and the story their role."""
    titles = [at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.TITLE]
    prose = next((at for at in sheet.free() if sheet.is_prose(at) or opens_story(sheet.words(at))), None)
    if not titles or prose is None:
        return
    for at in sheet.free(titles[-1] + 1, prose):
        words, piece = sheet.words(at), sheet.pieces[at]
        note = words.startswith("(") and words.endswith(")")
        short = note or (
            len(words.split()) <= _BUTTON_WORDS
            and not words.rstrip().endswith((".", "!", "?", ":", ";", ",", "…", ")"))
        )
        foreign = words.isascii() and len(words.split()) > 1 and not is_numbered(words)
        if (
            isinstance(piece.block, Paragraph)
            and not (piece.bold or piece.italic)
            and not is_numbered(words)
            and (short or foreign)
        ):
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE, doubtful=True)


def _mark_author(sheet: Sheet, end: int) -> None:
    """Give an author who stands under the title the role; a site's own hands are none."""
    after = [at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.TITLE]
    if not after:
        return
    for at in list(sheet.free(after[-1] + 1, end))[:_AUTHOR_LINES]:
        words = sheet.words(at)
        if (
            sheet.is_text(at)
            and read_date_line(words) is None
            and (is_labelled(words) or (is_byline(words) and names_person(words)))
            and not words.lower().startswith(_SPOKEN_OF)
        ):
            sheet.give(at, Role.BYLINE, Evidence.BYLINE_WORDS if is_labelled(words) else Evidence.NAME)
            return
