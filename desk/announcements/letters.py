"""A notice's letters in three readings of equal length: as written, in lower case, and without marks.

Places in one are places in the others, so that a pattern of one tells where the words stand in the text.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from desk.announcements.dates import fold

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]")
# Pictograms stand for nothing, but for a pin before a place and a head before a person (`day_entries.LABEL`).
_PICTOGRAMS = re.compile(
    "[\U0001f300-\U0001f463\U0001f465-\U0001f4cc\U0001f4ce-\U0001faff\u2600-\u26ff\u23e9-\u23f3\ufe0f]"
)
_QUOTED = re.compile(r"(?m)^(?:[ \t]*>)+")
_UNDER = re.compile(r"[ \t]*(?:[-–—+*•◦▪]|\d{1,2}[.)\-–]|[a-eđ][.)])[ \t]*$", re.I)
_BROKEN = re.compile(
    r"(?:^|[\s(*•])(?:thứ[ \t]*\n[ \t]*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|địa[ \t]*\n[ \t]*điểm"
    r"|thành[ \t]*\n[ \t]*phần|thời[ \t]*\n[ \t]*gian"
    r"|(?:ngày|lúc|hồi|vào|tháng|năm)[ \t]*\n[ \t]*\d)",
    re.I,
)
_HANGS = re.compile(r"(?:^|\s)(?:tại|của|và|về|với|do|các|những|trong|cùng|theo|bằng|cho|gồm)$")
_BEGINS = re.compile(
    r"(?:đến\s+\d|lúc\s+\d|từ\s+\d|thứ|t[2-7]|tối|trưa|sáng|chiều|cả\s+ngày|mai)(?:\b|(?<=\d))"
)  # a new day or session, in small letters too
_HEADER = re.compile(
    r"(?i)[ \t]*(?:from|sent|to|cc|date|subject|từ|gửi lúc|đến|chủ đề|tiêu đề)[ \t]*:[^\n]*(?:@|\d|re:|fw|mời)[^\n]*"
    r"|[ \t]*\(?(?:(?:thứ|th)[ \t]*\w+|t[2-7]|chủ nhật|cn|cập nhật[^\n:]{0,14}:?|đăng[^\n:]{0,14}:?)?[ \t,]*"
    r"(?:ngày[ \t]+)?(?:\d{1,2}[:h]\d{2}[ \t,]*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ \t]*"
    r"(?:[|–-][ \t]*\d{1,2}[:h]\d{2}[^\n]{0,16}|,?[ \t]*\d{1,2}:\d{2}(?::\d{2})?[ \t]*(?:sa|ch|am|pm"
    r"|\(?gmt[^\n]*))\)?[ \t]*"
)
_STAMP = re.compile(
    r"(?i)(?:\d{1,2}:\d{2}[ \t,|–-]+(?:ngày[ \t]+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|(?:(?:thứ[ \t]+\w+|chủ nhật)[ \t,]+)?(?:ngày[ \t]+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ \t,"
    r"|–-]+\d{1,2}:\d{2}(?::\d{2})?)"
)
_STAMP_LINES = 5
_ANY_HOUR = re.compile(r"(?i)(?<!\d)\d{1,2}[ \t]*(?:[hg]\d{2}|giờ|h\b|g\b|:\d{2})")
_POSTED = re.compile(
    r"(?i)[^\n]{0,40}(?:ngày đăng|đăng ngày|đăng lúc|cập nhật lúc)[ \t]*:?[ \t]*[\d:/., |-]+(?:\(gmt[^)]*\))?[ \t]*"
)
# "07.00:", "lúc 14.30": an hour with a dot; a number that can be a month is one where a clear one stands beside it.
_DOTTED = re.compile(
    r"(?m)(?:^|[\t|(]|\b(?:lúc|hồi|từ|đến|vào|giờ|sáng|chiều|tối|s|c)\b[ \t]*:?|(?:(?<!\d)"
    r"|(?<=\.\d\d))[-–+*•])[ \t]{0,3}"
    r"(?:[01]?\d|2[0-3])(?P<dot>\.)(?P<m>[0-5]\d)(?![\d/]|[.,]\d)"
    r"(?!\s*(?:triệu|tỷ|tỉ|đồng|nghìn|ha\b|km|m\b|m2|kg|tấn|%|điểm|người|hộ|cái|suất|phần))"
)
_MONTHS = 12
_NOT_AT = re.compile(r"\bt[aàáả]i\b(?!\s+liệu)|\b[oôơồốổ](?=\s)|\bh[ợộớ]p\b")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|\*|_)(?=[^\s*_])([^*_\n]*[^\s*_])\1(?![\w*_])")
_ZONE = re.compile(r"\(?\b(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?\)?")
_PINS = re.compile(r"(?m)^([ \t]*)[\U0001f3db\U0001f3e2\U0001f3eb\U0001f3e8\U0001f3e0]")  # houses
_KEYCAPS = re.compile("(?<=\\d)\ufe0f\u20e3")
_ODD_BULLETS = re.compile(r"[►▶➢➤❖◆■□✓✔✅⮚➔▸‣⁃∙👉]")
_HEADER_LONG = 120  # letters of a line that may be one
_LONG = 24  # letters from which on a line without a stop may go on in the next


@dataclass(frozen=True, slots=True)
class Letters:
    """`text` as it was written, its spaces and quoting signs levelled; `low` in lower case; `bare` without marks."""

    text: str
    low: str
    bare: str

    @classmethod
    def of(cls, whole: str) -> Letters:
        """Read a text that `reader.source` gave."""
        level = _SPACES.sub(" ", _KEYCAPS.sub(". ", whole))
        level = _PICTOGRAMS.sub(" ", _bulleted(_PINS.sub("\\1\U0001f4cd", level)))
        level = _ZONE.sub(lambda m: " " * len(m[0]), level)
        level = _EMPHASIS.sub(lambda m: f"{' ' * len(m[1])}{m[2]}{' ' * len(m[1])}", level)
        level = _QUOTED.sub(lambda match: " " * len(match[0]), level)
        lines = level.split("\n")
        stamp = _stamp(lines)
        level = "\n".join(" " * len(line) if line is stamp else _without_header(line) for line in lines)
        level = _mended(level)
        low = _coloned("".join(map(_low, level)))
        return cls(level, low, _told_apart(low, fold(low)))

    def words(self, start: int, stop: int) -> str:
        """Return what is written there, on one line."""
        return " ".join(self.text[start:stop].split())


def _coloned(low: str) -> str:
    """Return the letters with the dots of hours as colons: "07.00" is "07:00", "18.3" stays a day."""
    found = list(_DOTTED.finditer(low))
    clear = {match.start("dot") for match in found if not 0 < int(match["m"]) <= _MONTHS}
    letters = list(low)
    for match in found:
        beside = match["m"][0] != "0" or low[match.end() : match.end() + 1] in (":", "h")
        if match.start("dot") in clear or (clear and beside and int(match["m"]) % 5 == 0):
            letters[match.start("dot")] = ":"
    return "".join(letters)


def _told_apart(low: str, bare: str) -> str:
    """Return the letters without marks in which "tài sản", "tái định cư" cannot be taken for the "tại" of a place."""
    letters = list(bare)
    for match in _NOT_AT.finditer(low) if not low.isascii() else ():
        letters[match.end() - 1] = "j"
    return "".join(letters)


def _bulleted(text: str) -> str:
    """Return text in which the odd signs before lines are bullets, those between words dashes."""
    return _ODD_BULLETS.sub(
        lambda match: "–" if text[: match.start()].rpartition("\n")[2].strip(" \t") else "•", text
    )


def _without_header(line: str) -> str:
    """Return a line of a mail's head, or the hour at which a page was posted, as blanks."""
    return (
        " " * len(line)
        if len(line) <= _HEADER_LONG and (_HEADER.fullmatch(line) or _POSTED.fullmatch(line))
        else line
    )


