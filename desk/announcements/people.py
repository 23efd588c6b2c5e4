"""Who presides: names and titles in the ways that Vietnamese offices write them."""

from __future__ import annotations

import re

from desk.announcements.dates import fold

# The family names by which a name is told from the title before it.
_WRITTEN = """
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh vang giang sung lo ma nong phan
tan ha mai luong trinh doan cao to thao hau mua quang trieu lu ta chu truong luu dao than vi hua be sam vuong ca
tong bac luong phung quach kim lam dam nghiem ninh la khuc thai tang tieu ton ung van long lau cu giap hang ngan
chang cho song po xin then phu lung thach son danh bach kieu khuat cam au ksor rcom siu dieu chau tao nguy phi uong
doi mac tu ung thieu khong nhu chung co ong cung ngac lenh thang ro nay rahlan hmok niek ktla y khieu chuong
"""
_FAMILIES = frozenset(_WRITTEN.split())
_HONOURS = re.compile(r"^(?:cac\s+)?(?:dong\s+chi|d\s*/\s*c|dc|ong|ba|anh|chi)\b[\s.:]*")
_JOINED = re.compile(
    r"\s*;\s*|\s+va\s+(?=(?:dong\s+chi|d/c|dc|ong|ba)\b)|,\s*(?=(?:dong\s+chi|d/c|ong|ba)\b)"
)
_TITLE_WORDS = re.compile(
    r"^(?:pho|truong|bi\s+thu|chu\s+tich|giam\s+doc|chanh|uy\s+vien|tong|vien|cuc|vu|gd|pgd|hieu"
    r"|chu\s+nhiem|pct|ct|thuong\s+truc)\b"
)


_POST = re.compile(  # "PGĐ Bàng A Páo"
    r"(P?GĐ|P?CT(?:TT)?|P?BT|P?HT|P?CVP|P?TP|P?TB|P?CHT|CHP|CTV|P?TBT) (?=(?:[A-ZĐÀ-Ỹ]\w* ?){1,5}$)"
)
_POSTS = ("trưởng", "vụ", "tổng", "chủ", "phó")
_BODIES = ("Sở", "Ban", "Phòng", "Công", "Trung", "Bệnh", "Khoa", "Chi", "Cục", "Viện")
_LONGEST_NAME = 6  # words
_NOT_HONOURS = ("chỉ", "chi", "bá", "bả", "ảnh")
_MIDDLE_AND_GIVEN = 2
_MIDDLES = ("Thị", "Văn", "Ích", "Đình", "Hữu", "Bá", "Thế", "Sĩ", "Sỹ", "Viết", "Như", "Cao")
_NOT_TITLES = {"vũ", "trương", "tống"}  # family names: Vụ, Trưởng and Tổng without their marks


def chairs(words: str) -> list[tuple[str, str]]:
    """Return name and title of each who presides; a title or a body alone stands for the name."""
    folded, out, begin = fold(words), [], 0
    cuts = [*((m.start(), m.end()) for m in _JOINED.finditer(folded)), (len(words), len(words))]
    for start, stop in cuts:
        one = words[begin:start].strip(" .,;:-–")
        if one:
            out.append(_chair(one))
        begin = stop
    return out


_SHORT_TITLE = re.compile(r"(?<=[a-zà-ỹ])\s+(?:P?CT|P?BT|P?GĐ|P?HT|P?CVP|P?TP)(?:\s+TT)?$")  # "Sâm CT"
_DEGREES = re.compile(
    r"^((?:(?:PGS|GS|TS|ThS|BS(?:CK ?I{1,2})?|CK ?I{1,2}|CN|KS|Ths|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)"
    r"|Thạc sĩ|Tiến sĩ|Bác sĩ|Thẩm phán|Thầy|thầy|Cô"
    r"|cô|Ô|B)\b\.?\s*)+)(?=[A-ZĐÀ-Ỹ])"
)


def _chair(words: str) -> tuple[str, str]:
    degree = _DEGREES.match(words)
    if degree and not words.isupper():
        name, title = re.split(r"\s+[(–-]\s*|,\s+|\s*\(", words[degree.end() :] + " (", maxsplit=1)
    if degree and not words.isupper() and len(name.split()) <= _LONGEST_NAME:
        return " ".join(name.split()), title.strip(" ()") or degree[1].strip()
    short = _SHORT_TITLE.search(words)
    if short is not None and short.start() > 0:
        words, title = words[: short.start()], short[0].strip()
        return " ".join(words[_honour(words) :].split()), title
    honour = _honour(words)
    words = " ".join(words[honour:].split())
    post = _POST.match(words)
    rest = words[post.end() :].split() if post is not None else []
    if (
        post is not None
        and rest
        and (fold(rest[0]) in _FAMILIES or len(rest) > _MIDDLE_AND_GIVEN)
        and rest[0] not in _BODIES
    ):
        return words[post.end() :], post[1]
    turned = re.match(
        r"(?P<t>[^–-]{2,40}?)\s+[–-]\s+(?:(?:Ông|Bà|ông|bà|Đồng chí|đồng chí|Đ/c|đ/c)\s+)(?P<n>[A-ZĐÀ-Ỹ].{2,40})",
        words,
    )
    if turned and _TITLE_WORDS.match(fold(turned["t"])):
        return turned["n"].strip(), turned["t"].strip()
    signs = sorted((words.index(sign), sign) for sign in (" - ", " – ", "- ", ", ") if sign in words)
    if signs:
        name, title = (part.strip(" .,") for part in words.split(signs[0][1], 1))
        if _is_name(name) or honour:
            return name, title
        inner = _name_at_end(name)
        if inner[1] and not inner[0].isupper():
            return inner[0], f"{inner[1]}, {title}"
    return (words, "") if _is_name(words) else _name_at_end(words)


def _honour(words: str) -> int:
    """Return how long the honour before a name is; "Chỉ huy" has none, and in "Ông Ích Tường" it is the surname."""
    honour = _HONOURS.match(fold(words))
    if honour is None or words[: honour.end()].strip().lower() in _NOT_HONOURS:
        return 0
    rest = words[honour.end() :].split()
    surname = words.startswith(("Ông", "Bà")) and len(rest) == _MIDDLE_AND_GIVEN and rest[0] in _MIDDLES
    return 0 if surname else honour.end()


def _is_name(words: str) -> bool:
    parts = words.split()
    is_title = _TITLE_WORDS.match(fold(words)) and parts[0].lower() not in _NOT_TITLES
    return 1 <= len(parts) <= 5 and fold(parts[0]) in _FAMILIES and not is_title


def _name_at_end(words: str) -> tuple[str, str]:
    """Part "Giám đốc Sở Đinh Thị Hương": the name begins at a family name and goes on to the end."""
    parts = words.split()
    for at in range(1, len(parts) - 1):
        rest = parts[at:]
        capital = all(part[:1].isupper() for part in rest)
        named = fold(parts[at]) in _FAMILIES and parts[at].lower() not in _POSTS
        if named and 2 <= len(rest) <= 5 and capital and not any(len(p) > 1 and p.isupper() for p in rest):
            return " ".join(rest), " ".join(parts[:at])
    return words, ""
