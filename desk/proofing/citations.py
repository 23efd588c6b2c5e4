"""Documents of Party and state as cited: form, symbol, kind, issuing body, and one number with one date.

Forms by Hướng dẫn 36-HD/VPTW (05-CT/TW, "số" without a colon) and Nghị định 30/2020/NĐ-CP (16/CT-TTg, 30/2020/NĐ-CP).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.model import FOLDER
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.register import Register
from desk.proofing.symbols import KINDS, PARTY, SMALL_TYPES, SYMBOL, TYPES, letters_of, right_symbol

_CITED = Lazy(rf"\b(?P<type>{TYPES}|{SMALL_TYPES})(?P<so>\s+số:?)?\s+(?P<symbol>{SYMBOL})", needs=("/",))
_DATED = Lazy(r",?\s+ngày (\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})", needs=("ngày",))
_BIG = r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]\w*"
_BODY_WORDS = "hành|ương|trị|thư|phủ|hội|tướng|ủy|uỷ|nhân|dân|tỉnh|ban|vụ|khóa|huyện"
_OF = Lazy(
    rf"\s*,?\s*của ((?:{_BIG}|nhân dân|tỉnh|huyện|thường vụ|Trung ương)(?: (?:{_BIG}|{_BODY_WORDS}))*)"
)
_ISSUED = Lazy(
    r"((?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Chính phủ|Thủ tướng Chính phủ|Quốc hội|"
    r"Ủy ban nhân dân tỉnh))\s+(?:đã |vừa |ký )?ban hành\s+$",
    needs=("ban hành",),
)
_BODIES = {
    "TW": (
        "Bộ Chính trị",
        "Ban Bí thư",
        "Ban Chấp hành Trung ương",
        "Trung ương",
        "Ban Tổ chức Trung ương",
        "Ban Tuyên giáo Trung ương",
        "Ủy ban Kiểm tra Trung ương",
        "Hội nghị Trung ương",
        "BCH Trung ương",
        "Đảng",
    ),
    "TTg": ("Thủ tướng",),
    "CP": ("Chính phủ",),
}
# Kinds of documents that a body never issues.
_NEVER = {
    "TTg": ("Nghị quyết", "Nghị định", "Kết luận"),
    "CP": ("Kết luận", "Chỉ thị"),
    "UBND": ("Nghị quyết", "Nghị định"),
    "HĐND": ("Nghị định",),
    "TW": ("Nghị định",),
}
# The ministries by the end of their symbols, as they are or were called.
_MINISTRIES = {
    "BGDĐT": ("Giáo dục và Đào tạo",),
    "BYT": ("Y tế",),
    "BNV": ("Nội vụ",),
    "BTC": ("Tài chính",),
    "BCA": ("Công an",),
    "BQP": ("Quốc phòng",),
    "BTTTT": ("Thông tin và Truyền thông",),
    "BVHTTDL": ("Văn hóa, Thể thao và Du lịch", "Văn hoá, Thể thao và Du lịch"),
    "BLĐTBXH": ("Lao động",),
    "BNNPTNT": ("Nông nghiệp và Phát triển nông thôn",),
    "BTNMT": ("Tài nguyên và Môi trường",),
    "BKHĐT": ("Kế hoạch và Đầu tư",),
    "BGTVT": ("Giao thông vận tải",),
    "BCT": ("Công Thương", "Công thương"),
    "BXD": ("Xây dựng",),
    "BTP": ("Tư pháp",),
    "BKHCN": ("Khoa học và Công nghệ",),
    "BNG": ("Ngoại giao",),
}
_OF_MINISTRY = Lazy(
    r"(?:,?\s+ngày (?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))?\s*,?\s*của (?:Bộ trưởng )?(Bộ "
    r"[^\W\d_]+(?:,? (?:và )?[^\W\d_]+){0,6})",
    needs=("của ",),
)
_UNSAID = Lazy(r",?\s+(\d{1,2}/\d{1,2}/\d{4})(?!\d)", needs=("/",))
_YEARED = Lazy(r"^\d+/(\d{4})/")
_CENTRAL = ("Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư")


class Cited(NamedTuple):
    """A citation in a paragraph: its kind, its symbol put right, and what stands around it."""

    paragraph: Paragraph
    start: int
    end: int
    at: int  # of the symbol
    type: str
    so: bool
    symbol: str
    day: str
    day_at: tuple[int, int]
    body: str
    body_at: tuple[int, int]


@lru_cache(maxsize=1)
def known() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the documents that ship: symbol → (type, date, body) of each that ever had it."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for line in (FOLDER / "documents.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            kind, symbol, day, body = line.split("\t")
            found[symbol] = (*found.get(symbol, ()), (kind, day, body))
    return found


def read(one: Paragraph) -> list[Cited]:
    """Return the citations of a paragraph."""
    found: list[Cited] = []
    if "/" not in one.text:
        return found
    for hit in _CITED.finditer(one.text):
        end = hit.end()
        day, day_at = "", (end, end)
        dated = _DATED.match(one.text, end)
        if dated:
            day, day_at, end = dated.group(1), dated.span(1), dated.end()
        of = _OF.match(one.text, end)
        body, body_at = (of.group(1), of.span(1)) if of else ("", (end, end))
        kind = hit.group("type")
        found.append(
            Cited(
                one,
                hit.start(),
                hit.end(),
                hit.start("symbol"),
                kind[:1].upper() + kind[1:],
                bool(hit.group("so")),
                right_symbol(hit.group("symbol")),
                _day(day),
                day_at,
                body,
                body_at,
            )
        )
    return found


def _day(text: str) -> str:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return f"{numbers[0]:02}/{numbers[1]}/{numbers[2]}" if len(numbers) == 3 else ""


def _same_day(first: str, second: str) -> bool:
    return _day(first) == _day(second)


def find(cited: Sequence[Cited], register: Register) -> list[Finding]:
    """Return what is wrong with the citations of a text."""
    found: list[Finding] = []
    for it in cited:
        found += _form(it)
        found += _kind(it, cited)
        found += _issuer(it)
        found += _ministry(it)
        found += _unsaid(it)
        found += _date(it, register)
        found += _number(it, register)
    found += _two_dates(cited)
    return found


def _finding(
    one: Paragraph,
    rule: str,
    span: tuple[int, int],
    message: str,
    *right: str,
    severity: Severity = Severity.WRONG,
) -> Finding:
    text = one.text[span[0] : span[1]]
    return Finding(
        f"citation.{rule}", severity, one.start + span[0], one.start + span[1], text, message, right, PARTY
    )


def _form(it: Cited) -> Iterator[Finding]:
    text = it.paragraph.text
    if not it.so:
        yield _finding(
            it.paragraph,
            "so",
            (it.at, it.end),
            "Thiếu chữ “số” trước số và ký hiệu văn bản.",
            f"số {it.symbol}",
        )
    elif text[it.at : it.end] != it.symbol:
        yield _finding(
            it.paragraph, "symbol", (it.at, it.end), "Số và ký hiệu văn bản viết chưa đúng.", it.symbol
        )
    if it.so and text[: it.at].rstrip().endswith(":") and it.symbol.endswith("/TW"):
        at = text.rfind(":", 0, it.at)
        yield _finding(
            it.paragraph, "colon", (at, at + 1), "Văn bản của Đảng không có dấu hai chấm sau chữ “số”.", ""
        )


def _kind(it: Cited, cited: Sequence[Cited]) -> Iterator[Finding]:
    letters = letters_of(it.symbol)
    kinds = KINDS.get(letters)
    if not kinds or it.type in kinds or (letters == "NQ" and it.type == "Nghị quyết liên tịch"):
        return
    others = {other.type for other in cited if other.symbol == it.symbol and other.type in kinds}
    right = [sign for sign, names in KINDS.items() if it.type in names]
    fixed = [it.symbol.replace(letters, sign, 1) for sign in right]
    usual = known().get(it.symbol, ())
    symbol_is_right = bool(others) or any(not it.day or _same_day(day, it.day) for _, day, _ in usual)
    symbol_is_right |= it.type in _NEVER.get(re.split(r"[-/]", it.symbol)[-1], ())
    elsewhere = any(other.symbol in fixed and other is not it for other in cited)
    best = next((one for one in fixed if one in known()), fixed[0] if fixed else "")
    message = f"“{it.type}” không có ký hiệu {letters}."
    if symbol_is_right and not elsewhere:
        lower = it.paragraph.text[it.start].islower()
        best = next((kind for kind, _, _ in usual if kind in kinds), kinds[0])
        kind = best.lower() if lower else best
        yield _finding(it.paragraph, "kind", (it.start, it.start + len(it.type)), message, kind)
    else:
        yield _finding(it.paragraph, "kind", (it.at, it.end), message, *([best] if best else []))


def _issuer(it: Cited) -> Iterator[Finding]:
    tail = re.split(r"[-/]", it.symbol)[-1]
    allowed = _BODIES.get(tail)
    if not allowed:
        return
    before = _ISSUED.search(it.paragraph.text[: it.start])
    for body, span in (
        (it.body, it.body_at),
        (before.group(1) if before else "", before.span(1) if before else (0, 0)),
    ):
        if not body:
            continue
        if any(body.startswith(name) for name in allowed):
            yield from _other_body(it, body, span)
            continue
        if tail == "TW" and not re.match(
            r"Chính phủ|Thủ tướng|Quốc hội|[ỦU][yỷ] ban nhân dân|Bộ Bí|Ban Chính|Tỉnh [uủ]|Huyện "
            r"[uủ]|Bộ |Hội đồng nhân|Ủy ban Thường vụ",
            body,
        ):
            continue
        if tail != "TW" and not re.match(
            r"Ban Bí|Bộ Chính|Ban Chấp|Chính phủ|Quốc hội|Thủ tướng|Tỉnh [uủ]|[ỦU][yỷ] ban (?:nhân|Thường vụ)",
            body,
        ):
            continue
        usual = [one for kind, day, one in known().get(it.symbol, ()) if not it.day or _same_day(day, it.day)]
        right = usual[0] if usual else {"TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ"}.get(tail, "")
        if not right:
            right = (
                "Bộ Chính trị" if body.startswith("Ban Chính") or it.type == "Nghị quyết" else "Ban Bí thư"
            )
        name = _longest(body)
        yield _finding(
            it.paragraph,
            "issuer",
            (span[0], span[0] + len(name)),
            f"Ký hiệu {tail} không phải của {name}.",
            right,
        )


def _ministry(it: Cited) -> Iterator[Finding]:
    """Yield the ministry whose symbol another one's document has."""
    own = _MINISTRIES.get(re.split(r"[-/]", it.symbol)[-1])
    hit = _OF_MINISTRY.match(it.paragraph.text, it.end) if own else None
    if own is None or hit is None:
        return
    said = hit.group(1).removeprefix("Bộ ")
    other = next((name for names in _MINISTRIES.values() for name in names if said.startswith(name)), "")
    if other and other not in own:
        start = hit.start(1) + len("Bộ ")
        message = f"Ký hiệu này là của Bộ {own[0]}."
        yield _finding(
            it.paragraph, "issuer", (start, start + len(other)), message, own[0], severity=Severity.LOOK
        )


