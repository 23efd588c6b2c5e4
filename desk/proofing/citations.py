"""Documents of Party and state as cited: form, symbol, kind, issuing body, and one number with one date.

Forms by Hướng dẫn 36-HD/VPTW (05-CT/TW, "số" without a colon) and Nghị định 30/2020/NĐ-CP (16/CT-TTg, 30/2020/NĐ-CP).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desk.proofing import issuers
from desk.proofing.citing import Cited, known, same_day, told
from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.register import Register

_NO_YEAR = Lazy(r"(\d{1,4})/(NĐ-CP|TT-B[A-ZĐ]+|TTLT-[A-ZĐ-]+)")
_MANY = 2
_IN_A_ROW = 4  # so many documents of one day have numbers that follow each other
_UNSAID = Lazy(r",?\s+(\d{1,2}/\d{1,2}/\d{4})(?!\d)", needs=("/",))
_YEARED = Lazy(r"^\d+/(\d{4})/")


def find(cited: Sequence[Cited], register: Register) -> list[Finding]:
    """Return what is wrong with the citations of a text."""
    found: list[Finding] = []
    for it in cited:
        found += _form(it)
        found += issuers.find(it, cited)
        found += _unsaid(it)
        found += _yearless(it)
        found += _date(it, register)
        found += _number(it, register)
    found += _two_dates(cited)
    found += _commas(cited)
    return found


def _form(it: Cited) -> Iterator[Finding]:
    text = it.paragraph.text
    if not it.so:
        yield told(
            it.paragraph,
            "so",
            (it.at, it.end),
            "Thiếu chữ “số” trước số và ký hiệu văn bản.",
            f"số {it.symbol}",
        )
    elif text[it.at : it.end] != it.symbol:
        yield told(
            it.paragraph, "symbol", (it.at, it.end), "Số và ký hiệu văn bản viết chưa đúng.", it.symbol
        )
    if it.so and text[: it.at].rstrip().endswith(":") and it.symbol.endswith("/TW"):
        at = text.rfind(":", 0, it.at)
        yield told(
            it.paragraph, "colon", (at, at + 1), "Văn bản của Đảng không có dấu hai chấm sau chữ “số”.", ""
        )


def _unsaid(it: Cited) -> Iterator[Finding]:
    """Yield the day after a symbol that lacks the word ngày."""
    hit = _UNSAID.match(it.paragraph.text, it.end)
    if hit:
        yield told(it.paragraph, "day", hit.span(1), "Thiếu chữ “ngày”.", f"ngày {hit.group(1)}")


def _yearless(it: Cited) -> Iterator[Finding]:
    """Yield the number of a decree or circular that lacks its year: 18/NĐ-CP."""
    hit = _NO_YEAR.fullmatch(it.symbol)
    if hit and it.day:
        right = f"{hit.group(1)}/{it.day[-4:]}/{hit.group(2)}"
        message = "Số nghị định, thông tư có cả năm ban hành."
        yield told(it.paragraph, "symbol", (it.at, it.end), message, right)


def _commas(cited: Sequence[Cited]) -> Iterator[Finding]:
    """Yield the citation of the Party without the comma before its date that all others of the text have, or with."""
    dated = [it for it in cited if it.day and it.symbol.endswith("TW") and it.day_at[0] > it.end]
    with_one = [it for it in dated if it.paragraph.text.startswith(",", it.end)]
    without = [it for it in dated if it not in with_one]
    few, many = sorted((with_one, without), key=len)
    if len(few) != 1 or len(many) < _MANY:
        return
    it = few[0]
    end = it.day_at[0]
    was = it.paragraph.text[it.end : end]
    right = was.removeprefix(",") if was.startswith(",") else f",{was}"
    message = (
        "Chỗ khác trong bài có dấu phẩy trước ngày."
        if right.startswith(",")
        else "Chỗ khác không có dấu phẩy."
    )
    span = (it.at, end)
    text = it.paragraph.text[it.at : it.end]
    yield told(it.paragraph, "comma", span, message, text + right, severity=Severity.HINT)


def _number(it: Cited, register: Register) -> Iterator[Finding]:
    """Yield a number with the day of another known document, whose number has the same digits or all but one."""
    if not it.day or it.symbol in known() or any(one.symbol == it.symbol for one in register.documents):
        return
    number, _, rest = it.symbol.partition("-" if "-" in it.symbol else "/")
    for symbol, documents in known().items():
        if not symbol.endswith(rest) or not any(
            kind == it.type and same_day(day, it.day) for kind, day, _ in documents
        ):
            continue
        other = symbol[: len(symbol) - len(rest) - 1]
        slipped = len(other) == len(number) and sum(a != b for a, b in zip(other, number, strict=True)) == 1
        if sorted(other) == sorted(number) or (slipped and abs(int(other) - int(number)) > _IN_A_ROW):
            message = f"Ngày {it.day} có {it.type} số {symbol}."
            span = (it.at, it.end)
            yield told(it.paragraph, "number", span, message, symbol, severity=Severity.LOOK)
            return


def _date(it: Cited, register: Register) -> Iterator[Finding]:
    """Compare the day with that of the document of this number, among those known the one of the same year."""
    if not it.day:
        return
    yeared = _YEARED.match(it.symbol)
    if yeared and yeared.group(1) != it.day[-4:]:
        right = it.paragraph.text[slice(*it.day_at)][:-4] + yeared.group(1)
        message = f"Số văn bản là của năm {yeared.group(1)}."
        yield told(it.paragraph, "date", it.day_at, message, right, severity=Severity.LOOK)
        return
    own = [
        one.day
        for one in register.documents
        if one.symbol == it.symbol or f"{one.number}{one.symbol}" == it.symbol
    ]
    days = [f"{day.day:02}/{day.month}/{day.year}" for day in own if day]
    days += [day for _, day, _ in known().get(it.symbol, ())]
    if not days or any(same_day(day, it.day) for day in days):
        return
    near = [day for day in days if day.split("/")[2] == it.day.split("/")[2] or day[:5] == it.day[:5]]
    if near and _exists(it.day):
        yield told(
            it.paragraph,
            "date",
            it.day_at,
            f"{it.type} số {it.symbol} ban hành ngày {near[0]}.",
            near[0],
            severity=Severity.LOOK,
        )


def _exists(day: str) -> bool:
    first, month, _ = (int(number) for number in day.split("/"))
    return 1 <= month <= 12 and 1 <= first <= 31


def _two_dates(cited: Sequence[Cited]) -> Iterator[Finding]:
    by: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for it in cited:
        if it.day:
            by[it.type, it.symbol].append(it)
    for (kind, symbol), group in by.items():
        first = group[0].day
        for it in group[1:]:
            if it.day != first:
                message = f"{kind} số {symbol} ở trên viết ngày {first}."
                right = (
                    it.paragraph.text[slice(*group[0].day_at)]
                    if it.paragraph is group[0].paragraph
                    else first
                )
                yield told(it.paragraph, "two_dates", it.day_at, message, right, severity=Severity.LOOK)
