"""The list of backups, with a desk or without one: what each is, whether it is proven; looked into, restored from."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QTableWidgetItem, QWidget

from desk.errors import Cancelled, DeskError
from desk.safety import backups, restore
from desk.safety.backups import Made, Proof
from desk.safety.facts import Backup, Reason
from desk.safety.restore import Inside
from ui.controls import file_dialogs
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.flow_layout import FlowLayout
from ui.controls.form_dialog import FormDialog
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label
from ui.look import style
from ui.look.text_size import px
from ui.safety import making, restoring, second_place
from ui.safety.inside_dialog import InsideDialog
from ui.session.desk_client import DeskClient
from ui.words import safety as words

_WHEN, _WHY, _SIZE, _PLACE, _LAST, _ISSUE, _PROOF = range(7)
_SIGNS = {
    Proof.PROVEN: ("done", "green"),
    Proof.FAULTY: ("warning", "amber"),
    Proof.TAMPERED: ("error", "accent"),
    Proof.UNKNOWN: ("help", "amber"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Whose backups are shown: the desk's file, whether it is open, and why one may not restore ("" when one may)."""

    desk: Path
    is_open: bool = True
    refused: str = ""


class BackupsDialog(FormDialog):
    """Lists the backups of both places; each is compared, one after another, with what is kept beside it."""

    chosen = Signal(object)  # the Backup to restore, agreed to; the dialog is gone then
    made = Signal()

    def __init__(self, parent: QWidget | None, client: DeskClient, source: Source) -> None:
        super().__init__(parent, "Bản sao lưu", "", accept="Đóng")
        self.setMinimumSize(px(1080), px(440))
        self._client, self._source = client, source
        self._rows: list[Backup] = []
        self._proofs: dict[Path, Proof] = {}
        self._gone = threading.Event()  # what is compared when the dialog goes is left off
        self.table = FramedTable(
            self.tr("Bản sao lưu"),
            (
                self.tr("Lúc"),
                self.tr("Vì sao"),
                self.tr("Dung lượng"),
                self.tr("Nơi"),
                self.tr("Việc cuối cùng"),
                self.tr("Số"),
                self.tr("Kiểm tra"),
            ),
            (130, 110, 80, 90, 60, 290),
            stretch=_LAST,
        )
        self.table.itemActivated.connect(lambda _: self.look_inside())
        self.table.currentCellChanged.connect(lambda *_: self._follow())
        self.body.addWidget(self.table, 1)
        self.second = label("", "muted", wrap=True)
        self.body.addWidget(self.second)
        self._add_buttons()
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()
        self.read()

    def _add_buttons(self) -> None:
        self.now = button(self.tr("&Sao lưu ngay"), self.make_now, "save")
        self.inside = button(self.tr("&Xem bên trong"), self.look_inside, "eye")
        self.back = button(self.tr("&Phục hồi…"), self.restore, "restore")
        self.choose = button(self.tr("Chọn &nơi thứ hai…"), self.choose_second, "folder")
        self.folder = button(self.tr("&Mở thư mục"), self.open_folder, "folder")
        holder, row = QWidget(), FlowLayout(0)
        for push in (self.now, self.inside, self.back, self.choose, self.folder):
            push.setAutoDefault(False)
            row.addWidget(push)
        holder.setLayout(row)
        self.body.addWidget(holder)
        self.now.setVisible(self._source.is_open)

    # -- the list --------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read which backups there are, anew."""
        place = second_place.folder()
        if not place:
            told = self.tr("Chưa chọn nơi thứ hai. Nên chọn một ổ khác (USB, ổ cứng rời) để phòng hỏng máy.")
        else:
            told = self.tr("Nơi thứ hai: {place}").format(place=place)
            if second_place.is_late():
                told += " – " + self.tr("hơn 7 ngày chưa sao lưu được vào đây")
        self.second.setText(told)
        beside = partial(second_place.on_the_drive_of, self._source.desk, place)
        self._client.away(self, beside, partial(self._warn_of_one_drive, place, told), refused=self.complain)
        self._client.away(
            self, partial(backups.listed, self._source.desk, place), self._show, refused=self.complain
        )

    def _warn_of_one_drive(self, place: str, told: str, one: bool) -> None:
        if one and place == second_place.folder():  # another may have been chosen meanwhile
            warning = self.tr("cùng ổ với bàn biên tập: hỏng ổ này là mất cả hai")
            self.second.setText(f"{told} – {warning}")

    def row(self) -> Backup | None:
        """Return the chosen backup."""
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def choose_row(self, at: int) -> None:
        """Choose a backup by its place in the list."""
        self.table.setCurrentCell(at, 0)

    def _show(self, rows: list[Backup]) -> None:
        before = self.row()
        self._rows = rows
        self.table.setRowCount(len(rows))
        for at, backup in enumerate(rows):
            self._fill(at, backup)
        self.intro.setText(words.newest(rows[0] if rows else None))
        self.intro.setVisible(True)
        if rows:
            paths = [one.path for one in rows]
            self.choose_row(paths.index(before.path) if before and before.path in paths else 0)
        self._follow()
        self._prove_next()

    def _fill(self, at: int, backup: Backup) -> None:
        of = backup.facts.of if backup.facts is not None else None
        last = words.last_act(of.entry) if of else ""
        cells = (
            words.day_and_time(backup.made),
            words.reason(backup),
            words.size(backup.size),
            words.place(backup),
            last,
            of.issue if of else "",
            self._proof_words(backup),
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(str(backup.path) if column == _WHEN else text)
            if column == _SIZE:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, column, item)
        proof = self._proofs.get(backup.path)
        cell = self.table.item(at, _PROOF)
        if proof is not None and cell is not None:
            cell.setIcon(style.icon(*_SIGNS[proof]))

    def _proof_words(self, backup: Backup) -> str:
        proof = self._proofs.get(backup.path)
        if proof is None:
            return self.tr("Đang kiểm tra…")
        return ", ".join(part for part in (words.proof(proof), words.tried(backup)) if part)

    def _prove_next(self) -> None:
        left = next((one for one in self._rows if one.path not in self._proofs), None)
        if left is None or self._gone.is_set():
            return
        work = partial(backups.prove, left, stop=self._gone.is_set)
        self._client.away(self, work, partial(self._proven, left), refused=partial(self._not_proven, left))

    def _not_proven(self, backup: Backup, error: DeskError) -> None:
        if not isinstance(error, Cancelled):
            self._proven(backup, Proof.TAMPERED)  # it cannot be read

    def _proven(self, backup: Backup, proof: Proof) -> None:
        self._proofs[backup.path] = proof
        for at, one in enumerate(self._rows):
            if one.path == backup.path:
                self._fill(at, one)
        self._follow()
        self._prove_next()

    def _follow(self) -> None:
        row = self.row()
        proof = self._proofs.get(row.path) if row is not None else None
        self.inside.setEnabled(row is not None)
        self.folder.setEnabled(row is not None or self._source.desk.parent.exists())
        self.back.setEnabled(row is not None and not self._source.refused and proof is not Proof.TAMPERED)
        self.back.setToolTip(self._source.refused)

    # -- what is done with one -------------------------------------------------------------------------

    def make_now(self) -> None:
        """Make a backup."""
        self.now.setEnabled(False)
        self.intro.setText(self.tr("Đang sao lưu và kiểm tra…"))
        making.make(self._client, self, self._source.desk, Reason.HAND, self._made, self._not_made)

    def _made(self, made: Made) -> None:
        self.now.setEnabled(True)
        self.fault.hide()
        if made.second is not None:
            self.complain(making.of_second(made.second))
        self.made.emit()
        self.read()

    def _not_made(self, error: DeskError) -> None:
        self.now.setEnabled(True)
        self.complain(error)
        self.read()

    def look_inside(self) -> None:
        """Show what is in the chosen backup."""
        row = self.row()
        if row is not None:
            work, then = partial(restore.look_inside, row.path), partial(self._show_inside, row)
            self._client.abroad(self, work, then, refused=self.complain)

    def _show_inside(self, backup: Backup, found: Inside) -> None:
        dialog = InsideDialog(self, backup, found)
        dialog.exec()
        dialog.deleteLater()

    def restore(self) -> None:
        """Ask, and hand the chosen backup on to be restored."""
        row = self.row()
        if row is not None and self.back.isEnabled() and restoring.agreed(self, row, self._source.desk):
            self.accept()
            self.chosen.emit(row)

    def choose_second(self) -> None:
        """Choose the folder of the second place, or give it up."""
        title = self.tr("Chọn nơi thứ hai để giữ bản sao lưu")
        if second_place.folder():
            told = self.tr("Đang dùng “{place}”.").format(place=second_place.folder())
            ways = (self.tr("Chọn thư mục khác…"), self.tr("Thôi dùng nơi thứ hai"))
            way = ChoiceDialog.ask(self, self.tr("Nơi thứ hai"), told, ways)
            if way == 1:
                self._chosen_second("")
            if way != 0:
                return
        folder = file_dialogs.choose_folder(self, title, "backup/asked", second_place.folder())
        if folder is not None:
            self._chosen_second(str(folder))

    def _chosen_second(self, folder: str) -> None:
        second_place.choose(folder)
        self.made.emit()
        self.read()
        if folder and self._source.is_open:
            self.make_now()  # a place that is empty until the next backup keeps nothing yet

    def open_folder(self) -> None:
        """Open the folder of the chosen backup, or that of the desk's."""
        row = self.row()
        folder = row.path.parent if row is not None else backups.first_place(self._source.desk)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.exists() else folder.parent)))

    def done(self, result: int) -> None:
        """Go, and leave off what is still being compared."""
        self._gone.set()
        super().done(result)


def choose(parent: QWidget | None, client: DeskClient, source: Source) -> Backup | None:
    """Let somebody choose a backup to restore, where no desk is open; None when they step back."""
    dialog = BackupsDialog(parent, client, source)
    met: list[Backup] = []
    dialog.chosen.connect(met.append)
    dialog.exec()
    dialog.deleteLater()
    return met[0] if met else None
