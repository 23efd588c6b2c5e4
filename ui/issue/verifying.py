"""Whether a file or folder is what was released: looked at beside the window, judged by the desk, shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desk.integrity import printed
from ui.controls.file_dialogs import choose_file, choose_folder
from ui.issue.verify_dialog import VerifyDialog
from ui.session.page import Page


class Verifying(QObject):
    """Asks for what is to be checked, and says what it is."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._client = page, page.client

    def choose_file(self) -> None:
        """Choose a file to be checked."""
        kinds = self.tr("Tệp của bản tin (*.pdf *.docx);;Mọi tệp (*)")
        chosen = choose_file(self._page, self.tr("Tệp cần đối chiếu"), "verify/folder", kinds)
        if chosen is not None:
            self.check(chosen)

    def choose_folder(self) -> None:
        """Choose a folder to be checked."""
        chosen = choose_folder(self._page, self.tr("Thư mục cần đối chiếu"), "verify/folder")
        if chosen is not None:
            self.check(chosen)

    def check(self, path: Path) -> None:
        """Say whether a file or folder is what was released; only a strange PDF's words take their time."""
        self._client.away(
            self,
            lambda: printed.look(path),
            lambda looked: self._judge(path, looked),
            refused=self._page.regret,
        )

    def _judge(self, path: Path, looked: printed.Looked) -> None:
        self._page.ask(lambda: printed.judge(looked), lambda verdict: self._judged(path, looked, verdict))

    def _judged(self, path: Path, looked: printed.Looked, verdict: printed.Verdict | None) -> None:
        if verdict is not None:
            self._show(path, verdict)
        elif looked.pdf:
            words = self.tr("Đang đọc chữ trong “{name}” để đối chiếu…")
            self._page.session.say(words.format(name=path.name))
            read = partial(printed.words_of, path)  # a process of its own takes no lambda
            self._client.abroad(
                self, read, lambda words: self._compare(path, looked, words), refused=self._page.regret
            )
        else:
            self._compare(path, looked, None)

    def _compare(self, path: Path, looked: printed.Looked, words: printed.PrintedWords | None) -> None:
        self._page.ask(lambda: printed.compare(looked, words), lambda verdict: self._show(path, verdict))

    def _show(self, path: Path, verdict: printed.Verdict) -> None:
        VerifyDialog(self._page, path.name, verdict).open()
