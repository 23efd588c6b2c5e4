"""A notice of several meetings: blocks with a time each, list lines with an hour each, sentences of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desk.announcements.bodies import is_place
from desk.announcements.dates import DateHit, NoticeDoubt, dates, fold, times, times_in
from desk.announcements.day_entries import HOUR, Entry
from desk.announcements.entry import past_paper, read_entry
from desk.announcements.events import EVENT
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound

ITEM = re.compile(
    r"(?m)^[ \t]*(?:[-+*•–—◦▪●][ \t]*|\d{1,2}[.)][ \t]*|[ivx]{1,4}[.)][ \t]*|[a-eđ][.)/][ \t]*"
    r"|(?=(?:lop|nhom|dot|khoi|cum|ca)[ \t]+\d+\b[^\n:]*:)"
    rf"|(?=(?:thon|to|xa|phuong|ban|ap|khu|khoi|cum)[ \t][^\n:]{{1,40}}:[ \t]*(?:luc[ \t]+|tu[ \t]+)?{HOUR})"
    rf"|(?=(?:luc[ \t]+)?{HOUR}[ \t,]*(?:(?:sang|chieu"
    rf"|toi)[ \t]+)?(?:thu[ \t]+\w+[ \t,]*)?(?:ngay[ \t]+)?\(?\d{{1,2}}[/.]\d)"
    rf"|(?=(?:luc[ \t]+)?{HOUR}(?:[ \t]*(?:-|–|den)[ \t]*{HOUR})?[ \t]*[:,–-][ \t]*[a-z]))"
    r"(?P<t>[^\n]+)"
)
_WHEN = re.compile(
    r"(?m)^[ \t]*(?:[-+*•–—◦▪●][ \t]*|\d{1,2}[.)\-][ \t]*)?(?:thoi[ \t]+gian|tg|ngay(?:[ \t]+hop)?)[ \t]*:"
)
_LABELLED = re.compile(
    r"(?m)^[ \t]*(?:[-+*•–—◦▪●][ \t]*|\d{1,2}[.)\-][ \t]*)?(?P<n>ngay|gio|phong|nguoi[ \t]+chu[ \t]+tri"
    r"|noi[ \t]+dung|nd"
    r"|thoi[ \t]+gian|tg|dia[ \t]+diem|dd|chu[ \t]+tri|ct|thanh[ \t]+phan|tp)[ \t]*:"
)
_DEADLINE = re.compile(
    r"\b(?:truoc|han|cham\s+nhat|muon\s+nhat|gui\s+(?:ve|truoc)|dang\s+ky|nop|kiem\s+tra\s+duong\s+truyen)\b"
)
_SAME_DAY = re.compile(r"\bcung\s+(?:ngay|gio)\b|^\s*(?:ngay\s+sau|sau|tiep\s+theo|tiep\s+do|ket\s+thuc)\b")
_NUMBERED = re.compile(r"(?:lop|dot|khoi|cum|nhom|ca|phien|buoi|doan)\s+(?:thu\s+)?[\divx]+\b")


_DATED_TAIL = re.compile(r",\s*(?:\d{1,2}\s*(?:giờ|h)|thứ\s|chủ\s+nhật|ngày\s|lúc\s|vào\s).*", re.IGNORECASE)
_TURNS = re.compile(r",?\s*(?:(?:hai|ba|bốn|năm|\d+)\s+đợt|đợt\s+\d).*", re.IGNORECASE)
_CORRECTION = re.compile(r"\s*[:,]\s*(?:trước\s+đây\s+)?đã\s+(?:ghi|in|viết)\b.*", re.DOTALL)
# What only one meeting's own agenda tells, hour by hour.
_AGENDA = re.compile(
    r"\b(?:don\s+(?:tiep\s+)?(?:dai\s+bieu|khach)|on\s+dinh\s+(?:to\s+chuc|dai\s+bieu)|tuyen\s+bo\s+ly\s+do"
    r"|giai\s+lao|tham\s+luan"
    r"|van\s+nghe\s+chao\s+mung|khai\s+mac$|be\s+mac$|phat\s+bieu\s+(?:khai|chi\s+dao|be)|ket\s+luan\s+hoi)\b"
)
_FEW = 3  # words of a meeting's name
_EVENT_AHEAD = re.compile(rf"\s*(?:[^.;:\n]{{0,12}}\s)?{EVENT.pattern}")
_WHEN_AHEAD = re.compile(
    rf"\s*(?:(?:luc|vao|tu|hoi|sang|chieu|toi|ca\s+ngay|ngay|thu)\s+)*(?:{HOUR}|(?:thu\s+\w+|chu\s+nhat)\b"
    rf"|ngay\s+\d|\d{{1,2}}\s*[/-]\s*\d|\d{{1,2}}\s+(?:ngay|buoi)\b)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a notice that tells of one meeting."""

    start: int
    stop: int


