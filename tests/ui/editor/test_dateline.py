"""The article's date: shown as it prints, typed as clerks write it, chosen in a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.dates.typed_day import parse_day
from tests.ui.editor.sample import ARTICLE
from tests.ui.keys import type_in as write
from ui.editor.dateline import Dateline
from ui.editor.form import ArticleForm

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9/4/2019", date(2019, 4, 9)),
        ("09-04-19", date(2019, 4, 9)),
        ("Thứ 3 Ngày 09/04/2019", None),
        ("9.4", date(2026, 4, 9)),
        ("31/2/2019", None),
        ("hôm qua", None),
    ],
)
def test_days_are_read_as_clerks_write_them(typed: str, day: date | None) -> None:
    assert parse_day(typed, date(2026, 11, 23)) == day


def test_the_date_shows_as_it_prints_and_is_typed_as_numbers(qtbot: QtBot, form: ArticleForm) -> None:
    form.load(ARTICLE)
    field: Dateline = form.date
    form.title.setFocus()
    assert field.text() == "Thứ 3 Ngày 09/04/2019"
    field.setFocus()
    assert field.text() == "09/04/2019"
    field.selectAll()
    with qtbot.waitSignal(form.changed):
        write(field, "10/4/2019")
    assert form.text().event_date == date(2019, 4, 10)
    form.title.setFocus()
    assert field.text() == "Thứ 4 Ngày 10/04/2019"
    field.setFocus()
    field.selectAll()
    write(field, "45/4")
    form.title.setFocus()
    assert form.text().event_date == date(2019, 4, 10)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    form.title.setFocus()
    assert form.text().event_date is None
    assert field.text() == ""


@pytest.mark.qt_log_ignore("does not support")
def test_the_calendar_answers_today_and_no_date(qtbot: QtBot, form: ArticleForm) -> None:
    form.load(ARTICLE)
    field = form.date
    field.open_calendar()
    popup = field.popup
    assert popup is not None
    with qtbot.waitSignal(field.day_changed):
        popup.pick_today()
    assert form.text().event_date == clock.today()
