"""A person told of again: another rank, a pronoun of the other sex, an age, a given name at a sentence's start."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.people import Name, alike
from desk.proofing.reading import Paragraph
from desk.proofing.word_lists import LOWER, word_set

_RANKS = r"(?:Thiếu|Trung|Thượng|Đại) (?:úy|uý|tá|tướng)|Chuẩn úy|Binh nhất|Binh nhì|Hạ sĩ|Trung sĩ|Thượng sĩ"
_RANK = Lazy(
    rf"(?<!\w)({_RANKS})(?: (?:QNCN|công an|bác sĩ|CN))? $",
    re.IGNORECASE,
    needs=("úy ", "uý ", "tá ", "tướng ", "nhất ", "nhì ", "sĩ "),
)
_RAISED = Lazy(
    r"\b(?:phong|thăng|thăng hàm|thăng quân hàm|quân hàm|cấp hàm|nguyên|khi đó|lúc đó|hồi đó|nay là)\b"
)
# Pronouns of one age, men's against women's.
_OTHER = {"anh": "chị", "chị": "anh", "ông": "bà", "bà": "ông"}
_MEN, _WOMEN = frozenset({"anh", "ông", "thầy", "chú"}), frozenset({"chị", "bà", "cô"})
_TITLE = Lazy(r"(?<!\w)(anh|chị|ông|bà|cụ|cô|thầy|chú|bác)(?: (?:ông|bà|giáo))? $", re.IGNORECASE)
# A pronoun that is all of a clause's subject, with what it does.
_SUBJECT = Lazy(
    rf"(?:(?<=[,;.!?”] )|(?<=^)|(?<=\d phút )|(?<=\d giờ )|(?<= của )|(?<= cho ))(anh|chị|ông|bà|Anh|Chị|Ông|Bà)"
    rf"(?: |(?=[,.;]))(?=([{LOWER}]*))",
    needs=("anh", "chị", "ông", "bà", "Anh", "Chị", "Ông", "Bà"),
)
_NO_SUBJECT = word_set(
    "em chị bà ông cả hai ba con nội ngoại ấy hùng nuôi ruột dâu rể họ hàng cha mẹ mụ lão xã trai gái cháu nào ta"
)
# Who else may be meant by the pronoun of a man, of a woman, and by either.
_KIN = {
    "nam": Lazy(r"\b(?:chồng|bố|cha|con trai|em trai|anh trai|người yêu|hai người|bạn|anh em|đôi|hai anh)\b"),
    "nữ": Lazy(r"\b(?:vợ|mẹ|con gái|em gái|chị gái|người yêu|hai người|bạn|chị em|đôi|hai chị)\b"),
}
_COUPLE = Lazy(r"(?:vợ chồng|hai|đôi)(?: \w+)? $|và \w+ $", re.IGNORECASE)
_NAMED = {"chị": "phụ nữ", "bà": "phụ nữ", "anh": "đàn ông", "ông": "đàn ông"}
_QUOTED = Lazy(r"“[^”]*”?")
_SAYS = (
    "nói|kể|bảo|cười|cho biết|tâm sự|chia sẻ|đáp|hỏi|nhớ lại|khẳng định|bộc bạch|thổ lộ|tâm niệm|giải thích|"
    "trả lời"
)
_BIG = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_ALONE = Lazy(
    rf"(?:(?<=[.!?”] )|(?<=^))([{_BIG}][{LOWER}]+) (?=(?:{_SAYS})\b)",
    needs=(
        " nói",
        " kể",
        " bảo",
        " cười",
        " cho biết",
        " tâm sự",
        " chia sẻ",
        " đáp",
        " hỏi",
        " nhớ lại",
        " khẳng định",
        " bộc bạch",
        " thổ lộ",
        " tâm niệm",
        " giải thích",
        " trả lời",
    ),
)
_THEN = Lazy(
    r"\b(?:khi đó|khi ấy|lúc đó|lúc ấy|năm ấy|năm đó|hồi đó|hồi ấy|bấy giờ)(?: \w+)? (?:mới |đã )?(\d{1,2}) tuổi",
    needs=("khi đó", "khi ấy", "lúc đó", "lúc ấy", "năm ấy", "năm đó", "hồi đó", "hồi ấy", "bấy giờ"),
)
_NOW = Lazy(
    r"\b(?:[Nn]ăm nay|[Nn]ay|[Gg]iờ|hiện)(?: đã)?(?: (?:cụ|ông|bà|anh|chị|đồng chí))?(?: đã| tròn| vừa)? "
    r"(\d{1,3}) tuổi",
    needs=(" tuổi",),
)
_YEAR = Lazy(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])|(?<=/)(?:19|20)\d\d(?!\d)")


def find(every: Sequence[Paragraph], names: Sequence[Name]) -> list[Finding]:
    """Return what contradicts what a text told of a person before."""
    return [
        *_ranks(every, names),
        *_titles(every, names),
        *_pronouns(every, names),
        *_given(every, names),
        *_alone(every, names),
    ]


def _finding(rule: str, start: int, text: str, message: str, *right: str) -> Finding:
    return Finding(f"people.{rule}", Severity.LOOK, start, start + len(text), text, message, right)


def _before(every: Sequence[Paragraph], name: Name) -> str:
    one = next((it for it in every if it.start <= name.start < it.end), None)
    return one.text[max(0, name.start - one.start - 40) : name.start - one.start] if one else ""


def _ranks(every: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Finding]:
    """Yield the ranks that differ from that of the same name above, where nobody was raised."""
    told: dict[str, str] = {}
    fulls = [it.text for it in names if " " in it.text]
    for it in sorted(names, key=lambda it: it.start):
        before = _before(every, it)
        hit = _RANK.search(before)
        if hit is None:
            continue
        full = it.text
        if " " not in full:
            whose = {name for name in fulls if name.split(" ")[-1] == full}
            if len(whose) != 1:
                continue
            full = whose.pop()
        rank = hit.group(1)
        was = told.setdefault(full, rank)
        if was.lower().replace("uý", "úy") != rank.lower().replace("uý", "úy") and not _RAISED.search(before):
            start = it.start - (len(before) - hit.start(1))
            yield _finding("rank", start, rank, f"Ở trên viết {full} là {was}.", was)


def _titles(every: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Finding]:
    """Yield the ông or anh before a name with Thị in its midst, the bà or chị before one with Văn."""
    for it in names:
        before = _before(every, it)
        hit = _TITLE.search(before)
        midst = it.text.split(" ")[1:-1]
        if hit is None or ("Thị" in midst) == ("Văn" in midst):
            continue
        title = hit.group(1).lower()
        if title not in _OTHER or (title in _MEN) != ("Thị" in midst) or _COUPLE.search(before):
            continue
        right = _OTHER[title]
        right = right.capitalize() if hit.group(1)[0].isupper() else right
        start = it.start - (len(before) - hit.start(1))
        yield _finding("pronoun", start, hit.group(1), f"{it.text} là tên {_NAMED[right.lower()]}.", right)


def _sex(title: str, name: str) -> str:
    words = name.split(" ")
    if title in _MEN or (title not in _WOMEN and "Văn" in words[1:-1]):
        return "nam"
    if title in _WOMEN or "Thị" in words[1:-1]:
        return "nữ"
    return ""


def _pronouns(every: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Finding]:
    """Yield "anh" where a paragraph tells of one woman alone, and so on; nobody of the text is called so by name."""
    called: dict[int, tuple[str, str]] = {}
    for it in names:
        hit = _TITLE.search(_before(every, it))
        title = hit.group(1).lower() if hit else ""
        called[it.start] = (title, _sex(title, it.text))
    titles = {title for title, _ in called.values()}
    for one in every:
        here = [it for it in names if one.start <= it.start < one.end]
        if not here:
            continue
        plain = _QUOTED.sub(lambda hit: "“" + " " * (len(hit.group()) - 2) + "”", one.text)
        for hit in _SUBJECT.finditer(plain):
            pronoun = hit.group(1).lower()
            before = [it for it in here if it.end <= one.start + hit.start()]
            kinds = {called[it.start][1] for it in before}
            sex = kinds.pop() if len(kinds) == 1 else ""
            other = "nữ" if pronoun in _WOMEN else "nam"
            if not sex or other == sex or pronoun in titles or hit.group(2) in _NO_SUBJECT:
                continue
            mine = {called[it.start][0] for it in before}
            right = "cụ" if "cụ" in mine else _OTHER[pronoun]
            if right not in mine or _KIN[other].search(plain, 0, hit.start()):
                continue
            right = right.capitalize() if hit.group(1)[0].isupper() else right
            message = f"Ở đây kể về {before[0].text}."
            yield _finding("pronoun", one.start + hit.start(1), hit.group(1), message, right)


def _given(every: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Finding]:
    """Yield the given name that begins a sentence and is spelt otherwise where the whole name stands."""
    lasts = {it.text.split(" ")[-1] for it in names if " " in it.text}
    words = {word for it in names for word in it.text.split(" ")}
    for one in every if lasts else ():
        for hit in _ALONE.finditer(one.text):
            word = hit.group(1)
            near = [last for last in lasts if word not in words and alike(word, last)]
            if len(near) == 1:
                message = f"Ở chỗ khác viết “{near[0]}”."
                yield _finding("spelling", one.start + hit.start(1), word, message, near[0])


def _alone(every: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Finding]:
    """Yield a given name after a title that is a letter off from another told of oftener: ông K'Brềnh, ông K'Brềm."""
    single = [it for it in names if " " not in it.text and it.titled]
    often = Counter(it.text for it in single)
    whole = {word for it in names if " " in it.text for word in it.text.split(" ")}
    for it in single:
        title = _titled(every, it)
        near = [
            name
            for name, times in often.items()
            if times > often[it.text]
            and it.text not in whole
            and alike(it.text, name)
            and not any(other.text == name and other.sentence == it.sentence for other in single)
            and title in {_titled(every, other) for other in single if other.text == name}
        ]
        if len(near) == 1:
            yield _finding("spelling", it.start, it.text, f"Ở chỗ khác viết “{near[0]}”.", near[0])


def _titled(every: Sequence[Paragraph], it: Name) -> str:
    """Return the last word of the title before a name, in small letters."""
    return _before(every, it).rstrip().rpartition(" ")[2].lower()


def ages(one: Paragraph, today: dt.date | None) -> Iterator[Finding]:
    """Yield the age of now that the age of a year long ago does not make."""
    then, now = _THEN.search(one.text), _NOW.search(one.text)
    if today is None or then is None or now is None or then.start() > now.start():
        return
    years = _YEAR.findall(one.text[: then.start()])
    if not years:
        return
    right = today.year - int(years[-1]) + int(then.group(1))
    if abs(int(now.group(1)) - right) > 1:
        message = f"Năm {years[-1]} {then.group(1)} tuổi thì năm nay {right} tuổi."
        yield _finding("age", one.start + now.start(1), now.group(1), message, str(right))
