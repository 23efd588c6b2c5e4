"""Figures that contradict each other within a sentence or two: sums, shares above the whole, products, directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.word_lists import word_set

_DIGIT = Lazy(r"\d")
_NUMBER = Lazy(r"(?<![\w./,-])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(?![\w/]|-[A-ZĐ]|\.\d|,\d)")
_UNIT = Lazy(r" ?(%|(?:nghìn|triệu|tỷ|tỉ) (?:đồng|USD|người|tấn)|[^\W\d_]+)(?: ([^\W\d_]+))?")
_PERCENT = Lazy(r"(?<![\d,.])(\d{3,4}(?:,\d+)?)\s?%", needs=("%",))
_MAY_EXCEED = Lazy(
    r"(?:bằng|đạt|tăng|vượt|gấp|lên tới|ước đạt|hoàn thành|tương đương)[^.;:]{0,60}$", re.IGNORECASE
)
_OF_PEOPLE = Lazy(
    r"[Tt][ỷỉ] lệ (?:cử tri|hộ|học sinh|người|đảng viên|dân|trẻ|phụ nữ|đại biểu|phiếu|hội viên|"
    r"đoàn viên|cán bộ)\b[^.;:]*$"
)
_OF_A_PLAN = Lazy(
    r"^\s*(?:kế hoạch|dự toán|chỉ tiêu|so với|so cùng kỳ|cùng kỳ|mục tiêu|nghị quyết|KH\b|công suất|định mức)"
)
_SHARE = Lazy(
    r"(?<![\d.,/-])(\d{1,6})(/| trong số | trong tổng số )(\d{1,6})(?= [^\W\d_])(?!/)",
    needs=("/", "trong số", "trong tổng số"),
)
_TREND = Lazy(
    r"\b(tăng|nâng|giảm|hạ)(?: [^\W\d_]+){0,4}? từ (\d[\d.]*(?:,\d+)?)( ?%| [^\W\d_]+(?: "
    r"đồng)?)?[^.;\d]{0,25}? "
    r"(lên|xuống|còn)(?: còn)? (\d[\d.]*(?:,\d+)?)( ?%| [^\W\d_]+(?: đồng)?)?",
    needs=(" lên ", " xuống ", " còn "),
)
_PARTS = Lazy(r"trong đó|[Tt]rong số đó|Trong đó|gồm|bao gồm|: |cho thấy|, thì |có liên quan")
# Parts that cut across each other: women, people of small peoples, the young.
_CROSSING = Lazy(
    r"còn lại|\bnữ\b(?!.*\bnam\b)|dân tộc thiểu số|(?:dưới|trên) \d+ tuổi|chưa từng|theo đạo|"
    r"đảng viên\b(?!.*quần chúng)"
)
_CHANGED = Lazy(r"(?:tăng|giảm|hơn|thêm|vượt)(?: thêm| gần)? $")
_BOTH = Lazy(r"\bnam\b[^.]*\bnữ\b", needs=("nam",))
_AMONG = Lazy(r"(?:^|[.“] ?)Trong (?:số |tổng số )?\d[^,;.]*,", needs=("Trong ",))

_EACH = Lazy(
    r"(?:cho|được|mua|trao|tặng) (\d{1,5}) ([^\W\d_]+)(?: [^\W\d_]+){0,3}, (?:trị giá )?mỗi \2(?: trị giá)? "
    r"(\d[\d.]*(?:,\d+)?) ?(nghìn|triệu|tỷ)? ?(?:đồng)?",
    needs=(", mỗi ", ", trị giá mỗi "),
)
_TOTALLED = Lazy(
    r"(?<![\w.,/])(\d[\d.]*) ([^\W\d_]+)[^.;:\d]{0,60}?,? (?:mỗi|trị giá mỗi) (?:\2|[^\W\d_]+)(?: trị giá)? "
    r"(\d[\d.]*(?:,\d+)?) ?(nghìn|triệu|tỷ)? ?đồng,? (?:với )?tổng (?:trị giá|số tiền|giá trị|kinh "
    r"phí|cộng)(?: là| hơn)? "
    r"(\d[\d.]*(?:,\d+)?) ?(nghìn|triệu|tỷ)? ?đồng",
    needs=(" tổng ",),
)
_MONEY = Lazy(r"(\d[\d.]*(?:,\d+)?) ?(?:(nghìn|triệu|tỷ) )?đồng")
_SCALE = {None: 1, "": 1, "nghìn": 1000, "triệu": 10**6, "tỷ": 10**9}
_SENTENCE = Lazy(r"(?:[^.!?]|\.(?=\d))+[.!?]?")


class Figure(NamedTuple):
    """A number in a paragraph with the words after it."""

    start: int
    end: int
    value: Fraction
    unit: str
    more: str


def find(one: Paragraph) -> list[Finding]:
    """Return the figures of a paragraph that cannot be right."""
    found: list[Finding] = []
    if _DIGIT.search(one.text):
        found += _percentages(one)
        found += _shares(one)
        found += _trends(one)
        found += _sums(one)
        found += _products(one)
        found += _listed(one)
    return found


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    text = one.text[span[0] : span[1]]
    return Finding(
        f"number.{rule}", Severity.WRONG, one.start + span[0], one.start + span[1], text, message, right
    )


def value(text: str) -> Fraction:
    """Return the number that a text writes with points and a comma."""
    text = text.rstrip(".,")
    return Fraction(text.replace(".", "").replace(",", "."))


def _percentages(one: Paragraph) -> Iterator[Finding]:
    for hit in _PERCENT.finditer(one.text):
        if value(hit.group(1)) <= 100 or _OF_A_PLAN.match(one.text[hit.end() :]):
            continue
        before = one.text[: hit.start()]
        may = _MAY_EXCEED.search(before[-70:])
        if (
            may
            and not re.search(r"(?:độ che phủ|tỷ lệ|tỉ lệ|chiếm|đáp ứng)", may.group())
            and not _OF_PEOPLE.search(before[-90:])
            and not re.match(r"\s*(?:số|tổng số|diện tích|dân số|thôn|bản|hộ|xã|là)\b", one.text[hit.end() :])
        ):
            continue
        yield _finding(one, "percent", hit.span(), "Phần trăm của một tổng không thể quá 100.")


def _shares(one: Paragraph) -> Iterator[Finding]:
    for hit in _SHARE.finditer(one.text):
        part, whole = int(hit.group(1)), int(hit.group(3))
        if part <= whole or whole == 0:
            continue
        before = one.text[: hit.start()]
        if hit.group(2) == "/" and (
            re.search(
                r"(?:ngày|sáng|chiều|tối|đêm|[Nn]gày|hạng|số|[Ss]ố|đợt|Quốc tế|dịp|nhi|lễ|từ|đến|"
                r"khóa|hết|và)\s*$",
                before,
            )
            or (part <= 31 and whole <= 12 and not re.search(r"\b(?:có|đạt|được)\s*$", before))
        ):
            continue
        yield _finding(one, "share", hit.span(), "Phần nhiều hơn toàn thể.")


def _trends(one: Paragraph) -> Iterator[Finding]:
    for hit in _TREND.finditer(one.text):
        first, second = value(hit.group(2).rstrip(".")), value(hit.group(5).rstrip("."))
        up = hit.group(1) in ("tăng", "nâng")
        units = {(hit.group(at) or "").strip() for at in (3, 6)} & {
            "triệu",
            "tỷ",
            "nghìn",
            "triệu đồng",
            "tỷ đồng",
        }
        if (up and first <= second) or (not up and first >= second) or len(units) > 1:
            continue
        if units and (hit.group(3) or "").strip() != (hit.group(6) or "").strip():
            continue  # 800 (nghìn?) against 1,2 triệu
        message = f"Viết “{hit.group(1)}” mà số lại đi ngược."
        if (hit.group(4) == "lên") != up:  # the numbers and "lên" agree
            yield _finding(one, "trend", hit.span(1), message, "tăng" if first < second else "giảm")
            continue
        right = one.text[hit.start(5) : hit.end(5)] + one.text[hit.end(2) : hit.start(5)] + hit.group(2)
        tail = one.text[hit.end(5)] if one.text[hit.end(5) : hit.end(5) + 1] == "%" else ""
        yield _finding(one, "trend", (hit.start(2), hit.end(5) + len(tail)), message, right + tail)


def figures(text: str) -> list[Figure]:
    """Return the numbers of a text with their units."""
    found: list[Figure] = []
    for hit in _NUMBER.finditer(text):
        if re.search(
            r"(?:ngày|tháng|năm|quý|[Ss]ố|khóa|Điều|lớp|tuổi|Tổ|Khu|thứ)\s$", text[: hit.start()][-8:]
        ):
            continue
        unit = _UNIT.match(text, hit.end())
        if unit:
            found.append(
                Figure(hit.start(), hit.end(), value(hit.group()), unit.group(1), unit.group(2) or "")
            )
    return found


_PEOPLE = word_set(
    "người em cháu nam nữ đồng đại hội đảng học cán giáo viên chiến bà ông chị anh cô thầy đoàn dân công bộ "
    "thanh phụ bác kỹ y thành thí tân nông điển cá gương doanh nhà cựu nghệ vận"
)
_GOES_WITH = {
    "đồng": ("chí",),
    "đại": ("biểu",),
    "hội": ("viên",),
    "đảng": ("viên",),
    "học": ("sinh", "viên"),
    "cán": ("bộ",),
    "giáo": ("viên",),
    "chiến": ("sĩ",),
    "đoàn": ("viên",),
    "viên": ("chức",),
    "dân": ("quân",),
    "công": ("an", "nhân", "chức"),
    "bộ": ("đội",),
    "thanh": ("niên",),
    "phụ": ("nữ",),
    "bác": ("sĩ",),
    "kỹ": ("sư",),
    "y": ("sĩ", "tá"),
    "thành": ("viên",),
    "thí": ("sinh",),
    "tân": ("binh",),
    "nông": ("dân",),
    "điển": ("hình",),
    "cá": ("nhân",),
    "doanh": ("nhân",),
    "nhà": ("giáo", "báo", "văn", "khoa"),
    "cựu": ("chiến",),
    "nghệ": ("nhân", "sĩ"),
    "vận": ("động",),
}


def kind(it: Figure) -> str:
    """Return what a figure counts, all people being of one kind."""
    if it.unit in _PEOPLE and (it.unit not in _GOES_WITH or it.more in _GOES_WITH[it.unit]):
        return "người"
    return it.unit


def near(wrong: Fraction, right: Fraction) -> bool:
    """Return whether one number is the other with one digit other, missing, added, or two digits swapped."""
    first, second = str(float(wrong)), str(float(right))
    if len(first) == len(second):
        other = [at for at in range(len(first)) if first[at] != second[at]]
        if len(other) == 1:
            return True
        return len(other) == 2 and [first[at] for at in other] == [second[at] for at in reversed(other)]
    short, long = sorted((first, second), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _sums(one: Paragraph) -> Iterator[Finding]:
    sentences = [hit.span() for hit in _SENTENCE.finditer(one.text)]
    for index, (start, end) in enumerate(sentences):
        said = one.text[start:end]
        yield from _whole_of_percent(one, start, said)
        yield from _among(one, start, said)
        for parts in _PARTS.finditer(said):
            head_from = start
            if index and re.match(r"\s*(?:Trong số đó|Trong đó)", said) and parts.start() < 3:
                head_from = sentences[index - 1][0]
            heads = figures(one.text[head_from : start + parts.start()])
            tail = [
                it
                for it in figures(said[parts.end() :])
                if not _CHANGED.search(said[: parts.end() + it.start])
            ]
            crossing = _CROSSING.search(said[parts.end() :]) and not _BOTH.search(said[parts.end() :])
            if crossing and not parts.group().endswith("gồm"):
                continue
            hit = _contradiction(heads, tail, one.text[head_from : start + parts.start()])
            if hit:
                at, right = hit
                base = start + parts.end()
                yield _finding(
                    one,
                    "sum",
                    (base + at.start, base + at.end),
                    f"Cộng các phần không bằng tổng số: {right}.",
                )
                break


def _among(one: Paragraph, start: int, said: str) -> Iterator[Finding]:
    """Yield the part of "Trong 61 hộ, 48 hộ …; 15 hộ …" that makes the parts more than there are."""
    hit = _AMONG.match(said.lstrip())
    if not hit:
        return
    lead = len(said) - len(said.lstrip())
    heads = figures(said[: lead + hit.end()])
    tail = figures(said[lead + hit.end() :])
    if len(heads) == 1 and len(tail) > 2:
        found = _contradiction(heads, tail, said[: lead + hit.end()])
        if found:
            at, right = found
            base = start + lead + hit.end()
            yield _finding(one, "sum", (base + at.start, base + at.end), f"Cộng các phần: {right}.")


def _contradiction(heads: list[Figure], tail: list[Figure], before: str) -> tuple[Figure, str] | None:
    for head in reversed(heads[-2:]):
        if head.unit == "%" or _CHANGED.search(before[: head.start]):
            continue
        same = [it for it in tail if kind(it) == kind(head)]
        if len(same) < 2 and re.search(r"\b(?:giải|tác phẩm|đề tài|sản phẩm)\b", head.unit + " " + head.more):
            same = [it for it in tail if it.unit == "giải"]
        alike = [it for it in same if it.unit == head.unit]
        if alike and max(it.value for it in alike) > head.value and not re.search(r"triệu|tỷ", head.unit):
            worst = max(alike, key=lambda it: it.value)
            return worst, f"phần {shown(worst.value)} lớn hơn tổng {shown(head.value)}"
        if len(same) < 2:
            continue
        total = sum((it.value for it in same), Fraction(0))
        if total == head.value:
            return None
        for it in same:
            if near(it.value, head.value - (total - it.value)) and head.value > total - it.value:
                return it, f"tổng {shown(head.value)}, các phần {shown(total)}"
        if near(head.value, total):
            return same[-1], f"tổng {shown(head.value)}, các phần {shown(total)}"
    return None


def shown(number: Fraction) -> str:
    """Return a number as the office prints it."""
    whole, rest = divmod(number, 1)
    text = f"{int(whole):,}".replace(",", ".")
    return text + ("," + str(round(float(rest), 3))[2:] if rest else "")


def _whole_of_percent(one: Paragraph, start: int, said: str) -> Iterator[Finding]:
    shares = [it for it in figures(said) if it.unit == "%"]
    both = (
        len(shares) == 2 and said.count(" chiếm ") == 2 and "trong đó" in said and not _CROSSING.search(said)
    )
    if not both and (len(shares) < 3 or not re.search(r"[Cc]ơ cấu|chiếm", said)):
        return
    total = sum((it.value for it in shares), Fraction(0))
    if total == 100 or (both and total < 100):
        return
    for it in reversed(shares) if both else shares:
        if abs(total - 100) < 60 and near(it.value, 100 - (total - it.value)):
            yield _finding(
                one, "sum", (start + it.start, start + it.end), f"Các phần trăm cộng lại là {shown(total)}%."
            )
            return


def _products(one: Paragraph) -> Iterator[Finding]:
    for hit in _TOTALLED.finditer(one.text):
        each = value(hit.group(3)) * _SCALE[hit.group(4)]
        total = value(hit.group(5)) * _SCALE[hit.group(6)]
        made = int(hit.group(1).replace(".", "")) * each
        if made != total and made:
            shows = shown(made / _SCALE[hit.group(6)])
            message = f"{hit.group(1)} × {hit.group(3)} không bằng {hit.group(5)}."
            yield _finding(one, "product", hit.span(5), message, shows)
    for hit in _EACH.finditer(one.text):
        money = list(_MONEY.finditer(one.text[: hit.start()]))
        if not money or re.search(r"[.!?] ", one.text[money[-1].end() : hit.start()]):
            continue
        total = value(money[-1].group(1)) * _SCALE[money[-1].group(2)]
        each = value(hit.group(3)) * _SCALE[hit.group(4)]
        count = int(hit.group(1))
        if each and count * each != total and total % each == 0:
            right = str(int(total / each))
            yield _finding(
                one,
                "product",
                hit.span(1),
                f"{hit.group(1)} × {hit.group(3)} không bằng {money[-1].group()}.",
                right,
            )


def _listed(one: Paragraph) -> Iterator[Finding]:
    """Check "tại 6 đơn vị: A, B, C, D, E và F." against what is listed, when the list has names alone."""
    for hit in re.finditer(
        r"(?<![\d.,/])(\d{1,2}) (?:đơn vị|huyện|xã|tỉnh|cơ quan|thôn|đại biểu|đồng chí): ([^.:;()\d]+)[.;]",
        one.text,
    ):
        items = re.split(r", | và ", hit.group(2))
        listed = len(items) > 2 and " và " in hit.group(2)
        listed = listed and all(item.strip()[:1].isupper() for item in items)
        if listed and not _one_item_more(hit.group(2), int(hit.group(1))):
            yield _finding(one, "sum", hit.span(1), f"Kể ra {len(items)}.", str(len(items)))


def _one_item_more(listed: str, said: int) -> bool:
    """Return whether the list fits when "và" stands within a name, such as Sở Giáo dục và Đào tạo."""
    return len(re.split(r", ", listed)) <= said <= len(re.split(r", | và ", listed))
