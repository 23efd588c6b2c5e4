"""The window's own commands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desk.acts.permission import refusal
from desk.acts.rules import Act, Role, Stage
from desk.department import people
from tests.making import PASSWORD, Cast, article
from ui.look import local_settings, style
from ui.look.style import Scheme
from ui.settings.person_dialog import PasswordDialog
from ui.window.commands import SHOWN, SIZES, Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_the_data_check_says_that_all_is_well(sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.APPROVED)
    window = sit(cast.admin)
    window.commands[Do.CHECK].trigger()
    assert "nguyên vẹn" in window.notice.words()


def test_ctrl_and_a_number_show_a_page(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    for do in SHOWN:
        window.commands[do].trigger()
        assert window.pages.name() == do.value


def test_only_who_writes_begins_or_imports_an_article(sit: Sit, cast: Cast) -> None:
    assert sit(cast.writer).commands[Do.NEW].isEnabled()
    people.add(cast.admin, "Người Quản", "", "", frozenset({Role.ADMIN}), PASSWORD)
    window = sit(people.by_name("Người Quản").id)
    may = refusal(Act.CREATE, frozenset({Role.ADMIN})) is None
    assert [window.commands[do].isEnabled() for do in (Do.NEW, Do.IMPORT)] == [may, may]


def test_the_search_goes_where_one_can_search(sit: Sit, cast: Cast) -> None:
    window = sit(cast.chief)
    window.commands[Do.SEEK].trigger()
    assert window.pages.name() == "articles"
    assert window.pages.articles.search.hasFocus()
    window.pages.go("journal")
    window.commands[Do.SEEK].trigger()
    assert window.pages.journal.search.hasFocus()
    window.navigation.new_article()
    window.commands[Do.SEEK].trigger()
    assert window.pages.is_writing()


def test_the_meeting_of_an_article_is_asked_for(sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.chief)
    window.commands[Do.MEETING].trigger()
    assert window.notice.words() == "Hãy chọn một bài trước."
    window.navigation.show_article(made)
    window.commands[Do.MEETING].trigger()
    assert window.notice.words() == "Bài này không gắn với cuộc họp nào."


def test_a_person_changes_their_password(sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sit(cast.chief)
    monkeypatch.setattr(PasswordDialog, "ask", lambda *_, **__: (PASSWORD, "mật khẩu hai"))
    window.commands[Do.PASSWORD].trigger()
    assert people.sign_in(cast.chief, "mật khẩu hai").id == cast.chief


def test_the_scheme_is_worn_and_remembered(sit: Sit, cast: Cast) -> None:
    window = sit(cast.chief)
    window.commands[Do.DARK].trigger()
    assert (style.look().scheme, local_settings.read_scheme()) == (Scheme.DARK, Scheme.DARK)


def test_words_grow_by_the_menu_and_what_is_painted_with_them(sit: Sit, cast: Cast, qtbot: QtBot) -> None:
    """The window's rows, buttons and fixed widths follow, and go back, while it stands."""
    article(cast)
    window = sit(cast.chief)
    window.pages.go("articles")
    view = window.pages.articles.list.view
    sign, row = window._side._avatar, view.rowHeight(0)
    was = sign.width(), row
    menu = next(action for action in window.menuBar().actions() if action.text() == "&Xem").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu = next(inner for inner in menu.findChildren(QMenu) if inner.title() == "Cỡ chữ")
    for percent, times in ((150, 1.5), (100, 1.0)):
        menu.popup(window.mapToGlobal(QPoint(10, 30)))
        wanted = window.commands[next(do for do, size in SIZES.items() if size == percent)]
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())
        assert local_settings.read_text_size() == percent
        assert [action.text() for action in menu.actions() if action.isChecked()] == [f"{percent} %"]
        assert (sign.width(), view.rowHeight(0)) == tuple(round(length * times) for length in was)
