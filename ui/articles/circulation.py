"""In, gửi bài: one article or several out of the house, and what came back corrected; by menu, key and drop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from ui.controls.action_table import ActionTable, Entry, Reach, Table, mark
from ui.session.session import Session

if TYPE_CHECKING:  # with what reads files
    from desk.circulation.receiving import ReturnedFile
    from desk.text.stamp import Stamp
    from ui.articles.returned_files import OpenedFile


class Out(Enum):
    """What may be done with the articles that are chosen, or with the one that is open."""

    PRINT = auto()
    SLIP = auto()
    WORD = auto()
    PDF = auto()
    MAIL = auto()
    BACK = auto()


@dataclass(frozen=True, slots=True)
class Spoken:
    """The articles spoken of; `here` says whether a page is in view that shows articles at all."""

    articles: tuple[int, ...] = ()
    may: bool = True
    takes: bool = True

    def why_not(self) -> str:
        """Return why nothing goes out."""
        if not self.articles:
            return _tr("Hãy chọn một bài, hoặc lưu bài đang soạn trước.")
        return "" if self.may else _tr("Bài ở thùng rác không in, không gửi.")

    def why_not_back(self) -> str:
        """Return why nothing is taken back."""
        if len(self.articles) != 1:
            return _tr("Hãy chọn một bài.")
        return "" if self.takes else _tr("Bài này không nhận sửa nữa.")


def _out(words: str, icon: str, key: str = "") -> Entry[Spoken]:
    return Entry(words, icon, key, when=Spoken.why_not, reach=Reach.WINDOW, repeats=False)


TABLE: Table[Out, Spoken] = {
    Out.PRINT: _out(mark("In bài…"), "print", "Ctrl+P"),
    Out.SLIP: _out(mark("In phiếu trình duyệt…"), "proof", "Ctrl+Alt+P"),
    Out.WORD: _out(mark("Lưu thành Word…"), "docx"),
    Out.PDF: _out(mark("Lưu thành PDF…"), "pdf"),
    Out.MAIL: _out(mark("Gửi thư…"), "submit"),
    Out.BACK: Entry(
        mark("Nhận lại bản Word đã sửa…"), "import", when=Spoken.why_not_back, reach=Reach.WINDOW
    ),
}


class CirculationActions(QObject):
    """Follows the articles that are chosen, or the one that is open in the editor."""

    received = Signal(int)  # the article that has suggestions now

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._spoken = Spoken()
        self.unsaved: Callable[[], bool] = bool  # whether what is open holds words that no revision has
        on: dict[Out, Callable[[], object]] = {
            Out.PRINT: lambda: self._send(Out.PRINT),
            Out.SLIP: lambda: self._send(Out.SLIP),
            Out.WORD: lambda: self._send(Out.WORD),
            Out.PDF: lambda: self._send(Out.PDF),
            Out.MAIL: lambda: self._send(Out.MAIL),
            Out.BACK: self.choose_returned,
        }
        self.actions: ActionTable[Out, Spoken] = ActionTable(window, TABLE, on)
        self.actions.follow(self._spoken)

    def follow(self, rows: Sequence[ArticleRow]) -> None:
        """Speak of these articles from now on."""
        may = all(Act.CIRCULATE in row.acts for row in rows)
        takes = all(Act.RECEIVE in row.acts for row in rows)
        self._speak(Spoken(tuple(row.id for row in rows), may, takes))

    def follow_open(self, article_id: int) -> None:
        """Speak of the article that is open in the editor; 0 speaks of none."""
        self._speak(Spoken((article_id,) if article_id else ()))

    def _speak(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self.actions.follow(spoken)

    def articles(self) -> tuple[int, ...]:
        """Return the articles spoken of."""
        return self._spoken.articles

    def offer_in(self, menu: QMenu) -> None:
        """Offer in a context menu what may be done now."""
        able = [one for one in self.actions.all() if one.isEnabled()]
        if able:
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addMenu(self.tr("In, gửi bài")).addActions(able)

    # -- out -------------------------------------------------------------------------------------------

    def _send(self, which: Out) -> None:
        from ui.articles.sending import Sending  # with what prints

        if self.unsaved():
            words = self.tr(
                "Những chữ chưa lưu không có trong bản này. Hãy lưu bài (Ctrl+S) rồi làm lại nếu cần."
            )
            self._session.say(words, "warning")
        sending = self.findChild(Sending) or Sending(self._session, self._window, self)
        start: dict[Out, Callable[[tuple[int, ...]], None]] = {
            Out.PRINT: sending.print_out,
            Out.SLIP: sending.print_slip,
            Out.WORD: sending.save_word,
            Out.PDF: sending.save_pdf,
            Out.MAIL: sending.mail,
        }
        start[which](self._spoken.articles)

    # -- and back --------------------------------------------------------------------------------------

    def choose_returned(self) -> None:
        """Ask for the Word file that came back, to the article spoken of."""
        from ui.controls.file_dialogs import choose_file

        kinds = self.tr("Tệp Word (*.docx *.docm)")
        path = choose_file(self._window, self.tr("Nhận lại bản Word đã sửa"), "returned/folder", kinds)
        if path is not None:
            self.take_back(path, self._spoken.articles[0] if self._spoken.articles else 0)

    def take_back(self, path: Path, article_id: int = 0) -> None:
        """Take a file back, to the article that it is of; `article_id` where it does not say so itself."""
        self._returning().take(path, article_id)

    def sort_out(self, paths: list[Path], others: Callable[[list[Path]], None]) -> None:
        """Take back, of files that were dropped, those that are articles of this desk; `others` takes the rest."""
        if any(path.suffix.lower() in (".docx", ".docm") for path in paths):
            self._returning().sort_out(paths, others)
        else:
            others(paths)

    def _returning(self) -> Returning:
        made = self.findChild(Returning)
        if made is None:
            made = Returning(self._session, self._window, self)
            made.received.connect(self.received)
        return made


class Returning(QObject):
    """Reads files that came back, one after the other, and asks whose corrections they are."""

    received = Signal(int)

    def __init__(self, session: Session, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        self._waiting: list[Path] = []

    def take(self, path: Path, article_id: int = 0) -> None:
        """Read a file and hold it against the text that it was made of."""
        from ui.articles import returned_files

        client, say = self._session.client, self._session.regret
        self._session.say(self.tr("Đang đọc “{name}”…").format(name=path.name), "info")
        client.away(
            self, partial(returned_files.opened, path), partial(self._opened, article_id), refused=say
        )

    def sort_out(self, paths: list[Path], others: Callable[[list[Path]], None]) -> None:
        """Tell files of articles of this desk from others."""
        from ui.articles import returned_files

        client = self._session.client

        def told(stamped: dict[Path, Stamp]) -> None:
            client.ask(
                self,
                partial(returned_files.ours, stamped),
                lambda ours: self._sorted(paths, ours, [one for one in stamped if one not in ours], others),
            )

        client.away(self, partial(returned_files.stamped, paths), told, refused=lambda _: others(paths))

    def _sorted(
        self, paths: list[Path], ours: list[Path], foreign: list[Path], others: Callable[[list[Path]], None]
    ) -> None:
        self._waiting += ours
        if foreign:
            names = ", ".join(f"“{path.name}”" for path in foreign)
            told = self.tr("{names} là bài của bàn biên tập khác: tệp được nhập thành bài mới.")
            self._session.say(told.format(names=names), "info")
        if rest := [path for path in paths if path not in ours]:
            others(rest)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self.take(self._waiting.pop(0))

    def _opened(self, article_id: int, file: OpenedFile) -> None:
        from ui.articles import returned_files

        who, client = self._session.who, self._session.client
        client.ask(
            self,
            partial(returned_files.base, who, file, article_id),
            lambda base: client.abroad(
                self, partial(returned_files.read, base, file), self._offer, refused=self._session.regret
            ),
            refused=self._session.regret,
        )

    def _offer(self, file: ReturnedFile) -> None:
        from ui.articles.returned_dialog import ReturnedDialog

        dialog = ReturnedDialog(self._window, self._session, file)
        dialog.received.connect(self.received)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self._next())
        dialog.open()


def _tr(words: str) -> str:
    return QCoreApplication.translate("CirculationActions", words)
