"""One running window for a desk."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.window import single_instance
from ui.window.single_instance import SingleInstance


def test_the_first_is_raised_and_nobody_answers_when_it_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert second.raise_first()
    assert not SingleInstance(tmp_path / "khác").raise_first()
    first.close()
    assert not second.raise_first()


def test_it_hands_over_its_files_and_a_setup_asks_to_close(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not second.close_first()
    first.listen()
    files = [tmp_path / "Tin số 1.docx", tmp_path / "lịch.ics"]
    with qtbot.waitSignal(first.raised) as said:
        assert second.raise_first(files)
    assert said.args == [files]
    with qtbot.assertNotEmitted(first.raised, wait=100), qtbot.waitSignal(first.closing):
        assert second.close_first()
    first.close()


@pytest.mark.parametrize("line", [b"raise\n", b"[]\n", b'{"files": 1}\n', b"\xff\n"])
def test_what_is_not_understood_is_only_logged(
    qtbot: QtBot, tmp_path: Path, line: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.listen()
    monkeypatch.setattr(json, "dumps", lambda _: line.decode("latin-1").rstrip("\n"))
    with qtbot.assertNotEmitted(first.raised, wait=100), qtbot.assertNotEmitted(first.closing):
        assert second.close_first()
    first.close()


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "Bàn tin"), SingleInstance(tmp_path / "Bàn tin")
    assert not first.raise_first()
    first.listen()
    with qtbot.waitSignal(first.raised, timeout=3000):
        assert second.raise_first()
    other = SingleInstance(tmp_path / "khác")
    assert not other.raise_first()
    first.close()
    other.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows' names do not tell capital letters apart")
def test_desks_that_differ_in_capitals_are_two(qapp: QApplication, tmp_path: Path) -> None:
    small, large = SingleInstance(tmp_path / "số"), SingleInstance(tmp_path / "SỐ")
    small.listen()
    assert not large.raise_first()
    small.close()
    large.close()


class _Busy:
    """A socket to a window that has only begun: it hears at the third call."""

    LocalSocketError = QLocalSocket.LocalSocketError
    calls = 0

    def connectToServer(self, _: str) -> None:
        _Busy.calls += 1

    def waitForConnected(self, _: int) -> bool:
        return _Busy.calls == 3

    def error(self) -> QLocalSocket.LocalSocketError:
        return QLocalSocket.LocalSocketError.SocketTimeoutError

    def write(self, _: bytes) -> None: ...

    def waitForBytesWritten(self, _: int) -> None: ...

    def disconnectFromServer(self) -> None: ...


def test_a_window_that_is_too_busy_to_hear_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "QLocalSocket", _Busy)
    monkeypatch.setattr(_Busy, "calls", 0)
    assert SingleInstance(tmp_path).close_first()
    assert _Busy.calls == 3
    assert not SingleInstance(tmp_path).close_first()  # it never hears again: nobody to speak to
    assert _Busy.calls == 8
