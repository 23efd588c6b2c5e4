"""Bugs: a dialog with a report to copy, written to the log; hard crashes are told at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import io
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

log = logging.getLogger(__name__)
_HARD = "hard-crash.txt"
_LOG_MOST = 1_000_000  # bytes
_hard_file: TextIO | None = None


def start_log(folder: Path) -> None:
    """Write the log to `folder`, a megabyte and the one before kept; Qt's own warnings go there too."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "desk.log"
    with contextlib.suppress(OSError):  # another program reads it just now: it grows on
        if path.exists() and path.stat().st_size > _LOG_MOST:
            path.replace(folder / "desk-truoc.log")
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_qt_message)


def watch_hard_crashes(folder: Path) -> str:
    """Have the interpreter write its last words to a file; return those of the run before, "" when it ended well."""
    global _hard_file
    path = folder / _HARD
    last = path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
    _hard_file = path.open("w", encoding="utf-8")
    faulthandler.enable(_hard_file)
    return last


def stop_watching() -> None:
    """End the watch: this run ended well."""
    global _hard_file
    if _hard_file is not None:
        faulthandler.disable()
        name = Path(_hard_file.name)
        _hard_file.close()
        _hard_file = None
        with contextlib.suppress(OSError):
            name.unlink()


class Crash(QObject):
    """Takes every exception that nobody expected, from any thread, into one dialog in the GUI thread."""

    _came = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self._window = window
        self._came.connect(self._show)
        self._old = sys.excepthook
        sys.excepthook = self.hook
        threading.excepthook = self._thread_hook

    def let_go(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._old
        threading.excepthook = threading.__excepthook__

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and show it, once for each distinct traceback."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical("unexpected: %s", text)
        if text not in self._seen:
            self._seen.add(text)
            self._came.emit(text)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.hook(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        parent = self._window or QApplication.activeWindow()
        from ui.window.crash_dialog import CrashDialog  # a start without a crash does not pay for it

        CrashDialog(parent, report(text)).open()


def report(text: str) -> str:
    """Return a report to send: versions, system, traceback; no text of any article."""
    import platform

    from desk.database import engine  # the sign-in does without; by now it is loaded
    from desk.version import version

    out = io.StringIO()
    out.write(f"Bàn biên tập {version()}\n")
    for name, value in (
        ("Python", platform.python_version()),
        ("Qt", PySide6.__version__),
        engine.library(),
        ("Hệ điều hành", platform.platform()),
    ):
        out.write(f"{name}: {value}\n")
    out.write(f"\n{text}")
    return out.getvalue()


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    logging.getLogger("qt").log(level, "%s", message)
