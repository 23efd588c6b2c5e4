"""The name of an entry's meeting: what is left of its words without who goes there, where it is, and remarks."""

from __future__ import annotations

import re

from desk.announcements.bodies import TITLES, is_person, is_place
from desk.announcements.entry_reading import AT, AT_END, SIGNS, Reading, bracketed, free, inside
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan
from desk.announcements.people import chairs

_PUT_TO = re.compile(
    r"\s*[,(:]?\s+(?:từ\s+(?:sáng|chiều|tối|ngày|thứ|\d)(?=[^.;\n]*\b(?:sang|lên|xuống|chuyển|dời)\b)"
    r"|(?:được\s+)?(?:chuyển(?!\s+(?:đổi|giao|tiếp))|(?<!di )dời|lùi|đẩy(?!\s+mạnh))"
    r"(?=\s+(?:[^.;\n]{0,60}?\s)?(?:sang|đến|tới|lên|xuống|vào|từ|về|lại|thành)\s+(?:(?:lúc|ngày|hồi|vào)\s+)?"
    r"(?:\d|thứ|sáng|chiều|tối|tuần|tháng|chủ\s+nhật|cuối|đầu|p\.|phòng|hội\s+trường|nhà|ubnd|trụ\s+sở|sân"
    r"|(?:hình\s+thức\s+)?trực\s+tuyến))"
    r"|(?:tạm\s+)?hoãn\b)"
)
HONOURED = re.compile(
    r"(?:đ\s*/\s*c|đc\b|đồng\s+chí|ông|bà|ô\.|cô|thầy|anh|chị|p?ct\b|p?gđ|pgđ|pbt|phó\b|lãnh\s+đạo|ts\b|pgs|ths)\b"
)
_FIRST_PLACE = re.compile(r"\s*(?:tại|ở)\s+(?P<p>[^,;.\n]{2,80}),\s+(?=\S)")
_ADDED = re.compile(r"\s*(?:bổ\s+sung|điều\s+chỉnh|thay\s+đổi|giữ\s+nguyên)\s*(?::\s*|lịch\s+)")
_DRAFT = r"(?!\s+(?:án|thảo|kiến|toán|giờ|phòng|trù|báo|tính|định|bị)\b)"  # what "dự" is no attending before
_LEARN = r"(?<!khoa )(?<!đại )(?<!tiểu )(?<!trung )(?<!văn )(?<!toán )(?<!sinh )(?<!năm )(?<!lớp )học"
_VERBS = (
    rf"(?:(?:đến\s+|tới\s+|tham\s+)?dự{_DRAFT}(?:\s+và\s+(?:phát\s+biểu|chỉ\s+đạo)(?:\s+tại)?)?|chủ\s+trì"
    r"|đồng\s+chủ\s+trì|họp|làm\s+việc|kiểm\s+tra|giám\s+sát|khảo\s+sát|tiếp|thăm|hội\s+ý|nghe"
    r"|giao\s+ban"
    r"|đi|thông\s+qua|duyệt|đối\s+thoại|đón|phát\s+động|viếng|tập\s+huấn|khai\s+mạc|trao|chúc"
    rf"|gặp\s+mặt|tham\s+gia|thực\s+hiện|dâng|hội\s+đàm|(?<!thường\s)trực|{_LEARN}|ký|rà\s+soát|thẩm\s+định|triển\s+khai"
    r"|tổ\s+chức|công\s+bố|chào|nghiệm\s+thu)\b"
)
_DEGREES = r"(?:(?:pgs|gs|ts|ths|bs|bscki{1,2}|ds|cn|ks|ls)\.\s*)*"
_SUBJECT = re.compile(
    rf"(?:ủy\s+quyền\s+(?:cho\s+)?)?(?P<who>{_DEGREES}[^:;.\n]{{2,110}}?)(?:\s*:)?\s+(?P<v>{_VERBS})(?=[\s,]|$)"
)
_WHO = re.compile(r"(?P<who>[^:;.\n(]{2,60}?)\s*:\s+(?=\S)")  # "PCT Vì Thị Hoa: Lễ …"
_OFF = re.compile(
    r"(?:thông\s+báo\s+)?(?:(?:tạm\s+)?(?:hoãn|hủy|huỷ|dừng|ngừng)|không)\s+(?:tổ\s+chức\s+"
    r"|lịch\s+)?(?:cuộc\s+|buổi\s+)?(?=\S)"
)
_NO_NEWS = re.compile(
    r",?\s*(?:cho\s+)?(?:đến|tới)\s+khi\s+(?:có|nào)\b[^.;\n]*|,?\s*(?:sẽ\s+)?(?:có\s+)?thông\s+báo\s+sau\b[^.;\n]*"
)
_BODY = re.compile(
    r"(?:cùng\s+|các\s+|thường\s+trực|tt\.?\s|ban\s|ban\b|văn\s+phòng|vp\b|ủy\s+ban|ubnd|ubkt|btv\b"
    r"|bch\b|đảng\s+ủy\s+viên|đảng\s+ủy\b|hội\s+đồng\b|hđnd\b|mttq|các\s|tập\s+thể|toàn\s+thể)"
)
_LEADING_VERB = re.compile(
    rf"(?:(?:đến|tới)\s+dự|tham\s+dự|dự{_DRAFT}|đi(?=\s+(?:thăm|kiểm|học|dự))"
    r"|chủ\s+trì|học(?=\s+lớp))\s+:?\s*"
)
# "cầu nông thôn ấp 3, xã Thạnh Trị": the village and its commune are one place, inside the name.
_WIDER = re.compile(r"(?:xã|phường|thị\s+trấn|huyện|thị\s+xã|thành\s+phố|tỉnh|quận)\b")
_NARROWER = re.compile(
    r"\b(?:thôn|ấp|xóm|tổ|bản|khóm|buôn|làng|khu\s+phố|khu\s+dân\s+cư|xã|phường|huyện)(?:\s+[^\s,]+){1,3}\s*$"
)
_ROOM = re.compile(
    r"(?:phòng\s+(?:họp|khách|\w{1,3}\b)|p\.|ph\b|hội\s+trường|ht\b|sảnh|tầng|lầu|giảng\s+đường)\s*"
)
_TAIL = re.compile(r"\s+[–—/]\s+|\s+-\s+|(?<=[\w)])\s*/\s+|[;]\s*|\.\s+")


