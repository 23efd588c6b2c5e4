"""Years and days counted from one day to another: anniversaries, "cách đây … năm", "ba ngày sau"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from desk.proofing.dates import Day, days, told
from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_DIGIT = Lazy(r"\d")
_JUBILEE = Lazy(
    r"\b[Kk]ỷ niệm (?:lần thứ )?(\d{1,3}) năm\b(?: "
    r"[^.!?;(]{0,120})?\((?:\d{1,2}/\d{1,2}/)?(\d{4})\s*[-–]\s*(?:\d{1,2}/\d{1,2}/)?(\d{4})\)",
    needs=("ỷ niệm",),
)
_JUBILEE_MORE = Lazy(
    r"\b(\d{1,3}) năm (?:[Nn]gày|thành lập|truyền thống|giải phóng)\b[^.!?;(]{0,120}"
    r"\((?:\d{1,2}/\d{1,2}/)?(\d{4})\s*[-–]\s*(?:\d{1,2}/\d{1,2}/)?(\d{4})\)"
)
_JUBILEE_OF = Lazy(r"\b(?:kỷ niệm )?(\d{1,3}) năm (Ngày [^,.;()\n]{5,70})")
_OF_THE_BRANCH = Lazy(r"Tuyên giáo[^.:]{0,20}: (\d{2,3}) năm", needs=("Tuyên giáo",))
_BRANCH = 1930  # 01/8/1930, the day of the Tuyên giáo branch
# Days that a bulletin of the Party keeps, and their years.
_FOUNDED = (
    ("thành lập Đảng", 1930), ("Mặt trận Dân tộc", 1930), ("Đoàn Thanh niên Cộng sản", 1931),
    ("Nhà giáo Việt Nam", 1982), ("Thầy thuốc Việt Nam", 1955), ("Báo chí cách mạng", 1925),
    ("Thương binh", 1947), ("Quân đội nhân dân", 1944), ("Công an nhân dân", 1945), ("Quốc khánh", 1945),
    ("Giải phóng miền Nam", 1975), ("thành lập Hội Nông dân", 1930), ("thành lập Hội Liên hiệp Phụ nữ", 1930),
    ("truyền thống ngành Tuyên giáo", _BRANCH), ("thành lập Hội Cựu chiến binh", 1989), ("thành lập Công đoàn", 1929),
)  # fmt: skip
_AGO = Lazy(
    r"(?:[Cc]ách đây (?:đúng |tròn )?(\d{1,3}) năm|[Nn]gày này (?:của )?(\d{1,3}) năm (?:trước|về trước)),? "
    r"(?:vào )?(?:lúc )?(?:\d{1,2} giờ(?: \d{1,2}(?: phút)?)? )?(?:(?:sáng|trưa|chiều|tối|đêm) )?"
    r"(?:ngày )?\d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )(\d{4})",
    needs=("ách đây", "gày này"),
)
_BEFORE = Lazy(r"\b[Tt]rước đó (\w+) ngày, ngày (\d{1,2})/(\d{1,2})/(\d{4})", needs=("rước đó",))
_AFTER = Lazy(
    r"\b(?:(\w+) ngày sau|(hôm sau))(?: đó)?\b[^.;!?/]{0,60}$",
    re.IGNORECASE,
    needs=("ngày sau", "hôm sau", "Hôm sau"),
)
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def find(one: Paragraph, today: dt.date | None) -> list[Finding]:
    """Return the counts of years and days in a paragraph that its days do not make."""
    return [*_jubilees(one, today)] if _DIGIT.search(one.text) else []


def _jubilees(one: Paragraph, today: dt.date | None) -> Iterator[Finding]:
    seen = set()
    for pattern in (_JUBILEE, _JUBILEE_MORE):
        for hit in pattern.finditer(one.text):
            first, last = int(hit.group(2)), int(hit.group(3))
            if hit.start(1) not in seen:
                seen.add(hit.start(1))
                yield from _years(one, hit, 1, last - first, f"Từ {first} đến {last}")
    if today is not None:
        for hit in _JUBILEE_OF.finditer(one.text):
            founded = next((year for words, year in _FOUNDED if words in hit.group(2)), 0)
            if founded and hit.start(1) not in seen:
                since = f"Tính từ năm {founded} đến năm {today.year}"
                yield from _years(one, hit, 1, today.year - founded, since)
        for hit in _OF_THE_BRANCH.finditer(one.text):
            yield from _years(one, hit, 1, today.year - _BRANCH, f"Ngành Tuyên giáo từ năm {_BRANCH} đến nay")
        for hit in _AGO.finditer(one.text):
            year = int(hit.group(3))
            yield from _years(one, hit, 1 if hit.group(1) else 2, today.year - year, f"Từ năm {year} đến nay")
    for hit in _BEFORE.finditer(one.text):
        yield from _interval(one, hit)
    yield from _following(one)


def _years(one: Paragraph, hit: re.Match[str], group: int, years: int, since: str) -> Iterator[Finding]:
    """Check a number of years against the one that its days make; days that lie ahead make none."""
    if years > 0 and int(hit.group(group)) != years:
        yield told(one, "years", hit.span(group), f"{since} là {years} năm.", (str(years),))


def _interval(one: Paragraph, hit: re.Match[str]) -> Iterator[Finding]:
    """Check "Trước đó bốn ngày, ngày …" against the last whole day before it."""
    earlier = [it.date for it in days(one) if it.end <= hit.start() and it.date]
    said = (
        _WORDS.index(hit.group(1))
        if hit.group(1) in _WORDS
        else int(hit.group(1))
        if hit.group(1).isdigit()
        else 0
    )
    day = Day(0, 0, int(hit.group(2)), int(hit.group(3)), int(hit.group(4)), False).date
    if not (earlier and said and day and earlier[-1]):
        return
    right = (earlier[-1] - day).days
    if right > 0 and right != said:
        word = _WORDS[right] if right < len(_WORDS) else str(right)
        yield told(one, "interval", hit.span(1), f"Hai ngày cách nhau {right} ngày.", (word,))


def _following(one: Paragraph) -> Iterator[Finding]:
    """Check "ba ngày sau … (25/12/1944)" and "hôm sau" against the last whole day before."""
    for first, second in pairwise(it for it in days(one) if it.date):
        hit = _AFTER.search(one.text[first.end : second.start])
        if hit is None or not (first.date and second.date):
            continue
        word = (hit.group(1) or "một").lower()
        said = _WORDS.index(word) if word in _WORDS else int(word) if word.isdigit() else 0
        between = (second.date - first.date).days
        if said and between != said:
            message = (
                f"Hai ngày cách nhau {between} ngày." if between > 0 else "Ngày này không ở sau ngày trên."
            )
            yield told(one, "interval", (second.start, second.end), message, (), Severity.LOOK)