def blocks(letters: Letters) -> list[Block]:
    """Cut a notice whose meetings have each their own "Thời gian" into them; one block when it has one."""
    whens = [match.start() for match in _WHEN.finditer(letters.bare)]
    if len(whens) < 2:
        return [Block(0, len(letters.text))]
    starts: list[int] = []
    seen: set[str] = set()
    last = 0
    for match in _LABELLED.finditer(letters.bare):
        name = match["n"].split()[0]
        if name in seen or not starts:
            starts.append(_line_after(letters, last) if starts else _first(letters, match.start()))
            seen = set()
        seen.add(name)
        last = match.end()
    if not starts:
        return [Block(0, len(letters.text))]
    made = [Block(a, b) for a, b in zip(starts, [*starts[1:], len(letters.text)], strict=True)]
    return [one for one in made if any(one.start <= at < one.stop for at in whens)]


def _line_after(letters: Letters, at: int) -> int:
    end = letters.text.find("\n", at)
    return end + 1 if end >= 0 else len(letters.text)


def _first(letters: Letters, at: int) -> int:
    """Return where the first block begins: at the numbered line before its first label, else at the text's start."""
    before = letters.bare[:at].rstrip("\n").rfind("\n") + 1
    return before if re.match(r"[ \t]*\d[.)]", letters.bare[before:at]) else 0


def items(letters: Letters, year: int, *, known: bool, common: MeetingFound) -> list[MeetingFound]:
    """Return the meetings of a list whose lines have each an hour or a day of their own; fewer than two are none."""
    told: list[tuple[Entry, DateHit]] = []
    ranged = common.last is not None
    for match in ITEM.finditer(letters.bare):
        start, stop = past_paper(letters, *match.span("t")), match.end("t")
        days = [hit for hit in dates(letters.bare[start:stop], year, known=known) if hit.day]
        hours = [
            hit for hit in times(letters.bare[start:stop]) if not _deadline(letters, start, start + hit.start)
        ]
        if _deadline(letters, start, stop) or not (hours or days) or _is_label(letters, start, stop):
            continue
        turns = [hit for hit in days if hit.last]
        if not (hours or _is_class(letters, start, stop, turns)) and not re.search(
            r"hoan|huy|chuyen|doi|lui|\b(?:sang|chieu|toi|ca ngay)\b", letters.bare[start:stop]
        ):
            continue
        day = replace(days[0], start=days[0].start + start, stop=days[0].stop + start) if days else None
        if day is None and told and _SAME_DAY.search(letters.bare[start:stop]):
            day = told[-1][1]
        day = day or _in_the_lead(letters, year, known=known) or shared_day(common, letters)
        if day is None or (not days and not (ranged or common.date)):
            continue
        if len(turns) > 1 and "dot" in letters.bare[start:stop].split():
            told += [
                (Entry(start, stop), replace(hit, start=hit.start + start, stop=hit.stop + start))
                for hit in turns
            ]
        else:
            told.append((Entry(start, stop), day))
    if sum(_AGENDA.search(letters.bare, entry.start, entry.stop) is not None for entry, _ in told) > 1:
        return []
    common = _outside(common, [entry for entry, _ in told])
    found = [_item(letters, entry, day, common) for entry, day in told]
    apart = {(one.date, one.start, one.title) for one in found}
    return found if len(found) >= 2 and len(apart) == len(found) else []


