"""Where the words of a notice's fields stand: labelled ("Địa điểm: …") or in running prose, in folded text."""

from __future__ import annotations

import re

_LABEL = r"(?:^|(?<=[.;:)(\n]))[ \t]*(?:[-+*•]|\d{1,2}[.)\-]|[ivx]+[.)\-–])*[ \t]*-?[ \t]*"
_STOP = (
    r"(?:dia\s+diem|thoi\s+gian|(?:dong\s+)?chu\s+tri|thanh\s+phan|cung\s+du|noi\s+dung|chuan\s+bi|kinh\s+phi|"
    r"truong\s+doan|phan\s+cong|noi\s+nhan|chuc\s+vu|trang\s+phuc)"
)
POLITE = re.compile(r"\s+(?:ạ|nhé|nha|nhá|nhen|hen)[\s.!,;]*\Z", re.IGNORECASE)
_LABELS = {
    "when": re.compile(
        _LABEL + r"(?:t[/.]\s?gian|thoi\s+gian(?:[ \t]+(?:hoc|hop|to\s+chuc|moi"
        r"|khong\s+(?:thay\s+)?doi))?(?:[ \t]*,[ \t]*dia\s+diem)?|tg|vao\s+luc"
        r"|khi\s+nao|gio|ngay)[ \t]*:",
        re.M,
    ),
    "place": re.compile(
        rf"(?:{_LABEL}|(?<=,) )"
        + r"(?:d[/.]\s?diem|dia\s+diem[^:\n]{0,22}|dia\s+chi|tai|noi\s+hop|dd|phong)[ \t]*:|(?<=[,;.] )diem[ \t]*:"
        r"|\U0001f4cd[ \t]*(?:(?:dia[ \t]+diem|tai|noi[ \t]+hop)(?:[ \t]*:)?[ \t]*)?",
        re.M,
    ),
    "chair": re.compile(
        _LABEL + r"(?:(?:dong|nguoi)\s+)?(?:chu\s+(?:tri|toa)|ch?[/.]\s?tri"
        r"|ct(?=\s*:))(?:[ \t]+[^:\n]{0,24})?(?:[ \t]*:|[ \t]*\n"
        r"|\s+la\s+(?=dong\s+chi|d/c|ong|ba))|\U0001f464[ \t]*(?:chu[ \t]+tri[ \t]*:?[ \t]*)?",
        re.M,
    ),
    "people": re.compile(
        _LABEL + r"(?:t[/.]\s?phan|thanh\s+phan(?:[ \t]+[^:\n]{0,20})?|trieu\s+tap)(?:[ \t]*:|[ \t]*\n)", re.M
    ),
    "also": re.compile(_LABEL + r"cung\s+du[ \t]*:", re.M),
    "unit": re.compile(_LABEL + r"(?:don\s+vi\s+)?chuan\s+bi[ \t]*:", re.M),
    "about": re.compile(
        _LABEL
        + r"(?:noi\s+dung(?:\s+(?:hop|lam\s+viec))?|n[/.]\s?dung|nd|chu\s+de(?:\s+(?:hop|cuoc\s+hop))?)[ \t]*:",
        re.M,
    ),
    "guests": re.compile(r"kinh\s+moi[ \t]*:"),
}
_VALUE_END = re.compile(
    rf"\n|\.\s*[-–]\s|\.\s+(?=[A-ZĐa-z])|\s[-+]\s+(?={_STOP})|[;.]\s*(?={_STOP})|\.?\s*$|\./\."
)
_LINE_END = re.compile(
    r"\n|\s*\((?=khong\s+(?:hop|to\s+chuc|phai)|thay\s+(?:vi|cho)|chu\s+khong)|(?<!\bp)\.\s|\.$|;\s*(?=\n"
    r"|dong\s+chu|chu\s+t|thanh\s+phan|noi\s+dung)"
    r"|,\s*(?=do\b)"
)
_AT = re.compile(r"(?<![a-z])(?:tai|o)\s+(?!buoi|hoi\s+nghi\s+nay)")
_PLACE_END = re.compile(
    r"[\n;]|\s+(?:tam\s+|bi\s+)?hoan\b(?!\s+(?:thien|thanh))|\s+khong\s+the\b|\s+thay\s+(?:vi|cho)\b"
    r"|\s+(?=(?:vao|tu)\s+(?:luc\s|ngay\s|\d+\s+ngay|(?:sang|chieu|toi|thu)\s|\d{1,2}\s*(?:h|g|gio|/|:)))"
    r"|\s+(?=voi\s+(?:lich|chuong|noi|thong|thanh)\b)|\s+nhu\s+(?:thong|da|trong|thu|giay)\b|\s+(?=nhe(?:[,.]|\s*$))|,\s*(?=bac\b|chu\s+\w+\s+chu\s+tri)|\.\s"
    r"|\.$|\.\n|,\s*(?=do\b|dong\s+chi|d/c|dc\b|ong\b|ba\b|co(?!\s+(?:quan|so))\b|thay\b"
    r"|chi(?!\s+(?:bo|cuc|nhanh))\b|anh\b|pgs\b"
    r"|truyen\s+hinh|truc\s+tuyen\s+(?:den|toi|voi|ket)|kinh|moi\b|de\s+nghi|chu\s+tri|khai\s+mac|be\s+mac"
    r"|bat\s+dau|ket\s+thuc|trong\s+\d|luc\b|vao\s+luc|chieu\b|sang\b|\d{1,2}\s*h)|,\s*(?=tu\s+\d)"
)
# "Điểm cầu UBND tỉnh (Phòng họp tầng 6):", "không thay đổi (Hội trường …)", "Các sở dự họp tại phòng họp …".
_SPECIAL_PLACE = re.compile(
    r"(?:\d[.)]\s*)?diem\s+cau[^(:\n]{0,40}\((?P<a>[^)\n]+)\)"
    r"|(?:\d[.)]\s*)?diem\s+cau[^(:\n]{0,30}:\s*(?P<e>[^\n;(]+?)(?=[;(]|\.?\s*(?:\n|$))|(?:khong\s+thay\s+doi|giu\s+nguyen"
    r"|van)\s*[,(]?\s*(?P<b>[^)\n.]*)"
    r"|tu\s+[^.;\n]{3,60}?\s+(?:sang|ve|den|vao)\s+(?P<d>[^.;\n]+)"
    r"|[-+*•\s]*(?:cac|don\s+vi|dai\s+bieu|lanh\s+dao|thanh\s+vien)\b[^;\n]{0,80}?\s(?:tai"
    r"|o)\s+(?P<c>[^;\n]+?)(?=;|\.?\s*(?:\n|$))"
)
_SAID_ELSEWHERE = re.compile(
    r"(?:co\s+)?(?:chuong\s+trinh|noi\s+dung|tai\s+lieu)?\s*(?:kem\s+theo|theo\s+|xem\s+|nhu\s+tren|gui\s+kem)"
)
_OTHER_PLACE = re.compile(
    r"chuyen\s+tu\s+(?:p\.|phong|hoi\s+truong|nha"
    r"|tru\s+so)[^.;\n]{0,50}?\s+sang\s+(?P<q>[^.;,\n]+?)(?=\s+(?:a|nhe|nha)\b|[.;,\n]|$)|"
    r"(?:chuyen|doi|dieu\s+chinh)\s+dia\s+diem\b[^.;\n]{0,110}?\b(?:vao|sang|ve|den|toi"
    r"|thanh)\s+(?P<p>(?!ngay|luc|\d)[^.;\n]+)"
    r"|\b(?:chuyen|doi)\s+(?:sang|ve|den|toi)\s+(?P<r>(?:p\.\s*(?=hop|\d)|phong\s|hoi\s+truong|nha\s|san\s"
    r"|trung\s+tam"
    r"|tru\s+so|quang\s+truong|khach\s+san|ubnd|truong\s)[^.;,\n]+?)(?=\s+(?:luc|vao|tu|a|nhe|nha)\b|[.;,\n]|$)"
)
_ROOM_SIGN = 3  # letters of "P. ", whose stop is no sentence's
_KEPT_PLACE = re.compile(
    r"dia\s+diem\s+(?:van(?:\s+(?:la|tai|o)\b)?|la)\s+(?P<p>(?:p\.\s*|[^.;\n])+)|(?<![a-z])(?:ve"
    r"|den)\s+(?P<q>(?:nvh|nha\s+(?:ong|ba|to|dc|d/c)\b|nha\s+van\s+hoa|hoi\s+truong|tru\s+so"
    r"|phong\s+hop|van\s+phong)[^.;,\n]{0,40}?)(?=\s+(?:hop|du|tham|de)\b|[.;,\n]|$)"
)
_NO_PLACE = re.compile(
    r"^(?:diem\s+cau|co\s+quan$|cuoc\s+hop|hoi\s+nghi\b|giay\s+moi|thu\s+moi|cong\s+van|thong\s+bao|van\s+ban"
    r"|ke\s+hoach|quyet\s+dinh|nghi\s+quyet|muc\s|khoan\s|dieu\s+\d|diem\s+[a-e\d])"
)
_ROOM = re.compile(  # without "tại"
    r"(?<![a-z])(?P<p>(?:phong\s+(?:hop|khach|[a-z]?\d)|p\.\s?(?:hop|\d)|hoi\s+truong|hoi\s+quan)[^,.;\n)]*)"
    r"|(?:qua|tren|bang)\s+(?:(?:phan\s+mem|ung\s+dung|nen\s+tang)\s+)?"
    r"(?P<q>(?:zoom|google\s+meet|m(?:s|icrosoft)\s+teams)[^,.;\n) ]*)"
)
_WORDS_CHAIR = re.compile(
    r"(?:\bdo\s+|[;.,\n]\s*|\bnay\s+)(?P<who>(?:dong\s+chi|d/c|dc|ong|ba|anh|chi|co|thay|bac|chu(?!\s+t)|pgs|bi\s+thu"
    r"|chanh|truong|pho|giam)\b"
    r"[^.;\n]{1,140}?)\s+(?:(?:dong\s+)?chu\s+(?:tri|toa)\b|dieu\s+hanh(?=\s*(?:[.;,\n]|$)))"
)
_INSTEAD = re.compile(
    r"\b(?:uy\s+quyen|phan\s+cong|giao|cu)\s+(?:cho\s+)?(?=dong\s+chi|d/c|dc\b|ong|ba\b|pho|truong)"
)
_EVENT = (
    r"(?:hoi\s+nghi|hoi\s+thao|hoi\s+thi|toa\s+dam|le\s|lop\s|tap\s+huan|cuoc\s+hop|hop\b(?!\s+(?:dung"
    r"|day\s+du))|buoi\s"
    r"|ky\s+hop|phien\s+(?:hop|giai|lam|thao|tru|chinh|toan|khai|be|chat|toa)|"
    r"giao\s+ban|hoi\s+y|sinh\s+hoat|gap\s+mat|tong\s+duyet|lam\s+viec|dai\s+hoi|tiep\s+cong\s+dan"
    r"|hop\s+bao|kiem\s+tra|so\s+ket|tong\s+ket|doan\s+(?:kiem|giam|khao|cong\s+tac|lam\s+viec)"
    r"|dem\s+(?:van\s+nghe|giao\s+luu|hoi|nhac|tho)|giai[ \t]+(?!trinh|quyet|phap|phong|ngan|thich|doan|toa"
    r"|dap|trinh|lao|thuong)(?:\w+[ \t]+){1,3}"
    r"|ngay\s+hoi|chuong[ \t]+trinh[ \t]+(?!hoi|cong\s+tac|lam\s+viec|ky\s+hop|nhu)[\x22“]?\w|ky\s+thi\s"
    r"|cuoc\s+thi|lien\s+hoan"
    r"|trien\s+lam|hoi\s+(?:trai|cho|thao\b)|phat\s+dong|le\s+hoi|trai\s+(?:sang|he|huan)|xet\s+xu"
    r"|tong\s+ve\s+sinh|ra\s+quan|ra\s+mat|dang\s+huong|mit\s+tinh|tiem\s+|kham\s+|hien\s+mau)"
)
_TITLES = (
    re.compile(rf"\A\s*thong\s+bao\s+(?:ve\s+viec\s+|v/v\s+)?(?:to\s+chuc\s+)?(?P<t>{_EVENT}[^\n]*)"),
    re.compile(
        rf"\n[ \t]*(?:thong\s+bao|giay\s+moi(?:\s+hop)?|giay\s+trieu\s+tap)[ \t]*\n[ \t]*(?:ve\s+viec\s+|v/v\s+)?"
        rf"(?:thay\s+doi\s+thoi\s+gian\s+)?(?:to\s+chuc\s+)?(?:du\s+|hoc\s+"
        rf"|lich\s+mo\s+)?(?P<t>{_EVENT}[^\n]*|lich\s[^\n]*)"
    ),
    re.compile(rf"trieu\s+tap\s+(?P<t>{_EVENT}[^\n]*)"),
    re.compile(rf"(?:den|toi)\s+du\s*:?\s+(?P<t>{_EVENT}[^\n]*)"),
    re.compile(rf"(?<![a-z])du\s*:?\s+(?P<t>{_EVENT}[^\n]*)"),
    re.compile(rf"to\s+chuc\s+(?P<t>{_EVENT}[^\n]*)"),
    re.compile(rf"thong\s+bao\s+(?P<t>{_EVENT}[^\n]*)"),
    re.compile(  # "xin thông báo: Ngày thơ lần thứ 12 vẫn diễn ra lúc …"
        r"(?:\n|[.:]\s+|thong\s+bao\s+)(?P<t>(?!(?:do|vi|theo|nay|cac|thoi\s+gian|dia\s+diem|de|trong|sau|tren)\b)"
        r"[a-z][^.;,:\n]{4,110}?)\s+(?=(?:(?:van|se|duoc|du\s+kien)\s+)+(?:dien\s+ra|to\s+chuc|khai\s+mac"
        r"|bat\s+dau|hop)\b)"
    ),
    re.compile(rf"(?:^|\n)[ \t]*(?:\d[.)]\s*)?(?P<t>{_EVENT}[^\n:]*)"),
    re.compile(rf"(?<![a-z])(?P<t>{_EVENT}[^\n]*)"),
)
_TITLE_END = re.compile(
    r"\.\s|\.$|\./|,?\s+(?:vao\s+(?:luc|hoi|sang|chieu|ngay|\d)|(?:vao\s+)?luc\s+\d"
    r"|to\s+chuc\s+(?=luc\b|vao\b|tai\b|ngay\b|tu\b)|se\s+dien\s+ra|cu\s+the|nhu\s+sau|tai\s|o\s+nha"
    r"|se\s+(?:hop|khong|to\s+chuc|khai\s+mac|bat\s+dau)"
    r"|(?:sang|chieu|toi|trua)\s+(?:\d|thu\s|ngay|nay|mai|chu\s+nhat|cn\b|t[2-7]\b)"
    r"|(?:co|bi|da)\s+(?:in|ghi|go|danh\s+may)\s+(?:sai|nham|thieu)|co\s+(?:sai|nham|su\s+thay\s+doi|thay\s+doi)"
    r"|da\s+moi|sau\s+(?:hoi|khi|phien|cuoc)|theo\s+(?:hinh\s+thuc|ke\s+hoach|lich)|du\s+kien\s"
    r"|voi\s+(?:cac\s+)?noi\s+dung|day\s+len"
    r"|(?:doi|lui|chuyen|hoan|day)\s+(?:lai\s+)?(?:sang|tu|den|len|xuong|vao|toi)\b|(?:tam|bi)\s+hoan|(?:den"
    r"|tu)\s+(?:ngay\b|luc\s+\d|\d{1,2}\s*(?:h|g|gio|/))"
    r"|(?:qua|tren|bang)\s+(?:zoom|google|ms\b|teams|phan\s+mem|nen\s+tang|hinh\s+thuc)"
    r"|o\s+(?=p\.|phong|hoi\s+truong|san\b|tru\s+so|truong\b|nvh)|duoc\s+chuyen"
    r"|chuyen\s+tu|do\s+(?:loi|so\s+suat|anh\s+huong|dieu\s+kien|ly\s+do|yeu\s+cau|nham|bao|mua|thoi\s+tiet"
    r"|dich|trung))"
    r"|:\s*(?:$|\d)|,?\s+(?:(?:bat\s+dau\s+)?(?:tu|hoi)\s+)?\d{1,2}\s*(?:h|g|gio)(?:\d|\b)|,\s*(?:\d{1,2}\s*h"
    r"|bat\s+dau|dien\s+ra|thoi\s+gian|dia\s+diem|moi\s+|kinh\s+moi"
    r"|cu\s+the|de\s+nghi|phong\b|d/c)|;\s*$|\s+phong\s+hop\b"
)
_UNIT_WORDS = re.compile(
    r"(?:giao\s+)(?P<u>[^.\n;()]{2,70}?)\s+chuan\s+bi\b"
    r"|(?:^|[.\n]\s*-?\s*)(?P<v>van\s+phong|phong\s[^.\n;:]{2,50}?)\s*:?\s+chuan\s+bi\b"
)
_NOBODY = re.compile(
    r"(?:cac\s+|toan\s+the\s+)?(?:dong\s+chi|d/c|dc|ong\s*\(?/?\s*ba\)?|quy\s+(?:vi|co\s+quan)|anh|chi)"
)
_INVITED = re.compile(
    r"(?<!giay )(?<!giay  )(?<!giay   )(?:kinh\s+moi|trieu\s+tap|moi)\s*:?\s+"
    r"(?P<p>(?!kinh\s|du\s)(?!dong\s+chi\s+(?:den|toi|du|sap)|ong\s*\(|cac\s+dong\s+chi\s+(?:den|du)|d/c\s+du)"
    r"[^\n.;]{4,160}?)(?=\s+(?:den|toi)?\s*du\b|\s+co\s+mat|\s*\.?\s*\n|\.\s|$)"
)


