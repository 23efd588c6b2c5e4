"""The backup when the program ends: a short wait, and what is not done by then is left off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from desk.cancel import StopFile
from desk.errors import DeskError
from desk.safety.backups import Made
from desk.safety.facts import Reason
from desk.safety.standing import standing
from ui.safety import making
from ui.safety.wait_dialog import WaitDialog
from ui.session.desk_client import DeskClient

MOST = 5_000  # ms that it may keep the program


def back_up(client: DeskClient) -> bool:
    """Make a backup of what was done since the last one; True when there is nothing (more) to back up.

    The desk is open, its window closed. What is left off leaves nothing under a good name.
    """
    now = client.wait(standing)
    if not now.changed:
        return True
    tr = partial(QCoreApplication.translate, "closing")
    title, told = tr("Đang sao lưu trước khi đóng…"), tr("Thường xong trong vài giây.")
    dialog, stop, found = WaitDialog(None, title, told, tr("Đóng ngay")), StopFile(), list[Made]()

    def made(one: Made) -> None:
        found.append(one)
        dialog.over()

    def refused(_: DeskError) -> None:
        dialog.over()  # it is in the log; the next start makes another

    if not dialog.wait(
        lambda: making.make(client, dialog, now.desk, Reason.CLOSE, made, refused, stop), MOST
    ):
        stop.set()
    return bool(found)
