"""Names of people: one person spelt in two ways, and a small letter within a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.register import Register
from desk.proofing.syllable import key, parts, untoned
from desk.proofing.word_lists import LOWER, word_set
from desk.text.vietnamese import bare

_TITLES = (
    r"(?<!\w)(?:đồng chí|Đồng chí|ông|Ông|bà|Bà|anh|Anh|chị|Chị|em|Em|cô|Cô|thầy|Thầy|cụ|Cụ|bác|Bác|chú|"
    r"Chú|bác sĩ|Bác sĩ|y sĩ|"
    r"thầy giáo|Thầy giáo|cô giáo|Cô giáo|già làng|Già làng|(?:[Tt]hiếu|[Tt]rung|[Tt]hượng|[Đđ]ại) (?:úy|tá|tướng)|"
    r"(?:[Hh]ạ|[Tt]rung|[Tt]hượng) sĩ|[Bb]inh (?:nhất|nhì)|"
    r"tác giả|nhà báo|nghệ nhân)"
)
_BIG = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_CAP = rf"[{_BIG}](?:['’][{_BIG}])?[^\W\d_]*"
_TITLED = Lazy(rf"{_TITLES} (?=[{_BIG}])")
# What follows a title.
_NAMED = Lazy(rf"((?:{_CAP})(?: {_CAP}){{0,4}})")
_FULL = Lazy(rf"(?<![\w'])({_CAP}(?: {_CAP}){{1,4}})")
_SMALL = Lazy(rf"({_CAP}) ([{LOWER}]+) ({_CAP})")
_THIRD = Lazy(rf"({_CAP}) {_CAP} ([{LOWER}]+)(?=[,;.)])")
_NEW = Lazy(
    r", (?:là )?(?:(?:em|anh|chị|con|cháu|vợ|chồng|bố|mẹ|cha|bà|ông|cô|chú|bác)\b|\d{1,2} tuổi|sinh năm)"
)
_PLACE = Lazy(
    rf"(?:xã|thôn|bản|buôn|làng|xóm|huyện|phường|thị trấn|tổ dân phố|Chi bộ|chi bộ) ((?:{_CAP})(?: {_CAP}){{1,3}})"
)
_LAST = Lazy(rf"(?:{_CAP}) (Văn|Thị|Mí|A|Bá|Seo|Đức|Hữu|Xuân|Ngọc|Minh|Quang|Đình) ([{LOWER}]+)")
_MIDDLE = word_set(
    "văn thị seo a mí bá đức hữu xuân ngọc minh quang đình thanh hồng công duy quốc trọng mạnh hải kim"
)
_SURNAMES = word_set(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh lâm trịnh mai "
    "tô hà tạ tống cao châu "
    "lương lưu vương triệu đàm đoàn kiều quách thái tăng từ ninh thân trương nông lò lường quàng "
    "cầm tòng vàng giàng sùng "
    "vừ thào hờ mùa ly lù chảo tẩn phùn bế ma vi la hứa mã cù lại lô vy cà bạc hạng cư chu mạc "
    "khổng doãn đồng bàn lục "
    "mông chẩu hoàng xồng tráng phàn tẩn sìn"
)
_NOT_GIVEN = word_set(
    "Hồ Đảng Bác Tổng Trưởng Phó Bí Chủ Giám Ủy Đại Thường Ban Huyện Tỉnh Văn Thành Chi Thị Xã"
)
# People of whom a bulletin writes every year, so that one spelling of them is right.
_FAMOUS = ("Hoàng Văn Thụ", "Nguyễn Ái Quốc", "Trần Phú", "Lê Hồng Phong", "Nguyễn Văn Cừ", "Trường Chinh", "Lê Duẩn",
           "Phạm Văn Đồng", "Võ Nguyên Giáp", "Nguyễn Thị Minh Khai", "Nguyễn Phú Trọng", "Tô Hiệu", "Võ Thị Sáu",
           "Nguyễn Văn Linh", "Phạm Minh Chính", "Lý Tự Trọng", "Tôn Đức Thắng", "Nguyễn Viết Xuân",
           "Phan Đình Giót", "Nguyễn Lương Bằng", "Hà Huy Tập", "Kim Đồng", "Lương Khánh Thiện")  # fmt: skip


class Name(NamedTuple):
    """A name in the text; `alone` when it is a given name after ông, chị and the like."""

    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    titled: bool
    new: bool = False  # told who it is: ", em họ của …", ", 29 tuổi"

    def moved(self, by: int) -> Name:
        """Return the name that many letters further on."""
        sentence = (self.sentence[0] + by, self.sentence[1] + by)
        return Name(self.start + by, self.end + by, self.text, sentence, self.titled, self.new)


def names(one: Paragraph) -> list[Name]:
    """Return the names of people in a paragraph: after a title, or beginning with a surname."""
    found: dict[tuple[int, int], Name] = {}
    if not one.capitals:
        for titled, hits in ((True, _after_titles(one, _NAMED)), (False, _FULL.finditer(one.text))):
            for hit in hits:
                start, text = hit.start(1), hit.group(1)
                words = text.split(" ")
                while not titled and len(words) > 2 and words[0].lower() not in _SURNAMES:
                    start += len(words[0]) + 1  # "Rồi Giàng A Sình"
                    words = words[1:]
                text = " ".join(words)
                if not titled and not (1 < len(words) <= 4 and words[0].lower() in _SURNAMES):
                    continue
                if words[0] in _NOT_GIVEN and (
                    len(words) < 2 or words[1] in _NOT_GIVEN or words[0] not in ("Hồ", "Văn", "Thành")
                ):
                    continue
                span = (one.start + start, one.start + start + len(text))
                if not any(low <= span[0] < high for low, high in found):
                    new = bool(_NEW.match(one.text, start + len(text)))
                    found[span] = Name(*span, text, _sentence(one, start), titled, new)
    return list(found.values())


def _after_titles(one: Paragraph, pattern: Lazy) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds right after ông, đồng chí and the like."""
    for title in _TITLED.finditer(one.text):
        hit = pattern.match(one.text, title.end())
        if hit:
            yield hit