_CHANGED_TITLE = re.compile(
    rf"(?:hoan|huy|doi|chuyen|lui|thay\s+doi|dieu\s+chinh)\s+(?:thoi\s+gian\s+|dia\s+diem\s+|lich\s+"
    rf"|ngay\s+|gio\s+)?(?:va\s+dia\s+diem\s+)?(?:to\s+chuc\s+)?"
    rf"(?P<t>(?:{_EVENT}|tiep\s+xuc|khai\s+mac|lien\s+hoan|dai\s+hoi|buoi\s|cuoc\s|giai\s)[^\n.;]*)"
    rf"|(?:ve|du|to\s+chuc|cuoc)\s+(?P<u>{_EVENT}[^\n.;,]*?)(?=\s+(?:chieu|sang"
    rf"|toi)\s+nay\s+(?:\([^)\n]*\)\s*)?(?:lui"
    rf"|chuyen|doi|hoan)|\s+(?:lui|duoc\s+chuyen|chuyen|doi|hoan)\s+|,\s+tai\s+muc)"
)
_CHANGED_END = re.compile(
    r"\s+(?:sang(?!\s+(?:tac|kien|tao))|den\s+(?:\d|ngay|luc|thu|het)|tu\s+(?:ngay|\d|quang|hoi|phong|nha)"
    r"|du\s+kien|du\s+dinh|vao\s+(?:ngay"
    r"|luc|\d)"
    r"|luc\s+\d|neu\s+tren|nhu\s+sau|do\s|de\s|tai\s|chieu\s+nay|sang\s+nay|vi\s+)|[,(:\n]|\.\s|\.?$"
)


