"""A restore, asked for and waited for; with a desk or without one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desk.errors import BackupFault, BadBackup, DeskError
from desk.safety import restore
from desk.safety.facts import Backup
from desk.safety.restore import Restored
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.form_dialog import FormDialog
from ui.safety import second_place
from ui.safety.wait_dialog import WaitDialog
from ui.session.desk_client import DeskClient
from ui.words import safety as words
from ui.words import wording


def agreed(parent: QWidget | None, backup: Backup, desk: Path) -> bool:
    """Ask whether a backup is to be restored, with what that means; another desk's is refused or asked for twice."""
    try:
        fault = restore.standing(backup, desk)
        if fault is BackupFault.OTHER_DESK:
            raise BadBackup(fault, backup.name)
    except DeskError as error:
        _tell(parent, _tr("Chưa phục hồi được"), wording.error(error))
        return False
    title = _tr("Phục hồi về bản sao lưu {when}?").format(when=words.day_and_time(backup.made))
    told = [_tr("Những việc làm sau lúc đó sẽ không còn trong bàn biên tập.")]
    if desk.exists():
        told.append(_tr("Dữ liệu đang có được giữ lại ở tệp khác trong cùng thư mục, không bị ghi đè."))
    if fault is not None:
        told.insert(0, wording.error(BadBackup(fault, backup.name)))
    return ChoiceDialog.ask(parent, title, "\n\n".join(told), (_tr("Phục hồi"),), cautious=True) == 0


def run(client: DeskClient, parent: QWidget | None, path: Path, desk: Path, by: str = "") -> Restored | None:
    """Restore a backup that was agreed to, the desk's file being closed; say what came of it. None when refused.

    It is not stopped half-way: what lies there is moved only once the backup is proven and copied.
    """
    dialog = UnbrokenWait(parent, _tr("Đang phục hồi…"), _tr("Bản sao lưu được kiểm tra trước khi dùng."), "")
    found: list[Restored] = []
    refusals: list[DeskError] = []

    def begin() -> None:
        work = partial(restore.restore, path, desk, by=by, other=True, second=second_place.folder())
        client.abroad(dialog, work, _then(dialog, found), refused=_then(dialog, refusals))

    dialog.wait(begin)
    if not found:
        why = wording.error(refusals[0]) if refusals else ""
        _tell(parent, _tr("Chưa phục hồi được"), why)
        return None
    done = found[0]
    told = _tr("Bàn biên tập nay như lúc được sao lưu. Xin đăng nhập lại.")
    if done.aside is not None:
        told += "\n\n" + _tr("Dữ liệu trước đó ở tệp “{name}”.").format(name=done.aside.name)
    _tell(parent, _tr("Đã phục hồi"), told)
    return done


class ToldDialog(FormDialog):
    """Says what came of it; there is nothing to choose."""

    def __init__(self, parent: QWidget | None, title: str, told: str) -> None:
        super().__init__(parent, title, told, accept=_tr("Đóng"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()


class UnbrokenWait(WaitDialog):
    """A wait that nobody leaves."""

    def __init__(self, parent: QWidget | None, title: str, told: str, leave: str) -> None:
        super().__init__(parent, title, told, leave)
        self.ok.hide()

    def leave(self) -> None:
        """Stay."""


def _then(dialog: WaitDialog, kept: list) -> Callable[[object], None]:  # type: ignore[type-arg]  # of two kinds
    def came(one: object) -> None:
        kept.append(one)
        dialog.over()

    return came


def _tell(parent: QWidget | None, title: str, told: str) -> None:
    dialog = ToldDialog(parent, title, told)
    dialog.exec()
    dialog.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("restoring", text)
