"""Dạy bằng số cũ: a folder of old issues is read, counted together with the approved articles, and kept as counts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.errors import DeskError
from desk.proofing import teaching
from desk.registers import proposals, taught
from ui.controls.file_dialogs import choose_folder
from ui.controls.labels import button
from ui.controls.progress_dialog import ProgressDialog
from ui.intake.entry import Entry
from ui.intake.reading import Reading
from ui.registers.page import RegistersPage
from ui.session.operation import Op
from ui.words import wording

_NAMED = 3  # files that could not be read, named in the bar


class Teaching(QObject):
    """The two ways to teach: by a folder and the approved articles, or by these alone."""

    def __init__(self, page: RegistersPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self._texts: list[str] = []
        self._folder = ""
        self._refused: list[str] = []  # names of files that could not be read
        self._reading: Reading | None = None
        self._progress: ProgressDialog | None = None
        self.by_folder = button(self.tr("Dạy bằng thư mục số cũ…"), self.choose, "folder", primary=True)
        self.by_approved = button(self.tr("Dạy bằng các bài đã duyệt"), self.teach_approved, "approve")
        refused = refusal(Act.TEACH, self._session.me.roles)
        for at, one in enumerate((self.by_folder, self.by_approved)):
            one.setEnabled(refused is None)
            one.setToolTip(wording.error(refused) if refused is not None else "")
            page.taught.ways.insertWidget(at, one)

    def choose(self) -> None:
        """Ask for the folder of old issues."""
        folder = choose_folder(self._page, self.tr("Thư mục các số bản tin cũ"), "teaching/folder")
        if folder is not None:
            self.teach(folder)

    def teach(self, folder: Path) -> None:
        """Read a folder of files of any kind, then count; what cannot be read is passed over and told."""
        self._begin(self.tr("Đang đọc các số cũ"))
        self._folder = folder.name
        reading = self._reading = Reading(self._session.client, self)
        reading.came.connect(self._take)
        reading.progressed.connect(self._progressed)
        reading.add([folder])

    def teach_approved(self) -> None:
        """Count the approved articles of the desk alone."""
        self._begin(self.tr("Đang học các bài đã duyệt"))
        self._count()

    def _begin(self, title: str) -> None:
        self._texts, self._refused, self._folder = [], [], ""
        self._progress = ProgressDialog(self._page.window(), title, self.tr("Đang mở…"))
        self._progress.cancelled.connect(self._stop)
        self._progress.show()

    def _take(self, entries: list[Entry]) -> None:
        for entry in entries:
            document = entry.source.document if entry.source is not None else None
            if document is None:
                self._refused.append(entry.name.rpartition(" › ")[2])
            else:
                self._texts.append("\n".join(piece.words for piece in document.pieces))

    def _progressed(self, done: int, total: int) -> None:
        if self._progress is None or self._reading is None:
            return
        self._progress.show_step(
            done, self.tr("Đã đọc {n} bài").format(n=wording.number(len(self._texts))), total
        )
        if done == total and not self._reading.is_reading():
            self._end_reading()
            self._count()

    def _count(self) -> None:
        if self._progress is not None:
            self._progress.commit(self.tr("Đang đếm chữ…"))
        self._page.ask(proposals.approved, self._count_with)

    def _count_with(self, approved: tuple[proposals.ReadArticle, ...]) -> None:
        texts = [*self._texts, *(f"{one.title}\n{one.text}" for one in approved)]
        self._texts = []
        if not texts:
            self._end()
            self._session.say(self.tr("Không có bài nào để dạy."), "warning")
            return
        counting = partial(teaching.count, texts)
        self._session.client.abroad(
            self,
            counting,
            lambda counts: self._keep(counts, len(texts)),
            refused=self._failed,
        )

    def _keep(self, counts: bytes, articles: int) -> None:
        self._end()
        did = self.tr("dạy máy soát lỗi bằng {n} bài").format(n=wording.number(articles))
        if self._folder:
            did += self.tr(" (thư mục “{folder}” và các bài đã duyệt)").format(folder=self._folder)
        if self._refused:
            names = ", ".join(self._refused[:_NAMED]) + ("…" if len(self._refused) > _NAMED else "")
            did += self.tr(", {n} tệp không đọc được: {names}").format(n=len(self._refused), names=names)
        who = self._session.who
        Op(lambda: taught.keep(who, counts, articles), did).run(self._session, self)

    def _failed(self, error: DeskError) -> None:
        self._end()
        self._page.regret(error)

    def _stop(self) -> None:
        """Leave off reading; what was taught before stays."""
        self._end_reading()
        self._end()

    def _end_reading(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.end()
            reading.deleteLater()

    def _end(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.end()