def _stamp(lines: list[str]) -> str | None:
    """Return the line under a page's title that is only the day and hour of its posting; the text names others."""
    head = [line for line in lines if line.strip()][1:_STAMP_LINES]
    stamp = next((line for line in head if _STAMP.fullmatch(line.strip(" \t()"))), None)
    others = sum(len(_ANY_HOUR.findall(line)) for line in lines if line is not stamp)
    return stamp if stamp is not None and others else None


@cache
def _low(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def _mended(text: str) -> str:
    """Make a space of a line's end that cuts a phrase: after a lone sign, inside brackets, before a small letter."""
    lines = text.split("\n")
    out = [lines[0]]
    for before, line in itertools.pairwise(lines):
        out.append(" " if _goes_on(before, line) else "\n")
        out.append(line)
    return "".join(out)


def _goes_on(before: str, line: str) -> bool:
    tail, head = before.rstrip(), line.lstrip()
    if not tail.strip() or not head or "\t" in before or "\t" in line or "|" in before or "|" in line:
        return False
    if _HANGS.search(tail) and not re.match(r"[-–—+*•◦▪>]|\d{1,2}[ \t]*(?:[.)]|[hg:]\d)", head):
        return True
    if _UNDER.fullmatch(before) or _BROKEN.search(f"{before[-12:]}\n{head[:8]}"):
        return True
    if re.match(r"[-–—+*•◦▪>]|[a-eđ][.)/]\s|\d{1,2}[ \t]*(?:[.):\-–]|g|h)|\(", head):
        return False
    opened = tail.count("(") > tail.count(")") and ")" in head
    small = head[0].islower() and not _BEGINS.match(head) and tail[-1] not in ".:;)" and len(tail) >= _LONG
    return opened or small or (tail[-1] in ",–" and len(tail) >= _LONG and not head[0].isdigit())
