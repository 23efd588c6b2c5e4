"""Numbers and symbols of documents: what letters are whose, their right form, and those that stand alone.

Forms by Hướng dẫn 36-HD/VPTW (05-CT/TW) and Nghị định 30/2020/NĐ-CP (16/CT-TTg, 30/2020/NĐ-CP).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

PARTY = "Hướng dẫn 36-HD/VPTW"
KINDS = {
    "CT": ("Chỉ thị",),
    "NQ": ("Nghị quyết",),
    "KL": ("Kết luận",),
    "QĐ": ("Quyết định", "Quy định"),
    "QĐi": ("Quy định",),
    "QĐI": ("Quy định",),
    "HD": ("Hướng dẫn",),
    "KH": ("Kế hoạch",),
    "TB": ("Thông báo",),
    "BC": ("Báo cáo",),
    "TT": ("Thông tri", "Thông tư"),
    "CTr": ("Chương trình",),
    "QC": ("Quy chế",),
    "ĐA": ("Đề án",),
    "TTr": ("Tờ trình",),
    "NĐ": ("Nghị định",),
    "CV": ("Công văn",),
    "PL": ("Pháp lệnh",),
    "CTHĐ": ("Chương trình hành động",),
    "CĐ": ("Công điện",),
}
TYPES = (
    "Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Hướng dẫn|Kế hoạch|Thông báo|Báo cáo|Thông tri|Thông tư|"
    "Chương trình hành động|Chương trình|Quy chế|Đề án|Tờ trình|Nghị định|Công văn|Pháp lệnh|Công điện"
)
SMALL_TYPES = "nghị quyết|chỉ thị|kết luận|quyết định|quy định|hướng dẫn|nghị định"
SYMBOL = (
    r"\d{1,4}\s*[-–/]\s*(?:\d{4}\s*/\s*)?[A-ZĐ]{1,4}(?:r|i)?(?:HĐ)?\s*[-/]\s*"
    r"(?:TW|TTg|TTG|Ttg|CP|[A-ZĐ][A-ZĐa-z]{1,9}(?:&[A-ZĐ]{1,5})?)(?![\w])"
)
_SLASH = Lazy(r"/|Bộ Bí|Ban Chính")
_ALONE = Lazy(rf"(?<![\w/-])(?P<symbol>{SYMBOL})", needs=("/",))
_SMALL_LETTERS = Lazy(r"(?<![\w/-])(\d{1,4}-)([^\W\d_]{2,4})(/(?:TW|VPTW|TU|HU)(?!\w))", needs=("/",))
_LAW = Lazy(r"\b(\d{1,3})/(QH\d{1,2})/(\d{4})\b", needs=("/QH",))
_PARTY_KINDS = "NQ|CT|KL|QĐ|QĐi|HD|KH|TB|BC|CV|QC|CTr"
_GLUED = Lazy(rf"(?<![\w/-])(\d{{1,4}})({_PARTY_KINDS})/(TW|TU|HU|VPTW|BTGTW|BTGTU)(?!\w)", needs=("/",))
_SESSION_DASH = Lazy(r"(?<![\w/-])(\d{1,3}/\d{4}/(?:UBTVQH|QH))-(\d{1,2})(?!\w)", needs=("QH-",))
_TURNED = Lazy(r"(?<![\w/-])(\d{1,4}-)([A-ZĐ]{2})(/(?:TW|TU|HU)(?!\w))", needs=("/T", "/HU"))
_YEARS = Lazy(
    r"(?<![\w/-])\d{1,4}/(\d{4})/[A-ZĐ][\w-]{1,16},? ngày (\d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )(\d{4}))(?!\d)",
    needs=(" ngày ",),
)
_UNMARKED = {"QD": "QĐ", "QDi": "QĐi", "ND": "NĐ", "CTHD": "CTHĐ", "DA": "ĐA"}  # typed without the bar of Đ
_OF_STATE = Lazy(
    rf"\b({TYPES}|Luật) ((?:[^\s.;,]+ ){{2,16}}?)số \d{{1,3}}/\d{{4}}/(UBTVQH|QH)\d{{1,2}}(?!\w)",
    needs=("/UBTVQH", "/QH"),
)
_STATE_KINDS = {"UBTVQH": ("Pháp lệnh", "Nghị quyết"), "QH": ("Luật", "Nghị quyết")}


def right_symbol(symbol: str) -> str:
    """Return a symbol without spaces, its hyphen and slash where its issuer has them: 57/NQ-TW → 57-NQ/TW."""
    tight = re.sub(r"\s+", "", symbol).replace("–", "-")
    tight = re.sub(r"TT[Gg]$", "TTg", tight)
    tight = re.sub(r"(?<=[A-ZĐ])(?:&|VÀ|và)(?=[A-ZĐ])", "", tight) if "/20" in tight else tight
    tight = re.sub(r"(?<=[-/])(QD|QDi|ND|CTHD|DA)(?=[-/])", lambda hit: _UNMARKED[hit.group()], tight)
    hit = re.fullmatch(r"(\d+)[-/]([A-ZĐ]+[ir]?(?:HĐ)?)[-/](\w+)", tight)
    if hit and hit.group(3) in ("TW", "TU", "HU", "VPTW", "BTGTW"):
        return f"{hit.group(1)}-{hit.group(2)}/{hit.group(3)}"
    if hit and hit.group(3) in ("TTg", "CP", "UBND", "HĐND"):
        return f"{hit.group(1)}/{hit.group(2)}-{hit.group(3)}"
    return tight


def letters_of(symbol: str) -> str:
    """Return the letters of a symbol that tell its kind, "" of none."""
    hit = re.search(r"[-/]([A-ZĐ]+[ir]?)[-/]", symbol)
    return hit.group(1) if hit else ""


def alone(one: Paragraph, inside: Iterable[tuple[int, int]]) -> list[Finding]:
    """Return what is wrong with symbols and bodies of a paragraph that are no whole citation."""
    return list(_lone(one, list(inside))) if _SLASH.search(one.text) else []


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, right: str) -> Finding:
    start, end = one.start + span[0], one.start + span[1]
    text = one.text[span[0] : span[1]]
    return Finding(f"citation.{rule}", Severity.WRONG, start, end, text, message, (right,), PARTY)


def _lone(one: Paragraph, inside: list[tuple[int, int]]) -> Iterator[Finding]:
    for hit in _ALONE.finditer(one.text):
        span = hit.span("symbol")
        right = right_symbol(hit.group("symbol"))
        if (
            right != hit.group("symbol")
            and letters_of(right) in KINDS
            and all(span[1] <= low or high <= span[0] for low, high in inside)
        ):
            yield _finding(one, "symbol", span, "Số và ký hiệu văn bản viết chưa đúng.", right)
    for hit in _SMALL_LETTERS.finditer(one.text):
        letters = next((it for it in KINDS if it.lower() == hit.group(2).lower()), "")
        if letters and letters != hit.group(2):
            right = f"{hit.group(1)}{letters}{hit.group(3)}"
            yield _finding(one, "symbol", hit.span(), "Ký hiệu văn bản viết hoa.", right)
    for hit in _LAW.finditer(one.text):
        right = f"{hit.group(1)}/{hit.group(3)}/{hit.group(2)}"
        yield _finding(one, "symbol", hit.span(), "Số và ký hiệu luật: số/năm/khóa Quốc hội.", right)
    for hit in re.finditer(r"\b(\d{1,4})/([A-ZĐ]{2,4}-[A-ZĐ]{2,6})/(\d{4})\b", one.text):
        right = f"{hit.group(1)}/{hit.group(3)}/{hit.group(2)}"
        yield _finding(one, "symbol", hit.span(), "Số và ký hiệu văn bản: số/năm/ký hiệu.", right)
    for hit in _GLUED.finditer(one.text):
        right = f"{hit.group(1)}-{hit.group(2)}/{hit.group(3)}"
        yield _finding(one, "symbol", hit.span(), "Giữa số và ký hiệu có gạch nối.", right)
    for hit in _SESSION_DASH.finditer(one.text):
        right = f"{hit.group(1)}{hit.group(2)}"
        yield _finding(one, "symbol", hit.span(), "Khóa Quốc hội viết liền: QH15.", right)
    for hit in _TURNED.finditer(one.text):
        letters = hit.group(2)
        turned = next((it for it in KINDS if len(it) == 2 and it == letters[::-1]), "")
        if letters not in KINDS and turned:
            right = f"{hit.group(1)}{turned}{hit.group(3)}"
            yield _finding(one, "symbol", hit.span(), "Không có loại văn bản này: hai chữ bị đảo.", right)
    for hit in _YEARS.finditer(one.text):
        if hit.group(1) != hit.group(3):
            span = hit.span(2)
            right = hit.group(2)[: -len(hit.group(3))] + hit.group(1)
            message = f"Văn bản mang năm {hit.group(1)} không ban hành năm {hit.group(3)}."
            yield _finding(one, "year", span, message, right)
    for hit in _OF_STATE.finditer(one.text):
        kinds = _STATE_KINDS[hit.group(3)]
        if hit.group(1) not in kinds:
            message = f"Ký hiệu {hit.group(3)} là của {kinds[0].lower()} hoặc nghị quyết."
            yield _finding(one, "kind", hit.span(1), message, kinds[0])
    for hit in re.finditer(r"\b(Bộ Bí thư|Ban Chính trị)\b", one.text):
        right = "Ban Bí thư" if hit.group() == "Bộ Bí thư" else "Bộ Chính trị"
        yield _finding(one, "body", hit.span(), "Không có cơ quan này.", right)
