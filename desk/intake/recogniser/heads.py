"""What stands over an article: letterhead, path, section, date lines, title, an author under it."""

from __future__ import annotations

import re

from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import is_labelled_caption
from desk.intake.recogniser.date_line import DateLine, read_date_line
from desk.intake.recogniser.furniture import is_address, is_crumbs, is_foot, is_kicker
from desk.intake.recogniser.leads import opens_story
from desk.intake.recogniser.letterhead import is_body_name, is_greeting, is_letterhead
from desk.intake.recogniser.names import is_byline, is_initials, is_labelled, is_numbered, names_author
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet
from desk.intake.recogniser.title_score import HEAD_PIECES, is_path
from desk.intake.recogniser.titles import mark_title
from desk.text.blocks import TITLE_LIMIT, Heading, ListItem, Paragraph, Table

_AUTHOR_LINES = 6
_BUTTON_WORDS = 10
_SENTENCE_WORDS = 4
_TOLD_WORDS = 12
_AGO = re.compile(
    r"\W*(?:\S+ ){0,4}?(?:\d+ (?:phút|giờ|tiếng|ngày|tuần|tháng) trước|hôm (?:qua|kia)|vừa xong)(?:[ ,"
    r"|-]+\d{1,2}[:h]\d\d)?\W*",
    re.IGNORECASE,
)
_AGO_LINES = 3
_NULL, _NULL_LINES = re.compile(r"null\s+(\S.*)"), 8
_MAIL_HEAD = re.compile(r"(?:từ|from|chủ đề|subject|đến|to|tới|gửi|sent|ngày gửi|date)\s*:", re.IGNORECASE)
_SPOKEN_OF = ("ông ", "bà ", "chị ", "cụ ")  # nobody calls himself so
_CELLS = re.compile(r"[\n\t]+")
_PLAIN_DATE, _UPDATED, _LETTER, _POSTED = range(4)


def mark_heads(sheet: Sheet) -> tuple[str, DateLine | None]:
    """Give roles to all that stands over the story; return the title and the date line, if there are any."""
    end = _story_at(sheet)
    dates = _mark_frame(sheet, end)
    title = mark_title(sheet, end, [at for at, _ in dates])
    _mark_author(sheet, end)
    return title, _chosen_date(sheet, dates)


def _story_at(sheet: Sheet) -> int:
    """Return the place of the story's first paragraph."""
    short = not any(map(sheet.is_prose, range(len(sheet.pieces))))
    named = False  # a line that could be the title stands before
    for at in range(min(HEAD_PIECES, len(sheet.pieces))):
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
    return min(HEAD_PIECES, len(sheet.pieces))


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
        elif (nothing and is_foot(words)) or is_path(words) or _MAIL_HEAD.match(words) or _is_null(sheet, at):
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    return dates


def _is_null(sheet: Sheet, at: int) -> bool:
    """Say whether a portal wrote "null" before a title that stands below once more (Liferay's asset publisher)."""
    said = _NULL.fullmatch(sheet.words(at).strip())
    below = range(at + 1, min(len(sheet.pieces), at + _NULL_LINES))
    return said is not None and any(sheet.words(one).strip() == said[1].strip() for one in below)


def _is_sentence(found: DateLine) -> bool:
    return any(
        not (is_byline(part) or is_kicker(part) or is_initials(part) or len(part.split()) <= 3)
        for part in found.rest.split(" | ")
        if part
    )


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
        key=lambda one: (
            _rank(one[1]),
            one[0] > title and title > 0,
            one[0] > 0,  # the first line of all says when the reader came
            one[1].timed,
            -abs(one[0] - title),
        ),
    )
    chosen = next((one for one in dates if _is_before_update(one, chosen)), chosen)
    ago = _is_put_up_ago(sheet, title) and chosen[0] < title and _rank(chosen[1]) == _PLAIN_DATE
    for at, found in dates:
        if sheet.given[at] is not None:
            continue
        if ago:
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
            continue
        sheet.give(
            at,
            Role.DATE if (at, found) == chosen else Role.OUT,
            Evidence.DATE_LINE,
            doubtful=found.when is None,
        )
    return None if ago else chosen[1]


def _is_before_update(one: tuple[int, DateLine], update: tuple[int, DateLine]) -> bool:
    """Say whether a day beside that of an update, and no later, is the one that the page was put up."""
    (at, found), (updated_at, updated) = one, update
    return (
        _rank(updated) == _UPDATED
        and _rank(found) == _PLAIN_DATE
        and abs(at - updated_at) == 1
        and found.timed
        and found.when is not None
        and updated.when is not None
        and found.when <= updated.when
    )


def _is_put_up_ago(sheet: Sheet, title: int) -> bool:
    """Say whether beside the title stands how long ago the page was put up: the day over all is the reader's then."""
    beside = range(max(0, title - _AGO_LINES), min(len(sheet.pieces), title + _AGO_LINES + 1))
    lines = (" ".join(sheet.words(at).split()) for at in beside if sheet.is_text(at))
    return any(_AGO.fullmatch(part.strip()) for line in lines for part in re.split(r"\s[·|•–-]\s", line))


def mark_below_title(sheet: Sheet) -> None:
    """Give the site's short lines between the title and the story their role."""
    titles = [at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.TITLE]
    begins = (
        at for at in sheet.free() if sheet.is_prose(at) or opens_story(sheet.words(at)) or _is_told(sheet, at)
    )
    prose = next(begins, None)
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


def _is_told(sheet: Sheet, at: int) -> bool:
    """Say whether a line under the title is a sentence long enough to begin a story of short paragraphs."""
    titled = any(sheet.role(one) is Role.TITLE for one in range(at))
    words = sheet.words(at)
    plain = (
        isinstance(sheet.pieces[at].block, Paragraph) and words.endswith(".") and not words.startswith("(")
    )
    return titled and plain and len(words.split()) >= _TOLD_WORDS


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
            and ((is_labelled(words) and not is_labelled_caption(words)) or names_author(words))
            and not words.lower().startswith(_SPOKEN_OF)
        ):
            sheet.give(at, Role.BYLINE, Evidence.BYLINE_WORDS if is_labelled(words) else Evidence.NAME)
            return
