"""Tệp gốc: the files that an article was taken from, opened as a copy or saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from desk.articles import originals
from desk.articles.originals import OriginalRow, copy_name
from desk.errors import DeskError
from ui.controls.action_table import ActionTable, Entry, Reach, Table, mark
from ui.controls.file_dialogs import choose_new_file
from ui.controls.opened_copy import open_path, write_copy
from ui.session.session import Session
from ui.words import wording


class OriginalDo(Enum):
    """What may be done with the file that an article was taken from."""

    OPEN = auto()
    SAVE = auto()


@dataclass(frozen=True, slots=True)
class Following:
    """The article spoken of, and how many files it was taken from."""

    article_id: int = 0
    count: int = 0

    def why_not(self) -> str:
        """Return why there is nothing to open."""
        words = QCoreApplication.translate("OriginalFiles", "Bài này không có tệp gốc.")
        return "" if self.count else words


_TABLE: Table[OriginalDo, Following] = {
    OriginalDo.OPEN: Entry(
        mark("Mở tệp gốc"),
        "attach",
        "Ctrl+Shift+O",
        when=Following.why_not,
        reach=Reach.WINDOW,
        repeats=False,
    ),
    OriginalDo.SAVE: Entry(mark("Lưu tệp gốc…"), "save", when=Following.why_not, reach=Reach.WINDOW),
}


class OriginalFiles(QObject):
    """Follows the article that is chosen, or open in the editor."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._following = Following()
        on = {
            OriginalDo.OPEN: lambda: self._choose(self._open),
            OriginalDo.SAVE: lambda: self._choose(self._save),
        }
        self.actions: ActionTable[OriginalDo, Following] = ActionTable(window, _TABLE, on)
        self.actions.follow(self._following)
        self.menu: QMenu | None = None  # while one of several is chosen

    def follow(self, article_id: int, count: int) -> None:
        """Speak of this article from now on, which was taken from so many files; 0 speaks of none."""
        self._following = Following(article_id, count)
        self.actions.follow(self._following)

    def _choose(self, then: Callable[[OriginalRow], None]) -> None:
        article_id = self._following.article_id
        self._session.client.ask(
            self, lambda: originals.of(article_id), lambda rows: self._offer(rows, then), refused=self._regret
        )

    def _offer(self, rows: list[OriginalRow], then: Callable[[OriginalRow], None]) -> None:
        if len(rows) < 2:
            for row in rows:
                then(row)
            return
        menu = QMenu(self._window)
        for row in rows:
            menu.addAction(_line(row), partial(then, row))
        menu.setActiveAction(menu.actions()[0])  # its keys act at once
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget_menu)
        self.menu = menu
        menu.popup(QCursor.pos())

    def _forget_menu(self) -> None:
        self.menu = None

    def _open(self, row: OriginalRow) -> None:
        name = copy_name(row)
        self._with_data(row, lambda data: write_copy(name, data), self._opened)

    def _opened(self, path: Path) -> None:
        if open_path(path):
            return
        words = self.tr("Máy này chưa có chương trình mở được “{name}”. Hãy dùng “Lưu tệp gốc…”.")
        self._session.say(words.format(name=path.name), "warning")

    def _save(self, row: OriginalRow) -> None:
        name = copy_name(row)
        kinds = self.tr("Tệp gốc (*.{ending})").format(ending=name.rpartition(".")[2])
        path = choose_new_file(self._window, self.tr("Lưu tệp gốc"), "original/folder", name, kinds)
        if path is not None:
            self._with_data(row, partial(_written, path), self._saved)

    def _saved(self, path: Path) -> None:
        words = self.tr("Đã lưu tệp gốc ra “{name}”.").format(name=path.name)
        self._session.say(words, "done", self.tr("Mở thư mục"), lambda: self._opened(path.parent), "original")

    def _with_data(
        self, row: OriginalRow, write: Callable[[bytes], Path], then: Callable[[Path], None]
    ) -> None:
        """Read a file on the desk's thread, write it in another one: it may be of 100 MB."""
        client = self._session.client

        def away(data: bytes) -> None:
            client.away(self, lambda: write(data), then, refused=self._regret)

        client.ask(self, lambda: originals.data(row.id), away, refused=self._regret)

    def _regret(self, error: DeskError) -> None:
        self._session.say(wording.error(error), "error", about="original")


def _written(path: Path, data: bytes) -> Path:
    from desk.export.write_files import write_file  # with what makes an issue's files

    return write_file(data, path)


def _line(row: OriginalRow) -> str:
    """Return a line of the menu; "&" is a letter of the name."""
    return f"{row.name}  ·  {wording.moment(row.taken_at)}".replace("&", "&&")
