"""The date line of a page, "Thứ 3 Ngày 09/04/2019", in the forms that sites and letters write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WEEKDAYS = {"hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7}
_MONTHS = {
    **{"một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7},
    **{"tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12},
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9},
    **{"oct": 10, "nov": 11, "dec": 12},
}
_WORD_MONTH = "mười một|mười hai|mười|một|giêng|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|chạp"
_ENGLISH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?=T|\D|$)",
        r"(?<!\d)(?P<d>\d{1,2})\s*[/.\-–]\s*(?P<m>\d{1,2})\s*[/.\-–]\s*(?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2})\s*(?:tháng|th)\.?\s*(?P<m>\d{1,2})\s*[,/.\-]?\s*(?:năm\s*)?(?P<y>\d{4})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s*tháng\s+(?P<w>{_WORD_MONTH})\s*,?\s*(?:năm\s+)?(?P<y>\d{{4}})(?=\D|$|"
        rf"\d{{1,2}}:\d\d)",
        rf"\btháng\s+(?P<w>{_WORD_MONTH}|\d{{1,2}})\s+(?P<d>\d{{1,2}})\s*,\s*(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})[\s-]+(?P<w>{_ENGLISH})[a-z]*\.?,?[\s-]+(?P<y>\d{{4}})(?!\d)",
        rf"\b(?P<w>{_ENGLISH})[a-z]*\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<y>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{2})(?!\d)",
    )
)
_TIME = re.compile(
    r"(?:(?:(?<=\d)|^)T(?=\d))?(?<!\d)\d{1,2}\s*(?:[:hg]|giờ)\s*(?:\d{1,2})?(?:\s*(?::|phút)\s*\d{0,2})?(?:\.\d+)?"
    r"\s*(?:z\b|(?:am|pm|sa|ch)?\b['’′]?(?:[+-]\d\d:?\d\d)?)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"[\[(]*\s*(?:gmt|utc)\s*\+?\s*0?7?(?::?00)?\s*[\])]*", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:(?:thứ|t\.?)\s*(?P<day>[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|(?P<sunday>chủ\s*nhật|cn))\b",
    re.IGNORECASE,
)
_CAPITALS = "".join(sign for sign in map(chr, range(ord("A"), ord("Ỹ") + 1)) if sign.isupper())
_POSTED = re.compile(
    r"\b(?:ngày|thời gian|giờ)?\s*(?:submitted(?: by \w+)?|gửi bởi \w+(?: vào)?|"
    # before another name it is one: "Đăng Hải"
    r"đăng(?!\s+(?!(?:ngày|lúc|bởi|by|on|vào|tin|bài|tải|thứ|chủ nhật|t\.?\d|tháng|admin\w*|super|quản trị|ban|bbt|"
    rf"btv)\b)(?-i:[{_CAPITALS}])\w)(?: tải| tin| bài)?|"
    r"xuất bản|gửi|phát hành|"
    r"đưa tin|đưa lên|tạo|post(?:ed)?|"
    r"publish(?:ed)?)\b(?:\s*(?:ngày|lúc|vào|on|bài|tin|date))*",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:ngày|thời gian|lần)?\s*(?:cập nhật|chỉnh sửa|sửa|update[d]?|modified)(?:\s*(?:ngày|lúc|vào|"
    r"lần cuối|mới nhất|cuối|on))*",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:(?:số\s+)?(?:đã\s+)?(?:lượt|lần)?\s*(?:xem|đọc|truy cập|views?|hits?|bình luận|comments?)(?:\s+(?:bài|tin|"
    r"trang|count))?\s*[:=(]*\s*[\d.,]+k?\)?(?:\s*(?:lượt|lần)(?:\s+(?:xem|đọc))?)?"
    r"|(?<![\d/])[\d.,]+k?\s*(?:lượt|lần)?\s*(?:xem|đọc|views?|hits?|bình luận|comments?|lượt)\b)",
    re.IGNORECASE,
)
_ADMIN = re.compile(
    r"(?:\b(?:đăng|viết|gửi)?\s*(?:bởi|by)|người (?:đăng|gửi|đưa)|tác giả)?\s*:?\s*"
    r"\b(?:super ?user|admin\w*|administrator|quản trị(?: viên| hệ thống)?|webmaster)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:hôm nay|today|đường dây nóng|hotline)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:ngày giờ|ngày|lúc|vào|date|time|on|at|đã|được|tin|bài viết|hôm nay|cỡ chữ|a[-+]|a|sáng|trưa|chiều|tối|"
    r"in (?:bài viết|bài này|bài|tin|trang)|bản in|gửi email|gửi bài viết|chia sẻ|lưu bài|nghe bài viết)\b|[\W_]+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s*(?:[A-ZĐÀ-Ỹ][\w'’]*[ .]*){1,5},?\s*$")
_BLANKS = re.compile(
    r"^(?:(?:ngày|date) )?(\d{1,2}) (\d{1,2}) (\d{4})$", re.IGNORECASE
)  # "21 09 2025", alone
_LAST_MONTH = 12
_AMERICAN = re.compile(r"\d\s*[ap]m\b", re.IGNORECASE)  # the month comes first where hours are so told
_DATE_LINE_WORDS = 22


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a date line says; `when` is None for a day that does not exist."""

    when: date | None
    weekday_true: bool = True
    posted: bool = False  # it says that the page was put up then
    updated: bool = False  # it says that the page was changed then
    timed: bool = False  # the hour stands beside it
    today: bool = False  # it says which day it is, for whoever reads the page
    place: str = ""  # "Phong Sơn" of a letter's "Phong Sơn, ngày 5 tháng 3 năm 2024"
    rest: str = ""  # what else stands on the line: an author


