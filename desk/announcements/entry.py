"""One meeting of a schedule, read from its own words: hours, place, who presides, who comes, and what is left is its name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desk.announcements.bodies import TITLES, is_person, is_place
from desk.announcements.changes import change_in
from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, TimeHit, part_of, times
from desk.announcements.day_entries import LABEL, Entry
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound, hour_spans
from desk.announcements.people import chairs

_SIGNS = " \t\n-–—+*•◦:.,;/"
_KINDS = {
    "dia diem": Field.PLACE, "diem": Field.PLACE, "dd": Field.PLACE, "noi hop": Field.PLACE, "tai": Field.PLACE,
    "thanh phan": Field.ATTENDEES, "tp": Field.ATTENDEES, "cung du": Field.ATTENDEES, "moi": Field.ATTENDEES, "du": Field.ATTENDEES,
    "kinh moi": Field.ATTENDEES, "ldvp": None, "ld vp": None, "truc": None, "hinh thuc": None,
    "chu tri": Field.CHAIR, "chu toa": Field.CHAIR, "nguoi chu": Field.CHAIR, "dong chu": Field.CHAIR, "ct": Field.CHAIR,
    "noi dung": Field.TITLE, "nd": Field.TITLE, "chuan bi": Field.UNIT, "don vi": Field.UNIT, "phuc vu": Field.UNIT, "phu trach": Field.UNIT,
    "thoi gian": Field.START, "tg": Field.START,
}  # fmt: skip
_AFTER = re.compile(r"(?:(?<=[.;,)(\n])[ \t]*|(?<=\s)|^)[-–+•*◦ \t]*(?=(?:dia|diem|dd|noi|tai|thanh|tp|cung|moi|kinh|du|nguoi|dong|chu|ct|ld|nd|don|chuan|phuc|phu|hinh|thoi|tg|truc)\b)")
_INVITES = re.compile(r"(?:(?<=[.;,])|^)[ \t]*(?:(?:kính[ \t]+)?mời|(?:bao[ \t]+)?gồm)[ \t]+(?=\S)")
_PUT_TO = re.compile(r"\s*[,(:]?\s+(?:từ\s+(?:sáng|chiều|tối|ngày|thứ|\d)|(?:được\s+)?(?:chuyển(?!\s+(?:đổi|giao|tiếp))|dời|lùi|đẩy(?!\s+mạnh))\s|(?:tạm\s+)?hoãn\b)")
_HONOURED = re.compile(r"(?:đ\s*/\s*c|đc\b|đồng\s+chí|ông|bà|ô\.|cô|thầy|anh|chị|p?ct\b|p?gđ|pgđ|pbt|phó\b|lãnh\s+đạo|ts\b|pgs|ths)\b")
_CHAIRS_HERE = re.compile(r"\s+(?:ct|chủ\s+trì)\s*$")
_FIRST_PLACE = re.compile(r"\s*(?:tại|ở)\s+(?P<p>[^,;.\n]{2,80}),\s+(?=\S)")
_ADDED = re.compile(r"\s*(?:bổ\s+sung|điều\s+chỉnh|thay\s+đổi)\s*:\s*")
_BRACKET = re.compile(r"\(([^()\n]*)\)")
_ASIDE = re.compile(
    r"\b(?:chuẩn\s+bị|thay\s+(?:thư|giấy)\s+mời|giấy\s+mời|lđvp|giao\s|theo\s|phục\s+vụ|hoãn|hủy|huỷ|bổ\s+sung|chuyển\s+sang|dời|điều\s+chỉnh|dự\s*:|ctct|mời\s|cùng\s+dự|xuất\s+phát|đi\s+từ|bắt\s+đầu|báo\s+cáo|đến\s+hết|tổ\s+chức|có\s+mặt)"
)
_SAID_PART = re.compile(r"(?:^|[(,;]\s*|\s)(?P<p>cả\s+ngày|buổi\s+sáng|buổi\s+chiều|buổi\s+tối|(?<=\()(?:sáng|chiều|tối|ngày))(?=\s*[.;,)]|\s*$|\s+cùng\s+ngày)")
_PARTS = {"sáng": DayPart.MORNING, "chiều": DayPart.AFTERNOON, "tối": DayPart.EVENING, "ngày": DayPart.DAY}
_VERBS = (
    r"(?:(?:đến\s+|tới\s+|tham\s+)?dự(?:\s+và\s+(?:phát\s+biểu|chỉ\s+đạo)(?:\s+tại)?)?|chủ\s+trì|đồng\s+chủ\s+trì|họp|làm\s+việc|kiểm\s+tra|giám\s+sát|khảo\s+sát|tiếp|thăm|hội\s+ý|nghe|giao\s+ban"
    r"|đi|thông\s+qua|duyệt|đối\s+thoại|đón|phát\s+động|viếng|tập\s+huấn|khai\s+mạc|trao|chúc|gặp\s+mặt|tham\s+gia|thực\s+hiện|dâng|hội\s+đàm|trực|học|ký|rà\s+soát|thẩm\s+định|triển\s+khai|tổ\s+chức|công\s+bố|chào|nghiệm\s+thu)\b"
)
_SUBJECT = re.compile(rf"(?:ủy\s+quyền\s+(?:cho\s+)?)?(?P<who>[^:;.\n]{{2,110}}?)\s+(?P<v>{_VERBS})(?=\s|$)")
_BODY = re.compile(r"(?:cùng\s+|các\s+|thường\s+trực|tt\.?\s|ban\s|ban\b|văn\s+phòng|vp\b|ủy\s+ban|ubnd|ubkt|btv\b|bch\b|đảng\s+ủy\s+viên|đảng\s+ủy\b|hội\s+đồng\b|hđnd\b|mttq|các\s|tập\s+thể|toàn\s+thể)")
_LEADING_VERB = re.compile(r"(?:(?:đến|tới)\s+dự|tham\s+dự|dự(?!\s+(?:án|thảo|kiến|toán))|đi(?=\s+(?:thăm|kiểm|học|dự))|chủ\s+trì|học(?=\s+lớp))\s+:?\s*")
_CHAIRED = re.compile(
    r"(?:(?<=[.;,\n(–—-])|^)\s*(?:do\s+)?(?P<who>(?:đ\s*/\s*c|đc|đồng\s+chí|ông|bà|ô\.|anh|chị|cô|thầy|p?ct|pcttt|p?gđ|pgđ|phó|trưởng|bí\s+thư|chủ\s+tịch|giám\s+đốc|hiệu\s+trưởng|gvcn|giáo\s+viên)[^.;\n()]{0,70}?)\s*(?:chủ\s+trì|\bct\b)(?=\s*(?:[.;,)\n]|$))"
    r"|chủ\s+(?:trì|tọa)\s+(?P<by>(?:đ\s*/\s*c|đc|đồng\s+chí|ông|bà|cụ|anh|chị|cô|thầy)[^.;\n()]{1,60})"
)
_AT = re.compile(r"(?:(?<=[\s,(;])|^)(?:điểm\s+)?(?:tập\s+trung\s+)?(?:tại|ở)\s+")
_STOP = r"(?:(?<![ .(/][pqtx])(?<![ (]tp)(?<!gs)(?<!ts)(?<!\bô)(?<!\bb)\.(?=\s+\S|\s*$))"
_AT_END = re.compile(_STOP + r"|[;\n]|,\s*(?=(?:do|đ/c|đồng\s+chí|truyền\s+hình|kính|mời|đề\s+nghị|lúc|vào|hồi|từ|bắt\s+đầu|cả\s+ngày|\d{1,2}\s*(?:h|g|giờ))\b)|\s+(?=(?:lúc|hồi|vào\s+lúc|từ)\s+\d)|\((?=(?:lđ|giao|sáng|chiều|ngày|dự|xuất))|\s[–—-]\s(?=(?:đ/c|đ\.c|p?ct\b|pgđ|gđ))")
_CONNECTS = re.compile(r"[\s,;(–-]*(?:bắt\s+đầu\s+)?(?:từ\s+|lúc\s+|hồi\s+|đến\s+|vào\s+(?:lúc\s+|hồi\s+)?)?$")
_DEADLINE = re.compile(r"(?:trước|hạn|chậm\s+nhất|đến\s+hết|xong|muộn\s+nhất)\s*(?:lúc\s+)?$")
_TAIL = re.compile(r"\s+[–—/]\s+|\s+-\s+|(?<=[\w)])\s*/\s+|[;]\s*|\.\s+")


@dataclass(slots=True)
class _Reading:
    """An entry while it is read: what is known, and which letters are spoken for."""

    letters: Letters
    start: int
    stop: int
    spans: list[FieldSpan] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)
    place: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)
    attendees: list[str] = field(default_factory=list)
    unit: str = ""
    hours: TimeHit | None = None
    ends: bool = False  # "đến 17h00: …": the hour is its last day's end
    placed: bool = False  # the place is told elsewhere: brackets and "tại" belong to the name

    def put(self, kind: Field, start: int, stop: int) -> str:
        """Remember a field's words, trimmed; return them."""
        text = self.letters.text
        for begin, end in self.taken if kind is Field.PLACE else ():
            stop = begin if start < begin < stop else stop
        while start < stop and text[start] in _SIGNS:
            start += 1
        while stop > start and (text[stop - 1] in _SIGNS or (text[stop - 1] == "(")):
            stop -= 1
        if stop > start and text[stop - 1] == ")" and text[start:stop].count("(") < text[start:stop].count(")"):
            stop -= 1
        if stop > start:
            self.spans.append(FieldSpan(kind, start, stop))
        return self.letters.words(start, stop)


