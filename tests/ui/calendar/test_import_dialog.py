"""What a calendar file would bring, looked at before it is imported."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
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


SERIES = FILE.replace(
    "SUMMARY:Giao ban\r\n",
    "SUMMARY:Giao ban\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\nEXDATE:20190424T080000\r\nSTATUS:CANCELLED\r\n",
).replace("END:VCALENDAR", "BEGIN:VTODO\r\nUID:b\r\nSUMMARY:Việc\r\nEND:VTODO\r\nEND:VCALENDAR")


def test_a_series_what_is_called_off_and_what_is_no_meeting_is_told(qtbot: QtBot, cast: Cast) -> None:
    calendar = read_calendar(SERIES.encode(), "lich.ics", kind_words())
    dialog = CalendarImportDialog(None, "lich.ics", import_export.plan_import(calendar), lambda _: None)
    qtbot.addWidget(dialog)
    told = [item.text() for at in range(4) if (item := dialog.table.item(0, at)) is not None]
    assert told[2].splitlines()[1] == "Hằng tuần, thứ Tư, 6 lần, bỏ 1 ngày"
    assert told[3] == "cuộc họp mới, hủy"
    assert any("còn 1 việc cần làm" in one.text() for one in dialog.findChildren(QLabel))
