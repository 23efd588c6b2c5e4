"""The days off and anniversaries, in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.calendar import holidays
from desk.calendar.holidays import DayEntry, DayKind
from tests.making import Cast
from ui.session.session import Session
from ui.settings.holidays import HolidaysTab, _day


def test_days_are_added_changed_dropped_and_proposed_again(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    session = session_of(cast.admin)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    tab = HolidaysTab(session)
    qtbot.addWidget(tab)
    tab.shown()
    count = tab.table.rowCount()
    tab.add.click()
    tab.dialog.title.setText("Ngày truyền thống Ban")
    tab.dialog.agree()
    assert tab.table.rowCount() == count + 1
    assert tab.table.item(tab.table.currentRow(), 1).text() == "Ngày truyền thống Ban"  # type: ignore[union-attr]  # it is there
    tab.table.setCurrentCell(0, 0)
    tab.change.click()
    tab.dialog.title.setText("Tên mới")
    tab.dialog.agree()
    assert "Tên mới" in [day.title for day in holidays.entries()]
    tab.table.setCurrentCell(0, 0)
    tab.drop.click()
    assert tab.table.rowCount() == count
    tab.back.click()
    assert holidays.entries() == holidays.proposed()
    assert said == ["Đã thêm ngày.", "Đã sửa ngày.", "Đã bỏ ngày.", "Đã về danh mục đề xuất."]


def test_a_day_beside_another_says_so() -> None:
    assert _day(DayEntry(DayKind.OFF, "Nghỉ liền kề", 9, 2, beside=True)) == "kề 2/9"
    assert _day(DayEntry(DayKind.OFF, "Giỗ Tổ", 3, 10, lunar=True)) == "10/3 âm lịch"
