"""A meeting as the file has it: records to series and back, what hangs on its occurrences, and its snapshots."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, NamedTuple

from desk import clock
from desk.acts import journal
from desk.acts.article_details import Undone
from desk.acts.calendar_details import MeetingsBefore, MeetingSnapshot
from desk.acts.journal import JournalEntry, JournalQuery, Subject
from desk.acts.rules import Act
from desk.calendar import answers
from desk.database.calendar_tables import Coverage, Meeting, MeetingArticle, Occurrence
from desk.database.connection import rows
from desk.dates.series import DayHalf, MeetingState, Series, SeriesChange, When, stored_rule
from desk.errors import NotNow, Why
from desk.text.signs import shown

ENDLESS = "9999-12-31"
_LONGEST = 2000  # characters of a line, beyond which something else was pasted
_LOOKED_BACK = 200  # entries of a meeting in which an undo looks for what came after
_CARRIED: tuple[Any, ...] = (Coverage, MeetingArticle)  # what hangs on one occurrence


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides (chủ trì): name, and title as the sheet says it."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a meeting says beside its time; `remind` in minutes before the start."""

    title: str
    kind: str = "other"
    place: str = ""
    chairs: tuple[Chair, ...] = ()
    attendees: str = ""  # thành phần
    guests: str = ""  # cùng dự
    unit: str = ""  # đơn vị chuẩn bị
    notes: str = ""
    remind: tuple[int, ...] = (30,)
    news: bool = True  # the bulletin wants news of it


NAMES = tuple(one.name for one in fields(Fields))


def clean(given: Fields) -> Fields:
    """Return fields in NFC, trimmed; NotNow when the title is empty or a line too long."""
    return Fields(**clean_fields({name: getattr(given, name) for name in NAMES}))


def clean_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return some fields in NFC, trimmed; NotNow: NAME_EMPTY without a title, TITLE_TOO_LONG for a page of text."""
    out: dict[str, Any] = {}
    for name, value in given.items():
        if name == "chairs":
            made = tuple(Chair(_line(one.name), _line(one.title)) for one in value)
            out[name] = tuple(one for one in made if one.name)
        elif name == "remind":
            out[name] = tuple(sorted({int(minutes) for minutes in value if 0 <= int(minutes) <= 40_320}))
        elif name == "news":
            out[name] = bool(value)
        elif name == "notes":
            out[name] = shown(str(value)).strip()
        else:
            out[name] = _line(value)
    if "title" in out and not out["title"]:
        raise NotNow(Why.NAME_EMPTY)
    return out


def _line(value: object) -> str:
    words = " ".join(shown(str(value)).split())
    if len(words) > _LONGEST:
        raise NotNow(Why.TITLE_TOO_LONG, str(_LONGEST))
    return words


def put_fields(meeting: Meeting, given: Fields) -> None:
    """Put cleaned fields into a record."""
    put_some(meeting, {name: getattr(given, name) for name in NAMES})


def put_some(meeting: Meeting, given: Mapping[str, Any]) -> None:
    """Put some cleaned fields into a record."""
    for name, value in given.items():
        setattr(meeting, name, _stored(name, value))


def _stored(name: str, value: Any) -> Any:
    if name == "chairs":
        return json.dumps([[one.name, one.title] for one in value], ensure_ascii=False)
    if name == "remind":
        return json.dumps(list(value))
    return value


def read_fields(meeting: Meeting) -> Fields:
    """Return a record's fields."""
    return Fields(
        meeting.title,
        meeting.kind,
        meeting.place,
        read_chairs(meeting.chairs),
        meeting.attendees,
        meeting.guests,
        meeting.unit,
        meeting.notes,
        tuple(json.loads(meeting.remind)),
        bool(meeting.news),
    )


def read_chairs(stored: str) -> tuple[Chair, ...]:
    """Read the stored form of those who preside."""
    return tuple(Chair(name, title) for name, title in json.loads(stored)) if stored else ()


# -- the series ------------------------------------------------------------------------------------------


def read_series(meeting: Meeting) -> Series:
    """Return a meeting's times, with the occurrences that differ."""
    found = Occurrence.select().where(Occurrence.meeting == meeting.id).order_by(Occurrence.origin)
    return series_of(
        (meeting.start, meeting.stop, meeting.part, meeting.rule, meeting.ends),
        [change_of(StoredOccurrence._make(v)) for v in rows(found)],
    )


