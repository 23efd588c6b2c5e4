"""A notice of several meetings: blocks with a time each, list lines with an hour each, sentences of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from desk.announcements.dates import DateHit, NoticeDoubt, dates, fold, part_of, times, times_in
from desk.announcements.day_entries import HOUR, Entry
from desk.announcements.day_marks import WEEKDAY, weekday
from desk.announcements.entry import read_entry
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Change, ChangeKind, Field, FieldSpan, MeetingFound, hour_spans

_ITEM = re.compile(
    r"(?m)^[ \t]*(?:[-+*•–—◦▪●][ \t]*|\d{1,2}[.)][ \t]*|[ivx]{1,4}[.)][ \t]*|[a-eđ][.)/][ \t]*)(?P<t>[^\n]+)"
)
_WHEN = re.compile(
    r"(?m)^[ \t]*(?:[-+*•–—◦▪●][ \t]*|\d{1,2}[.)\-][ \t]*)?(?:thoi[ \t]+gian|tg|ngay(?:[ \t]+hop)?)[ \t]*:"
)
_LABELLED = re.compile(
    r"(?m)^[ \t]*(?:[-+*•–—◦▪●][ \t]*)?(?P<n>ngay|gio|phong|nguoi[ \t]+chu[ \t]+tri|noi[ \t]+dung|nd"
    r"|thoi[ \t]+gian|tg|dia[ \t]+diem|dd|chu[ \t]+tri|ct|thanh[ \t]+phan|tp)[ \t]*:"
)
_DEADLINE = re.compile(
    r"(?:truoc|han|cham\s+nhat|muon\s+nhat|gui\s+(?:ve|truoc)|dang\s+ky|nop|kiem\s+tra\s+duong\s+truyen)\b"
)
EVENT = re.compile(
    r"(?:phien|khai\s+mac|be\s+mac|cong\s+dien|le\b|hoi\s+(?:nghi|thao|thi)|hop|toa\s+dam|dai\s+hoi"
    r"|giao\s+ban|lam\s+viec|kiem\s+tra|gap\s+mat|tap\s+huan|"
    r"chung\s+ket|ban\s+ket|cuoc|buoi|thi\b|tiep|tham|dang\s+huong|mit\s+tinh|trao|bieu\s+dien"
    r"|khao\s+sat|giam\s+sat|tong\s+ket|so\s+ket|hoi\s+y|sinh\s+hoat|ra\s+quan|lop\s+(?!thu))"
)
_SENTENCE = re.compile(r"(?:[^.\n]|\.(?=\S)|(?<=\bp)\.|(?<=\btp)\.)+")
_NO_MEETING = re.compile(
    r"\b(?:truoc|han|cham\s+nhat|gui|dang\s+ky|nop|thu\s+duong\s+truyen|thay\s+vi|kiem\s+tra\s+duong"
    r"|xac\s+nhan|lien\s+he|nhan\s+tai\s+lieu|theo\s+giay\s+moi|da\s+(?:co|ban\s+hanh|moi)|du\s+kien"
    r"|ke\s+hoach\s+so)\b"
)
_NUMBERED = re.compile(r"(?:lop|dot|khoi|cum|nhom|ca|phien|buoi|doan)\s+(?:thu\s+)?[\divx]+\b")
_WEEKDAY = re.compile(WEEKDAY.format(n="0"))


_MOVE = re.compile(
    r"\b(?:chuyen|doi|lui|hoan)\s+(?:lich\s+|thoi\s+gian\s+|ngay\s+|gio\s+)?(?:to\s+chuc\s+)?(?:cuoc\s+|buoi\s+)?"
    rf"(?P<t>{EVENT.pattern}[^.;\n]{{0,110}}?)\s+(?:tu\s+[^.;\n]{{3,60}}?\s+)?(?:sang|den|toi|vao)\s+"
    r"(?P<to>(?:luc|hoi|ngay|sang|chieu|toi|thu|\d)(?:[^.;\n]|\.(?=\d))*)"
)
_SEVERAL = 2
_LATER_THAT_DAY = re.compile(rf"\s*(?:buoi\s+)?(?:sang|trua|chieu|toi)\s+(?:luc\s+)?{HOUR}")


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
    for match in _ITEM.finditer(letters.bare):
        start, stop = match.span("t")
        days = [hit for hit in dates(letters.bare[start:stop], year, known=known) if hit.day]
        hours = [
            hit for hit in times(letters.bare[start:stop]) if not _deadline(letters, start, start + hit.start)
        ]
        if _deadline(letters, start, stop) or not (hours or days) or _is_label(letters, start, stop):
            continue
        named = _NUMBERED.match(letters.bare, start, stop) and re.search(r"\btai\s", letters.bare[start:stop])
        if not (hours or named) and not re.search(
            r"hoan|huy|chuyen|doi|lui|\b(?:sang|chieu|toi|ca ngay)\b", letters.bare[start:stop]
        ):
            continue
        day = replace(days[0], start=days[0].start + start, stop=days[0].stop + start) if days else None
        if day is None and "cung ngay" in letters.bare[start:stop] and told:
            day = told[-1][1]
        day = day or _in_the_lead(letters, year, known=known) or _shared(common, letters)
        if day is None or (not days and not (ranged or common.date)):
            continue
        told.append((Entry(start, stop), day))
    common = _outside(common, [entry for entry, _ in told])
    found = [_item(letters, entry, day, common) for entry, day in told]
    apart = {(one.date, one.start, one.title) for one in found}
    return found if len(found) >= 2 and len(apart) == len(found) else []


def _in_the_lead(letters: Letters, year: int, *, known: bool) -> DateHit | None:
    """Return the last day that is named before the list: "thay đổi lịch ngày 13/8 như sau"."""
    first = _ITEM.search(letters.bare)
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
    return replace(
        common,
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


def _shared(common: MeetingFound, letters: Letters) -> DateHit | None:
    span = next((one for one in common.spans if one.field.value == "date"), None)
    if span is None or common.date is None:
        return None
    return DateHit(span.start, span.stop, common.date)


def _item(letters: Letters, entry: Entry, day: DateHit, common: MeetingFound) -> MeetingFound:
    one = read_entry(letters, entry, day)
    low = one.title.casefold()
    head = _NUMBERED.match(fold(low))
    if head and common.title and (head.end() == len(low) or low[head.end()] == ":"):
        one = replace(one, title=f"{common.title} {one.title[: head.end()]}")
        low = one.title.casefold()
    lead = letters.bare[entry.start : entry.stop].partition(":")[0]
    own = bool(low) and EVENT.search(fold(low)) is not None
    if (
        own
        and not head
        and ":" in letters.bare[entry.start : entry.stop]
        and EVENT.search(lead)
        and len(lead) < 80
        and not times_in(lead)
    ):
        one = replace(one, title=_full(letters.words(entry.start, entry.start + len(lead)), common.title))
    elif not own:
        one = replace(
            one, title=common.title, doubts=tuple(d for d in one.doubts if d[0] is not NoticeDoubt.NO_TITLE)
        )
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


def _full(words: str, name: str) -> str:
    """Return "Khai mạc Hội thi" with the name's own rest: "Khai mạc Hội thi văn nghệ quần chúng"."""
    first = name.split()[:2]
    same = len(first) == 2 and words.casefold().endswith(" ".join(first).casefold())
    if same:
        return f"{words} {' '.join(name.split()[2:])}"
    return f"{words} {' '.join(first)}" if words.casefold().endswith(("khai mạc", "bế mạc")) else words


