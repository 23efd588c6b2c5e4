"""The calendar through the window, by keyboard and by mouse: make, move, recur, put off, cover, write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk import clock
from desk.articles import listing
from desk.calendar import coverage
from desk.calendar.coverage import Task
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Chair
from desk.dates.series import DayHalf, EditScope, MeetingState, When
from tests.making import Cast
from tests.ui.calendar.calendars import drag, held, page, pick, put, spot, starts, words_of
from tests.ui.keys import type_in
from ui.calendar.actions import Do
from ui.calendar.agenda_view import AgendaModel
from ui.calendar.days_in_view import View
from ui.calendar.recurrence_field import Way
from ui.calendar.view import key_of
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def test_a_meeting_is_made_moved_and_taken_back_by_keyboard(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    month = calendar.month
    month.setFocus()
    assert month.day == date(2019, 4, 16)
    for key in (K.Key_Right, K.Key_Down, K.Key_Left):
        QTest.keyClick(month, key)
    assert month.day == date(2019, 4, 23)
    QTest.keyClick(month, K.Key_N)
    form = calendar.acts.editing.form
    assert form is not None
    type_in(form.title, "Giao ban báo chí")
    type_in(form.place, "Phòng họp tầng 2")
    assert form.when.when().start == datetime(2019, 4, 23, 8, 0)
    QTest.keyClick(form, K.Key_Return)
    assert not form.isVisible()
    assert starts("Giao ban báo chí") == [datetime(2019, 4, 23, 8)]
    month.setFocus()
    QTest.keyClick(month, K.Key_Space)
    assert month.current() is not None
    assert calendar.side.isVisible()
    QTest.keyClick(month, K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert starts("Giao ban báo chí") == [datetime(2019, 4, 24, 8)]
    QTest.keyClick(month, K.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert starts("Giao ban báo chí") == [datetime(2019, 4, 17, 8)]
    QTest.keyClick(month, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert starts("Giao ban báo chí") == [datetime(2019, 4, 24, 8)]
    QTest.keyClick(month, K.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert starts("Giao ban báo chí") == [datetime(2019, 4, 17, 8)]
    QTest.keyClick(month, K.Key_Return)
    again = calendar.acts.editing.form
    assert again is not None
    assert again.title.text() == "Giao ban báo chí"
    again.title.setText("Giao ban báo chí tháng 4")
    again.agree()
    assert starts("Giao ban báo chí tháng 4") == [datetime(2019, 4, 17, 8)]
    month.setFocus()
    QTest.keyClick(month, K.Key_Delete)
    assert starts("Giao ban báo chí tháng 4") == []
    QTest.keyClick(month, K.Key_PageDown)
    assert calendar.day.month == 5


def test_a_series_is_made_and_a_drag_asks_how_much_of_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.acts.editing.make(When(datetime(2019, 4, 8, 8), datetime(2019, 4, 8, 9)))
    form = calendar.acts.editing.form
    assert form is not None
    form.title.setText("Giao ban tuần")
    form.rule.way.setCurrentIndex(form.rule.way.findData(Way.WEEKLY))
    form.rule.end.setCurrentIndex(2)
    form.rule.count.setValue(4)
    qtbot.waitUntil(lambda: "nghỉ" in words_of(form) or "Giỗ Tổ" in words_of(form), timeout=3000)  # the 15th
    form.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 15, 22, 29]
    row = held("Giao ban tuần")[1]
    month = calendar.month
    drag(month.viewport(), spot(calendar, row), month.cell(date(2019, 4, 16)).center())
    scope = calendar.acts.editing.scope
    assert scope.isVisible()
    assert "T3 16/4/2019" in words_of(scope)
    scope.choices[EditScope.FOLLOWING].setChecked(True)
    assert "3 ngày sẽ đổi" in words_of(scope)
    scope.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 16, 23, 30]
    window.notice.act.click() if hasattr(window.notice, "act") else calendar.acts[Do.UNDO].trigger()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 15, 22, 29]
    pick(calendar, "Giao ban tuần", 2)
    calendar.acts[Do.REMOVE].trigger()
    calendar.acts.editing.scope.choices[EditScope.ONE].setChecked(True)
    calendar.acts.editing.scope.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 15, 29]


def test_the_week_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Làm việc với Sở Y tế", datetime(2019, 4, 17, 9))
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.show_view(View.WEEK)
    week = calendar.week
    row = held("Làm việc với Sở Y tế")[0]
    rect = next(rect for rect, one in week.spots if one.title == row.title)
    column = week.viewport().width() // 7
    drag(week.viewport(), rect.center(), rect.center() + QPointF(column * 0.9, rect.height()))
    assert starts(row.title) == [datetime(2019, 4, 18, 10)]
    rect = next(rect for rect, one in week.spots if one.title == row.title)
    edge = QPointF(rect.center().x(), rect.bottom() - 2)
    drag(week.viewport(), edge, edge + QPointF(0, rect.height()))
    (longer,) = held(row.title)
    assert longer.end == datetime(2019, 4, 18, 12)
    empty = QPointF(rect.center().x(), rect.bottom() + rect.height() * 2)
    drag(week.viewport(), empty, empty + QPointF(0, rect.height()))
    form = calendar.acts.editing.form
    assert form is not None
    assert form.isVisible()
    drawn = form.when.when()
    assert drawn.start.date() == date(2019, 4, 18)
    assert drawn.length >= timedelta(hours=1)
    form.reject()
    week.setFocus()
    week.choose(key_of(longer))
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(week, K.Key_Down, both)
    assert held(row.title)[0].end == datetime(2019, 4, 18, 12, 30)
    QTest.keyClick(week, K.Key_Escape)
    assert calendar.week.current() is None


def test_days_are_drawn_over_for_a_meeting_of_several(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    month = calendar.month
    corner = QPointF(10, -8)
    drag(
        month.viewport(),
        month.cell(date(2019, 4, 11)).bottomLeft() + corner,
        month.cell(date(2019, 4, 12)).bottomLeft() + corner,
    )
    form = calendar.acts.editing.form
    assert form is not None
    form.title.setText("Tập huấn")
    form.agree()
    (row,) = held("Tập huấn")
    assert (row.part, row.start.date(), row.last) == (DayHalf.DAY, date(2019, 4, 11), date(2019, 4, 12))


def test_put_off_and_confirmed_in_the_panel(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Hội nghị sơ kết", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Hội nghị sơ kết")
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_C)
    assert held("Hội nghị sơ kết")[0].state is MeetingState.CONFIRMED
    QTest.keyClick(calendar.month, K.Key_H)
    dialog = calendar.acts.editing.state
    dialog.agree()
    assert dialog.isVisible()  # a reason is wanted
    dialog.choices[MeetingState.MOVED].setChecked(True)
    dialog.when.set_when(When(datetime(2019, 4, 19, 14), datetime(2019, 4, 19, 16)))
    dialog.reason.setText("Trùng lịch Tỉnh ủy")
    dialog.agree()
    (row,) = held("Hội nghị sơ kết")
    assert (row.start, row.state) == (datetime(2019, 4, 19, 14), MeetingState.MOVED)
    assert "Dời từ T5 18/4: Trùng lịch Tỉnh ủy" in words_of(calendar.panel)


def test_coverage_is_asked_for_accepted_and_written(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    chair = (Chair("Trần Đức Thuần", "Trưởng ban Tuyên giáo Tỉnh ủy"),)
    put(cast, "Giao ban công tác Khoa giáo quý I", datetime(2019, 4, 8, 14), chairs=chair)
    calendar = page(sit(cast.editor))
    row = pick(calendar, "Giao ban công tác Khoa giáo quý I")
    assert "Họp đã diễn ra, chưa có tin" in words_of(calendar.panel)
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_P)
    dialog = calendar.acts.covering.dialog
    dialog.person.setCurrentIndex(dialog.person.findData(cast.writer))
    dialog.tasks[Task.PHOTO].setChecked(True)
    dialog.agree()
    assert len(coverage.of_occurrence(row.meeting_id, "")) == 2
    writer = sit(cast.writer)
    assert any("Giao ban công tác Khoa giáo" in line.text() for line in writer.pages.today.lines)
    line = next(line for line in writer.pages.today.lines if "Giao ban công tác Khoa giáo" in line.text())
    line.click()
    theirs = writer.pages.calendar
    assert theirs.acts.details is not None
    asked = next(one for one in theirs.acts.details.coverage if one.task is Task.WRITE)
    theirs.panel.buttons[f"yes-{asked.id}"].click()
    assert coverage.of_occurrence(row.meeting_id, "")[0].answer.value == "accepted"
    QTest.keyClick(theirs.month, K.Key_V)
    assert writer.pages.page() is writer.pages.editor
    (news,) = held("Giao ban công tác Khoa giáo quý I")
    assert news.article_id is not None
    text = listing.open_article(cast.writer, news.article_id).text
    assert text.lead.startswith("Chiều ngày 8/4/2019,")
    assert writer.pages.editor.form.title.toPlainText() == "Giao ban công tác Khoa giáo quý I"
    writer.commands[Command.MEETING].trigger()  # and back from the article to its meeting
    assert writer.pages.page() is theirs
    assert theirs.acts.details is not None
    assert theirs.acts.details.row.article_id == news.article_id


def test_documents_in_the_panel(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    put(cast, "Họp", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Họp")
    paper = tmp_path / "Giấy mời số 12.docx"
    paper.write_bytes(b"PK" * 8)
    calendar.acts.files.attach(paper)
    assert calendar.acts.details is not None
    (kept,) = calendar.acts.details.attachments
    assert kept.name == "Giấy mời số 12.docx"
    calendar.panel.buttons[f"drop-{kept.id}"].click()
    assert calendar.acts.details.attachments == ()


def test_agenda_year_and_views(qtbot: QtBot, sit: Sit, cast: Cast, qtmodeltester: ModelTester) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 1, 8), "FREQ=WEEKLY;BYDAY=MO")
    calendar = page(sit(cast.secretary))
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_L)
    assert calendar.stack.currentWidget() is calendar.agenda
    model = calendar.agenda.model()
    assert isinstance(model, AgendaModel)
    qtmodeltester.check(model, force_py=True)
    rows = [line for line in model.lines if isinstance(line, OccurrenceRow)]
    assert rows[0].title == "Giao ban tuần"
    calendar.agenda.setCurrentIndex(model.index(model.lines.index(rows[0])))
    assert calendar.side.isVisible()
    calendar.agenda.setFocus()
    QTest.keyClick(calendar.agenda, K.Key_M)
    assert calendar.stack.currentWidget() is calendar.month
    calendar.show_year()
    assert date(2019, 4, 15) in calendar.year.off
    QTest.keyClick(calendar.year, K.Key_PageDown)
    QTest.keyClick(calendar.year, K.Key_Right)
    QTest.keyClick(calendar.year, K.Key_Return)
    assert calendar.day.year == 2020
    QTest.keyClick(calendar.month, K.Key_T)
    assert calendar.day == date(2019, 4, 16)
    QTest.mouseDClick(
        calendar.month.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        (calendar.month.cell(date(2019, 4, 18)).bottomLeft() + QPointF(12, -8)).toPoint() + QPoint(0, 0),
    )
    assert calendar.acts.editing.form is not None
    assert calendar.acts.editing.form.isVisible()
    calendar.acts.editing.form.reject()


def test_a_conflict_is_said_while_one_types(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp giao ban báo chí", datetime(2019, 4, 17, 14), hours=2)
    calendar = page(sit(cast.secretary))
    form = calendar.acts.editing.make(When(datetime(2019, 4, 17, 15), datetime(2019, 4, 17, 16)))
    type_in(form.place, "phòng họp tầng 2")
    qtbot.waitUntil(lambda: "Trùng lịch" in words_of(form), timeout=3000)
    free = next(b for b in form.findChildren(QPushButton) if b.text().startswith("Chọn giờ trống"))
    free.click()
    assert form.when.when().start == datetime(2019, 4, 17, 16, 0)
    qtbot.waitUntil(lambda: "Trùng lịch" not in words_of(form), timeout=3000)
    form.reject()


def test_a_reminder_stays_until_it_is_read(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban báo chí", datetime(2019, 4, 16, 10, 20))  # in twenty minutes
    window = sit(cast.secretary)
    bar = window.reminders
    bar.look()
    assert bar.words() == "Sắp họp: Giao ban báo chí (T3 16/4/2019, 10:20–11:20, Phòng họp tầng 2)"
    bar.later.click()
    assert bar.words() == ""
    clock.set_clock(lambda: datetime(2019, 4, 16, 3, 11, tzinfo=UTC))
    bar.look()
    assert bar.words().startswith("Sắp họp")
    bar.open.click()
    assert window.pages.page() is window.pages.calendar
    assert window.pages.calendar.acts.details is not None
    assert window.pages.calendar.acts.details.row.title == "Giao ban báo chí"
    bar.look()
    assert bar.words() == ""


def test_the_office_edits_its_days_off(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    window.pages.go("settings")
    tab = window.pages.settings.days
    window.pages.settings.tabs.setCurrentWidget(tab)
    before = tab.table.rowCount()
    tab.add.click()
    tab.dialog.title.setText("Nghỉ hoán đổi dịp 30/4")
    tab.dialog.day.setValue(29)
    tab.dialog.month.setValue(4)
    tab.dialog.year.setText("2019")
    tab.dialog.agree()
    assert tab.table.rowCount() == before + 1
    calendar = page(window)
    assert calendar.month.span is not None
    marks = calendar.month.span.marks[date(2019, 4, 29)]
    assert [mark.title for mark in marks] == ["Nghỉ hoán đổi dịp 30/4"]
    window.pages.go("settings")
    tab.back.click()
    assert tab.table.rowCount() == before
    writer = sit(cast.writer)
    writer.pages.go("settings")
    assert not writer.pages.settings.days.add.isEnabled()
