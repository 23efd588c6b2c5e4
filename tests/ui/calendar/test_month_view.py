"""The month by mouse and by key: bars drawn longer, days marked, what is let go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.dates.series import DayHalf, part_of_day
from tests.making import Cast
from tests.ui.calendar.bars import bar, days, right_end, training
from tests.ui.calendar.calendars import drag, page, pick, put, starts
from tests.ui.painted import Painted
from ui.calendar.agenda_view import AgendaModel, DayLine
from ui.calendar.days_in_view import View
from ui.calendar.month_view import MonthView
from ui.look import style
from ui.look.style import Scheme
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")
NONE, SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def _begin(widget: QWidget, begin: QPointF, end: QPointF) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, begin.toPoint())
    for step in range(1, 6):
        QTest.mouseMove(widget, (begin + (end - begin) * step / 5).toPoint())


def _paint(month: MonthView, day: date, painter: QPainter) -> None:
    month._paint_day(painter, day)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_days_of_another_month_are_muted_and_can_be_read(sit: Sit, cast: Cast, scheme: Scheme) -> None:
    month = page(sit(cast.secretary)).month
    style.look().wear(scheme)
    for day in (date(2019, 4, 1), date(2019, 5, 1)):
        painted = Painted(partial(_paint, month, day), 1400, 900)
        assert painted.words()
        assert painted.faint() == []
        assert painted.color("1") == style.color("ink" if day.month == 4 else "muted").name()


def event(uid: str, *lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20190401T000000Z", *lines, "END:VEVENT"))


def calendar_file(path: Path, *events: str, end: str = "END:VCALENDAR\r\n") -> Path:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    path.write_bytes((head + "\r\n".join(events) + "\r\n" + end).encode("utf-8"))
    return path


def test_a_bar_of_days_is_drawn_longer_and_shorter_in_the_month(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    training(cast)
    calendar = page(sit(cast.secretary))
    month = calendar.month
    line = bar(calendar)
    assert line.begins
    assert line.ends
    assert line.rect.width() > 2.5 * month.cell(date(2019, 4, 10)).width()  # one bar through three days
    drag(month.viewport(), right_end(line), month.cell(date(2019, 4, 13)).center())
    assert days() == (10, 13)
    line = bar(calendar)
    left = QPointF(line.rect.left() + 2, line.rect.center().y())
    drag(month.viewport(), left, month.cell(date(2019, 4, 11)).center())
    assert days() == (11, 13)
    line = bar(calendar)
    drag(month.viewport(), right_end(line), month.cell(date(2019, 4, 8)).center())  # never before its start
    assert days() == (11, 11)
    month.setFocus()
    for _ in range(3):
        QTest.keyClick(month, K.Key_Z, CTRL)
    assert days() == (10, 12)
    drag(month.viewport(), bar(calendar).rect.center(), month.cell(date(2019, 4, 18)).center())
    assert days() == (17, 19)
    pick(calendar, "Tập huấn")
    month.setFocus()
    QTest.keyClick(month, K.Key_Right, ALT | SHIFT)
    assert days() == (17, 20)
    for _ in range(4):
        QTest.keyClick(month, K.Key_Left, ALT | SHIFT)
    assert days() == (17, 17)  # a meeting never ends before it begins


def test_a_bar_over_two_weeks_is_two_bars(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    training(cast, 12, 16)
    calendar = page(sit(cast.secretary))
    upper, lower = (line for line in calendar.month._laid.lines if line.row.title == "Tập huấn")
    assert (upper.begins, upper.ends) == (True, False)
    assert (lower.begins, lower.ends) == (False, True)


def test_days_marked_by_key_become_a_meeting(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    month = calendar.month
    month.setFocus()
    for _ in range(2):
        QTest.keyClick(month, K.Key_Right, SHIFT)
    QTest.keyClick(month, K.Key_Return)
    form = calendar.acts.editing.form
    assert form is not None
    assert form.when.when() == part_of_day(date(2019, 4, 16), DayHalf.DAY, date(2019, 4, 18))
    form.title.setText("Tập huấn")
    QTest.keyClick(form, K.Key_Return)
    assert days() == (16, 18)


def test_escape_lets_go_of_what_is_drawn(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp", datetime(2019, 4, 17, 9))
    calendar = page(sit(cast.secretary))
    for view in (View.WEEK, View.MONTH):
        calendar.show_view(view)
        shown = calendar.week if view is View.WEEK else calendar.month
        rect = next(rect for rect, row in shown.spots if row.title == "Họp")
        _begin(shown.viewport(), rect.center(), rect.center() + QPointF(190, 40))
        shown.setFocus()
        QTest.keyClick(shown, K.Key_Escape)
        QTest.mouseRelease(
            shown.viewport(), Qt.MouseButton.LeftButton, NONE, (rect.center() + QPointF(190, 40)).toPoint()
        )
        assert starts("Họp") == [datetime(2019, 4, 17, 9)]


def test_a_million_occurrences_are_shown_month_by_month(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    daily = (
        event(f"{n}", "DTSTART:19900101T080000", "RRULE:FREQ=DAILY", f"SUMMARY:Số {n}") for n in range(100)
    )
    calendar.in_and_out.files.take([calendar_file(tmp_path / "triệu.ics", *daily)])
    dialog = calendar.in_and_out.files.dialog
    assert dialog is not None
    dialog.agree()
    assert calendar.month.span is not None
    assert len(calendar.month.span.rows) == 35 * 100
    assert not calendar.month.grab().isNull()
    assert "+" in "".join(f"+{count}" for _, _, count in calendar.month._laid.more)


def test_round_years_are_marked_and_told_in_full(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    calendar.show_day(date(2019, 5, 7))
    assert calendar.month._notes(date(2019, 5, 7)) == [("★ 65 năm Chiến thắng Điện Biên Phủ", "amber")]
    assert calendar.month._notes(date(2019, 5, 19))[0][0] == "129 năm Ngày sinh Chủ tịch Hồ Chí Minh"
    calendar.show_view(View.AGENDA)
    model = calendar.agenda.model()
    assert isinstance(model, AgendaModel)
    (told,) = [one.told for one in model.lines if isinstance(one, DayLine) and one.day == date(2019, 5, 7)]
    assert "★" in told
    assert "65 năm" in told
    assert "(07/5/1954 - 07/5/2019)" in told
