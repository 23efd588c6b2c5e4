"""Documents of Party and state as a paragraph cites them, read; those that ship, known."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.model import FOLDER
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.symbols import PARTY, SMALL_TYPES, SYMBOL, TYPES, right_symbol

_CITED = Lazy(rf"\b(?P<type>{TYPES}|{SMALL_TYPES})(?P<so>\s+số:?)?\s+(?P<symbol>{SYMBOL})", needs=("/",))
_DATED = Lazy(r",?\s+ngày (\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})", needs=("ngày",))
_BIG = r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]\w*"
_BODY_WORDS = "hành|ương|trị|thư|phủ|hội|tướng|ủy|uỷ|nhân|dân|tỉnh|ban|vụ|khóa|huyện"
_OF = Lazy(
    rf"\s*,?\s*của ((?:{_BIG}|nhân dân|tỉnh|huyện|thường vụ|Trung ương)(?: (?:{_BIG}|{_BODY_WORDS}))*)"
)


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


def same_day(first: str, second: str) -> bool:
    """Return whether two days are one, however they are written."""
    return _day(first) == _day(second)


def told(
    one: Paragraph,
    rule: str,
    span: tuple[int, int],
    message: str,
    *right: str,
    severity: Severity = Severity.WRONG,
) -> Finding:
    """Return a finding about a citation, of a place in its paragraph."""
    text = one.text[span[0] : span[1]]
    return Finding(
        f"citation.{rule}", severity, one.start + span[0], one.start + span[1], text, message, right, PARTY
    )