def name_of(one: Reading, start: int, stop: int, person: tuple[int, int] | None) -> str:
    """Return the name: what is left of the head, without who goes there, where it is, and the remarks at its end."""
    added = _ADDED.match(one.letters.low, start, stop)
    start, stop = free(one, added.end() if added else start, stop)
    first = None if one.place or one.placed else _FIRST_PLACE.match(one.letters.low, start, stop)
    if first is not None:
        one.place = one.put(Field.PLACE, *first.span("p"))
        start = first.end()
    put_to = _PUT_TO.search(one.letters.low, start + 6, stop)
    if put_to is not None and not bracketed(one, put_to.start(), start):
        _commas(one, put_to.end(), stop)
        stop = put_to.start()
    off = _OFF.match(one.letters.low, start, stop)
    if off is not None:
        no_news = _NO_NEWS.search(one.letters.low, off.end(), stop)
        start, stop = off.end(), no_news.start() if no_news else stop
    line = _free_line(one, start, stop)
    start, stop = _subject(one, start, line, person)
    stop = stop if one.labelled else _tails(one, start, stop)
    stop = _at(one, start, stop)
    start, stop = free(one, start, stop)
    return _joined(one, start, stop)


def _free_line(one: Reading, start: int, stop: int) -> int:
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
        elif one.chaired and is_person(words) and not one.people:
            one.people = chairs(one.put(Field.CHAIR, begin, end))
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


def _subject(one: Reading, start: int, stop: int, person: tuple[int, int] | None) -> tuple[int, int]:
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
    else:
        whose = _WHO.match(low, start, stop)
        if whose is not None and is_person(whose["who"]) and not _is_event(whose["who"]):
            one.attendees.insert(0, one.put(Field.ATTENDEES, *whose.span("who")))
            start = whose.end()
    while True:
        lead = _LEADING_VERB.match(low, start, stop)
        if lead is None or not low[lead.end() : stop].strip():
            return start, stop
        if "chủ trì" in lead[0] and person is not None and not one.people:
            one.people = chairs(one.put(Field.CHAIR, *person))
        start = lead.end()


def _is_somebody(one: Reading, match: re.Match[str]) -> bool:
    who = match["who"].strip()
    if _is_event(who):
        return False
    return is_person(who) or _BODY.match(who) is not None or who.startswith("ủy quyền")


def _is_event(who: str) -> bool:
    found = re.search(
        r"\b(?:hội\s+nghị|cuộc\s+họp|lễ|đoàn\s+công|tập\s+huấn|khai\s+mạc|tổng\s+kết|sơ\s+kết|triển\s+khai)\b",
        who,
    )
    return found is not None