def changed_title_at(folded: str) -> tuple[int, int] | None:
    """Return where the name stands of what is put off or moved: "hoãn Tọa đàm …", "dời thời gian họp … sang"."""
    best: tuple[int, int] | None = None
    for match in _CHANGED_TITLE.finditer(folded):
        name = "t" if match["t"] else "u"
        start, stop = match.span(name)
        end = _CHANGED_END.search(folded, start, stop)
        stop = end.start() if end else stop
        lead = re.match(r"(?:cuoc\s+|buoi\s+)?(?=hop|lam|toa|tiep|hoi|kiem)", folded[start:stop])
        start += lead.end() if lead else 0
        if best is None or stop - start > best[1] - best[0]:
            best = (start, stop)
    return _longer(folded, *best) if best and best[1] - best[0] >= 6 else None


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a stretch without the spaces, signs and polite words about it."""
    polite = POLITE.search(text, start, stop)
    stop = polite.start() if polite else stop
    while start < stop and text[start] in " \t\n-–+*•:.,;":
        start += 1
    while stop > start and text[stop - 1] in " \t\n-–+*•:.,;/":
        stop -= 1
    if stop > start and text[stop - 1] == ")" and text.count("(", start, stop) < text.count(")", start, stop):
        stop -= 1
    return start, stop


def value_of(folded: str, name: str) -> tuple[int, int] | None:
    """Return where the words after a label stand."""
    match = _LABELS[name].search(folded)
    if match is None:
        return None
    begin = match.end()
    while begin < len(folded) and folded[begin] in " \t\n":
        begin += 1
    end = _VALUE_END.search(folded, begin)
    return begin, end.start() if end else len(folded)


_HEADING = re.compile(
    r"\s*(?:\d{1,2}|[ivx]{1,4}|[a-e])[.)]\s*(?P<t>(?:phien|ky\s+hop|hoi\s+(?:nghi|thao|thi)|hop|lop|le\s"
    r"|toa\s+dam|dai\s+hoi"
    r"|giao\s+ban|lam\s+viec|gap\s+mat|tap\s+huan|buoi|cuoc)[^\n:(]*)(?:\([^)\n]*\))?[ \t:.]*\n"
)


def heading_at(folded: str) -> tuple[int, int] | None:
    """Return where a block's own numbered heading names its meeting: "1. Phiên trù bị (…)"."""
    match = _HEADING.match(folded)
    return match.span("t") if match else None


