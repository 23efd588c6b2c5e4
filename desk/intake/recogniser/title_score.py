"""How much a line over the story looks like its title: by its words, its look, and what stands beside it."""

from __future__ import annotations

import re

from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import is_labelled_caption, reads_like_caption
from desk.intake.recogniser.date_line import read_date_line
from desk.intake.recogniser.furniture import is_crumbs, is_foot, is_kicker
from desk.intake.recogniser.leads import opens_story
from desk.intake.recogniser.letterhead import is_body_name
from desk.intake.recogniser.names import (
    is_byline,
    is_labelled,
    is_numbered,
    names_author,
    names_person,
    tells_deed,
)
from desk.intake.recogniser.roles import Evidence
from desk.intake.recogniser.sheet import Sheet, same_words
from desk.text.blocks import Heading

TOLD = 6  # words
HEAD_PIECES = 30  # menus among them
OPEN_COLON = re.compile(r"(?<!sau)(?<!sau đây)(?<!gồm)(?<!như)(?<!là):\s*$", re.IGNORECASE)  # no list follows
_SHORT_TITLE = 3  # words
_MOTTO_WORDS = 6
_PATH = re.compile(
    r"[^.>»›]{2,60}(?:\s+[>»›]{1,2}\s+[^.>»›]{2,60}){1,6}|[^.,/:]{2,40}(?:\s+/+\s+[^.,/:]{2,40}){1,6}"
)
_OCCASION = re.compile(  # set over a title: "Kỷ niệm 93 năm … (3/2/1930 - 3/2/2023)"
    r"(?:kỷ niệm|chào mừng|mừng|hướng tới|tiến tới|nhân)\b.*\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\s*[-–].{3,20}\)\W*$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:cơ quan (?:ngôn luận )?(?:của|chủ quản)|tiếng nói của|diễn đàn của)\b", re.IGNORECASE
)
_ASKS = re.compile(r"(?:câu hỏi|hỏi|trả lời|đáp|bạn đọc hỏi)(?:\s*\d{1,2})?\s*:", re.IGNORECASE)
_BLOG = re.compile(
    r"(?:người đăng|được đăng bởi|posted by)\b.{0,60}|bài đăng (?:mới|cũ) hơn|blogthis!|newer post|older post",
    re.IGNORECASE,
)
_MOTTO_PART = re.compile(r"\s+[-–—]\s+|\s*[,;]\s+")


def score_of(sheet: Sheet, at: int, dated: list[int]) -> float:
    """Return how much a line looks like the title; more than 0 for most lines that could be one."""
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
    again = count > _SHORT_TITLE and not words.endswith((".", ":")) and not reads_like_caption(words)
    score += 4 * again * any(same_words(words, sheet.words(one)) for one in range(at + 1, len(sheet.pieces)))
    score += 1.0 * (_over_date(sheet, at, dated) or _under_date(sheet, at, dated))
    named = names_person(words) and is_byline(words) and not _is_over_author(sheet, at)
    score -= 4 * is_kicker(words) + 4 * is_body_name(words) + 4 * named
    score -= 2 * (is_byline(words) and not names_person(words) and words != words.upper())
    score -= 5 * is_labelled(words) + 5 * is_labelled_caption(words)
    score -= 3 * (not piece.centred and not piece.bold and reads_like_caption(words) and words.endswith("."))
    ended = words.endswith((".", ":")) and not words.endswith("...")
    pair = _opens_pair(sheet, at, dated)
    score += 2 * pair - 5 * (ended and not pair) - 2 * (count > 45)
    score -= 2 * (words.startswith("(") and words.endswith(")"))
    score -= 4 * is_motto(words) + 3 * _is_above_path(sheet, at) + 3 * bool(_OCCASION.match(words))
    score -= 6 * is_numbered(words) + 20 * is_foot(words)
    score -= 2 * piece.after_picture + 4 * is_under_masthead(sheet, at, dated)
    score -= 8 * bool(_ASKS.match(words))
    if at - 1 in dated and _is_blog(sheet):
        score += 5
    score -= 2.5 * (at - 1 in dated and _may_be_title(sheet, at - 2) and reads_like_caption(words))
    return score


def _is_blog(sheet: Sheet) -> bool:
    """Say whether a page is a blog's post: under the blog's name and the day stands the title."""
    return any(_BLOG.fullmatch(sheet.words(at).strip()) for at in range(len(sheet.pieces)))


def _is_over_author(sheet: Sheet, at: int) -> bool:
    """Say whether the author is named right below: then a line that could be a name, "MÙA CƠM MỚI", is none."""
    following = at + 1 < len(sheet.pieces) and sheet.is_text(at + 1) and sheet.given[at + 1] is None
    words = sheet.words(at)
    return (
        following
        and words == words.upper()
        and sheet.words(at + 1) != words
        and names_author(sheet.words(at + 1))
    )


