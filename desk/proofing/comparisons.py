"""Figures told beside each other: what rose by so many times or points, what is more or less than another."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desk.proofing.finding import Finding, Severity
from desk.proofing.numbers import shown, value
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_N = r"\d(?:[\d.]*\d)?(?:,\d+)?"
_W = r"[^\W\d_]+"
_UNIT = r" ?%| (?:nghìn |triệu |tỷ )?[^\W\d_]+(?: đồng)?"
_FROM = (
    rf"từ (?P<first>{_N})(?P<unit>{_UNIT})?[^.;\d]{{0,40}}? (?:lên|xuống|còn|đến)(?: còn)? "
    rf"(?P<last>{_N})(?P<other>{_UNIT})?"
)
_POINTS = Lazy(
    rf"{_FROM}[^.;\d]{{0,20}}?\(?(?:tăng|giảm|hạ|nâng)(?: thêm| được)? (?P<told>{_N}) (?:điểm phần trăm|điểm %)",
    needs=("điểm phần trăm", "điểm %"),
)
_TIMES = Lazy(
    rf"{_FROM}[^.;\d]{{0,20}}?\(?gấp (?P<about>hơn |gần |khoảng |trên )?(?P<told>{_N}) lần", needs=("gấp ",)
)
_AGAINST = Lazy(
    rf"(?P<first>{_N})(?P<unit> ?%| {_W})(?: đồng)?[^.;\d%]{{0,12}}?,? (?:và )?"
    rf"(?P<word>cao|thấp|nhiều|ít|lớn|nhỏ) hơn (?:so với )?(?:mức |chỉ tiêu |kế hoạch |tỷ lệ )?"
    rf"(?:bình quân|trung bình|năm trước|cùng kỳ|mục tiêu|chỉ tiêu|mức)"
    rf"(?: {_W}){{0,6}} \(?(?P<last>{_N})(?P=unit)(?!\w)",
    needs=(" hơn ",),
)
_BY = Lazy(
    rf"(?P<first>{_N}) ?%,? (?:cao|thấp) hơn[^.;%]{{0,60}}?\(?(?P<last>{_N}) ?%\)? (?:là )?(?P<told>{_N}) "
    rf"(?:điểm phần trăm|điểm %)",
    needs=("điểm phần trăm", "điểm %"),
)
_PART = Lazy(
    rf"(?P<whole>{_N}) (?P<unit>{_W})(?: {_W}){{0,3}}(?: nhưng| mà|, nhưng|,)? (?:chỉ |mới |mới chỉ )?(?:có )?"
    rf"(?P<part>{_N}) (?:{_W} ){{1,6}}?{_W},? (?:tức|tức là|bằng|đạt|chiếm) "
    rf"(?P<about>chưa tới|chưa đến|chưa đầy|gần|hơn|trên) (?P<told>{_N}) ?%",
    needs=("%",),
)
_MORE = {"cao", "nhiều", "lớn"}
_OPPOSITE = {"cao": "thấp", "thấp": "cao", "nhiều": "ít", "ít": "nhiều", "lớn": "nhỏ", "nhỏ": "lớn"}
_BELOW = ("chưa tới", "chưa đến", "chưa đầy", "gần")
_FAR = 5  # percent by which what is "nearly" or "more than" so much may stand away from it


_SINCE = Lazy(
    rf"(?P<first>{_N}) ?%,? (?:tăng|giảm|cao hơn|thấp hơn)(?: thêm)? (?P<told>{_N}) (?:điểm phần trăm|"
    rf"điểm %|%) so với [^.;()%]{{3,40}}? "
    rf"\((?P<last>{_N}) ?%\)",
    needs=("so với ",),
)
_LEFT = Lazy(
    rf"(?<!\w)có (?P<whole>{_N}) (?P<unit>{_W})(?: {_W}){{0,3}}?[,;](?:[^.!?\d]|\d{{4}}\b){{3,90}}? "
    rf"(?:chỉ còn|còn lại|chỉ còn lại) (?P<part>{_N})"
    rf"(?= (?P=unit)\b|[.,;!?]|$)",
    needs=("còn ",),
)
_TWICE = Lazy(rf"({_N}) ?% (điểm phần trăm)", needs=("điểm phần trăm",))


def find(one: Paragraph) -> list[Finding]:
    """Return the comparisons of a paragraph that its own figures do not bear out."""
    if sum(map(str.isdigit, one.text)) < 2:
        return []
    return [*_points(one), *_times(one), *_against(one), *_parts(one), *_left(one)]


def _finding(one: Paragraph, rule: str, span: tuple[int, int], message: str, *right: str) -> Finding:
    start, end = one.start + span[0], one.start + span[1]
    return Finding(f"number.{rule}", Severity.LOOK, start, end, one.text[span[0] : span[1]], message, right)


def _points(one: Paragraph) -> Iterator[Finding]:
    for hit in _TWICE.finditer(one.text):
        right = f"{hit.group(1)} {hit.group(2)}"
        yield _finding(one, "percent", hit.span(), "Viết “điểm phần trăm” thì không có dấu %.", right)
    for pattern in (_POINTS, _BY, _SINCE):
        for hit in pattern.finditer(one.text):
            first, last, told = (value(hit.group(name)) for name in ("first", "last", "told"))
            if abs(first - last) != told:
                right = shown(abs(first - last))
                message = f"Từ {hit.group('first')} đến {hit.group('last')} là {right} điểm."
                yield _finding(one, "difference", hit.span("told"), message, right)


def _times(one: Paragraph) -> Iterator[Finding]:
    for hit in _TIMES.finditer(one.text):
        first, last, told = (value(hit.group(name)) for name in ("first", "last", "told"))
        if not first or (hit.group("unit") or "").strip() != (hit.group("other") or "").strip():
            continue
        right = max(first, last) / min(first, last) if last else told
        if abs(right - told) > max(Fraction(1, 10), told / 20) and not _may_be_about(
            hit.group("about"), right, told
        ):
            fixed = shown(Fraction(round(right * 10), 10))
            message = f"Từ {hit.group('first')} đến {hit.group('last')} là {fixed} lần."
            yield _finding(one, "rate", hit.span("told"), message, fixed)


def _may_be_about(about: str | None, right: Fraction, told: Fraction) -> bool:
    """Return whether a number may be said to be more than another, or nearly it."""
    word = (about or "").strip()
    return (word in ("hơn", "trên") and told <= right < told + 1) or (
        word == "gần" and told - 1 < right <= told
    )


def _against(one: Paragraph) -> Iterator[Finding]:
    for hit in _AGAINST.finditer(one.text):
        first, last = value(hit.group("first")), value(hit.group("last"))
        word = hit.group("word")
        if first != last and (first > last) != (word in _MORE):
            message = f"{hit.group('first')} so với {hit.group('last')} là {_OPPOSITE[word]} hơn."
            yield _finding(one, "trend", hit.span("word"), message, _OPPOSITE[word])


def _parts(one: Paragraph) -> Iterator[Finding]:
    """Yield "412 học sinh nhưng chỉ 57 em …, tức là chưa tới 4%" where the share is another."""
    for hit in _PART.finditer(one.text):
        whole, part, told = (value(hit.group(name)) for name in ("whole", "part", "told"))
        if not whole or part >= whole:
            continue
        right = part * 100 / whole
        low = right > told if hit.group("about") in _BELOW else right < told
        if low or abs(right - told) > _FAR:
            fixed = shown(Fraction(int(right) + (hit.group("about") in _BELOW)))
            message = (
                f"{hit.group('part')} trên {hit.group('whole')} là {shown(Fraction(round(right * 10), 10))}%."
            )
            yield _finding(one, "rate", hit.span("told"), message, fixed)


def _left(one: Paragraph) -> Iterator[Finding]:
    """Yield what is left and more than there was: "có 12 người, … chỉ còn 15"."""
    for hit in _LEFT.finditer(one.text):
        if value(hit.group("part")) > value(hit.group("whole")):
            message = f"Còn {hit.group('part')} mà trước có {hit.group('whole')}."
            yield _finding(one, "share", hit.span("part"), message)
