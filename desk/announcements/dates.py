"""Dates, hours and half-days in the prose of Vietnamese offices, found in text folded letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum, auto
from functools import cache

from desk.dates.lunar_calendar import solar
from desk.text.vietnamese import bare


class DayPart(Enum):
    """What words say of the part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    DAY = "day"


class NoticeDoubt(Enum):
    """What a person should look at before a meeting is entered."""

    WEEKDAY = auto()  # the weekday contradicts the date
    NO_DATE = auto()
    BAD_DATE = auto()  # 31/4
    YEAR_GUESSED = auto()
    DATE_GUESSED = auto()  # relative words, or several dates
    END_BEFORE_START = auto()
    NO_TIME = auto()
    PART = auto()  # "14h00 sáng"
    NO_TITLE = auto()
    POSTPONED = auto()  # put off, and no new time is named
    CANCELLED = auto()
    MOVED = auto()  # it had another time before
    PLACE_CHANGED = auto()
    NEAR = auto()  # words that may be another field's, or a field that was not taken
    LEFT_OVER = auto()  # an hour or a date of the text that no meeting took


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a text; `day` is None for one that the calendar does not have."""

    start: int
    stop: int
    day: date | None
    last: date | None = None
    doubts: tuple[tuple[NoticeDoubt, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TimeHit:
    """An hour, or two, in a text; `start` to `stop` is the first, `end_at` the other."""

    start: int
    stop: int
    begin: time
    end: time | None = None
    end_at: tuple[int, int] | None = None


def fold(text: str) -> str:
    """Return text in lower case without marks, letter for letter: places in it are places in the text.

    The inside of a desert of blanks becomes NULs, over which no pattern of ours walks: they would walk for ever.
    """
    folded = "".join(map(_folded, text))
    return _DESERT.sub(
        lambda match: f"{match[0][:20]}{chr(0) * (len(match[0]) - 40)}{match[0][-20:]}", folded
    )


@cache
def _folded(letter: str) -> str:
    return (bare(letter) or " ")[0]


_DESERT = re.compile(r"\s{60,}")


_WEEK = (
    r"(?:\bthu\s+(?P<wd{n}>hai|ba|tu|nam|sau|bay|[2-7])\b|\bt(?P<wt{n}>[2-7])\b|(?P<cn{n}>chu\s+nhat|\bcn\b))"
)
_DAYS = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tu": 2,
    "4": 2,
    "nam": 3,
    "5": 3,
    "sau": 4,
    "6": 4,
    "bay": 5,
    "7": 5,
}
_YEAR = r"(?P<{y}>(?:19|20)\d\d|\d\d(?!\d))"
_SEP = r"\s*[/.\-]\s*"
_FULL = re.compile(
    r"(?<![\d/.,])(?<!\bso )(?:mung\s+|mong\s+)?(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2}"
    r"|tu\b)(?:(?:\s*,?\s+nam|\s*,)\s+(?P<y>\d{4}))?(?!\d)"
)
_RANGE = re.compile(
    r"(?<![\d/.:a-z])(?<!gio )(?<!thu )(?<!\d[hg:] )(?P<d>\d{1,2})"
    r"(?:(?:\s*/\s*|\s+thang\s+)(?P<m>\d{1,2})(?:(?:\s*/\s*|\s+nam\s+)(?P<y>\d{4}))?)?"
    rf"\s*(?:\(?\s*{_WEEK.format(n='0')}\s*\)?\s*)?(?:,|(?:-|–|va|den(?:\s+het)?)"
    rf"\s*(?:{_WEEK.format(n='1')}\s*,?\s*)?(?:ngay\s+)?)\s*"
    r"(?P<d2>\d{1,2})(?:\s*/\s*|\s+thang\s+)(?P<m2>\d{1,2})(?:(?:\s*/\s*|\s+nam\s+)(?P<y2>\d{4}))?(?![\d/])"
)
_NUMERIC = re.compile(
    rf"(?<![\d/.\-])(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}}){_SEP}{_YEAR.format(y='y')}(?![\d/])"
)
_SHORT = re.compile(r"(?<![\d/.\-])(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})(?!\s*[/\d]|\s*[\-.]\d|\s+ngay)")
# "ngày 15-4", "ngày 15.4": only where "ngày" says that it is a date, and no range follows.
_SAID = re.compile(
    r"(?:(?<=ngay )|(?<=sang )|(?<=hieu )"
    r"|(?<=toi ))(?P<d>\d{1,2})\s*[.\-]\s*(?P<m>\d{1,2})(?![\d/])(?!\s*(?:[./\-–]\s*\d|/|thang|den\b"
    r"|va\b|ngay))"
)
_LUNAR = re.compile(r"\s*(?:nam\s+[a-z]+\s+[a-z]+\s*)?[,(]?\s*(?:am\s+lich|al)\b")
_RELATIVE = re.compile(
    r"\b(?P<to>(?:sang|chieu|toi|hom|trua)\s+nay)\b|\b(?P<to1>(?:sang|chieu|toi|trua|ngay)\s+mai)\b"
    r"|\b(?P<to2>ngay\s+kia)\b"
    rf"|\b{_WEEK.format(n='')}(?:\s+(?P<week>tuan\s+nay|tuan\s+sau|tuan\s+toi|nay))"
)
_WEEKDAY = re.compile(_WEEK.format(n=""))
_TIME = re.compile(
    r"(?<![\d/.,\-])(?P<h>[01]?\d|2[0-4])(?:\s*(?:gio|h|g)(?![a-z])|:(?=[0-5]\d)|\s+:(?=\s*[0-5]\d)"
    r"|(?:(?<=luc \d)|(?<=luc \d\d))\.(?=[0-5]\d))\s*(?P<mi>[0-5]\d(?![./]\d))?(?:\s*(?:phut"
    r"|ph\b|['’′]))?(?![\d/])(?:\s*(?P<ap>sa|ch|[ap]\.?m)\b(?!\s+pa))?"
    r"(?:\s*(?:den|-|–)\s*(?P<to>(?P<h2>[01]?\d|2[0-4])(?:\s*(?:gio|h|g)(?![a-z])"
    r"|:(?=[0-5]\d))\s*(?P<mi2>[0-5]\d)?(?:\s*(?:phut|['’′]))?(?:\s*(?P<ap2>sa|ch|[ap]\.?m)\b(?!\s+pa))?))?"
)
_HOUR = r"\d{1,2}\s*(?:gio|h|g|:)\s*(?:[0-5]\d)?(?:\s*phut)?"
_DATED = r"(?:\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?|\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?)"
_BETWEEN = r"\s*,?\s*(?:(?:sang|chieu|toi)\s+)?(?:thu\s+\w+\s*,?\s*)?(?:ngay\s+)?"
_THROUGH = re.compile(
    rf"(?:tu\s+)?(?:luc\s+)?(?<![\d/])(?P<h>{_HOUR}){_BETWEEN}(?P<d>{_DATED})\s*(?:\([^()\n]{{0,16}}\)\s*)?,?\s"
    rf"*(?:den"
    rf"|-|–)\s*"
    rf"(?:het\s+|luc\s+)?(?P<h2>{_HOUR}){_BETWEEN}(?P<d2>{_DATED})"
)
_PART = re.compile(
    r"(?<!chuyen )(?<!doi )(?<!lui )(?<!hoan )\b(?P<p>sang\s*(?:,|\+|/|-|–|va)\s*chieu(?!\s*\d)|buoi\s+sang"
    r"|buoi\s+chieu|sang|chieu|toi|ca\s+ngay)\b"
)
_MORNING = re.compile(
    r"\s+(?:t[2-7]\b|thu\s|mai\b|nay\b|cn\b|chu\s+nhat)"
)  # after "sang", where no marks are written
_BOTH = re.compile(r"sang.*chieu")
_MANY = re.compile(r"(?<![/\d½])\b(?P<n>\d{1,2})\s+ngay\b")
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NEAR = 26  # letters between a weekday and the date it belongs to


def dates(folded: str, year: int, *, known: bool) -> list[DateHit]:
    """Return every date of a text, in order; `year` stands in for a missing one, guessed unless `known`."""
    found: list[DateHit] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_RANGE, _FULL, _NUMERIC, _SHORT, _SAID):
        for match in pattern.finditer(folded):
            if any(match.start() < stop and match.end() > start for start, stop in taken):
                continue
            hit = _hit(folded, match, year, known=known)
            if hit is not None:
                found.append(hit)
                taken.append((match.start(), match.end()))
    return sorted(found, key=lambda hit: hit.start)


def _hit(folded: str, match: re.Match[str], year: int, *, known: bool) -> DateHit | None:
    told = match.groupdict()
    if "d2" in told:
        return _range(folded, match, year, known=known)
    day, month, written = int(told["d"]), 4 if told["m"] == "tu" else int(told["m"]), told.get("y")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    doubts: list[tuple[NoticeDoubt, str]] = []
    if written:
        year = int(written) + (2000 if len(written) == 2 else 0)
    elif not known:
        doubts.append((NoticeDoubt.YEAR_GUESSED, f"{year}"))
    words = f"{day}/{month}/{year}"
    try:
        made = date(year, month, day)
    except ValueError:
        return DateHit(match.start(), match.end(), None, doubts=((NoticeDoubt.BAD_DATE, words),))
    if _LUNAR.match(folded, match.end()):
        there = solar(year, month, day)
        doubts.append(
            (NoticeDoubt.DATE_GUESSED, f"{there.day}/{there.month}/{there.year}" if there else words)
        )
        return DateHit(match.start(), match.end(), there, doubts=tuple(doubts))
    doubts += _contradicts(folded, match.start(), match.end(), made)
    return DateHit(match.start(), match.end(), made, doubts=tuple(doubts))


def _range(folded: str, match: re.Match[str], guess: int, *, known: bool) -> DateHit | None:
    told = match.groupdict()
    year2, month2 = int(told["y2"] or told["y"] or guess), int(told["m2"])
    year, month = int(told["y"] or year2), int(told["m"] or month2)
    doubts: list[tuple[NoticeDoubt, str]] = []
    if told["y2"] is None and told["y"] is None and not known:
        doubts.append((NoticeDoubt.YEAR_GUESSED, f"{year2}"))
    try:
        first, last = date(year, month, int(told["d"])), date(year2, month2, int(told["d2"]))
    except ValueError:
        words = folded[match.start() : match.end()]
        return DateHit(match.start(), match.end(), None, doubts=((NoticeDoubt.BAD_DATE, words),))
    if first > last and told["y"] is None:
        first = date(year - 1, month, int(told["d"]))
    if not timedelta(0) < last - first < timedelta(days=120):
        return None
    doubts += _contradicts(folded, match.start(), match.start(), first)
    for said, day in ((match["wd0"] or match["wt0"], first), (match["wd1"] or match["wt1"], last)):
        if said and _DAYS[said] != day.weekday():
            doubts.append((NoticeDoubt.WEEKDAY, _NAMES[_DAYS[said]]))
    return DateHit(match.start(), match.end(), first, last, doubts=tuple(doubts))


def through_days(folded: str, begin: int, year: int) -> tuple[DateHit, TimeHit] | None:
    """Return the days and hours of "từ 7 giờ 30 ngày 14/10 đến 11 giờ 30 ngày 15/10/2021"; None where none is said.

    A year that only the last day has is the first one's too; one that neither has is `year`, with a doubt.
    """
    match = _THROUGH.search(folded, begin)
    if match is None:
        return None
    opens = next(times(folded[match.start("h") : match.end("h")]), None)
    closes = next(times(folded[match.start("h2") : match.end("h2")]), None)
    last = next(iter(dates(folded[match.start("d2") : match.end("d2")], year, known=False)), None)
    if opens is None or closes is None or last is None or last.day is None:
        return None
    (first,) = dates(folded[match.start("d") : match.end("d")], last.day.year, known=True)[:1] or (None,)
    if first is None or first.day is None or not timedelta(0) < last.day - first.day < timedelta(days=32):
        return None
    doubts = (*last.doubts, *_contradicts(folded, match.start("d"), match.end("d"), first.day))
    doubts += tuple(_contradicts(folded, match.start("d2"), match.end("d2"), last.day))
    hours = TimeHit(*match.span("h"), opens.begin, closes.begin, match.span("h2"))
    return DateHit(match.start("d"), match.end("d2"), first.day, last.day, doubts), hours


def weekday_near(folded: str, start: int, stop: int) -> tuple[int, int, int] | None:
    """Return the weekday said beside a date: its number, and where it stands."""
    before = folded[max(0, start - _NEAR) : start]
    edge = max(before.rfind("\n"), before.rfind(";"))
    before = before[edge + 1 :]
    base = start - len(before)
    hits = [m for m in _WEEKDAY.finditer(before) if _only_filler(before[m.end() :])]
    if hits:
        return _number(hits[-1]), base + hits[-1].start(), base + hits[-1].end()
    match = _WEEKDAY.match(folded[stop : stop + 20].lstrip(" ,(-"))
    if match is None:
        return None
    lead = len(folded[stop : stop + 20]) - len(folded[stop : stop + 20].lstrip(" ,(-"))
    return _number(match), stop + lead + match.start(), stop + lead + match.end()


def _only_filler(words: str) -> bool:
    return (
        re.fullmatch(r"[\s,(\-]*(?:tuan\s+nay\s*\(?)?(?:ngay)?(?:\s+(?:mung|mong))?[\s,(]*", words)
        is not None
    )


def _number(match: re.Match[str]) -> int:
    return 6 if match["cn"] else _DAYS[match["wd"] or match["wt"]]


def _contradicts(folded: str, start: int, stop: int, day: date) -> list[tuple[NoticeDoubt, str]]:
    near = weekday_near(folded, start, stop)
    if near is None or near[0] == day.weekday():
        return []
    return [(NoticeDoubt.WEEKDAY, _NAMES[near[0]])]


def relative(folded: str, today: date) -> DateHit | None:
    """Return the day that words like "sáng mai" or "thứ Tư tuần này" mean, always with a doubt."""
    for match in _RELATIVE.finditer(folded):
        if match["to"]:
            day = today
        elif match["to1"]:
            day = today + timedelta(days=1)
        elif match["to2"]:
            day = today + timedelta(days=2)
        else:
            day = today - timedelta(days=today.weekday()) + timedelta(days=_number(match))
            if match["week"] in ("tuan sau", "tuan toi"):
                day += timedelta(days=7)
        doubt = (NoticeDoubt.DATE_GUESSED, f"{day.day}/{day.month}/{day.year}")
        return DateHit(match.start(), match.end(), day, doubts=(doubt,))
    return None


def times(folded: str) -> Iterator[TimeHit]:
    """Yield the hours of a text, as written; "2 giờ chiều" becomes 14:00."""
    for match in _TIME.finditer(folded):
        begin = _time(match["h"], match["mi"], match["ap"])
        end = _time(match["h2"], match["mi2"], match["ap2"]) if match["h2"] else None
        if begin is None:
            continue
        after = folded[match.end() : match.end() + 16]
        if begin.minute == 0 and re.match(r"\s*ruoi\b", after):
            begin, after = begin.replace(minute=30), after.replace("ruoi", "", 1)
        if begin.hour < 12 and re.match(r"\s*(?:chieu|toi)\b", after):
            begin = begin.replace(hour=begin.hour + 12)
        if end is None:
            yield TimeHit(match.start(), match.end(), begin)
            continue
        stop = match.start() + len(re.split(r"\s*(?:den|-|–)\s*", match[0], maxsplit=1)[0])
        yield TimeHit(match.start(), stop, begin, end, match.span("to"))


def times_in(folded: str) -> bool:
    """Say whether a text names an hour."""
    return next(times(folded), None) is not None


def _time(hour: str, minutes: str | None, half: str | None = None) -> time | None:
    """Return an hour; `half` is "SA" or "CH", the half of the day that a program writes after it."""
    at = int(hour)
    if half and at <= 12:
        at = at % 12 + (12 if half[0] in "cp" else 0)
    return time(at, int(minutes or 0)) if at < 24 else None


def part_of(folded: str, low: str = "") -> tuple[DayPart, int, int] | None:
    """Return what words say of the part of the day, and where: "sáng", "cả ngày", "01 ngày".

    `low`, the same words with their marks, tells the morning ("sáng") from the verb ("dời sang").
    """
    many = _MANY.search(folded)
    if many and int(many["n"]) == 1 and not folded[: many.start()].rstrip().endswith(("½", "/")):
        return DayPart.DAY, many.start(), many.end()
    found = (
        one
        for one in _PART.finditer(folded)
        if low[one.end() - 4 : one.end()] != "sang" or (low.isascii() and _MORNING.match(low, one.end()))
    )
    match = next(found, None)
    if match is None:
        return None
    words = match["p"].split()[-1] if not _BOTH.match(match["p"]) else "ngay"
    named = {"sang": DayPart.MORNING, "chieu": DayPart.AFTERNOON, "toi": DayPart.EVENING, "ngay": DayPart.DAY}
    return named[words], match.start(), match.end()