def read_entry(
    letters: Letters, entry: Entry, day: DateHit | None, *, placed: bool = False
) -> MeetingFound:
    """Read one entry; `placed` says that its place is told elsewhere."""
    one = _Reading(letters, entry.start, entry.stop, placed=placed)
    doubts = list(day.doubts) if day else [(NoticeDoubt.NO_DATE, "")]
    if day is not None:
        one.spans.append(FieldSpan(Field.DATE, day.start, day.stop))
        if entry.start <= day.start < entry.stop:
            one.taken.append(_with_words(letters, entry, day))
    _hours(one)
    part = _session(one) or (_day_part(one) if one.taken else None) or entry.part
    part = None if part is entry.part and _contradicts(part, one.hours) else part
    head = _labels(one)
    head = _brackets(one, *head)
    _presides(one, *head)
    _invites(one, *head)
    title = _title(one, *head, entry.person)
    hours = one.hours
    if hours is None and part is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if hours is not None and hours.end is not None and hours.end <= hours.begin:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{hours.begin:%H:%M} – {hours.end:%H:%M}"))
    found = MeetingFound(
        title=title,
        date=day.day if day else None,
        last=day.last if day else None,
        start=hours.begin if hours and not one.ends else None,
        end=hours.begin if hours and one.ends else hours.end if hours else None,
        part=part,
        place=one.place,
        chairs=tuple(one.people),
        attendees="; ".join(filter(None, one.attendees)),
        unit=one.unit,
        doubts=tuple(doubts),
        spans=tuple(one.spans),
    )
    return change_in(letters, entry.start, entry.stop, found, day.day.year) if day and day.day else found


