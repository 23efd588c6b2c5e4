"""Where the days of a schedule begin: "Thứ Hai, ngày 14/4", "T2 14/4", "14/4 (Thứ Hai)", "Ngày 14/4:", "thứ 5:"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, dates, part_of, times, times_in
from desk.announcements.letters import Letters

_LEAD = r"(?m)(?:^[ \t]*(?:[*•+\-–—◦▪●#][ \t]*|\d{1,2}[.)][ \t]+|[a-e][.)][ \t]+|[ivx]{1,4}[.)][ \t]+)*)"
WEEKDAY = (
    r"(?:(?:thu|th\.?)[ \t]*(?P<w{n}>hai|ba|tu|nam|sau|bay|[2-7])\b|\bt[ \t]?(?P<t{n}>[2-7])\b"
    r"|(?P<c{n}>chu[ \t]+nhat|\bcn)\b)"
)
_DATE = (
    r"(?:\d{{1,2}}[ \t]*[/.\-][ \t]*\d{{1,2}}(?:[ \t]*[/.\-][ \t]*\d{{2,4}})?(?![\d/])"
    r"|\d{{1,2}}[ \t]+thang[ \t]+(?:\d{{1,2}}|tu|gieng|chap)\b(?:[ \t]*,?[ \t]*nam[ \t]+\d{{4}}"
    r"|[ \t]*,[ \t]*20\d\d\b)?)"
).format()
_TAIL = (
    r"(?:[ \t]*nam[ \t]+[a-z]{2,5}[ \t]+[a-z]{2,5}(?=[ \t]*\())?"
    r"(?:[ \t]*[–\-,;][ \t]*\d{1,2}/\d{1,2}[ \t]*al\b[^\n:]*)?(?:[ \t]*\((?P<b>[^()\n]{0,48})\))?[ \t]*[:.]?"
)
_MARKS = (
    re.compile(
        _LEAD
        + WEEKDAY.format(n="0")
        + r"[ \t]*[,:(–—\-]*\s{0,20}(?:ngay[ \t]*)?\(?[ \t]*(?:ngay[ \t]*)?(?P<d0>"
        + _DATE
        + r")[ \t]*\)?"
        + _TAIL
    ),
    re.compile(
        _LEAD
        + r"(?:ngay[ \t]+)?(?P<d1>"
        + _DATE
        + r")[ \t]*[(,–\-][ \t]*(?:(?:buoi[ \t]+)?(?P<p>sang|chieu|toi)[ \t]+)?"
        + WEEKDAY.format(n="1")
        + r"(?:[^()\n:]{0,24}\))?[ \t]*\)?[ \t]*:?"
    ),
    re.compile(_LEAD + r"ngay[ \t]+(?P<d2>" + _DATE + r")" + _TAIL + r"(?=[ \t]*(?:\n|$)|(?<=:))"),
    re.compile(_LEAD + r"hom[ \t]+nay[ \t]*[:,]?[ \t]*(?:ngay[ \t]+)?(?P<d3>" + _DATE + r")[ \t]*(?=\n|$)"),
    re.compile(
        r"(?:(?<=[.:;] )|(?<=\s{3})|^)(?P<d4>"
        + _DATE
        + r")(?:[ \t]*\([ \t]*"
        + WEEKDAY.format(n="4")
        + r"[ \t]*\))?[ \t]*:(?!\d)"
    ),
    re.compile(
        r"(?<=[.:;] )"
        + WEEKDAY.format(n="5")
        + r"[ \t]*[,(]?[ \t]*(?:ngay[ \t]+)?(?P<d5>"
        + _DATE
        + r")[ \t]*\)?[ \t]*:"
    ),
    re.compile(
        _LEAD + r"(?:" + WEEKDAY.format(n="a") + r"[ \t]*,[ \t]*" + WEEKDAY.format(n="b") + r"[ \t]*\(?)?"
        r"(?:(?P<p2>sang|chieu"
        r"|toi)[ \t]+)?(?:tu[ \t]+)?(?:ngay[ \t]+)?(?P<d6>\d{1,2}(?:[ \t]*[/.][ \t]*\d{1,2})?[ \t]*(?:-"
        r"|–|va|den(?:[ \t]+het)?|,)[ \t]*(?:ngay[ \t]+)?" + _DATE + r")[ \t]*\)?[ \t]*:"
    ),
    re.compile(
        _LEAD
        + r"(?P<p3>sang|chieu|toi)[ \t]+(?:ngay[ \t]+)?(?P<d7>"
        + _DATE
        + r")(?:[ \t]*\([^()\n]{0,24}\))?[ \t]*:"
    ),
    re.compile(_LEAD + r"(?:(?P<mai>mai)[ \t]+)?" + WEEKDAY.format(n="8") + r"[ \t]*(?::|(?=\n)|$)"),
    re.compile(  # "Hai, 15/9"
        _LEAD
        + r"(?:(?P<w9>hai|ba|tu|nam|sau|bay)|(?P<t9>(?!))|(?P<c9>(?!)))[ \t]*,[ \t]*(?P<d9>"
        + _DATE
        + r")(?=[ \t]*(?::|\n|$))"
        r"[ \t]*:?"
    ),
    re.compile(  # "13.8 (Ba)"
        _LEAD
        + r"(?P<d10>"
        + _DATE
        + r")[ \t]*\([ \t]*(?:(?P<w10>hai|ba|tu|nam|sau|bay)|(?P<t10>(?!))|(?P<c10>cn))[ \t]*\)[ \t]*:?"
    ),
    re.compile(  # "T7 – CN 22/7 – 23/7"
        _LEAD
        + WEEKDAY.format(n="c")
        + r"[ \t]*[-–,][ \t]*"
        + WEEKDAY.format(n="d")
        + r"[ \t]*[,(]?[ \t]*(?P<d11>"
        r"\d{1,2}(?:[ \t]*[/.][ \t]*\d{1,2})?[ \t]*[-–][ \t]*" + _DATE + r")[ \t]*\)?(?=[ \t]*(?:\n|$))"
    ),
    re.compile(  # "Ngày 4/3, 8h: …"
        _LEAD
        + r"ngay[ \t]+(?P<d12>"
        + _DATE
        + r")[ \t]*,[ \t]*(?=(?:luc[ \t]+|tu[ \t]+)?(?:\d{1,2}[ \t]*(?:h|g|gio|:[0-5])|(?:buoi[ \t]+)?(?:sang"
        r"|chieu|toi)\b|ca[ \t]+ngay))"
    ),
)
_ALONE = 8  # which of them names no date
_NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_TITLED = re.compile(
    r"(?m)^[^\n]{0,40}lich[ \t]+(?:lam[ \t]+viec|cong[ \t]+tac|hop|hoat[ \t]+dong)[^\n]{0,90}?(?P<d>"
    + _DATE
    + r")[^\n]*"
)
_HOUR_LINE = re.compile(
    r"(?m)^[ \t]*(?:(?:[-+*•–—]|\d{1,2}[.)])[ \t]*)?(?:[^\n:]{0,40}:[ \t]*)?\d{1,2}[ \t]*(?:gio|h|g|:)"
)
_LATE = 4  # the weekday from which on a schedule without dates is next week's
_LONGEST = 45  # days that a schedule's own range may have


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day's heading, with its own words from `start` to `stop`, and the session that it names."""

    start: int
    stop: int
    hit: DateHit
    part: DayPart | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a schedule's head says of its time: the year, whether it is written, its first and last day."""

    year: int
    known: bool
    first: date | None = None
    last: date | None = None
    next_week: bool = False  # it names no dates, and came when its week could only be the next one

    def day_of(self, number: int, today: date) -> date:
        """Return the day of a weekday, 0 for Monday: in the range, else in the week of `today`."""
        begin = self.first or today - timedelta(days=today.weekday() - 7 * self.next_week)
        return begin + timedelta(days=(number - begin.weekday()) % 7)


