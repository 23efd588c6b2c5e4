"""The driver of steps: what is refused ends the work, what comes late is not heard, what is stopped tidies up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.errors import Broken, Cancelled, DeskError, FileTrouble, Trouble
from desk.export.work_steps import Phase, Step, Steps, Where, one
from tests.ui.held import hold
from ui.issue.step_runner import StepRunner
from ui.session.desk_client import DeskClient

Run = Callable[[Steps[Any]], StepRunner[Any]]


def _step(work: Callable[[], Any], where: Where = Where.THREAD, *, stoppable: bool = True) -> Step[Any]:
    return Step(where, Phase.WRITE, work, stoppable=stoppable)


def _full() -> None:
    raise FileTrouble(Trouble.FULL)


@pytest.fixture
def heard() -> list[object]:
    """What the driver said of its work, in order."""
    return []


@pytest.fixture
def run(qtbot: QtBot, client: DeskClient, heard: list[object]) -> Run:
    owner = QObject(client)

    def start(steps: Steps[Any]) -> StepRunner[Any]:
        runner: StepRunner[Any] = StepRunner(
            client,
            owner,
            begun=lambda step: None,
            done=lambda step: heard.append(step.phase),
            ended=heard.append,
            refused=heard.append,
        )
        runner.start(steps)
        return runner

    return start


def test_answers_go_back_into_the_work(run: Run, heard: list[object]) -> None:
    def work() -> Steps[str]:
        first = yield from one(_step(lambda: "a", Where.DESK))
        more = yield (_step(lambda: "b"), _step(lambda: "c", Where.DESK))
        return "".join([first, *more])

    run(work())
    assert heard == [Phase.WRITE, Phase.WRITE, Phase.WRITE, "abc"]


def test_one_of_several_refused_ends_the_work_and_the_others_are_not_heard(
    run: Run, heard: list[object], client: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = hold(monkeypatch, client, "away")
    tidied: list[str] = []

    def work() -> Steps[None]:
        try:
            yield (_step(lambda: "late"), _step(_full, Where.DESK))
        except DeskError:
            yield from one(_step(partial(tidied.append, "x"), Where.DESK, stoppable=False))
            raise

    run(work())
    (answer,) = late
    answer()
    assert heard == [Phase.WRITE, FileTrouble(Trouble.FULL)]
    assert tidied == ["x"]


def test_a_bug_is_told_as_such(run: Run, heard: list[object]) -> None:
    def bug() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(_single(bug))
    assert [type(error) for error in heard] == [Broken]


def _single(work: Callable[[], None]) -> Any:
    def steps() -> Steps[None]:
        yield from one(_step(work))

    return steps()


def test_a_stop_is_said_at_once_and_what_was_left_behind_is_taken_away(
    run: Run, heard: list[object], client: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = hold(monkeypatch, client, "away")
    done: list[str] = []
    runners: list[StepRunner[Any]] = []

    def work() -> Steps[None]:
        yield from one(_step(partial(done.append, "written"), stoppable=False))
        try:
            if runners[0].stopped():
                raise Cancelled
            yield from one(_step(partial(done.append, "journaled"), Where.DESK))
        except DeskError:
            yield from one(_step(partial(done.append, "taken away"), Where.DESK, stoppable=False))
            raise

    runners.append(run(work()))
    runners[0].stop()
    assert [type(error) for error in heard] == [Cancelled]
    late.pop()()
    assert done == ["written", "taken away"]
    assert [type(error) for error in heard] == [Cancelled]


def test_nothing_stoppable_is_begun_after_a_stop(
    run: Run, heard: list[object], client: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = hold(monkeypatch, client, "away")
    done: list[str] = []
    runner = run(_single(partial(done.append, "x")))
    runner.stop()
    late.pop()()
    assert done == []
    assert [type(error) for error in heard] == [Cancelled]