def _sentence(one: Paragraph, at: int) -> tuple[int, int]:
    start = max(one.text.rfind(". ", 0, at), one.text.rfind("! ", 0, at), 0)
    end = one.text.find(". ", at)
    return one.start + start, one.start + (end if end >= 0 else len(one.text))


def syllables(called: Iterable[Name]) -> frozenset[str]:
    """Return the words of names, which spelling leaves alone."""
    return frozenset(word for it in called for word in it.text.split(" "))


def alike(first: str, second: str) -> bool:
    """Return whether two words of names may be one written wrong: other marks, s for x, tr for ch, one letter."""
    if first == second:
        return False
    low, other = first.lower(), second.lower()
    if key(low) == key(other):
        return False  # Thủy, Thuỷ
    if bare(low) == bare(other):
        return True
    here, there = parts(untoned(low)[0]), parts(untoned(other)[0])
    if here and there and here[1] == there[1] and untoned(low)[1] == untoned(other)[1]:
        return {here[0], there[0]} in (
            {"s", "x"},
            {"tr", "ch"},
            {"l", "n"},
            {"d", "gi"},
            {"d", "r"},
            {"gi", "r"},
            {"b", "p"},
        )
    return "'" in first and "'" in second and first[:3] == second[:3] and abs(len(first) - len(second)) == 1


def places(one: Paragraph) -> list[Name]:
    """Return the names of places in a paragraph, of two words or more."""
    found: list[Name] = []
    if not one.capitals:
        for hit in _PLACE.finditer(one.text):
            start = one.start + hit.start(1)
            found.append(
                Name(start, start + len(hit.group(1)), hit.group(1), _sentence(one, hit.start(1)), False)
            )
    return found


def find_places(named: Sequence[Name], pairs: Sequence[Name]) -> list[Finding]:
    """Return the names of places that the text spells otherwise elsewhere, and oftener.

    `pairs` are its words with capitals, two by two: a place may be named without its kind.
    """
    found: list[Finding] = []
    known = {tuple(it.text.split(" ")) for it in named if it.text.count(" ") == 1}
    spots = {it.start for it in named}
    near = {
        it.text
        for it in pairs
        if (words := tuple(it.text.split(" "))) in known or any(_differ([*words], [*one]) for one in known)
    }
    every = [*named, *(it for it in pairs if it.text in near and it.start not in spots)]
    full = Counter(it.text for it in every)
    for it in every:
        right = _other(it, full, every, [])
        if right:
            message = f"Ở chỗ khác viết “{right}”."
            found.append(Finding("people.place", Severity.LOOK, it.start, it.end, it.text, message, (right,)))
    return found


def pairs(one: Paragraph) -> tuple[Name, ...]:
    """Return the words with capitals of a paragraph, two by two, that begin no sentence."""
    if one.capitals:
        return ()
    found = []
    for first, second in pairwise(one.words):
        large = first.text[0].isupper() and second.text[0].isupper() and first.run == second.run
        if large and not first.first and not first.text.isupper():
            text = f"{first.text} {second.text}"
            found.append(Name(first.start, second.end, text, _sentence(one, first.start - one.start), False))
    return tuple(found)


def find(all_names: Sequence[Name], register: Register) -> list[Finding]:
    """Return names that another spelling of the same text, or of the register, contradicts."""
    found: list[Finding] = []
    full = Counter(it.text for it in all_names if " " in it.text)
    sure = [name for name in (*register.people, *_FAMOUS) if " " in name]
    for it in all_names:
        right = _other(it, full, all_names, sure) if " " in it.text else _given(it, full)
        if right and right != it.text:
            mine, theirs = it.text.split(" "), right.split(" ")
            at = next((index for index, word in enumerate(mine) if word != theirs[index]), 0)
            start = it.start + sum(len(word) + 1 for word in mine[:at])
            message = f"Ở chỗ khác viết “{right}”." if right in full else f"Tên đúng là “{right}”."
            found.append(
                Finding(
                    "people.spelling",
                    Severity.LOOK,
                    start,
                    start + len(mine[at]),
                    mine[at],
                    message,
                    (theirs[at],),
                )
            )
    return found


