"""Where the meetings of a day begin and end: by hours, sessions, bullets and sentences, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.announcements.bodies import is_person, is_place
from desk.announcements.dates import DayPart
from desk.announcements.letters import Letters
from desk.intake.recogniser.furniture import is_furniture

HOUR = (
    r"(?:[01]?\d|2[0-4])(?:[ \t]*(?:gio|h|g)(?![a-z])"
    r"|:(?=[0-5]\d))[ \t]*(?:[0-5]\d(?![./]?\d))?(?:[ \t]*(?:phut|ph\b|['’′`]))?(?:[ \t]*(?:sa|ch"
    r"|[ap]\.?m)\b(?![ \t]+pa))?"
)
_BULLET = re.compile(
    r"[ \t]*(?:[*•+–—\-◦▪●@#][ \t]*|\d{1,2}\.\d{1,2}\.?[ \t]+|\d{1,2}[ \t]*[.)][ \t]*(?![\dhg])"
    r"|\d{1,2}-(?=[ \t])|[a-eđ][.)/][ \t]+)+"
)
_SESSION = re.compile(
    r"(?:buoi[ \t]+|(?:dau|cuoi)[ \t]+(?:gio[ \t]+)?(?:buoi[ \t]+)?)?(?P<p>sang[ \t]*(?:,|\+|/|&|-|–|va"
    r"|den)[ \t]*chieu"
    r"|sang|chieu|toi|trua|ca[ \t]+ngay)\b(?![ \t]+(?:kien|tac|tao|thieu|da))[ \t]*(?:\((?=\d))?[ \t]*"
    r"(?P<colon>[:\-–]*)[ \t]*"
    r"|(?P<s>[sct])[ \t]*:[ \t]*"
)
_PARTS = {
    "sang": DayPart.MORNING,
    "s": DayPart.MORNING,
    "trua": DayPart.AFTERNOON,
    "chieu": DayPart.AFTERNOON,
    "c": DayPart.AFTERNOON,
    "toi": DayPart.EVENING,
    "t": DayPart.EVENING,
    "ngay": DayPart.DAY,
}
_ENDS = re.compile(
    r"(?:[^\n]{0,70}\bthong[ \t]+bao[ \t]+de\b|rat[ \t]+mong|noi[ \t]+nhan|ghi[ \t]+chu|luu[ \t]+y"
    r"|(?:cac|nhung)[ \t]+(?:ngay|buoi|thoi[ \t]+gian)[ \t]+(?:con[ \t]+lai|khac)|thoi[ \t]+gian[ \t]+con[ \t]+lai"
    r"|ngoai[ \t]+(?:lich|cac|thoi[ \t]+gian|nhung)\b"
    r"|lich[ \t]+nay|cong[ \t]+bo[ \t]*:|t/?l\.?[ \t]"
    r"|tm\.?[ \t]|kt\.?[ \t]|cac[ \t]+noi[ \t]+dung[ \t]+khac"
    r"|de[ \t]+nghi[ \t]|tran[ \t]+trong|dia[ \t]+diem[ \t]*:[^\n]*\n+[^\n]{0,30}dang[ \t]+ky)"
)
_FURNITURE = re.compile(
    r"[^\n]*\b(?:bao[ \t]+so[ \t]+luong|dang[ \t]+ky|gui[ \t]+ve)\b[^\n]*\btruoc\b[^\n]*"
    r"|-+[ \t]*\d+[ \t]*/[ \t]*\d+[ \t]*-+[^\n]*|[^\n]*chu[ \t]+tri[ \t]+cac[ \t]+(?:buoi|cuoc"
    r"|phien)[^\n]*|(?:bao[ \t]+cao|danh[ \t]+sach|bai[ \t]+thu[ \t]+hoach|han[ \t]+nop"
    r"|cac[ \t]+(?:don[ \t]+vi|phong|chi[ \t]+bo)[^\n]*(?:gui|dang[ \t]+ky))[^\n]*(?:truoc"
    r"|cham[ \t]+nhat|\d{1,2}/\d)[^\n]*|[-–— ]*trang[ \t]+\d+(?:[ \t]*/[ \t]*\d+)?[-–— ]*$"
    r"|[^\n]{0,60}\blich[ \t]+tuan[ \t]+\d+$|[-_*=─ ]+$"
)
LABEL = re.compile(
    r"(?P<n>\U0001f4cd|\U0001f464|dia[ \t]+diem(?:[ \t]+tap[ \t]+trung)?"
    r"|diem(?:[ \t]+cau(?:[ \t]+[^\n:.]{1,20})?)?(?=[ \t]*:"
    r"|[ \t]+(?:tap[ \t]+trung[ \t]+)?tai\b)|dd(?=[ \t]*:)|noi[ \t]+(?:hop|to[ \t]+chuc)(?=[ \t]*:)"
    r"|vi[ \t]+tri(?=[ \t]*:)|nguoi[ \t]+to[ \t]+chuc(?=[ \t]*:)|tai(?=[ \t]*:)"
    r"|thanh[ \t]+phan(?:[^:\n.]{0,24})?(?=:)|tp(?=[ \t]*:)|cung[ \t]+du(?=[ \t]*:)"
    r"|(?:kinh[ \t]+)?moi(?:[ \t]+(?:tham[ \t]+)?du)?(?=[ \t]*:)|du(?=[ \t]*:)"
    r"|(?:nguoi[ \t]+|dong[ \t]+)?chu[ \t]+(?:tri|toa)(?:[ \t]+[^:\n.]{0,20})?(?=[ \t]*:)"
    r"|ct(?=[ \t]*:)|ld[ \t]?vp\b|noi[ \t]+dung(?:[ \t]+cong[ \t]+viec)?(?=[ \t]*:)"
    r"|(?:cong[ \t]+)?viec(?=[ \t]*:)|su[ \t]+kien(?=[ \t]*:)|cuoc[ \t]+hop(?=[ \t]*:)|gio(?=[ \t]*:)"
    r"|nd(?=[ \t]*:)|(?:don[ \t]+vi[ \t]+)?chuan[ \t]+bi(?:[^:\n.]{0,16})?(?=:)"
    r"|phuc[ \t]+vu(?=[ \t]*:)|phu[ \t]+trach(?=[ \t]*:)|hinh[ \t]+thuc(?=[ \t]*:)"
    r"|thoi[ \t]+gian(?:[ \t]*,[ \t]*dia[ \t]+diem)?(?=[ \t]*:)|tg(?=[ \t]*:)|truc(?=[ \t]*:))[ \t]*:?[ \t]*"
)
_ROOM_NUMBER = "|".join(rf"(?<={room} \d)" for room in ("hop", "tang", "lau", "phong", "truong"))
_INLINE = re.compile(
    rf"[.;][ \t]*(?:[-–+*][ \t]*)?(?P<h>(?:tu[ \t]+)?{HOUR})"
    rf"|[.;][ \t]*(?P<b>(?=\({HOUR}[^()\n]{{0,12}}\)[ \t]*:))"
    rf"|(?<=\))\.[ \t]+(?P<q>(?=[^.;\n]{{4,120}}?\({HOUR}))"
    rf"|[ \t][+][ \t]+(?P<p>(?=\S))"
    rf"|(?:(?<!\d)|(?<=[a-z]\d)|{_ROOM_NUMBER})(?<!\dh)(?<!\dg)(?<!['’])[ \t][-–][ \t]+(?P<d>{HOUR}[ \t]*[,:])"
    rf"|[.,;][ \t]*(?P<s>(?:buoi[ \t]+)?(?:sang|chieu|toi)[ \t]*(?:(?<=[; ]chieu),|(?<=[; ]sang),"
    rf"|(?<=[; ]toi),|:[ \t]*\S|(?:luc[ \t]+)?{HOUR}))"
    rf"|;[ \t]*(?P<t>(?:buoi[ \t]+)?(?:sang|chieu|toi)[ \t]+(?=(?:du|hop|lam[ \t]+viec|di|kiem|giam|tiep|tham"
    rf"|nghe|giao|hoi)\b))"
    rf"|[,;][ \t]*(?:sau[ \t]+do|tiep[ \t]+do)[ \t]+(?P<a>(?=\S))"
    rf"|;[ \t]*(?P<o>(?=[^;\n]{{4,90}}?(?:\b(?:luc|hoi)[ \t]+|[^\s()]+[ \t]+\(){HOUR}))"
)
NOTHING = re.compile(
    r"(?:khong\s+co\s+lich(?:\s+(?:chung|hop|rieng|cong\s+tac))?|nghi\s+(?:tet|le|bu)\s+tu\b[^;.]{0,40}"
    r"|hoc\s+binh\s+thuong|nghi(?:\s+hoc)?|lam\s+viec\s+binh\s+thuong|khong|[-–—.\s]*)"
)
_ANEW = re.compile(r"(?:đổi|điều\s+chỉnh|bổ\s+sung|thay\s+đổi|hoãn|hủy|riêng|ngoài\s+ra)\b[^\n]*\d")
_LONG_HEAD = 70  # letters of a line in capitals that names whose meetings follow
_ROMAN = re.compile(r"[ \t]*[ivx]{1,4}[.)][ \t]*")
_HOURED = re.compile(HOUR)
_DOES = re.compile(r"\b(?:dự|họp|làm\s+việc|kiểm\s+tra|giám\s+sát|tiếp|thăm|chủ\s+trì|nghe|hội\s+nghị)\b")
_LED = re.compile(rf"[ \t]*\(?(?:tu[ \t]+|luc[ \t]+|hoi[ \t]+|den[ \t]+|vao[ \t]+luc[ \t]+)?{HOUR}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting's own stretch of a schedule; `part` is the session it stands in, `person` whose day it tells."""

    start: int
    stop: int
    part: DayPart | None = None
    person: tuple[int, int] | None = None