def title_at(folded: str) -> tuple[int, int] | None:
    """Return where the event's name stands: after the words that lead to it, else as its subject is labelled."""
    named = _named(folded)
    about = value_of(folded, "about")
    inside = named is not None and about is not None and about[0] < named[0] < about[1]
    if named is not None and not inside and len(folded[slice(*named)].split()) >= _FEW:
        return named
    if about is None or about[1] <= about[0] or _SAID_ELSEWHERE.match(folded, about[0]):
        return named
    return named if folded[about[0]].isdigit() or folded[about[0]] in "a(" else about


def _named(folded: str) -> tuple[int, int] | None:
    padded = f"\n{folded}"
    for pattern in _TITLES:
        match = pattern.search(padded)
        while match is not None and _is_cause(padded, match.start("t")):
            match = pattern.search(padded, match.start("t") + 1)
        if match is None:
            continue
        start, stop = match.start("t") - 1, match.end("t") - 1
        end = _TITLE_END.search(folded, start, stop)
        return _longer(folded, start, end.start() if end else stop)
    return None


def _is_cause(folded: str, at: int) -> bool:
    """Say whether words only say why: "Do trùng lịch họp Tỉnh ủy, …"."""
    return _CAUSE.search(folded, max(0, at - 60), at) is not None and "," in folded[at : at + 60]


