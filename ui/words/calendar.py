"""The words of the calendar: kinds, states, rules, coverage; loaded with the calendar, not with the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk.calendar.answers import Answer
from desk.calendar.conflicts import Clash, Conflict
from desk.calendar.coverage import Task
from desk.calendar.holidays import DayKind, DayMark
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import CoverageState, OccurrenceRow
from desk.calendar.storage import Chair
from desk.dates.lunar_calendar import Lunar, written
from desk.dates.recurrence import Recurrence
from desk.dates.series import DayHalf, EditScope, MeetingState, When
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr

KINDS: dict[MeetingKind, tuple[str, str, str]] = {  # word, icon, colour token
    MeetingKind.BRIEFING: (_mark("Giao ban"), "briefing", "blue"),
    MeetingKind.REPORTERS: (_mark("Kỳ họp báo cáo viên"), "reporters", "gold"),
    MeetingKind.CONFERENCE: (_mark("Hội nghị"), "conference", "green"),
    MeetingKind.TRAINING: (_mark("Tập huấn"), "training", "amber"),
    MeetingKind.VISIT: (_mark("Làm việc với cơ sở"), "visit", "accent"),
    MeetingKind.OTHER: (_mark("Việc khác"), "meeting", "muted"),
}
STATES: dict[MeetingState, tuple[str, str, str]] = {  # word, icon, colour token
    MeetingState.PLANNED: (_mark("Dự kiến"), "clock", "muted"),
    MeetingState.CONFIRMED: (_mark("Đã chốt"), "done", "green"),
    MeetingState.POSTPONED: (_mark("Hoãn"), "put-off", "amber"),
    MeetingState.CANCELLED: (_mark("Hủy"), "called-off", "accent"),
    MeetingState.MOVED: (_mark("Dời"), "moved", "blue"),
}
PARTS: dict[DayHalf, str] = {
    DayHalf.HOURS: _mark("Theo giờ"),
    DayHalf.MORNING: _mark("Buổi sáng"),
    DayHalf.AFTERNOON: _mark("Buổi chiều"),
    DayHalf.DAY: _mark("Cả ngày"),
}
SCOPES: dict[EditScope, str] = {
    EditScope.ONE: _mark("Chỉ cuộc này"),
    EditScope.FOLLOWING: _mark("Từ cuộc này trở đi"),
    EditScope.ALL: _mark("Cả chuỗi"),
}
TASKS: dict[Task, tuple[str, str]] = {  # word, icon
    Task.WRITE: (_mark("Viết tin"), "edit"),
    Task.PHOTO: (_mark("Chụp ảnh"), "camera"),
}
ANSWERS: dict[Answer, tuple[str, str, str]] = {  # word, icon, colour token
    Answer.ASKED: (_mark("chờ trả lời"), "clock", "amber"),
    Answer.ACCEPTED: (_mark("đã nhận"), "done", "green"),
    Answer.DECLINED: (_mark("từ chối"), "close", "accent"),
}
COVERS: dict[CoverageState, tuple[str, str, str]] = {  # word, icon, colour token
    CoverageState.NONE: (_mark("Chưa phân công"), "person", "muted"),
    CoverageState.ASKED: (_mark("Chờ nhận việc"), "clock", "amber"),
    CoverageState.DECLINED: (_mark("Có người từ chối"), "warning", "accent"),
    CoverageState.ACCEPTED: (_mark("Đã nhận việc"), "done", "green"),
}
DAY_KINDS: dict[DayKind, str] = {
    DayKind.OFF: _mark("Ngày nghỉ"),
    DayKind.ANNIVERSARY: _mark("Kỷ niệm"),
    DayKind.WORK: _mark("Làm bù"),
}
CLASHES: dict[Clash, str] = {
    Clash.PLACE: _mark("{what} đã có: {title}, {when}"),
    Clash.PERSON: _mark("{what} bận: {title}, {when}"),
}
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SHORT_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ONCE = Recurrence("DAILY", count=1)  # what dates of their own are added to
_NTH = {
    1: _mark("đầu tiên"),
    2: _mark("lần thứ 2"),
    3: _mark("lần thứ 3"),
    4: _mark("lần thứ 4"),
    -1: _mark("cuối cùng"),
}


_KEYS = (
    (_mark("Đi qua các ngày, các giờ"), "← → ↑ ↓"),
    (_mark("Đánh dấu nhiều ngày (tháng)"), "Shift+← → ↑ ↓"),
    (_mark("Đánh dấu nhiều giờ (tuần)"), "Shift+↑ ↓"),
    (_mark("Chọn từng cuộc trong ngày"), "Dấu cách"),
    (_mark("Mở cuộc đang chọn, hoặc ghi cuộc mới vào chỗ đánh dấu"), "Enter"),
    (_mark("Dời cuộc đang chọn theo ngày, tuần, nửa giờ"), "Alt+← → ↑ ↓"),
    (_mark("Kéo dài, rút ngắn cuộc đang chọn"), "Alt+Shift+← → ↑ ↓"),
    (_mark("Tháng, tuần trước và sau"), "Page Up, Page Down"),
    (_mark("Bỏ chọn, thôi kéo"), "Esc"),
)


def keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of the views that no menu lists: what they do, and the key."""
    return tuple((_tr(text), key) for text, key in _KEYS)


