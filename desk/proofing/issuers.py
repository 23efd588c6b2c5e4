"""Who issued a cited document, and of what kind it is, against its symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.proofing.citing import Cited, known, same_day, told
from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.symbols import KINDS, letters_of

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
    "TTg": ("Nghị quyết", "Nghị định", "Kết luận", "Thông tư", "Thông tri"),
    "CP": ("Kết luận", "Chỉ thị", "Thông tư", "Thông tri", "Hướng dẫn"),
    "UBND": ("Nghị quyết", "Nghị định"),
    "HĐND": ("Nghị định",),
    "TW": ("Nghị định",),
}
# The ministries by the end of their symbols, as they are or were called.
MINISTRIES = {
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
_CENTRAL = ("Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư")


def find(it: Cited, cited: Sequence[Cited]) -> list[Finding]:
    """Return what is wrong with the kind and the body of a citation, one of those of its text."""
    return [*_kind(it, cited), *_issuer(it), *_ministry(it)]


def _kind(it: Cited, cited: Sequence[Cited]) -> Iterator[Finding]:
    letters = letters_of(it.symbol)
    kinds = KINDS.get(letters)
    if not kinds or it.type in kinds or (letters == "NQ" and it.type == "Nghị quyết liên tịch"):
        return
    others = {other.type for other in cited if other.symbol == it.symbol and other.type in kinds}
    right = [sign for sign, names in KINDS.items() if it.type in names]
    fixed = [it.symbol.replace(letters, sign, 1) for sign in right]
    usual = known().get(it.symbol, ())
    symbol_is_right = bool(others) or any(not it.day or same_day(day, it.day) for _, day, _ in usual)
    symbol_is_right |= it.type in _NEVER.get(re.split(r"[-/]", it.symbol)[-1], ())
    elsewhere = any(other.symbol in fixed and other is not it for other in cited)
    best = next((one for one in fixed if one in known()), fixed[0] if fixed else "")
    message = f"“{it.type}” không có ký hiệu {letters}."
    if symbol_is_right and not elsewhere:
        lower = it.paragraph.text[it.start].islower()
        best = next((kind for kind, _, _ in usual if kind in kinds), kinds[0])
        kind = best.lower() if lower else best
        yield told(it.paragraph, "kind", (it.start, it.start + len(it.type)), message, kind)
    else:
        yield told(it.paragraph, "kind", (it.at, it.end), message, *([best] if best else []))


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
        usual = [one for kind, day, one in known().get(it.symbol, ()) if not it.day or same_day(day, it.day)]
        right = usual[0] if usual else {"TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ"}.get(tail, "")
        if not right:
            right = (
                "Bộ Chính trị" if body.startswith("Ban Chính") or it.type == "Nghị quyết" else "Ban Bí thư"
            )
        name = _longest(body)
        yield told(
            it.paragraph,
            "issuer",
            (span[0], span[0] + len(name)),
            f"Ký hiệu {tail} không phải của {name}.",
            right,
        )


def _ministry(it: Cited) -> Iterator[Finding]:
    """Yield the ministry whose symbol another one's document has."""
    own = MINISTRIES.get(re.split(r"[-/]", it.symbol)[-1])
    hit = _OF_MINISTRY.match(it.paragraph.text, it.end) if own else None
    if own is None or hit is None:
        return
    said = hit.group(1).removeprefix("Bộ ")
    other = next((name for names in MINISTRIES.values() for name in names if said.startswith(name)), "")
    if other and other not in own:
        start = hit.start(1) + len("Bộ ")
        message = f"Ký hiệu này là của Bộ {own[0]}."
        yield told(
            it.paragraph, "issuer", (start, start + len(other)), message, own[0], severity=Severity.LOOK
        )


def _other_body(it: Cited, body: str, span: tuple[int, int]) -> Iterator[Finding]:
    """Yield the body at the centre that a known document is not of."""
    said = next((name for name in _CENTRAL if body.startswith(name)), "")
    own = {
        one
        for kind, day, one in known().get(it.symbol, ())
        if kind == it.type and (not it.day or same_day(day, it.day))
    }
    if said and len(own) == 1 and said not in own and own <= set(_CENTRAL):
        right = own.pop()
        message = f"{it.type} số {it.symbol} là của {right}."
        span = (span[0], span[0] + len(said))
        yield told(it.paragraph, "body", span, message, right, severity=Severity.LOOK)


def _longest(body: str) -> str:
    hit = re.match(
        r"(?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|[ỦU][yỷ] ban nhân dân(?: tỉnh| "
        r"huyện)?|Bộ Bí thư|Ban Chính trị|"
        r"Ban Bí thư|Bộ Chính trị|Ban Chấp hành Trung ương)",
        body,
    )
    return hit.group() if hit else body
