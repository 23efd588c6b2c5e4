"""What a line looks like: a byline, a caption, the lead said twice, the foot of the page."""

from __future__ import annotations

import re

from desk.text.blocks import nfc

_FOOT = re.compile(
    r"(?:các\s+)?(?:tin|bài)(?:\s+(?:bài|tức))?\s+"
    r"(?:khác|liên\s+quan|cùng\s+chuyên\s+mục|đã\s+đưa|mới\s+hơn|cũ\s+hơn)\W*",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:phòng|ban|văn phòng|trung tâm|đài|báo|sở|hội|đoàn|tỉnh|thành|công an|bộ|huyện|thị|đảng|chi|tổ|"
    r"trường|liên đoàn|mặt trận|ủy ban|uỷ ban|ubnd|btg|bảo hiểm|cục|chi cục|viện|bệnh viện|khoa|"
    r"câu lạc bộ|học viện|ban biên tập|cộng tác viên|ctv|bbt|pv|nguồn|theo|tin|ảnh|bài|tác giả|thực hiện)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", ":", ";", ",", "…")
_CLOSERS = "”\"')]»"
_NUMBERED = re.compile(
    r"(?:[-–—+*•·]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)/]|(?:phần|mục|chương|điều)\s)\s*", re.IGNORECASE
)
_BYLINE_WORDS = 18
_CAPTION_WORDS = 45


def is_foot(line: str) -> bool:
    """Say whether a line opens the web page's list of other news."""
    return bool(_FOOT.fullmatch(line.strip()))


def ends_open(line: str) -> bool:
    """Say whether a line ends like a label: no full stop, colon or other mark at its end."""
    return not line.rstrip().rstrip(_CLOSERS).endswith(_ENDS)


def is_byline(line: str) -> bool:
    """Say whether a line names who wrote: a unit, a person, or both; short and without a full stop."""
    words = line.split()
    if not words or len(words) > _BYLINE_WORDS or _NUMBERED.match(line) or not ends_open(line):
        return False
    bare = line.strip("( )")
    return bool(_UNIT.match(bare)) or _is_person(re.split(r"\s*[-–—,(]\s*|\s+và\s+", bare)[0])


def _is_person(name: str) -> bool:
    words = name.split()
    return 1 < len(words) <= 5 and all(
        word[0].isupper() and not any(c.isdigit() for c in word) for word in words
    )


def is_caption(line: str) -> bool:
    """Say whether a line, standing bare between paragraphs, reads like a picture's caption."""
    return len(line.split()) <= _CAPTION_WORDS and ends_open(line) and not _NUMBERED.match(line)


def same_words(one: str, other: str) -> bool:
    """Say whether two passages differ in nothing but dashes, spaces and punctuation."""
    letters = _letters(one)
    return bool(letters) and letters == _letters(other)


def _letters(text: str) -> str:
    return "".join(sign for sign in nfc(text) if sign.isalnum())