def state(which: MeetingState) -> str:
    """Return a state's word."""
    return _tr(STATES[which][0])


def weekday(day: date) -> str:
    """Return a day's name in full."""
    return WEEKDAYS[day.weekday()]


def low(name: str) -> str:
    """Return a weekday within a sentence: "thứ Hai", "Chủ nhật"."""
    return f"t{name[1:]}" if name.startswith("Thứ") else name


def day_title(day: date) -> str:
    """Return a day as lists head it: "Thứ Hai, 08/4/2019"."""
    return f"{weekday(day)}, {written(day)}"


def day_short(day: date) -> str:
    """Return a day without its year: "T2 08/4"."""
    return f"{SHORT_DAYS[day.weekday()]} {_no_year(day)}"


def hours(when: When | OccurrenceRow) -> str:
    """Return when it is on its day: "08:00–10:30", "Buổi sáng"; of several days "11/4 – 12/4"."""
    first, last = when.start.date(), when.last
    if when.part is not DayHalf.HOURS:
        return _tr(PARTS[when.part]) if last == first else f"{_no_year(first)} – {_no_year(last)}"
    if last != first:
        return f"{when.start:%H:%M} {_no_year(first)} – {when.end:%H:%M} {_no_year(when.end.date())}"
    if when.end == when.start:
        return f"{when.start:%H:%M}"
    return f"{when.start:%H:%M}–{when.end:%H:%M}"


def _no_year(day: date) -> str:
    return written(day)[:-5]


def when(text: When | OccurrenceRow) -> str:
    """Return day and hours: "T2 08/4/2019, 08:00–10:30", "T5 11/4 – T6 12/4/2019, Cả ngày"."""
    first, last = text.start.date(), text.last
    if first == last:
        return f"{SHORT_DAYS[first.weekday()]} {written(first)}, {hours(text)}"
    begin = day_short(first) if first.year == last.year else f"{SHORT_DAYS[first.weekday()]} {written(first)}"
    end = f"{SHORT_DAYS[last.weekday()]} {written(last)}"
    if text.part is DayHalf.HOURS:
        end = f"{SHORT_DAYS[text.end.weekday()]} {written(text.end.date())}"
        return f"{text.start:%H:%M} {begin} – {text.end:%H:%M} {end}"
    return f"{begin} – {end}, {_tr(PARTS[text.part])}"


_HALVES = {DayHalf.MORNING: _mark("Sáng"), DayHalf.AFTERNOON: _mark("Chiều"), DayHalf.DAY: _mark("Cả ngày")}


def start_words(row: OccurrenceRow, *, short: bool = False) -> str:
    """Return the short word before a title in the month: "08:00", "Sáng", "Cả ngày"; shorter "8h", "14h30"."""
    if row.part is not DayHalf.HOURS:
        return "" if short and row.part is DayHalf.DAY else _tr(_HALVES[row.part])
    if short:
        return f"{row.start.hour}h{row.start.minute:02}" if row.start.minute else f"{row.start.hour}h"
    return f"{row.start:%H:%M}"


def chair(one: Chair) -> str:
    """Return who presides, with the title."""
    return f"{one.name} – {one.title}" if one.title else one.name


def lunar_short(text: Lunar | None, day: date) -> str:
    """Return the lunar date of a cell: the day, with its month on the first and where the month begins."""
    if text is None:
        return ""
    if text.day == 1 or day.day == 1:
        return f"{text.day}/{text.month}{'N' if text.leap else ''}"
    return str(text.day)


def lunar_long(text: Lunar | None) -> str:
    """Return a lunar date in full: "âm lịch ngày 5 tháng 3 năm Kỷ Hợi"; "" where there is none."""
    if text is None:
        return ""
    leap = _tr(_mark(" (nhuận)")) if text.leap else ""
    return f"âm lịch ngày {text.day} tháng {text.month}{leap} năm {text.name}"


def mark(one: DayMark) -> str:
    """Return what a day is called in its cell."""
    if one.made_up:
        return _tr(_mark("Nghỉ bù {title}")).format(title=one.title)
    if one.years:
        return _tr(_mark("{n} năm {title}")).format(n=one.years, title=one.title)
    return one.title


def marked(one: DayMark) -> str:
    """Return what a day is called; round years (năm chẵn, năm tròn) carry a sign."""
    return f"★ {mark(one)}" if one.round else mark(one)


