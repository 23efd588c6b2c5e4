"""Thiết lập: its tabs, the imprint pointed to, the look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desk.acts.gate import Changes
from desk.department import sections
from tests.making import Cast
from ui.look import local_settings, style, text_size
from ui.look.style import Scheme
from ui.session import system_tray
from ui.session.session import Session
from ui.settings.page import LookTab, SettingsPage


def test_a_change_elsewhere_is_read_but_not_over_what_is_typed(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    page = SettingsPage(session_of(cast.admin))
    qtbot.addWidget(page)
    page.show()
    page.shown()
    page.tabs.setCurrentWidget(page.sections)
    count = page.sections.list.count()
    assert count
    page.tabs.setCurrentWidget(page.names)
    page.names.fields["printer"].setText("Nhà in")
    sections.set_sections(
        cast.admin, [*((row.id, row.title) for row in sections.listing()), (None, "Chuyên mục thêm")]
    )
    page.heed(Changes(settings=True))
    assert page.sections.list.count() == count  # asked when it is turned to
    page.tabs.setCurrentWidget(page.sections)
    assert page.sections.list.count() == count + 1
    assert page.names.fields["printer"].text() == "Nhà in"


def test_a_line_of_the_imprint_is_pointed_to_and_who_may_change_it_is_said(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    session = session_of(cast.writer)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.tabs.setCurrentWidget(page.look)
    page.show_imprint("licence")
    assert page.tabs.currentWidget() is page.names
    assert "Quản trị" in said[0]


def test_the_look_is_chosen_and_follows_the_menu(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    tab = LookTab(session_of(cast.writer))
    qtbot.addWidget(tab)
    boxes = {box.property("scheme"): box for box in tab.group.buttons()}
    boxes[Scheme.DARK.value].click()
    assert style.look().scheme is Scheme.DARK
    assert local_settings.read_scheme() is Scheme.DARK
    style.look().wear(Scheme.LIGHT)
    assert boxes[Scheme.LIGHT.value].isChecked()
    tab.notices.click()
    assert system_tray.shows()


def test_the_size_of_words_is_chosen_by_mouse_and_keys_and_remembered(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    tab = LookTab(session_of(cast.writer))
    qtbot.addWidget(tab)
    tab.resize(860, 600)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    box = tab.sizes.button(125)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert (text_size.chosen(), local_settings.read_text_size()) == (125, 125)
    assert box.font().pixelSize() == 16
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (text_size.chosen(), local_settings.read_text_size()) == (150, 150)
    style.look().wear(Scheme.DARK, 100)
    assert tab.sizes.button(100).isChecked()
