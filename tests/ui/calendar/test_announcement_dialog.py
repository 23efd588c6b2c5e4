"""A pasted announcement becomes meetings once a person agrees."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.calendar import meetings
from desk.calendar.occurrences import occurrences
from desk.calendar.storage import Fields
from desk.dates.series import MeetingState, When
from tests.making import Cast
from tests.ui.calendar.calendars import page, starts, words_of
from tests.ui.modal import answer
from ui.calendar.announcement_dialog import AnnouncementDialog
from ui.calendar.page import CalendarPage
from ui.controls.choice_dialog import ChoiceDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")
NOTICE = (
    "GIẤY MỜI\nKính mời các đồng chí dự Hội nghị báo cáo viên tháng 4 năm 2019.\n"
    "Thời gian: 7 giờ 30 phút, thứ Tư, ngày 24/4/2019\nĐịa điểm: Hội trường C\n"
    "Chủ trì: Đồng chí Trần Đức Thuần - Trưởng ban\n"
)
WEEK = (
    "LỊCH CÔNG TÁC TUẦN\n(Từ ngày 22/4/2019 đến ngày 28/4/2019)\nThứ Hai (22/4):\n08h00: Giao ban đầu tuần. "
    "- Địa điểm: Phòng họp tầng 2.\nThứ Sáu (25/4):\n14h00: Họp chi bộ. - Địa điểm: Phòng họp tầng 3.\n"
)


def test_meetings_that_were_found_are_not_thrown_away_unasked(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    calendar.in_and_out.show_announcement()
    dialog = calendar.in_and_out.announcement
    assert dialog is not None
    dialog.text.setPlainText(NOTICE)
    dialog.read()
    met = answer(ChoiceDialog, lambda question: question.leave())
    QTest.keyClick(dialog, K.Key_Escape)
    assert met
    assert dialog.isVisible()
    answer(ChoiceDialog, lambda question: question.agree())
    QTest.keyClick(dialog, K.Key_Escape)
    assert not dialog.isVisible()
    assert starts("Hội nghị báo cáo viên tháng 4 năm 2019") == [datetime(2019, 4, 24, 7, 30)]


def test_a_pasted_notice_is_confirmed_then_stored(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    calendar.month.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(calendar.month, K.Key_V, both)
    dialog = calendar.in_and_out.announcement
    assert dialog is not None
    dialog.text.setPlainText(unicodedata.normalize("NFD", NOTICE))
    dialog.read()
    (found,) = dialog.found
    assert found.chairs == (("Trần Đức Thuần", "Trưởng ban"),)
    marked = {one.cursor.selectedText() for one in dialog.text.extraSelections()}
    assert unicodedata.normalize("NFD", "Hội trường C") in marked
    assert starts("Hội nghị báo cáo viên tháng 4 năm 2019") == []  # nothing is stored before one agrees
    dialog.edits[0].click()
    form = calendar.acts.editing.form
    assert form is not None
    assert form.place.text() == "Hội trường C"
    form.unit.setText("Phòng Tuyên truyền")
    form.agree()
    assert starts("Hội nghị báo cáo viên tháng 4 năm 2019") == [datetime(2019, 4, 24, 7, 30)]
    assert not dialog.edits[0].isEnabled()
    dialog.text.setPlainText(WEEK)
    dialog.read()
    assert [box.isChecked() for box in dialog.boxes] == [True, False]  # 25/4 is no Friday
    qtbot.waitUntil(lambda: "Thứ không khớp với ngày" in words_of(dialog), timeout=2000)
    dialog.boxes[1].setChecked(True)
    dialog.agree()
    assert not dialog.isVisible()
    assert starts("Giao ban đầu tuần") == [datetime(2019, 4, 22, 8)]
    assert starts("Họp chi bộ") == [datetime(2019, 4, 25, 14)]


MOVED = (
    "THÔNG BÁO\nVề việc thay đổi thời gian tổ chức Hội nghị tổng kết năm học\n\nPhòng điều chỉnh thời gian "
    "tổ chức Hội nghị tổng kết năm học dự kiến tổ chức vào 8 giờ 00 ngày 22/4/2019 như sau:\n"
    "- Thời gian mới: 14 giờ 00 phút, ngày 24/4/2019 (thứ Tư)\n- Địa điểm: Hội trường UBND huyện."
)


def _told(qtbot: QtBot, sit: Sit, cast: Cast, text: str) -> tuple[CalendarPage, AnnouncementDialog]:
    """A notice that changes the one meeting of the calendar, read."""
    start = datetime(2019, 4, 22, 8)
    meetings.make(cast.secretary, Fields("Hội nghị tổng kết năm học"), When(start, start.replace(hour=10)))
    calendar = page(sit(cast.secretary))
    calendar.in_and_out.show_announcement()
    dialog = calendar.in_and_out.announcement
    assert dialog is not None
    dialog.text.setPlainText(text)
    dialog.read()
    qtbot.waitUntil(lambda: bool(dialog.changes))
    return calendar, dialog


def test_a_notice_that_moves_a_meeting_moves_the_one_in_the_calendar(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    calendar, dialog = _told(qtbot, sit, cast, MOVED)
    assert not dialog.boxes[0].isChecked()
    qtbot.mouseClick(dialog.changes[0], Qt.MouseButton.LeftButton)
    state = calendar.acts.editing.state
    assert state.choices[MeetingState.MOVED].isChecked()
    assert state.reason.text() == "Theo thông báo"
    qtbot.keyClick(state.reason, K.Key_Return)
    qtbot.waitUntil(lambda: 0 in dialog.stored)
    (row,) = [one for one in occurrences(date(2019, 4, 24), date(2019, 4, 24)) if not one.ghost]
    assert (row.start, row.state) == (datetime(2019, 4, 24, 14), MeetingState.MOVED)


def test_what_the_calendar_has_is_said_and_not_entered_twice(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    start = datetime(2019, 4, 24, 7, 30)
    title = "Hội nghị báo cáo viên tháng 4 năm 2019"
    meetings.make(cast.secretary, Fields(title), When(start, start.replace(hour=10)))
    calendar = page(sit(cast.secretary))
    calendar.in_and_out.show_announcement()
    dialog = calendar.in_and_out.announcement
    assert dialog is not None
    dialog.text.setPlainText(NOTICE)
    dialog.read()
    qtbot.waitUntil(lambda: any(dialog.known))
    assert dialog.chosen() == []
    assert any("Đã có trong lịch" in one.text() for one in dialog.findChildren(QLabel))


def test_a_new_place_is_filled_into_the_meetings_form(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    start = datetime(2019, 4, 24, 19, 30)
    meetings.make(cast.secretary, Fields("Khai mạc Liên hoan Dân ca"), When(start, start.replace(hour=21)))
    calendar = page(sit(cast.secretary))
    calendar.in_and_out.show_announcement()
    dialog = calendar.in_and_out.announcement
    assert dialog is not None
    dialog.text.setPlainText(
        "Ban Tổ chức chuyển địa điểm khai mạc Liên hoan Dân ca từ Quảng trường 2/9 vào Nhà thi đấu tỉnh.\n"
        "Thời gian không thay đổi: 19h30, Thứ Tư 24/4/2019."
    )
    dialog.read()
    qtbot.waitUntil(lambda: bool(dialog.changes))
    qtbot.mouseClick(dialog.changes[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: calendar.acts.editing.form is not None and calendar.acts.editing.form.isVisible())
    form = calendar.acts.editing.form
    assert form is not None
    assert form.place.text() == "Nhà thi đấu tỉnh"
    form.ok.click()
    qtbot.waitUntil(lambda: 0 in dialog.stored)


SCHEDULE = (
    "LỊCH CÔNG TÁC TUẦN (từ 22/4 đến 26/4/2019)\nThứ Hai, ngày 22/4\n"
    "- 8h00: Hội nghị tổng kết năm học (hoãn)\nThứ Năm, ngày 25/4\n- 8h00: Họp giao ban khối tại phòng họp số 2."
)


def test_a_change_that_was_not_brought_to_its_meeting_keeps_the_window_open(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    _, dialog = _told(qtbot, sit, cast, SCHEDULE)
    assert [one.change is not None for one in dialog.found] == [True, False]
    dialog.boxes[1].setChecked(True)
    dialog.ok.click()
    qtbot.waitUntil(lambda: 1 in dialog.stored)
    qtbot.waitUntil(dialog.fault.isVisible)
    assert "Đã ghi 1 cuộc họp vào lịch. Còn 1 cuộc hoãn, hủy hoặc dời" in dialog.fault.text()
    assert dialog.isVisible()
    dialog.reject()
