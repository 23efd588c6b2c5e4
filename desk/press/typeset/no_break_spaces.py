"""No-break spaces: the spaces at which no line may end in print; the stored words stay as they were typed.

The sign of a document stays with the word before it, a number with what it counts (`số 36`, `ngày 01/7`, `năm 2019`),
a number with its unit (`17 giờ`), a dash with the word before it, and the names of leaders and spans of years are
whole (the desk's readers mark these first). In a heading words of several syllables are whole as well.
"""

from __future__ import annotations

import re

from desk.press.typeset.compound_words import joined

_JOINED = "\u00a0"
_COUNTED = frozenset(
    (
        *("số", "ngày", "tháng", "năm", "quý", "khóa", "khoá", "kỳ", "thứ", "lần", "bài", "câu"),
        *("điều", "khoản", "điểm", "chương", "mục", "phần", "trang", "tập", "quyển"),
    )
)
_TITLES = frozenset(["TP.", "Tp.", "ThS.", "TS.", "PGS.", "GS.", "BS.", "KS.", "CN."])
_UNIT = r"(?:giờ|phút|giây|km2?|km²|ha|kg|m|m2|m²|tấn|triệu|tỷ|tỉ|đồng(?! chí))(?!\w)"
# Every space at which something may be held together; what stands before it decides.
_PLACE = re.compile(rf"(?<=\S) (?:(?=\d|[IVXLC]+\b|[–—-] )|(?<=[PpSN]\. )(?=\S)|(?<=\d )(?={_UNIT}))")
_FROM, _TO = re.compile(r"(?<![^\s(])\d{1,4} [–—-]$"), re.compile(r"\d{1,4}(?![\d/.,]*\d)")
_MEASURED = re.compile(_UNIT)
_SIGN = re.compile(r"\d+(?:/\d+)?[-/][A-ZĐ]\w*")
_LEADERS = (
    "Hồ Chí Minh",
    "Nguyễn Ái Quốc",
    "Nguyễn Tất Thành",
    "Bác Hồ",
    "Tôn Đức Thắng",
    "Trường Chinh",
    "Lê Duẩn",
    "Phạm Văn Đồng",
    "Võ Nguyên Giáp",
    "Lê Hồng Phong",
    "Hà Huy Tập",
    "Nguyễn Văn Cừ",
    "Nguyễn Văn Linh",
    "Nguyễn Phú Trọng",
)


def with_no_break_spaces(text: str, *, heading: bool = False, names: bool = True) -> str:
    """Return the words with a no-break space wherever a line must not end.

    Without `names` those of leaders are left as they are: in a file in which one searches for them.
    """
    if " " not in text:
        return text
    if heading:
        text = joined(text, _JOINED)
    text = _PLACE.sub(_between, text)
    for name in _LEADERS if names else ():
        if name in text:
            text = re.sub(rf"\b{name}\b", name.replace(" ", _JOINED), text)
    return text


def _between(place: re.Match[str]) -> str:
    text, at = place.string, place.start()
    if text[at + 1] in "–—-":
        return _JOINED
    before = text[max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1 : at]
    if before in _TITLES or before.lstrip('(“"‘').lower() in _COUNTED:
        return _JOINED
    if text[at - 1].isdigit() and _MEASURED.match(text, at + 1):
        return _JOINED
    if before in "–—-" and _FROM.search(text[max(at - 7, 0) : at]) and _TO.match(text, at + 1):
        return _JOINED
    return _JOINED if text[at - 1].isalnum() and _SIGN.match(text, at + 1) else " "