def weekday(match: re.Match[str], n: str) -> int | None:
    """Return the weekday that a pattern's group of this number says, 0 for Monday."""
    said = match[f"w{n}"] or match[f"t{n}"]
    if said:
        return int(said) - 2 if said.isdigit() else _NUMBERS[said]
    return 6 if match[f"c{n}"] else None


def frame(bare: str, upto: int, today: date) -> Frame:
    """Read the head of a schedule, the text up to its first day."""
    hits = [hit for hit in dates(_slashed(bare[:upto]), today.year, known=False) if hit.day is not None]
    whole = [hit for hit in hits if hit.last is not None] or _paired(bare, hits)
    if whole and whole[0].day and whole[0].last and (whole[0].last - whole[0].day).days <= _LONGEST:
        guessed = any(doubt is NoticeDoubt.YEAR_GUESSED for doubt, _ in whole[0].doubts)
        known = not guessed or _has_year(bare, upto)
        first, last = (whole[0].day, whole[0].last) if known else _nearest(whole[0].day, whole[0].last, today)
        return Frame(first.year, known, first, last)
    written = [
        hit for hit in hits if hit.day and not any(d is NoticeDoubt.YEAR_GUESSED for d, _ in hit.doubts)
    ]
    if written and written[-1].day:
        return Frame(written[-1].day.year, True)
    year = re.search(r"\b(20\d\d)\b", bare[:upto])
    return Frame(int(year[1]), True) if year else Frame(today.year, False)


