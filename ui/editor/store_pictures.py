"""The pictures of the sheet in the editor: prepared in a process, stored, put where they were meant to stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk.errors import DeskError
from desk.intake.kinds import SUFFIXES
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from desk.pictures.stored_pictures import PictureRow
from ui.editor.form import ArticleForm
from ui.session.session import Session
from ui.words import wording

_ARTICLES = SUFFIXES | {".ics", ".vcs"}


class Photographs(QObject):
    """Knows the bytes of the pictures on the sheet, and takes new ones in."""

    articles_offered = Signal(
        list
    )  # list[Path]: files and folders that are no pictures, but articles or calendars

    def __init__(self, session: Session, form: ArticleForm, sheet: Callable[[], object]) -> None:
        super().__init__(form)
        self._session, self._form, self._sheet = session, form, sheet
        self.known: dict[str, bytes] = {}
        form.body.set_picture_source(self.known.get)
        form.pictures_offered.connect(self._take_pictures)
        form.files_offered.connect(self._take_files)

    def begin(self, pictures: Mapping[str, bytes]) -> None:
        """Know the pictures of another sheet, and forget those of the last."""
        self.known.clear()
        self.known.update(pictures)

    def _take_files(self, paths: list[Path]) -> None:
        from desk.pictures import prepare  # Pillow is loaded with the first picture, not with the window

        articles = [path for path in paths if path.suffix.lower() in _ARTICLES or path.is_dir()]
        if articles:
            self.articles_offered.emit(articles)
        for path in paths:
            if path not in articles:
                self._take(path.name, partial(prepare.prepare_file, path))

    def _take_pictures(self, offered: list[tuple[str, bytes]]) -> None:
        from desk.pictures import prepare

        for name, data in offered:
            self._take(name, partial(prepare.prepare, data, name))

    def _take(self, name: str, work: Callable[[], Prepared]) -> None:
        """Prepare a picture in a process of its own, which takes no lambda."""
        meant_for = self._sheet()

        def refused(error: DeskError) -> None:
            if self._sheet() is meant_for:
                self._form.body.pictures.refuse(name)
            self._session.say(wording.error(error), "error", about=f"picture {name}")

        def store(prepared: Prepared) -> None:
            who = self._session.who
            self._session.client.ask(
                self,
                lambda: stored_pictures.add_prepared(who, prepared),
                lambda row: self._place(meant_for, prepared, row),
                refused=refused,
            )

        self._session.say(self.tr("Đang sửa soạn ảnh “{name}”…").format(name=name))
        self._session.client.abroad(self, work, store, refused=refused)

    def _place(self, meant_for: object, prepared: Prepared, row: PictureRow) -> None:
        if self._sheet() is not meant_for:  # another article lies in the editor by now
            words = self.tr("Ảnh “{name}” không chèn được nữa vì bài đã đóng.")
            self._session.say(words.format(name=prepared.name), "warning")
            return
        self.known[row.sha256] = prepared.data
        self._form.body.pictures.add(row.sha256, prepared.name)
        words = self.tr("Đã chèn ảnh “{name}”. Bấm đúp vào ảnh để ghi chú thích, nguồn ảnh.")
        self._session.say(words.format(name=prepared.name))
