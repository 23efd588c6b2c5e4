"""An operation: run, refused, said in the quiet bar and taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.errors import DeskError, NotNow, Why
from ui.session.operation import Op
from ui.session.session import Session

SessionOf = Callable[[int], Session]


def _refuse() -> Changes:
    raise NotNow(Why.NOTE)


def test_what_was_done_is_said_and_taken_back(qtbot: QtBot, session_of: SessionOf) -> None:
    session, owner, done = session_of(1), QObject(), []
    said: list[tuple[str, str, Callable[[], None] | None]] = []
    session.said.connect(lambda words, _, action, on: said.append((words, action, on)))

    def work(name: str) -> Changes:
        done.append(name)
        return Changes(act=Act.ARRANGE)

    acted: list[Changes] = []
    session.client.acted.connect(acted.append)
    Op(lambda: work("xếp"), "đổi chỗ bài", Op(lambda: work("lại"), "trả bài về chỗ")).run(session, owner)
    assert [(words, action) for words, action, _ in said] == [("Đã đổi chỗ bài.", "Hoàn tác")]
    on = said[0][2]
    assert on is not None
    on()
    assert done == ["xếp", "lại"]
    assert said[1][:2] == ("Đã trả bài về chỗ.", "")
    assert acted == []  # the window does not say it a second time


def test_without_words_of_its_own_the_window_speaks_unless_it_is_quiet(session_of: SessionOf) -> None:
    session, owner = session_of(1), QObject()
    acted: list[Changes] = []
    changed: list[Changes] = []
    session.client.acted.connect(acted.append)
    session.client.changed.connect(changed.append)
    Op(lambda: Changes(act=Act.FILE)).run(session, owner)
    Op(lambda: Changes(act=Act.TICK), quiet=True).run(session, owner)
    assert [one.act for one in acted] == [Act.FILE]
    assert [one.act for one in changed] == [Act.FILE, Act.TICK]


def test_a_refusal_goes_to_who_asked_for_it_else_to_the_window(session_of: SessionOf) -> None:
    session, owner = session_of(1), QObject()
    here: list[DeskError] = []
    window: list[DeskError] = []
    then: list[Changes] = []
    session.client.refused.connect(window.append)
    Op(_refuse, "làm").run(session, owner, then.append, refused=here.append)
    Op(_refuse, "làm").run(session, owner, then.append)
    assert [len(here), len(window), len(then)] == [1, 1, 0]
