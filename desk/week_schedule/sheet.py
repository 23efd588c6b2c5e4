"""The week's sheet (lịch công tác tuần): what it is given, and how its rows, blocks and words are arranged.

The PDF, the Word file and the message print one arrangement; none of them decides what stands on the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from desk.dates.lunar_calendar import written
from desk.press.typeset.printable_text import printable


class ScheduleHalf(Enum):
    """Buổi: the parts of a working day, and the whole of it."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class WeekLayout(Enum):
    """A table on A4 landscape, or a block for each day on A4 portrait."""

    TABLE = "table"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One meeting; `note` says what became of it ("hoãn"), `struck` that it is not held as printed, `through` that
    it goes on from the morning into the afternoon."""

    start: time | None
    end: time | None
    title: str
    chairs: tuple[str, ...] = ()
    attendees: str = ""  # Thành phần
    also: str = ""  # Cùng dự
    place: str = ""
    unit: str = ""  # Chuẩn bị
    note: str = ""
    struck: bool = False
    through: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """A part of a day with its meetings in order."""

    part: ScheduleHalf
    lines: tuple[ScheduleLine, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its parts; `marks` are days off and anniversaries, `lunar` its lunar date in words."""

    date: date
    marks: tuple[str, ...] = ()
    lunar: str = ""
    halves: tuple[Half, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A whole week's sheet with the words of its head and foot."""

    superior: str  # cơ quan cấp trên
    office: str
    town: str
    signed_on: date
    year: int
    week: int
    first: date
    last: date
    days: tuple[Day, ...]
    signer_role: str
    signer: str
    copies: tuple[str, ...] = ()  # Nơi nhận
    replaces_invitation: bool = False
    empty_halves: bool = False
    layout: WeekLayout = WeekLayout.TABLE
    heading: str = "LỊCH CÔNG TÁC TUẦN"
    subtitle: str = ""
    for_whom: str = ""  # "của lãnh đạo Ban"


PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
COPIES = "Nơi nhận:"
NOTHING = "Không có lịch"
INVITATION = "Lịch này thay giấy mời."
HEADS = ("Thứ, ngày", "Buổi", "Giờ", "Nội dung", "Chủ trì", "Thành phần", "Địa điểm", "Chuẩn bị")
WIDTHS = (24.0, 14.0, 18.0, 60.0, 38.0, 48.0, 31.0, 29.0)  # mm, of the columns; 262 in all
MARGINS = {  # mm: top, right, bottom, left
    WeekLayout.TABLE: (15.0, 15.0, 15.0, 20.0),
    WeekLayout.BLOCKS: (20.0, 20.0, 20.0, 30.0),
}
ALSO = "Cùng dự"
PARTS = {
    ScheduleHalf.DAY: "Cả ngày",
    ScheduleHalf.MORNING: "Sáng",
    ScheduleHalf.AFTERNOON: "Chiều",
    ScheduleHalf.EVENING: "Tối",
}
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_ENDS = ".,;:!?…"


# -- Words -----------------------------------------------------------------------------------------------


def weekday(day: date) -> str:
    """Return "Thứ Hai" … "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def short_date(day: date) -> str:
    """Return a date without its year, "08/4"."""
    return written(day).rpartition("/")[0]


def hour(when: time) -> str:
    """Return "08h30"."""
    return f"{when.hour:02}h{when.minute:02}"


def hours(line: ScheduleLine) -> str:
    """Return "08h00", "08h00 - 11h30", "đến 11h30", or nothing for a meeting without hours."""
    if line.start and line.end and line.end != line.start:
        return f"{hour(line.start)} - {hour(line.end)}"
    if line.start:
        return hour(line.start)
    return f"đến {hour(line.end)}" if line.end else ""


def place_and_date(sheet: WeekSheet) -> str:
    """Return "Hà Giang, ngày 05 tháng 4 năm 2019"; zeros as in `vncalendar.written`."""
    day, month, year = written(sheet.signed_on).split("/")
    town = clean(sheet.town)
    return f"{town}, ngày {day} tháng {month} năm {year}" if town else f"Ngày {day} tháng {month} năm {year}"


def missing(sheet: WeekSheet) -> tuple[str, ...]:
    """Return the fields of its head that say nothing: of `superior`, `office` and `town`."""
    head = {"superior": sheet.superior, "office": sheet.office, "town": sheet.town}
    return tuple(name for name, words in head.items() if not clean(words))


def headings(sheet: WeekSheet) -> tuple[str, ...]:
    """Return the bold lines of the title: the heading, whose week it is, the subtitle."""
    whom, week = clean(sheet.for_whom), f"tuần {sheet.week} năm {sheet.year}"
    second = f"{whom}, {week}" if whom else week.capitalize()
    return tuple(filter(None, (clean(sheet.heading), second, clean(sheet.subtitle))))


def span(sheet: WeekSheet) -> str:
    """Return "(Từ ngày 08/4/2019 đến ngày 14/4/2019)"."""
    return f"(Từ ngày {written(sheet.first)} đến ngày {written(sheet.last)})"


def document_title(sheet: WeekSheet) -> str:
    """Return what the file calls itself: its title on one line."""
    return one_line(" ".join((*headings(sheet)[:2], span(sheet))))


def copies(sheet: WeekSheet) -> tuple[str, ...]:
    """Return the lines beneath "Nơi nhận:", each with its hyphen and its stop."""
    given = [words.lstrip("-–").lstrip() for words in map(clean, sheet.copies) if words.strip("-– ")]
    stopped = [words if words[-1] in _ENDS else f"{words}," for words in given[:-1]]
    stopped += [words if words[-1] in _ENDS else f"{words}." for words in given[-1:]]
    return tuple(f"- {words}" for words in stopped)


def clean(words: str) -> str:
    """Return words as paper bears them: no controls, no tabs, no blank lines round them."""
    return printable(words).replace("\t", " ").strip()


def one_line(words: str) -> str:
    """Return words on one line; lines that ended without a stop are parted by semicolons."""
    parts = [" ".join(part.split()) for part in clean(words).split("\n")]
    kept = [part for part in parts if part]
    ended = [part if part[-1] in _ENDS else f"{part};" for part in kept[:-1]]
    return " ".join(ended + kept[-1:])


def _note(line: ScheduleLine) -> str:
    words = clean(line.note)
    return words if not words or words.startswith("(") else f"({words})"


# -- The table -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A row's cells right of the half-day; every cell is a tuple of paragraphs."""

    hours: str = ""
    title: str = ""
    note: str = ""
    struck: bool = False
    chairs: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    place: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of a half-day, at least one."""

    name: str
    rows: tuple[ScheduleRow, ...]


@dataclass(frozen=True, slots=True)
class DayRows:
    """A day of the table; without groups it is one row that says that there is nothing."""

    name: str
    date: str
    small: tuple[str, ...]
    groups: tuple[RowGroup, ...]

    @property
    def height(self) -> int:
        """Return how many rows the day's cell spans."""
        return sum(len(group.rows) for group in self.groups) or 1


def table(sheet: WeekSheet) -> tuple[DayRows, ...]:
    """Arrange the days as rows of the table."""
    return tuple(
        DayRows(
            weekday(day.date),
            short_date(day.date),
            _small(day),
            tuple(
                RowGroup(PARTS[half.part], tuple(map(_row, half.lines)) or (ScheduleRow(),))
                for half in _shown_halves(sheet, day)
            ),
        )
        for day in sheet.days
    )


def _row(line: ScheduleLine) -> ScheduleRow:
    attendees = [clean(line.attendees)]
    if clean(line.also):
        attendees.append(f"{ALSO}: {clean(line.also)}")
    return ScheduleRow(
        hours(line),
        clean(line.title),
        _note(line),
        line.struck,
        tuple(filter(None, map(clean, line.chairs))),
        tuple(filter(None, attendees)),
        clean(line.place),
        clean(line.unit),
    )


def _small(day: Day) -> tuple[str, ...]:
    return tuple(filter(None, map(clean, (day.lunar, *day.marks))))


def _shown_halves(sheet: WeekSheet, day: Day) -> tuple[Half, ...]:
    """Return the half-days to print: an evening only with meetings, no blank grid in a week of none, and no blank
    afternoon or morning beneath what is held then."""
    lines: dict[ScheduleHalf, tuple[ScheduleLine, ...]] = dict.fromkeys(ScheduleHalf, ())
    for half in day.halves:
        lines[half.part] += half.lines
    blank: set[ScheduleHalf] = set()
    if sheet.empty_halves and is_held(sheet) and not lines[ScheduleHalf.DAY]:
        blank.add(ScheduleHalf.MORNING)
        if not any(line.through for line in lines[ScheduleHalf.MORNING]):
            blank.add(ScheduleHalf.AFTERNOON)
    return tuple(Half(part, lines[part]) for part in ScheduleHalf if lines[part] or part in blank)


def is_held(sheet: WeekSheet) -> bool:
    """Return whether the week has a meeting at all."""
    return any(map(is_busy, sheet.days))


def is_busy(day: Day) -> bool:
    """Return whether the day has a meeting, held or called off."""
    return any(half.lines for half in day.halves)


# -- The blocks ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """A meeting of a day's block: "08h30", its title, and the facts beneath it as (label, words)."""

    lead: str
    title: str
    note: str = ""
    struck: bool = False
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DayBlock:
    """A day of the block form; it has at least one entry."""

    date: date
    small: tuple[str, ...]
    entries: tuple[ScheduleEntry, ...]


def blocks(sheet: WeekSheet) -> tuple[DayBlock, ...]:
    """Arrange the days as blocks; a day or a shown half-day without meetings says so."""
    made = []
    for day in sheet.days:
        entries: list[ScheduleEntry] = []
        for half in _shown_halves(sheet, day) if is_busy(day) else ():
            name = PARTS[half.part]
            entries += [_entry(line, name) for line in half.lines] or [ScheduleEntry(name, NOTHING)]
        made.append(DayBlock(day.date, _small(day), tuple(entries) or (ScheduleEntry("", NOTHING),)))
    return tuple(made)


def _entry(line: ScheduleLine, part: str) -> ScheduleEntry:
    facts = (
        (HEADS[4], "; ".join(filter(None, map(one_line, line.chairs)))),
        (ALSO, one_line(line.also)),
        (HEADS[5], one_line(line.attendees)),
        (HEADS[6], one_line(line.place)),
        (HEADS[7], one_line(line.unit)),
    )
    shown = tuple((label, words) for label, words in facts if words)
    return ScheduleEntry(hours(line) or part, one_line(line.title), _note(line), line.struck, shown)