def _nearest(first: date, last: date, today: date) -> tuple[date, date]:
    """Return days without a year in the year in which they are nearest to today."""
    years = ((_year_of(first, first.year + by), _year_of(last, last.year + by)) for by in (0, 1, -1))
    told = [(a, b) for a, b in years if a and b]
    return min(told, key=lambda days: abs((days[0] - today).days), default=(first, last))


def _has_year(bare: str, upto: int) -> bool:
    return re.search(r"\b20\d\d\b", bare[:upto]) is not None


def _slashed(bare: str) -> str:
    """Return text with dotted dates as slashed ones: a schedule's head has no other dotted numbers."""
    return re.sub(r"(?<=\d)[ ]?\.[ ]?(?=\d{1,2}\b(?!\s*(?:trieu|ty)))", "/", bare).replace("–", "-")


def _paired(bare: str, hits: list[DateHit]) -> list[DateHit]:
    """Join "từ ngày 11/3/2024 đến ngày 15/3/2024" to one."""
    for one, other in itertools.pairwise(hits):
        between = bare[one.stop : other.start]
        if one.day and other.day and re.fullmatch(r"\s*(?:den|-|–|toi)\s*(?:het\s*)?(?:ngay\s*)?", between):
            first = one.day
            if first > other.day:
                first = first.replace(year=other.day.year - (first.month > other.day.month))
            return [replace(one, day=first, last=other.day, doubts=other.doubts, stop=other.stop)]
    return []


def marks(letters: Letters, today: date) -> tuple[list[DayMark], Frame]:
    """Return the headings of a text's days, in order, and what its head says; none when it is no schedule."""
    found: list[tuple[int, re.Match[str]]] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in enumerate(_MARKS):
        for match in pattern.finditer(letters.bare):
            if not any(match.start() < stop and match.end() > start for start, stop in taken):
                taken.append(match.span())
                found.append((kind, match))
    found.sort(key=lambda one: one[1].start())
    if not found:
        return _titled(letters, today)
    head = frame(letters.bare, found[0][1].start(), today)
    alone = next((weekday(match, f"{kind}") for kind, match in found if kind == _ALONE), None)
    if alone is not None and alone < today.weekday() and today.weekday() >= _LATE:
        head = replace(head, next_week=True)
    made = _read(letters, found, head, today)
    first = made[0].hit.day if made else None
    if not head.known and head.first is None and first:
        head = replace(head, year=head.year + _nearest(first, first, today)[0].year - first.year)
        made = _read(letters, found, head, today)
    if len({one.hit.day for one in made}) >= 2 or (made and _is_schedule(letters, made[0])):
        return made, head
    return _titled(letters, today)


def _read(
    letters: Letters, found: list[tuple[int, re.Match[str]]], head: Frame, today: date
) -> list[DayMark]:
    read = (_mark(letters, kind, match, head, today) for kind, match in found)
    return [one for one in read if one is not None]


def _is_schedule(letters: Letters, mark: DayMark) -> bool:
    titled = re.search(
        r"\blich\b|chuong[ \t]+trinh|ke[ \t]+hoach[ \t]+tuan|hom[ \t]+nay", letters.bare[: mark.stop]
    )
    return titled is not None and times_in(letters.bare[mark.stop :])


