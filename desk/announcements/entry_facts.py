"""What an entry tells beside its name: hours, session, labelled fields, brackets, who presides, who is invited."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.announcements.bodies import is_place
from desk.announcements.dates import DateHit, DayPart, TimeHit, part_of, times
from desk.announcements.day_entries import HOUR, LABEL, Entry
from desk.announcements.entry_reading import AT, AT_END, SIGNS, STOP, Reading, first_stop
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, hour_spans
from desk.announcements.people import chairs

_KINDS: dict[str, Field | None] = {
    **dict.fromkeys(
        ("\U0001f4cd", "dia diem", "diem", "dd", "noi hop", "noi to chuc", "vi tri", "tai"), Field.PLACE
    ),
    **dict.fromkeys(("thanh phan", "tp", "cung du", "moi", "du", "kinh moi"), Field.ATTENDEES),
    **dict.fromkeys(("\U0001f464", "chu tri", "chu toa", "nguoi chu", "dong chu", "ct"), Field.CHAIR),
    **dict.fromkeys(("noi dung", "nd", "viec", "cong viec", "su kien", "cuoc hop"), Field.TITLE),
    **dict.fromkeys(("chuan bi", "don vi", "phuc vu", "phu trach"), Field.UNIT),
    **dict.fromkeys(("thoi gian", "tg", "gio"), Field.START),
    **dict.fromkeys(("ldvp", "ld vp", "truc", "hinh thuc", "nguoi to chuc"), None),
}
_AFTER = re.compile(
    r"(?:(?<=[.;,)(\n])[ \t]*|(?<=\s)|^)[-–+•*◦ \t]*(?=(?:dia|diem|dd|noi|vi|tai|thanh|tp|cung|moi|kinh"
    r"|du|nguoi|dong|chu|ct|ld|nd|don|chuan|phuc|phu|hinh|thoi|tg|truc|gio|viec|cong|su|cuoc)\b"
    r"|[\U0001f4cd\U0001f464])"
)
_INVITES = re.compile(r"(?:(?<=[.;,])|^)[ \t]*(?:(?:kính[ \t]+)?mời|(?:bao[ \t]+)?gồm)[ \t]+(?=\S)")
_HOUR_PART = re.compile(
    r"(?:(?<=\d[hg])|(?<=[hg]\d\d)|(?<=giờ)|(?<=phút)|(?<=:\d\d))\s+(?P<p>sáng|chiều|tối)(?=\s*(?:[:;,.(]|$|-\s|–\s))"
)
_THEN_PLACE = re.compile(r",\s*(?=(?:điểm|tại)\s)")
_SAID_PART = re.compile(
    r"(?:^|[(,;]\s*|\s)(?P<p>cả\s+ngày|buổi\s+sáng|buổi\s+chiều|buổi\s+tối|(?<=\()(?:sáng\s*(?:,|và|\+|-"
    r"|–)\s*chiều|sáng|chiều|tối"
    r"|ngày))(?=\s*[.;,)]|\s*$|\s+cùng\s+ngày)"
)
_DOES = re.compile(
    r"(?:(?:tham\s+)?dự|họp|làm\s+việc|kiểm\s+tra|giám\s+sát|tiếp|thăm|chủ\s+trì|nghe|hội\s+ý|giao\s+ban|đi)\b"
)
_PLACE_LETTERS = 60
_PARTS = {"sáng": DayPart.MORNING, "chiều": DayPart.AFTERNOON, "tối": DayPart.EVENING, "ngày": DayPart.DAY}
_CHAIRED = re.compile(
    r"(?:(?<=[.;,\n(–—-])|^)\s*(?:do\s+|(?:giao|phân\s+công|ủy\s+quyền|cử)(?:\s+cho)?\s+)?(?P<who>(?:đ\s*/\s*c"
    r"|đc|đồng\s+chí|ông|bà|ô\.|anh|chị|cô"
    r"|thầy|p?ct|pcttt|p?gđ|pgđ|phó|chánh|chủ\s+nhiệm|viện\s+trưởng|đội\s+trưởng|trưởng|bí\s+thư|chủ\s+tịch"
    r"|giám\s+đốc|hiệu\s+trưởng|gvcn|(?:pgs|gs|ts|ths|bs|p?tbt|p?cht|p?tgđ|p?cvp|p?bt\d?|ldvp|lđvp|cha|chỉ\s+huy)\b"
    r"|giáo\s+viên)[^.;\n()]{0,70}?)\s*(?:chủ\s+trì|\bct\b)(?=\s*(?:[.;,)(\n]|$|thay\s))"
    r"|chủ\s+(?:trì|tọa)\s+(?P<by>(?:đ\s*/\s*c|đc|đồng\s+chí|ông|bà|cụ|anh|chị|cô|thầy)[^.;\n()]{1,60})"
)
_CONNECTS = re.compile(
    r"[\s,;(–-]*(?:bắt\s+đầu\s+)?(?:từ\s+|lúc\s+|hồi\s+|đến\s+|vào\s+(?:lúc\s+|hồi\s+)?)?$"
)
_CLOSES = re.compile(
    r"[\s,;(–-]*(?:du\s+kien\s+)?(?:be\s+mac|ket\s+thuc|xong)\s*(?:luc|vao|hoi|vao\s+luc|:|khoang)?\s*"
    rf"(?P<h>{HOUR})(?:\s+cung\s+ngay)?\s*\)?"
)
_DEADLINE = re.compile(r"(?:trước|hạn|chậm\s+nhất|đến\s+hết|xong|muộn\s+nhất)\s*(?:lúc\s+)?$")
_DAY_WORDS = re.compile(
    r"[\s,;(–-]*(?:(?:từ|vào|trong|lúc|bắt\s+đầu)\s+)*(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+\s*,?\s*"
    r"|chủ\s+nhật\s*,?\s*)?(?:\(\s*)?(?:các\s+)?(?:ngày\s+)?$"
)
_DAY_AFTER = re.compile(r"\s*,?\s*\(?\s*(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+|chủ\s+nhật|t[2-7])?\s*\)?")


def part_beside_date(one: Reading) -> DayPart | None:
    """Return the session said beside a date: "ngày 23/5 (chiều thứ năm)"."""
    said = part_of(one.letters.bare[slice(*one.taken[0])], one.letters.low[slice(*one.taken[0])])
    return said[0] if said else None


def date_with_words(letters: Letters, entry: Entry, day: DateHit) -> tuple[int, int]:
    """Return where a date stands together with its "vào ngày" and its weekday."""
    lead = _DAY_WORDS.search(letters.low, entry.start, day.start)
    begin = lead.start() if lead else day.start
    after = _DAY_AFTER.match(letters.low, day.stop, entry.stop)
    stop = after.end() if after and re.search(r"thứ|nhật|t[2-7]", after[0]) else day.stop
    return begin, stop


def read_hours(one: Reading) -> None:
    """Find the hour at which it begins, its end, and what leads to them; a deadline's do not count."""
    bare, low = one.letters.bare, one.letters.low
    for hit in times(bare[one.start : one.stop]):
        start = one.start + hit.start
        before = low[max(one.start, start - 24) : start]
        if _DEADLINE.search(before) or _in_a_change(one, start):
            continue
        one.hours = hit
        one.ends = low[one.start : start].strip(" -*+") == "đến"
        one.spans += hour_spans(hit, one.start)
        stop = one.start + (hit.end_at[1] if hit.end_at else hit.stop)
        lead = _CONNECTS.search(low, one.start, start)
        begin = lead.start() if lead else start
        if begin > one.start and low[begin : begin + 1] == "(":
            close = low.find(")", stop, one.stop)
            if close >= 0 and not low[stop:close].strip(" ,;"):
                stop = close + 1
        one.taken.append((begin, stop))
        _read_close(one, hit, stop)
        return


