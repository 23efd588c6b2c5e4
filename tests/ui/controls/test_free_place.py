"""Where a notice may lie over a page."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls import free_place
from ui.controls.labels import place

PAGE = QRect(0, 0, 1000, 600)
WANTED = QRect(220, 548, 560, 40)


def test_it_lies_at_the_foot_where_nothing_stands() -> None:
    assert free_place.place(WANTED, PAGE, [], [], 12) == WANTED


def test_it_lies_above_a_footer() -> None:
    found = free_place.place(WANTED, PAGE, [QRect(0, 540, 1000, 60)], [], 12)
    assert found == QRect(220, 488, 560, 40)


def test_it_goes_aside_where_a_button_stands_in_the_middle() -> None:
    tower = [QRect(600, at, 80, 30) for at in range(0, 600, 35)]
    assert free_place.place(WANTED, PAGE, tower, [], 12).right() < 600


def test_what_scrolls_is_kept_clear_where_there_is_room_in_the_lower_half() -> None:
    lines = [QRect(0, at, 1000, 30) for at in range(400, 600, 35)]
    assert free_place.place(WANTED, PAGE, [], lines, 12) == QRect(220, 348, 560, 40)
    full = [QRect(0, at, 1000, 30) for at in range(0, 600, 35)]
    assert free_place.place(WANTED, PAGE, [], full, 12).top() >= 299
    footer = QRect(0, 560, 1000, 40)
    assert not free_place.place(WANTED, PAGE, [footer], full, 12).intersects(footer)


def test_footers_and_buttons_of_a_page_are_found_where_they_are_seen(qtbot: QtBot) -> None:
    page, inside, foot = QWidget(), QVBoxLayout(), QHBoxLayout()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for at in range(40):
        inside.addWidget(QPushButton(str(at)))
    area = QScrollArea()
    area.setWidget(place("bare", inside))
    column.addWidget(area)
    button, hidden = QPushButton("Gửi duyệt"), QPushButton("Không thấy")
    foot.addWidget(button)
    foot.addWidget(hidden)
    bar = place("footer", foot)
    column.addWidget(bar)
    page.resize(400, 300)
    page.show()
    hidden.hide()
    found = free_place.held(page)
    assert len(found.fixed) == 2
    assert bar.geometry() in found.fixed
    assert 0 < len(found.scrolled) < 40
    assert all(area.geometry().contains(one) for one in found.scrolled)
