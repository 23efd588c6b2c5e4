"""Times of a calendar file to times on our wall: UTC, zones by name (IANA, Windows), zones the file defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from desk.clock import HANOI
from desk.ics.lines import parts, text
from desk.ics.result import IcsDoubt, IcsFault, Unfit

FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_ZONES = 200
_LONGEST = timedelta(days=4000)
# Names of our own wall: what they say needs no reckoning, whatever UTC+7 was called at the time.
_OURS = frozenset(
    {
        "asia/ho_chi_minh",
        "asia/saigon",
        "asia/hanoi",
        "asia/bangkok",
        "se asia standard time",
        "vietnam standard time",
    }
)
_SOUND = re.compile(r"[A-Za-z][A-Za-z0-9_+-]{0,30}(?:/[A-Za-z0-9_+-]{1,30}){0,3}")
# "(UTC+07:00) Bangkok, Hanoi, Jakarta", "GMT+7": Outlook's names on the screen, and what people write.
_TOLD = re.compile(r"\(?(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?\)?(?:\s.*)?", re.IGNORECASE)
# The rules by which clocks are changed; the library expands them over four centuries.
_ONCE_A_YEAR = re.compile(
    r"(?:FREQ=YEARLY|INTERVAL=\d+|COUNT=\d{1,3}|BYMONTH=\d+|BYDAY=[-+\d]*[A-Z]{2}|BYMONTHDAY=[-+,\d]{1,24}"
    r"|BYHOUR=\d{1,2}|BYMINUTE=\d{1,2}|BYSECOND=\d{1,2}|UNTIL=[\dTZ]+|WKST=[A-Z]{2}|;)+"
)
_DATE = re.compile(r"\d{8}")
_AT_MIDNIGHT = re.compile(r"\d{8}T0{4,6}Z?", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{8}T\d{4}(?:\d{2})?)(Z?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the file: on our wall, and as it stands there in its own zone (None: our wall)."""

    wall: datetime
    local: datetime
    zone: tzinfo | None = None
    day: bool = False  # a date, without an hour
    floating: bool = False  # without a zone: on our wall, beside a DTSTART with one in that

    @property
    def midnight(self) -> datetime:
        """Return the time by which a day begins and ends: that of its own zone, on our wall where it is in UTC."""
        return self.wall if self.zone is UTC else self.local

    @property
    def date(self) -> date:
        """Return the day that a whole day's time means."""
        return self.midnight.date()


class Zones:
    """The zones that a file may name; `doubts` gets what nobody knows."""

    def __init__(self, written: Iterable[list[bytes]]) -> None:
        self.doubts: set[IcsDoubt] = set()
        self._written: dict[str, list[str]] = {}
        self._known: dict[str, tzinfo | None] = {}
        for lines, _ in zip(written, range(MOST_ZONES), strict=False):
            told = [text(line, self.doubts) for line in lines]
            for line in told:
                if line.upper().startswith("TZID"):
                    self._written.setdefault(_bare(line.partition(":")[2]), told)
                    break

    def moment(self, value: str, params: Mapping[str, str]) -> Moment:
        """Read a DATE or DATE-TIME value; Unfit(BAD_TIME) when there is no such time."""
        value = value.strip()
        try:
            told_as_day = params.get("VALUE", "").upper() == "DATE" and _AT_MIDNIGHT.fullmatch(value)
            if told_as_day or _DATE.fullmatch(value):
                day = datetime.combine(_day(value), time())
                return _sound(Moment(day, day, day=True), value)
            found = _MOMENT.fullmatch(value)
            if found is None:
                raise Unfit(IcsFault.BAD_TIME, value[:80])
            local = datetime.combine(_day(value[:8]), time()) + _clock(found[1][9:].ljust(6, "0"))
            zone = UTC if found[2] else self.find(params["TZID"]) if params.get("TZID") else None
            floating = not found[2] and not params.get("TZID")
            return _sound(Moment(wall(local, zone), local, zone, floating=floating), value)
        except (ValueError, OverflowError) as error:
            raise Unfit(IcsFault.BAD_TIME, value[:80]) from error

    def find(self, name: str) -> tzinfo | None:
        """Return a zone by its name; None is our own wall, and what nobody knows is taken for it."""
        name = _bare(name)
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> tzinfo | None:
        # "/mozilla.org/20050126_1/Asia/Ho_Chi_Minh": the last of it is the name.
        steps = name.strip("/").split("/")
        for shorter in ("/".join(steps[i:]) for i in range(len(steps))):
            if shorter.lower() in _OURS:
                return None
            found = _by_name(shorter)
            if found is not None:
                return found
        if name in self._written:
            found = _defined(self._written[name])
            if found is not None:
                return found
        told = _TOLD.fullmatch(name)
        if told is None or int(told[2]) > 14:
            self.doubts.add(IcsDoubt.ZONE_UNKNOWN)
            return None
        ahead = timedelta(hours=int(told[2]), minutes=int(told[3] or 0))
        return timezone(ahead if told[1] == "+" else -ahead)


