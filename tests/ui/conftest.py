"""The window in tests: offscreen, bundled fonts, work done inline, a founded desk with its people."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import clock
from desk.department import people, settings
from tests.making import Cast
from ui.issue import exporter
from ui.look import local_settings, style
from ui.look.style import Scheme
from ui.session.desk_client import DeskClient, Inline
from ui.session.session import Session
from ui.window import application as ui_application
from ui.window import short_frames
from ui.window.window import Window

_ended: list[int] = []


def pytest_sessionfinish(exitstatus: int) -> None:
    _ended.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End the process here: Python takes Qt's objects down in an order of its own, and may crash after the tests."""
    if not _ended:
        return
    config.get_terminal_writer().flush()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(_ended[0])


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]) -> QApplication:
    application = ui_application.make_application()
    style.load_fonts()
    return application


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    local_settings.use(tmp_path)
    style.look().wear(Scheme.LIGHT, 100)
    yield
    short_frames.collect()  # a test's own loop is seldom long enough for the program's timer


@pytest.fixture
def april() -> Iterator[None]:
    """A Tuesday in April 2019, ten o'clock on the wall."""
    clock.set_clock(lambda: datetime(2019, 4, 16, 3, 0, tzinfo=UTC))
    yield
    clock.set_clock(None)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskClient]:
    """A client whose every work is done at once, in this thread; closed before its desk is, as in the program.

    Nothing stands by: what a process of its own would load meanwhile is loaded here.
    """
    monkeypatch.setattr(exporter, "ready", lambda: None)
    made = DeskClient(desk=Inline(), threads=Inline(), processes=Inline())
    yield made
    made.close()


@pytest.fixture
def session_of(cast: Cast, client: DeskClient) -> Callable[[int], Session]:
    """Seat a person at the open desk without a window: for one widget alone."""
    return lambda who: Session(client, people.person(who), settings.names())


@pytest.fixture
def sit(qtbot: QtBot, cast: Cast, client: DeskClient) -> Callable[[int], Window]:
    """Seat a person at the open desk and show their window."""

    def show(who: int) -> Window:
        window = Window(Session(client, people.person(who), settings.names()))
        qtbot.addWidget(window, before_close_func=_let_go)
        window.show()
        _activate(window)
        QApplication.processEvents()  # what Hôm nay shows of the calendar comes when the rest stands
        return window

    return show


def _activate(window: Window) -> None:
    """Make a window the active one, again where another's late word took it back: keys go to the active window."""
    for _ in range(20):
        window.activateWindow()
        if QTest.qWaitForWindowActive(window, 500):
            return
    raise TimeoutError("the window was not activated")


def _let_go(window: Window) -> None:
    """Let a window close without asking about what was typed in it."""
    window._closing = True
