"""Spaces, punctuation, quotation marks, hyphens and units, as the office prints them (house rules, editable)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.word_lists import LOWER

_L = r"[^\W\d_]"
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_UNITS = r"(?:m²|m³|m2|m3|km²|km2|km|cm|mm|kg|ha|tấn|tạ|lít|kWh|MW|kV|GB|MB|°C)"
# What is told to be wrong, the place of it (group 1) and what is right there.
# Words that begin sentences and no names.
_STARTS = (
    "Các|Những|Trong|Khi|Tuy nhiên|Theo|Đến|Việc|Để|Với|Nhiều|Mỗi|Trước|Đây|Nếu|Nhờ|Ngoài ra|Bên cạnh|Tại|Cùng|"
    "Riêng|Đồng thời|Có|Chúng"
)
_RULES: tuple[tuple[str, Lazy, str, str], ...] = (
    ("space_before", Lazy(r"(?<=[\w)”%])([ \u00a0]+)(?=[,.;:!?…](?:[\s”]|$))"), "", "Thừa dấu cách trước dấu."),
    ("space_before", Lazy(r"(?<=[\w)”%])([ \u00a0]+[,;:!?])(?=\w)"), "{1} ", "Dấu cách phải đứng sau dấu câu."),
    ("space_after", Lazy(r"(?<=[^\W\d_]|[)”])([,;!?])(?=[\w“(])"), "{0} ", "Thiếu dấu cách sau dấu câu."),
    ("space_after", Lazy(r"(?<=\d)([,;])(?=[^\W\d_“])"), "{0} ", "Thiếu dấu cách sau dấu câu."),
    ("space_after", Lazy(r"(?<=[^\W\d_]|[)”])([;:])(?=\d)"), "{0} ", "Thiếu dấu cách sau dấu câu."),
    ("space_after", Lazy(r"(?<=[^\W\d_]|[)”%])(:)(?=[^\W\d_]|“)"), "{0} ", "Thiếu dấu cách sau dấu hai chấm."),
    (
        "space_after",
        Lazy(rf"(?<=[{LOWER})”%\d]{{2}})(\.)(?=[{_UPPER}][{LOWER} ])"),
        ". ",
        "Thiếu dấu cách sau dấu chấm.",
    ),
    ("double_mark", Lazy(r"([,;:])[ ]?(?:[,;:])(?=\s|$|\w)"), "", "Hai dấu câu liền nhau."),
    ("bracket", Lazy(r"([(\[“‘][ \u00a0]+)(?=\S)", needs=("( ", "[ ", "“ ", "‘ ", "\u00a0")), "",
     "Thừa dấu cách sau dấu mở."),
    ("bracket", Lazy(r"(?<=[\w.,!?…%])([ \u00a0]+[)\]”’])", needs=(" )", " ]", " ”", " ’", "\u00a0")), "",
     "Thừa dấu cách trước dấu đóng."),
    ("unit", Lazy(r"(?<=\d)([ \u00a0]+)(?=%)", needs=(" %", "\u00a0%")), "", "Dấu % viết liền với số."),
    ("unit", Lazy(rf"(?<![\w.,-])\d[\d.,]*()(?={_UNITS}(?![\w²³]))"), " ", "Thiếu dấu cách trước đơn vị."),
    ("unit", Lazy(rf"(?<={_L})([ ]+/[ ]*|/[ ]+)(?=(?:kg|ha|m²|m2|lít|tấn|tạ|người|tháng|năm|ngày|hộ)\b)"), "/",
     "Không để dấu cách quanh dấu gạch chéo."),
    ("number", Lazy(r"(?<![\d.,])\d{1,3}([.]\s|\s[.])(?=000\b)", needs=(" .000", ". 000", "\u00a0")), ".",
     "Số bị ngắt bởi dấu cách."),
    ("number", Lazy(
        rf"\b(?:tới|đạt|dài|rộng|cao|sâu|nặng|là|hơn|gần|khoảng|còn|đến) \d{{1,3}}(,\s)"
        rf"(?=\d{{1,2}} ?(?:{_UNITS}|m|%|tỷ|triệu)(?!\w))"
     ), ",", "Số bị ngắt bởi dấu cách."),
    ("unit", Lazy(r"(?<![\w.,-])\d[\d.]* (m)(?= (?:đất|ruộng|vườn|sàn|mặt bằng|nhà xưởng)(?!\w))", needs=(" m ",)),
     "m²", "Diện tích tính bằng m²."),
    ("apostrophe", Lazy(rf"(?<=\b[HKY])(['’] | ['’])(?=[{_UPPER}])", needs=("' ", "’ ", " '", " ’")), "'",
     "Thừa dấu cách trong tên."),
)  # fmt: skip
_BOTH_SIDES = Lazy(
    r"\([ \u00a0]+[^()]{1,60}?[ \u00a0]+\)|“[ \u00a0]+[^“”]{1,60}?[ \u00a0]+”", needs=("( ", "“ ", "\u00a0")
)
_SHORT_OPEN = Lazy(rf"\(([A-ZĐ&]{{2,9}})(?= [{LOWER}])")
_NO_STOP = Lazy(
    rf"(?<=[{LOWER}]) (?=({_STARTS}) [{LOWER}])", needs=tuple(f" {word}" for word in _STARTS.split("|"))
)
_RUNS_ON = Lazy(rf"[{LOWER}\d)”%][.!?…]”? [{_UPPER}“]")
_QUOTE = Lazy('[“”"]|‘(?=‘)|’(?=’)')
_STRAIGHT = Lazy(r'"([^"“”]{1,200})"(?![^\W\d_])')
_COMMA_BEFORE = Lazy(r", $")
_FEW, _LONG = 5, 100  # words of a quotation that is marked whole; letters of a paragraph that ends in a stop
_SPACES = Lazy(r"(?<=\S)[ \u00a0]{2,}(?=\S)", needs=("  ", "\u00a0"))
_STOPS = Lazy(r"(?<![.?!…])(?:\.\.|[?!]\.|\.[?!])(?![.?!…])", needs=("..", "?.", "!.", ".?", ".!"))
_COMMA_STOP = Lazy(r"(?<=[\w)”%])[,;:]\.(?![.…])(?=\s|$)", needs=(",.", ";.", ":."))
_OPEN = Lazy(r"[()]", needs=("(",))
_IN_BRACKETS = Lazy(r"\(\d{1,2}/\d{1,2}/\d{4}|\([\d.,/%]+(?=[,;]? )")
_CLAUSE = Lazy(r"[,.;:!?](?=\s|$)|$")
_SAID_SO = Lazy(
    r"[,!?] (?=(?:[^\W\d_]+(?:['’][^\W\d_]+)? ){1,5}(?:nói|kể|bảo|cho biết|chia sẻ|tâm sự|đáp|hỏi|khẳng định|"
    r"nhấn mạnh|cười|bộc bạch)[.,: ])",
    needs=(",", "!", "?"),
)
_DOTS = Lazy(r"(?<=[^\W\d_])(?:\.{4,6}|…\.+|\.…)(?![.…])", needs=("....", "….", ".…"))
_RIGHT_UNITS = {
    "kwh": "kWh",
    "km": "km",
    "kg": "kg",
    "ha": "ha",
    "cm": "cm",
    "mm": "mm",
    "mw": "MW",
    "kv": "kV",
}
_UNIT_CASE = Lazy(rf"(?<=\d) ({'|'.join(_RIGHT_UNITS)})(?![\w²³-])", re.IGNORECASE)
_BROKEN_DAY = Lazy(
    r"(?<![\d/])\d{1,2}(?:/ +\d{1,2}/|/\d{1,2} */ +|/\d{1,2} +/ *| +/ *\d{1,2} */ *)(?:19|20)\d\d(?!\d)",
    needs=("/",),
)
_DASH = Lazy(r"(?<=[^\W_])(?: [-–—](?=[^\W_])|[-–—] (?=[^\W_]))", needs=("- ", "– ", "— ", " -", " –", " —"))
_HYPHEN = Lazy(rf"(?<![\w-])({_L}+)-({_L}+)(?![\w-])", needs=("-",))
_TWO_NAMES = Lazy(rf"[{_UPPER}][{LOWER}]+-[{_UPPER}][{LOWER}]+")
_TWO_DAYS = Lazy(
    r"(?<![\d/])\d{1,2}/(?:\d{1,2}/)?(?:19|20)\d\d([-–])(?=\d{1,2}/(?:\d{1,2}/)?(?:19|20)\d\d)",
    needs=("-", "–"),
)
_LIST = Lazy(r"^\s*([-–+•])(?=[^\W_])")
_END = Lazy(r"[^\W_][ \u00a0]+$")
_SPELT = Lazy(r"^\s*[-–•+]")
# Written with hyphens and spaces by house rule: two domains side by side.
_SIDES = frozenset(("tế-xã", "hóa-xã", "hoá-xã", "trị-xã"))


def find(one: Paragraph) -> list[Finding]:
    """Return what is set wrong in a paragraph, but for quotation marks."""
    return [it for it in _of(one) if not one.fenced(it.start, it.end)]


def quotes(every: Sequence[Paragraph]) -> list[Finding]:
    """Return what is wrong with the quotation marks of a text, which may close in a later paragraph."""
    quoted = [one for one in every if _QUOTE.search(one.text)]
    curly = any("“" in one.text or "”" in one.text for one in quoted)
    found = [it for one in quoted for it in _quotes(one, curly) if not one.fenced(it.start, it.end)]
    return _across(found, every) if found else found


def _across(found: list[Finding], every: Sequence[Paragraph]) -> list[Finding]:
    """Leave out quotations that open in one paragraph and close in one of the next, as verses do."""
    quotes = [it for it in found if it.rule == "typography.quote"]
    spared: set[int] = set()
    for first in quotes:
        if "không đóng" not in first.message:
            continue
        at = next((index for index, one in enumerate(every) if one.start <= first.start < one.end), 0)
        reach = every[min(at + 8, len(every) - 1)].end
        for second in quotes:
            if first.end < second.start < reach and "không mở" in second.message and id(second) not in spared:
                spared |= {id(first), id(second)}
                break
        one = every[at]
        if id(first) not in spared and first.end >= one.start + len(one.text.rstrip()) and _spans_on(one):
            spared.add(id(first))
    return [it for it in found if id(it) not in spared]


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    text = one.text[span[0] : span[1]]
    return Finding(
        f"typography.{rule}",
        Severity.WRONG,
        one.start + span[0],
        one.start + span[1],
        text,
        message,
        right,
        "Quy ước của Bản tin",
    )


def _of(one: Paragraph) -> Iterator[Finding]:
    text = one.text
    both = [(hit.start(), hit.end()) for hit in _BOTH_SIDES.finditer(text)]
    for start, end in both:
        right = text[start] + text[start + 1 : end - 1].strip() + text[end - 1]
        yield _finding(one, "bracket", (start, end), "Thừa dấu cách trong ngoặc.", right)
    for rule, pattern, right, message in _RULES:
        for hit in pattern.finditer(text):
            start, end = hit.span(1)
            if rule == "bracket" and any(low <= start and end <= high for low, high in both):
                continue
            if (
                one.loose
                and rule.startswith("space")
                and text[end - 1 : end + 1].strip(" ,.;").startswith(":")
            ):
                continue  # "Lượt xem : 145"
            if rule == "double_mark":
                start, end = hit.span()
                right = hit.group(1)
                yield _finding(one, rule, (start, end), message, right)
                continue
            if rule == "space_before" and (text[end : end + 3] == "..." or _SPELT.match(text[:start])):
                continue
            if rule == "unit" and right == " ":
                yield _finding(
                    one,
                    rule,
                    (hit.start(), end + _unit(text, end)),
                    message,
                    hit.group() + " " + text[end : end + _unit(text, end)],
                )
                continue
            was = hit.group(1)
            fixed = {"{0} ": was + " ", "{1} ": was.strip() + " "}.get(right, right)
            if rule == "bracket":
                fixed = was.strip()
            yield _finding(one, rule, (start, end), message, fixed)
    for hit in _SPACES.finditer(text):
        if (one.loose and len(hit.group()) > 2) or "|" in text or "\t" in text:
            continue
        after = text[hit.end()]
        yield _finding(one, "double_space", hit.span(), "Thừa dấu cách.", "" if after in ",.;:!?)" else " ")
    for hit in _STOPS.finditer(text):
        right = "." if hit.group() == ".." else hit.group().replace(".", "")
        yield _finding(one, "double_mark", hit.span(), "Hai dấu kết câu liền nhau.", right)
    for hit in _COMMA_STOP.finditer(text):
        yield _finding(one, "double_mark", hit.span(), "Hai dấu câu liền nhau.", ".")
    yield from _brackets(one)
    for hit in _DOTS.finditer(text):
        yield _finding(one, "ellipsis", hit.span(), "Dấu lửng có ba chấm.", "…")
    for hit in _UNIT_CASE.finditer(text):
        right = _RIGHT_UNITS[hit.group(1).lower()]
        if hit.group(1) != right:
            yield _finding(one, "unit", hit.span(1), f"Đơn vị viết là {right}.", right)
    for hit in _BROKEN_DAY.finditer(text):
        yield _finding(one, "number", hit.span(), "Thừa dấu cách trong ngày.", hit.group().replace(" ", ""))
    yield from _dashes(one)
    yield from _stops(one)


def _stops(one: Paragraph) -> Iterator[Finding]:
    """Yield where a sentence of running text does not end in a stop."""
    text = one.text.rstrip()
    if one.loose or one.capitals or _SPELT.match(text) or "\t" in text or "|" in text:
        return
    for hit in _NO_STOP.finditer(text):
        before = _word(text, hit.start())
        span = (hit.start() - before, hit.end(1))
        right = f"{text[span[0] : hit.start()]}. {hit.group(1)}"
        yield _finding(one, "stop", span, "Có lẽ thiếu dấu chấm trước câu mới.", right)
    last = _word(text, len(text))
    small = text[len(text) - last : len(text) - last + 1].islower()
    if small and len(text) > _LONG and _RUNS_ON.search(text) and text[-1].islower():
        span = (len(text) - last, len(text))
        yield _finding(one, "stop", span, "Đoạn không có dấu kết câu.", f"{text[span[0] :]}.")


def _brackets(one: Paragraph) -> Iterator[Finding]:
    """Yield a bracket that opens and does not close in its paragraph, to the end of its clause."""
    text = one.text
    opened: list[int] = []
    for hit in _OPEN.finditer(text):
        if hit.group() == "(":
            opened.append(hit.start())
        elif opened:
            opened.pop()
    if len(opened) != 1 or one.loose or _spans_on(one):
        return
    at = opened[0]
    short = _SHORT_OPEN.match(text, at)
    if short:
        message = "Dấu ngoặc đơn mở mà không đóng."
        yield _finding(one, "bracket", (at, short.end()), message, short.group() + ")")
        return
    inner = _IN_BRACKETS.match(text, at)
    clause = _CLAUSE.search(text, inner.end() if inner else at + 1)
    end = inner.end() if inner else clause.start() if clause else len(text)
    right = (text[at:end] + ")",) if inner else ()
    yield _finding(one, "bracket", (at, end), "Dấu ngoặc đơn mở mà không đóng.", *right)


def _unit(text: str, at: int) -> int:
    hit = re.compile(_UNITS).match(text, at)
    return len(hit.group()) if hit else 0


def _dashes(one: Paragraph) -> Iterator[Finding]:
    text = one.text
    hit = _LIST.match(text)
    if hit:
        yield _finding(one, "dash", hit.span(1), "Thiếu dấu cách sau gạch đầu dòng.", hit.group(1) + " ")
    for hit in _DASH.finditer(text):
        if re.match(r"\d+\s*-\s*[A-ZĐ]+/", text[max(0, hit.start() - 3) :].lstrip()) or _symbol(
            text, hit.start()
        ):
            continue
        yield _finding(
            one,
            "dash",
            hit.span(),
            "Dấu gạch nối giữa hai vế cần dấu cách hai bên.",
            f" {hit.group().strip()} ",
        )
    for hit in _TWO_DAYS.finditer(text):
        yield _finding(one, "dash", hit.span(1), "Thiếu dấu cách hai bên dấu gạch nối.", f" {hit.group(1)} ")
    for hit in _HYPHEN.finditer(text):
        both = f"{hit.group(1)}-{hit.group(2)}"
        if both.lower() in _SIDES or _TWO_NAMES.fullmatch(both):
            yield _finding(
                one, "dash", (hit.end(1), hit.end(1) + 1), "Thiếu dấu cách hai bên dấu gạch nối.", " - "
            )


def _symbol(text: str, at: int) -> bool:
    """Return whether a dash belongs to a document's symbol, which citations look after."""
    around = text[max(0, at - 6) : at + 12]
    return bool(re.search(r"[A-ZĐ]{1,4}i?\s*[-/]\s*[A-ZĐ]{2,}|\d\s*-\s*[A-ZĐ]{2,}/", around))


