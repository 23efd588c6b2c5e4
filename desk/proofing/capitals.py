"""Capitals of bodies, titles, days, peoples and regions: Nghị định 30/2020/NĐ-CP, phụ lục II, and Party usage.

`resources/proofing/capitals.txt` holds the right forms, a line each; a form counts wherever its letters stand, in
whatever case. A sentence may begin with a capital; a text in capitals says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desk.proofing.finding import Finding, Severity
from desk.proofing.model import FOLDER
from desk.proofing.reading import Paragraph
from desk.proofing.word_lists import word_set

_SOURCE = "Nghị định 30/2020/NĐ-CP, phụ lục II"
_PEOPLES = (
    "Kinh|Tày|Thái|Mường|Khmer|Mông|H'Mông|Nùng|Dao|Hoa|Gia Rai|Êđê|Ê Đê|Ba Na|Xơ Đăng|Sán Chay|Cơ "
    "Ho|K'Ho|Chăm|Sán Dìu|Hrê|Raglai|"
    "Mnông|M'Nông|Xtiêng|Bru - Vân Kiều|Thổ|Khơ Mú|Cơ Tu|Giáy|Giẻ - Triêng|Tà Ôi|Mạ|Co|Chơ Ro|Xinh "
    "Mun|Hà Nhì|Chu Ru|Lào|"
    "Kháng|La Chí|Phù Lá|La Hủ|La Ha|Pà Thẻn|Chứt|Lự|Lô Lô|Mảng|Cờ Lao|Bố Y|Cống|Ngái|Si La|Pu Péo|"
    "Rơ Măm|Brâu|Ơ Đu"
)
_PEOPLE = re.compile(rf"(?:người|dân tộc|đồng bào|tiếng) ({_PEOPLES})(?![\w'])", re.IGNORECASE)
_AMBIGUOUS = word_set("hoa kinh mường thổ co mạ lào cống kháng lự dao")
_TIER = re.compile(
    r"(?<=[a-zà-ỹđăâêôơư] )(Tỉnh|Huyện|Xã)(?= (?:ta|nhà|này|mình)\b| "
    r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ])"
)
_BEFORE_TIER = re.compile(
    r"(?:Đảng bộ|đảng bộ|ở|tại|của|trong|về|từ|trên|các|toàn|Đảng ủy|nhân dân|Nhân dân) $"
)
_REGION = re.compile(r"\b([Mm]iền) ([Bb]ắc|[Tt]rung|[Nn]am)\b(?! (?:Bộ|bộ|du))")
_DIRECTION = re.compile(
    r"(?<![\w])(Tây bắc|tây Bắc|Đông bắc|đông Bắc|Đông nam bộ|Đông Nam bộ|Tây nguyên|Bắc bộ|Trung "
    r"bộ|Nam bộ|bắc bộ|nam bộ|trung bộ|Bắc trung bộ|Bắc Trung bộ)(?![\w])"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GOES_ON = re.compile(r"[\w/@-]")
_NOT_BEFORE = re.compile(r"[\w/@.-]")
_OTHER_PARTY = re.compile(" (?:viên|bộ|ủy|uỷ|phí|phái)")


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Return the forms in small letters by their first word, the longest first, and each as it should be."""
    lines = (FOLDER / "capitals.txt").read_text(encoding="utf-8").split("\n")
    forms = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    forms = [*forms, *(form[1:] for form in forms if form.startswith("~"))]
    forms = [form for form in forms if not form.startswith("~")]
    both = forms + [form.replace("ủy", "uỷ").replace("Ủy", "Uỷ") for form in forms if "ủy" in form.lower()]
    both += [form.replace("òa", "oà") for form in both if "òa" in form]
    right = {form.lower(): form for form in both}
    first: dict[str, list[str]] = {}
    for form in sorted(right, key=len, reverse=True):
        first.setdefault(_FIRST_WORD.findall(form)[0], []).append(form)
    return {word: tuple(forms) for word, forms in first.items()}, right


