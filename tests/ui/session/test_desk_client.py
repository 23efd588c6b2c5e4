"""Found in review: the order of answers, questions replaced, a process that died, closing."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.cancel import StopFile
from desk.department import people
from desk.errors import BadPassword
from tests.engine import count_slowly
from ui.session.desk_client import DeskClient, Inline

closing: list[DeskClient] = []


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


def test_the_real_office_answers_in_order(qtbot: QtBot, desk_file: Path) -> None:
    """One of two tests on real threads."""
    client = DeskClient()
    client.open_file(desk_file)
    came: list[int] = []
    for number in range(20):
        client.ask(client, partial(int, number), came.append)
    qtbot.waitUntil(lambda: len(came) == 20)
    assert came == list(range(20))
    names: list[object] = []
    client.ask(client, people.everybody, names.append)
    qtbot.waitUntil(lambda: bool(names))
    refused: list[object] = []

    def wrong() -> int:
        raise BadPassword

    client.ask(client, wrong, came.append, refused=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    client.close()


def test_a_newer_question_replaces_an_older_one(qtbot: QtBot, desk_file: Path) -> None:
    """The other test on real threads: a slow query is interrupted by the next key."""
    client = DeskClient()
    client.open_file(desk_file)
    came: list[str] = []
    client.ask(client, count_slowly, lambda _: came.append("slow"), key="search")
    qtbot.wait(50)
    client.ask(client, lambda: None, lambda _: came.append("quick"), key="search")
    qtbot.waitUntil(lambda: bool(came), timeout=5000)
    assert came == ["quick"]
    client.close()


def test_a_closing_office_loads_nothing_more(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first module takes until the office is being closed; the second is not loaded any more."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "ahead_first.py").write_text(
        "import time\nfrom tests.ui.session.test_desk_client import closing\n"
        "while not closing[0]._closed:\n    time.sleep(0.001)",
        encoding="utf-8",
    )
    (tmp_path / "ahead_second.py").write_text("", encoding="utf-8")
    client = DeskClient()
    closing[:] = [client]
    client.load_ahead(("ahead_first", "ahead_second"))
    qtbot.waitUntil(lambda: "ahead_first" in sys.modules)
    client.close()
    assert "ahead_second" not in sys.modules


def _die() -> int:
    os._exit(9)


def _until(stop: StopFile, begun: StopFile) -> str:
    begun.set()
    while not stop():
        time.sleep(0.005)
    return "stopped"


def test_work_abroad_that_may_be_left_off_is_stopped_at_the_end(qtbot: QtBot) -> None:
    client, owner, stop, begun = DeskClient(desk=Inline()), QObject(), StopFile(), StopFile()
    client.abroad(owner, partial(_until, stop, begun), lambda _: None, stop=stop)
    qtbot.waitUntil(begun, timeout=20_000)
    client.close()
    assert not stop()  # the file that said so is gone
    begun.clear()


def _more(gone: list[str], than: int) -> bool:
    return len(gone) > than


def test_a_worker_lets_go_of_what_it_was_given_before_its_answer_is_shown(qtbot: QtBot) -> None:
    """What it were the last to let go of would be deleted in its thread, widgets too."""
    client, owner, gone = DeskClient(), QObject(), list[str]()

    class Then:
        def __call__(self, _: object) -> None:
            came.append(1)

        def __del__(self) -> None:
            gone.append(threading.current_thread().name)

    came: list[int] = []
    for number in range(50):
        client.away(owner, partial(time.sleep, 0), Then())
        qtbot.waitUntil(partial(_more, gone, number))
    client.close()
    assert set(gone) == {threading.main_thread().name}
    assert len(came) == 50