def moves(letters: Letters, first: MeetingFound, year: int) -> list[MeetingFound]:
    """Return the meetings of a text that moves several, each to a day of its own; none where it moves one."""
    found: list[MeetingFound] = []
    whole = len(letters.text)
    for match in _MOVE.finditer(letters.bare):
        begin, stop = match.span("to")
        days = [hit for hit in dates(letters.bare[begin:stop], year, known=True) if hit.day]
        hours = list(times(letters.bare[begin:stop]))
        title = letters.words(*match.span("t")).strip(" ,")
        if first.title.casefold().startswith(title.casefold()):
            title = first.title
        if not days or not title or any(one.title == title for one in found):
            continue
        day, hour = days[0], (hours[0] if hours else None)
        said = part_of(letters.bare[begin:stop], letters.low[begin:stop])
        doubts: list[tuple[NoticeDoubt, str]] = [(NoticeDoubt.MOVED, "")]
        if hour is None and said is None:
            doubts.append((NoticeDoubt.NO_TIME, ""))
        spans = [
            FieldSpan(Field.TITLE, *match.span("t")),
            FieldSpan(Field.DATE, begin + day.start, begin + day.stop),
            *(hour_spans(hour, begin) if hour else ()),
        ]
        one = MeetingFound(
            title=title,
            date=day.day,
            last=day.last,
            start=hour.begin if hour else None,
            end=hour.end if hour else None,
            part=said[0] if said and day.last is None else None,
            change=Change(ChangeKind.MOVED),
            doubts=tuple(doubts),
            spans=tuple(spans),
        )
        found.append(one)
        whole = match.start()
    if len(found) < _SEVERAL:
        return []
    at = next((at for at, one in enumerate(found) if one.date == first.date), None)
    if at is not None and first.change is not None:  # the one that the notice is about
        found[at] = replace(found[at], change=first.change)
    mine = [span for span in first.spans if span.field is Field.PLACE and span.start > whole]
    if mine:  # the place stands after the last of them
        found[-1] = replace(found[-1], place=first.place, spans=(*found[-1].spans, *mine))
    return found


