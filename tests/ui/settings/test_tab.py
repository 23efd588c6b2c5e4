"""What every tab of Thiết lập does alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.errors import NotNow, Why
from tests.making import Cast
from ui.session.operation import Op
from ui.session.session import Session
from ui.settings.tab import Tab


def test_who_may_change_it_is_known_from_the_roles(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    for who, act, may in (
        (cast.admin, Act.ADD_PERSON, True),
        (cast.writer, Act.ADD_PERSON, False),
        (cast.writer, None, True),
    ):
        tab = Tab(session_of(who), act)
        qtbot.addWidget(tab)
        assert tab.may is may


def test_an_operation_that_is_refused_changes_nothing_on_the_tab(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    session = session_of(cast.admin)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    tab = Tab(session, None)
    qtbot.addWidget(tab)
    then: list[int] = []

    def refuse() -> Changes:
        raise NotNow(Why.NAME_EMPTY)

    tab.run(Op(refuse, "lưu"), lambda: then.append(1))
    assert then == []
    tab.run(Op(Changes, "lưu"), lambda: then.append(1))
    assert then == [1]
    assert len(said) == 2
    assert said[1] == "Đã lưu."


def test_a_button_stays_below_what_scrolls(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    tab, save = Tab(session_of(cast.admin), None), QPushButton("Lưu")
    qtbot.addWidget(tab)
    tab.stand_below(save)
    tab.resize(600, 300)
    tab.show()
    foot = save.parentWidget()
    assert foot is not None
    assert foot.geometry().bottom() == tab.height() - 1
