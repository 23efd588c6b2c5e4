"""What is typed and not saved, kept as a draft row: within two seconds, and never as a revision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from desk import clock
from desk.acts.rules import Act
from desk.articles import drafts
from desk.errors import DeskError
from desk.text.blocks import ArticleText
from ui.editor.editor_state import Edited
from ui.session.page import Page
from ui.words import wording


class DraftKeeper(QObject):
    """Keeps the draft of the article that is edited; `say` shows how it stands, only after the commit."""

    def __init__(self, page: Page, edited: Edited, say: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._edited, self._say = page, edited, say
        self._kept: ArticleText | None = None
        self._typing = False

    def begin(self, kept: ArticleText | None = None) -> None:
        """Begin with what the desk keeps of another sheet, or of a saved one."""
        self._kept, self._typing = kept, False
        self._settle()

    def typed(self) -> None:
        """Say that something is being typed."""
        self._typing = True
        self._say(self.tr("Đang soạn…"))

    def _settle(self) -> None:
        """Take back what was said of a save or a draft that failed: it is of another sheet, or came through."""
        for work in ("save", "draft"):
            self._page.session.over.emit(work)

    def keep(self) -> None:
        """Keep what is typed."""
        sheet = self._edited.sheet
        if sheet is None or Act.EDIT not in sheet.acts:
            return
        text, section_id, who = self._edited.text(), self._edited.section_id(), self._page.session.who
        if text == sheet.saved and self._kept is not None:  # everything was taken back
            self._kept = None
            self.forget()
        if self._typing and sheet.article_id is not None and not self._edited.is_dirty():
            self._typing = False
            self._say(self.tr("Đã lưu"))
        if text in (self._kept, sheet.saved):
            return

        def work() -> datetime:
            # Read when the desk comes to it: a save before it may have made the article.
            return drafts.keep(who, sheet.uid, sheet.article_id, sheet.seen, section_id, text)

        def kept(at: datetime) -> None:
            if self._edited.sheet is sheet:
                self._kept = text
                self._page.session.over.emit("draft")
                when = f"{clock.local(at):%H:%M:%S}"
                self._say(self.tr("Đang soạn – giữ tạm lúc {when}").format(when=when))

        self._page.client.ask(self._page, work, kept, refused=self._trouble)

    def forget(self) -> None:
        """Drop the draft of what is open."""
        sheet, who = self._edited.sheet, self._page.session.who
        self._settle()
        if sheet is not None:
            uid = sheet.uid
            self._page.ask(lambda: drafts.forget(who, uid), lambda _: None)

    def _trouble(self, error: DeskError) -> None:
        self._say(self.tr("Chưa giữ được bản đang soạn"))
        self._page.session.say(wording.error(error), "error", self.tr("Thử lại"), self.keep, "draft")
