"""The opening sentence of the news of a meeting, from the meeting itself.

The formula is that of the department's own news: "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị …
Đồng chí … – … dự và chủ trì hội nghị. Cùng dự hội nghị có …"
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Chair, Fields
from desk.dates import office_hours
from desk.dates.office_hours import PartOfDay
from desk.dates.series import DayHalf, When
from desk.dates.written import day_month, written
from desk.text.blocks import ArticleText

_NIGHT = timedelta(hours=10)  # what goes over midnight is no meeting of two days
_BODIES = (
    "ban ", "thường trực ", "thường vụ ", "lãnh đạo ", "đảng ủy ", "đảng uỷ ", "ubnd", "ủy ban ", "uỷ ban ", "sở ",
    "hội đồng ", "văn phòng ", "phòng ", "chi bộ", "chi ủy", "huyện ủy", "tỉnh ủy", "thành ủy", "thị ủy",
    "đoàn công tác", "đoàn kiểm tra", "đoàn giám sát", "đoàn chủ tịch", "mặt trận ", "công đoàn ",
)  # fmt: skip
_PROPER = (
    "tuyên giáo", "dân vận", "tổ chức", "nội chính", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "huyện ủy",
    "huyện uỷ", "thị ủy", "đảng ủy", "đảng bộ", "trung ương", "văn phòng",
)  # fmt: skip
# What a title begins with, what the sentence then calls it: the first that fits.
_NOUNS = (
    ("hội nghị", "hội nghị"),
    ("hội thảo", "hội thảo"),
    ("hội thi", "hội thi"),
    ("tọa đàm", "buổi tọa đàm"),
    ("toạ đàm", "buổi tọa đàm"),
    ("đại hội", "đại hội"),
    ("lễ", "buổi lễ"),
    ("kỳ họp", "kỳ họp"),
    ("phiên họp", "phiên họp"),
    ("cuộc họp", "cuộc họp"),
    ("họp báo", "buổi họp báo"),
    ("họp", "cuộc họp"),
    ("lớp", "lớp học"),
    ("tập huấn", "lớp tập huấn"),
    ("buổi làm việc", "buổi làm việc"),
    ("làm việc", "buổi làm việc"),
    ("kiểm tra", "buổi kiểm tra"),
    ("giao ban", "hội nghị"),
)
_KINDS = {
    MeetingKind.BRIEFING: "hội nghị",
    MeetingKind.REPORTERS: "kỳ họp",
    MeetingKind.CONFERENCE: "hội nghị",
    MeetingKind.TRAINING: "lớp tập huấn",
    MeetingKind.VISIT: "buổi làm việc",
    MeetingKind.OTHER: "buổi sinh hoạt",
}
_ALREADY = (
    "các đồng chí",
    "đồng chí",
    "đại diện",
    "lãnh đạo",
    "có ",
    "các đại biểu",
    "toàn thể",
    "hơn ",
    "gần ",
)


# What a list begins with that is no name: it stands in the middle of the sentence, without its capital.
_COMMON = (
    "cán bộ", "trưởng ", "phó ", "bí thư", "báo cáo viên", "thành viên", "thủ trưởng", "công chức", "viên chức",
    "đảng viên", "đoàn viên", "cộng tác viên", "chuyên viên", "học viên", "đại biểu", "chủ tịch", "giám đốc",
    "chánh ",
)  # fmt: skip


def opening(fields: Fields, when: When, office: str) -> str:
    """Return the opening sentences; what the meeting does not say is left out, not made up."""
    kind = MeetingKind(fields.kind)
    noun, event = _event(fields.title, kind)
    who = fields.unit or office
    told = [f"{day_words(when)}, {who} {event}." if who else f"{day_words(when)}, {_alone(event)}."]
    told += _chairs(fields.chairs, noun)
    told += _present(fields.guests, fields.attendees, noun)
    return " ".join(told)


def office_words(department: str) -> str:
    """Return a department's name as running text writes it; the cover has it in capitals."""
    if department != department.upper():
        return department
    lower = department.lower()
    for words in _PROPER:
        lower = lower.replace(words, words[:1].upper() + words[1:])
    return lower[:1].upper() + lower[1:]


def first_text(fields: Fields, when: When, office: str, byline: str) -> ArticleText:
    """Return the article that a meeting's news begins as."""
    return ArticleText(
        title=fields.title,
        lead=opening(fields, when, office),
        byline=byline,
        event_date=when.start.date(),
    )