def _over_date(sheet: Sheet, at: int, dated: list[int]) -> bool:
    """Say whether a date line stands right below, but for what is the site's own."""
    return (
        next((one for one in range(at + 1, len(sheet.pieces)) if not _is_furniture(sheet, one)), None)
        in dated
    )


def _under_date(sheet: Sheet, at: int, dated: list[int]) -> bool:
    """Say whether a date line stands right above, but for what is the site's own."""
    return next((one for one in range(at - 1, -1, -1) if not _is_furniture(sheet, one)), None) in dated


def _is_furniture(sheet: Sheet, at: int) -> bool:
    found = sheet.given[at]
    return found is not None and found.evidence is Evidence.PAGE_FURNITURE


def _opens_pair(sheet: Sheet, at: int, dated: list[int]) -> bool:
    """Say whether a line with a colon is the first of a title's two: the second stands right under it."""
    told = len(sheet.words(at).split()) >= TOLD and OPEN_COLON.search(sheet.words(at))
    if not told or at + 1 >= len(sheet.pieces) or sheet.given[at + 1] is not None:
        return False
    second = sheet.words(at + 1)
    beside = _under_date(sheet, at, dated) or _over_date(sheet, at + 1, dated)
    short = sheet.is_text(at + 1) and not sheet.is_prose(at + 1) and not is_numbered(second)
    return beside and short and at + 1 not in dated and not second.endswith((".", ":", ";"))


def is_motto(words: str) -> bool:
    """Say whether a line is a body's motto, even parts beside each other: "Tận tâm - Chuyên nghiệp - An toàn"."""
    parts = [len(part.split()) for part in _MOTTO_PART.split(words)]
    dashed = " - " in words or " – " in words
    even = len(parts) == 2 and parts[0] == parts[1] and words == words.upper()
    return dashed and max(parts) <= 6 and (even or (len(parts) >= 3 and max(parts[:-1]) <= 4))


def is_under_masthead(sheet: Sheet, at: int, dated: list[int]) -> bool:
    """Say whether a plain line without a deed stands under a body's name and over the title: a motto, an owner.

    Only on a page that says when it was put up: in a letter or a manuscript the title itself stands there.
    """
    piece, words = sheet.pieces[at], sheet.words(at)
    if (
        at == 0
        or piece.bold
        or piece.centred
        or piece.rank
        or tells_deed(words)
        or _under_date(sheet, at, dated)
    ):
        return False
    quiet = words == words.upper() or len(words.split()) <= _MOTTO_WORDS or _OWNER.match(words)
    if not quiet or not sheet.is_text(at - 1) or not is_body_name(sheet.words(at - 1)):
        return False
    if not any(one > at and _is_page_date(sheet.words(one)) for one in dated):
        return False
    return any(
        _is_other_title(sheet, one, dated) for one in range(at + 1, _first_prose(sheet)) if one not in dated
    )


def _is_other_title(sheet: Sheet, at: int, dated: list[int]) -> bool:
    """Say whether a line may be the title by its words, and by its place where it reads like something else."""
    if not _may_be_title(sheet, at):
        return False
    words = sheet.words(at)
    other = reads_like_caption(words) or names_author(words) or opens_story(words)
    return not other or _over_date(sheet, at, dated) or _under_date(sheet, at, dated)


def _is_page_date(words: str) -> bool:
    found = read_date_line(words)
    return found is not None and not found.place


def _may_be_title(sheet: Sheet, at: int) -> bool:
    if at < 0 or sheet.given[at] is not None or not sheet.is_text(at) or sheet.is_prose(at):
        return False
    words = sheet.words(at)
    named = is_kicker(words) or is_body_name(words) or is_labelled(words) or is_labelled_caption(words)
    return len(words.split()) >= _SHORT_TITLE and not named


def _is_above_path(sheet: Sheet, at: int) -> bool:
    """Say whether the path of the page, "Trang chủ / Tin tức", stands below: over it stands the site's name."""
    return any(is_path(sheet.words(one)) for one in range(at + 1, _first_prose(sheet)))


def is_path(words: str) -> bool:
    """Say whether a line is the page's path or a menu: "Tin tức / An ninh trật tự"."""
    return is_crumbs(words) or bool(_PATH.fullmatch(words))


def _first_prose(sheet: Sheet) -> int:
    end = min(len(sheet.pieces), 2 * HEAD_PIECES)
    return next((at for at in range(end) if sheet.is_prose(at)), end)