def _is_class(letters: Letters, start: int, stop: int, turns: list[DateHit]) -> bool:
    """Say whether a line tells of one class of several, by its number and place, or by its place and days."""
    numbered = _NUMBERED.match(letters.bare, start, stop) is not None
    if numbered and re.search(r"\btai\s", letters.bare[start:stop]):
        return True
    return bool(turns) and is_place(letters.low[start:stop].partition(":")[0])


def _in_the_lead(letters: Letters, year: int, *, known: bool) -> DateHit | None:
    """Return the last day that is named before the list: "thay đổi lịch ngày 13/8 như sau"."""
    first = ITEM.search(letters.bare)
    lead = letters.bare[: first.start()] if first else ""
    days = [
        hit
        for hit in dates(lead, year, known=known)
        if hit.day and not _PAPER_DAY.search(letters.low[: hit.start])
    ]
    return days[-1] if days else None


_PAPER_DAY = re.compile(
    r"(?:,|số[^\n]{0,30}|thực\s+hiện[^\n]{0,120}|căn\s+cứ[^\n]{0,120}|đã\s+[^\n]{0,40}"
    r"|theo[^\n]{0,80})\s*ngày\s*$|(?:^|\n)\s*ngày\s*$"
)


def _outside(common: MeetingFound, entries: list[Entry]) -> MeetingFound:
    """Return what is common to all items: a place or a name that one of them tells is its own."""
    own = {
        span.field
        for span in common.spans
        if any(entry.start <= span.start < entry.stop for entry in entries)
    }
    title = next((span.start for span in common.spans if span.field is Field.TITLE), 0)
    apart = bool(entries) and title >= min(entry.start for entry in entries)
    return replace(
        common,
        title="" if apart else common.title,
        spans=tuple(one for one in common.spans if one.field not in own & {Field.PLACE, Field.CHAIR}),
        place="" if Field.PLACE in own else common.place,
        chairs=() if Field.CHAIR in own else common.chairs,
    )


def _is_label(letters: Letters, start: int, stop: int) -> bool:
    return (
        _LABELLED.match(letters.bare, start, stop) is not None
        or re.match(
            r"(?:da\s+(?:ghi|in|thong\s+bao)\b|nay\s+(?:sua|la|doi)|cu\s*:|moi\s*:|thoi\s+gian"
            r"|dia\s+diem|thanh\s+phan|chu\s+tri|tai\s+lieu|kinh\s+phi|noi\s+dung"
            r"|hinh\s+thuc|nguoi\s+chu|can\s+cu|yeu\s+cau|de\s+nghi|luu\b)",
            letters.bare[start:stop],
        )
        is not None
    )


def _deadline(letters: Letters, start: int, at: int) -> bool:
    return _DEADLINE.search(letters.bare[max(start, at - 24) : at]) is not None and at - start < 200


def shared_day(common: MeetingFound, letters: Letters) -> DateHit | None:
    """Return the day that is common to all, where it stands."""
    span = next((one for one in common.spans if one.field.value == "date"), None)
    if span is None or common.date is None:
        return None
    return DateHit(span.start, span.stop, common.date)


