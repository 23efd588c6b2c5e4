"""Days that a bulletin keeps: their dates beside their names, and two dates that should be one day of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

# What stands in the name of a day, and its day and month.
_KEPT = (
    ("Thương binh - Liệt sĩ", 27, 7),
    ("Thương binh, liệt sĩ", 27, 7),
    ("Thầy thuốc Việt Nam", 27, 2),
    ("Nhà giáo Việt Nam", 20, 11),
    ("Quốc khánh", 2, 9),
    ("Giải phóng miền Nam", 30, 4),
    ("Quốc tế Lao động", 1, 5),
    ("Quốc tế Phụ nữ", 8, 3),
    ("Phụ nữ Việt Nam", 20, 10),
    ("Báo chí cách mạng Việt Nam", 21, 6),
    ("Báo chí Cách mạng Việt Nam", 21, 6),
    ("thành lập Quân đội nhân dân", 22, 12),
    ("thành lập Đảng Cộng sản", 3, 2),
    ("truyền thống ngành Tuyên giáo", 1, 8),
    ("truyền thống công tác dân vận", 15, 10),
    ("Dân số Việt Nam", 26, 12),
    ("Gia đình Việt Nam", 28, 6),
    ("Doanh nhân Việt Nam", 13, 10),
    ("Pháp luật", 9, 11),
    ("Quốc tế Thiếu nhi", 1, 6),
    ("Quốc tế thiếu nhi", 1, 6),
    ("Sách và Văn hóa đọc", 21, 4),
    ("Chuyển đổi số quốc gia", 10, 10),
)
_DAY = r"(\d{1,2})/(\d{1,2})(?!/?\d{3}\d?-)"
_AFTER = Lazy(rf"[^\d.;:()]{{0,24}}?\(?(?:ngày )?{_DAY}")
_TWICE = Lazy(
    r"\((\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\s*[-–]\s*(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\)", needs=("(",)
)
_LINE = Lazy(
    r"^\s*(?:[-–+•*]\s*)?(?:Ngày )?(\d{1,2})/(\d{1,2}): [^.;]*?\((\d{1,2})/(\d{1,2})/\d{4} ?[-–]",
    needs=(": ",),
)
_QUARTER = Lazy(r"\b[Qq]uý (V|VI|VII|VIII|IX|[5-9])(?![\w])", needs=("uý ",))


def find(one: Paragraph) -> list[Finding]:
    """Return the dates of a paragraph that are not those of the days named with them, and quarters of no year."""
    if not any(map(str.isdigit, one.text)) and "uý " not in one.text:
        return []
    return [*_kept(one), *_twice(one), *_quarters(one)]


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    start, end = one.start + span[0], one.start + span[1]
    return Finding(f"date.{rule}", Severity.LOOK, start, end, one.text[span[0] : span[1]], message, right)


def _written(day: int, month: int) -> str:
    return f"{day:02}/{month:02}" if month < 3 else f"{day:02}/{month}"


def _kept(one: Paragraph) -> Iterator[Finding]:
    for name, day, month in _KEPT:
        at = one.text.find(name)
        while at >= 0:
            hit = _AFTER.match(one.text, at + len(name))
            if (
                hit
                and (int(hit.group(1)), int(hit.group(2))) != (day, month)
                and _is_its_own(one.text, at, hit)
            ):
                span = (hit.start(1), hit.end(2))
                right = _written(day, month)
                yield _finding(one, "kept", span, f"Ngày {name} là {right}.", right)
            at = one.text.find(name, at + 1)


def _is_its_own(text: str, at: int, hit: re.Match[str]) -> bool:
    """Return whether a date belongs to the name before it: right behind it, or in brackets after it."""
    between = text[hit.start() : hit.start(1)]
    named = text[max(0, at - 30) : at]
    return bool(re.search(r"[Nn]gày $|[Nn]gày [^.;,]*$", named)) and bool(
        re.fullmatch(r"\s*\(?(?:ngày )?|\s[^,.;]{0,20}\((?:ngày )?", between)
    )


def _twice(one: Paragraph) -> Iterator[Finding]:
    for hit in _TWICE.finditer(one.text):
        first, second = (int(hit.group(1)), int(hit.group(2))), (int(hit.group(4)), int(hit.group(5)))
        before = one.text[max(0, hit.start() - 110) : hit.start()]
        if (
            first != second
            and int(hit.group(3)) < int(hit.group(6))
            and re.search(r"\d+ năm\b|lần thứ", before)
        ):
            message = "Hai mốc kỷ niệm không cùng ngày, tháng."
            yield _finding(
                one, "kept", (hit.start(4), hit.end(5)), message, one.text[hit.start(1) : hit.end(2)]
            )
    for hit in _LINE.finditer(one.text):
        if hit.group(1, 2) != hit.group(3, 4):
            message = "Ngày đầu dòng khác ngày kỷ niệm."
            right = f"{hit.group(3)}/{hit.group(4)}"
            yield _finding(one, "kept", (hit.start(1), hit.end(2)), message, right)


def _quarters(one: Paragraph) -> Iterator[Finding]:
    for hit in _QUARTER.finditer(one.text):
        yield _finding(one, "impossible", hit.span(1), "Năm có bốn quý.")