def _longer(folded: str, start: int, stop: int) -> tuple[int, int]:
    """Return a name of one or two words where it is written in full: "Hội nghị xúc tiến đầu tư" for "Hội nghị"."""
    words = folded[start:stop].strip()
    if len(words.split()) > 2 or not words:
        return start, stop
    for match in re.finditer(
        rf"(?<![a-z]){re.escape(words)}[ \t]+(?!nhu\s|sau\b|nay\b|tren\b)[a-z][^.,;:\n(]{{8,120}}", folded
    ):
        end = _TITLE_END.search(folded, match.start(), match.end())
        cut = _LONGER_END.search(folded, match.start() + len(words), end.start() if end else match.end())
        last = cut.start() if cut else end.start() if end else match.end()
        if len(folded[match.start() : last].split()) > 3:
            before = _BEFORE.search(folded, 0, match.start())
            return (before.start() if before else match.start()), last
    return start, stop


_CAUSE = re.compile(r"(?:^|[\n.]\s*)(?:do|vi|boi)\s+[^,.;\n]*$")
_FEW = 4  # words, below which a name may be a mere "họp", and what it is about says more
_BEFORE = re.compile(r"(?:hoi\s+nghi|lop|dai\s+hoi|hoi\s+thao)\s+$")
_LONGER_END = re.compile(
    r"\s+(?:du\s+kien|du\s+dinh|vao\s|se\s|nay\s|sang\s+(?:ngay|hai)|duoc\s|tai\s|bat\s+dau)"
)


