"""Salvage where the desk's file cannot be opened: there is no window yet, one dialog follows the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.errors import Cancelled, DeskError, FileTrouble, Trouble
from desk.safety.salvage import LIST
from desk.safety.salvaged import Salvaged
from ui.controls.opened_copy import open_path
from ui.controls.progress_dialog import ProgressDialog
from ui.look import local_settings
from ui.safety import salvage_dialog
from ui.safety.salvage_dialog import SalvageDialog
from ui.safety.way_out import WayOut
from ui.safety.writing_out import refusal, salvage_work, show
from ui.session.own_process import OwnProcess
from ui.words import salvage as words

_DAMAGED = frozenset({Trouble.CORRUPT, Trouble.NOT_A_DESK, Trouble.IO})


def can_be_salvaged(error: DeskError) -> bool:
    """Say whether what keeps a desk from being opened is a damage of its file."""
    return isinstance(error, FileTrouble) and error.kind in _DAMAGED


def run(file: Path) -> Salvaged | None:
    """Ask where to, salvage, and say what came of it; return that, None when nothing did."""
    folder = SalvageDialog.ask(None, file)
    if folder is None:
        return None
    local_settings.write(salvage_dialog.KEY, str(folder))
    work = OwnProcess(None, partial(salvage_work, file, folder))
    progress = ProgressDialog(None, _tr("Đang cứu dữ liệu"), _tr("Đang bắt đầu…"))
    came: list[Any] = []
    for signal in (work.done, work.refused):
        signal.connect(came.append)
        signal.connect(lambda _: progress.end())
    work.progressed.connect(partial(show, progress))
    progress.cancelled.connect(work.stop)
    work.start()
    progress.exec()
    return _told(came[0]) if came else None


def _told(came: Salvaged | DeskError) -> Salvaged | None:
    if isinstance(came, Cancelled):
        return None
    if isinstance(came, DeskError):
        WayOut.ask(None, _tr("Chưa cứu được dữ liệu"), refusal(came), (_tr("Đóng lại"),))
        return None
    if WayOut.ask(None, _tr("Đã cứu dữ liệu"), words.salvaged(came), (_tr("Mở danh sách"),)) == 0:
        open_path(came.folder / LIST)
    return came


def _tr(text: str) -> str:
    return QCoreApplication.translate("salvage", text)