@dataclass(slots=True)
class _Now:
    """Where the reading of a day stands."""

    part: DayPart | None
    person: tuple[int, int] | None = None
    open: Entry | None = None
    parted: bool = False  # a blank line came


def entries(
    letters: Letters,
    start: int,
    stop: int,
    part: DayPart | None = None,
    person: tuple[int, int] | None = None,
) -> list[Entry]:
    """Cut a day's text into its meetings; `person` is where it says whose days these are."""
    made: list[Entry] = []
    now = _Now(part, person)
    for begin, end in _lines(letters, start, stop):
        if not letters.text[begin:end].strip():
            now.parted = True
            continue
        if _ENDS.match(letters.bare, _past(letters, begin, end)) and begin != start:
            break
        words = letters.bare[begin:end].strip()
        bare = not any(map(str.isdigit, words)) and LABEL.match(words) is None
        if _FURNITURE.fullmatch(words) or (bare and is_furniture(words)):
            continue
        _line(letters, begin, end, now, made)
        now.parted = False
    _close(now, made)
    made = [
        one for one in made if not NOTHING.fullmatch(letters.bare[one.start : one.stop].strip(" \t\n.;:-–"))
    ]
    return [one for one in made if letters.text[one.start : one.stop].strip(" \t\n-–—+*•:.,;()")]


