"""The small year: walked by arrows, leafed, picked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.calendar.year_view import YearView, week_title


def test_a_day_is_walked_to_and_picked(qtbot: QtBot) -> None:
    year = YearView()
    qtbot.addWidget(year)
    year.open_at(QPoint(0, 0), date(2019, 4, 16), frozenset({date(2019, 4, 15)}))
    assert date(2019, 4, 15) in year.off
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(year, key)
    with qtbot.waitSignal(year.picked) as picked:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert picked.args[0].year == 2020
    assert not year.isVisible()


def test_a_week_over_two_months_names_both() -> None:
    title = week_title(date(2019, 4, 29), date(2019, 5, 5))
    assert "29/4" in title
    assert "5/5" in title


def test_another_year_asks_for_its_own_days_off(qtbot: QtBot) -> None:
    year = YearView()
    qtbot.addWidget(year)
    year.open_at(QPoint(0, 0), date(2019, 12, 30), frozenset({date(2019, 4, 15)}))
    told: list[int] = []
    year.leafed.connect(told.append)
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert told == []
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert (told, year.off) == ([2020], frozenset())
    year.set_off(2019, frozenset({date(2019, 1, 1)}))  # an answer that comes late
    assert year.off == frozenset()
    year.set_off(2020, frozenset({date(2020, 1, 1)}))
    assert year.off == {date(2020, 1, 1)}
    QTest.keyClick(year, Qt.Key.Key_PageUp)
    assert told == [2020, 2019]
