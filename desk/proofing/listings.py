"""What is numbered or counted off: lists against the number told of them, numbers and ordinals that skip one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SAID = "|".join(_WORDS[1:])
_THINGS = (
    "nội dung|nhiệm vụ|giải pháp|việc|vấn đề|điểm|dấu hiệu|nhóm|yêu cầu|nguyên tắc|bài học|mục tiêu|ý|câu hỏi|chữ|"
    "biểu hiện|bước|phần|tiêu chí|quy tắc|điều|đề nghị|kiến nghị|mô hình|hoạt động|chuyên đề|nguyên "
    "nhân|hạn chế|lý do"
)
_OPENED = Lazy(
    rf"(?<![\w.,/])(\d{{1,2}}|{_SAID}) ({_THINGS})(?![\w])[^.:;!?]{{0,80}}:\s*$", re.IGNORECASE, needs=(":",)
)
_INLINE = Lazy(
    rf"(?<![\w.,/])(\d{{1,2}}|{_SAID}) ({_THINGS})(?![\w])[^.:;!?]{{0,60}}: ([^.:!?]+;[^.:!?]+;[^.:!?]+)[.!?]",
    re.IGNORECASE,
    needs=(": ",),
)
_DASHED = Lazy(r"^\s*[-–+•*]\s")
_NUMBERED = Lazy(r"^\s*(\d{1,2})[.)]\s+(?=[^\W\d_])")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINAL = Lazy(rf"^\s*(?:[-–]\s*)?Thứ ({'|'.join(_ORDINALS)})(?=[,:]| là\b)", needs=("Thứ ",))
_YEARS = Lazy(
    rf"[Tt]ừ năm (\d{{4}}) đến (?:năm )?(\d{{4}})[^.!?]{{0,60}}?(?<![\w])({_SAID}|\d{{1,2}}) năm "
    rf"(?:liền|liên tục|liên tiếp)",
    needs=("ừ năm",),
)
_DAYS = Lazy(
    rf"(?<![\w])({_SAID}|\d{{1,2}}) ngày(?: [^\W\d_]+){{0,3}}?,? \(?từ (?:ngày )?(\d{{1,2}})"
    rf"(?:/(\d{{1,2}}))?(?:/\d{{4}})? "
    rf"đến (?:hết )?(?:ngày )?(\d{{1,2}})/(\d{{1,2}})",
    re.IGNORECASE,
    needs=("từ ",),
)
_ROMAN = Lazy(r"(?<![\w-])[IVXLC]{2,7}(?![\w])", needs=("I", "V", "X"))
_RIGHT_ROMAN = Lazy(
    r"(?:X{0,3})(?:IX|IV|V?I{0,3})|X?L(?:IX|IV|V?I{0,3})|XC(?:IX|IV|V?I{0,3})|LX{0,3}(?:IX|IV|V?I{0,3})|C{1,3}"
)
_FEWEST = 2


def number_of(word: str) -> int:
    """Return the number that a word or figures say."""
    return int(word) if word.isdigit() else _WORDS.index(word.lower()) + 1


def find(one: Paragraph) -> list[Finding]:
    """Return what a paragraph counts off otherwise than it says."""
    return [*_inline(one), *_spans(one), *_romans(one)]


def across(every: Sequence[Paragraph]) -> list[Finding]:
    """Return the lists of a text that have not as many lines as their opening says, and numbers that skip one."""
    return [*_lists(every), *_numbering(every)]


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    start, end = one.start + span[0], one.start + span[1]
    return Finding(f"number.{rule}", Severity.LOOK, start, end, one.text[span[0] : span[1]], message, right)


def _like(word: str, number: int) -> tuple[str, ...]:
    """Return a number in figures or in a word, as another is written."""
    if word.isdigit():
        return (f"{number:02}" if word.startswith("0") else str(number),)
    if not 1 <= number <= len(_WORDS):
        return ()
    right = _WORDS[number - 1]
    return (right.capitalize() if word[0].isupper() else right,)


def _inline(one: Paragraph) -> Iterator[Finding]:
    for hit in _INLINE.finditer(one.text):
        count = hit.group(3).count(";") + 1
        if count != number_of(hit.group(1)) and not re.search(r"\d\)|[a-d]\)", hit.group(3)):
            yield _finding(one, "count", hit.span(1), f"Kể ra {count}.", *_like(hit.group(1), count))


def _spans(one: Paragraph) -> Iterator[Finding]:
    for hit in _YEARS.finditer(one.text):
        years = int(hit.group(2)) - int(hit.group(1))
        if number_of(hit.group(3)) not in (years, years + 1):
            message = f"Từ năm {hit.group(1)} đến năm {hit.group(2)} là {years + 1} năm."
            yield _finding(one, "count", hit.span(3), message, *_like(hit.group(3), years + 1))
    for hit in _DAYS.finditer(one.text):
        if hit.group(3) not in (None, hit.group(5)):
            continue
        days = int(hit.group(4)) - int(hit.group(2)) + 1
        if days > 1 and number_of(hit.group(1)) not in (days, days - 1):
            yield _finding(one, "count", hit.span(1), f"Đó là {days} ngày.", *_like(hit.group(1), days))


def _romans(one: Paragraph) -> Iterator[Finding]:
    if one.capitals:
        return
    for hit in _ROMAN.finditer(one.text):
        roman = hit.group()
        if _RIGHT_ROMAN.fullmatch(roman) or one.fenced(one.start + hit.start(), one.start + hit.end()):
            continue
        swaps = (roman[:at] + roman[at + 1] + roman[at] + roman[at + 2 :] for at in range(len(roman) - 1))
        right = next((it for it in swaps if it != roman and _RIGHT_ROMAN.fullmatch(it)), "")
        if right or len(set(roman) & set("XV")) > 1:
            yield _finding(one, "roman", hit.span(), "Số La Mã viết chưa đúng.", *([right] if right else []))


def _lists(every: Sequence[Paragraph]) -> Iterator[Finding]:
    for at, head in enumerate(every):
        hit = _OPENED.search(head.text)
        if hit is None or at + _FEWEST >= len(every):
            continue
        follows = every[at + 1].text
        item = _DASHED if _DASHED.match(follows) else _NUMBERED if _NUMBERED.match(follows) else _ORDINAL
        count = 0
        for one in every[at + 1 :]:
            if not item.match(one.text):
                break
            count += 1
        if count >= _FEWEST and count != number_of(hit.group(1)):
            yield _finding(head, "count", hit.span(1), f"Kể ra {count}.", *_like(hit.group(1), count))


def _numbering(every: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield the numbers at the beginning of lines, and the ordinals, that do not follow the last."""
    for pattern in (_NUMBERED, _ORDINAL):
        last = 0
        for one in every:
            hit = pattern.match(one.text)
            if hit is None:
                continue
            word = hit.group(1)
            now = int(word) if word.isdigit() else _ORDINALS.index(word) + 1
            if last and now > 1 and (now == last + 2 or (now == last and pattern is _ORDINAL)):
                right = str(last + 1) if word.isdigit() else _ORDINALS[last] if last < len(_ORDINALS) else ""
                message = f"Sau {'“' + word + '”' if now == last else last} phải là “{right}”."
                yield _finding(one, "order", hit.span(1), message, right)
                now = last + 1
            last = now
