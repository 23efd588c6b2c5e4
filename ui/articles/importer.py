"""File → Nhập bài: files are read off the GUI thread, shown one by one, and become drafts."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial  # what is sent to a process must be picklable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.acts.gate import Changes
from desk.department import sections
from desk.department.sections import SectionRow
from desk.errors import DeskError
from desk.intake.result import Taken, with_picture
from desk.pictures import stored_pictures
from desk.pictures.stored_pictures import PictureRow
from ui.articles import operations
from ui.articles.import_dialog import ImportDialog, ImportWish
from ui.session.session import Session
from ui.words import wording

if TYPE_CHECKING:  # with Pillow, which is loaded for the first photograph
    from desk.pictures.prepared_picture import Prepared

Photos: TypeAlias = deque[tuple[str, Path]]  # the captions' paragraphs, and what is put over them


class Importer(QObject):
    """Takes in one file after the other; a refused file does not stop the next."""

    taken = Signal(int)  # the new article

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._waiting: deque[Path] = deque()

    def choose(self) -> None:
        """Ask for files and take them in."""
        self.take(ImportDialog.choose_files(self._window))

    def take(self, paths: list[Path]) -> None:
        """Take these files in."""
        self._waiting.extend(paths)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            from desk.intake.files import take_in  # nh3 and Pillow are loaded when they are needed

            path = self._waiting.popleft()
            self._session.client.away(
                self, lambda: take_in(path), lambda taken: self._read(path, taken), refused=self._refused
            )

    def _read(self, path: Path, taken: Taken) -> None:
        self._session.client.ask(
            self, sections.listing, lambda rows: self._offer(path, taken, rows), refused=self._refused
        )

    def _offer(self, path: Path, taken: Taken, rows: list[SectionRow]) -> None:
        wish = ImportDialog.ask(self._window, path.name, taken, rows)
        if wish is None:
            self._next()
            return
        self._illustrate(wish, deque(wish.pictures))

    def _illustrate(self, wish: ImportWish, photos: Photos) -> None:
        """Prepare and store the photographs one by one; a refused one leaves its caption as a line."""
        if not photos:
            self._create(wish)
            return
        from desk.pictures.prepare import prepare_file

        block_id, photo = photos.popleft()

        self._session.client.abroad(
            self,
            partial(prepare_file, photo),
            lambda prepared: self._store(prepared, wish, block_id, photos),
            refused=lambda error: self._leave_out(error, wish, photos),
        )

    def _store(self, prepared: Prepared, wish: ImportWish, block_id: str, photos: Photos) -> None:
        who = self._session.who
        self._session.client.ask(
            self,
            lambda: stored_pictures.add_prepared(who, prepared),
            lambda row: self._place(row, wish, block_id, photos),
            refused=lambda error: self._leave_out(error, wish, photos),
        )

    def _place(self, row: PictureRow, wish: ImportWish, block_id: str, photos: Photos) -> None:
        text = with_picture(wish.text, block_id, row.sha256)
        self._illustrate(replace(wish, text=text), photos)

    def _leave_out(self, error: DeskError, wish: ImportWish, photos: Photos) -> None:
        self._session.say(wording.error(error), "error")
        self._illustrate(wish, photos)

    def _create(self, wish: ImportWish) -> None:
        op = operations.create(self._session, wish.text, wish.section_id)
        op.run(
            self._session,
            self,
            lambda changes: self._created(wish.text.title, changes),
            refused=self._refused,
        )

    def _created(self, title: str, changes: Changes) -> None:
        self._session.say(self.tr("Đã nhập “{title}” thành bản thảo.").format(title=title))
        (article_id,) = changes.articles
        self.taken.emit(article_id)
        self._next()

    def _refused(self, error: DeskError) -> None:
        self._session.say(wording.error(error), "error")
        self._next()
