"""Days: that they exist, their weekday, zeros, order, and past against future.

Zeros by Hướng dẫn 36-HD/VPTW and Nghị định 30/2020/NĐ-CP: before days below 10 and before the months 1 and 2.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from desk.dates.written import day_month
from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Chủ nhật")
_DIGIT = Lazy(r"\d")
_NUMERIC = Lazy(r"(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/%]|[.,-]\d|-[A-ZĐ]{2})")
_SPELT = Lazy(r"\b[Nn]gày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?", needs=("gày ",))
_WEEKDAY = Lazy(
    r"\b(?:([Tt]hứ) ([Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|([Cc]hủ [Nn]hật))\b", needs=("hứ ", "hủ ")
)
_TO_DAY = Lazy(r"(?: (?:tuần|đầu tuần|cuối tuần)?(?: ?(?:này|tới|sau|trước|qua))?)?[,\s(]*(?:ngày )?[\s(]*")
_CLOSED = Lazy(r"\)|, (?![Tt]hứ|[Cc]hủ)")
_TO_WEEKDAY = Lazy(r",? ?\($")
_IS_WEEKDAY = Lazy(
    r"(?:,| là| (?:chính )?là ngày| rơi vào)(?: ngày)? $"
)  # "07/9/2024, thứ Sáu.", "26/3/2022 là thứ Sáu"
_SENTENCE_ENDS = Lazy(r"[.;!?)]|$")
_IS_DAY = Lazy(
    r"(?:\b(?:ngày|Ngày|sáng|chiều|tối|trưa|đêm|hôm|Sáng|Chiều|Tối|Trưa|Đêm|Hôm|đợt|mùng|dịp|đến|"
    r"hết|Nam|đỏ|nhi|Quốc tế|"
    r"thứ \w+,|Chủ nhật,|tuần (?:này|tới|sau|trước|qua),)|[(“])\s*$"
)
_RANGE_DAYS = Lazy(
    r"từ ngày (\d{1,2})(?:/\d{1,2})? đến (?:hết )?(?:ngày )?(\d{1,2})/(\d{1,2})(?:/\d{4})?",
    needs=("từ ngày",),
)
_TWO_DAYS = Lazy(r"\bngày (\d{1,2}) và (?:ngày )?(\d{1,2})(?=/\d{1,2}\b)", needs=(" và ",))
_RANGE_MONTHS = Lazy(
    r"\b[Tt]ừ tháng (\d{1,2})/(\d{4}) (?:đến|tới) (?:hết )?(?:tháng )?(\d{1,2})/(\d{4})", needs=("ừ tháng",)
)
_IN_FORCE = Lazy(
    r"(?:thông qua|ban hành|ký|ký ban hành)(?: vào)? ngày (\d{1,2}/\d{1,2}/\d{4}),?[^.;]{0,30}? (?:có )?hiệu lực "
    r"(?:thi hành )?(?:kể )?từ (?:ngày )?(\d{1,2}/\d{1,2}/\d{4})",
    needs=("hiệu lực",),
)
_MONTH_PAST = Lazy(
    r"\btháng (\d{1,2}|Giêng|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười) vừa (?:qua|rồi)\b", needs=("vừa",)
)
_MONTHS = ("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
_RANGE_YEARS = Lazy(r"\b((?:19|20)\d\d)(\s*[-–]\s*)((?:19|20)\d\d)\b", needs=("19", "20"))
_HOURS = Lazy(r"từ (\d{1,2}) giờ(?: \d+)? đến (\d{1,2}) giờ", needs=(" giờ",))
_PAST = Lazy(r"\bvừa qua\b", needs=("vừa qua",))
_WILL = Lazy(r"\b(?:sẽ|sắp|tới đây)\b")
_UNTIL = Lazy(r"(?:^|[.;!?] )(?:Đến|Tính đến)(?: hết)?(?: ngày)? $")
_HAPPENED = Lazy(r",? (?:đã|có|toàn|tổng|cả)\b")
_LAST = Lazy(r" vừa qua\b|(?<= )vừa rồi\b", needs=("vừa",))
_BETWEEN = Lazy(r"\s*(?:[-–]|đến(?: hết)?(?: (?:ngày|đêm|sáng|trưa|chiều|tối))*)\s*")
_DUE = Lazy(r"\bsẽ\b[^.;!?]{0,45}\b(?:trước|xong trong|đến hết) ngày $", needs=("sẽ",))
_HAD = Lazy(r"\b(?:lúc đó|khi ấy|từng|đã)\b")
_THAT_DAY = Lazy(r"\b(?:hôm|sáng|chiều|tối)(?: ngày)? $")
_SOON, _LONG_AGO = 2, 180  # days
_HALF_A_YEAR = 6  # months
_SOURCE = "Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW"


class Day(NamedTuple):
    """A day as written, `spelt` with the word “tháng” or not; `year` 0 when none is. Not every one `exists`."""

    start: int  # in the paragraph
    end: int
    day: int
    month: int
    year: int
    spelt: bool

    @property
    def date(self) -> dt.date | None:
        """Return the day when it is whole and exists."""
        return dt.date(self.year, self.month, self.day) if self.year and exists(self) else None


def exists(one: Day) -> bool:
    """Return whether a calendar has the day; 29 February without a year it has."""
    if not 1 <= one.month <= 12 or one.day < 1 or (one.year and one.year < 1):
        return False
    return one.day <= monthrange(one.year or 2024, one.month)[1]


def days(one: Paragraph) -> list[Day]:
    """Return the days written in a paragraph, not fractions and not numbers of documents."""
    found: list[Day] = []
    for hit in _NUMERIC.finditer(one.text):
        day, month, year = int(hit.group(1)), int(hit.group(3)), hit.group(4)
        before = one.text[: hit.start()]
        if one.fenced(one.start + hit.start(), one.start + hit.end()):
            continue
        if not year and (hit.group(2) != "/" or not _IS_DAY.search(before[-12:])):
            continue
        if not year and month > 12 and re.search(r"(?:đến|hết|và)\s*$", before[-5:]):
            continue  # "đường ô tô đến 13/13 thôn"
        if year and hit.group(2) == "." and day > 31:
            continue
        if re.search(r"(?:[Ss]ố|hạng|tỉ số|tỷ số):?\s*$", before):
            continue
        full = (int(year) + 2000 if len(year) == 2 else int(year)) if year else 0
        found.append(Day(hit.start(), hit.end(), day, month, full, False))
    for hit in _SPELT.finditer(one.text):
        day, month, full = int(hit.group(1)), int(hit.group(2)), int(hit.group(3) or 0)
        found.append(Day(hit.start(1), hit.end(), day, month, full, True))
    return sorted(found, key=lambda it: it.start)


def find(one: Paragraph, today: dt.date | None) -> list[Finding]:
    """Return what is wrong with the days of a paragraph; `today` is the day of the event or of writing."""
    found: list[Finding] = []
    if _DIGIT.search(one.text):
        written = days(one)
        found += _forms(one, written)
        found += _weekdays(one, written, today)
        found += _ranges(one, written)
        found += _tenses(one, written, today)
    return found


def told(
    one: Paragraph, rule: str, span: tuple[int, int], message: str, right: tuple[str, ...] = (),
    severity: Severity = Severity.WRONG,
) -> Finding:  # fmt: skip
    """Return a finding about a day, of a place in its paragraph."""
    source = _SOURCE if rule == "zero" else ""
    text = one.text[span[0] : span[1]]
    return Finding(
        f"date.{rule}", severity, one.start + span[0], one.start + span[1], text, message, right, source
    )


def right_form(one: Day) -> str:
    """Return a numeric day by the rule of zeros: 05/8/2008, 18/01/2018."""
    return day_month(one.day, one.month) + (f"/{one.year}" if one.year else "")


def _forms(one: Paragraph, written: list[Day]) -> Iterator[Finding]:
    for it in written:
        text = one.text[it.start : it.end]
        if not exists(it):
            if it.year or it.day > 0:
                yield told(one, "impossible", (it.start, it.end), "Ngày này không có trong lịch.")
        elif it.spelt:
            hit = re.match(r"(\d+) tháng (\d+)", text)
            if hit and (hit.group(1) != f"{it.day:02}" or (it.month < 3 and len(hit.group(2)) < 2)):
                right = (
                    f"{it.day:02} tháng {it.month:02}" if it.month < 3 else f"{it.day:02} tháng {it.month}"
                )
                span = (it.start, it.start + hit.end())
                yield told(one, "zero", span, "Thêm số 0 trước ngày dưới 10, tháng 1 và 2.", (right,))
        elif "/" in text and text != right_form(it):
            if one.loose and re.fullmatch(r"\d\d/\d\d/\d{4}", text):
                continue  # mastheads and datelines: dd/MM/yyyy
            yield told(
                one,
                "zero",
                (it.start, it.end),
                "Số 0 chỉ viết trước ngày dưới 10, tháng 1 và 2; năm viết đủ.",
                (right_form(it),),
            )
    for hit in re.finditer(r"(?:trước|từ|đến) ngày (\d{1,2}) hằng tháng", one.text):
        if not 1 <= int(hit.group(1)) <= 31:
            yield told(one, "impossible", hit.span(1), "Ngày này không có trong lịch.")
    for hit in re.finditer(r"\b[Tt]háng (\d{1,2})/\d{4}\b", one.text):
        if not 1 <= int(hit.group(1)) <= 12:
            yield told(one, "impossible", (hit.start(1), hit.end()), "Năm không có tháng này.")
    for hit in re.finditer(r"\b[Nn]gày (\d{4})/(\d{1,2})/(\d{1,2})\b", one.text):
        day = Day(0, 0, int(hit.group(3)), int(hit.group(2)), int(hit.group(1)), False)
        if exists(day):
            yield told(
                one, "order", (hit.start(1), hit.end()), "Viết ngày trước, năm sau.", (right_form(day),)
            )


def _weekdays(one: Paragraph, written: list[Day], today: dt.date | None) -> Iterator[Finding]:
    for hit in _WEEKDAY.finditer(one.text):
        follow = _TO_DAY.match(one.text, hit.end())
        at = follow.end() if follow else hit.end()
        closed = bool(_CLOSED.match(one.text, hit.end()))
        before = _TO_WEEKDAY.search(one.text, max(0, hit.start() - 4), hit.start()) if closed else None
        if before is None and (closed or _SENTENCE_ENDS.match(one.text, hit.end())):
            before = _IS_WEEKDAY.search(one.text, max(0, hit.start() - 18), hit.start())
        day = next((it for it in written if it.start == at), None) or next(
            (it for it in written if before and it.end == before.start()), None
        )
        if day is None or not exists(day):
            continue
        when = day.date or (
            dt.date(today.year, day.month, day.day) if today and _in_year(day, today.year) else None
        )
        if when is None:
            continue
        said = (hit.group(2) or "Chủ nhật").capitalize()
        index = int(said) - 2 if said.isdigit() else _WEEKDAYS.index(said)
        if index != when.weekday():
            right = _WEEKDAYS[when.weekday()]
            full = right if right == "Chủ nhật" else f"{hit.group(1) or 'thứ'} {right}"
            message = f"Ngày {when:%d/%m/%Y} là {full}."
            yield told(one, "weekday", hit.span(), message, (full,))


def _in_year(day: Day, year: int) -> bool:
    return day.day <= monthrange(year, day.month)[1]


def _ranges(one: Paragraph, written: list[Day]) -> Iterator[Finding]:
    for hit in _RANGE_YEARS.finditer(one.text):
        if int(hit.group(1)) > int(hit.group(3)):
            yield told(
                one, "reversed", hit.span(), "Hai năm bị đảo.", (hit.group(3) + hit.group(2) + hit.group(1),)
            )
    for hit in _HOURS.finditer(one.text):
        if int(hit.group(1)) > int(hit.group(2)) and int(hit.group(1)) < 22:
            yield told(one, "reversed", hit.span(), "Giờ kết thúc sớm hơn giờ bắt đầu.", (), Severity.LOOK)
    for hit in _RANGE_DAYS.finditer(one.text):
        if "/" not in one.text[hit.start(1) : hit.start(2)] and int(hit.group(1)) > int(hit.group(2)):
            yield told(one, "reversed", hit.span(), "Ngày kết thúc sớm hơn ngày bắt đầu.")
    for hit in _TWO_DAYS.finditer(one.text):
        if int(hit.group(1)) > int(hit.group(2)):
            yield told(one, "reversed", hit.span(), "Ngày sau viết trước ngày trước.")
    for hit in _RANGE_MONTHS.finditer(one.text):
        began, ended = (int(hit.group(2)), int(hit.group(1))), (int(hit.group(4)), int(hit.group(3)))
        if began > ended:
            swapped = f"{hit.group()[:2]} tháng {hit.group(3)}/{hit.group(4)} đến tháng {hit.group(1)}/{hit.group(2)}"
            yield told(one, "reversed", hit.span(), "Tháng kết thúc sớm hơn tháng bắt đầu.", (swapped,))
    for hit in _IN_FORCE.finditer(one.text):
        made, day = (next((it for it in written if it.start == hit.start(at)), None) for at in (1, 2))
        if made and day and made.date and day.date and day.date < made.date:
            span = (day.start, day.end)
            yield told(one, "reversed", span, "Có hiệu lực trước ngày được ban hành.", (), Severity.LOOK)
    for first, second in pairwise(written):
        between = one.text[first.end : second.start]
        both = between.strip() in ("và", ",") and re.search(r"hai ngày\s$", one.text[: first.start])
        if not both and not _BETWEEN.fullmatch(between):
            continue
        if not first.year and exists(first) and exists(second):
            over = first.month >= 10 and second.month <= 3  # the turn of the year
            if not over and (first.month, first.day) > (second.month, second.day):
                span = (first.start, second.end)
                swapped = one.text[second.start : second.end] + between + one.text[first.start : first.end]
                fixes = () if second.year else (swapped,)
                yield told(one, "reversed", span, "Ngày kết thúc sớm hơn ngày bắt đầu.", fixes)
        elif first.date and second.date and first.date > second.date:
            right = one.text[second.start : second.end] + between + one.text[first.start : first.end]
            span = (first.start, second.end)
            yield told(one, "reversed", span, "Ngày kết thúc sớm hơn ngày bắt đầu.", (right,))


def _tenses(one: Paragraph, written: list[Day], today: dt.date | None) -> Iterator[Finding]:
    for sentence in re.finditer(r"(?:[^.!?]|[.](?=\d))+", one.text):
        inside = [it for it in written if sentence.start() <= it.start < sentence.end() and exists(it)]
        past, will = _PAST.search(sentence.group()), _WILL.search(sentence.group())
        if past and will and inside and re.search(r"\d\s+vừa qua\b", sentence.group()):
            span = (sentence.start() + past.start(), sentence.start() + past.end())
            yield told(one, "tense", span, "“Vừa qua” mà lại “sẽ”: việc đã hay chưa diễn ra?", ("tới",))
            continue
        if today and past and re.search(r"vừa qua (?:đã|,)", sentence.group()):
            late = [it for it in inside if it.date and (it.date - today).days > 0]
            if late:
                span = (sentence.start() + past.start(), sentence.start() + past.end())
                yield told(one, "future", span, "“Vừa qua” mà ngày còn ở phía trước.", ("tới",))
    if today is None:
        return
    yield from _nearest(one, written, today)
    for it in written:
        before = one.text[: it.start][-60:]
        if it.date and it.date < today and _DUE.search(before) and not _HAD.search(before):
            span = (it.start, it.end)
            yield told(one, "future", span, "Hạn này đã qua.", (), Severity.LOOK)
    for hit in _MONTH_PAST.finditer(one.text):
        month = int(hit.group(1)) if hit.group(1).isdigit() else _MONTHS.index(hit.group(1)) + 1
        if 1 <= month <= 12 and (today.month - month) % 12 > _HALF_A_YEAR:
            yield told(one, "future", hit.span(), "Tháng này còn ở phía trước.", (), Severity.LOOK)
    for it in written:
        if (
            it.date
            and it.date.year > today.year + 2
            and re.search(r"\b(?:tối|sáng|chiều|ngày|Sau)\b", one.text[: it.start][-30:])
        ) and not re.search(r"\b(?:đến|trước|hết|hạn|tới)\b", one.text[: it.start][-25:]):
            yield told(one, "future", (it.start, it.end), "Ngày này còn ở phía trước.", (), Severity.LOOK)
    for hit in re.finditer(r"(?:tháng đầu|quý [IV]+|tháng \d+|Trong|từ đầu) năm (\d{4})\b", one.text):
        if int(hit.group(1)) > today.year + 1 and re.search(
            r"\b(?:đã|còn|xảy ra|đạt|tăng|giảm|có)\b", one.text[hit.end() :][:90]
        ):
            yield told(
                one, "future", hit.span(1), "Năm này còn ở phía trước.", (str(today.year),), Severity.LOOK
            )


def _nearest(one: Paragraph, written: list[Day], today: dt.date) -> Iterator[Finding]:
    """Yield days without a year that are yet to come where they are told as gone, or were gone long ago."""
    for it in written:
        if it.year or not exists(it) or not _in_year(it, today.year):
            continue
        when = dt.date(today.year, it.month, it.day)
        last = _LAST.match(one.text, it.end) or (
            _THAT_DAY.search(one.text[: it.start]) and _HAPPENED.search(one.text[it.end :][:60])
        )
        until = _UNTIL.search(one.text[: it.start]) and _HAPPENED.match(one.text, it.end)
        ahead = (when - today).days
        if (last or until) and _SOON < ahead < 365 - _LONG_AGO:
            span = (it.start, it.end)
            yield told(one, "future", span, "Ngày này còn ở phía trước.", (), Severity.LOOK)