def _read_close(one: Reading, opens: TimeHit, after: int) -> None:
    """Read the hour at which it closes, said after the one at which it opens: "bế mạc 17 giờ 00 cùng ngày"."""
    close = _CLOSES.search(one.letters.bare, after, one.stop) if opens.end is None else None
    if close is None:
        return
    hour = next(times(one.letters.bare[close.start("h") : close.end("h")]), None)
    if hour is None or hour.begin <= opens.begin:
        return
    at = close.span("h")
    one.hours = replace(opens, end=hour.begin, end_at=(at[0] - one.start, at[1] - one.start))
    one.spans.append(FieldSpan(Field.END, *at))
    one.taken.append(close.span())


def _in_a_change(one: Reading, at: int) -> bool:
    """Say whether an hour stands in brackets that tell of a change: "(chuyển sang 9h00 thứ Năm)"."""
    opened = one.letters.low.rfind("(", one.start, at)
    return (
        opened >= 0
        and ")" not in one.letters.low[opened:at]
        and re.match(r"\((?:chuyển|dời|hoãn|lùi|đổi|đi\s+từ|xuất\s+phát\s+\w)", one.letters.low[opened:at])
        is not None
        and one.letters.low[opened : opened + 10] != "(xuất phát"
    )


def read_session(one: Reading) -> DayPart | None:
    """Return the session that words of it name: "cả ngày", "(sáng; dự: …)"."""
    match = _SAID_PART.search(one.letters.low, one.start, one.stop)
    if match is None:
        match = _HOUR_PART.search(one.letters.low, one.start, one.stop)
        if match is None or one.hours is None or match.start() - one.start > one.hours.stop + 1:
            return None
        one.taken.append(match.span("p"))
        return _PARTS[match["p"]]
    before = one.letters.low[max(one.start, match.start() - 10) : match.start()]
    if re.search(r"đến\s+hết\s*$", before):
        return None
    one.spans.append(FieldSpan(Field.PART, match.start("p"), match.end("p")))
    lead = match.start() if one.letters.low[match.start()] in ",;" else match.start("p")
    one.taken.append((lead, match.end("p")))
    both = match["p"].startswith("sáng") and match["p"].endswith("chiều")
    return DayPart.DAY if both else _PARTS[match["p"].split()[-1]]