def people_before(letters: Letters, upto: int) -> list[tuple[int, int]]:
    """Return where lines name whose days follow, when the first of them stands before the first day."""
    found = [match.span("w") for match in _HEADED.finditer(letters.bare)]
    found = [
        one for one in found if is_person(letters.low[slice(*one)]) and not _HOURED.search(letters.bare, *one)
    ]
    return found if found and found[0][0] < upto else []


_HEADED = re.compile(r"(?m)^[ \t]*(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)][ \t]*(?P<w>[^\n]{4,80}?)[ \t:]*$")


def _lines(letters: Letters, start: int, stop: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < stop:
        end = letters.text.find("\n", at, stop)
        end = stop if end < 0 else end
        yield at, end
        at = end + 1


def _past(letters: Letters, begin: int, end: int) -> int:
    bullet = _BULLET.match(letters.bare, begin, end)
    at = bullet.end() if bullet else begin
    while at < end and letters.text[at] in " \t":
        at += 1
    return at


def _close(now: _Now, made: list[Entry]) -> None:
    if now.open is not None:
        made.append(now.open)
        now.open = None


def _line(letters: Letters, begin: int, end: int, now: _Now, made: list[Entry]) -> None:
    roman = _ROMAN.match(letters.bare, begin, end)
    at = roman.end() if roman else _past(letters, begin, end)
    bulleted = at > begin + (len(letters.text[begin:end]) - len(letters.text[begin:end].lstrip()))
    session = _SESSION.match(letters.bare, at, end)
    if session is not None and _is_session(letters, session, end):
        _close(now, made)
        now.part = _part(session["p"] or session["s"])
        at = session.end()
        if letters.text[session.start() : session.end()].rstrip().endswith("("):
            at = session.end() - 1
        if not letters.text[at:end].strip(" \t:-–("):
            return
        bulleted = True
        inner = _BULLET.match(letters.bare, at, end)
        at = inner.end() if inner else at
    label = LABEL.match(letters.bare, at, end)
    if label is not None and now.open is not None:
        if not _begins_another(letters, label, now.open):
            now.open = replace(now.open, stop=end)
            return
        bulleted = True
    person = _person(letters, at, end, roman is not None)
    if person is not None:
        _close(now, made)
        now.person = person if person[1] > person[0] else None
        at = person[1] + 1
        while at < end and letters.text[at] in " \t:":
            at += 1
        if at >= end:
            return
        bulleted = True
        own = _SESSION.match(letters.bare, at, end)
        if (
            own is not None
            and own["p"]
            and _is_session(letters, own, end)
            and letters.text[own.end() : end].strip()
        ):
            _close(now, made)
            theirs = replace(now, part=_part(own["p"]))
            _cut(letters, own.end(), end, theirs, made)
            now.open = theirs.open
            return
    if (
        not bulleted
        and now.open is not None
        and not _LED.match(letters.bare, at, end)
        and _goes_on(letters, now, at, end)
    ):
        now.open = replace(now.open, stop=end)
        return
    _close(now, made)
    _cut(letters, at, end, now, made)


def _begins_another(letters: Letters, label: re.Match[str], entry: Entry) -> bool:
    """Say whether a name's label begins the next meeting: the one before it has its own already."""
    if _same_first(letters, label, entry):
        return True
    if not label["n"].startswith(("noi dung", "nd")):
        return False
    return re.search(r"(?:^|[\s)])(?:noi\s+dung|nd)\s*:", letters.bare[entry.start : entry.stop]) is not None


def _part(words: str) -> DayPart:
    """Return the session of "sáng", "S", "Sáng, chiều"."""
    both = words.startswith("sang") and words.endswith("chieu")
    return DayPart.DAY if both else _PARTS[words.split()[-1]]


def _same_first(letters: Letters, label: re.Match[str], entry: Entry) -> bool:
    """Say whether a label is the one that the meeting before it begins with: "Thời gian: … Thời gian: …"."""
    first = LABEL.match(letters.bare, _past(letters, entry.start, entry.stop), entry.stop)
    return first is not None and first["n"].split()[0] == label["n"].split()[0]


def _is_session(letters: Letters, match: re.Match[str], end: int) -> bool:
    if match["s"]:
        return True
    said = letters.low[match.start() : match.start() + 12]
    if not any(word in said for word in ("sáng", "chiều", "tối", "trưa", "ngày")):
        return bool(match["colon"])
    return True


def _person(letters: Letters, at: int, end: int, roman: bool) -> tuple[int, int] | None:
    """Return who is named before the hours: "Đ/c Hạnh: 8h00", "1. Chủ tịch UBND xã X:", "II. PHÓ CHỦ TỊCH Y"."""
    low = letters.low
    if not is_person(low[at:end]):
        return None
    hour = _HOURED.search(letters.bare, at, end)
    colon = low.find(":", at, min(end, at + 90))
    if (
        colon >= 0
        and (hour is None or colon < hour.start())
        and "(" not in low[at:colon]
        and not _DOES.search(low[at:colon])
    ):
        return at, colon
    if roman and hour is None:
        return at, end
    words = letters.text[at:end].strip()
    shouted = words.isupper() and hour is None and len(words) < _LONG_HEAD and "(" not in words
    return (at, end) if shouted and _LED.match(letters.bare, end + 1) else None


def _goes_on(letters: Letters, now: _Now, at: int, end: int) -> bool:
    """Say whether a line without any sign of its own belongs to the meeting before it."""
    assert now.open is not None
    before = letters.text[now.open.start : now.open.stop].rstrip()
    words = letters.low[at:end]
    if _ANEW.match(words):
        return False
    if now.parted:
        return (
            _HOURED.search(letters.bare, at, end) is None
            and (is_place(words) or is_person(words))
            and len(words) < 60
        )
    if before.endswith((".", ";", "!", ")")):
        return is_place(words) and len(words) < 60
    return True


def _cut(letters: Letters, at: int, end: int, now: _Now, made: list[Entry]) -> None:
    """Open the meetings of one line; the last stays open for the lines that follow."""
    start = at
    for match in _INLINE.finditer(letters.bare, at, end):
        name = next(key for key in "hbqpdstao" if match[key] is not None)
        place = match.start(name)
        if name == "h" and _a_deadline(letters, start, match):
            continue
        if name == "p" and not _HOURED.match(letters.bare, place):
            continue
        if letters.text[start : match.start()].count("(") > letters.text[start : match.start()].count(")"):
            continue
        if not letters.text[start : match.start()].strip(" \t.;,-–"):
            continue
        made.append(Entry(start, match.start() + (1 if name in "h" else 0), now.part, now.person))
        start = place
        if name in "st":
            session = _SESSION.match(letters.bare, place, end)
            if session is not None and session["p"]:
                now.part = _part(session["p"])
                start = session.end()
    now.open = Entry(start, end, now.part, now.person)


def _a_deadline(letters: Letters, start: int, match: re.Match[str]) -> bool:
    """Say whether an hour after a stop is a range's end or no beginning: "14h00. 16h30 kết thúc"."""
    after = letters.bare[match.end() : match.end() + 12].strip(" ,:-–")
    return after.startswith(("ket thuc", "be mac", "cung ngay")) or not after
