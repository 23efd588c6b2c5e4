"""The list of days and what is held on them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.calendar.days_shown import DaysShown
from tests.ui.calendar.calendars import occurrence
from ui.calendar.agenda_view import AgendaModel, AgendaView, DayLine, covered_by
from ui.calendar.view_base import key_of

TODAY = date(2019, 4, 16)
ROW = occurrence(datetime(2019, 4, 17, 8))
DAYS = DaysShown(
    date(2019, 4, 9),
    date(2019, 6, 17),
    (ROW,),
    {},
    {date(2019, 4, 26): ("4/2019",)},
    datetime(2019, 4, 16, 10),
)


@pytest.fixture
def agenda(qtbot: QtBot) -> AgendaView:
    made = AgendaView()
    qtbot.addWidget(made)
    made.show()
    return made


def test_days_with_nothing_are_left_out_but_for_what_closes() -> None:
    model = AgendaModel()
    model.show_span(DAYS)
    heading, row, closing = model.lines
    assert isinstance(heading, DayLine)
    assert (heading.day, row) == (date(2019, 4, 17), ROW)
    assert isinstance(closing, DayLine)
    assert closing.told == "Chốt bài số 4/2019"


def test_what_was_chosen_stays_so_and_opens_by_key(agenda: AgendaView, qtbot: QtBot) -> None:
    agenda.show_span(DAYS, TODAY, None)
    assert agenda.current() is None
    agenda.show_span(DAYS, TODAY, key_of(ROW))
    assert agenda.current() == ROW
    with qtbot.waitSignal(agenda.opened) as opened:
        QTest.keyClick(agenda, Qt.Key.Key_Return)
    assert opened.args == [ROW]


def test_who_covers_is_named() -> None:
    assert covered_by(("An", "Bình")) == "đưa tin: An, Bình"