def place_at(folded: str) -> tuple[int, int] | None:
    """Return where the words of the place stand, without "tại"."""
    found = _place_in(folded)
    if found is None:
        return None
    depth = 0
    for at in range(*found):  # brackets that opened before the place close it
        depth += (folded[at] == "(") - (folded[at] == ")")
        if depth < 0:
            return found[0], at
    return found


def _place_in(folded: str) -> tuple[int, int] | None:
    other = _OTHER_PLACE.search(folded)
    if other is not None:
        return other.span(next(name for name in "pqr" if other[name]))
    span = value_of(folded, "place")
    if span:
        begin, end = span
        stop = _LINE_END.search(folded, begin)
        end = stop.start() if stop else len(folded)
        special = _SPECIAL_PLACE.match(folded, begin)
        if special is not None:
            name = next(key for key in "abcde" if special[key] is not None)
            return special.span(name)
        lead = re.match(r"(?:tap\s+trung\s+)?tai\s+", folded[begin:end])
        return begin + (lead.end() if lead else 0), end
    kept = _KEPT_PLACE.search(folded)
    if kept is not None:
        begin, last = kept.span("p" if kept["p"] else "q")
        stop = _PLACE_END.search(folded, min(begin + _ROOM_SIGN, last), last)
        return begin, stop.start() if stop else last
    for match in _AT.finditer(folded):
        stop = _PLACE_END.search(folded, match.end())
        end = stop.start() if stop else len(folded)
        if not _NO_PLACE.match(folded[match.end() : end]):
            return match.end(), end
    room = _ROOM.search(folded)
    return room.span("p" if room["p"] else "q") if room else None


