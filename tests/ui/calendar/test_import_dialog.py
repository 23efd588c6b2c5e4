"""What a calendar file would bring, looked at before it is imported."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.ics import import_export
from desk.ics.read import read_calendar
from tests.making import Cast
from ui.calendar.ics_files import kind_words
from ui.calendar.import_dialog import CalendarImportDialog

FILE = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20190401T000000Z\r\n"
    "DTSTART:20190417T080000\r\nDTEND:20190417T090000\r\nSUMMARY:Giao ban\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_meetings_stand_in_a_table_until_one_agrees(qtbot: QtBot, cast: Cast) -> None:
    calendar, agreed = read_calendar(FILE.encode(), "lich.ics", kind_words()), list[CalendarImportDialog]()
    dialog = CalendarImportDialog(None, "lich.ics", import_export.plan_import(calendar), agreed.append)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == 1
    cell = dialog.table.item(0, 1)
    assert cell is not None
    assert cell.text() == "Giao ban"
    assert dialog.ok.text() == "Nhập 1 cuộc"
    dialog.agree()
    assert agreed == [dialog]
    import_export.import_calendar(cast.secretary, calendar)
    again = CalendarImportDialog(None, "lich.ics", import_export.plan_import(calendar), agreed.append)
    qtbot.addWidget(again)
    assert not again.ok.isEnabled()  # everything is there already