def _contradicts(part: DayPart | None, hours: TimeHit | None) -> bool:
    """Say whether an hour cannot be in the session that stood above it."""
    if hours is None or part is None:
        return False
    return (part is DayPart.MORNING and hours.begin.hour >= 13) or (part is DayPart.AFTERNOON and hours.begin.hour < 11)


_DAY_WORDS = re.compile(r"[\s,;(–-]*(?:(?:từ|vào|trong|lúc|bắt\s+đầu)\s+)*(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+\s*,?\s*|chủ\s+nhật\s*,?\s*)?(?:các\s+)?(?:ngày\s+)?$")
_DAY_AFTER = re.compile(r"\s*,?\s*\(?\s*(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+|chủ\s+nhật|t[2-7])?\s*\)?")


def _day_part(one: _Reading) -> DayPart | None:
    """Return the session said beside a date: "ngày 23/5 (chiều thứ năm)"."""
    said = part_of(one.letters.bare[slice(*one.taken[0])])
    return said[0] if said else None


def _with_words(letters: Letters, entry: Entry, day: DateHit) -> tuple[int, int]:
    """Return where a date stands together with its "vào ngày" and its weekday."""
    lead = _DAY_WORDS.search(letters.low, entry.start, day.start)
    begin = lead.start() if lead else day.start
    after = _DAY_AFTER.match(letters.low, day.stop, entry.stop)
    stop = after.end() if after and re.search(r"thứ|nhật|t[2-7]", after[0]) else day.stop
    return begin, stop


