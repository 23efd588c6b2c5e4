"""The registers from and to Excel, and what approved articles propose for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial  # what is sent to a process must be picklable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.errors import DeskError
from desk.export.write_files import write_file
from desk.registers import importing, page, proposals
from desk.registers.entries import Entry
from desk.registers.importing import Proposed
from desk.registers.proposals import Proposal, ReadArticle
from desk.registers.row_faults import ReadRegister, RowFault
from desk.registers.workbook import workbook
from ui.controls.file_dialogs import choose_file, choose_new_file
from ui.registers import operations
from ui.registers.import_dialog import RegisterImportDialog
from ui.session.session import Session
from ui.words import wording

_ABOUT = "register file"
_KINDS = "Excel (*.xlsx)"
_FOLDER = "registers/folder"


class InAndOut(QObject):
    """Asks for the file, reads or writes it away from the window, shows what would be taken in."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.dialog: RegisterImportDialog | None = None

    # -- in --------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask which workbook, and read it."""
        path = choose_file(self._window, self.tr("Nhập sổ tay từ Excel"), _FOLDER, _KINDS)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a workbook and show what it would bring."""
        self._session.say(self.tr("Đang đọc “{name}”…").format(name=path.name), about=_ABOUT)
        self._session.client.away(
            self, partial(_read, path), lambda found: self._preview(path, found), refused=self._regret
        )

    def _preview(self, path: Path, found: ReadRegister) -> None:
        entries = [one.entry for one in found.entries]
        self._session.client.ask(
            self,
            lambda: importing.preview(entries),
            lambda proposed: self._show(
                self.tr("Từ “{name}”.").format(name=path.name), proposed, found.faults, path.name
            ),
            refused=self._regret,
        )

    def propose(self) -> None:
        """Look through the approved articles for what the registers do not know."""
        self._session.say(self.tr("Đang xem các bài đã duyệt…"), about=_ABOUT)
        self._session.client.ask(self, _approved, lambda asked: self._look(*asked), refused=self._regret)

    def _look(self, articles: Sequence[ReadArticle], known: Sequence[Entry]) -> None:
        self._session.client.abroad(
            self,
            partial(proposals.proposed, articles, known),
            lambda found: self._offer(len(articles), found),
            refused=self._regret,
        )

    def _offer(self, read: int, found: Sequence[Proposal]) -> None:
        told = self.tr(
            "Văn bản được trích dẫn và người có chức danh trong {n} bài đã duyệt mới nhất mà sổ tay chưa có. Ngày "
            "giữ chức danh để trống, nên xem lại sau khi nhập."
        ).format(n=wording.number(read))
        entries = [one.entry for one in found]
        self._session.client.ask(
            self,
            lambda: importing.preview(entries),
            lambda proposed: self._show(told, proposed, (), ""),
            refused=self._regret,
        )

    def _show(self, told: str, proposed: Sequence[Proposed], faults: Sequence[RowFault], file: str) -> None:
        def take(
            chosen: Sequence[Entry], then: Callable[[], object], refused: Callable[[DeskError], None]
        ) -> None:
            done = operations.take_in(self._session, chosen, file)
            done.run(self._session, self, lambda _: then(), refused=refused)

        self._session.over.emit(_ABOUT)
        self.dialog = RegisterImportDialog(self._window.window(), told, proposed, faults, take)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    # -- out -------------------------------------------------------------------------------------------

    def write_all(self) -> None:
        """Ask where to, then write every register into one workbook."""
        path = self._new_file(self.tr("Xuất sổ tay"), f"so-tay-{clock.today():%Y-%m-%d}.xlsx")
        if path is not None:
            self._session.client.ask(
                self, page.read, lambda book: self._write(path, book.entries()), refused=self._regret
            )

    def write_form(self) -> None:
        """Ask where to, then write the form that is filled in with Excel."""
        path = self._new_file(self.tr("Lưu tệp mẫu"), "so-tay-mau.xlsx")
        if path is not None:
            self._write(path, ())

    def _new_file(self, title: str, name: str) -> Path | None:
        path = choose_new_file(self._window, title, _FOLDER, name, _KINDS)
        if path is None or path.suffix.lower() == ".xlsx":
            return path
        return path.with_name(path.name + ".xlsx")

    def _write(self, path: Path, entries: Sequence[Entry]) -> None:
        self._session.client.abroad(
            self, partial(_written, path, tuple(entries)), self._tell, refused=self._regret
        )

    def _tell(self, path: Path) -> None:
        text = self.tr("Đã ghi “{name}”.").format(name=path.name)
        self._session.say(text, "done", self.tr("Mở tệp"), lambda: _open(path), _ABOUT)

    def _regret(self, error: DeskError) -> None:
        self._session.say(wording.error(error), "error", about=_ABOUT)


def _read(path: Path) -> ReadRegister:
    from desk.registers.read_workbook import read_apart  # with lxml

    return read_apart(path)


def _approved() -> tuple[Sequence[ReadArticle], Sequence[Entry]]:
    return proposals.approved(), page.read().entries()


def _written(path: Path, entries: Sequence[Entry]) -> Path:
    return write_file(workbook(entries), path)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
