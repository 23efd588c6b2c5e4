"""Abbreviations that nobody explained; Nghị định 30/2020: an unusual one is written out where it comes first."""

from __future__ import annotations

import re

from desk.proofing.finding import Finding, Severity
from desk.proofing.reading import Paragraph
from desk.proofing.register import Register

# What every reader of the bulletin knows, units, symbols of documents and what is a name.
_KNOWN = frozenset(
    "UBND HĐND MTTQ TW TP GS TS PGS ThS BS KTS CK ĐH CĐ THPT THCS TP.HCM HCM USD VNĐ VND GDP FDI ODA WTO ASEAN APEC EU UNESCO "
    "UNICEF WHO IMF ADB COVID SARS HIV AIDS ADN ATM SMS PDF ICT AI IT LED GPS USB TV VTV VOV TTXVN QR VNPT EVN FAO ILO "
    "UN NATO G7 G20 BRICS OK FM AM CPI GRDP PCI PAPI PAR INDEX CNTT CNXH XHCN CHXHCN BHYT BHXH QĐND CAND ANTT ATGT NXB "
    "ÔNG BÀ LĐLĐ VFF SEA FIFA CLB QL DT CP VietGAP GLOBALGAP SOS PCCC NTM VNEID ID WEB HLV VĐV SEAGAMES LHQ DNA "
    "NQ CT QĐ KL HD TB KH BC TT NĐ QH UB PL CV TTR TTG BCH BCT XD SX".split()
)
_NAMES = re.compile(r"^(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$")
_SHORT = re.compile(r"(?<![\w/&.@-])[A-ZĐƯÔƠ]{2,7}(?:&[A-ZĐ]{1,3})?(?![\w/&@]|-\w|\.[A-Z])")
_EXPLAINED = r"[(“]\s*(?:sau đây )?(?:gọi tắt là |viết tắt là |gọi là )?{}\s*[)”]|\b{}\s*[(][^)]*\w \w"


def find(every: tuple[Paragraph, ...], register: Register) -> list[Finding]:
    """Return the first use of each abbreviation that is neither usual nor explained."""
    whole = "\n".join(one.text for one in every)
    told: set[str] = set()
    found: list[Finding] = []
    for one in every:
        if one.capitals:
            continue
        for hit in _SHORT.finditer(one.text):
            short = hit.group()
            start, end = one.start + hit.start(), one.start + hit.end()
            if short in told or short in _KNOWN or short in register.abbreviations or _NAMES.match(short):
                continue
            if one.fenced(start, end) or _shouted(one.text, hit):
                continue
            told.add(short)
            mark = re.escape(short)
            explained = re.search(_EXPLAINED.format(mark, mark), whole)
            if explained and explained.start() <= whole.find(short):
                continue
            message = "Chữ viết tắt chưa được giải thích ở lần xuất hiện đầu tiên."
            found.append(Finding("abbreviation.unexplained", Severity.LOOK, start, end, short, message, (),
                                 "Nghị định 30/2020/NĐ-CP, phụ lục I"))  # fmt: skip
    return found


def _shouted(text: str, hit: re.Match[str]) -> bool:
    """Return whether the word belongs to a row of words in capitals: a heading, not an abbreviation."""
    around = text[max(0, hit.start() - 12) : hit.start()] + text[hit.end() : hit.end() + 12]
    letters = [sign for sign in around if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) > 0.8 * len(letters)
