"""What a notice changes: put off, cancelled, moved to another time or place."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.announcements.bodies import is_place
from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, TimeHit, dates, part_of, times
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Change, ChangeKind, Field, FieldSpan, MeetingFound, hour_spans

_OFF = re.compile(r"\b(?:tạm\s+)?(?P<w>hoãn|hủy|huỷ|ngừng\s+tổ\s+chức|không\s+tổ\s+chức)\b(?!\s*(?:diện))")
_TO = re.compile(
    r"(?:\b(?:chuyển(?!\s+(?:đổi|giao))|dời|lùi|đẩy(?!\s+mạnh)|(?<!chuyển\s)đổi(?!\s+mới)|hoãn|thay"
    r"|điều\s+chỉnh)\b[^.;\n]{0,110}?\b(?:sang|qua|đến|tới|lên"
    r"|vào|thành|xuống|lại)\b|\btừ\b[^.;\n]{0,60}?\b(?:chuyển\s+)?(?:sang|lên|xuống)\b|(?:sửa|đọc|chữa"
    r"|đính\s+chính)\s+(?:lại\s+)?(?:là|thành|:)"
    r"|(?:diễn|tổ\s+chức|họp|thi)\s+bù|nay\s+là|thời\s+gian\s+mới|ngày\s+mới|giờ\s+mới)"
    r"\s*(?:ngày|lúc|vào|hồi|là|:|\"|“)*\s*(?P<to>(?:[^.;\n]|\.(?=\d))*)"
)
_OTHER_PLACE = re.compile(
    r"(?:thay\s+đổi|chuyển|đổi|dời|điều\s+chỉnh)\s+địa\s+điểm|địa\s+điểm\s+(?:mới|chuyển)"
)
_CORRECTED = re.compile(
    r"(?:đã\s+(?:ghi|in|viết)|thay\s+cho)[^.;\n]{2,60}?(?:sửa|đọc|chữa)\s+(?:lại\s+)?(?:là"
    r"|thành)\s*[\"“]?(?P<p>[^\"”;\n]{4,80})"
)
_FROM = re.compile(r"\((?:chuyển|dời|lùi|đẩy|đổi)\s+từ\s+(?P<f>[^()]*\d[^()]*)\)")
_INSTEAD = re.compile(r"\bthay\s+(?:vì|cho)\s+(?P<f>[^().;\n]*\d[^().;\n]*)")
_EARLIER = re.compile(r"truoc\s+do|theo\s+ke\s+hoach|thay\s+vi|truoc\s+day|du\s+kien\s+truoc")
_PLANNED = re.compile(
    r"(?:to\s+chuc|dien\s+ra|du\s+kien|du\s+dinh)\s+(?:[^.;\n]{0,30}\s)?(?:vao|luc|trong|tu)\b"
)
_LATER = re.compile(r"tuần\s+(?:sau|tới)|tháng\s+sau|thông\s+báo\s+sau|dịp\s+khác|tháng\s+đầu|mùa|năm\s+sau")


def change_in(letters: Letters, start: int, stop: int, found: MeetingFound, year: int) -> MeetingFound:
    """Return a meeting as its words change it: "(HOÃN)", "chuyển sang 9h00 thứ Năm", "hoãn sang tuần sau"."""
    low = letters.low[start:stop]
    clauses = sorted(_TO.finditer(low), key=lambda to: ("thời gian" not in to[0], -to.start()))
    for to in clauses:
        begin, end = start + to.start("to"), start + to.end("to")
        moved = _moved(letters, begin, end, found, year)
        if moved is not None:
            old = _old(letters, start, start + to.start("to"), found, year)
            earlier = _EARLIER.search(letters.bare, begin, stop)
            if earlier is not None and old.date in (found.date, moved.date):
                old = _old(letters, earlier.end(), stop, found, year)
            before = _told(old) if old.date or old.start else ""
            if "cùng ngày" in to["to"] and old.date and moved.date == found.date:
                moved = replace(moved, date=old.date)
            kept = tuple(
                doubt for doubt in moved.doubts if doubt[0] is not NoticeDoubt.NO_TIME or moved.start is None
            )
            return replace(moved, change=old, doubts=(*kept, (NoticeDoubt.MOVED, before)))
    came = _FROM.search(low)
    if came is not None:
        old = _old(letters, start + came.start("f"), start + came.end("f"), found, year)
        return replace(found, change=old, doubts=(*found.doubts, (NoticeDoubt.MOVED, _told(old))))
    instead = _INSTEAD.search(low)
    if instead is not None:
        old = _old(letters, start + instead.start("f"), start + instead.end("f"), found, year)
        if (old.date, old.start) != (found.date, found.start):
            return replace(found, change=old, doubts=(*found.doubts, (NoticeDoubt.MOVED, _told(old))))
    right = _CORRECTED.search(low)
    if right is not None and is_place(right["p"]):
        span = FieldSpan(Field.PLACE, start + right.start("p"), start + right.end("p"))
        told = Change(ChangeKind.PLACE, found.date, found.start)
        return replace(
            found,
            place=letters.words(span.start, span.stop),
            change=told,
            doubts=(*found.doubts, (NoticeDoubt.PLACE_CHANGED, "")),
            spans=(*found.spans, span),
        )
    if _OTHER_PLACE.search(low):
        told = Change(ChangeKind.PLACE, found.date, found.start)
        return replace(found, change=told, doubts=(*found.doubts, (NoticeDoubt.PLACE_CHANGED, "")))
    off = _OFF.search(low)
    if off is None:
        return found
    kind = (
        ChangeKind.POSTPONED if off["w"] == "hoãn" or _LATER.search(low, off.end()) else ChangeKind.CANCELLED
    )
    doubt = NoticeDoubt.CANCELLED if kind is ChangeKind.CANCELLED else NoticeDoubt.POSTPONED
    return replace(found, change=Change(kind, found.date, found.start), doubts=(*found.doubts, (doubt, "")))


def _moved(letters: Letters, begin: int, end: int, found: MeetingFound, year: int) -> MeetingFound | None:
    """Return the meeting at the day and hour that it is put to; None when none is named."""
    words = letters.bare[begin:end]
    days = [hit for hit in dates(words, year, known=True) if hit.day]
    hours = list(times(words))
    if not days and not hours:
        return None
    day, hour = (days[0] if days else None), (hours[0] if hours else None)
    spans = [span for span in found.spans if span.field not in (Field.DATE, Field.START, Field.END)]
    if day is not None:
        spans.append(FieldSpan(Field.DATE, begin + day.start, begin + day.stop))
    else:
        spans += [span for span in found.spans if span.field is Field.DATE]
    # "dời sang ngày 10/12 …, khai mạc lúc 8 giờ": the hour stands after the day
    after = hour is None and any(one.field is Field.START and one.start > begin for one in found.spans)
    if hour is not None:
        spans += hour_spans(hour, begin)
    elif after:
        spans += [one for one in found.spans if one.field in (Field.START, Field.END)]
    return replace(
        found,
        date=day.day if day else found.date,
        last=day.last if day else found.last,
        start=hour.begin if hour else (found.start if after or not day else None),
        end=hour.end if hour else found.end if after else None,
        part=_part(letters, begin, end, day, hour, found),
        doubts=tuple(
            one
            for one in (*found.doubts, *(day.doubts if day else ()))
            if not day or one[0] is not NoticeDoubt.NO_DATE
        ),
        spans=tuple(spans),
    )


def _part(
    letters: Letters, begin: int, end: int, day: DateHit | None, hour: TimeHit | None, found: MeetingFound
) -> DayPart | None:
    said = part_of(letters.bare[begin : min(end, begin + 60)], letters.low[begin : min(end, begin + 60)])
    if said is not None:
        return said[0]
    return found.part if day is None or hour is None else None


def _old(letters: Letters, start: int, stop: int, found: MeetingFound, year: int) -> Change:
    """Return what was announced before: the last day and hour named before the new ones, else what was read."""
    words = letters.bare[start:stop]
    planned = _PLANNED.search(words)
    if planned is not None and any(hit.day for hit in dates(words[planned.end() :], year, known=True)):
        days = [hit for hit in dates(words[planned.end() :], year, known=True) if hit.day][:1]
        hours = list(times(words[planned.end() : planned.end() + 60]))[:1]
        return Change(ChangeKind.MOVED, days[0].day, hours[0].begin if hours else None)
    days = [hit for hit in dates(words, year, known=True) if hit.day]
    hours = list(times(words))
    day = days[-1].day if days else found.date
    hour = hours[-1].begin if hours else (None if days and found.date != day else found.start)
    return Change(ChangeKind.MOVED, day, hour)


def _told(old: Change) -> str:
    words = [
        f"{old.start:%H:%M}" if old.start else "",
        f"{old.date.day}/{old.date.month}/{old.date.year}" if old.date else "",
    ]
    return " ".join(filter(None, words))
