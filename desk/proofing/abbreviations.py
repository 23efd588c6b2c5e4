"""Abbreviations that nobody explained; Nghị định 30/2020: an unusual one is written out where it comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from desk.proofing.finding import Finding, Severity
from desk.proofing.model import FOLDER
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.register import Register
from desk.proofing.syllable import is_syllable
from desk.proofing.word_lists import word_set

# What every reader of the bulletin knows beside `abbreviations.tsv`: units, symbols of documents and what is a name.
_KNOWN = word_set(
    "TW TP GS TS PGS ThS BS KTS CK ĐH CĐ TP.HCM HCM USD VNĐ VND GDP FDI ODA WTO ASEAN APEC EU UNESCO UNICEF WHO IMF "
    "ADB COVID SARS HIV AIDS ADN ATM SMS PDF ICT AI IT LED GPS USB TV VTV VOV QR VNPT EVN FAO ILO UN NATO G7 G20 "
    "BRICS OK FM AM CPI GRDP PCI PAPI PAR INDEX ÔNG BÀ VFF SEA FIFA QL DT CP VietGAP GLOBALGAP SOS VNEID ID WEB HLV "
    "VĐV SEAGAMES LHQ DNA GMT PM URL TAG TTX ĐKVĐ VIP MC MV PR CDC "
    "NQ CT QĐ KL HD TB KH BC TT NĐ QH UB PL CV TTR TTG XD SX"
)
# Written as one talks or types, whatever it stands for.
_TYPED = {
    "ko": "không", "k0": "không", "hok": "không", "đ/c": "đồng chí", "Đ/c": "Đồng chí", "đc": "được", "dc": "được",
    "vs": "với", "ntn": "như thế nào", "T.W": "Trung ương", "T.Ư": "Trung ương", "TƯ": "Trung ương",
    "tr đồng": "triệu đồng", "tp": "thành phố", "tx": "thị xã", "TU": "Tỉnh ủy",
}  # fmt: skip
_AS_TYPED = Lazy(rf"(?<![\w/.-])(?:{'|'.join(map(re.escape, _TYPED))})(?![\w/])(?!\.\w)")
_OF_UNIONS = {"cựu chiến binh": "Cựu chiến binh", "người cao tuổi": "Người cao tuổi", "phụ nữ": "Phụ nữ"}
_NAMES = Lazy(r"^(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$")
_SHORT = Lazy(r"(?<![\w/&.@-])[A-ZĐƯÔƠ]{2,7}(?:&[A-ZĐ]{1,3})?(?![\w/&@]|-\w|\.[A-Z])")
_ANY = Lazy(r"(?<![\w/&.@-])[A-ZĐ][A-ZĐ&a-z]{0,5}[A-ZĐ](?![\w/&@]|-[A-ZĐ]|\.[A-Z])")
_BRACKETED = Lazy(r"\(([A-ZĐƯÔƠ&]{3,9})\)")
_LABEL = Lazy(r"(?:sản phẩm|nhãn|đặc sản|hàng) (?:đạt )?(?:chuẩn )?$")
_WORD, _REACH = Lazy(r"[^\W\d_]+"), 90  # letters before a bracket in which its meaning stands
_FEWEST = 3  # letters of an abbreviation that is compared with others
_EXPLAINED = (
    r"[(“]\s*(?:sau đây )?(?:gọi tắt là |viết tắt là |gọi là )?{}(?: [^\W\d_]+){{0,3}}\s*[)”]|"
    r"\b{}\s*[(][^)]*\w \w"
)


def uses(one: Paragraph) -> list[Finding]:
    """Return the abbreviations of a paragraph that not every reader knows, as findings if nobody explains them."""
    found: list[Finding] = []
    if one.capitals:
        return found
    for hit in _SHORT.finditer(one.text):
        short = hit.group()
        start, end = one.start + hit.start(), one.start + hit.end()
        if short in _KNOWN or _NAMES.match(short):
            continue
        usual = short in _usual()
        if usual and one.loose:
            continue
        if _swapped(short) or (short == "OCOP" and _LABEL.search(one.text[: hit.start()])):
            continue  # the finding of `misspelt`; the label of wares
        if one.fenced(start, end) or _shouted(one.text, hit) or (one.loose and len(one.words) < 8):
            continue
        counted = re.search(r"\d\s$", one.text[: hit.start()]) and not meaning(short)
        if is_syllable(short.lower()) or counted:
            continue  # SƠN, 5 MB
        if re.match(r"\s*[-–—]\s", one.text[hit.end() :]) and hit.start() < 3:
            continue  # the agency's sign before its news
        rule = "mixed" if usual else "unexplained"
        meant = meaning(short)
        if one.text[: hit.start()].endswith("Hội ") and meant in _OF_UNIONS:
            meant = _OF_UNIONS[meant]
        meant = meant[:1].upper() + meant[1:] if _begins(one.text, hit.start()) else meant
        message = (
            f"Chỗ khác viết đầy đủ “{meant}”."
            if usual
            else "Chữ viết tắt chưa được giải thích ở lần xuất hiện đầu tiên."
        )
        source = "Nghị định 30/2020/NĐ-CP, phụ lục I"
        right = (meant,) if meant else ()
        found.append(
            Finding(f"abbreviation.{rule}", Severity.HINT, start, end, short, message, right, source)
        )
    return found


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(" “\"'(-–•*")
    return not before or before[-1] in ".!?…"


@lru_cache(maxsize=1)
def _meanings() -> dict[str, tuple[str, bool]]:
    """Return what abbreviations mean, and whether every reader knows it."""
    lines = (FOLDER / "abbreviations.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {short: (meant, rest == ["quen"]) for short, meant, *rest in rows}


def meaning(short: str) -> str:
    """Return what an abbreviation of office prose means, "" of one that nobody knows."""
    return _meanings().get(short, ("", False))[0]


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    return frozenset(short for short, (_, known) in _meanings().items() if known)


def misspelt(one: Paragraph) -> list[Finding]:
    """Return the abbreviations that everybody knows with two letters the wrong way round: UNBD, TPHT."""
    found: list[Finding] = []
    for hit in _ANY.finditer("" if one.capitals else one.text):
        short = hit.group()
        start, end = one.start + hit.start(), one.start + hit.end()
        right = _swapped(short)
        if right and not one.fenced(start, end) and not _shouted(one.text, hit):
            message = f"Có lẽ là “{right}”."
            found.append(
                Finding("abbreviation.letters", Severity.WRONG, start, end, short, message, (right,))
            )
    return found


def typed(one: Paragraph) -> Iterator[Finding]:
    """Yield what is written as one types to a friend: ko, đ/c, T.W."""
    for hit in _AS_TYPED.finditer("" if one.capitals else one.text):
        start, end = one.start + hit.start(), one.start + hit.end()
        if not one.fenced(start, end) and not _shouted(one.text, hit):
            right = _TYPED[hit.group()]
            message = f"Viết đầy đủ là “{right}”."
            yield Finding("abbreviation.typed", Severity.HINT, start, end, hit.group(), message, (right,))


def _swapped(short: str) -> str:
    """Return the known abbreviation that two neighbouring letters the other way round make of this one."""
    low = short.lower()
    if len(low) < _FEWEST or low in _low() or is_syllable(low) or short in _meanings():
        return ""
    barred = next((it for it in _bars(short) if it in _meanings() and it.lower() in _low()), "")
    if barred:
        return barred
    for at in range(len(low) - 1):
        other = low[:at] + low[at + 1] + low[at] + low[at + 2 :]
        if other != low and other in _low():
            return _low()[other]
    if len(low) > _FEWEST:
        return next(
            (right for it, right in _low().items() if it[0] == low[0] and sorted(it) == sorted(low)), ""
        )
    return ""


def _bars(short: str) -> Iterator[str]:
    """Yield an abbreviation with one bar more or less: UBNĐ, UBND."""
    for at, letter in enumerate(short):
        if letter in "DĐ":
            yield short[:at] + ("Đ" if letter == "D" else "D") + short[at + 1 :]


@cache
def _low() -> dict[str, str]:
    """Return the abbreviations worth comparing, each as it is written, by its small letters."""
    kept = (
        *(word for word in _KNOWN if len(word) >= _FEWEST and "." not in word),
        *_usual(),
        *(word for word in _meanings() if len(word) > _FEWEST or word in ("HTX", "BCĐ")),
        "VNeID",
        "VietGAP",
    )
    return {word.lower(): word for word in kept}


def find(used: Iterable[Finding], every: Sequence[Paragraph], register: Register) -> list[Finding]:
    """Return the first use of each abbreviation that is neither usual nor explained, and what is explained twice."""
    whole = ""
    told: set[str] = set()
    found: list[Finding] = []
    for it in used:
        short = it.text
        if short in told or short in register.abbreviations:
            continue
        told.add(short)
        whole = whole or "\n".join(one.text for one in every)
        mark = re.escape(short)
        explained = re.search(_EXPLAINED.format(mark, mark), whole)
        if explained and explained.start() <= whole.find(short):
            found += _again(short, every)
        elif near := _near_explained(short, whole):
            message = f"Có lẽ là “{near}”."
            place = (it.start, it.end)
            found.append(Finding("abbreviation.letters", Severity.WRONG, *place, short, message, (near,)))
        elif it.rule != "abbreviation.mixed" or _in_full(meaning(short), whole):
            often = it.suggestions and len(re.findall(rf"(?<![\w]){mark}(?![\w])", whole)) > 1
            usual = it.rule == "abbreviation.mixed"
            found.append(
                replace(it, suggestions=(f"{it.suggestions[0]} ({short})",)) if often and not usual else it
            )
    return found


def _near_explained(short: str, whole: str) -> str:
    """Return the abbreviation explained in the text that this one is but for a letter."""
    if len(short) < _FEWEST + 1 or short in _meanings():
        return ""
    for other in set(_BRACKETED.findall(whole)):
        if len(other) == len(short) and sum(a != b for a, b in zip(other, short, strict=True)) == 1:
            return other
    return ""


def _in_full(meant: str, whole: str) -> bool:
    return bool(meant) and (meant in whole or meant[:1].upper() + meant[1:] in whole)


def _again(short: str, every: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield what an abbreviation means where it is told a second time."""
    bracketed, letters = f"({short})", short.replace("&", "").replace("-", "")
    seen = False
    for one in every:
        at = one.text.find(bracketed)
        while at >= 0:
            words = list(_WORD.finditer(one.text, max(0, at - _REACH), at))[-len(letters) :]
            if "".join(hit.group()[0] for hit in words).upper() == letters:
                if seen:
                    start, end = words[0].start(), at + len(bracketed)
                    message = f"“{short}” đã được giải thích ở trên."
                    place = (one.start + start, one.start + end)
                    text = one.text[start:end]
                    yield Finding("abbreviation.twice", Severity.HINT, *place, text, message, (short,))
                seen = True
            at = one.text.find(bracketed, at + 1)


def _shouted(text: str, hit: re.Match[str]) -> bool:
    """Return whether the word belongs to a row of words in capitals: a heading, not an abbreviation."""
    around = text[max(0, hit.start() - 12) : hit.start()] + text[hit.end() : hit.end() + 12]
    letters = [sign for sign in around if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) > 0.8 * len(letters)
