"""The tour's calendar: month, week, agenda, a series edited, a conflict, coverage, the week's sheet, files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime

from desk import clock
from desk.calendar import occurrences
from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import EditScope, MeetingState, When
from desk.ics import import_export
from desk.sample import calendar
from desk.week_schedule import files, from_calendar, pdf
from desk.week_schedule.files import SheetFormat
from desk.week_schedule.from_calendar import SheetWords
from desk.week_schedule.sheet import WeekLayout
from ui.calendar.days_in_view import View
from ui.calendar.ics_files import kind_words
from ui.calendar.page import CalendarPage
from ui.calendar.view import key_of

if TYPE_CHECKING:
    from ui.tour.tour import Tour

_KEEPER = "Bùi Thị Ngọc Anh"
_PPI = 96.0


def walk(tour: Tour) -> None:
    """Photograph the calendar of the sample's month."""
    tour.client.wait(calendar.fill)
    tour.clock.rest(datetime(2019, 4, 16, 14, 20, tzinfo=clock.HANOI))
    window = tour.sit(_KEEPER)
    tour.settle()
    tour.shoot("hom-nay-co-hop", window)
    window.pages.go("calendar")
    tour.settle(0.4)
    page = window.pages.calendar
    tour.shoot("lich-thang", window)
    _choose(tour, page, "Họp giao ban báo chí tháng 4")
    tour.shoot("lich-cuoc-hop", window)
    _cover_and_put_off(tour, page)
    _edit_a_series(tour, page)
    _conflict(tour, page)
    page.month.choose(None)
    for view, name in ((View.WEEK, "lich-tuan"), (View.AGENDA, "lich-danh-sach")):
        page.show_view(view)
        tour.settle()
        tour.shoot(name, window)
    page.show_year()
    tour.settle()
    tour.shoot("lich-ca-nam", page.year)
    page.year.close()
    page.show_view(View.MONTH)
    tour.settle()
    _sheet(tour, page)
    _files(tour, page)
    _notice(tour, page)
    tour.leave(window)


def _row(title: str, day: int = 0) -> OccurrenceRow:
    found = occurrences.occurrences(date(2019, 4, 1), date(2019, 4, 30))
    return next(row for row in found if row.title == title and not row.ghost and day in (0, row.start.day))


def _choose(tour: Tour, page: CalendarPage, title: str, day: int = 0) -> None:
    page.month.choose(key_of(tour.client.wait(partial(_row, title, day))))
    tour.settle()


def _cover_and_put_off(tour: Tour, page: CalendarPage) -> None:
    page.acts.ask_cover()
    tour.settle(0.3)
    tour.shoot("phan-cong", page.acts.covering.dialog)
    page.acts.covering.dialog.reject()
    page.acts.ask_state()
    page.acts.editing.state.choices[MeetingState.MOVED].setChecked(True)
    tour.settle(0.2)
    tour.shoot("hoan-huy-doi", page.acts.editing.state)
    page.acts.editing.state.reject()
    tour.settle()


def _edit_a_series(tour: Tour, page: CalendarPage) -> None:
    _choose(tour, page, "Giao ban tuần", 22)
    page.acts.change()
    form = page.acts.editing.form
    if form is None:
        return
    tour.settle(0.5)
    tour.shoot("sua-chuoi", form)
    form.when.start.setTime(QTime(14, 0))
    tour.settle(0.5)
    form.agree()
    tour.settle(0.3)
    tour.shoot("chi-cuoc-nay", page.acts.editing.scope)
    page.acts.editing.scope.choices[EditScope.FOLLOWING].setChecked(True)
    tour.settle(0.3)
    tour.shoot("tu-cuoc-nay", page.acts.editing.scope)
    page.acts.editing.scope.reject()
    form.reject()
    tour.settle()