def _hours(one: _Reading) -> None:
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
        return


def _in_a_change(one: _Reading, at: int) -> bool:
    """Say whether an hour stands in brackets that tell of a change: "(chuyển sang 9h00 thứ Năm)"."""
    opened = one.letters.low.rfind("(", one.start, at)
    return opened >= 0 and ")" not in one.letters.low[opened:at] and re.match(
        r"\((?:chuyển|dời|hoãn|lùi|đổi|đi\s+từ|xuất\s+phát\s+\w)", one.letters.low[opened:at]
    ) is not None and one.letters.low[opened : opened + 10] != "(xuất phát"


def _session(one: _Reading) -> DayPart | None:
    match = _SAID_PART.search(one.letters.low, one.start, one.stop)
    if match is None:
        return None
    before = one.letters.low[max(one.start, match.start() - 10) : match.start()]
    if re.search(r"đến\s+hết\s*$", before):
        return None
    one.spans.append(FieldSpan(Field.PART, match.start("p"), match.end("p")))
    lead = match.start() if one.letters.low[match.start()] in ",;" else match.start("p")
    one.taken.append((lead, match.end("p")))
    return _PARTS[match["p"].split()[-1]]


def _labels(one: _Reading) -> tuple[int, int]:
    """Read what is labelled; return where the rest stands, the name's own label followed."""
    letters = one.letters
    found: list[tuple[int, int, Field | None]] = []
    for at in _AFTER.finditer(letters.bare, one.start, one.stop):
        label = LABEL.match(letters.bare, at.end(), one.stop)
        if label is None or label.end() <= (found[-1][1] if found else -1):
            continue
        name = " ".join(label["n"].split())
        kind = next((kind for words, kind in _KINDS.items() if name.startswith(words)), None)
        if kind is Field.PLACE and not _says_place(letters, label):
            continue
        if ":" not in label[0] and kind is not Field.PLACE and not name.startswith("ld"):
            continue
        found.append((at.start(), label.end(), kind))
    head = (one.start, found[0][0] if found else one.stop)
    for at, (begin, value, kind) in enumerate(found):
        stop = found[at + 1][0] if at + 1 < len(found) else one.stop
        if kind is Field.TITLE:
            head = (value, stop)
            one.taken.append((one.start, value))
            continue
        one.taken.append((begin, stop))
        _labelled(one, kind, value, stop)
    return head


def _says_place(letters: Letters, label: re.Match[str]) -> bool:
    """Say whether "địa điểm", "điểm" without a colon leads a place: "Điểm tại phòng họp 2"."""
    return ":" in label[0] or letters.low.startswith(("tại", "tập trung"), label.end())


def _labelled(one: _Reading, kind: Field | None, begin: int, stop: int) -> None:
    low = one.letters.low
    if kind is Field.PLACE:
        lead = re.compile(r"\s*(?:tại\s+)?(?:tập\s+trung\s+tại\s+)?").match(low, begin, stop)
        begin = lead.end() if lead else begin
        ends = [match.start() for match in (re.compile(_STOP).search(low, begin, stop), _PLACE_STOP.search(low, begin, stop)) if match]
        end = min([stop, *ends])
        one.place = one.place or one.put(Field.PLACE, begin, end)
    elif kind is Field.CHAIR:
        end = _first_stop(low, begin, stop)
        one.people += chairs(one.put(Field.CHAIR, begin, end))
    elif kind is Field.UNIT:
        one.unit = one.unit or one.put(Field.UNIT, begin, _first_stop(low, begin, stop))
    elif kind is Field.ATTENDEES:
        line = low.find("\n", begin, stop)
        one.attendees.append(one.put(Field.ATTENDEES, begin, line if line >= 0 else stop))
    elif kind is Field.START:
        at = _AT.search(low, begin, stop)
        if at and not one.place:
            end = _AT_END.search(low, at.end(), stop)
            one.place = one.put(Field.PLACE, at.end(), end.start() if end else stop)