def _tails(one: Reading, start: int, stop: int) -> int:
    """Read what follows the name after dashes, slashes, semicolons and stops: a place, somebody, a remark."""
    low = one.letters.low
    cuts = [match for match in _TAIL.finditer(low, start, stop) if not inside(one, match.start(), start)]
    cuts = [match for match in cuts if not _short(low, match) and not _in_place(low, start, match, stop)]
    end = stop
    pieces: list[tuple[int, int, re.Match[str]]] = []
    for at, match in enumerate(cuts):
        pieces.append((match.end(), cuts[at + 1].start() if at + 1 < len(cuts) else stop, match))
    for begin, last, match in pieces:
        words = low[begin:last].strip(SIGNS)
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


def _in_place(low: str, start: int, match: re.Match[str], stop: int) -> bool:
    """Say whether a dash only parts a room from its house: "tại Hội trường II - UBND huyện"."""
    named = AT.search(low, start, match.start())
    if named is None or match[0].strip() not in "-–—" or not is_place(low[match.end() : stop]):
        return False
    room = _ROOM.match(low, named.end(), match.start())
    return room is not None and re.search(r"[;.,\n(]|\s[-–—]\s", low[room.end() : match.start()]) is None


def _tail(one: Reading, begin: int, last: int, words: str) -> bool:
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
    if is_person(words) and not (one.peopled and HONOURED.match(words) is None):
        if TITLES.match(words) and not one.people and re.match(r"(?:ô|b)\.", words):
            one.people = chairs(one.put(Field.CHAIR, begin, last))
        else:
            one.attendees.append(one.put(Field.ATTENDEES, begin, last))
        return True
    return False


def _short(low: str, match: re.Match[str]) -> bool:
    """Say whether a stop belongs to an abbreviation: "P. họp", "TS. Lê"."""
    return (
        match[0].startswith(".")
        and re.search(
            r"(?:^|[\s(/])(?:p|q|t|x|tp|ts|gs|ths|bs|tt|ct|pct|ô|b|đ|h)$", low[: match.start()][-5:]
        )
        is not None
    )


def _commas(one: Reading, start: int, stop: int) -> int:
    low = one.letters.low
    while True:
        comma = low.rfind(",", start, stop)
        if comma <= start or inside(one, comma, start):
            return stop
        words = low[comma + 1 : stop].strip(SIGNS)
        if not words:
            stop = comma
            continue
        if any(not inside(one, at.start(), start) for at in AT.finditer(low, start, comma)):
            return stop
        if _WIDER.match(words) and _NARROWER.search(low[start:comma]):
            return stop
        if re.match(r"(?:tại|ở)\s", words) or (is_place(words) and not one.place and not one.placed):
            at = AT.match(low, comma + 2 if low[comma + 1 : comma + 2] == " " else comma + 1, stop)
            if not one.place:
                one.place = one.put(Field.PLACE, at.end() if at else comma + 1, stop)
            stop = comma
            continue
        if HONOURED.match(words) and len(words) < 60 and not re.search(r"\b(?:và|các)\b", words):
            stop = comma
            continue
        return stop


def _at(one: Reading, start: int, stop: int) -> int:
    """Take the place after the last "tại"; what follows it goes with it."""
    low = one.letters.low
    found = [match for match in AT.finditer(low, start, stop) if not inside(one, match.start(), start)]
    if not found or one.placed:
        return stop
    match = found[-1]
    ends = AT_END.search(low, match.end(), stop)
    end = ends.start() if ends else stop
    for begin, _ in one.taken:
        if match.end() < begin < end:
            end = begin
    if not one.place:
        one.place = one.put(Field.PLACE, match.end(), end)
    if re.fullmatch(r"\W*làm\s+việc\W*", low[start : match.start()]):
        return stop
    return match.start()


def _joined(one: Reading, start: int, stop: int) -> str:
    """Return the name's words without what inside it is spoken for."""
    if stop <= start:
        return ""
    words, at = [], start
    for begin, end in sorted(one.taken):
        if start < begin < stop:
            words.append(one.letters.text[at:begin] if begin > at else "")
            at = max(at, min(end, stop))
    words.append(one.letters.text[at:stop])
    joined = " ".join(" ".join(words).split()).strip(SIGNS)
    if joined:
        one.spans.append(FieldSpan(Field.TITLE, start, stop))
    joined = re.sub(r"^(?:[Rr]iêng|[Cc]òn)\s+(?:(?:cuộc|buổi)\s+(?=họp|làm))?", "", joined)
    joined = re.sub(r",?\s*(?:xuất\s+phát|tập\s+trung|bắt\s+đầu|diễn\s+ra|tổ\s+chức)$", "", joined)
    return re.sub(r"\s+([,.;)])", r"\1", joined)