def _conflict(tour: Tour, page: CalendarPage) -> None:
    start = datetime(2019, 4, 17, 15, 0)  # noqa: DTZ001  # wall time
    form = page.acts.editing.make(When(start, start.replace(hour=17)))
    form.title.setText("Giao ban báo cáo viên")
    form.place.setText("phòng họp tầng 2")
    form.chairs.setPlainText("Đồng chí Đặng Thị Lan Phương – Phó Trưởng ban")
    tour.settle(0.6)
    tour.shoot("trung-lich", form)
    form.reject()
    tour.settle()


def _sheet(tour: Tour, page: CalendarPage) -> None:
    words = tour.client.wait(from_calendar.words)
    told = SheetWords(
        superior=words.superior,
        office=words.office,
        town="Nậm Mu",
        for_whom="của lãnh đạo Ban",
        signer=_KEEPER,
        replaces_invitation=True,
    )
    tour.client.wait(partial(from_calendar.set_words, tour.person(_KEEPER), told))
    page.in_and_out.show_sheet()
    dialog = page.in_and_out.sheet
    if dialog is None:
        return
    tour.settle(1.0)
    tour.shoot("to-lich-tuan", dialog)
    sheet = tour.client.wait(partial(from_calendar.sheet, date(2019, 4, 15)))
    folder = tour.out / "lich-tuan"
    files.write(sheet, tuple(SheetFormat), folder)
    by_days = replace(sheet, layout=WeekLayout.BLOCKS)
    for one, name in ((sheet, "trang"), (by_days, "theo-ngay")):
        for at, image in enumerate(pdf.page_images(one, _PPI), 1):
            (folder / f"{name}-{at}.png").write_bytes(image)
    dialog.close()
    tour.settle()


def _files(tour: Tour, page: CalendarPage) -> None:
    from desk.ics.write import calendar_bytes

    meetings = tour.client.wait(partial(import_export.outgoing, None))
    path = tour.out / "lich-tuan" / "lich.ics"
    data = calendar_bytes(meetings, "Lịch mẫu", kind_words(), date(2019, 4, 16))
    # A file from elsewhere: one meeting is new to this desk, the others it knows.
    first = data.index(b"UID:") + 4
    path.write_bytes(data[:first] + b"tu-noi-khac-" + data[first:])
    page.in_and_out.files.take(path)
    tour.settle(0.6)
    dialog = page.in_and_out.files.dialog
    if dialog is not None:
        tour.shoot("nhap-lich", dialog)
        dialog.reject()
    tour.settle()


_NOTICE = """TỈNH ỦY
BAN TUYÊN GIÁO
Số 123-GM/BTGTU, ngày 15 tháng 4 năm 2019

GIẤY MỜI
dự Hội nghị báo cáo viên Tỉnh ủy tháng 5 năm 2019

Căn cứ Kế hoạch số 12-KH/BTGTU, ngày 10/01/2019 của Ban Tuyên giáo Tỉnh ủy về tổ chức hội nghị báo cáo viên;
1. Thành phần: Báo cáo viên cấp tỉnh; trưởng ban tuyên giáo các huyện ủy, thành ủy.
2. Thời gian: ½ ngày, từ 7 giờ 30 phút, ngày 09 tháng 5 năm 2019 (thứ Sáu).
3. Địa điểm: Hội trường C, Trung tâm Hội nghị tỉnh.
4. Chủ trì: đồng chí Đặng Thị Lan Phương, Phó Trưởng Ban Tuyên giáo Tỉnh ủy.
5. Chuẩn bị: Phòng Tuyên truyền – Báo chí.

Nơi nhận: như trên; lưu VP.
"""


def _notice(tour: Tour, page: CalendarPage) -> None:
    page.in_and_out.show_announcement()
    dialog = page.in_and_out.announcement
    if dialog is None:
        return
    dialog.text.setPlainText(_NOTICE)
    dialog.read()
    tour.settle(0.3)
    tour.shoot("tu-thong-bao", dialog)
    dialog.reject()
    tour.settle()
