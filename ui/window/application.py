"""The application before there is a desk: its one QApplication, what it wears, where its log goes."""

from __future__ import annotations

import locale
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desk.paths import private_file, private_folder
from ui.look import local_settings, style
from ui.window import short_frames
from ui.words.qt import QtWords

_APP_ID = "BanBienTap.BanTinThongBaoNoiBo"


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    """Make the QApplication: Vietnamese locale, Fusion, our words for Qt's, the task bar's name."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(_APP_ID)
    QApplication.setApplicationName("Bàn biên tập")
    QLocale.setDefault(QLocale("vi_VN"))
    app = QApplication(
        [*sys.argv[:1], "-style", "Fusion"]
    )  # setStyle would hand out a QStyle: its class is 5 ms
    locale.setlocale(locale.LC_NUMERIC, "C")
    words = QtWords(app)
    QApplication.installTranslator(words)
    short_frames.collect_here(app)
    return app


def dress(folder: Path) -> None:
    """Take the fonts, the scheme and the size of words that this machine last wore."""
    local_settings.use(folder)
    style.load_fonts()
    style.look().wear(local_settings.read_scheme(), local_settings.read_text_size())
    QApplication.setWindowIcon(style.icon("book", "accent"))


def log_folder(folder: Path) -> Path:
    """Return where the log goes: the desk's own folder, or a temporary one where that cannot be written."""
    logs = folder / "log"
    try:
        private_folder(private_folder(folder) / "log")
        private_file(logs / "desk.log").open("a", encoding="utf-8").close()
    except OSError:
        return Path(tempfile.gettempdir()) / "ban-bien-tap-log"
    return logs
