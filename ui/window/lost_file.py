"""A start without a desk that could be opened: what stands in the way is said, and a backup can be restored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk.errors import DeskError, FileTrouble, Trouble
from ui.controls.choice_dialog import ChoiceDialog
from ui.safety.way_out import WayOut
from ui.session.desk_client import DeskClient

_CURED = frozenset({Trouble.CORRUPT, Trouble.NOT_A_DESK, Trouble.ABSENT, Trouble.IO, Trouble.NEWER})
_FOLDER = "sao-luu"  # desk.safety.facts: it is loaded when somebody wants a backup


def is_lost(desk: Path) -> bool:
    """Say whether a desk that had backups is not there any more."""
    return not desk.exists() and any((desk.parent / _FOLDER).glob("*.sqlite"))


def wants_another_desk(desk: Path) -> bool | None:
    """Ask what is to be done where the desk is lost: True founds a new one, False restores, None leaves."""
    told = _tr(
        "Không thấy tệp dữ liệu “{path}”, nhưng có bản sao lưu ở bên cạnh. Nếu tệp chỉ bị chuyển đi, hãy đóng "
        "chương trình và chuyển tệp về chỗ cũ."
    ).format(path=desk)
    answers = (_tr("Phục hồi từ bản sao lưu…"), _tr("Lập bàn biên tập mới"))
    chosen = WayOut.ask(None, _tr("Không thấy dữ liệu"), told, answers)
    return None if chosen < 0 else chosen == 1


def regret(error: DeskError, desk: Path) -> bool:
    """Say why the desk cannot be opened; True when somebody wants to restore a backup instead.

    What a damaged file still holds can be salvaged from here.
    """
    from ui.safety import at_start
    from ui.words import wording

    path = getattr(error, "path", "")
    title = _tr("Chưa mở được bàn biên tập")
    told = f"{wording.error(error)}\n\n{path}".strip()
    if isinstance(error, FileTrouble) and error.kind in _CURED:
        answers = [_tr("Phục hồi từ bản sao lưu…")]
        if at_start.can_be_salvaged(error):
            answers.append(_tr("Cứu dữ liệu…"))
        chosen = WayOut.ask(None, title, told, tuple(answers))
        if chosen == 1:
            at_start.run(desk)
        return chosen == 0
    ChoiceDialog.ask(None, title, told, (_tr("Đóng"),))
    return False


def restore(client: DeskClient, desk: Path) -> bool:
    """Let somebody choose a backup, and restore it; the desk's file is closed."""
    from ui.safety import dialog, restoring

    chosen = dialog.choose(None, client, dialog.Source(desk, is_open=False))
    return chosen is not None and restoring.run(client, None, chosen.path, desk) is not None


def _tr(text: str) -> str:
    return QCoreApplication.translate("lost_file", text)
