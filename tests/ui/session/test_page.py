"""What every page does alike."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.errors import Broken, Cancelled, NotNow, Why
from ui.session.page import Page
from ui.session.session import Session


def test_a_refusal_is_said_but_not_what_has_a_dialog_or_was_stopped(
    qtbot: QtBot, session_of: Callable[[int], Session]
) -> None:
    session = session_of(1)
    page = Page(session)
    qtbot.addWidget(page)
    said: list[str] = []
    session.said.connect(lambda words, *_: said.append(words))
    for error in (Broken(), Cancelled(), NotNow(Why.NOTE)):
        page.regret(error)
    assert len(said) == 1


def test_a_refused_question_is_said_and_its_answer_not_awaited(
    qtbot: QtBot, session_of: Callable[[int], Session]
) -> None:
    session = session_of(1)
    page = Page(session)
    qtbot.addWidget(page)
    said: list[str] = []
    session.said.connect(lambda words, *_: said.append(words))
    answers: list[int] = []

    def refuse() -> int:
        raise NotNow(Why.NOTE)

    page.ask(refuse, answers.append)
    page.ask(lambda: 7, answers.append)
    assert answers == [7]
    assert len(said) == 1