def _hits(one: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield where the letters of a form stand in a paragraph, in whatever case, the longest form of a place."""
    forms, _ = _forms()
    low = one.text.lower()
    if len(low) != len(one.text):
        return
    for word in one.words:
        start = word.start - one.start
        for form in forms.get(low[start : word.end - one.start], ()):
            end = start + len(form)
            if not low.startswith(form, start) or _GOES_ON.match(low, end):
                continue
            if start and _NOT_BEFORE.match(low[start - 1]):
                break
            if form.endswith(" đảng") and _OTHER_PARTY.match(low, end):
                continue
            yield start, end
            break


@lru_cache(maxsize=1)
def _mild() -> frozenset[str]:
    """Return the forms, in small letters, that may stand in small letters alone: they name no one body then."""
    lines = (FOLDER / "capitals.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line[1:].strip().lower() for line in lines if line.startswith("~"))


def find(one: Paragraph) -> list[Finding]:
    """Return what has a capital too many or too few in a paragraph."""
    return [] if one.capitals else [it for it in _of(one) if not one.fenced(it.start, it.end)]


def _finding(one: Paragraph, rule: str, span: tuple[int, int], right: str) -> Finding | None:
    was = one.text[span[0] : span[1]]
    low = next((at for at in range(min(len(was), len(right))) if was[at] != right[at]), None)
    if low is None:
        return None
    first = was.rfind(" ", 0, low) + 1
    high = max(at for at in range(min(len(was), len(right))) if was[at] != right[at])
    last = was.find(" ", high)
    last = last if last >= 0 else len(was)
    start, end = one.start + span[0] + first, one.start + span[0] + last
    return Finding(
        f"capital.{rule}",
        Severity.LOOK,
        start,
        end,
        was[first:last],
        f"Viết “{right}”.",
        (right[first:last],),
        _SOURCE,
    )


def _of(one: Paragraph) -> Iterator[Finding]:
    _, right = _forms()
    text = one.text
    for span in _hits(one):
        was = text[slice(*span)]
        form = right[was.lower()]
        small = was[1:] == form.lower()[1:] and (was[:1].islower() or _begins(text, span[0]))
        if (
            small
            and (_common(text, span[0]) or was.replace("uỷ", "ủy") in _mild())
            and not _named(text, span[1])
        ):
            continue
        if (
            was == form
            or was == was.upper()
            or (form[:1].islower() and was == form[:1].upper() + form[1:] and form != "đảng viên")
        ):
            continue
        begins = _begins(text, span[0])
        if was[:1].islower() and _headed(text, span[0]):
            was, form = was[:1] + was[1:], form[:1].lower() + form[1:]
            if was == form:
                continue
        if begins and was == form[:1].upper() + form[1:]:
            continue
        made = _finding(one, "form", span, form[:1].upper() + form[1:] if begins else form)
        if made:
            yield made
    for hit in _PEOPLE.finditer(text):
        was = hit.group(1)
        if not was[0].islower() or was in _AMBIGUOUS - {"dao"}:
            continue
        form = next(name for name in _PEOPLES.split("|") if name.lower() == was.lower())
        made = _finding(one, "people", hit.span(1), form)
        if made:
            yield made
    for hit in _TIER.finditer(text):
        if _BEFORE_TIER.search(text[: hit.start()]) and not re.match(r" [Ủủ]y| [Ủủ]ỷ", text[hit.end() :]):
            made = _finding(one, "tier", hit.span(), hit.group().lower())
            if made:
                yield made
    for hit in _REGION.finditer(text):
        begins = _begins(text, hit.start())
        form = ("Miền" if begins else "miền") + " " + hit.group(2).capitalize()
        if hit.group() != form and not (hit.group(1) == "Miền" and hit.group(2)[0].isupper()):
            made = _finding(one, "region", hit.span(), form)
            if made:
                yield made
    for hit in _DIRECTION.finditer(text):
        made = _finding(
            one, "region", hit.span(), " ".join(word.capitalize() for word in hit.group().split(" "))
        )
        if made:
            yield made


def _named(text: str, end: int) -> bool:
    """Return whether a name follows: "hội nhà báo Tỉnh", "huyện ủy Bình Lâm"."""
    return bool(re.match(r" [^\W\d_a-zà-ỹđăâêôơư]", text[end : end + 2]))


def _common(text: str, at: int) -> bool:
    """Return whether small letters name no one body here: "các hội nông dân", "mười ủy ban nhân dân"."""
    return bool(re.search(r"(?:các|những|mỗi|từng|nhiều|một|\d+|hai|ba) $", text[max(0, at - 8) : at]))


def _headed(text: str, at: int) -> bool:
    """Return whether "trưởng", "phó" or the like stands before: "Trưởng ban Tuyên giáo" keeps its small ban."""
    return text[:at].lower().endswith(("trưởng ", "phó ", "chánh ", "chi "))


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(" “\"'(‘-–•*\u00a0")
    return not before or before[-1] in ".!?:…" or text[:at].endswith(("“", '"'))
