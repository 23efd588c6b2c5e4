"""A day off or an anniversary as it is filled in."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.calendar import holidays
from desk.calendar.holidays import DayEntry, DayKind
from tests.making import Cast
from ui.settings.holiday_dialog import HolidayDialog


def test_a_day_needs_a_name_and_comes_as_filled_in(qtbot: QtBot) -> None:
    chosen: list[DayEntry] = []
    dialog = HolidayDialog(None, None, chosen.append)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.agree()
    assert dialog.fault.isVisible()
    dialog.title.setText("  Ngày truyền   thống ")
    dialog.day.setValue(31)
    dialog.month.setValue(2)
    dialog.agree()
    assert "31/2" in dialog.fault.text()
    assert dialog.isVisible()
    assert chosen == []
    dialog.day.setValue(1)
    dialog.month.setValue(8)
    dialog.founded.setText("1930")
    dialog.days.setValue(1)
    dialog.before.setValue(9)  # more than the whole: it ends before the day itself
    dialog.agree()
    assert chosen == [DayEntry(DayKind.OFF, "Ngày truyền thống", 8, 1, False, 1, 0, 0, 0, 1930)]


def test_what_is_stored_comes_back_as_it_was(qtbot: QtBot, cast: Cast) -> None:
    for entry in holidays.entries():
        dialog = HolidayDialog(None, entry, lambda _: None)
        qtbot.addWidget(dialog)
        assert dialog.entry() == entry
