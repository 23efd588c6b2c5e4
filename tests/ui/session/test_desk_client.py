"""Found in review: the order of answers, a process that died, a dialog nobody held on to, names of desks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.session.desk_client import DeskClient, Inline
from ui.window.single_instance import SingleInstance


class Prompt(ThreadPoolExecutor):
    """One thread that has always answered before `submit` returns, as a quick desk sometimes has."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        if self.prompt:
            wait([future], 5)
        return future

    prompt = False


def test_answers_come_in_the_order_asked(qtbot: QtBot) -> None:
    desk = Prompt(1)
    client, owner = DeskClient(desk=desk), QObject()
    came: list[str] = []
    client.ask(owner, partial(time.sleep, 0.05), lambda _: came.append("first"))
    desk.prompt = True
    client.ask(owner, lambda: None, lambda _: came.append("second"))
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["first", "second"]
    desk.prompt = False
    client.close()


@pytest.mark.parametrize("inline", [True, False])
def test_what_a_timer_asks_of_a_closed_desk_is_not_begun(qtbot: QtBot, inline: bool) -> None:
    client = DeskClient(desk=Inline(), threads=Inline()) if inline else DeskClient()
    owner, begun = QObject(), [0]

    def work() -> int:
        begun[0] += 1
        return begun[0]

    client.close()
    client.close()  # the window and the program may both say so
    client.ask(owner, work, begun.append)
    client.away(owner, work, begun.append)
    qtbot.wait(20)
    assert begun == [0]
    assert client.idle()


def test_a_dead_process_is_replaced(qtbot: QtBot) -> None:
    client, owner = DeskClient(desk=Inline()), QObject()
    came: list[int] = []
    with qtbot.captureExceptions() as bugs:
        client.abroad(owner, _die, came.append)
        qtbot.waitUntil(client.idle, timeout=20_000)
    assert [kind for kind, *_ in bugs] == [BrokenProcessPool]
    client.abroad(owner, os.getpid, came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    assert came[0] != os.getpid()
    assert client.idle()
    client.processes().shutdown()


@pytest.mark.skipif(os.name == "nt", reason="Windows' names do not tell capital letters apart")
def test_desks_that_differ_in_capitals_are_two(qapp: QApplication, tmp_path: Path) -> None:
    small, large = SingleInstance(tmp_path / "số"), SingleInstance(tmp_path / "SỐ")
    small.listen()
    assert not large.raise_first()
    small.close()
    large.close()


def _die() -> int:
    os._exit(9)