def read_labels(one: Reading) -> tuple[int, int]:
    """Read what is labelled; return where the rest stands, the name's own label followed."""
    letters = one.letters
    found: list[tuple[int, int, Field | None]] = []
    for at in _AFTER.finditer(letters.bare, one.start, one.stop):
        label = LABEL.match(letters.bare, at.end(), one.stop)
        if label is None or label.end() <= (found[-1][1] if found else -1):
            continue
        name = " ".join(label["n"].split())
        kind = next((kind for words, kind in _KINDS.items() if name.startswith(words)), None)
        sign = not name[0].isalpha()
        if kind is Field.PLACE and not sign and not _says_place(letters, label):
            continue
        if kind is Field.CHAIR and name == "ct" and _DOES.match(letters.low, label.end()):
            continue
        if ":" not in label[0] and not sign and kind is not Field.PLACE and not name.startswith("ld"):
            continue
        found.append((at.start(), label.end(), kind))
    head = (one.start, found[0][0] if found else one.stop)
    for number, (begin, value, kind) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else one.stop
        if kind is Field.TITLE:
            head = (value, stop)
            one.labelled = True
            one.taken.append((one.start, value))
            continue
        one.taken.append((begin, stop))
        _labelled(one, kind, value, stop)
    return head


def _without_deed(words: str) -> str:
    return re.sub(r"\s+chủ\s+trì$", "", words)


def _place_after(one: Reading, start: int, stop: int) -> None:
    """Read the next sentence where it is only a place: "Chủ tọa: Giám đốc A. Phòng 302."."""
    low = one.letters.low
    end = first_stop(low, min(start + 1, stop), stop)
    if not (one.place or one.placed) and is_place(low[start + 1 : end]) and end - start < _PLACE_LETTERS:
        one.place = one.put(Field.PLACE, start + 1, end)