def day_words(when: When) -> str:
    """Return when it was as news says it: "Chiều ngày 08/4/2019", "Trong 2 ngày 11 và 12/4/2019"."""
    first, last = when.start.date(), when.last
    if first == last or (when.part is DayHalf.HOURS and when.length <= _NIGHT):
        return f"{_half(when)}{written(first)}"
    if last - first == timedelta(days=1) and first.month == last.month:
        return f"Trong 2 ngày {first.day:02} và {written(last)}"
    if first.year == last.year:
        return f"Từ ngày {day_month(first.day, first.month)} đến ngày {written(last)}"
    return f"Từ ngày {written(first)} đến ngày {written(last)}"


def _half(when: When) -> str:
    if when.part is DayHalf.MORNING:
        return "Sáng ngày "
    if when.part is DayHalf.AFTERNOON:
        return "Chiều ngày "
    begins, ends = when.start.time(), when.end.time()
    if when.part is DayHalf.DAY or office_hours.spans_noon(begins, ends):
        return "Ngày "
    return _HALVES[office_hours.part_of_day(begins)]


_HALVES = {
    PartOfDay.MORNING: "Sáng ngày ",
    PartOfDay.AFTERNOON: "Chiều ngày ",
    PartOfDay.EVENING: "Tối ngày ",
}


def _event(title: str, kind: MeetingKind) -> tuple[str, str]:
    """Return what the sentence calls the meeting, and what was done: "tổ chức Hội nghị Giao ban …"."""
    words = title.strip().rstrip(".")
    lower = words.lower()
    noun = next((noun for begin, noun in _NOUNS if _begins(lower, begin)), None)
    if noun is None:
        noun = _KINDS[kind]
        return noun, f"tổ chức {noun} {words}" if kind is not MeetingKind.VISIT else f"có {noun}: {words}"
    if lower.startswith("làm việc"):
        return noun, f"có buổi {_lower(words)}"
    if lower.startswith("kiểm tra"):
        return noun, f"tiến hành {_lower(words)}"
    if lower.startswith("giao ban"):
        return noun, f"tổ chức Hội nghị {words}"
    if lower.startswith("tập huấn"):
        return noun, f"tổ chức lớp {_lower(words)}"
    return noun, f"tổ chức {words}"


def _begins(words: str, begin: str) -> bool:
    return words == begin or words.startswith(f"{begin} ")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _alone(event: str) -> str:
    """Return the event where nobody is named who held it."""
    return f"diễn ra {event.removeprefix('tổ chức ').removeprefix('có ').removeprefix('tiến hành ')}"


def _chairs(chairs: Sequence[Chair], noun: str) -> list[str]:
    named = [f"{one.name} – {one.title}" if one.title else one.name for one in chairs]
    if not named:
        return []
    if len(named) == 1 and _is_body(chairs[0]):
        return [f"{named[0][:1].upper()}{named[0][1:]} chủ trì {noun}."]
    if len(named) == 1:
        return [f"Đồng chí {named[0]} dự và chủ trì {noun}."]
    if any(map(_is_body, chairs)):
        # A body is no comrade: each is named as it is.
        told = [
            one if _is_body(chair) else f"đồng chí {one}" for one, chair in zip(named, chairs, strict=True)
        ]
        words = f"{'; '.join(told[:-1])} và {told[-1]} đồng chủ trì {noun}."
        return [words[:1].upper() + words[1:]]
    apart = "; " if any(one.title for one in chairs) else ", "
    listed = apart.join(named[:-1]) + (" và " if apart == ", " else "; ") + named[-1]
    return [f"Các đồng chí: {listed} đồng chủ trì {noun}."]


def _is_body(one: Chair) -> bool:
    """Say whether a body presides, not a person."""
    return not one.title and f"{one.name.lower()} ".startswith(_BODIES)


def _present(guests: str, attendees: str, noun: str) -> list[str]:
    told = []
    if guests:
        told.append(f"Cùng dự {noun} có {_people(guests)}.")
    if attendees:
        begin = "Tham dự" if guests else "Cùng dự"
        told.append(f"{begin} {noun} có {_people(attendees)}.")
    return told


def _people(words: str) -> str:
    clean = words.strip().rstrip(".;,")
    first = clean.split(" ", 1)[0]
    # A name keeps its capital; a common word in the middle of the sentence does not.
    common = _lower(clean)
    if common.startswith(_ALREADY):
        return common.removeprefix("có ")
    if common.startswith(_COMMON):
        return f"các đồng chí là {common}" if common.startswith("cán bộ") else common
    return clean if first[:1].isupper() else f"các đồng chí là {common}"
