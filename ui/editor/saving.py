"""A revision saved from the editor; where a colleague saved meanwhile, the choice between both texts."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ArticleRow, Opened
from desk.errors import DeskError, Stale
from desk.text.blocks import ArticleText
from ui.controls.message_bar import Banner
from ui.editor import operations
from ui.editor.draft_keeper import DraftKeeper
from ui.editor.editor_state import Edited
from ui.editor.open_article import OpenArticle
from ui.editor.recover_dialog import RecoverDialog
from ui.session.page import Page
from ui.words import wording

Next = Callable[[], None]


@dataclass(frozen=True, slots=True)
class SavingContext:
    """What is saved, what is kept of it meanwhile, the pictures known to it, and where its owner hears of it."""

    edited: Edited
    drafts: DraftKeeper
    pictures: MutableMapping[str, bytes]
    banner: Banner
    say: Callable[[str], None]


class Saving(QObject):
    """Saves; on a refusal everything typed stays where it is."""

    saved = Signal(object)  # the ArticleText that was saved
    learned = Signal()  # what may be done to the article from now on
    chosen = Signal(object, object)  # Opened of a colleague's revision, and the ArticleText to go on with

    def __init__(self, page: Page, context: SavingContext) -> None:
        super().__init__(page)
        self._page, self._context, self._edited = page, context, context.edited

    def save(self, then: Next | None = None) -> None:
        """Save a revision, then go on."""
        sheet = self._edited.sheet
        if sheet is None or not self._edited.is_dirty():
            if then is not None:
                then()
            return
        text, section_id = self._edited.text(), self._edited.section_id()

        def saved(_: Changes) -> None:
            if self._edited.sheet is sheet:
                self._saved(sheet, text, section_id)
            if then is not None:
                then()

        op = operations.save(self._page.session, sheet, text, section_id)
        op.run(self._page.session, self, saved, refused=self._not_saved)

    def _saved(self, sheet: OpenArticle, text: ArticleText, section_id: int | None) -> None:
        sheet.saved, sheet.section_id = text, section_id
        sheet.section = self._edited.section.currentText()
        self._context.drafts.begin()
        self._context.say(self.tr("Đã lưu lúc {when}").format(when=wording.moment(clock.now())))
        self.saved.emit(text)
        article_id, who = sheet.article_id, self._page.session.who
        if article_id is not None:
            self._page.ask(lambda: listing.row(who, article_id), lambda row: self._learn(sheet, row))

    def _learn(self, sheet: OpenArticle, row: ArticleRow) -> None:
        if self._edited.sheet is not sheet:
            return
        if sheet.stage is Stage.APPROVED and row.stage is not Stage.APPROVED:
            self._context.banner.hide()
        sheet.acts, sheet.stage = row.acts, row.stage
        self.learned.emit()

    def _not_saved(self, error: DeskError) -> None:
        self._context.say(self.tr("Chưa lưu được"))
        if isinstance(error, Stale):
            self._context.drafts.keep()
            self._context.banner.ask(wording.error(error), (self.tr("Xem và chọn"), self._choose))
        else:
            self._page.session.say(wording.error(error), "error", self.tr("Thử lại"), self.save, "save")

    def _choose(self) -> None:
        """Ask which text to go on with: what is typed, or what a colleague saved."""
        sheet, who = self._edited.sheet, self._page.session.who
        article_id = sheet.article_id if sheet is not None else None
        if article_id is not None:
            mine = self._edited.text()
            self._page.ask(
                lambda: listing.open_article(who, article_id), lambda opened: self._offer(mine, opened)
            )

    def _offer(self, mine: ArticleText, opened: Opened) -> None:
        known = self._context.pictures
        known.update(opened.pictures)
        answer = RecoverDialog.ask_colleague(self._page, opened.text, mine, known)
        if answer is None:
            self._context.banner.show()
        else:
            self.chosen.emit(opened, mine if answer else opened.text)
