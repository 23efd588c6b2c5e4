"""The filters above the list of articles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles.listing import Order
from desk.department import sections
from tests.making import Cast
from ui.articles.filters import Filters, SearchBox


def test_what_is_chosen_becomes_the_query_and_stays_when_lists_are_read_anew(
    qtbot: QtBot, cast: Cast
) -> None:
    search = SearchBox("Tìm")
    filters = Filters(cast.writer, search)
    for widget in (search, filters):
        qtbot.addWidget(widget)
    changed: list[int] = []
    filters.changed.connect(lambda: changed.append(1))
    assert filters.is_open()
    rows = sections.listing()
    filters.offer(rows, ["2019-04"])
    filters.whose.setCurrentIndex(1)
    filters.stage.setCurrentIndex(filters.stage.findData(Stage.RETURNED))
    filters.section.setCurrentIndex(2)
    filters.month.setCurrentIndex(1)
    filters.orders[Order.TITLE].trigger()
    search.setText("giao ban")
    filters.offer(rows, ["2019-05", "2019-04"])
    query = filters.query()
    assert query.author_id == cast.writer
    assert query.stages == frozenset({Stage.RETURNED})
    assert (query.section_id, query.month, query.words) == (rows[1].id, "2019-04", "giao ban")
    assert query.order is Order.TITLE
    assert [action.isChecked() for action in filters.orders.values()].count(True) == 1
    assert len(changed) == 5
    assert not filters.is_open()
    search.clear()
    filters.open_all()
    assert filters.is_open()


def test_the_desk_is_asked_when_typing_pauses(qtbot: QtBot) -> None:
    search = SearchBox("Tìm")
    qtbot.addWidget(search)
    search.show()
    asked: list[str] = []
    search.asked.connect(asked.append)
    for letters in ("g", "gi", "giao"):
        search.setText(letters)
    qtbot.waitUntil(lambda: asked == ["giao"], timeout=2000)


def test_esc_empties_a_search(qtbot: QtBot) -> None:
    search = SearchBox("Tìm")
    qtbot.addWidget(search)
    search.show()
    search.setText("giao ban")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Escape])
def test_a_key_leads_from_a_search_to_what_was_found(qtbot: QtBot, key: Qt.Key) -> None:
    search = SearchBox("Tìm")
    qtbot.addWidget(search)
    search.show()
    asked: list[str] = []
    search.asked.connect(asked.append)
    search.left.connect(lambda: asked.append("left"))
    search.setText("" if key == Qt.Key.Key_Escape else "giao")
    qtbot.keyClick(search, key)
    assert asked[-1] == "left"
    assert key == Qt.Key.Key_Escape or asked[0] == "giao"  # at once, not when typing pauses
