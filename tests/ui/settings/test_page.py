"""Thiết lập: its tabs, the imprint pointed to, the look."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.acts import requirements
from desk.acts.gate import Changes
from desk.acts.requirements import Before
from desk.acts.review_settings import practice
from desk.department import sections, settings
from tests.making import Cast
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.look import local_settings, style, text_size
from ui.look.style import Scheme
from ui.session import system_tray
from ui.session.session import Session
from ui.settings.page import LookTab, SettingsPage
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


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


def _change(window: Window) -> None:
    page = window.pages.settings
    window.pages.go("settings")
    page.names.fields["printer"].setText("Xí nghiệp in Hồng Lam")
    for tab in (page.sections, page.practice, page.checklists):
        page.tabs.setCurrentWidget(tab)
    page.sections._add()
    page.practice.waiting.setValue(9)
    page.checklists._add()


@pytest.mark.parametrize("leave", ["close", "sign out"])
def test_what_is_not_saved_in_thiet_lap_is_asked_before_it_is_lost(sit: Sit, cast: Cast, leave: str) -> None:
    window = sit(cast.admin)
    _change(window)
    window.pages.go("today")
    parted: list[bool] = []
    window.signed_out.connect(lambda: parted.append(True))

    def go() -> None:
        if leave == "close":
            parted.extend([True] * window.close())
        else:
            window.commands[Do.SIGN_OUT].trigger()

    asked: list[str] = []

    def stay(dialog: ChoiceDialog) -> None:
        asked.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.leave()

    answer(ChoiceDialog, stay)
    go()
    assert "“Cơ quan, măng-sét”, “Chuyên mục”, “Cách duyệt”, “Mục kiểm tra”" in " ".join(asked)
    assert parted == []
    assert window.pages.name() == "settings"
    assert window.pages.settings.names.fields["printer"].text() == "Xí nghiệp in Hồng Lam"
    answer(ChoiceDialog, lambda dialog: dialog.agree())
    go()
    assert settings.imprint().printer == "Xí nghiệp in Hồng Lam"
    assert "Chuyên mục mới" in [row.title for row in sections.listing()]
    assert practice().waiting_days == 9
    assert "Mục mới" in [item.text for item in requirements.items(window.pages.settings.checklists.list_())]
    assert parted == [True]


def test_unsaved_settings_may_be_dropped_and_a_refused_one_keeps_the_window(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    names = window.pages.settings.names
    before = settings.names()
    names.fields["bulletin"].setText("")
    answer(ChoiceDialog, lambda dialog: dialog.agree())
    assert not window.close()
    assert "Cần điền tên" in window.notice.words()
    assert names.fields["bulletin"].text() == ""
    answer(ChoiceDialog, lambda dialog: dialog._choose(1))
    window.close()
    assert not window.isVisible()
    assert settings.names() == before


def test_another_checklist_is_shown_when_the_changed_one_may_be_left(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.checklists
    window.pages.settings.tabs.setCurrentWidget(tab)
    first = tab.list_()
    tab._add()
    answer(ChoiceDialog, lambda dialog: dialog.leave())
    tab.before.setCurrentIndex(1)
    assert tab.list_() is first
    assert tab.before.currentIndex() == 0
    assert tab.dirty()
    answer(ChoiceDialog, lambda dialog: dialog.agree())
    tab.before.setCurrentIndex(1)
    assert tab.list_() is not first
    assert tab.before.currentIndex() == 1
    assert not tab.dirty()
    assert "Mục mới" in [item.text for item in requirements.items(first)]
    kept = len(requirements.items(tab.list_()))
    tab._add()
    answer(ChoiceDialog, lambda dialog: dialog._choose(1))
    tab.before.setCurrentIndex(0)
    assert tab.list_() is first
    assert not tab.dirty()
    assert len(requirements.items(list(Before)[1])) == kept
