"""An entry of a schedule while it is read: what is known, and which of its letters are spoken for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desk.announcements.dates import DayPart, TimeHit
from desk.announcements.fields import POLITE
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan

SIGNS = " \t\n-–—+*•◦:.,;/|"
STOP = r"(?:(?<![ .(/][pqtx])(?<![ (]tp)(?<!gs)(?<!ts)(?<!\bô)(?<!\bb)\.(?=\s+\S|\s*$))"
AT = re.compile(
    r"(?:(?<=[\s,(;])|^)(?:@\s*|(?<=[,;] )địa\s+điểm\s+(?:tại\s+)?(?!tổ\s+chức|họp)|(?<=, )điểm\s+(?=(?:trường"
    r"|nhà|ubnd|hội|trung|thôn|xã|phường)\b)"
    r"|(?:điểm\s+)?(?:tập\s+trung\s+)?(?:tại|(?<!nhà )(?<!đất )(?<!chỗ )ở)\s+"
    r"|tập\s+trung\s+(?=đầu|cổng|sân|nhà|ngã|trước))"
)
AT_END = re.compile(
    STOP + r"|[;\n]|\s+(?=với\s+(?:lịch|chương|nội|thông|thành)\b)|\s+(?=(?:nhé|nha|nhá|ạ)\b)"
    r"|,?\s*(?=(?:bác|chú|cô)\s+\w+\s+chủ\s+trì)|\s*(?:=>|→|->)|:?\s*vẫn\s+giữ|,\s*(?=(?:do|đ/c|đồng\s+chí"
    r"|truyền\s+hình|kính|mời"
    r"|đề\s+nghị|lúc|vào|hồi|từ|bắt\s+đầu|khai\s+mạc|bế\s+mạc|kết\s+thúc|dự\s+kiến|yêu\s+cầu|trang\s+phục"
    r"|cả\s+ngày|\d{1,2}\s*(?:h|g|giờ))\b)|\s+(?=(?:lúc|hồi|vào\s+lúc|từ)\s+\d)|\s*\((?=(?:\d{1,2}\s+ngày\)"
    r"|không\s|xe\s|cùng\s|lđ|giao|sáng"
    r"|chiều|ngày|dự|xuất))|\s[–—-]\s(?=(?:đ/c|đ\.c|p?ct\b|pgđ|gđ))"
)


@dataclass(slots=True)
class Reading:
    """An entry while it is read: what is known, and which letters are spoken for."""

    letters: Letters
    start: int
    stop: int
    spans: list[FieldSpan] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)
    place: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)
    attendees: list[str] = field(default_factory=list)
    unit: str = ""
    hours: TimeHit | None = None
    ends: bool = False  # "đến 17h00: …": the hour is its last day's end
    labelled: bool = False  # the name has a label of its own
    part: DayPart | None = None  # the session that a label's words name
    chaired: bool = False  # the schedule's head has a column of its own for who presides
    peopled: bool = False  # who comes is told elsewhere: after a dash the name goes on
    placed: bool = False  # the place is told elsewhere: brackets and "tại" belong to the name

    def put(self, kind: Field, start: int, stop: int) -> str:
        """Remember a field's words, trimmed; return them."""
        text = self.letters.text
        for begin, _ in self.taken if kind is Field.PLACE else ():
            stop = begin if start < begin < stop else stop
        polite = POLITE.search(text, start, stop)
        stop = polite.start() if polite else stop
        while start < stop and text[start] in SIGNS:
            start += 1
        while stop > start and (text[stop - 1] in SIGNS or (text[stop - 1] == "(")):
            stop -= 1
        if (
            stop > start
            and text[stop - 1] == ")"
            and text[start:stop].count("(") < text[start:stop].count(")")
        ):
            stop -= 1
        if stop > start:
            self.spans.append(FieldSpan(kind, start, stop))
        return self.letters.words(start, stop)


def first_stop(low: str, begin: int, stop: int) -> int:
    """Return where the sentence or the line ends, whichever is first."""
    sentence = re.compile(STOP).search(low, begin, stop)
    line = low.find("\n", begin, stop)
    return min([stop, *([sentence.start()] if sentence else []), *([line] if line >= 0 else [])])


def free(one: Reading, start: int, stop: int) -> tuple[int, int]:
    """Return a stretch without signs and what is spoken for at either end."""
    text, moved = one.letters.text, True
    while moved and start < stop:
        moved = False
        while start < stop and text[start] in SIGNS + ")":
            start, moved = start + 1, True
        while stop > start and text[stop - 1] in SIGNS + "(":
            stop, moved = stop - 1, True
        for begin, end in one.taken:
            if begin <= start < end:
                start, moved = min(end, stop), True
            if begin < stop <= end:
                stop, moved = max(begin, start), True
    return start, stop


def inside(one: Reading, at: int, start: int) -> bool:
    """Say whether a place stands in brackets or quotes, or is spoken for."""
    return bracketed(one, at, start) or any(a <= at < b for a, b in one.taken)


def bracketed(one: Reading, at: int, start: int) -> bool:
    """Say whether a place stands in brackets or quotes that open after `start`."""
    before = one.letters.low[start:at]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")