def series_of(stored: tuple[str, str, str, str, str], changes: list[SeriesChange]) -> Series:
    """Build a series from its stored columns: start, stop, part, rule, ends."""
    start, stop, part, rule, ends = stored
    when = When(datetime.fromisoformat(start), datetime.fromisoformat(stop), DayHalf(part))
    return Series(when, stored_rule(rule), datetime.fromisoformat(ends) if ends else None, tuple(changes))


class StoredOccurrence(NamedTuple):
    """The columns of an occurrence that differs, as `Occurrence` has them."""

    meeting: int
    origin: str
    start: str
    stop: str
    part: str
    state: str
    reason: str
    moved_from: str
    fields: str
    gone: bool
    extra: bool


def change_of(stored: StoredOccurrence) -> SeriesChange:
    """Build an occurrence that differs from its stored row."""
    when = None
    if stored.start:
        start, stop = datetime.fromisoformat(stored.start), datetime.fromisoformat(stored.stop)
        when = When(start, stop, DayHalf(stored.part))
    values = json.loads(stored.fields)
    if "chairs" in values:
        values["chairs"] = tuple(Chair(name, title) for name, title in values["chairs"])
    if "remind" in values:
        values["remind"] = tuple(values["remind"])
    return SeriesChange(
        origin=datetime.fromisoformat(stored.origin),
        when=when,
        state=MeetingState(stored.state) if stored.state else None,
        reason=stored.reason,
        moved_from=datetime.fromisoformat(stored.moved_from) if stored.moved_from else None,
        fields=values,
        gone=bool(stored.gone),
        extra=bool(stored.extra),
    )


def write_series(meeting: Meeting, series: Series) -> None:
    """Store a meeting with its times; a new record gets its number here."""
    meeting.start, meeting.stop = series.when.start.isoformat(), series.when.end.isoformat()
    meeting.part = series.when.part.value
    meeting.rule = str(series.rule) if series.rule is not None else ""
    meeting.ends = series.ends.isoformat() if series.rule is not None and series.ends else ""
    shown_from = [series.first_day]
    if meeting.moved_from:
        shown_from.append(datetime.fromisoformat(meeting.moved_from).date())
    meeting.first_day = min(shown_from).isoformat()
    meeting.last_day = _last_day(series, shown_from)
    meeting.save()
    Occurrence.delete().where(Occurrence.meeting == meeting.id).execute()
    for one in series.changes:
        Occurrence.insert(_row(meeting.id, one)).execute()


def _last_day(series: Series, shown: list[date]) -> str:
    last = series.last_day
    return ENDLESS if last is None else max([last, *shown]).isoformat()


def _row(meeting_id: int, one: SeriesChange) -> dict[str, Any]:
    told = {name: json.loads(_stored(name, value)) if name in ("chairs", "remind") else value
            for name, value in one.fields.items()}  # fmt: skip
    return {
        "meeting": meeting_id,
        "origin": one.origin.isoformat(),
        "start": one.when.start.isoformat() if one.when else "",
        "stop": one.when.end.isoformat() if one.when else "",
        "part": one.when.part.value if one.when else "",
        "state": one.state.value if one.state else "",
        "reason": one.reason,
        "moved_from": one.moved_from.isoformat() if one.moved_from else "",
        "fields": json.dumps(told, ensure_ascii=False, sort_keys=True),
        "gone": one.gone,
        "extra": one.extra,
    }


def copy(meeting: Meeting, who: int) -> Meeting:
    """Return a new, unsaved record that says the same: the series that goes on from a cut."""
    values = {name: getattr(meeting, name) for name in meeting._meta.sorted_field_names}
    values |= {"id": None, "uid": f"{uuid.uuid4()}@ban-bien-tap", "sequence": 0, "version": 1, "made_by": who}
    return Meeting(**{**values, "moved_from": "", "changed_at": clock.stamp(clock.now())})


# -- what hangs on occurrences ---------------------------------------------------------------------------


def held_origins(meeting: Meeting) -> set[datetime]:
    """Return the origins on which coverage or news hang."""
    found: set[str] = set()
    for table in (Coverage, MeetingArticle):
        here = table.select(table.origin).where(table.meeting == meeting.id)
        if table is Coverage:
            here = here.where(answers.standing())
        found |= {origin for (origin,) in rows(here)}
    start = datetime.fromisoformat(meeting.start)
    return {datetime.fromisoformat(one) if one else start for one in found}


def key(series: Series, origin: datetime) -> str:
    """Return how an occurrence is named where something hangs on it: "" for a meeting held once."""
    return "" if series.rule is None else origin.isoformat()


