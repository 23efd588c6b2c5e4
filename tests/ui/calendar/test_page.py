"""The calendar through the window, by keyboard and by mouse: make, move, recur, put off, cover, write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk import clock
from desk.articles import writing
from desk.calendar import coverage
from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import DayHalf, EditScope, MeetingState, When
from tests.making import Cast, words
from tests.ui.calendar.calendars import drag, held, page, pick, put, spot, starts, words_of
from tests.ui.keys import type_in
from tests.ui.questions import questions_of
from ui.calendar import operations
from ui.calendar.actions import Do
from ui.calendar.agenda_view import AgendaModel, DayLine
from ui.calendar.days_in_view import View
from ui.calendar.recurrence_field import Way
from ui.calendar.view_base import key_of
from ui.controls.key_button import KeyButton
from ui.controls.line_button import LineButton
from ui.look import local_settings
from ui.today.card import Card
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


def click_twice(widget: QWidget, place: QPoint) -> None:
    """Click twice at one place, as a hand does: the pointer does not follow what moves beneath it."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window, here = widget.window(), widget.mapToGlobal(place)
    QTest.mouseClick(widget, left, none, place)
    QApplication.processEvents()  # what comes at once takes its room
    there = window.childAt(window.mapFromGlobal(here))
    assert there is not None
    place = there.mapFromGlobal(here)
    event = QMouseEvent(QEvent.Type.MouseButtonDblClick, QPointF(place), QPointF(here), left, left, none)
    QApplication.sendEvent(there, event)
    QTest.mouseRelease(there, left, none, place)


@pytest.mark.parametrize("view", [View.MONTH, View.WEEK, View.AGENDA])
def test_a_double_click_means_what_its_first_click_hit(
    qtbot: QtBot, sit: Sit, cast: Cast, view: View
) -> None:
    for day in range(15, 22):
        put(cast, f"Họp ngày {day}", datetime(2019, 4, day, 8))
    calendar = page(sit(cast.secretary))
    calendar.show_view(view)
    assert not calendar.side.isVisible()
    row = held("Họp ngày 20")[0]
    if view is View.AGENDA:
        model, viewport = calendar.agenda.model(), calendar.agenda.viewport()
        assert isinstance(model, AgendaModel)
        place = calendar.agenda.visualRect(model.index(model.lines.index(row))).center()
    else:
        shown = calendar.month if view is View.MONTH else calendar.week
        viewport, place = shown.viewport(), spot(calendar, row).toPoint()
    click_twice(viewport, place)
    form = calendar.acts.editing.form
    assert form is not None
    assert (form.windowTitle(), form.title.text()) == ("Sửa cuộc họp", "Họp ngày 20")
    form.reject()
    qtbot.waitUntil(calendar.side.isVisible)