def wall(local: datetime, zone: tzinfo | None) -> datetime:
    """Return the time on our wall of a local time in a zone."""
    if zone is None:
        return local
    return local.replace(tzinfo=zone).astimezone(HANOI).replace(tzinfo=None)


def beside(moment: Moment, start: Moment) -> Moment:
    """Return a time as it is meant beside a DTSTART: one without a zone of its own is in that of the DTSTART."""
    if not moment.floating or start.zone is None:
        return moment
    return replace(moment, wall=wall(moment.local, start.zone), zone=start.zone, floating=False)


def local_in(wall_time: datetime, zone: tzinfo | None) -> datetime:
    """Return the local time in a zone of a time on our wall."""
    if zone is None:
        return wall_time
    return wall_time.replace(tzinfo=HANOI).astimezone(zone).replace(tzinfo=None)


def duration(value: str) -> timedelta:
    """Read a DURATION value; Unfit when it is none, or too long for any meeting."""
    from icalendar.prop import vDuration

    try:
        length: timedelta = vDuration.from_ical(value.strip().upper())  # type: ignore[no-untyped-call]  # icalendar states no types
    except (ValueError, OverflowError) as error:
        raise Unfit(IcsFault.BAD_TIME, value[:80]) from error
    if abs(length) > _LONGEST:
        raise Unfit(IcsFault.TOO_LONG, value[:80])
    return length


def _bare(name: str) -> str:
    return name.strip().strip('"').strip()


def _day(value: str) -> date:
    return date(int(value[:4]), int(value[4:6]), int(value[6:8]))


def _clock(value: str) -> timedelta:
    hours, minutes, seconds = int(value[:2]), int(value[2:4]), int(value[4:6])
    if hours > 24 or minutes > 59 or seconds > 60:
        raise ValueError(value)
    return timedelta(hours=hours, minutes=minutes, seconds=min(seconds, 59))  # :60 is a leap second


def _sound(moment: Moment, value: str) -> Moment:
    if not FIRST_YEAR <= moment.wall.year <= LAST_YEAR:
        raise Unfit(IcsFault.BAD_TIME, value)
    return replace(moment, wall=moment.wall.replace(microsecond=0))


def _by_name(name: str) -> tzinfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = WINDOWS_TO_OLSON.get(name, name)
    if name.upper() in ("UTC", "GMT", "ZULU"):
        return UTC
    if not _SOUND.fullmatch(name) or name.lower() in ("localtime", "factory"):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # Files of Windows do not mind capitals; the same file must read the same elsewhere.
        known = _in_small_letters().get(name.lower())
        return ZoneInfo(known) if known is not None else None


@cache
def _in_small_letters() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def _defined(lines: list[str]) -> tzinfo | None:
    """Return the zone that a VTIMEZONE defines; None when it defines none, or by rules finer than yearly ones."""
    offsets = set()
    for line in lines:
        try:
            name, _, value = parts(line)
        except Unfit:
            return None
        if name in ("RRULE", "EXRULE") and not _ONCE_A_YEAR.fullmatch(value.upper()):
            return None
        if name == "TZOFFSETTO":
            offsets.add(value.strip())
    if len(offsets) == 1:
        return _fixed(offsets.pop())
    from icalendar import Timezone

    try:
        made = Timezone.from_ical("\r\n".join([*lines, "END:VTIMEZONE", ""]))
        if not isinstance(made, Timezone):
            return None
        zone: tzinfo = made.to_tz(lookup_tzid=False)
        datetime(2024, 1, 1, tzinfo=zone).utcoffset()  # a broken one breaks here, and not at every event
    except (ValueError, KeyError, AttributeError, TypeError, IndexError):
        return None
    return zone


def _fixed(offset: str) -> tzinfo | None:
    found = re.fullmatch(r"([+-])(\d{2})(\d{2})(?:\d{2})?", offset)
    if found is None or int(found[2]) > 14 or int(found[3]) > 59:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(ahead if found[1] == "+" else -ahead)
