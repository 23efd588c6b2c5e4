"""A calendar file's bytes to the lines of its events: letters, folds, components; nothing is understood yet.

The file is split here and not by the library, so that one that was cut off gives what is whole, and a large one
is refused before it costs time.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk.errors import BadIntake, IntakeFault
from desk.ics.result import IcsDoubt, IcsFault, Unfit

MOST_BYTES = 60 * 1024 * 1024
MOST_EVENTS = 20_000
MOST_ALARMS = 20  # of one event
MOST_ZONE_LINES = 200  # of one VTIMEZONE
LONGEST_LINE = 200_000  # octets; a longer one is an attachment
_HEAD = re.compile(rb"^[ \t]*BEGIN:VCALENDAR\b", re.IGNORECASE | re.MULTILINE)
_EVENT = re.compile(rb"^BEGIN:VEVENT\b", re.IGNORECASE | re.MULTILINE)
_OLD = re.compile(rb"^VERSION[^:\n]*:[ \t]*1\.0[ \t]*$", re.IGNORECASE | re.MULTILINE)
_STAMPED = re.compile(rb"^DTSTAMP\b", re.IGNORECASE | re.MULTILINE)  # which vCalendar 1.0 does not have
_LINE = re.compile(rb"[^\n]+")
_NAME = re.compile(rb"[A-Za-z0-9-]+")
_BOMS = ((codecs.BOM_UTF8, ""), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NO_BOMS = ((b"B\0E\0", "utf-16-le"), (b"\0B\0E", "utf-16-be"))
# A date has no colon, but the name of a zone may: "TZID=tzone://Microsoft/Utc", "TZID=(UTC+07:00) Bangkok, Hanoi".
_DATED = re.compile(
    r"((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)\s*;[^\":]*TZID=[^\"]*):(\s*\d{8}[^:\"]*)", re.IGNORECASE
)
_READ = frozenset(
    b"UID SEQUENCE DTSTAMP LAST-MODIFIED DTSTART DTEND DURATION SUMMARY LOCATION DESCRIPTION STATUS RRULE EXRULE"
    b" EXDATE RDATE RECURRENCE-ID CATEGORIES ORGANIZER ATTENDEE COMMENT X-MICROSOFT-CDO-ALLDAYEVENT"
    b" X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT".split()
)  # an event holds much more, pictures too
Line = tuple[dict[str, str], str]  # a content line's parameters and its value


@dataclass(slots=True)
class LineHead:
    """What a VCALENDAR says of all its events, wherever it says so."""

    method: str = ""


@dataclass(slots=True)
class IcsBlock:
    """The lines of one event that are worth reading, unfolded; `alarms` those of its reminders."""

    head: LineHead = field(default_factory=LineHead)
    lines: list[bytes] = field(default_factory=list)
    alarms: list[list[bytes]] = field(default_factory=list)
    cut_short: bool = False
    _inside: list[bytes] = field(default_factory=list)  # components open within the event

    def take(self, line: bytes) -> None:
        """Take a line of the event."""
        word = line[:6].upper()
        if word == b"BEGIN:":
            self._inside.append(line[6:].strip().upper())
            if self._inside[-1] == b"VALARM" and len(self.alarms) < MOST_ALARMS:
                self.alarms.append([])
        elif word[:4] == b"END:":
            del self._inside[-1:]
        else:
            self._keep(line)

    def _keep(self, line: bytes) -> None:
        found = _NAME.match(line)
        name = found[0].upper() if found else b""
        if self._inside:
            if self._inside == [b"VALARM"] and self.alarms and name in (b"TRIGGER", b"ACTION"):
                self.alarms[-1].append(line)
        elif name in _READ or name.startswith(b"X-BBT-"):
            self.cut_short |= len(line) > LONGEST_LINE
            self.lines.append(line[:LONGEST_LINE])


@dataclass(slots=True)
class IcsFile:
    """A file taken apart; `zones` are the lines of its VTIMEZONEs, `whole` says that it was not cut off."""

    name: str = ""
    blocks: list[IcsBlock] = field(default_factory=list)
    cut: list[IcsBlock] = field(default_factory=list)
    zones: list[list[bytes]] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    whole: bool = False
    doubts: set[IcsDoubt] = field(default_factory=set)


def take_apart(data: bytes, name: str = "") -> IcsFile:
    """Split a file into its events; BadIntake when it is empty, too large, or no calendar.

    More than MOST_EVENTS events are too large as well, and are counted before anything is read.
    """
    if len(data) > MOST_BYTES:
        raise BadIntake(IntakeFault.CALENDAR_TOO_HEAVY, name)
    found = IcsFile()
    data = _bytes(data, found, name)
    if sum(1 for _ in _EVENT.finditer(data)) > MOST_EVENTS:
        raise BadIntake(IntakeFault.CALENDAR_TOO_HEAVY, name)
    _split(data.replace(b"\n ", b"").replace(b"\n\t", b""), found)
    return found


def text(line: bytes, doubts: set[IcsDoubt]) -> str:
    """Return a line's letters; what is not UTF-8 is read as latin1, with a doubt."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(line) >= LONGEST_LINE and error.start > LONGEST_LINE - 4:
            return line[: error.start].decode("utf-8")  # cut by us within a letter
        doubts.add(IcsDoubt.LETTERS)
        return line.decode("latin-1")