def _quotes(one: Paragraph, curly: bool) -> Iterator[Finding]:
    text = one.text
    message = "Dấu ngoặc kép thẳng lẫn với dấu cong."
    depth, opened, paired = 0, -1, -1
    for hit in _QUOTE.finditer(text):
        at, sign = hit.start(), hit.group()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        opening = before in " (\u00a0" and after not in " \u00a0"
        if sign == '"' and curly:
            right = "“" if opening else "”"
            pair = _STRAIGHT.match(text, at) if opening else None
            if pair:
                yield _finding(one, "quote", pair.span(), message, f"“{pair.group(1)}”")
                paired = pair.end() - 1
            elif at != paired:
                yield _finding(one, "quote", (at, at + 1), message, right)
            sign = right
        elif text[at : at + 2] in ("‘‘", "’’"):
            sign = "“" if text[at] == "‘" else "”"
            yield _finding(one, "quote", (at, at + 2), "Hai dấu nháy đơn thay cho dấu ngoặc kép.", sign)
        if sign == "“":
            if depth and before not in " (\u00a0‘":
                yield _finding(one, "quote", (at, at + 1), "Dấu mở ngoặc kép ở chỗ phải đóng.", "”")
                depth = 0
                continue
            comma = _COMMA_BEFORE.search(text, opened, at) if depth else None
            if comma and "”" not in text[opened:at]:
                low = comma.start() - _word(text, comma.start())
                low = (
                    opened if opened == low - 1 or text[opened + 1 : comma.start()].count(" ") < _FEW else low
                )
                right = text[low : comma.start()] + "”"
                yield _finding(one, "quote", (low, comma.start()), "Dấu ngoặc kép mở mà không đóng.", right)
                depth = 0
            if depth == 0:
                opened = at
            depth += 1
        elif sign == "”":
            if depth == 0 and before == "”":
                yield _finding(one, "quote", (at - 1, at + 1), "Dấu đóng ngoặc kép viết hai lần.", "”")
            elif depth == 0:
                yield from _unopened(one, at)
            depth = max(0, depth - 1)
    if depth:
        end = len(text.rstrip())
        said = text[:opened].rstrip().endswith(":")  # speech goes on to the paragraph's end
        so = _SAID_SO.search(text, opened)
        if so:
            low = so.start() - _word(text, so.start())
            right = text[low : so.start()] + "”"
            span = (low, so.start())
            yield _finding(one, "quote", span, "Dấu ngoặc kép mở mà không đóng.", right)
            return
        stop = None if said else re.compile(r"[.!?](?=\s|$)").search(text, opened)
        end = stop.end() if stop else end
        at = end - 1 if text[end - 1] in ".,;" else end
        tail = text[at:end]
        yield _finding(
            one,
            "quote",
            (max(opened, at - _word(text, at)), end),
            "Dấu ngoặc kép mở mà không đóng.",
            text[at - _word(text, at) : at] + "”" + tail,
        )


def _unopened(one: Paragraph, at: int) -> Iterator[Finding]:
    text = one.text
    hits = list(re.finditer(rf"(?:: |^|(?<=[{LOWER}]) )()(?=[{_UPPER}][{LOWER}]* [{LOWER}])", text[:at]))
    hits = hits or list(re.finditer(rf"(?:: |^)()(?=[{_UPPER}])", text[:at]))
    if not hits:
        yield _finding(one, "quote", (at, at + 1), "Dấu ngoặc kép đóng mà không mở.")
        return
    start = hits[-1].end()
    word = re.compile(rf"{_L}+").match(text, start)
    end = word.end() if word else start + 1
    yield _finding(one, "quote", (start, end), "Dấu ngoặc kép đóng mà không mở.", "“" + text[start:end])


def _word(text: str, at: int) -> int:
    hit = re.search(r"\w+$", text[:at])
    return len(hit.group()) if hit else 0


def _spans_on(one: Paragraph) -> bool:
    """Return whether a quotation goes on in the next paragraph, as one that ends in a colon or a comma does."""
    return one.text.rstrip().endswith((":", ",", ";"))
