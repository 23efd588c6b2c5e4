"""The week's sheet from the calendar: which meetings stand on it, and the office's own words for head and foot."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from desk import clock
from desk.acts.gate import Changes, deciding
from desk.acts.rules import Act
from desk.acts.stored_setting import StoredSetting, known
from desk.calendar import holidays, occurrences
from desk.calendar.holidays import DayKind, DayMark
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Chair
from desk.database import connection
from desk.dates import lunar_calendar, office_hours
from desk.dates.lunar_calendar import written
from desk.dates.series import DayHalf, MeetingState
from desk.department import settings
from desk.text.blocks import nfc
from desk.week_schedule.sheet import Day, Half, ScheduleHalf, ScheduleLine, WeekLayout, WeekSheet

_ALWAYS = (ScheduleHalf.MORNING, ScheduleHalf.AFTERNOON)  # parts that a day has without a meeting too
_FRIDAY = timedelta(days=3)  # the sheet of a week is issued on the Friday before it


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What an office's sheet says beside its meetings."""

    superior: str = ""
    office: str = ""
    town: str = ""
    for_whom: str = ""  # "của lãnh đạo Ban"
    signer_role: str = "TL. TRƯỞNG BAN\nCHÁNH VĂN PHÒNG"
    signer: str = ""
    copies: tuple[str, ...] = ("Lãnh đạo Ban", "Các phòng thuộc Ban", "Lưu Văn phòng")
    replaces_invitation: bool = False
    empty_halves: bool = True
    layout: WeekLayout = WeekLayout.TABLE


def words() -> SheetWords:
    """Return the office's words; where it has none yet, those of its bulletin."""
    names = settings.names()
    made = _SETTING.value()
    return replace(
        made,
        superior=made.superior or names.committee,
        office=made.office or names.department,
        town=made.town or names.place,
    )


def set_words(who: int, wanted: SheetWords) -> Changes:
    """Keep the office's words for its next sheets; nothing is journaled when they are the same."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        if wanted == words():
            doing.nothing = True
            return Changes()
        copies = tuple(nfc(one).strip() for one in wanted.copies if one.strip())
        _SETTING.store(replace(wanted, copies=copies))
        doing.title = "lịch công tác tuần"
        return Changes(settings=True, act=Act.CHANGE_SETTINGS)


def _load(stored: dict[str, Any]) -> SheetWords:
    given = known(SheetWords, stored)
    if "copies" in given:
        given["copies"] = tuple(given["copies"])
    if "layout" in given:
        given["layout"] = WeekLayout(given["layout"])
    return SheetWords(**given)


def _dump(wanted: SheetWords) -> dict[str, Any]:
    return {**asdict(wanted), "layout": wanted.layout.value}


_SETTING = StoredSetting("sheet", SheetWords, _load, _dump)


def sheet(day: date, told: SheetWords | None = None) -> WeekSheet:
    """Return the sheet of a day's week, Monday to Friday and the days of its end on which something is held.

    `told` are words to try without keeping them.
    """
    with connection.reading():
        used = told or words()
        first = lunar_calendar.monday(day)
        last = first + timedelta(days=6)
        held = occurrences.occurrences(first, last)
        marks = holidays.marks(first, last)
        dates = (first + timedelta(days=step) for step in range(7))
        whole = (_day(one, held, marks.get(one, ())) for one in dates)
        days = tuple(one for one in whole if one.date.weekday() < 5 or any(half.lines for half in one.halves))
        year, week = lunar_calendar.week_number(first)
        return WeekSheet(
            superior=used.superior,
            office=used.office,
            town=used.town,
            signed_on=_signed_on(first, last),
            year=year,
            week=week,
            first=first,
            last=days[-1].date,
            days=days,
            signer_role=used.signer_role,
            signer=used.signer,
            copies=used.copies,
            replaces_invitation=used.replaces_invitation,
            empty_halves=used.empty_halves,
            layout=used.layout,
            for_whom=used.for_whom,
        )


def _signed_on(first: date, last: date) -> date:
    today = clock.today()
    return today if first - timedelta(days=7) <= today <= last else first - _FRIDAY


def _day(day: date, held: tuple[OccurrenceRow, ...], marks: tuple[DayMark, ...]) -> Day:
    found: dict[ScheduleHalf, list[ScheduleLine]] = {part: [] for part in ScheduleHalf}
    for row in held:
        if row.start.date() <= day <= row.last:
            found[_part(row, day)].append(_line(row, day))
    there = lunar_calendar.lunar(day)
    halves = tuple(Half(part, tuple(lines)) for part, lines in found.items() if lines or part in _ALWAYS)
    return Day(
        day, tuple(_mark(one) for one in marks), f"{there.day}/{there.month} ÂL" if there else "", halves
    )


def _mark(one: DayMark) -> str:
    if one.made_up:
        return f"Nghỉ bù {one.title}"
    return f"Nghỉ {one.title}" if one.kind is DayKind.OFF else one.words or one.title


def _part(row: OccurrenceRow, day: date) -> ScheduleHalf:
    if row.part is DayHalf.AFTERNOON:
        return ScheduleHalf.AFTERNOON
    if row.part is DayHalf.DAY or row.start.date() < day < row.end.date():
        return ScheduleHalf.DAY
    if row.part is DayHalf.MORNING or day > row.start.date():
        return ScheduleHalf.MORNING
    return ScheduleHalf(office_hours.part_of_day(row.start.time()).value)


def _line(row: OccurrenceRow, day: date) -> ScheduleLine:
    by_hours = row.part is DayHalf.HOURS
    first, last = day == row.start.date(), day == row.end.date()
    return ScheduleLine(
        start=row.start.time() if by_hours and first else None,
        end=row.end.time() if by_hours and last and row.end != row.start else None,
        title=row.title,
        chairs=tuple(_chair(one) for one in row.chairs),
        attendees=row.attendees,
        also=row.guests,
        place=row.place,
        unit=row.unit,
        note=_note(row, day),
        struck=row.off,
        through=_is_through(row, day),
    )


def _is_through(row: OccurrenceRow, day: date) -> bool:
    begins = row.start.time() if day == row.start.date() else time()
    ends = row.end.time() if day == row.end.date() else time.max
    return office_hours.spans_noon(begins, ends)


def _note(row: OccurrenceRow, day: date) -> str:
    told = []
    if row.part is DayHalf.DAY and row.last != row.start.date():
        told.append(_days(row))
    if row.ghost and row.moved_from is not None:
        told.append(f"dời sang {_moment(row.moved_from)}")
    elif row.state is MeetingState.MOVED and row.moved_from is not None:
        told.append(f"dời từ {_moment(row.moved_from)}")
    elif row.state is MeetingState.POSTPONED:
        told.append("hoãn")
    elif row.state is MeetingState.CANCELLED:
        told.append("hủy")
    if row.reason and row.off:
        told.append(row.reason)
    return f"({'; '.join(told)})" if told else ""


def _days(row: OccurrenceRow) -> str:
    return f"{written(row.start.date())[:-5]} – {written(row.last)[:-5]}"


def _moment(when: datetime) -> str:
    return f"{when:%Hh%M} ngày {written(when.date())[:-5]}"


def _chair(one: Chair) -> str:
    return f"{one.name} – {one.title}" if one.title else one.name