def rekey(
    meeting_id: int,
    to_id: int,
    moves: Mapping[datetime, tuple[bool, datetime]],
    *,
    single: bool,
    was_single: bool = False,
) -> None:
    """Carry what hangs on occurrences over to where these are now."""
    # In two steps, so that a chain of moves never writes over what has yet to move.
    pairs = [(was.isoformat(), "" if single else now.isoformat()) for was, (_, now) in moves.items()]
    if was_single and not single:
        pairs += [("", now) for _, now in pairs[:1]]
    pairs = [(was, now) for was, now in pairs if was != now or meeting_id != to_id]
    for table in _CARRIED:
        here = table.meeting == meeting_id
        for was, now in pairs:
            table.update(origin=f">{now}").where(here & (table.origin == was)).execute()
        for _, now in pairs:
            table.update(origin=now, meeting=to_id).where(here & (table.origin == f">{now}")).execute()


# -- snapshots -------------------------------------------------------------------------------------------


def snapshot(meeting: Meeting, version: int) -> MeetingSnapshot:
    """Return everything an undo must put back, as plain data; `version` is the one before the act."""
    names = [name for name in meeting._meta.sorted_field_names if name != "made_by"]
    values = {name: getattr(meeting, name) for name in names}
    told = [list(v) for v in rows(Occurrence.select().where(Occurrence.meeting == meeting.id))]
    links = [[i, list(v)] for i, table in enumerate(_CARRIED) for v in rows(_links(table, meeting.id))]
    return MeetingSnapshot({**values, "version": version}, told, links)


def _links(table: Any, meeting_id: int) -> Any:
    number = table.id if table is Coverage else table.article
    return table.select(number, table.origin).where(table.meeting == meeting_id)


def undoable(entry_id: int, who: int) -> JournalEntry:
    """Return an entry whose act can be taken back; NotNow(UNDONE) when it is another's, or something came after it.

    What came after it and was itself taken back does not count: acts are taken back one after the other.
    """
    entry = next((one for one in journal.entries(JournalQuery(), before=entry_id + 1, limit=1)), None)
    if entry is None or entry.id != entry_id or entry.person_id != who:
        raise NotNow(Why.UNDONE)
    for number in _before(entry):
        found = JournalQuery(subject=Subject.MEETING, subject_id=int(number))
        gone: set[int] = set()  # entries that were taken back
        for later in journal.entries(found, limit=_LOOKED_BACK):
            if later.id <= entry_id:
                break
            if later.read(MeetingsBefore) is None or later.id in gone:
                continue
            undone = later.read(Undone) if later.act is Act.UNDO_MEETING else None
            undid = undone.entry if undone is not None else 0
            if undid <= entry_id:
                raise NotNow(Why.UNDONE)
            gone.add(undid)
        else:
            if number != str(entry.subject_id):
                continue  # another meeting that the act made or changed: its entry stands under the first
            raise NotNow(Why.UNDONE)  # so much came after it that it was not reached
    return entry


def _before(entry: JournalEntry) -> Mapping[str, MeetingSnapshot | None]:
    """Return an entry's snapshots; NotNow(UNDONE) when it has none."""
    kept = entry.read(MeetingsBefore)
    if kept is None:
        raise NotNow(Why.UNDONE)
    return kept.was


def put_back(entry: JournalEntry) -> dict[str, MeetingSnapshot | None]:
    """Put meetings back as an entry's snapshots have them; return snapshots of how they stood."""
    was: dict[str, MeetingSnapshot | None] = {}
    for number, snap in _before(entry).items():
        meeting = Meeting.get_by_id(int(number))
        stood = snapshot(meeting, meeting.version)
        was[number] = stood
        version = meeting.version + 1
        if snap is None:
            meeting.binned, meeting.version = True, version
            meeting.save()
            continue
        for name, value in snap.row.items():
            setattr(meeting, name, value)
        meeting.version, meeting.sequence = version, stood.row["sequence"] + 1
        meeting.save()
        Occurrence.delete().where(Occurrence.meeting == meeting.id).execute()
        for values in snap.occurrences:
            names = Occurrence._meta.sorted_field_names
            Occurrence.insert(dict(zip(names, values, strict=True))).execute()
        for table, (link, origin) in snap.links:
            owner = _CARRIED[table]
            number_of = owner.id if owner is Coverage else owner.article
            owner.update(origin=origin, meeting=meeting.id).where(number_of == link).execute()
    return was


def version_of(meeting_id: int) -> int:
    """Return a meeting's version."""
    return int(Meeting.select(Meeting.version).where(Meeting.id == meeting_id).scalar() or 0)
