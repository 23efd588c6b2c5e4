"""What should not be entered, entered in the window: refused in place in plain words, and nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.calendar import coverage, occurrences
from desk.calendar.coverage import Task
from desk.dates.series import When
from desk.department import people
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, pick, put, starts, words_of
from ui.calendar.days_in_view import View
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.page import CalendarPage
from ui.calendar.recurrence_field import Way
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def form_for(calendar: CalendarPage, start: datetime, title: str, way: Way = Way.NEVER) -> MeetingDialog:
    form = calendar.acts.editing.make(When(start, start + timedelta(hours=1)))
    form.title.setText(title)
    form.rule.way.setCurrentIndex(form.rule.way.findData(way))
    return form


def test_a_meeting_that_ends_before_it_begins_or_has_no_name(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    form = form_for(calendar, datetime(2019, 4, 17, 9), "Họp")
    form.notes.setPlainText("Đã gõ")
    form.when.end.setTime(QTime(8, 0))
    qtbot.waitUntil(lambda: "kết thúc trước khi bắt đầu" in words_of(form), timeout=2000)
    QTest.keyClick(form, K.Key_Return)
    assert form.isVisible()
    assert "Cuộc họp kết thúc trước khi bắt đầu. Hãy xem lại giờ." in words_of(form)
    assert form.notes.toPlainText() == "Đã gõ"
    form.when.end.setTime(QTime(10, 0))
    form.title.setText("  ")
    QTest.keyClick(form, K.Key_Return)
    assert form.isVisible()
    form.title.setText("Họp")
    QTest.keyClick(form, K.Key_Return)
    assert starts("Họp") == [datetime(2019, 4, 17, 9)]


def test_a_meeting_past_midnight(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    form = form_for(calendar, datetime(2019, 4, 17, 22), "Trực đêm")
    form.when.last.setDate(QDate(2019, 4, 18))
    form.when.end.setTime(QTime(2, 0))
    QTest.keyClick(form, K.Key_Return)
    (row,) = held("Trực đêm")
    assert (row.end, row.last) == (datetime(2019, 4, 18, 2), date(2019, 4, 18))
    pick(calendar, "Trực đêm")
    assert "22:00 T4 17/4 – 02:00 T5 18/4/2019" in words_of(calendar.panel)
    for view in (View.MONTH, View.WEEK):
        calendar.show_view(view)
        shown = calendar.month if view is View.MONTH else calendar.week
        (rect,) = [rect for rect, one in shown.spots if one.title == "Trực đêm"]
        assert rect.width() > calendar.month.cell(date(2019, 4, 17)).width() * 1.2  # over both days


@pytest.mark.parametrize(
    ("first", "way", "shown", "absent"),
    [
        (date(2019, 1, 31), Way.MONTH_DAY, ("31/01/2019", "31/3/2019", "31/5/2019"), "/02/2019"),
        (date(2020, 2, 29), Way.YEARLY, ("29/02/2020", "29/02/2024", "29/02/2028"), "2021"),
        (date(2025, 7, 25), Way.LUNAR, ("25/7/2025", "14/7/2026"), "2025, 08:00–09:00\nT"),
    ],
)
def test_days_that_not_every_month_or_year_has(
    qtbot: QtBot, sit: Sit, cast: Cast, first: date, way: Way, shown: tuple[str, ...], absent: str
) -> None:
    calendar = page(sit(cast.secretary))
    form = form_for(calendar, datetime.combine(first, datetime.min.time()).replace(hour=8), "Họp", way)
    qtbot.waitUntil(lambda: shown[-1] in words_of(form), timeout=3000)
    dates = words_of(form).split("Những ngày sẽ họp")[1]
    assert all(day in dates for day in shown)
    assert way is Way.LUNAR or absent not in dates
    form.agree()
    assert not form.isVisible()


def test_a_series_without_end_far_beyond_the_lunar_table(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 1, 8), "FREQ=WEEKLY;BYDAY=MO")
    calendar = page(sit(cast.secretary))
    calendar.show_day(date(2199, 4, 15))
    assert calendar.month.span is not None
    assert sum(row.title == "Giao ban tuần" for row in calendar.month.span.rows) == 5
    assert not calendar.month.grab().isNull()
    form = form_for(calendar, datetime(2199, 4, 15, 8), "Xa")
    assert form.rule.way.findData(Way.LUNAR) == -1  # no lunar date is offered where none is known
    form.reject()


def test_deleting_what_has_an_article_or_somebody_asked(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 15, 8))
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, None)
    coverage.write_news(cast.writer, number, row.origin)
    window = sit(cast.secretary)
    calendar = page(window)
    pick(calendar, "Hội nghị")
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_Delete)
    assert starts("Hội nghị") == [datetime(2019, 4, 15, 8)]
    assert "đã có tin hoặc đã phân công" in window.notice.words()
    assert held("Hội nghị")[0].article_id is not None


def test_somebody_who_covers_leaves_the_office(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 18, 8))
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, None)
    who = people.person(cast.writer)
    people.change(
        cast.admin,
        who.id,
        who.version,
        people.PersonEdit(who.name, who.title, who.unit, frozenset(who.roles), active=False),
    )
    calendar = page(sit(cast.editor))
    pick(calendar, "Hội nghị")
    assert f"Viết tin: {who.name}" in words_of(calendar.panel)  # until somebody else is asked
    calendar.acts.ask_cover()
    offered = calendar.acts.covering.dialog.person
    assert offered.findData(who.id) == -1
    calendar.acts.covering.dialog.reject()
    asked = coverage.of_occurrence(number, "")[0]
    calendar.panel.buttons[f"end-{asked.id}"].click()
    assert coverage.of_occurrence(number, "") == ()


def event(uid: str, *lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20190401T000000Z", *lines, "END:VEVENT"))


def calendar_file(path: Path, *events: str, end: str = "END:VCALENDAR\r\n") -> Path:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    path.write_bytes((head + "\r\n".join(events) + "\r\n" + end).encode("utf-8"))
    return path


def test_a_file_of_bad_events_brings_the_good_ones(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    at = "DTSTART:20190424T080000"
    events = (
        event("good", at, "SUMMARY:Tốt"),
        event("first", at, "DTEND:20190424T070000", "SUMMARY:Kết thúc trước"),
        event("fine", "DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY", "SUMMARY:Mỗi giây"),
        event("never", at, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:Ba mươi tháng hai"),
        event("many", at, "RRULE:FREQ=DAILY;COUNT=1000000", "SUMMARY:Một triệu"),
        event("twice", at, "SEQUENCE:1", "SUMMARY:Bản cũ"),
        event("twice", "DTSTART:20190425T080000", "SEQUENCE:2", "SUMMARY:Bản mới"),
        "BEGIN:VEVENT\r\nUID:cut\r\nSUMMARY:Cắt ngang\r\nDTSTART:2019",
    )
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.in_and_out.files.take(calendar_file(tmp_path / "hỏng nhiều.ics", *events, end=""))
    dialog = calendar.in_and_out.files.dialog
    assert dialog is not None
    told = {}
    for at_row in range(dialog.table.rowCount()):
        action, title, _, why = (dialog.table.item(at_row, column) for column in range(4))
        assert action is not None
        assert title is not None
        assert why is not None
        told[title.text()] = (action.text(), why.text())
    assert told["Tốt"] == ("Thêm", "cuộc họp mới")
    assert told["Bản mới"][0] == "Thêm"
    refused = {title: why for title, (action, why) in told.items() if action == "Không nhập được"}
    assert refused["Kết thúc trước"].startswith("kết thúc trước khi bắt đầu")
    assert refused["Mỗi giây"].startswith("lặp theo giờ, phút hoặc giây")
    assert refused["Ba mươi tháng hai"].startswith("không ngày nào hợp với quy tắc lặp")
    assert refused["Một triệu"].startswith("lặp quá nhiều lần")
    assert refused["Bản cũ"].startswith("trùng mã với cuộc khác trong tệp")
    assert refused["Cắt ngang"].startswith("tệp bị cắt giữa chừng")
    QTest.keyClick(dialog, K.Key_Return)
    assert starts("Tốt") == [datetime(2019, 4, 24, 8)]
    assert starts("Bản mới") == [datetime(2019, 4, 25, 8)]
    window.notice.press()  # the whole import is taken back at once
    assert starts("Tốt") == starts("Bản mới") == []


def test_files_of_fifty_megabytes(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    window = sit(cast.secretary)
    files = page(window).in_and_out.files
    notes = "x" * 2_500
    many = calendar_file(
        tmp_path / "vạn cuộc.ics",
        *(
            event(f"{n}", "DTSTART:20190424T080000", f"SUMMARY:{n}", f"DESCRIPTION:{notes}")
            for n in range(20_001)
        ),
    )
    assert many.stat().st_size > 50 * 10**6
    begun = time.monotonic()
    files.take(many)
    assert "quá lớn" in window.notice.words()
    endless = calendar_file(
        tmp_path / "một dòng.ics",
        event("a", "DTSTART:20190424T080000", "SUMMARY:Họp", f"DESCRIPTION:{'đ' * 25_000_000}"),
    )
    files.take(endless)
    assert files.dialog is not None
    files.dialog.agree()
    (row,) = held("Họp")
    assert row.start == datetime(2019, 4, 24, 8)
    told = occurrences.occurrences(date(2019, 4, 24), date(2019, 4, 24))
    assert len(told) == 1
    assert time.monotonic() - begun < 120  # a guard against reading for ever, no measure


def test_a_million_occurrences_are_shown_month_by_month(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    daily = (
        event(f"{n}", "DTSTART:19900101T080000", "RRULE:FREQ=DAILY", f"SUMMARY:Số {n}") for n in range(100)
    )
    calendar.in_and_out.files.take(calendar_file(tmp_path / "triệu.ics", *daily))
    dialog = calendar.in_and_out.files.dialog
    assert dialog is not None
    dialog.agree()
    assert calendar.month.span is not None
    assert len(calendar.month.span.rows) == 35 * 100
    assert not calendar.month.grab().isNull()
    assert "+" in "".join(f"+{count}" for _, _, count in calendar.month._laid.more)


def test_a_program_is_no_document(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    put(cast, "Họp", datetime(2019, 4, 18, 8))
    window = sit(cast.secretary)
    calendar = page(window)
    pick(calendar, "Họp")
    for name in ("giấy mời.pdf.EXE", "mở.lnk. "):
        path = tmp_path / name
        path.write_bytes(b"MZ")
        calendar.acts.files.attach(path)
        assert "là một chương trình" in window.notice.words()
    assert calendar.acts.details is not None
    assert calendar.acts.details.attachments == ()