def further(letters: Letters, first: MeetingFound, year: int, *, dated: bool = False) -> list[MeetingFound]:
    """Return the meetings of later sentences with an hour and a day of their own, or "cùng ngày".

    `dated`: only those whose day is written out, as after a list, whose lines are its own.
    """
    if first.date is None:
        return []
    taken = [span.start for span in first.spans if span.field in (Field.START, Field.DATE, Field.TITLE)]
    after = max((span.stop for span in first.spans if span.field in (Field.START, Field.DATE)), default=0)
    made: list[MeetingFound] = []
    for match in _SENTENCE.finditer(letters.bare, after):
        start, stop = match.span()
        words = match[0]
        if any(start <= at < stop for at in taken) or not times_in(words) or _NO_MEETING.search(words):
            continue
        if dated and (_ITEM.match(letters.bare, start, stop) or not any(dates(words, year, known=True))):
            continue
        day = _own_day(letters, start, stop, first, year)
        if day is None or (EVENT.search(words) is None and "cung ngay" not in words):
            continue
        said = part_of(words.strip()[:14], letters.low[start:stop].strip()[:14])
        one = _sentence(letters, Entry(start, stop, said[0] if said else None), day)
        if len(one.title.split()) >= 2:
            shared = "cùng địa điểm" in letters.low[start:stop] or (
                not one.place and stop <= _place_at(first)
            )
            place = first.place if shared else re.sub(r"\s*(?:vẫn\s+)?giữ nguyên$", "", one.place)
            made.append(replace(one, place=place))
    return made


def _place_at(one: MeetingFound) -> int:
    return next((span.start for span in one.spans if span.field is Field.PLACE), 0)


def without_theirs(first: MeetingFound, later: list[MeetingFound]) -> MeetingFound:
    """Return the first meeting without the chair that a later one's own sentence names."""
    theirs = {span for one in later for span in one.spans if span.field is Field.CHAIR}
    mine = [span for span in first.spans if span.field is Field.CHAIR]
    if mine and any(
        span.start <= mine[0].start < span.stop or mine[0].start <= span.start < mine[0].stop
        for span in theirs
    ):
        return replace(
            first, chairs=(), spans=tuple(span for span in first.spans if span.field is not Field.CHAIR)
        )
    return first


def _own_day(letters: Letters, start: int, stop: int, first: MeetingFound, year: int) -> DateHit | None:
    words = letters.bare[start:stop]
    days = [hit for hit in dates(words, year, known=True) if hit.day]
    if days:
        return replace(days[0], start=days[0].start + start, stop=days[0].stop + start)
    if "cung ngay" in words:
        return _shared(first, letters)
    if _LATER_THAT_DAY.match(words):
        shared = _shared(first, letters)
        return shared and replace(shared, doubts=((NoticeDoubt.DATE_GUESSED, f"{first.date:%d/%m/%Y}"),))
    match = _WEEKDAY.search(words)
    number = weekday(match, "0") if match else None
    if match is None or number is None or first.date is None:
        return None
    day = first.date + timedelta(days=(number - first.date.weekday()) % 7)
    return DateHit(
        start + match.start(),
        start + match.end(),
        day,
        doubts=((NoticeDoubt.DATE_GUESSED, f"{day:%d/%m/%Y}"),),
    )


def _sentence(letters: Letters, entry: Entry, day: DateHit) -> MeetingFound:
    """Read a sentence's meeting: its name stands before its hour, or after the words that announce it."""
    one = read_entry(letters, entry, day)
    title = re.sub(r"^.*?\b[Cc]ùng ngày\b[\s,]*", "", one.title).strip(" ,.")
    verb = re.search(r"\b(?:sẽ\s+)?(?:tổ chức|tiến hành|bố trí|có)\s+", title)
    title = title[verb.end() :] if verb and verb.start() < 60 else title
    hour = re.search(
        rf"\s+(?:(?:se\s+)?(?:bat\s+dau|dien\s+ra)\s+)?(?:luc|hoi|vao)\s+{HOUR}",
        letters.bare[entry.start : entry.stop],
    )
    if hour is not None and EVENT.match(letters.bare[entry.start : entry.stop].strip()):
        lead = len(letters.bare[entry.start : entry.stop]) - len(
            letters.bare[entry.start : entry.stop].lstrip()
        )
        title = letters.words(entry.start + lead, entry.start + hour.start())
    title = re.sub(r"\s*\b(?:vẫn\s+)?giữ nguyên$|,?\s*cùng địa điểm.*$|\s+sẽ bắt đầu.*$", "", title)
    return replace(one, title=re.sub(r"^(?:Cuộc|cuộc|Buổi|buổi)\s+(?=họp|làm)", "", title))