def _titled(letters: Letters, today: date) -> tuple[list[DayMark], Frame]:
    """Take a title's own day, when lines with hours follow it."""
    match = _TITLED.search(letters.bare)
    if match is None or "tuan" in match[0] or not _HOUR_LINE.search(letters.bare, match.end()):
        return [], Frame(today.year, False)
    hits = dates(letters.bare[match.start("d") : match.end("d")], today.year, known=False)
    if len(hits) != 1 or sum(1 for _ in times(letters.bare[match.end() :])) < 2:
        return [], Frame(today.year, False)
    hit = _moved(hits[0], match.start("d"))
    return [DayMark(match.start(), match.end(), hit)], Frame(today.year, False)


def _mark(letters: Letters, kind: int, match: re.Match[str], head: Frame, today: date) -> DayMark | None:
    number = weekday(match, f"{kind}") if kind in (0, 1, 4, 5, _ALONE, 9, 10) else None
    if kind == _ALONE:
        if number is None:
            return None
        day = today + timedelta(days=1) if match["mai"] else head.day_of(number, today)
        doubts = () if head.first else ((NoticeDoubt.DATE_GUESSED, f"{day.day}/{day.month}/{day.year}"),)
        lead = re.search(r"\S", match[0])
        return DayMark(
            match.start() + (lead.start() if lead else 0),
            match.end(),
            DateHit(match.start() + (lead.start() if lead else 0), match.end(), day, doubts=doubts),
        )
    start, stop = match.span(f"d{kind}")
    bracket = (match.groupdict().get("b") or "") if kind in (0, 2) else ""
    hit = day_hit(letters.bare, start, stop, head, number)
    if "tuc" in bracket or "duong lich" in bracket:
        sun = dates(bracket, head.year, known=head.known)
        if sun:
            hit = _moved(sun[0], match.start("b"))
    if hit is None:
        return None
    told = match.groupdict()
    named = told.get("p") or told.get("p2") or told.get("p3")
    said = part_of(named) if named else part_of(bracket) if bracket else None
    return DayMark(match.start(), match.end(), hit, said[0] if said else None)


def day_hit(bare: str, start: int, stop: int, head: Frame, number: int | None = None) -> DateHit | None:
    """Read a heading's date; a weekday that contradicts it is doubted. None where no date is."""
    words = _slashed(bare[start:stop])
    words = (
        words
        if re.match(r"\s*\d{1,2}(?:\s*/\s*\d{1,2})?\s*(?:-|va|,|den)\s*(?:ngay\s+)?\d{1,2}\s*/", words)
        else words.replace("-", "/")
    )
    words = (
        re.sub(r"(?<=\d)\s*(?:va|,|den(?:\s+het)?)\s*(?:ngay\s+)?(?=\d)", " - ", words)
        if re.search(r"\d\s*(?:va|,|den)", words)
        else words
    )
    words = words.replace(" thang gieng", " thang 1").replace(" thang chap", " thang 12")
    hits = dates(words, head.year, known=head.known)
    if not hits:
        return None
    hit = hits[0]
    if (
        head.first
        and head.last
        and hit.day
        and not head.first <= hit.day <= head.last
        and not re.search(r"\d{4}", words)
    ):
        other = _year_of(hit.day, head.last.year)
        hit = replace(hit, day=other) if other and head.first <= other <= head.last else hit
    if head.known:
        hit = replace(hit, doubts=tuple(one for one in hit.doubts if one[0] is not NoticeDoubt.YEAR_GUESSED))
    if number is not None and hit.day is not None and hit.day.weekday() != number:
        names = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
        hit = replace(hit, doubts=(*hit.doubts, (NoticeDoubt.WEEKDAY, names[number])))
    return replace(hit, start=start, stop=stop)


def _year_of(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _moved(hit: DateHit, by: int) -> DateHit:
    return replace(hit, start=hit.start + by, stop=hit.stop + by)


def days_between(found: list[DayMark]) -> Iterator[tuple[DayMark, int]]:
    """Yield each heading with the place at which the next begins, the last with -1."""
    for at, mark in enumerate(found):
        yield mark, found[at + 1].start if at + 1 < len(found) else -1
