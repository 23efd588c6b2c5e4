"""A work in a process of its own says how far it is, answers once, and can be stopped."""

from __future__ import annotations

import os
import time
from typing import Any

from pytestqt.qtbot import QtBot

from desk.errors import Broken, Cancelled, FileTrouble, Trouble
from desk.safety.new_folder import Part, Progress, Report, Stop
from ui.session.own_process import OwnProcess, Work


def _count(report: Report, stop: Stop) -> int:
    for at in range(3):
        report(Progress(Part.ARTICLES, at, 3))
        time.sleep(0.12)
    return os.getpid()


def _wait(report: Report, stop: Stop) -> int:
    while not stop():
        time.sleep(0.01)
    raise Cancelled


def _refuse(report: Report, stop: Stop) -> int:
    raise FileTrouble(Trouble.FULL, "x")


def _fail(report: Report, stop: Stop) -> int:
    raise ZeroDivisionError


def _die(report: Report, stop: Stop) -> int:
    os._exit(3)


def _came(qtbot: QtBot, work: Work, *, stop: bool = False) -> tuple[list[Any], list[Progress]]:
    run = OwnProcess(None, work)
    came: list[Any] = []
    told: list[Progress] = []
    run.done.connect(came.append)
    run.refused.connect(came.append)
    run.progressed.connect(told.append)
    run.start()
    if stop:
        run.stop()
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    return came, told


def test_it_says_how_far_it_is_and_answers(qtbot: QtBot) -> None:
    (answer,), told = _came(qtbot, _count)
    assert answer != os.getpid()
    assert told
    assert told[0].what is Part.ARTICLES


def test_it_is_stopped(qtbot: QtBot) -> None:
    (answer,), _ = _came(qtbot, _wait, stop=True)
    assert isinstance(answer, Cancelled)


def test_a_refusal_comes_back_as_it_is(qtbot: QtBot) -> None:
    assert _came(qtbot, _refuse)[0] == [FileTrouble(Trouble.FULL, "x")]


def test_a_bug_and_a_death_are_told(qtbot: QtBot) -> None:
    for work in (_fail, _die):
        (answer,), _ = _came(qtbot, work)
        assert isinstance(answer, Broken)
