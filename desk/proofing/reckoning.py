"""Figures that another one of the same paragraph reckons otherwise: shares, differences, products, means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from desk.proofing.finding import Finding, Severity
from desk.proofing.numbers import Figure, figures, kind, near, shown, value
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_N = r"\d[\d.]*(?:,\d+)?"
_W = r"[^\W\d_]+"
_SAID = Lazy(
    r"(?:đạt|chiếm|bằng|tương đương|tương ứng|tức|tức là)(?: với)?(?: tỷ lệ)?( hơn| gần| khoảng| trên)? "
    r"(\d{1,3}(?:,\d+)?) ?%",
    needs=("%",),
)
_PLAN = Lazy(rf" (?:dự toán|kế hoạch|chỉ tiêu)(?: {_W}){{0,2}}? ({_N}) ({_W}(?: đồng)?)")
_OF_OTHERS = Lazy(
    r"\s*(?:dự toán|kế hoạch|chỉ tiêu|KH\b|so với|so cùng|cùng kỳ|mục tiêu|nghị quyết|tổng|số|diện tích)"
)
_GROWN = Lazy(
    rf"({_N}) ({_W}(?: đồng)?)[^.;\d]{{0,20}}?, (tăng|giảm) (\d{{1,3}}(?:,\d+)?) ?% so với (?:{_W} ){{0,4}}?"
    rf"({_N}) \2\b",
    needs=("% so với", " % so với"),
)
_LESS = Lazy(
    rf"\b(?:tăng|giảm|vượt|hơn|kém|thấp hơn|cao hơn|nhiều hơn|ít hơn)(?: thêm)? ({_N}) ({_W})[^.;\d]{{0,25}}? "
    rf"so với (?:{_W} ){{0,5}}?({_N})(?!\d|/|%| ?%)(?: (?!\2\b)(?:năm|cùng|của|trước|ở|vào|\()| \2\b|[.,;]|$)",
    needs=("so với",),
)
_INSTEAD = Lazy(
    rf"thay (?:cho|vì) (?:{_W} ){{0,3}}?({_N}) ({_W})[^.;\d]{{0,15}}?, (?:tức là |tức |như vậy )?"
    rf"(?:tăng|giảm) ({_N}) \2\b",
    needs=("thay ",),
)
_EACH = Lazy(rf"\b[Mm]ỗi ((?:{_W} ){{1,6}})(?<!nhất )({_N}) ({_W}(?: đồng)?)", needs=("ỗi ",))
_MEAN = Lazy(
    rf"bình quân (khoảng |gần |hơn )?({_N}) ({_W}(?: đồng)?)(?:/| một | mỗi | trên một )({_W}(?: {_W})?)",
    needs=("bình quân",),
)
_OF_ALL = Lazy(
    rf"\b(?:cả|toàn|tổng số|trong)(?: {_W}){{0,2}} ({_N}) ({_W})(?: thì)? (?:có|còn)"
    rf"(?: tới| đến| gần| hơn)? ({_N}) \2\b",
    needs=(" có ", " còn "),
)
_OF_THESE = Lazy(
    rf"\b(?:có|nhận|nhận được) ({_N}) ({_W}(?: {_W})?), (?:trong đó (?:có )?)?({_N}) \2 (?:đã|được)\b",
    needs=(" đã", " được"),
)
_PART_OF = Lazy(
    rf"\btừ ({_N}) [^.;\d]{{0,20}}?(?:lên|xuống|còn)(?: còn)? ({_N})[^.;\d]{{0,25}}?,? (?:tức là|tức|nghĩa là|hay) "
    r"(?:đã )?(?:tăng|giảm) (hơn |gần |khoảng |trên )?(\d)/(\d)(?![\d/])",
    needs=("tức ", "nghĩa là", "hay "),
)
_CLOSED = Lazy(r"\b(?:không|chưa|còn lại|khác)\b", needs=("không", "chưa", "còn lại", "khác"))
_FALLS = Lazy(rf"\bgiảm từ ({_N}) ?% (?:đến|tới) ({_N}) ?%", needs=("giảm từ",))
_RATED = Lazy(r"\b[Tt][ỷỉ] lệ\b")
_THOUSANDS = Lazy(
    r"(?<![\d.,/])(\d{1,3})((?:,\d{3})+)(?= (?!(?:ha|km|m|kg|tấn|tạ|yến|lít|gam|g|mét|điểm|độ|tỷ|"
    r"triệu|nghìn|lần|m2|m²|m3|"
    r"m³|km2|km²|kW|kWh|MW|cm|mm|USD|và|đến|so|năm|tháng|ngày|giờ|phút|giây)(?!\w))[^\W\d_])",
    needs=(",",),
)
_POINTED = Lazy(
    r"(?<![\d.,/-])(\d{1,4})\.(\d{1,2})(?= ?(?:(?:đến|-|–) ?\d+(?:[.,]\d+)? ?)?"
    r"(?:km|ha|kg|tấn|tạ|m2|m²|m|%|tỷ|triệu|điểm)(?!\w))"
)
_COMMA_DECIMAL = Lazy(r"(?<=; )\d+,\d{1,2}(?=;|$)")
_CELL_POINTED = Lazy(r"(?<=; )\d{1,4}\.\d{1,2}(?=;|\s*$)")
_UNITS_BEFORE = Lazy(r"(?:phiên bản|bản|mục|Mục|điều|Điều|số|phần)\s$")
_SENTENCE = Lazy(r"(?:[^.!?]|\.(?=\d))+[.!?]?")
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_MONEY = {"đồng": 1, "nghìn đồng": 1_000, "triệu đồng": 10**6, "tỷ đồng": 10**9, "tỉ đồng": 10**9}
_FEWEST_OF_A_SLIP = 10  # of two one-digit numbers each is the other with a digit otherwise


def find(one: Paragraph) -> list[Finding]:
    """Return the figures of a paragraph that others of it reckon otherwise."""
    if sum(map(str.isdigit, one.text)) < 2:
        return []
    found = [*_separators(one)]
    if one.loose and "\t" in one.text:
        return found
    every = figures(one.text)
    return [
        *found,
        *_shares(one, every),
        *_growths(one),
        *_differences(one, every),
        *_products(one, every),
        *_means(one, every),
        *_parts(one),
        *_divided(one),
    ]


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    start, end = one.start + span[0], one.start + span[1]
    return Finding(f"number.{rule}", Severity.LOOK, start, end, one.text[span[0] : span[1]], message, right)


def amount(number: Fraction, unit: str) -> tuple[str, Fraction]:
    """Return what is counted, and how much of it, money in đồng."""
    return ("đồng", number * _MONEY[unit]) if unit in _MONEY else (unit, number)


def _of(it: Figure) -> tuple[str, Fraction]:
    return amount(it.value, kind(it))


def _decimals(text: str) -> int:
    return len(text.partition(",")[2])


def rounded(number: Fraction, like: str) -> Fraction:
    """Return a number with as many decimals as a text has."""
    places = 10 ** _decimals(like)
    return Fraction(int(number * places + Fraction(1, 2)), places)


def _slipped(told: str, right: Fraction) -> bool:
    """Return whether a text is the right number but for a slip of a digit."""
    wrong = value(told)
    if max(wrong, right) < _FEWEST_OF_A_SLIP:
        return False
    return near(wrong, right) or sorted(told.strip("0,")) == sorted(shown(right).strip("0,"))


def _shares(one: Paragraph, every: list[Figure]) -> Iterator[Finding]:
    text = one.text
    for hit in _SAID.finditer(text):
        before = [it for it in every if it.end <= hit.start()]
        if not before or before[-1].unit == "%" or re.search(r"[.;:]", text[before[-1].end : hit.start()]):
            continue
        part = before[-1]
        if hit.start() - part.end > 60 or re.match(r"/", text[part.end :]):
            continue
        what, some = _of(part)
        told = value(hit.group(2))
        plan = _PLAN.match(text, hit.end())
        if plan:
            whole = amount(value(plan.group(1)), plan.group(2))
            wholes = [whole[1]] if whole[0] == what else []
        else:
            floor = _sentences_before(text, part.start, 3)
            wholes = [
                _of(it)[1]
                for it in before[:-1]
                if it.start >= floor and _of(it)[0] == what and _of(it)[1] > some
            ]
        if not wholes:
            continue
        if any(_fits(some * 100 / whole, hit) for whole in wholes if whole) or _any_pair(every, hit):
            continue
        base = _base(some, wholes, text[: part.start])
        right = some * 100 / base
        fixed = Fraction(int(right)) if hit.group(1) in (" hơn", " trên") else rounded(right, hit.group(2))
        swapped = sorted(hit.group(2)) == sorted(shown(fixed))
        if (swapped or _slipped(hit.group(2), fixed)) and (
            plan or swapped or not _OF_OTHERS.match(text, hit.end())
        ):
            message = f"Tính ra là {shown(rounded(right, hit.group(2) + '0'))}%, không phải {shown(told)}%."
            yield _finding(one, "rate", hit.span(2), message, shown(fixed))


def _base(some: Fraction, wholes: list[Fraction], before: str) -> Fraction:
    """Return what a share is taken of: what had grown by it, or else the largest of the same kind."""
    if re.search(r"(?:tăng|giảm|vượt)(?: thêm)? $", before):
        for first, second in combinations(wholes, 2):
            if abs(first - second) == some:
                return min(first, second)
    return max(wholes)


def _sentences_before(text: str, at: int, count: int) -> int:
    for _ in range(count):
        at = max(0, max(text.rfind(f"{sign} ", 0, at) for sign in ".!?"))
    return at


def _fits(right: Fraction, hit: re.Match[str]) -> bool:
    told = value(hit.group(2))
    if hit.group(1):
        return abs(right - told) <= max(Fraction(3, 2), told / 20)
    spare = Fraction(7, 10 * 10 ** len(hit.group(2).partition(",")[2])) + Fraction(told >= 100)
    return abs(right - told) <= spare


def _any_pair(every: list[Figure], hit: re.Match[str]) -> bool:
    """Return whether two figures of the paragraph make the percentage, whichever they are."""
    told = [_of(it) for it in every if it.unit != "%"][:40]
    return any(
        first[0] == second[0] and second[1] and first[1] and
        (_fits(first[1] * 100 / second[1], hit) or _fits(second[1] * 100 / first[1], hit))
        for first, second in combinations(told, 2)
    )  # fmt: skip


def _growths(one: Paragraph) -> Iterator[Finding]:
    for hit in _GROWN.finditer(one.text):
        last, first, told = value(hit.group(1)), value(hit.group(5)), value(hit.group(4))
        right = abs(last - first) * 100 / first if first else told
        if abs(right - told) > max(Fraction(1), told / 20):
            fixed = shown(rounded(right, hit.group(4)))
            yield _finding(
                one, "rate", hit.span(4), f"Từ {hit.group(5)} đến {hit.group(1)} là {fixed}%.", fixed
            )


def _differences(one: Paragraph, every: list[Figure]) -> Iterator[Finding]:
    for hit in _LESS.finditer(one.text):
        start = _sentences_before(one.text, hit.start(), 1)
        now = [it for it in every if start <= it.start and it.end <= hit.start() and it.unit == hit.group(2)]
        if now:
            yield from _difference(one, now[-1].value, value(hit.group(3)), hit.group(1), hit.span(1))
    for hit in _INSTEAD.finditer(one.text):
        start = _sentences_before(one.text, hit.start(), 1)
        now = [it for it in every if start <= it.start and it.end <= hit.start() and it.unit == hit.group(2)]
        if now:
            yield from _difference(one, now[-1].value, value(hit.group(1)), hit.group(3), hit.span(3))


def _difference(
    one: Paragraph, now: Fraction, before: Fraction, told: str, span: tuple[int, int]
) -> Iterator[Finding]:
    right = abs(now - before)
    if right and value(told) != right and _slipped(told, right):
        message = f"{shown(now)} và {shown(before)} cách nhau {shown(right)}."
        yield _finding(one, "difference", span, message, shown(right))


def _counted(text: str, unit: str) -> Fraction | None:
    """Return how many of a unit a text tells of, in figures or in words; None when of none or of several."""
    hits = re.findall(rf"(?<![\w.,/])({_N}|{'|'.join(_WORDS[2:])}) {re.escape(unit)}\b", text, re.IGNORECASE)
    if len(set(hits)) != 1:
        return None
    said = hits[0].lower()
    return Fraction(_WORDS.index(said)) if said in _WORDS else value(said)


def _products(one: Paragraph, every: list[Figure]) -> Iterator[Finding]:
    for hit in _EACH.finditer(one.text):
        start = _sentences_before(one.text, hit.start(), 2)
        words = hit.group(1).split()
        before = one.text[start : hit.start()]
        count = (_counted(before, " ".join(words[:2])) if len(words) > 1 else None) or _counted(
            before, words[0]
        )
        totals = [
            it
            for it in every
            if start <= it.start
            and it.end <= hit.start()
            and amount(it.value, it.unit)[0] == amount(it.value, hit.group(3))[0]
        ]
        if not count or len(totals) != 1 or words[0] in ("năm", "tháng", "ngày", "tuần"):
            continue
        total = amount(totals[0].value, totals[0].unit)[1]
        scale = amount(Fraction(1), hit.group(3))[1]
        right = total / count / scale
        if value(hit.group(2)) != right and right.denominator == 1 and _slipped(hit.group(2), right):
            message = f"{shown(totals[0].value)} chia cho {shown(count)} là {shown(right)}."
            yield _finding(one, "product", hit.span(2), message, shown(right))


def _means(one: Paragraph, every: list[Figure]) -> Iterator[Finding]:
    for hit in _MEAN.finditer(one.text):
        start = _sentences_before(one.text, hit.start(), 1)
        before = one.text[start : hit.start()]
        words = hit.group(4).split()
        count = _counted(before, hit.group(4)) or _counted(before, words[0])
        totals = [
            it
            for it in every
            if start <= it.start and it.end <= hit.start() and hit.group(3) in (it.unit, kind(it))
        ]
        if not count or len(totals) != 1:
            continue
        right, told = totals[0].value / count, value(hit.group(2))
        fixed = rounded(right, hit.group(2))
        tenfold = any(abs(told * power - right) < right / 50 for power in (Fraction(1, 10), 10))
        if abs(told - right) > right / 20 and (tenfold or _slipped(hit.group(2), fixed)):
            fixed = rounded(right, hit.group(2)[:-1]) if tenfold and told < right else fixed
            message = f"{shown(totals[0].value)} chia cho {shown(count)} là {shown(fixed)}."
            yield _finding(one, "mean", hit.span(2), message, shown(fixed))


def _parts(one: Paragraph) -> Iterator[Finding]:
    """Yield parts that are more than their whole, and fractions that a fall or a rise does not make."""
    for pattern in (_OF_ALL, _OF_THESE):
        for hit in pattern.finditer(one.text):
            if value(hit.group(3)) > value(hit.group(1)):
                message = f"Phần {hit.group(3)} lớn hơn tổng {hit.group(1)}."
                yield _finding(one, "share", hit.span(3), message)
    for hit in _PART_OF.finditer(one.text):
        first, last = value(hit.group(1)), value(hit.group(2))
        if not first or hit.group(5) == "0":
            continue
        right, told = abs(first - last) / first, Fraction(int(hit.group(4)), int(hit.group(5)))
        about = (hit.group(3) or "").strip()
        low = right < told - Fraction(1, 100) and about in ("hơn", "trên", "")
        high = right > told + Fraction(1, 100) and about in ("gần", "")
        if low or high or abs(right - told) > Fraction(1, 5):
            message = f"Từ {hit.group(1)} đến {hit.group(2)} là {shown(rounded(right * 100, '0'))}%."
            yield _finding(one, "rate", hit.span(4)[:1] + hit.span(5)[1:], message)


def _divided(one: Paragraph) -> Iterator[Finding]:
    """Yield a part of three or more that make up a whole, the last of which is what the others are not."""
    for sentence in _SENTENCE.finditer(one.text):
        said = sentence.group()
        every = [it for it in figures(said) if it.unit != "%"]
        for at in range(len(every) - 3):
            whole = every[at]
            parts = [it for it in every[at + 1 :] if it.unit == whole.unit]
            if (
                len(parts) < 3
                or parts != every[every.index(parts[0]) :]
                or not _CLOSED.search(said, parts[-1].end)
            ):
                continue
            if any(re.search(r"(?:tăng|giảm|hơn|thêm|gần) $", said[: it.start]) for it in parts):
                continue
            total = sum((it.value for it in parts), Fraction(0))
            slip = next((it for it in parts if near(it.value, whole.value - total + it.value)), None)
            if total != whole.value and slip and whole.value > total - slip.value:
                message = f"Tổng {shown(whole.value)}, các phần {shown(total)}."
                span = (sentence.start() + slip.start, sentence.start() + slip.end)
                yield _finding(one, "sum", span, message)
            break


def _separators(one: Paragraph) -> Iterator[Finding]:
    for hit in _THOUSANDS.finditer(one.text):
        right = hit.group().replace(",", ".")
        yield _finding(one, "separator", hit.span(), "Hàng nghìn ngăn bằng dấu chấm.", right)
    for hit in _POINTED.finditer(one.text):
        if not _UNITS_BEFORE.search(one.text[: hit.start()][-12:]):
            right = hit.group().replace(".", ",")
            yield _finding(one, "separator", hit.span(), "Phần thập phân ngăn bằng dấu phẩy.", right)
    if one.text.count(";") > 1 and _COMMA_DECIMAL.search(one.text):
        for hit in _CELL_POINTED.finditer(one.text):
            right = hit.group().replace(".", ",")
            yield _finding(one, "separator", hit.span(), "Phần thập phân ngăn bằng dấu phẩy.", right)
    for hit in _FALLS.finditer(one.text):
        start = _sentences_before(one.text, hit.start(), 1)
        if value(hit.group(1)) > value(hit.group(2)) and not _RATED.search(one.text[start : hit.start()]):
            right = f"từ {hit.group(2)}% đến {hit.group(1)}%"
            span = (hit.start() + len("giảm "), hit.end())
            yield _finding(one, "range", span, "Khoảng viết ngược: số đầu lớn hơn số cuối.", right)