def test_a_double_click_on_an_empty_day_makes_a_meeting_there(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    for day in range(15, 22):
        put(cast, f"Họp ngày {day}", datetime(2019, 4, day, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Họp ngày 15")
    assert calendar.side.isVisible()
    cell = calendar.month.cell(date(2019, 4, 20))
    click_twice(calendar.month.viewport(), QPoint(round(cell.left()) + 12, round(cell.bottom()) - 6))
    assert not calendar.side.isVisible()  # the days are wider now, and another one lies there
    form = calendar.acts.editing.form
    assert form is not None
    assert (form.title.text(), form.when.when().start) == ("", datetime(2019, 4, 20, 8))
    form.reject()


def test_what_a_day_has_no_room_for_is_listed(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    for number in range(40):
        put(cast, f"Họp {number}", datetime(2019, 4, 24, 8))
    put(cast, "Họp trước", datetime(2019, 4, 17, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Họp trước")
    ((rect, day, count),) = calendar.month._laid.more
    assert (day, count > 30) == (date(2019, 4, 24), True)
    QTest.mouseClick(
        calendar.month.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rect.center().toPoint(),
    )
    assert calendar.stack.currentWidget() is calendar.agenda
    model = calendar.agenda.model()
    assert isinstance(model, AgendaModel)
    top = calendar.agenda.indexAt(QPoint(20, 4)).row()
    line = model.lines[top]
    assert isinstance(line, DayLine)
    assert line.day == date(2019, 4, 24)
    assert isinstance(model.lines[top + 40], OccurrenceRow)
    assert local_settings.read("calendar/view", "month") == "month"  # what one likes is not another way now


def test_the_acts_of_a_meeting_stand_in_even_rows_and_removing_apart(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    put(cast, "Giao ban", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Giao ban")
    qtbot.waitUntil(lambda: calendar.side.isVisible())
    QApplication.processEvents()
    shown = [one for one in calendar.side.findChildren(KeyButton) if one.isVisible()]
    assert [one.text() for one in shown[:1]] == ["Viết tin"]
    assert len({one.x() for one in shown[1:]}) == 2
    assert len({one.width() for one in shown[1:]}) == 1
    assert len({one.y() for one in shown}) == 4
    assert [one.text() for one in shown if one.property("kind") == "quiet"] == ["Xóa"]


def test_a_meeting_is_chosen_once_it_is_entered(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    for start, rule, shown in (
        (datetime(2019, 4, 17, 9), Way.NEVER, datetime(2019, 4, 17, 9)),
        (datetime(2019, 6, 4, 9), Way.NEVER, datetime(2019, 6, 4, 9)),  # a day that was not in view
        (datetime(2019, 6, 4, 9), Way.MONTH_LAST, datetime(2019, 6, 30, 9)),  # first held on a later day
    ):
        form = calendar.acts.editing.make(When(start, start + timedelta(hours=1)))
        form.title.setText("Họp mới")
        form.rule.way.setCurrentIndex(form.rule.way.findData(rule))
        form.agree()
        assert not form.isVisible()
        assert calendar.side.isVisible()
        assert calendar.acts.details is not None
        assert calendar.acts.details.row.start == shown


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


def test_what_was_held_without_news_stands_on_today_and_in_every_view(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    put(cast, "Giao ban báo chí", datetime(2019, 4, 15, 8))
    window = sit(cast.editor)
    assert "Họp đã diễn ra, chưa có tin" in words_of(window.pages.today)
    (line,) = [line for line in window.pages.today.lines if "Giao ban báo chí" in line.text()]
    line.click()
    calendar = window.pages.calendar
    assert window.pages.page() is calendar
    assert "Họp đã diễn ra, chưa có tin" in words_of(calendar.panel)
    assert "1 chưa có tin" in words_of(calendar)
    (placed,) = [one for one in calendar.month._laid.lines if one.row.title == "Giao ban báo chí"]
    assert placed.told  # "chưa có tin" stands beneath it
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_V)
    assert window.pages.page() is window.pages.editor
    page(window)
    (placed,) = [one for one in calendar.month._laid.lines if one.row.title == "Giao ban báo chí"]
    made = placed.row.article_id
    assert made is not None
    assert "Đang viết" in words_of(calendar.panel)
    window.pages.go("today")
    (line,) = _lacking(window)
    assert "đang viết" in line.accessibleName()
    writing.save(cast.editor, made, 1, words("Giao ban báo chí"))
    window.pages.go("calendar")
    window.pages.go("today")
    assert _lacking(window) == []


def _lacking(window: Window) -> list[LineButton]:
    items = [window.pages.today._left.itemAt(at) for at in range(window.pages.today._left.count())]
    cards = [item.widget() for item in items if item is not None]
    held = [card for card in cards if isinstance(card, Card) and card.title.startswith("Họp đã diễn ra")]
    return [line for card in held for line in card.lines]


def test_what_was_only_opened_is_gone_on_with(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Giao ban báo chí", datetime(2019, 4, 15, 8))
    (made,) = coverage.write_news(cast.editor, number, datetime(2019, 4, 15, 8)).articles
    window = sit(cast.editor)
    calendar = page(window)
    pick(calendar, "Giao ban báo chí")
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_V)
    assert window.pages.page() is window.pages.editor
    assert window.pages.editor.article_id() == made


def test_an_act_is_followed_by_one_question(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(cast, "Giao ban", datetime(2019, 4, 17, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Giao ban")
    asked = questions_of(calendar, monkeypatch)
    calendar.acts[Do.CONFIRM].trigger()
    assert asked == ["span"]
    assert calendar.acts.details is not None
    assert calendar.acts.details.row.state is MeetingState.CONFIRMED
    assert not calendar.acts[Do.CONFIRM].isEnabled()


def test_the_page_is_opened_by_one_question(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    asked = questions_of(window.pages.calendar, monkeypatch)
    window.pages.go("calendar")
    assert asked == ["span"]


def test_what_is_undone_is_chosen_again(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 8, 8), "FREQ=WEEKLY;COUNT=3")
    put(cast, "Họp chi bộ", datetime(2019, 4, 17, 8))
    window = sit(cast.secretary)
    calendar = page(window)
    row = pick(calendar, "Giao ban tuần", 1)
    op = operations.remove(window.session, row, EditScope.ONE)
    op.run(window.session, calendar)
    pick(calendar, "Họp chi bộ")
    window.notice.press()
    chosen, details = calendar.stack.current(), calendar.acts.details
    assert chosen is not None
    assert details is not None
    assert key_of(chosen) == key_of(details.row) == key_of(row)


def test_a_meeting_that_is_wanted_while_other_days_are_on_their_way_is_chosen(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = datetime(2019, 6, 12, 14)
    key = (put(cast, "Giao ban tháng 6", start), start)
    calendar = page(sit(cast.secretary))
    asked: list[tuple[Callable[[], object], Callable[[object], None]]] = []
    monkeypatch.setattr(calendar, "ask", lambda work, then, key="": asked.append((work, then)))
    calendar.shown()  # as the page comes into view, asked before it is told what is wanted
    calendar.show_meeting(key)
    while asked:
        work, then = asked.pop(0)
        then(work())
    chosen = calendar.stack.current()
    assert chosen is not None
    assert key_of(chosen) == key
    assert calendar.acts.chosen_key() == key