_PLACE_STOP = re.compile(r"\n|;\s*(?=\(|đ/c|lđ|sở|ban|phòng\s+\w+\s+chuẩn)|\s*\((?=(?:lđ|giao|cả\s+ngày|sáng|chiều|\d{1,2}[hg]|vp\b|văn\s+phòng\s+\w+\s+chuẩn|xuất))|\s+(?=thành\s+phần\b)|,\s*(?=(?:do|đ/c|đồng\s+chí)\s)|\s[–—-]\s(?=(?:đ/c|đ\.c|đồng\s+chí|p?ct\b|pgđ|gđ|\d{1,2}\s*(?:giờ|h|g)))")


def _first_stop(low: str, begin: int, stop: int) -> int:
    sentence = re.compile(_STOP).search(low, begin, stop)
    line = low.find("\n", begin, stop)
    return min([stop, *([sentence.start()] if sentence else []), *([line] if line >= 0 else [])])


def _brackets(one: _Reading, start: int, stop: int) -> tuple[int, int]:
    """Read what stands in brackets: a place, who comes, who prepares; the name keeps what is its own."""
    low = one.letters.low
    found = [match for match in _BRACKET.finditer(low, start, stop)]
    for match in found:
        inside = match[1].strip()
        begins = match.start(1) + len(match[1]) - len(match[1].lstrip())
        spoken = next((end for begin, end in one.taken if begin <= begins < end < match.end()), begins)
        if spoken > begins:
            one.taken.append(match.span())
            begins = spoken + len(low[spoken : match.end(1)]) - len(low[spoken : match.end(1)].lstrip(" ,;:–-"))
            inside = low[begins : match.end(1)].strip()
            if not inside:
                continue
        if _ASIDE.search(inside):
            one.taken.append(match.span())
            unit = re.search(r"(?:giao\s+)?(?P<u>[^,;()]{2,60}?)\s+chuẩn\s+bị", inside)
            if unit and not one.unit:
                one.unit = one.put(Field.UNIT, begins + unit.start("u"), begins + unit.end("u"))
        elif _CHAIRS_HERE.search(inside) and not one.people:
            end = begins + _CHAIRS_HERE.search(inside).start()  # type: ignore[union-attr]
            one.people += chairs(one.put(Field.CHAIR, begins, end))
            one.taken.append(match.span())
        elif (is_place(inside) or inside.startswith("tại ")) and not one.place and not one.placed:
            lead = 4 if inside.startswith("tại ") else 0
            base = begins + lead
            comma = inside.find(",") if re.search(r",\s*(?:đ/c|trực tuyến)", inside) else -1
            one.place = one.put(Field.PLACE, base, match.end(1) if comma < 0 else begins + comma)
            one.taken.append(match.span())
        elif is_person(inside) or re.fullmatch(r"\W*", inside):
            one.attendees.append(one.put(Field.ATTENDEES, begins, match.end(1)))
            one.taken.append(match.span())
    return start, stop


def _presides(one: _Reading, start: int, stop: int) -> None:
    low = one.letters.low
    match = _CHAIRED.search(low, start, one.stop)
    if match is None or one.people:
        return
    name = "who" if match["who"] else "by"
    one.people += chairs(one.put(Field.CHAIR, *match.span(name)))
    begin = match.start()
    while begin > start and low[begin - 1] in _SIGNS:
        begin -= 1
    one.taken.append((begin, match.end()))


def _invites(one: _Reading, start: int, stop: int) -> None:
    match = _INVITES.search(one.letters.low, start + 1, stop)
    if match is None:
        return
    end = _first_stop(one.letters.low, match.end(), stop)
    one.attendees.append(one.put(Field.ATTENDEES, match.end(), end))
    one.taken.append((match.start(), stop))