def chair_at(folded: str) -> tuple[int, int] | None:
    """Return where those who preside are named."""
    span = value_of(folded, "chair")
    if span:
        begin = span[0]
        stop = re.compile(
            rf"\n|(?<!\bths)(?<!\bts)(?<!\bgs)(?<!\bbs)(?<!\bthac si)\.\s|\.$|\s-\s(?={_STOP})"
        ).search(folded, begin)
        return begin, stop.start() if stop else len(folded)
    match = _WORDS_CHAIR.search(f"\n{folded}")
    if match is None:
        return None
    begin, last = match.span("who")
    instead = [one.end() for one in _INSTEAD.finditer(f"\n{folded}", begin, last)]
    return max([begin, *instead]) - 1, last - 1


def attendees_at(text: str, folded: str) -> list[tuple[int, int]]:
    """Return where those who take part are named; `text` tells "mời" from "mỗi", which `folded` does not."""
    found = []
    for name in ("people", "also"):
        span = value_of(folded, name)
        if span:
            found.append(span)
    if not found:
        span = value_of(folded, "guests")
        if span:
            return [span]
        for match in _INVITED.finditer(folded):
            nobody = _NOBODY.fullmatch(folded[match.start("p") : match.end("p")].strip(" :,"))
            if nobody is None and text[match.start() : match.start() + 3].lower() not in ("mỗi", "mới"):
                return [(match.start("p"), match.end("p"))]
    return found


def unit_at(folded: str) -> tuple[int, int] | None:
    """Return where the unit that prepares is named."""
    span = value_of(folded, "unit")
    if span:
        return span
    match = _UNIT_WORDS.search(folded)
    if match is None:
        return None
    name = "u" if match["u"] else "v"
    return match.start(name), match.end(name)