def _item(letters: Letters, entry: Entry, day: DateHit, common: MeetingFound) -> MeetingFound:
    one = read_entry(letters, entry, day)
    low = one.title.casefold()
    lead = letters.bare[entry.start : entry.stop].partition(":")[0]
    colon = lead != letters.bare[entry.start : entry.stop]
    after = letters.bare[entry.start + len(lead) + 1 : entry.stop]
    numbered = _NUMBERED.match(lead) is not None
    if (
        colon
        and not numbered
        and is_place(letters.low[entry.start : entry.start + len(lead)])
        and _EVENT_AHEAD.match(after)
    ):
        return _at_place(letters, entry, day, len(lead), common)
    if colon and numbered and "(" in lead and _WHEN_AHEAD.match(after):
        kept = tuple(d for d in one.doubts if d[0] is not NoticeDoubt.NO_TITLE)
        name = letters.words(entry.start, entry.start + len(lead)).strip(" -+*•")
        return replace(
            one, title=name, doubts=kept, chairs=one.chairs or common.chairs, place=_own_place(one, common)
        )
    if colon and (times_in(lead) or _NUMBERED.match(lead)) and _EVENT_AHEAD.match(after):
        rest = replace(entry, start=entry.start + len(lead) + 1)
        named = read_entry(letters, rest, day)
        if named.title:
            cut = re.split(r"\s*;|,\s*cũng\b", named.title)[0]
            start = one.start or named.start
            kept = tuple(d for d in one.doubts if d[0] is not NoticeDoubt.NO_TITLE)
            return replace(
                named,
                title=cut,
                start=start,
                end=one.end or named.end,
                place=_own_place(named, common),
                doubts=kept,
            )
    if colon and not _no_name(lead) and not times_in(lead) and _WHEN_AHEAD.match(after):
        kept = tuple(d for d in one.doubts if d[0] is not NoticeDoubt.NO_TITLE)
        name = _full(letters.words(entry.start, entry.start + len(lead)).strip(" -+*•"), common.title)
        return replace(
            one, title=name, doubts=kept, chairs=one.chairs or common.chairs, place=_own_place(one, common)
        )
    head = _NUMBERED.match(fold(low))
    if head and common.title and (head.end() == len(low) or low[head.end()] == ":"):
        one = replace(one, title=f"{common.title} {one.title[: head.end()]}")
        low = one.title.casefold()
    own = bool(low) and EVENT.search(fold(low)) is not None
    if (
        own
        and not head
        and ":" in letters.bare[entry.start : entry.stop]
        and EVENT.search(lead)
        and len(lead) < 80
        and not times_in(lead)
    ):
        words = _DATED_TAIL.split(letters.words(entry.start, entry.start + len(lead)))[0]
        one = replace(one, title=_full(words, common.title))
    elif not own and (common.title or not one.title):
        one = replace(
            one, title=common.title, doubts=tuple(d for d in one.doubts if d[0] is not NoticeDoubt.NO_TITLE)
        )
    one = replace(one, title=_CORRECTION.split(one.title)[0])
    return replace(
        one,
        place=one.place or common.place,
        chairs=one.chairs or common.chairs,
        spans=(
            *one.spans,
            *(
                span
                for span in common.spans
                if span.field.value in {"place", "chair", "title"}
                and span.field not in {s.field for s in one.spans}
            ),
        ),
    )


def _no_name(lead: str) -> bool:
    """Say whether words before a colon are no name of a meeting: too few, a number, a label."""
    return len(lead.split()) < _FEW or any(map(str.isdigit, lead)) or _NUMBERED.match(lead) is not None


def _own_place(one: MeetingFound, common: MeetingFound) -> str:
    return re.sub(r"^cũng\s+(?:tại|ở)\s+", "", one.place) or common.place


def _at_place(
    letters: Letters, entry: Entry, day: DateHit, length: int, common: MeetingFound
) -> MeetingFound:
    """Read an item that begins with its place: "Hội trường lớn: Bế giảng lớp …, 9h00 ngày 15/11"."""
    one = read_entry(letters, replace(entry, start=entry.start + length + 1), day)
    span = FieldSpan(Field.PLACE, entry.start, entry.start + length)
    title = _TURNS.sub("", re.split(r"\s*;", one.title)[0])
    return replace(
        one,
        title=title,
        place=letters.words(entry.start, span.stop),
        chairs=one.chairs or common.chairs,
        spans=(*one.spans, span),
    )


def _full(words: str, name: str) -> str:
    """Return "Khai mạc Hội thi" with the name's own rest: "Khai mạc Hội thi văn nghệ quần chúng"."""
    first = name.split()[:2]
    same = len(first) == 2 and words.casefold().endswith(" ".join(first).casefold())
    if same:
        return f"{words} {' '.join(name.split()[2:])}"
    return f"{words} {' '.join(first)}" if words.casefold().endswith(("khai mạc", "bế mạc")) else words