def _says_place(letters: Letters, label: re.Match[str]) -> bool:
    """Say whether "địa điểm", "điểm" without a colon leads a place: "Điểm tại phòng họp 2"."""
    return ":" in label[0] or letters.low.startswith(("tại", "tập trung"), label.end())


def _labelled(one: Reading, kind: Field | None, begin: int, stop: int) -> None:
    low = one.letters.low
    if kind is Field.PLACE:
        lead = re.compile(r"\s*(?:tại\s+)?(?:tập\s+trung\s+tại\s+)?").match(low, begin, stop)
        begin = lead.end() if lead else begin
        ends = [
            match.start()
            for match in (re.compile(STOP).search(low, begin, stop), _PLACE_STOP.search(low, begin, stop))
            if match
        ]
        end = min([stop, *ends])
        one.place = one.place or one.put(Field.PLACE, begin, end)
    elif kind is Field.CHAIR:
        end = first_stop(low, begin, stop)
        one.people += chairs(_without_deed(one.put(Field.CHAIR, begin, end)))
        _place_after(one, end, stop)
    elif kind is Field.UNIT:
        one.unit = one.unit or one.put(Field.UNIT, begin, first_stop(low, begin, stop))
    elif kind is Field.ATTENDEES:
        line = low.find("\n", begin, stop)
        one.attendees.append(one.put(Field.ATTENDEES, begin, line if line >= 0 else stop))
    elif kind is Field.START:
        said = part_of(one.letters.bare[begin:stop], low[begin:stop])
        one.part = said[0] if said else one.part
        lead = AT.search(low, begin, stop)
        if lead and not one.place:
            close = AT_END.search(low, lead.end(), stop)
            one.place = one.put(Field.PLACE, lead.end(), close.start() if close else stop)


_PLACE_STOP = re.compile(
    r"\n|\s*\((?=xe\s|không\s|cùng\s)|\s*(?:=>|→|->)|:\s*vẫn|;\s*(?=(?:đồng\s+chí|ông|bà|p?ct|chánh|phó|trưởng"
    r"|giám\s+đốc|bí\s+thư|chủ\s+t|hiệu\s+trưởng|mời|kính|thành\s+phần|do|dự)\b)|;\s*(?=\(|đ/c|lđ|sở|ban"
    r"|phòng\s+\w+\s+chuẩn)|\s*\((?=(?:lđ|giao|cả\s+ngày|sáng|chiều"
    r"|\d{1,2}[hg]|vp\b|văn\s+phòng\s+\w+\s+chuẩn|xuất))|\s+(?=thành\s+phần\b)|,\s*(?=(?:do|đ/c"
    r"|đồng\s+chí)\s)|\s[–—-]\s(?=(?:đ/c|đ\.c|đồng\s+chí|p?ct\b|pgđ|gđ|\d{1,2}\s*(?:giờ|h|g)))"
)


def read_chair(one: Reading, start: int, stop: int) -> None:
    """Find who presides, told in the words: "đ/c Hạnh chủ trì", "do ông Ba chủ trì"."""
    low = one.letters.low
    match = _CHAIRED.search(low, start, one.stop)
    if match is None or one.people:
        return
    name = "who" if match["who"] else "by"
    one.people += chairs(one.put(Field.CHAIR, *match.span(name)))
    begin = match.start()
    while begin > start and low[begin - 1] in SIGNS and low[begin - 1] != ".":
        begin -= 1
    one.taken.append((begin, match.end()))


def read_invited(one: Reading, start: int, stop: int) -> None:
    """Find who is invited: "Mời lãnh đạo các sở …"."""
    match = _INVITES.search(one.letters.low, start + 1, stop)
    if match is None:
        return
    end = first_stop(one.letters.low, match.end(), stop)
    place = _THEN_PLACE.search(one.letters.low, match.end(), end)
    end = place.start() if place else end
    one.attendees.append(one.put(Field.ATTENDEES, match.end(), end))
    one.taken.append((match.start(), end if place else stop))
