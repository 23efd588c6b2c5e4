"""Abbreviations that nobody explained; Nghị định 30/2020: an unusual one is written out where it comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.register import Register
from desk.proofing.syllable import is_syllable
from desk.proofing.word_lists import word_set

# What every reader of the bulletin knows, units, symbols of documents and what is a name.
_KNOWN = word_set(
    "UBND HĐND MTTQ TW TP GS TS PGS ThS BS KTS CK ĐH CĐ THPT THCS TP.HCM HCM USD VNĐ VND GDP FDI "
    "ODA WTO ASEAN APEC EU UNESCO "
    "UNICEF WHO IMF ADB COVID SARS HIV AIDS ADN ATM SMS PDF ICT AI IT LED GPS USB TV VTV VOV TTXVN "
    "QR VNPT EVN FAO ILO "
    "UN NATO G7 G20 BRICS OK FM AM CPI GRDP PCI PAPI PAR INDEX CNTT CNXH XHCN CHXHCN BHYT BHXH QĐND "
    "CAND ANTT ATGT NXB "
    "ÔNG BÀ LĐLĐ VFF SEA FIFA CLB QL DT CP VietGAP GLOBALGAP SOS PCCC NTM VNEID ID WEB HLV VĐV "
    "SEAGAMES LHQ DNA "
    "GMT PM PV BBT CTV URL TAG TTX HLV ĐKVĐ VIP MC MV PR LED "
    "CDC "
    "NQ CT QĐ KL HD TB KH BC TT NĐ QH UB PL CV TTR TTG BCH BCT XD SX"
)
_NAMES = Lazy(r"^(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$")
_SHORT = Lazy(r"(?<![\w/&.@-])[A-ZĐƯÔƠ]{2,7}(?:&[A-ZĐ]{1,3})?(?![\w/&@]|-\w|\.[A-Z])")
_ANY = Lazy(r"(?<![\w/&.@-])[A-ZĐ][A-ZĐ&a-z]{0,5}[A-ZĐ](?![\w/&@]|-[A-ZĐ]|\.[A-Z])")
_LABEL = Lazy(r"(?:sản phẩm|nhãn|đặc sản|hàng) (?:đạt )?(?:chuẩn )?$")
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
        if _swapped(short) or (short == "OCOP" and _LABEL.search(one.text[: hit.start()])):
            continue  # the finding of `misspelt`; the label of wares
        if one.fenced(start, end) or _shouted(one.text, hit) or (one.loose and len(one.words) < 8):
            continue
        if is_syllable(short.lower()) or re.search(r"\d\s$", one.text[: hit.start()]):
            continue  # SƠN, 5 MB
        if re.match(r"\s*[-–—]\s", one.text[hit.end() :]) and hit.start() < 3:
            continue  # the agency's sign before its news
        message = "Chữ viết tắt chưa được giải thích ở lần xuất hiện đầu tiên."
        right, source = _written_out(short), "Nghị định 30/2020/NĐ-CP, phụ lục I"
        found.append(
            Finding("abbreviation.unexplained", Severity.HINT, start, end, short, message, right, source)
        )
    return found


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


def _swapped(short: str) -> str:
    """Return the known abbreviation that two neighbouring letters the other way round make of this one."""
    low = short.lower()
    if len(low) < _FEWEST or low in _low() or is_syllable(low):
        return ""
    for at in range(len(low) - 1):
        other = low[:at] + low[at + 1] + low[at] + low[at + 2 :]
        if other != low and other in _low():
            return _low()[other]
    if len(low) > _FEWEST:
        return next(
            (right for it, right in _low().items() if it[0] == low[0] and sorted(it) == sorted(low)), ""
        )
    return ""


@cache
def _low() -> dict[str, str]:
    """Return the abbreviations worth comparing, each as it is written, by its small letters."""
    kept = (
        *(word for word in _KNOWN if len(word) >= _FEWEST and "." not in word),
        *_MEANT,
        "VNeID",
        "VietGAP",
    )
    return {word.lower(): word for word in kept}


def find(used: Iterable[Finding], every: Sequence[Paragraph], register: Register) -> list[Finding]:
    """Return the first use of each abbreviation that is neither usual nor explained."""
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
        if not explained or explained.start() > whole.find(short):
            found.append(it)
    return found


def _written_out(short: str) -> tuple[str, ...]:
    return (f"{_MEANT[short]} ({short})",) if short in _MEANT else ()


_MEANT = {
    "HTX": "hợp tác xã",
    "DTTS": "dân tộc thiểu số",
    "CCN": "cụm công nghiệp",
    "KCN": "khu công nghiệp",
    "GD&ĐT": "Giáo dục và Đào tạo",
    "OCOP": "mỗi xã một sản phẩm",
    "LHPN": "Liên hiệp Phụ nữ",
    "CCB": "cựu chiến binh",
    "ĐVTN": "đoàn viên thanh niên",
    "TNCS": "Thanh niên Cộng sản",
    "MTTQ": "Mặt trận Tổ quốc",
    "GPMB": "giải phóng mặt bằng",
    "KT-XH": "kinh tế - xã hội",
    "BTV": "Ban Thường vụ",
    "BCĐ": "Ban Chỉ đạo",
    "BTC": "Ban Tổ chức",
    "NTVT": "người tốt, việc tốt",
    "CBCC": "cán bộ, công chức",
    "CSVC": "cơ sở vật chất",
    "PCTN": "phòng, chống tham nhũng",
    "CCHC": "cải cách hành chính",
    "CĐS": "chuyển đổi số",
    "LLVT": "lực lượng vũ trang",
    "BĐBP": "Bộ đội Biên phòng",
    "NHCSXH": "Ngân hàng Chính sách xã hội",
    "TTHC": "thủ tục hành chính",
    "BTG": "Ban Tuyên giáo",
    "BTGDV": "Ban Tuyên giáo và Dân vận",
    "UBKT": "Ủy ban Kiểm tra",
    "ATTP": "an toàn thực phẩm",
    "VSMT": "vệ sinh môi trường",
    "BVMT": "bảo vệ môi trường",
    "TDTT": "thể dục, thể thao",
    "VHVN": "văn hóa, văn nghệ",
}


def _shouted(text: str, hit: re.Match[str]) -> bool:
    """Return whether the word belongs to a row of words in capitals: a heading, not an abbreviation."""
    around = text[max(0, hit.start() - 12) : hit.start()] + text[hit.end() : hit.end() + 12]
    letters = [sign for sign in around if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) > 0.8 * len(letters)
