"""The tour's calendar: month, week, agenda, a series edited, a conflict, coverage, the week's sheet, files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

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
from ui.calendar.view_base import key_of
from ui.tour.guide import Guide

_KEEPER = "Bùi Thị Ngọc Anh"
_PPI = 96.0


def walk(guide: Guide) -> None:
    """Photograph the calendar of the sample's month."""
    guide.client.wait(calendar.fill)
    guide.clock.rest(datetime(2019, 4, 16, 14, 20, tzinfo=clock.HANOI))
    window = guide.sit(_KEEPER)
    guide.settle()
    guide.shoot("hom-nay-co-hop", window)
    window.pages.go("calendar")
    guide.settle(0.4)
    page = window.pages.calendar
    guide.shoot("lich-thang", window)
    _choose(guide, page, "Họp giao ban báo chí tháng 4")
    guide.shoot("lich-cuoc-hop", window)
    _cover_and_put_off(guide, page)
    _edit_a_series(guide, page)
    _conflict(guide, page)
    page.month.choose(None)
    for view, name in ((View.WEEK, "lich-tuan"), (View.AGENDA, "lich-danh-sach")):
        page.show_view(view)
        guide.settle()
        guide.shoot(name, window)
    page.show_year()
    guide.settle()
    guide.shoot("lich-ca-nam", page.year)
    page.year.close()
    page.show_view(View.MONTH)
    guide.settle()
    _sheet(guide, page)
    _files(guide, page)
    _notice(guide, page)
    guide.leave(window)


def _row(title: str, day: int = 0) -> OccurrenceRow:
    found = occurrences.occurrences(date(2019, 4, 1), date(2019, 4, 30))
    return next(row for row in found if row.title == title and not row.ghost and day in (0, row.start.day))


def _choose(guide: Guide, page: CalendarPage, title: str, day: int = 0) -> None:
    page.month.choose(key_of(guide.at_desk(_row, title, day)))
    guide.settle()


def _cover_and_put_off(guide: Guide, page: CalendarPage) -> None:
    page.acts.ask_cover()
    guide.settle(0.3)
    guide.shoot("phan-cong", page.acts.covering.dialog)
    page.acts.covering.dialog.reject()
    page.acts.ask_state()
    page.acts.editing.state.choices[MeetingState.MOVED].setChecked(True)
    guide.settle(0.2)
    guide.shoot("hoan-huy-doi", page.acts.editing.state)
    page.acts.editing.state.reject()
    guide.settle()


def _edit_a_series(guide: Guide, page: CalendarPage) -> None:
    _choose(guide, page, "Giao ban tuần", 22)
    page.acts.change()
    form = page.acts.editing.form
    if form is None:
        return
    guide.settle(0.5)
    guide.shoot("sua-chuoi", form)
    form.when.start.set_value(time(14))
    guide.settle(0.5)
    form.agree()
    guide.settle(0.3)
    guide.shoot("chi-cuoc-nay", page.acts.editing.scope)
    page.acts.editing.scope.choices[EditScope.FOLLOWING].setChecked(True)
    guide.settle(0.3)
    guide.shoot("tu-cuoc-nay", page.acts.editing.scope)
    page.acts.editing.scope.reject()
    form.reject()
    guide.settle()


def _conflict(guide: Guide, page: CalendarPage) -> None:
    start = datetime(2019, 4, 17, 15, 0)  # noqa: DTZ001  # wall time
    form = page.acts.editing.make(When(start, start.replace(hour=17)))
    form.title.setText("Giao ban báo cáo viên")
    form.place.setText("phòng họp tầng 2")
    form.chairs.setPlainText("Đồng chí Đặng Thị Lan Phương – Phó Trưởng ban")
    guide.settle(0.6)
    guide.shoot("trung-lich", form)
    form.reject()
    guide.settle()


def _sheet(guide: Guide, page: CalendarPage) -> None:
    words = guide.client.wait(from_calendar.words)
    text = SheetWords(
        superior=words.superior,
        office=words.office,
        town="Nậm Mu",
        for_whom="của lãnh đạo Ban",
        signer=_KEEPER,
        replaces_invitation=True,
    )
    guide.at_desk(from_calendar.set_words, guide.person(_KEEPER), text)
    page.in_and_out.show_sheet()
    dialog = page.in_and_out.sheet
    if dialog is None:
        return
    guide.settle(1.0)
    guide.shoot("to-lich-tuan", dialog)
    sheet = guide.at_desk(from_calendar.sheet, date(2019, 4, 15))
    folder = guide.out / "lich-tuan"
    files.write(sheet, tuple(SheetFormat), folder)
    by_days = replace(sheet, layout=WeekLayout.BLOCKS)
    for one, name in ((sheet, "trang"), (by_days, "theo-ngay")):
        for at, image in enumerate(pdf.page_images(one, _PPI), 1):
            (folder / f"{name}-{at}.png").write_bytes(image)
    dialog.close()
    guide.settle()


def _files(guide: Guide, page: CalendarPage) -> None:
    from desk.ics.write import calendar_bytes

    meetings = guide.at_desk(import_export.outgoing, None)
    path = guide.out / "lich-tuan" / "lich.ics"
    data = calendar_bytes(meetings, "Lịch mẫu", kind_words(), date(2019, 4, 16))
    # A file from elsewhere: one meeting is new to this desk, the others it knows.
    first = data.index(b"UID:") + 4
    path.write_bytes(data[:first] + b"tu-noi-khac-" + data[first:])
    page.in_and_out.files.take([path])
    guide.settle(0.6)
    dialog = page.in_and_out.files.dialog
    if dialog is not None:
        guide.shoot("nhap-lich", dialog)
        dialog.reject()
    guide.settle()


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


_MOVED = """LỊCH CÔNG TÁC TUẦN CỦA LÃNH ĐẠO BAN (điều chỉnh lần 2)
Tuần từ 22/4 đến 26/4/2019
Thứ Ba (23/4)
- Sáng: 6h45: Kiểm tra công tác tuyên giáo tại Mường Sang (HOÃN)
- Chiều: 14h00: Đ/c Phó Trưởng ban làm việc với Báo tỉnh tại cơ quan Báo. Xe chạy 13h20.
Thứ Sáu (26/4)
- Chiều: 14h00: Tọa đàm kỷ niệm 44 năm Ngày Giải phóng miền Nam, Hội trường Ban (chuyển sang 8h00 thứ Năm, 25/4)
"""


def _notice(guide: Guide, page: CalendarPage) -> None:
    page.in_and_out.show_announcement()
    dialog = page.in_and_out.announcement
    if dialog is None:
        return
    dialog.text.setPlainText(_NOTICE)
    dialog.read()
    guide.settle(0.3)
    guide.shoot("tu-thong-bao", dialog)
    dialog.text.setPlainText(_MOVED)
    dialog.read()
    guide.settle(0.5)
    guide.shoot("tu-thong-bao-doi-lich", dialog)
    dialog.reject()
    guide.settle()
