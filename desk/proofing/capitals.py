"""Capitals of bodies, titles, days, peoples and regions: Nghị định 30/2020/NĐ-CP, phụ lục II, and Party usage.

`resources/proofing/capitals.txt` holds the right forms, a line each; a form counts wherever its letters stand, in
whatever case. A sentence may begin with a capital; a text in capitals says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from desk.proofing.finding import Finding, Severity
from desk.proofing.model import FOLDER
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.word_lists import LOWER, word_set

_SOURCE = "Nghị định 30/2020/NĐ-CP, phụ lục II"
_PEOPLES = (
    "Kinh|Tày|Thái|Mường|Khmer|Mông|H'Mông|Nùng|Dao|Hoa|Gia Rai|Êđê|Ê Đê|Ba Na|Xơ Đăng|Sán Chay|Cơ "
    "Ho|K'Ho|Chăm|Sán Dìu|Hrê|Raglai|"
    "Mnông|M'Nông|Xtiêng|Bru - Vân Kiều|Thổ|Khơ Mú|Cơ Tu|Giáy|Giẻ - Triêng|Tà Ôi|Mạ|Co|Chơ Ro|Xinh "
    "Mun|Hà Nhì|Chu Ru|Lào|"
    "Kháng|La Chí|Phù Lá|La Hủ|La Ha|Pà Thẻn|Chứt|Lự|Lô Lô|Mảng|Cờ Lao|Bố Y|Cống|Ngái|Si La|Pu Péo|"
    "Rơ Măm|Brâu|Ơ Đu"
)
_PEOPLE = Lazy(rf"(?:người|dân tộc|đồng bào|tiếng) ({_PEOPLES})(?![\w'])", re.IGNORECASE)
_AMBIGUOUS = word_set("hoa kinh mường thổ co mạ lào cống kháng lự dao")
_TIER = Lazy(
    rf"(?<=[{LOWER}] )(Tỉnh|Huyện|Xã)(?= (?:ta|nhà|này|mình)\b| "
    r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ])",
    needs=(" Tỉnh ", " Huyện ", " Xã "),
)
_BEFORE_TIER = Lazy(r"(?:Đảng bộ|đảng bộ|ở|tại|của|trong|về|từ|trên|các|toàn|Đảng ủy|nhân dân|Nhân dân) $")
_REGION = Lazy(r"\b([Mm]iền) ([Bb]ắc|[Tt]rung|[Nn]am)\b(?! (?:Bộ|bộ|du))", needs=("iền ",))
_DIRECTION = Lazy(
    r"(?<![\w])(Tây bắc|tây Bắc|Đông bắc|đông Bắc|Đông nam bộ|Đông Nam bộ|Tây nguyên|Bắc bộ|Trung "
    r"bộ|Nam bộ|bắc bộ|nam bộ|trung bộ|Bắc trung bộ|Bắc Trung bộ)(?![\w])",
    needs=(
        "ây bắc",
        "ây Bắc",
        "ông bắc",
        "ông Bắc",
        "ông nam",
        "ông Nam",
        "ây nguyên",
        "ắc bộ",
        "ung bộ",
        "am bộ",
        "ắc trung",
        "ắc Trung",
    ),
)
_RANK = Lazy(
    r"(?:[Hh]uân chương|[Hh]uy chương)[^,.;\d]{3,40}? ([Hh]ạng) ([Nn]hất|[Nn]hì|[Bb]a)(?!\w)",
    needs=("uân chương", "uy chương"),
)
_WEEKDAY = Lazy(
    r"(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Đđ]êm|[Hh]ôm|[Mm]ỗi|[Vv]ào|[Hh]ằng) (thứ) (hai|ba|tư|năm|sáu|bảy)"
    r"(?= (?:hằng tuần|hàng tuần|tuần|cuối|đầu|và|,)|[,.;)]|$)",
    needs=(" thứ hai", " thứ ba", " thứ tư", " thứ năm", " thứ sáu", " thứ bảy"),
)
_CAPITAL_WEEKDAY = Lazy(r"\bthứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)\b", needs=("thứ ",))
_SMALL_WEEKDAY = Lazy(
    r"(?:[,;(] |\bvà |\bđến |\btừ |\b[Đđ]êm |\b[Tt]ối |^)(thứ) (hai|ba|tư|năm|sáu|bảy)(?= [^\W\d_])(?! nhất)",
    needs=("thứ ",),
)
_COUNTED = Lazy(r"\bthứ nhất\b|\bmột là\b", re.IGNORECASE)
_MONTH = Lazy(
    r"(?:[Rr]ằm|[Mm]ùng \w+|[Mm]ồng \w+|[Đđ]ầu|[Cc]uối|[Gg]iữa|[Cc]ách mạng) tháng "
    r"(giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)(?![\w-])(?! (?:ngày|tháng|tuần|một|hai)\b)",
    needs=("tháng ",),
)
_LAW = Lazy(
    rf"(?<![\w])Luật ([{LOWER}]+)(?= (?:[^\W\d_]+,? ){{1,8}}?(?:năm \d{{4}}|số \d))(?! (?:của|là|này))",
    needs=("Luật ",),
)
_NO_LAW = word_set("sư pháp lệ hình đã về này số năm có đầu mới là do quy gia")
_AWARD = Lazy(r"\b(Bằng|Giấy|Huân|Huy|Kỷ niệm) (Khen|Chương)\b", needs=(" Khen", " Chương"))
_ARTICLE = Lazy(
    r"(?<![\w])(?:[Tt]ừ|[Tt]heo|tại|[Tt]ại|ở|của|đến|và|khoản \d+,?|điểm \w,?) (điều) (?=\d{1,3}\b)",
    needs=("điều ",),
)
# Words of which the second has a capital too many: Chuyên Viên, Trưởng Phòng, chi Bộ, nhân Dân.
_SECOND = Lazy(
    r"(?<![\w])([Cc]huyên|[Gg]iảng|[Pp]hóng|[Nn]hân|[Gg]iáo|[Hh]ội|[Đđ]oàn|[Đđ]ảng|[Cc]ộng tác|"
    r"[Bb]iên tập|[Bb]áo cáo|"
    r"[Tt]hành|[Tt]rưởng|[Tt]iểu|[Tt]rung|[Đđ]ại|[Cc]hi|[Cc]án|[Nn]hân|[Ll]iệt|[Cc]hiến|[Bb]ác|[Kk]ỹ|[Bb]í|[Pp]hó) "
    r"(Viên(?! chức)|Phòng|Đội|Bộ|(?<![Bb]áo Nhân )Dân|Sĩ|Sư|Thư)(?![\w])",
    needs=(" Viên", " Phòng", " Đội", " Bộ", " Dân", " Sĩ", " Sư", " Thư"),
)
_RIGHT_SECOND = frozenset(
    word_set("giáo_Viên hội_Viên đoàn_Viên đảng_Viên thành_Viên chuyên_Viên giảng_Viên phóng_Viên nhân_Viên")
    | word_set(
        "trưởng_Phòng tiểu_Đội trung_Đội đại_Đội chi_Bộ cán_Bộ đảng_Bộ nhân_Dân liệt_Sĩ chiến_Sĩ bác_Sĩ kỹ_Sư bí_Thư"
    )
    | frozenset({"cộng tác_Viên", "biên tập_Viên", "báo cáo_Viên"})
)
_CONSTITUTION = Lazy(r"(?<![\w])(hiến pháp)(?= năm \d{4})", needs=("hiến pháp",))
_STEMS, _BRANCHES = (
    "giáp ất bính đinh mậu kỷ canh tân nhâm quý",
    "tý tí sửu dần mão thìn tỵ tị ngọ mùi thân dậu tuất hợi",
)
_LUNAR = Lazy(
    rf"\b(?:[Tt]ết|[Xx]uân|[Nn]ăm) ((?:{_STEMS.replace(' ', '|')}) (?:{_BRANCHES.replace(' ', '|')}))\b",
    re.IGNORECASE,
)
# What "nhân dân" does in a bulletin of the Party, where it is the people as a whole.
_THE_PEOPLE = Lazy(
    r"(?<![\w])(?:trong đó|do|được|và|của|với|cho|cùng|vận động|huy động|cán bộ và|tầng lớp) (nhân dân)"
    r"(?= (?:đóng góp|hiến|tự nguyện|ủng hộ|đồng tình|đồng thuận|góp|hưởng ứng|các dân tộc|trong (?:xã|huyện|tỉnh)))",
    needs=("nhân dân",),
)
_TITLE = Lazy(
    r"(?<=[^\W\d_])(?:, | [-–] )(bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|chánh văn phòng|phó chánh văn phòng|"
    r"phó bí thư|bí thư|phó chủ tịch|chủ tịch|phó trưởng ban|trưởng ban)"
    r"(?= (?:Sở|Bộ|Tỉnh|Huyện|Thành|Đảng|Ủy ban|UBND|HĐND|Hội|Ban|Văn phòng|Trung tâm|Bệnh viện|Công an) ?)",
    needs=("bộ trưởng", "thứ trưởng", "giám đốc", "chánh văn", "bí thư", "chủ tịch", "trưởng ban"),
)
_SMALL_START = Lazy(rf"([^\W\d_]{{2,}})[.!?] ([{LOWER}][^\W\d_]*)")
_SHORTENED = word_set("tp ths ts tx tt bs ks gs pgs vv st nxb đc tr")
_FIRST_SMALL = Lazy(rf"([{LOWER}][^\W\d_]+) [^\W\d_]")
# The second syllable of these begins no name of a body.
_WITHIN = frozenset(
    (
        *(
            "cán bộ",
            "nội bộ",
            "toàn bộ",
            "cục bộ",
            "chi bộ",
            "tiến bộ",
            "đảng bộ",
            "cơ sở",
            "trụ sở",
            "công sở",
        ),
        *("xã hội", "đại hội", "cơ hội", "quốc hội", "chi hội", "lễ hội", "dạ hội", "phân hội", "bộ đội"),
        *("quân đội", "phụ nữ", "thân nhân"),
    )
)
_FIRST_WORD = Lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GOES_ON = Lazy(r"[\w/@-]")
_NOT_BEFORE = Lazy(r"[\w/@.-]")
_OTHER_PARTY = Lazy(" (?:viên|bộ|ủy|uỷ|phí|phái)")


_ELECTED = Lazy(r"(?:đại biểu|bầu cử) $")
_BY_ONE = Lazy(r"(?:của|Chủ tịch|Bí thư|Giám đốc|Trưởng) $")
_BY = Lazy(r"(?:của|do|theo|tại|với|trình|chủ tịch|Chủ tịch) $")
_PLACE = Lazy(r" (?:tỉnh|thành phố|huyện|thị xã|xã|phường)(?=[,.;)]| (?:đã|vừa|ban hành|về|là|trình)\b)")


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
    before = ""
    for word in one.words:
        start = word.start - one.start
        within = f"{before} {word.text}".lower() in _WITHIN
        before = word.text
        if within:
            continue
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
            and not _one_body(text, *span)
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
        if was[1:] == form[1:] and form.startswith("Ủy viên") and _common(text, span[0]):
            continue  # "mỗi ủy viên Ban Thường vụ"
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
    yield from filter(None, _others(one))
    for hit in _DIRECTION.finditer(text):
        made = _finding(
            one, "region", hit.span(), " ".join(word.capitalize() for word in hit.group().split(" "))
        )
        if made:
            yield made


def _others(one: Paragraph) -> Iterator[Finding | None]:
    """Yield ranks of awards, titles beside a name and its body, and sentences that begin small."""
    text = one.text
    for hit in _RANK.finditer(text):
        if hit.group(1) != "hạng" or hit.group(2)[0].islower():
            yield _finding(one, "award", (hit.start(1), hit.end(2)), f"hạng {hit.group(2).capitalize()}")
    for hit in _WEEKDAY.finditer(text):
        yield _finding(one, "weekday", hit.span(2), hit.group(2).capitalize())
    if _CAPITAL_WEEKDAY.search(text) and not _COUNTED.search(text):
        for hit in _SMALL_WEEKDAY.finditer(text):
            yield _finding(one, "weekday", hit.span(2), hit.group(2).capitalize())
    for pattern, rule in ((_MONTH, "holiday"), (_ARTICLE, "article"), (_LAW, "law")):
        for hit in pattern.finditer(text):
            if pattern is not _LAW or hit.group(1) not in _NO_LAW:
                yield _finding(one, rule, hit.span(1), hit.group(1).capitalize())
    for hit in _SECOND.finditer(text):
        if f"{hit.group(1).lower()}_{hit.group(2)}" in _RIGHT_SECOND:
            yield _finding(one, "title", hit.span(2), hit.group(2).lower())
    for hit in _CONSTITUTION.finditer(text):
        yield _finding(one, "law", hit.span(1), "Hiến pháp")
    for hit in _AWARD.finditer(text):
        yield _finding(one, "award", hit.span(2), hit.group(2).lower())
    for hit in _LUNAR.finditer(text):
        right = " ".join(map(str.capitalize, hit.group(1).split(" ")))
        yield _finding(one, "holiday", hit.span(1), right)
    for hit in _THE_PEOPLE.finditer(text):
        made = _finding(one, "people", hit.span(1), "Nhân dân")
        yield replace(made, severity=Severity.HINT) if made else None  # many write it small
    for hit in _TITLE.finditer(text):
        yield _finding(one, "title", hit.span(1), hit.group(1)[:1].upper() + hit.group(1)[1:])
    for hit in _SMALL_START.finditer(text):
        if hit.group(1).lower() not in _SHORTENED and not text.startswith(")", hit.end()):
            yield _finding(one, "sentence", hit.span(2), hit.group(2).capitalize())
    first = _FIRST_SMALL.match(text)
    if first and len(one.words) > 10 and text.rstrip().endswith((".", ".”")):
        yield _finding(one, "sentence", first.span(1), first.group(1).capitalize())


def _named(text: str, end: int) -> bool:
    """Return whether a name follows: "hội nhà báo Tỉnh", "huyện ủy Bình Lâm"."""
    return bool(re.match(rf" [^\W\d_{LOWER}]", text[end : end + 2]))


def _common(text: str, at: int) -> bool:
    """Return whether small letters name no one body here: "các hội nông dân", "mười ủy ban nhân dân"."""
    return bool(re.search(r"(?:các|những|mỗi|từng|nhiều|một|\d+|hai|ba) $", text[max(0, at - 8) : at]))


def _one_body(text: str, start: int, end: int) -> bool:
    """Return whether the council or committee of one place is meant: "báo cáo của ủy ban nhân dân tỉnh"."""
    if not text[start:end].lower().endswith("nhân dân"):
        return bool(_BY_ONE.search(text[:start]) and _PLACE.match(text, end))
    if _ELECTED.search(text[:start]):
        return True
    return bool(_BY.search(text[:start]) and _PLACE.match(text, end))


def _headed(text: str, at: int) -> bool:
    """Return whether "trưởng", "phó" or the like stands before: "Trưởng ban Tuyên giáo" keeps its small ban."""
    return text[:at].lower().endswith(("trưởng ", "phó ", "chánh ", "chi "))


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(" “\"'(‘-–•*\u00a0")
    return not before or before[-1] in ".!?:…" or text[:at].endswith(("“", '"'))