def parts(line: str) -> tuple[str, dict[str, str], str]:
    """Return a content line's name, parameters and value; Unfit(UNREADABLE) when it is none."""
    head, colon, value = line.partition(":")
    dated = _DATED.fullmatch(line)
    if dated is not None:
        return _taken_apart(dated[1], dated[2])
    if colon and not re.search(r"[\"^ \t\\]", head):
        return _taken_apart(head, value)
    # Quoted parameters, and spaces where none belong: the library knows what programs write.
    from icalendar.parser import Contentline

    try:
        name, told, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]  # icalendar states no types
    except ValueError as error:
        raise Unfit(IcsFault.UNREADABLE, line[:80]) from error
    params = {str(key).upper(): one if isinstance(one, str) else ",".join(one) for key, one in told.items()}
    return str(name).upper(), params, str(value)


def _taken_apart(head: str, value: str) -> tuple[str, dict[str, str], str]:
    name, *given = head.split(";")
    pairs = [one.partition("=") for one in given if one]
    return name.strip().upper(), {pair[0].strip().upper(): pair[2] for pair in pairs}, value


def _bytes(data: bytes, found: IcsFile, name: str) -> bytes:
    """Return the file as UTF-8 with \\n at line ends; a letter broken by a fold is mended with the fold."""
    for bom, encoding in (*_BOMS, *_NO_BOMS):
        if data.startswith(bom):
            if (bom, encoding) in _BOMS:
                data = data[len(bom) :]
            if encoding:
                data = data.decode(encoding, "replace").encode("utf-8", "replace")
            break
    if not data.strip():
        raise BadIntake(IntakeFault.EMPTY, name)
    nuls = b"\0" in data
    if nuls:
        data = data.replace(b"\0", b"")
        found.doubts.add(IcsDoubt.NULS)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if not _HEAD.search(data):
        other = IntakeFault.BARE_EVENT if _EVENT.search(data) else IntakeFault.NO_CALENDAR
        raise BadIntake(IntakeFault.NOT_TEXT if nuls else other, name)
    if _OLD.search(data) and not _STAMPED.search(data):  # some write "1.0" over an iCalendar
        raise BadIntake(IntakeFault.OLD_CALENDAR, name)
    return data


def _split(data: bytes, found: IcsFile) -> None:
    calendar = LineHead()
    event: IcsBlock | None = None
    outside: list[bytes] = []  # components open around, but for events
    for line in _lines(data):
        word, _, kind = line.partition(b":")
        word, kind = word.upper(), kind.strip().upper()
        framing = word in (b"BEGIN", b"END") and kind in (b"VEVENT", b"VCALENDAR")
        if event is not None and not framing:
            event.take(line)
            continue
        if framing:
            outside = []  # whatever was open there was cut off
            if event is not None:
                (found.blocks if (word, kind) == (b"END", b"VEVENT") else found.cut).append(event)
            event = IcsBlock(calendar) if (word, kind) == (b"BEGIN", b"VEVENT") else None
            if kind == b"VCALENDAR":
                found.whole = word == b"END"
                calendar = LineHead() if word == b"BEGIN" else calendar
        elif word == b"BEGIN":
            outside.append(kind)
            if len(outside) == 1:
                _begun(kind, found)
        elif word == b"END":
            del outside[-1:]
        elif not outside:
            _property(word, line, calendar, found)
        if outside and outside[0] == b"VTIMEZONE" and len(found.zones[-1]) < MOST_ZONE_LINES:
            found.zones[-1].append(line)
    if event is not None:
        found.cut.append(event)


def _begun(kind: bytes, found: IcsFile) -> None:
    if kind == b"VTIMEZONE":
        found.zones.append([])
    else:
        found.ignored[kind.decode("ascii", "replace")[:40]] += 1


def _property(word: bytes, line: bytes, calendar: LineHead, found: IcsFile) -> None:
    name, value = word.partition(b";")[0], line.partition(b":")[2]
    if name == b"METHOD":
        calendar.method = value.decode("ascii", "replace").strip().upper()
    elif name == b"X-WR-CALNAME" and not found.name:
        found.name = text(value[:2000], found.doubts)


def _lines(data: bytes) -> Iterator[bytes]:
    for one in _LINE.finditer(data):
        line = one[0].rstrip()
        if line:
            yield line
