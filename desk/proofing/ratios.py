"""Figures against each other beyond sums: halves that make a whole, rates, ages, ranges, counts in order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction

from desk.proofing.finding import Finding, Severity
from desk.proofing.numbers import Figure, figures, kind, near, shown, value
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_SENTENCE = Lazy(r"(?:[^.!?]|\.(?=\d))+[.!?]?")
_MEN, _WOMEN = Lazy(r"(?:là |đại biểu )?nam\b"), Lazy(r"(?:là |đại biểu )?(?:phụ )?nữ\b")
_NOT = Lazy(r"(?:không|chưa) ([^\W\d_]+)")
_RATE = Lazy(
    r"(?<![\d.,/-])(\d[\d.]*)/(\d[\d.]*)((?: [^\W\d_]+){1,8}?)"
    r"(?:,? ?\(?(?:đạt|chiếm|bằng|tương ứng|tương đương|tức là|tức|tỷ lệ|=)"
    r"(?: hơn| gần| khoảng| trên)? ?|,? ?\()(\d{1,3}(?:,\d+)?) ?%",
    needs=("%",),
)
_GROWTH = Lazy(
    r"\b(tăng|giảm) từ (\d[\d.]*(?:,\d+)?) ([^\W\d_]+(?: đồng)?)?[^.;\d]{0,30}?(?:lên|xuống|còn)(?: còn)? "
    r"(\d[\d.]*(?:,\d+)?) ?[^.;\d]{0,40}?\(?(?:tăng|giảm) (\d{1,3}(?:,\d+)?) ?%",
    needs=("tăng từ", "giảm từ"),
)
_COUNTED_IN = (
    "%|triệu đồng|tỷ đồng|nghìn đồng|triệu|tỷ|nghìn|ha|kg|tấn|tạ|km|m|người|hộ|con|"
    "đồng|suất|tuổi|năm|tháng|ngày|phút|lần"
)
_HALF = Lazy(r"\d\.\d{1,2}(?!\d)")
_RANGE = Lazy(
    rf"\btừ (\d[\d.]*(?:,\d+)?)(?: ?({_COUNTED_IN}))? (?:đến|tới) (\d[\d.]*(?:,\d+)?)"
    rf"(?=(?P<unit> ?(?:{_COUNTED_IN}))(?!\w))",
    needs=("từ 0", "từ 1", "từ 2", "từ 3", "từ 4", "từ 5", "từ 6", "từ 7", "từ 8", "từ 9"),
)
_ONE_LEFT = Lazy(
    r"\b(\d{1,3}) ([^\W\d_]+)(?: [^\W\d_]+)?, trong đó,? (\d{1,3}) \2 (?:đầu|trước)[^.;]*?, \2 (?:còn lại|cuối)\b",
    needs=("trong đó",),
)
_LIVED = Lazy(r"hưởng (?:thọ|dương) (\d{1,3}) tuổi", needs=("hưởng",))
_BORN = Lazy(
    r"[Ss]inh (?:ngày [^,;.()]{4,30} )?năm (\d{4})|[Ss]inh ngày \d{1,2}/\d{1,2}/(\d{4})",
    needs=("inh năm", "inh ngày"),
)
_DIED = Lazy(
    r"(?:từ trần|mất|qua đời|tạ thế)\b[^.]{0,80}?(?:năm |/)(\d{4})",
    needs=("từ trần", "mất", "qua đời", "tạ thế"),
)
_AGED = Lazy(
    r"(\d{1,3}) tuổi \(sinh năm (\d{4})\)|sinh năm (\d{4})[^.;]{0,12}?năm nay (\d{1,3}) tuổi",
    needs=("sinh năm",),
)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDER = Lazy(r"(?:^|[.;:] |\n)[Tt]hứ (nhất|hai|ba|tư|năm|sáu|bảy|tám)(?=,| là\b)", needs=("hứ ",))
_COUNT = Lazy(r"(?:^|[.;:] )(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|một|hai|ba|bốn|năm|sáu|bảy) là\b", needs=(" là",))
_COUNTED = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")
_DIGIT = Lazy(r"\d")


def find(one: Paragraph, today: dt.date | None) -> list[Finding]:
    """Return the figures of a paragraph that contradict one another."""
    found = list(_orders(one))
    if _DIGIT.search(one.text):
        found += _halves(one)
        found += _rates(one)
        found += _ranges(one)
        found += _ages(one, today)
    return found


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    text = one.text[span[0] : span[1]]
    start, end = one.start + span[0], one.start + span[1]
    return Finding(f"number.{rule}", Severity.LOOK, start, end, text, message, right)


def _halves(one: Paragraph) -> Iterator[Finding]:
    """Yield two parts that are all there can be, men and women or with and without, that do not make the whole."""
    for sentence in _SENTENCE.finditer(one.text):
        said = sentence.group()
        every = [it for it in figures(said) if it.unit != "%"]
        for at in range(2, len(every)):
            first, second = every[at - 1], every[at]
            whole = next((it for it in every[: at - 1] if kind(it) == kind(first) == kind(second)), None)
            if whole is None or not _exclude(said, first, second):
                continue
            total = first.value + second.value
            if total != whole.value and (near(total, whole.value) or _slip(first, second, whole)):
                message = f"Tổng là {shown(whole.value)}, hai phần cộng lại {shown(total)}."
                span = (sentence.start() + first.start, sentence.start() + first.end)
                yield _finding(one, "sum", span, message)
                break
    for hit in _ONE_LEFT.finditer(one.text):
        if int(hit.group(1)) != int(hit.group(3)) + 1:
            message = f"{hit.group(1)} {hit.group(2)}, mà {hit.group(3)} và một là {int(hit.group(3)) + 1}."
            yield _finding(one, "sum", hit.span(1), message, str(int(hit.group(3)) + 1))


def _slip(first: Figure, second: Figure, whole: Figure) -> bool:
    """Return whether one part would do with a digit otherwise."""
    return any(
        whole.value > other.value and near(it.value, whole.value - other.value)
        for it, other in ((first, second), (second, first))
    )


def _exclude(said: str, first: Figure, second: Figure) -> bool:
    """Return whether what is said of two figures is the one or the other: nam, nữ; đội mũ, không đội."""
    one, two = _after(said, first), _after(said, second)
    if (_MEN.match(one) and _WOMEN.match(two)) or (_WOMEN.match(one) and _MEN.match(two)):
        return True
    for this, other in ((one, two), (two, one)):
        hit = _NOT.match(this)
        if hit and other.startswith(hit.group(1)):
            return True
    return False


def _after(said: str, it: Figure) -> str:
    """Return what is said after a figure and its unit."""
    tail = said[it.end :].lstrip()
    words = f"{it.unit} {it.more}" if it.more in ("biểu", "sinh", "viên", "chí", "bộ") else it.unit
    return tail.removeprefix(words).lstrip()


def _rates(one: Paragraph) -> Iterator[Finding]:
    for hit in _RATE.finditer(one.text):
        part, whole, told = value(hit.group(1)), value(hit.group(2)), value(hit.group(4))
        if whole <= 12 or part > whole or re.search(r"\b(?:ngày|số)\b", one.text[: hit.start()][-8:]):
            continue
        right = part * 100 / whole
        if abs(right - told) >= 1:
            shows = f"{float(right):.1f}".replace(".", ",").removesuffix(",0")
            yield _finding(one, "rate", hit.span(4), f"{hit.group(1)}/{hit.group(2)} là {shows}%.", shows)
    for hit in _GROWTH.finditer(one.text):
        first, last, told = value(hit.group(2)), value(hit.group(4)), value(hit.group(5))
        right = abs(last - first) * 100 / first if first else Fraction(told)
        if (hit.group(3) or "") != "" and abs(right - told) > max(Fraction(1), told / 20):
            shows = f"{float(right):.1f}".replace(".", ",").removesuffix(",0")
            message = f"Từ {hit.group(2)} đến {hit.group(4)} là {shows}%."
            yield _finding(one, "rate", hit.span(5), message, shows)


def _ranges(one: Paragraph) -> Iterator[Finding]:
    for hit in _RANGE.finditer(one.text):
        if _HALF.search(hit.group()):
            continue  # 1.5: a decimal with a point, which is told of by itself
        before = one.text[: hit.start()][-40:]
        falls = re.search(r"\b(?:giảm|hạ|rút|tụt|còn)\b", before, re.IGNORECASE)
        unit = hit.group(2) or hit.group("unit").strip()
        if value(hit.group(1)) > value(hit.group(3)) and not falls and unit == hit.group("unit").strip():
            between = f" {hit.group(2)}" if hit.group(2) else ""
            right = f"từ {hit.group(3)}{between} đến {hit.group(1)}"
            yield _finding(one, "range", hit.span(), "Khoảng viết ngược: số đầu lớn hơn số cuối.", right)


def _ages(one: Paragraph, today: dt.date | None) -> Iterator[Finding]:
    born, died = _BORN.search(one.text), _DIED.search(one.text)
    lived = _LIVED.search(one.text)
    if lived and born and died:
        years = int(died.group(1)) - int(born.group(1) or born.group(2))
        if int(lived.group(1)) not in (years - 1, years, years + 1):
            message = f"Từ năm sinh đến năm mất là {years} năm."
            yield _finding(one, "age", lived.span(1), message, str(years + 1), str(years))
    for hit in _AGED.finditer(one.text) if today else ():
        age, year = (hit.group(1), hit.group(2)) if hit.group(1) else (hit.group(4), hit.group(3))
        years = today.year - int(year) if today else 0
        if int(age) not in (years - 1, years, years + 1):
            at = hit.span(1) if hit.group(1) else hit.span(4)
            yield _finding(one, "age", at, f"Sinh năm {year}, năm nay {years} tuổi.", str(years))


def _orders(one: Paragraph) -> Iterator[Finding]:
    """Yield the ordinals of a paragraph that skip one: thứ nhất, thứ hai, thứ tư."""
    for pattern, names in ((_ORDER, _ORDINALS), (_COUNT, _COUNTED)):
        last = -1
        for hit in pattern.finditer(one.text):
            now = names.index(hit.group(1).lower())
            if last >= 0 and now not in (0, last + 1) and (last > 0 or now > 1):
                word = names[last + 1]
                right = word.capitalize() if hit.group(1)[0].isupper() else word
                message = f"Sau “{names[last]}” phải là “{word}”."
                yield _finding(one, "order", hit.span(1), message, right)
            last = now