def _unsaid(it: Cited) -> Iterator[Finding]:
    """Yield the day after a symbol that lacks the word ngày."""
    hit = _UNSAID.match(it.paragraph.text, it.end)
    if hit:
        yield _finding(it.paragraph, "day", hit.span(1), "Thiếu chữ “ngày”.", f"ngày {hit.group(1)}")


def _other_body(it: Cited, body: str, span: tuple[int, int]) -> Iterator[Finding]:
    """Yield the body at the centre that a known document is not of."""
    said = next((name for name in _CENTRAL if body.startswith(name)), "")
    own = {
        one
        for kind, day, one in known().get(it.symbol, ())
        if kind == it.type and (not it.day or _same_day(day, it.day))
    }
    if said and len(own) == 1 and said not in own and own <= set(_CENTRAL):
        right = own.pop()
        message = f"{it.type} số {it.symbol} là của {right}."
        span = (span[0], span[0] + len(said))
        yield _finding(it.paragraph, "body", span, message, right, severity=Severity.LOOK)


def _number(it: Cited, register: Register) -> Iterator[Finding]:
    """Yield a number with the day of another known document, whose number has the same digits or all but one."""
    if not it.day or it.symbol in known() or any(one.symbol == it.symbol for one in register.documents):
        return
    number, _, rest = it.symbol.partition("-" if "-" in it.symbol else "/")
    for symbol, documents in known().items():
        if not symbol.endswith(rest) or not any(
            kind == it.type and _same_day(day, it.day) for kind, day, _ in documents
        ):
            continue
        other = symbol[: len(symbol) - len(rest) - 1]
        if sorted(other) == sorted(number) or (
            len(other) == len(number) and sum(a != b for a, b in zip(other, number, strict=True)) == 1
        ):
            message = f"Ngày {it.day} có {it.type} số {symbol}."
            span = (it.at, it.end)
            yield _finding(it.paragraph, "number", span, message, symbol, severity=Severity.LOOK)
            return