def _title(one: _Reading, start: int, stop: int, person: tuple[int, int] | None) -> str:
    """Return the name: what is left of the head, without who goes there, where it is, and the remarks at its end."""
    added = _ADDED.match(one.letters.low, start, stop)
    start, stop = _free(one, added.end() if added else start, stop)
    first = None if one.place or one.placed else _FIRST_PLACE.match(one.letters.low, start, stop)
    if first is not None:
        one.place = one.put(Field.PLACE, *first.span("p"))
        start = first.end()
    put_to = _PUT_TO.search(one.letters.low, start + 6, stop)
    if put_to is not None and not _bracketed(one, put_to.start(), start):
        _commas(one, put_to.end(), stop)
        stop = put_to.start()
    line = _free_line(one, start, stop)
    start, stop = _subject(one, start, line, person)
    stop = _tails(one, start, stop)
    stop = _at(one, start, stop)
    start, stop = _free(one, start, stop)
    return _joined(one, start, stop)


def _free_line(one: _Reading, start: int, stop: int) -> int:
    """Read the lines after the name's own: each a place or people; return where the name's line ends."""
    low = one.letters.low
    at = low.find("\n", start, stop)
    if at < 0:
        return stop
    blank = False
    for begin, end in _pieces(one.letters, at + 1, stop):
        words = low[begin:end]
        blank = blank or "\n\n" in low[at:begin].replace(" ", "")
        if not (blank or is_place(words) or is_person(words)) and low[at - 1] not in ".;":
            at = end
            continue
        if is_place(words) and not one.place and not one.placed:
            one.place = one.put(Field.PLACE, begin, end)
        else:
            one.attendees.append(one.put(Field.ATTENDEES, begin, end))
    return at


def _pieces(letters: Letters, start: int, stop: int) -> list[tuple[int, int]]:
    made, at = [], start
    for line in letters.text[start:stop].split("\n"):
        if line.strip():
            made.append((at, at + len(line)))
        at += len(line) + 1
    return made


def _free(one: _Reading, start: int, stop: int) -> tuple[int, int]:
    """Return a stretch without signs and what is spoken for at either end."""
    text, moved = one.letters.text, True
    while moved and start < stop:
        moved = False
        while start < stop and text[start] in _SIGNS + ")":
            start, moved = start + 1, True
        while stop > start and text[stop - 1] in _SIGNS + "(":
            stop, moved = stop - 1, True
        for begin, end in one.taken:
            if begin <= start < end:
                start, moved = min(end, stop), True
            if begin < stop <= end:
                stop, moved = max(begin, start), True
    return start, stop


def _subject(one: _Reading, start: int, stop: int, person: tuple[int, int] | None) -> tuple[int, int]:
    """Leave out who goes: "Phó Chủ tịch X dự Hội thảo" is "Hội thảo"; who presides is remembered."""
    low = one.letters.low
    match = _SUBJECT.match(low, start, stop)
    if match is not None and _is_somebody(one, match):
        words = one.put(Field.CHAIR if "chủ trì" in match["v"] else Field.ATTENDEES, *match.span("who"))
        if "chủ trì" in match["v"]:
            one.people = one.people or chairs(words)
        else:
            one.attendees.insert(0, words)
        start = match.start("v")
    while True:
        lead = _LEADING_VERB.match(low, start, stop)
        if lead is None or not low[lead.end() : stop].strip():
            return start, stop
        if "chủ trì" in lead[0] and person is not None and not one.people:
            one.people = chairs(one.put(Field.CHAIR, *person))
        start = lead.end()


def _is_somebody(one: _Reading, match: re.Match[str]) -> bool:
    who = match["who"].strip()
    if re.search(r"\b(?:hội\s+nghị|cuộc\s+họp|lễ|đoàn\s+công|tập\s+huấn|khai\s+mạc|tổng\s+kết|sơ\s+kết|triển\s+khai)\b", who):
        return False
    return is_person(who) or _BODY.match(who) is not None or who.startswith("ủy quyền")


def _tails(one: _Reading, start: int, stop: int) -> int:
    """Read what follows the name after dashes, slashes, semicolons and stops: a place, somebody, a remark."""
    low = one.letters.low
    cuts = [match for match in _TAIL.finditer(low, start, stop) if not _inside(one, match.start(), start)]
    cuts = [match for match in cuts if not _short(low, match)]
    end = stop
    pieces: list[tuple[int, int, re.Match[str]]] = []
    for at, match in enumerate(cuts):
        pieces.append((match.end(), cuts[at + 1].start() if at + 1 < len(cuts) else stop, match))
    for begin, last, match in pieces:
        words = low[begin:last].strip(_SIGNS)
        if not words:
            end = min(end, match.start())
            continue
        known = _tail(one, begin, last, words)
        stopped = match[0].strip() in (".", "/") or end < stop
        if known or stopped:
            end = min(end, match.start())
        if not known and end < stop:
            one.attendees.append(one.put(Field.ATTENDEES, begin, last)) if is_person(words) else None
    return _commas(one, start, end)


