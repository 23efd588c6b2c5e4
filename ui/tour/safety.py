"""The tour's last chapter: backups and what is in one, the archive, salvage, the check-up, the recovery code."""

from __future__ import annotations

from datetime import timedelta

from desk import clock
from desk.acts import journal
from desk.integrity.database import CheckResult, Finding
from desk.paths import DESK_FILE
from desk.safety import backups, restore
from desk.safety.facts import Reason
from ui.safety.archive_dialog import ArchiveDialog
from ui.safety.dialog import BackupsDialog, Source
from ui.safety.inside_dialog import InsideDialog
from ui.safety.salvage_dialog import SalvageDialog
from ui.safety.way_out import WayOut
from ui.settings.recovery_dialog import RecoveryCodeDialog
from ui.tour.guide import Guide
from ui.window.check_dialog import CheckDialog

_ADMIN = "Mai Xuân Trường"
_CODE = "KM7QP-4XRTA-9WDHN-EJC2F"  # of no desk
_FOUND = (
    CheckResult(Finding.TEXT_CHANGED, "3/1"),
    CheckResult(Finding.ROW, "person 4", "CHANGED"),
    CheckResult(Finding.APPROVAL, "3/1", "APPROVAL"),
)


def walk(guide: Guide) -> None:
    """Photograph what keeps the desk safe, in the order in which somebody needs it."""
    desk = guide.out / "du-lieu" / DESK_FILE
    for why, rest in ((Reason.RELEASE, 26), (Reason.INTERVAL, 1), (Reason.HAND, 0)):
        guide.at_desk(backups.make, desk, why)
        guide.clock.rest(clock.local(clock.now()) + timedelta(hours=rest))
    newest = backups.listed(desk)[0]
    inside = guide.at_desk(restore.look_inside, newest.path)
    code = journal.code(guide.at_desk(journal.head))
    window = guide.sit(_ADMIN)
    listed = BackupsDialog(window, guide.client, Source(desk))
    check = CheckDialog(window, (), lambda _, told, __: told(True))
    check.code.setText(code)
    told = "Tệp dữ liệu bị hỏng nên không mở được. Có thể phục hồi từ bản sao lưu, hoặc cứu những gì còn đọc được."
    for name, dialog in (
        ("sao-luu", listed),
        ("xem-trong-ban-sao-luu", InsideDialog(listed, newest, inside)),
        (
            "khong-mo-duoc",
            WayOut(window, "Chưa mở được bàn biên tập", told, ("Phục hồi từ bản sao lưu…", "Cứu dữ liệu…")),
        ),
        ("cuu-du-lieu", SalvageDialog(window, desk)),
        ("xuat-kho-luu-tru", ArchiveDialog(window, [2019])),
        ("kiem-tra-du-lieu", check),
        ("kiem-tra-thay-cho-khong-on", CheckDialog(window, _FOUND)),
        ("ma-khoi-phuc", RecoveryCodeDialog(window, _CODE, guide.data.names.department)),
    ):
        dialog.show()
        if dialog is check:
            check.press.click()
        guide.settle(0.3)
        guide.shoot(name, dialog)
    for dialog in (check, listed):
        dialog.close()
    guide.leave(window)
