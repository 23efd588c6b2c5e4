"""A calendar file goes into the desk: once, without a loss of news, never over what was edited here."""

from __future__ import annotations

from datetime import date, datetime

from desk.acts import journal
from desk.acts.rules import Act
from desk.calendar import meetings, occurrences, storage
from desk.calendar.meetings import Edit
from desk.calendar.storage import Fields
from desk.database import connection
from desk.database.calendar_tables import Meeting
from desk.dates.recurrence import lunar_rule, read_rule
from desk.dates.series import DayHalf, EditScope, SeriesChange, SeriesEdit, When, part_of_day
from desk.ics import import_export
from desk.ics.import_export import Action, Because
from desk.ics.write import calendar_bytes
from tests.desk.ics.calendar_text import BASE, event, file
from tests.making import Cast


def test_importing_twice_changes_nothing_and_news_is_kept(cast: Cast) -> None:
    data = file(event(*BASE, "SEQUENCE:1", "DTSTART:20190401T080000", "RRULE:FREQ=WEEKLY"))
    _, report = import_export.import_calendar(cast.secretary, data)
    assert [(line.action, line.why) for line in report.lines] == [(Action.ADD, Because.NEW)]
    changes, again = import_export.import_calendar(cast.secretary, data)
    assert [(line.action, line.why) for line in again.lines] == [(Action.SKIP, Because.SAME)]
    assert changes.meetings == frozenset()
    assert len(journal.everything(journal.JournalQuery(act=Act.IMPORT_CALENDAR))) == 1
    from desk.calendar import coverage

    row = occurrences.occurrences(date(2019, 4, 15), date(2019, 4, 15))[0]
    coverage.write_news(cast.writer, row.meeting_id, row.origin)
    newer = file(event(*BASE, "SEQUENCE:2", "DTSTART:20190402T090000", "RRULE:FREQ=MONTHLY"))
    import_export.import_calendar(cast.secretary, newer)
    held = occurrences.occurrences(date(2019, 4, 1), date(2019, 5, 31))
    assert [one.start for one in held if one.article_id] == [datetime(2019, 4, 15, 8)]
    assert datetime(2019, 5, 2, 9) in [one.start for one in held]
    older, told = import_export.import_calendar(cast.secretary, data)
    assert told.lines[0].why is Because.OLDER
    assert not older.meetings
    assert journal.check() == []


def test_what_has_no_name_is_called_so_and_takes_none_away(cast: Cast) -> None:
    nameless = ("UID:n@x", "DTSTAMP:20190401T000000Z", "DTSTART:20190401T080000")
    _, report = import_export.import_calendar(cast.secretary, file(event(*nameless, "SUMMARY:")))
    assert [line.title for line in report.lines] == ["(không tên)"]
    series = event(*BASE, "DTSTART:20190401T080000", "RRULE:FREQ=WEEKLY")
    import_export.import_calendar(cast.secretary, file(series))
    base = ("UID:a@x", "DTSTAMP:20190402T000000Z", "SEQUENCE:1")
    moved = event(*base, "RECURRENCE-ID:20190408T080000", "DTSTART:20190409T080000")
    _, report = import_export.import_calendar(cast.secretary, file(moved))
    assert [(line.action, line.title) for line in report.lines] == [(Action.UPDATE, "Giao ban")]
    row = occurrences.occurrences(date(2019, 4, 9), date(2019, 4, 9))[0]
    assert (row.title, row.start) == ("Giao ban", datetime(2019, 4, 9, 8))


def test_a_lunar_series_taken_out_and_in_again_is_the_same(cast: Cast) -> None:
    tenth = date(2019, 4, 14)
    meetings.make(cast.secretary, Fields("Giỗ Tổ"), part_of_day(tenth, DayHalf.DAY), lunar_rule(tenth))
    data = calendar_bytes(import_export.outgoing(), "L", today=tenth)
    assert data.count(b"\r\nUID:") > 10
    _, report = import_export.import_calendar(cast.secretary, data)
    assert [(line.action, line.why) for line in report.lines] == [(Action.SKIP, Because.SAME)]


def test_a_series_without_a_date_left_does_not_go_out(cast: Cast) -> None:
    start = datetime(2019, 4, 1, 8)
    (number,) = meetings.make(
        cast.secretary, Fields("Họp"), When(start, start), read_rule("FREQ=DAILY;COUNT=1")
    ).meetings
    assert len(import_export.outgoing()) == 1
    with connection.writing():
        meeting = Meeting.get_by_id(number)
        storage.write_series(meeting, storage.read_series(meeting).put(SeriesChange(start, gone=True)))
    assert import_export.outgoing() == ()


def test_what_was_edited_here_stays(cast: Cast) -> None:
    data = file(event(*BASE, "DTSTART:20190401T080000"))
    import_export.import_calendar(cast.secretary, data)
    row = occurrences.occurrences(date(2019, 4, 1), date(2019, 4, 1))[0]
    edit = Edit(EditScope.ALL, SeriesEdit(), {"place": "Phòng khác"})
    meetings.edit(cast.secretary, row.meeting_id, row.version, row.origin, edit)
    _, report = import_export.import_calendar(cast.secretary, data)
    assert report.lines[0].action is Action.SKIP
    assert occurrences.occurrences(date(2019, 4, 1), date(2019, 4, 1))[0].place == "Phòng khác"
    out = import_export.outgoing()
    assert [one.fields.place for one in out] == ["Phòng khác"]