def _tail(one: _Reading, begin: int, last: int, words: str) -> bool:
    if is_place(words):
        if one.placed:
            return False
        if not one.place:
            lead = re.compile(r"\s*(?:tại|ở)\s+").match(one.letters.low, begin, last)
            one.place = one.put(Field.PLACE, lead.end() if lead else begin, last)
        return True
    if re.search(r"chuẩn\s+bị|phục\s+vụ", words):
        one.unit = one.unit or one.put(Field.UNIT, begin, last)
        return True
    if is_person(words):
        if TITLES.match(words) and not one.people and re.match(r"(?:ô|b)\.", words):
            one.people = chairs(one.put(Field.CHAIR, begin, last))
        else:
            one.attendees.append(one.put(Field.ATTENDEES, begin, last))
        return True
    return False


def _short(low: str, match: re.Match[str]) -> bool:
    """Say whether a stop belongs to an abbreviation: "P. họp", "TS. Lê"."""
    return match[0].startswith(".") and re.search(r"(?:^|[\s(/])(?:p|q|t|x|tp|ts|gs|ths|bs|tt|ct|pct|ô|b|đ|h)$", low[: match.start()][-5:]) is not None


def _inside(one: _Reading, at: int, start: int) -> bool:
    return _bracketed(one, at, start) or any(a <= at < b for a, b in one.taken)


def _bracketed(one: _Reading, at: int, start: int) -> bool:
    before = one.letters.low[start:at]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def _commas(one: _Reading, start: int, stop: int) -> int:
    low = one.letters.low
    while True:
        comma = low.rfind(",", start, stop)
        if comma <= start or _inside(one, comma, start):
            return stop
        words = low[comma + 1 : stop].strip(_SIGNS)
        if not words:
            stop = comma
            continue
        if any(not _inside(one, at.start(), start) for at in _AT.finditer(low, start, comma)):
            return stop
        if re.match(r"(?:tại|ở)\s", words) or (is_place(words) and not one.place and not one.placed):
            at = _AT.match(low, comma + 2 if low[comma + 1 : comma + 2] == " " else comma + 1, stop)
            if not one.place:
                one.place = one.put(Field.PLACE, at.end() if at else comma + 1, stop)
            stop = comma
            continue
        if _HONOURED.match(words) and len(words) < 60 and not re.search(r"\b(?:và|các)\b", words):
            stop = comma
            continue
        return stop


def _at(one: _Reading, start: int, stop: int) -> int:
    """Take the place after the last "tại"; what follows it goes with it."""
    low = one.letters.low
    found = [match for match in _AT.finditer(low, start, stop) if not _inside(one, match.start(), start)]
    if not found or one.placed:
        return stop
    match = found[-1]
    ends = _AT_END.search(low, match.end(), stop)
    end = ends.start() if ends else stop
    for begin, _ in one.taken:
        if match.end() < begin < end:
            end = begin
    if not one.place:
        one.place = one.put(Field.PLACE, match.end(), end)
    if re.fullmatch(r"\W*làm\s+việc\W*", low[start : match.start()]):
        return stop
    return match.start()


def _joined(one: _Reading, start: int, stop: int) -> str:
    """Return the name's words without what inside it is spoken for."""
    if stop <= start:
        return ""
    words, at = [], start
    for begin, end in sorted(one.taken):
        if start < begin < stop:
            words.append(one.letters.text[at:begin] if begin > at else "")
            at = max(at, min(end, stop))
    words.append(one.letters.text[at:stop])
    joined = " ".join(" ".join(words).split()).strip(_SIGNS)
    if joined:
        one.spans.append(FieldSpan(Field.TITLE, start, stop))
    return re.sub(r"\s+([,.;)])", r"\1", joined)