def _other(it: Name, full: Counter[str], every: Sequence[Name], sure: list[str]) -> str:
    mine = it.text.split(" ")
    for name in sure:
        if len(name.split(" ")) == len(mine) and _differ(mine, name.split(" ")) and it.text not in sure:
            return name
    for name, count in full.items():
        theirs = name.split(" ")
        if len(theirs) != len(mine) or count < full[it.text]:
            continue
        if not _differ(mine, theirs) and not (count > 1 == full[it.text] and _a_vowel_off(mine, theirs)):
            continue
        others = [one for one in every if one.text == name]
        if any(one.sentence == it.sentence for one in others):
            continue  # told apart on purpose
        if it.new and any(one.start < it.start for one in others):
            continue  # somebody else
        if count == full[it.text] and min(one.start for one in others) > it.start:
            continue
        return name
    return ""


def _differ(mine: list[str], theirs: list[str]) -> bool:
    other = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(other) != 1:
        return False
    return alike(*other[0]) or (len(mine) > 2 and _same_but_its_end(*other[0]))


def _same_but_its_end(first: str, second: str) -> bool:
    """Return whether two words differ in their final consonant alone: Lộc, Lộp."""
    here, there = (untoned(word.lower()) for word in (first, second))
    return here[1] == there[1] and here[0].rstrip("cghmnpt") == there[0].rstrip("cghmnpt") != here[0]


def _a_vowel_off(mine: list[str], theirs: list[str]) -> bool:
    """Return whether the last of three words has another vowel alone: Xiến, Xuyến."""
    if len(mine) < 3 or mine[:-1] != theirs[:-1]:
        return False
    here, there = untoned(mine[-1].lower()), untoned(theirs[-1].lower())
    first, second = parts(here[0]), parts(there[0])
    if not first or not second or first[0] != second[0] or here[1] != there[1]:
        return False
    short, long = sorted((bare(first[1]).replace("y", "i"), bare(second[1]).replace("y", "i")), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _given(it: Name, full: Counter[str]) -> str:
    if not it.titled:
        return ""
    lasts = {name.split(" ")[-1] for name in full}
    firsts = {word for name in full for word in name.split(" ")}
    if it.text in firsts:
        return ""
    near = [last for last in lasts if alike(it.text, last) or _same_but_its_end(it.text, last)]
    return near[0] if len(near) == 1 else ""


def cases(one: Paragraph) -> Iterator[Finding]:
    """Yield the words of names in a paragraph that lack their capital."""
    for hit in _SMALL_MIDDLE.finditer(one.text):  # without a title: "Bí thư Chi bộ Nông văn Sính"
        if hit.group(1).lower() in _SURNAMES and not any(
            it.end() == hit.start() for it in _TITLED.finditer(one.text, 0, hit.start())
        ):
            start, end = one.start + hit.start(2), one.start + hit.end(2)
            message, source = "Tên người viết hoa mọi âm tiết.", "Nghị định 30/2020/NĐ-CP, phụ lục II"
            large = (hit.group(2).capitalize(),)
            yield Finding("people.case", Severity.WRONG, start, end, hit.group(2), message, large, source)
    for pattern, group in ((_SMALL, 2), (_LAST, 2), (_THIRD, 2)):
        for hit in _after_titles(one, pattern):
            word = hit.group(group)
            named = hit.group(1).lower() in _SURNAMES
            if pattern is _SMALL and word not in _MIDDLE and (not named or word in _AFTER_NAMES):
                continue
            if pattern is _THIRD and (
                not named
                or word in _AFTER_NAMES
                or key(word) in _AFTER_KEYS
                or parts(untoned(word)[0]) is None
            ):
                continue
            if pattern is _LAST and (parts(untoned(word)[0]) is None or word in _AFTER_NAMES):
                continue
            start, end = one.start + hit.start(group), one.start + hit.end(group)
            right = word[:1].upper() + word[1:]
            message = "Tên người viết hoa mọi âm tiết."
            source = "Nghị định 30/2020/NĐ-CP, phụ lục II"
            found = Finding("people.case", Severity.WRONG, start, end, word, message, (right,), source)
            yield found


_SMALL_MIDDLE = Lazy(rf"(?<![\w'])({_CAP}) (văn|thị) ({_CAP})(?![\w'])", needs=(" văn ", " thị "))
# What follows a name of two words, so that its second is not a middle name: "anh Nguyễn Văn là …".
_AFTER_NAMES = word_set(
    "là ở và đã có cho nói kể bảo với thì của sẽ đang cũng vẫn được làm chia thôn bản xã về từ "
    "trong năm hiện nay mới vừa "
    "cùng dự chủ trì nêu hỏi đáp viết đọc hát múa thăm gặp nhận trao tặng sinh mất ngã bị cười khóc buồn vui "
    "tại ra vào đến đi lại khi cùng như nhờ để tham xúc nhớ bày phát"
)
_AFTER_KEYS = frozenset(map(key, _AFTER_NAMES))
