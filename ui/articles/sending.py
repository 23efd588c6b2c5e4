"""Articles out of the house: printed, saved as Word or PDF, put into a letter; the journal says that they went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.circulation import letter, outgoing, sheets
from desk.circulation.outgoing import OutgoingArticle, Way
from desk.errors import DeskError
from desk.export.write_files import write_file
from ui.articles import operations
from ui.controls import printed_pages
from ui.controls.file_dialogs import choose_folder, choose_new_file
from ui.controls.opened_copy import open_path, write_copy
from ui.controls.print_preview import PrintPreview
from ui.session.session import Session
from ui.words import wording

_ABOUT = "circulation"


class Sending(QObject):
    """Gathers articles as they stand and sends them on one way."""

    def __init__(self, session: Session, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window = session, window

    # -- on paper --------------------------------------------------------------------------------------

    def print_out(self, articles: Sequence[int]) -> None:
        """Show articles as they print before they do."""
        self._gather(articles, self._print)

    def print_slip(self, articles: Sequence[int]) -> None:
        """Show the phiếu trình duyệt of articles before they print."""
        self._gather(articles, self._print_slip)

    def _print(self, articles: list[OutgoingArticle]) -> None:
        self._see(articles, Way.PRINT, partial(sheets.printed_images, articles))

    def _print_slip(self, articles: list[OutgoingArticle]) -> None:
        self._see(articles, Way.SHEET, partial(sheets.slip_images, articles))

    def _see(self, articles: list[OutgoingArticle], way: Way, make: printed_pages.Make) -> None:
        self._away(partial(printed_pages.seen, make), partial(self._preview, articles, way))

    def _preview(self, articles: list[OutgoingArticle], way: Way, pages: printed_pages.PrintedPages) -> None:
        title = self.tr("In phiếu trình duyệt") if way is Way.SHEET else self.tr("In bài")
        preview = PrintPreview(self._window, title, pages.layout(), pages.paint)
        preview.accepted.connect(lambda: self._went(articles, way))  # once it printed
        preview.open()
        self._session.client.away(preview, pages.printed, pages.take, refused=self._regret)

    # -- files -----------------------------------------------------------------------------------------

    def save_word(self, articles: Sequence[int]) -> None:
        """Ask where to, then write the Word files of articles."""
        self._gather(articles, lambda them: self._save(them, Way.WORD, "docx", self.tr("Tệp Word (*.docx)")))

    def save_pdf(self, articles: Sequence[int]) -> None:
        """Ask where to, then write articles as they print."""
        self._gather(articles, lambda them: self._save(them, Way.PDF, "pdf", self.tr("Tệp PDF (*.pdf)")))

    def _save(self, articles: list[OutgoingArticle], way: Way, ending: str, kinds: str) -> None:
        names = [f"{one.file_stem}.{ending}" for one in articles]
        title = self.tr("Lưu thành Word") if way is Way.WORD else self.tr("Lưu thành PDF")
        if len(articles) == 1:
            path = choose_new_file(self._window, title, "article/folder", names[0], kinds)
            paths = [] if path is None else [path]
        else:
            folder = choose_folder(self._window, title, "article/folder")
            paths = [] if folder is None else [folder / name for name in names]
        if not paths:
            return
        make = outgoing.word if way is Way.WORD else sheets.printed_pdf
        self._make(way, partial(_made, make, articles), partial(self._write, articles, way, paths))

    def _write(
        self, articles: list[OutgoingArticle], way: Way, paths: list[Path], files: list[bytes]
    ) -> None:
        self._away(partial(_written, paths, files), partial(self._saved, articles, way))

    def _saved(self, articles: list[OutgoingArticle], way: Way, paths: list[Path]) -> None:
        self._went(articles, way)
        words = self.tr("Đã lưu “{name}”.").format(name=paths[0].name)
        if len(paths) > 1:
            words = self.tr("Đã lưu {n} tệp vào “{name}”.").format(n=len(paths), name=paths[0].parent.name)
        folder = paths[0].parent
        self._session.say(words, "done", self.tr("Mở thư mục"), lambda: self._open(folder), _ABOUT)

    def _open(self, path: Path) -> None:
        if not open_path(path):
            self._session.say(
                self.tr("Máy này chưa có chương trình mở được “{name}”.").format(name=path.name), "warning"
            )

    # -- a letter --------------------------------------------------------------------------------------

    def mail(self, articles: Sequence[int]) -> None:
        """Open a letter with the Word files of articles in the mail program, as a draft."""
        self._gather(articles, self._make_letter)

    def _make_letter(self, articles: list[OutgoingArticle]) -> None:
        self._make(Way.WORD, partial(_made, outgoing.word, articles), partial(self._open_letter, articles))

    def _open_letter(self, articles: list[OutgoingArticle], files: list[bytes]) -> None:
        data = letter.letter(articles, files, self._session.me.name)
        name = f"{articles[0].file_stem if len(articles) == 1 else 'xin-y-kien'}.eml"
        self._away(partial(write_copy, name, data), partial(self._letter_opened, articles, data))

    def _letter_opened(self, articles: list[OutgoingArticle], data: bytes, path: Path) -> None:
        if open_path(path):
            self._went(articles, Way.MAIL)
            self._session.say(self.tr("Đã mở thư nháp kèm tệp Word trong chương trình thư."))
            return
        words = self.tr("Máy này chưa có chương trình thư mở được thư nháp.")
        keep = partial(self._keep_letter, articles, data, path.name)
        self._session.say(words, "warning", self.tr("Giữ tệp thư…"), keep, _ABOUT)

    def _keep_letter(self, articles: list[OutgoingArticle], data: bytes, name: str) -> None:
        kinds = self.tr("Thư (*.eml)")
        path = choose_new_file(self._window, self.tr("Giữ tệp thư"), "article/folder", name, kinds)
        if path is not None:
            self._away(partial(_written, [path], [data]), partial(self._saved, articles, Way.MAIL))

    # -- steps -----------------------------------------------------------------------------------------

    def _gather(self, articles: Sequence[int], then: Callable[[list[OutgoingArticle]], None]) -> None:
        who, wanted = self._session.who, list(articles)
        work = partial(_gathered, who, wanted)
        self._session.client.ask(self, work, then, refused=self._regret)

    def _away(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._session.client.away(self, work, then, refused=self._regret)

    def _make(self, way: Way, work: Callable[[], list[bytes]], then: Callable[[list[bytes]], None]) -> None:
        """Make files: Word's library holds the interpreter, so it works in another process."""
        run = self._session.client.abroad if way is Way.WORD else self._session.client.away
        run(self, work, then, refused=self._regret)

    def _went(self, articles: list[OutgoingArticle], way: Way) -> None:
        for one in articles:
            operations.went(self._session, one.stamp, way).run(self._session, self)

    def _regret(self, error: DeskError) -> None:
        self._session.say(wording.error(error), "error", about=_ABOUT)


def _gathered(who: int, articles: list[int]) -> list[OutgoingArticle]:
    return [outgoing.outgoing(who, one) for one in articles]


def _made(make: Callable[[OutgoingArticle], bytes], articles: list[OutgoingArticle]) -> list[bytes]:
    return [make(one) for one in articles]


def _written(paths: list[Path], files: list[bytes]) -> list[Path]:
    return [write_file(data, path) for path, data in zip(paths, files, strict=True)]
