"""Bugs and hard crashes: logged, shown once, told at the next start."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.window import crash as crashes
from ui.window.crash import Crash, report, start_log, stop_watching, watch_hard_crashes
from ui.window.crash_dialog import CrashDialog


def test_a_bug_is_shown_once_with_a_report(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(CrashDialog, "open", lambda self: shown.append(self.report.toPlainText()))
    crash = Crash()
    try:
        for _ in range(2):
            try:
                raise RuntimeError("hỏng chỗ này")
            except RuntimeError:
                kind, error, trace = sys.exc_info()
                assert kind is not None
                assert error is not None
                crash.hook(kind, error, trace)
    finally:
        crash.let_go()
    assert len(shown) == 1
    assert "hỏng chỗ này" in shown[0]
    assert "SQLite" in shown[0]


def test_a_hard_crash_is_told_at_the_next_start(tmp_path: Path) -> None:

    script = (
        "import sys, faulthandler; from pathlib import Path; from ui.window.crash import watch_hard_crashes\n"
        "watch_hard_crashes(Path(sys.argv[1])); faulthandler._sigabrt()"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False)
    assert "Fatal Python error" in watch_hard_crashes(tmp_path)
    stop_watching()
    assert not any(tmp_path.iterdir())  # a run that ended well leaves nothing
    assert watch_hard_crashes(tmp_path) == ""
    stop_watching()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log's folder; its file and Qt's messages are given back after the test."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield tmp_path / "nhật ký"
    for handler in root.handlers[:]:
        if handler not in before:
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)


def test_the_log_is_written_in_its_folder(log: Path) -> None:
    old = qInstallMessageHandler(None)
    try:
        start_log(log)
        logging.getLogger("desk.acts").info("đã ghi")
        logging.getLogger("desk.acts").debug("chi tiết")
        qWarning("lời của Qt")
    finally:
        qInstallMessageHandler(old)
    written = (log / "desk.log").read_text("utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in written] == ["INFO desk.acts: đã ghi", "WARNING qt: lời của Qt"]


def test_a_full_log_makes_room_and_the_one_before_is_kept(log: Path) -> None:
    log.mkdir()
    (log / "desk.log").write_bytes(b"x" * 1_000_000)
    old = qInstallMessageHandler(None)
    try:
        start_log(log)
        assert not (log / "desk-truoc.log").exists()
        (log / "desk.log").write_bytes(b"x" * 1_000_001)
        start_log(log)
    finally:
        qInstallMessageHandler(old)
    assert (log / "desk-truoc.log").stat().st_size == 1_000_001
    assert (log / "desk.log").read_bytes() == b""


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, logging.DEBUG),
        (QtMsgType.QtInfoMsg, logging.INFO),
        (QtMsgType.QtWarningMsg, logging.WARNING),
        (QtMsgType.QtCriticalMsg, logging.ERROR),
    ],
)
def test_qts_messages_keep_their_weight(
    kind: QtMsgType, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        crashes._qt_message(kind, QMessageLogContext(), "100 %s")
    assert [(one.name, one.levelno, one.getMessage()) for one in caplog.records] == [("qt", level, "100 %s")]


def _bug(words: str) -> ValueError:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_two_bugs_are_two_dialogs_and_the_hooks_are_given_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(CrashDialog, "open", lambda self: shown.append(self.report.toPlainText()))
    before = sys.excepthook
    crash = Crash()
    try:
        assert sys.excepthook == crash.hook
        for words in ("lỗi một", "lỗi hai", "lỗi hai"):
            error = _bug(words)
            sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        crash.let_go()
    assert [("lỗi một" in text, "lỗi hai" in text) for text in shown] == [(True, False), (False, True)]
    assert [one.levelno for one in caplog.records] == [logging.CRITICAL] * 3  # every time it is logged
    assert sys.excepthook is before
    assert threading.excepthook is threading.__excepthook__


def test_a_threads_bug_is_shown_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, bool]] = []
    main = threading.main_thread()
    monkeypatch.setattr(
        CrashDialog,
        "open",
        lambda self: shown.append((self.report.toPlainText(), threading.current_thread() is main)),
    )

    def fall() -> None:
        raise RuntimeError("hỏng trong luồng")

    crash = Crash()
    try:
        thread = threading.Thread(target=fall)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(shown))
    finally:
        crash.let_go()
    ((text, in_main),) = shown
    assert "hỏng trong luồng" in text
    assert in_main


def test_who_stops_the_program_by_hand_sees_no_bug(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, left = list[str](), list[bool]()
    monkeypatch.setattr(CrashDialog, "open", lambda self: shown.append("x"))
    monkeypatch.setattr(QApplication, "quit", lambda: left.append(True))
    crash = Crash()
    try:
        crash.hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        crash.let_go()
    assert (shown, left) == ([], [True])


def test_a_report_names_versions_and_system() -> None:
    lines = report("Traceback").splitlines()
    assert lines[0].startswith("Bàn biên tập ")
    assert [line.split(":")[0] for line in lines[1:5]] == ["Python", "Qt", "SQLite", "Hệ điều hành"]
    assert lines[5:] == ["", "Traceback"]
