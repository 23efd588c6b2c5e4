"""Titles as they are said and not as they are written: Chủ tịch xã, Bí thư huyện, Phó phòng.

Forms by Điều lệ Đảng, Luật Tổ chức chính quyền địa phương and what offices print; what people say
in quotations stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.word_lists import LOWER

_TIERS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn"
_PARTY = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
    "xã": "Đảng ủy xã",
    "phường": "Đảng ủy phường",
    "thị trấn": "Đảng ủy thị trấn",
}
_VICE = r"(?:Phó )?"
# What makes another body of the tier's name: "Bí thư xã đoàn", "Chủ tịch xã hội".
_ANOTHER = r"(?! (?:đoàn|ủy|uỷ|đội|hội|viên|trưởng|nhà))"
_CHAIR = Lazy(rf"(?<!\w)({_VICE}Chủ tịch(?: Thường trực)?) ({_TIERS})(?!\w){_ANOTHER}", needs=("Chủ tịch",))
_COUNCIL = Lazy(
    rf"(?<!\w)({_VICE}Chủ tịch) [Hh]ội đồng (?=(?:{_TIERS})(?!\w))", needs=("Chủ tịch hội", "Chủ tịch Hội")
)
_FRONT = Lazy(
    rf"(?<!\w)({_VICE}Chủ tịch) (?:MTTQ|Mặt trận(?: Tổ quốc)?)(?!\w)(?! Tổ quốc| Việt Nam)",
    needs=("Chủ tịch M",),
)
_UNION = Lazy(
    rf"(?<!\w)({_VICE}Chủ tịch) (nông dân|phụ nữ|cựu chiến binh|người cao tuổi|chữ thập đỏ) (?:{_TIERS})(?!\w)",
    re.IGNORECASE,
    needs=("hủ tịch",),
)
_UNIONS = {
    "nông dân": "Hội Nông dân",
    "phụ nữ": "Hội Liên hiệp Phụ nữ",
    "cựu chiến binh": "Hội Cựu chiến binh",
    "người cao tuổi": "Hội Người cao tuổi",
    "chữ thập đỏ": "Hội Chữ thập đỏ",
}
_SECRETARY = Lazy(rf"(?<!\w)({_VICE}Bí thư(?: Thường trực)?) ({_TIERS})(?!\w){_ANOTHER}", needs=("Bí thư",))
_DEPUTY = Lazy(
    r"(?<!\w)(Phó) (phòng|Phòng|ban|Ban|khoa|Khoa|văn phòng|Văn phòng|Sở|sở|Trung tâm|trung tâm|Bệnh viện|Cục|"
    rf"Chi cục|Công an|công an|trạm|Trạm|thôn|bản)(?= (?:[{LOWER}]+ )?[^\W\d_{LOWER}])",
    needs=("Phó ",),
)
_HEADS = {
    "phòng": "Phó Trưởng phòng",
    "ban": "Phó Trưởng ban",
    "khoa": "Phó Trưởng khoa",
    "văn phòng": "Phó Chánh Văn phòng",
    "sở": "Phó Giám đốc Sở",
    "trung tâm": "Phó Giám đốc Trung tâm",
    "bệnh viện": "Phó Giám đốc Bệnh viện",
    "cục": "Phó Cục trưởng Cục",
    "chi cục": "Phó Chi cục trưởng Chi cục",
    "công an": "Phó Trưởng Công an",
    "trạm": "Phó Trưởng trạm",
    "thôn": "Phó Trưởng thôn",
    "bản": "Phó Trưởng bản",
}
_STANDING = Lazy(
    r"(?<!\w)(?:Thường trực (Phó (?:Bí thư|Chủ tịch|Trưởng ban)|Bí thư)(?: (?P<of>Tỉnh ủy|Huyện ủy|Thành ủy|Thị ủy|"
    r"Đảng ủy))?|(Phó (?:Bí thư|Chủ tịch)) (?P<body>Tỉnh ủy|Huyện ủy|Thành ủy|Thị ủy|Đảng ủy|UBND|HĐND|"
    r"Ủy ban nhân dân|Hội đồng nhân dân) Thường trực|Phó Thường trực (Bí thư|Chủ tịch))(?!\w)",
    needs=("Thường trực",),
)
# Two ways of calling one person at once: "thầy giáo ông Hoàng", "Bí thư Chi bộ đồng chí Hiển".
_ADDRESSED = Lazy(
    r"(?<!\w)([Tt]hầy giáo|[Cc]ô giáo|[Bb]ác sĩ|[Yy] sĩ|[Gg]ià làng|[Nn]ghệ nhân) (?:ông|bà|anh|chị|thầy|cô)"
    rf"(?= [^\W\d_{LOWER}])"
)
_BOTH = Lazy(rf"(?<!\w)thầy,? cô giáo(?= [^\W\d_{LOWER}]\w* [^\W\d_{LOWER}])", needs=("cô giáo",))
_COMRADE = Lazy(
    r"(?<!\w)((?:Phó )?(?:Bí thư|Chủ tịch|Trưởng ban|Trưởng phòng|Giám đốc|Hiệu trưởng)(?: (?!và |"
    r"cùng |với |các |của )[^\W\d_]+){0,5}?) đồng chí "
    rf"(?=[^\W\d_{LOWER}])",
    needs=(" đồng chí ",),
)
_QUOTED = Lazy(r"“[^”]*”?")


def find(one: Paragraph) -> list[Finding]:
    """Return the titles of a paragraph that leave out a body or a word, with what is printed instead."""
    if one.capitals:
        return []
    said = [hit.span() for hit in _QUOTED.finditer(one.text)]
    return [
        it
        for it in _of(one)
        if not any(low <= it.start - one.start < high for low, high in said)
    ]  # fmt: skip


def _finding(one: Paragraph, span: tuple[int, int], right: str) -> Finding:
    text = one.text[span[0] : span[1]]
    message = f"Chức danh viết đầy đủ là “{right}”."
    return Finding(
        "people.office", Severity.LOOK, one.start + span[0], one.start + span[1], text, message, (right,)
    )


def _of(one: Paragraph) -> Iterator[Finding]:
    text = one.text
    for hit in _BOTH.finditer(text):
        place = (one.start + hit.start(), one.start + hit.end())
        message = "Gọi một người thì chọn “thầy giáo” hoặc “cô giáo”."
        yield Finding("people.address", Severity.LOOK, *place, hit.group(), message, ("cô giáo", "thầy giáo"))
    for hit in _COMRADE.finditer(text):
        span = (hit.end(1) + 1, hit.end())
        place = (one.start + span[0], one.start + span[1])
        message = "Đã có chức danh thì không cần “đồng chí”."
        yield Finding("people.address", Severity.HINT, *place, text[span[0] : span[1]], message, ("",))
    for hit in _CHAIR.finditer(text):
        yield _finding(one, hit.span(), f"{hit.group(1)} Ủy ban nhân dân {hit.group(2)}")
    for hit in _COUNCIL.finditer(text):
        span = (hit.start(), hit.end() - 1)
        yield _finding(one, span, f"{hit.group(1)} Hội đồng nhân dân")
    for hit in _FRONT.finditer(text):
        yield _finding(one, hit.span(), f"{hit.group(1)} Ủy ban Mặt trận Tổ quốc")
    for hit in _UNION.finditer(text):
        if hit.group(2)[0].islower():
            yield _finding(one, hit.span(1)[:1] + hit.span(2)[1:], f"{hit.group(1)} {_UNIONS[hit.group(2)]}")
    for hit in _SECRETARY.finditer(text):
        yield _finding(one, hit.span(), f"{hit.group(1)} {_PARTY[hit.group(2)]}")
    for hit in _DEPUTY.finditer(text):
        yield _finding(one, hit.span(), _HEADS[hit.group(2).lower()])
    for hit in _ADDRESSED.finditer(text):
        right = hit.group(1)
        message = f"Một cách gọi là đủ: “{right}”."
        span = hit.span()
        said = text[span[0] : span[1]]
        place = (one.start + span[0], one.start + span[1])
        yield Finding("people.address", Severity.LOOK, *place, said, message, (right,))
    for hit in _STANDING.finditer(text):
        yield _finding(one, hit.span(), _standing(hit))


def _standing(hit: re.Match[str]) -> str:
    """Return a title with Thường trực where it belongs: right after Phó Bí thư or Phó Chủ tịch."""
    first, second, third = hit.group(1), hit.group(3), hit.group(5)
    vice = first or second or f"Phó {third}"
    vice = vice if vice.startswith("Phó ") else f"Phó {vice}"
    body = hit.group("of") or hit.group("body") or ""
    return f"{vice} Thường trực {body}".strip()
