"""How many statements the review desk costs: an approval with everything it refreshes; no question asks twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from tests.engine import statements
from tests.making import Cast, article, words
from ui.window.window import Window

Sit = Callable[[int], Window]
MOST = 30


def questions(seen: list[str]) -> Iterator[list[str]]:
    """Part what was executed into the questions that were asked, each from its BEGIN to its COMMIT."""
    question: list[str] = []
    for one in seen:
        if one.startswith("BEGIN"):
            question = []
        elif one.startswith(("COMMIT", "commit")):
            yield question
        else:
            question.append(one)


def test_an_approval_costs_few_statements(
    qtbot: QtBot, cast: Cast, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        article(cast, words(f"Bài số {number}"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    monkeypatch.setattr(window.reminders, "begin", lambda: None)  # they come by the clock, at any time
    window.pages.go("review")
    qtbot.wait(50)
    with statements() as seen:
        window.pages.acts.perform(Act.APPROVE)
        qtbot.wait(50)
    assert len(window.pages.review.list.model.rows()) == 4
    assert any(one.startswith("INSERT") and "journal" in one for one in seen)
    assert len(seen) <= MOST, "\n".join(seen)


@pytest.mark.parametrize("page", ["review", "articles", "today", "calendar", "issue"])
def test_no_question_of_a_page_asks_twice(qtbot: QtBot, cast: Cast, sit: Sit, page: str) -> None:
    for stage in (Stage.FOR_APPROVAL, Stage.SUBMITTED, Stage.APPROVED):
        article(cast, words(f"Bài {stage.value}"), stage)
    window = sit(cast.chief)
    window.pages.go("journal")
    with statements() as seen:
        window.pages.go(page)
        qtbot.wait(50)
    QTest.qWait(10)
    asked = list(questions(seen))
    assert asked
    for question in asked:
        twice = [one for one, times in Counter(question).items() if times > 1]
        assert not twice, twice
