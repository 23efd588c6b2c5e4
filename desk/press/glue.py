"""Glue: the spaces at which no line may end in print; the stored words stay as they were typed.

The sign of a document stays with the word before it, a number with what it counts (`số 36`, `ngày 01/7`, `năm 2019`),
a dash with the word before it, and the names of leaders are whole (the desk's readers mark these first).
"""

from __future__ import annotations

import re

_JOINED = "\u00a0"
_COUNTED = (
    "số|ngày|tháng|năm|quý|khóa|khoá|kỳ|thứ|lần|điều|khoản|điểm|chương|mục|phần|trang|tập|quyển|bài|câu"
)
_NUMBER = re.compile(rf"\b((?i:{_COUNTED})) (?=\d|[IVXLC]+\b)")
_SIGN = re.compile(r"(?<=\w) (?=\d+(?:/\d+)?[-/][A-ZĐ][\w]*(?:[/-]\w+)*)")
_DASH = re.compile(r"(?<=\S) (?=[–—-] )")
_TITLE = re.compile(r"\b((?:TP|Tp|ThS|TS|PGS|GS|BS|KS|CN)\.) (?=\S)")
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
_NAME = re.compile(rf"\b(?:{'|'.join(_LEADERS)})\b")


def glued(text: str) -> str:
    """Return the words with a no-break space wherever a line must not end."""
    if " " not in text:
        return text
    text = _NUMBER.sub(rf"\1{_JOINED}", text)
    text = _SIGN.sub(_JOINED, text)
    text = _DASH.sub(_JOINED, text)
    text = _TITLE.sub(rf"\1{_JOINED}", text)
    return _NAME.sub(lambda found: found.group().replace(" ", _JOINED), text)