def read_date_line(line: str) -> DateLine | None:
    """Read a line that holds a date, what belongs to it, and at most a name; None for any other line."""
    words = _BLANKS.sub(r"\1/\2/\3", " ".join(line.split()))
    if len(words.split()) > _DATE_LINE_WORDS:
        return None
    found = _date(words)
    if found is None:
        return None
    if _TODAY.search(words):
        return DateLine(found[1], today=True)
    match, when = found
    posted, updated = bool(_POSTED.search(words)), bool(_UPDATED.search(words))
    before, after = words[: match.start()], words[match.end() :]
    place = ""
    named = _PLACE.fullmatch(re.sub(r"[\s,(]*ngày\s*$", "", before, flags=re.IGNORECASE))
    if named and re.search(r"ngày\s*$", before, re.IGNORECASE) and not _stripped(after):
        place = named[0].strip(" ,")
        if _WEEKDAY.search(place) or _POSTED.search(place) or _UPDATED.search(place):
            place = ""
        else:
            before = ""
    rest = " | ".join(part for part in map(_stripped, (*before.split("|"), *after.split("|"))) if part)
    weekday = _WEEKDAY.search(before + " | " + after)
    true = when is None or weekday is None or _said(weekday) == when.isoweekday() + 1
    timed = bool(_TIME.search(before) or _TIME.search(after))
    return DateLine(when, true, posted, updated, timed, place=place, rest=rest)


def _date(words: str) -> tuple[re.Match[str], date | None] | None:
    """Return the first date: of two, one that says when the page was changed comes second."""
    found = [match for form in _FORMS for match in form.finditer(words)]
    if not found:
        return None
    match = min(found, key=lambda one: (one.start(), -one.end()))
    updated = _UPDATED.search(words)
    later = [one for one in found if one.start() >= match.end()]
    if updated and later and updated.start() < match.start():
        match = min(later, key=lambda one: (one.start(), -one.end()))
    return match, _day(match)


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    word = (groups.get("w") or "").lower()
    month = int(word) if word.isdigit() else _MONTHS.get(word) or int(groups.get("m") or 0)
    year, day = int(match["y"]), int(match["d"])
    if month > _LAST_MONTH >= day and _AMERICAN.search(match.string):
        month, day = day, month
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _stripped(text: str) -> str:
    """Return what is left of a line beside its date when all that belongs to a date line is taken away."""
    for form in (*_FORMS, _TIME, _ZONE, _WEEKDAY, _COUNTS, _POSTED, _UPDATED, _ADMIN):
        text = form.sub(" ", text)
    bare = _LOOSE.sub(" ", text)
    left = " ".join(text.split()).strip(" ,.;:-–—|/•·()[]'’\"*") if bare.strip() else ""
    return f"{left})" if left.count("(") > left.count(")") else left


def _said(match: re.Match[str]) -> int:
    if match["sunday"]:
        return 8
    day = match["day"]
    return int(day) if day.isdigit() else _WEEKDAYS[day.lower()]