def _longest(body: str) -> str:
    hit = re.match(
        r"(?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|[ỦU][yỷ] ban nhân dân(?: tỉnh| "
        r"huyện)?|Bộ Bí thư|Ban Chính trị|"
        r"Ban Bí thư|Bộ Chính trị|Ban Chấp hành Trung ương)",
        body,
    )
    return hit.group() if hit else body


def _date(it: Cited, register: Register) -> Iterator[Finding]:
    """Compare the day with that of the document of this number, among those known the one of the same year."""
    if not it.day:
        return
    yeared = _YEARED.match(it.symbol)
    if yeared and yeared.group(1) != it.day[-4:]:
        right = it.paragraph.text[slice(*it.day_at)][:-4] + yeared.group(1)
        message = f"Số văn bản là của năm {yeared.group(1)}."
        yield _finding(it.paragraph, "date", it.day_at, message, right, severity=Severity.LOOK)
        return
    own = [
        one.day
        for one in register.documents
        if one.symbol == it.symbol or f"{one.number}{one.symbol}" == it.symbol
    ]
    days = [f"{day.day:02}/{day.month}/{day.year}" for day in own if day]
    days += [day for _, day, _ in known().get(it.symbol, ())]
    if not days or any(_same_day(day, it.day) for day in days):
        return
    near = [day for day in days if day.split("/")[2] == it.day.split("/")[2] or day[:5] == it.day[:5]]
    if near and _exists(it.day):
        yield _finding(
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
                yield _finding(it.paragraph, "two_dates", it.day_at, message, right, severity=Severity.LOOK)