def mark_long(one: DayMark) -> str:
    """Return what a day is called where there is room; round years carry their sign there too."""
    return f"★ {one.words or mark(one)}" if one.round else one.words or mark(one)


def rule(text: Recurrence | None, first: datetime) -> str:
    """Return how a meeting recurs: "Hằng tuần, thứ Hai"; "" for one held once."""
    if text is None:
        return ""
    if text == _ONCE:
        return _tr(_mark("Vào những ngày đã định"))
    return _repeats(text, first) + _ends(text)


def _repeats(text: Recurrence, first: datetime) -> str:
    n = text.interval
    if text.lunar:
        leap = _tr(_mark(" nhuận")) if text.part("LEAP") else ""
        return _tr(_mark("Hằng năm, ngày {d}/{m}{leap} âm lịch")).format(
            d=text.part("DAY"), m=text.part("MONTH"), leap=leap
        )
    if not _has_words(text):
        return _tr(_mark("Theo quy tắc riêng ({rule})")).format(rule=text)
    if text.freq == "DAILY":
        return _tr(_mark("Hằng ngày")) if n == 1 else _tr(_mark("{n} ngày một lần")).format(n=n)
    if text.freq == "WEEKLY":
        names = [
            WEEKDAYS[_DAYS.index(day)] for day in (text.part("BYDAY") or _DAYS[first.weekday()]).split(",")
        ]
        often = _tr(_mark("Hằng tuần")) if n == 1 else _tr(_mark("{n} tuần một lần")).format(n=n)
        return f"{often}, {', '.join(low(name) for name in names)}"
    if text.freq == "MONTHLY":
        named = {1: _tr(_mark("Hằng tháng")), 3: _tr(_mark("Hằng quý"))}.get(n)
        often = named or _tr(_mark("{n} tháng một lần")).format(n=n)
        return f"{often}, {_day_in_month(text, first)}"
    often = _tr(_mark("Hằng năm")) if n == 1 else _tr(_mark("{n} năm một lần")).format(n=n)
    months = text.part("BYMONTH") or str(first.month)
    return f"{often}, {_day_in_month(text, first)} tháng {months}"


def _has_words(text: Recurrence) -> bool:
    """Say whether the words tell the rule from every other one."""
    names, days = {name for name, _ in text.parts}, text.part("BYDAY").split(",")
    numbered = all(day[:-2] and int(day[:-2]) in _NTH for day in days if day)
    if text.freq == "DAILY":
        return not names
    if text.freq == "WEEKLY":
        return names <= {"BYDAY"} and (text.interval == 1 or text.wkst == "MO" or len(days) == 1)
    month = {"BYMONTH"} if text.freq == "YEARLY" else set()
    if "BYDAY" in names:  # an nth day of a year would be told as one of a month
        return names == {"BYDAY"} | month and numbered
    return names <= {"BYMONTHDAY"} | month and all(day > 0 or day == -1 for day in text.numbers("BYMONTHDAY"))


def _day_in_month(text: Recurrence, first: datetime) -> str:
    weekdays = text.part("BYDAY")
    if weekdays:
        named = []
        for day in weekdays.split(","):
            which = int(day[:-2]) if day[:-2] else 0
            named.append(
                f"{low(WEEKDAYS[_DAYS.index(day[-2:])])} {_tr(_NTH[which]) if which in _NTH else ''}".strip()
            )
        return ", ".join(named)
    days = text.part("BYMONTHDAY") or str(first.day)
    return _tr(_mark("ngày cuối tháng")) if days == "-1" else _tr(_mark("ngày {d}")).format(d=days)


def _ends(text: Recurrence) -> str:
    if text.count is not None:
        return _tr(_mark(", {n} lần")).format(n=text.count)
    if text.until is not None:
        return _tr(_mark(", đến {day}")).format(day=written(text.until.date()))
    return ""


def conflict(one: Conflict) -> str:
    """Return what clashes with what, and when."""
    words = _tr(CLASHES[one.clash])
    return words.format(what=one.what, title=one.other.title, when=when(one.other))


def occurrence_state(row: OccurrenceRow) -> str:
    """Return what is unusual of an occurrence: "Hoãn: bận họp tỉnh", "Dời sang T6 12/4"; "" when nothing."""
    if row.ghost and row.moved_from is not None:
        text = _tr(_mark("Dời sang {day}")).format(day=day_short(row.moved_from.date()))
    elif row.state is MeetingState.MOVED and row.moved_from is not None:
        text = _tr(_mark("Dời từ {day}")).format(day=day_short(row.moved_from.date()))
    elif row.state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
        text = state(row.state)
    else:
        return ""
    return f"{text}: {row.reason}" if row.reason else text


def listed(words: Sequence[str]) -> str:
    """Return words joined as a sentence does: "A, B và C"."""
    return f"{', '.join(words[:-1])} và {words[-1]}" if len(words) > 1 else "".join(words)
