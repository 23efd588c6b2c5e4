"""The editor: an article on its page, kept as a draft while one types, saved as a revision on demand."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import Act, Stage
from desk.articles import drafts, listing, workflow, writing
from desk.articles.listing import Opened
from desk.department import sections
from desk.errors import DeskError, Stale
from desk.intake.result import Dropped
from desk.pictures import stored_pictures
from desk.text.blocks import ArticleText, normal, pictures_of
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.labels import action_button, header, label, tool_button
from ui.controls.message_bar import Banner
from ui.controls.page_action import page_action
from ui.editor.form import ArticleForm
from ui.editor.open_article import OpenArticle, SectionBox, said_on_opening, sheet_of
from ui.editor.photographs import Photographs
from ui.editor.recover_dialog import RecoverDialog
from ui.session.page import Page
from ui.session.session import Session
from ui.words import wording

Next = Callable[[], None]


class EditorPage(Page):
    """Writes one article at a time; nothing typed is ever lost on the way."""

    left = Signal()
    types = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sheet: OpenArticle | None = None
        self._kept: ArticleText | None = None
        self.form = ArticleForm()
        self.photographs = Photographs(session, self.form, lambda: self._sheet)
        self.section = SectionBox()
        self.status = label("", "muted")
        self._make_actions()
        back = tool_button(self.tr("Về danh sách (Esc)"), self.back.trigger, "previous")
        head, self._title, _ = header(
            self.tr("Bài mới"),
            self.status,
            self.section,
            action_button(self.save, key=False),
            action_button(self.submit, primary=True, key=False),
        )
        row = head.layout()
        if row is not None:
            row.insertWidget(0, back)  # type: ignore[attr-defined]  # a QHBoxLayout, see header()
        self.column.addWidget(head)
        self.banner = Banner()
        self.column.addWidget(self.banner)
        self.column.addWidget(self.form, 1)
        self.form.changed.connect(self._typed)
        self.form.idle.connect(self.keep)
        self.form.paste_dropped.connect(self._say_dropped)
        self.section.activated.connect(lambda _: self._typed())
        self._enable()

    # -- opening ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Lay out an empty sheet."""
        text = ArticleText(byline=self.session.me.unit, event_date=clock.today())
        self.photographs.begin({})
        self._lay(OpenArticle(uuid.uuid4().hex, saved=text), text)
        self.form.focus_title()

    def article_id(self) -> int | None:
        """Return the article that is open, None for one that was never saved."""
        return self._sheet.article_id if self._sheet is not None else None

    def open(self, article_id: int, block: str = "") -> None:
        """Open an article, at a picture if its block is named.

        What is typed is asked about first, a draft left by a crash afterwards.
        """
        self.leave(partial(self._fetch, article_id, block))

    def _fetch(self, article_id: int, block: str) -> None:
        self.form.set_read_only(True)  # until it comes: what is typed now would belong to no article

        def opened(found: Opened) -> None:
            self._opened(found)
            if block:
                self.form.show_picture(block)

        work = partial(listing.open_article, self.session.who, article_id)
        self.client.ask(self, work, opened, refused=self._not_opened)

    def _not_opened(self, error: DeskError) -> None:
        self.session.say(wording.error(error), "error")
        self.left.emit()

    def recover(self, draft: drafts.DraftRow) -> None:
        """Go on with a piece that was never saved."""
        if draft.article_id is not None:
            self.open(draft.article_id)
            return

        def lay(images: dict[str, bytes]) -> None:
            self.photographs.begin(images)
            sheet = OpenArticle(draft.uid, section_id=draft.section_id)
            self._lay(sheet, draft.text)
            self._kept = draft.text
            told = self.tr("Bài gõ dở lúc {when}, chưa lưu lần nào. Bấm Lưu để giữ.").format(
                when=wording.moment(draft.typed_at)
            )
            self.status.setText(told)

        def fetch() -> None:
            self.ask(partial(stored_pictures.fetch, pictures_of(draft.text)), lay)

        self.leave(fetch)

    def shown(self) -> None:
        """Refresh chuyên mục and bylines."""
        self.ask(sections.listing, lambda rows: self.section.offer(rows, self._sheet))
        self.ask(listing.bylines, self.form.set_bylines)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys of the editor: Esc, Ctrl+S, Ctrl+Enter."""
        super().showEvent(event)
        self._enable()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give them back: on other pages they mean other things."""
        super().hideEvent(event)
        self._enable()

    def _opened(self, opened: Opened) -> None:
        self.photographs.begin(opened.pictures)
        row = opened.row
        self._lay(sheet_of(opened), opened.text)
        draft = opened.draft
        if draft is not None and draft.text != opened.text:
            # Autosave keeps one draft an article: typing before the choice would overwrite this one.
            self.form.set_read_only(True)
            told = self.tr("Lúc {when} đồng chí đang gõ dở bài này mà chưa lưu. Chọn rồi làm tiếp.")
            if draft.base < row.revision:
                told = self.tr(
                    "Lúc {when} đồng chí đang gõ dở bài này mà chưa lưu; sau đó bài đã có phiên bản {n}. "
                    "Chọn rồi làm tiếp."
                )
            self.banner.ask(
                told.format(when=wording.moment(draft.typed_at), n=row.revision),
                (self.tr("Xem và chọn"), partial(self._offer_draft, draft)),
                (self.tr("Bỏ bản gõ dở"), self._drop_draft),
            )
        elif words := said_on_opening(row):
            self.banner.ask(words, (self.tr("Đã rõ"), lambda: None))

    def _lay(self, sheet: OpenArticle, text: ArticleText) -> None:
        self.banner.hide()
        self._sheet, self._kept = sheet, None
        self.form.load(text)
        self.form.set_read_only(Act.EDIT not in sheet.acts)
        self.section.choose(sheet.section_id, sheet.section)
        self.section.setEnabled(Act.EDIT in sheet.acts)
        self._name(text)
        self.status.setText(self.tr("Chưa lưu") if sheet.article_id is None else self.tr("Đã lưu"))
        self._enable()

    def _offer_draft(self, draft: drafts.DraftRow) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        answer = RecoverDialog.ask_draft(self, sheet.saved, draft, self.photographs.known)
        if answer is None:
            self.banner.show()
        elif answer:
            self.form.load(draft.text)
            self.form.set_read_only(Act.EDIT not in sheet.acts)
            self.section.choose(draft.section_id)
            self._kept = draft.text
            self.status.setText(self.tr("Chưa lưu"))
            self._enable()
        else:
            self._drop_draft()

    def _drop_draft(self) -> None:
        self._forget()
        if self._sheet is not None:
            self.form.set_read_only(Act.EDIT not in self._sheet.acts)

    def _forget(self) -> None:
        if self._sheet is not None:
            work = partial(drafts.forget, self.session.who, self._sheet.uid)
            self.ask(work, lambda _: None)

    # -- typing ----------------------------------------------------------------------------------------

    def dirty(self) -> bool:
        """Say whether the sheet holds something that no revision has."""
        sheet = self._sheet
        if sheet is None:
            return False
        if sheet.article_id is not None and self.section.currentData() != sheet.section_id:
            return True
        return normal(self.form.text()) != sheet.saved

    def keep(self) -> None:
        """Keep what is typed as a draft row; the status says so only after the commit."""
        sheet = self._sheet
        if sheet is None or Act.EDIT not in sheet.acts:
            return
        text, section_id = normal(self.form.text()), self.section.currentData()
        if text == sheet.saved and self._kept is not None:  # everything was taken back
            self._kept = None
            self._forget()
        if text in (self._kept, sheet.saved):
            return

        def work() -> datetime:
            # Read when the desk comes to it: a save before it may have made the article.
            return drafts.keep(self.session.who, sheet.uid, sheet.article_id, sheet.seen, section_id, text)

        def kept(at: datetime) -> None:
            if self._sheet is sheet:
                self._kept = text
                self.status.setText(
                    self.tr("Đang soạn – giữ tạm lúc {when}").format(when=f"{clock.local(at):%H:%M:%S}")
                )

        self.client.ask(self, work, kept, refused=self._trouble)

    def _typed(self) -> None:
        if self._sheet is not None:
            self.status.setText(self.tr("Đang soạn…"))
            self.save.setEnabled(Act.EDIT in self._sheet.acts)

    def _trouble(self, error: DeskError) -> None:
        self.status.setText(self.tr("Chưa giữ được bản đang soạn"))
        self.session.say(wording.error(error), "error", self.tr("Thử lại"), self.keep)

    # -- saving ----------------------------------------------------------------------------------------

    def store(self, then: Next | None = None, refused: Callable[[DeskError], None] | None = None) -> None:
        """Save a revision, then go on; on a refusal everything typed stays where it is."""
        sheet = self._sheet
        if sheet is None or not self.dirty():
            if then is not None:
                then()
            return
        text, section_id = normal(self.form.text()), self.section.currentData()

        def work() -> Changes:
            # Version and article are read, and told, on the desk's thread: two saves may be under way.
            who, article_id = self.session.who, sheet.article_id
            if article_id is None:
                changes = writing.create(who, sheet.uid, text, section_id)
            else:
                changes = writing.save(who, article_id, sheet.seen, text, section_id)
            (sheet.article_id,), sheet.seen = changes.articles, changes.version
            return changes

        def saved(_: Changes) -> None:
            if self._sheet is sheet:
                self._saved(sheet, text, section_id)
            if then is not None:
                then()

        def failed(error: DeskError) -> None:
            self._not_saved(error)
            if refused is not None:
                refused(error)

        self.client.do(self, work, saved, refused=failed, quiet=True)

    def _saved(self, sheet: OpenArticle, text: ArticleText, section_id: int | None) -> None:
        sheet.saved, sheet.section_id, sheet.section = text, section_id, self.section.currentText()
        self._kept = None
        self._name(text)
        self.status.setText(self.tr("Đã lưu lúc {when}").format(when=wording.moment(clock.now())))
        self._enable()

        def learned(row: listing.ArticleRow) -> None:
            if self._sheet is sheet:
                if sheet.stage is Stage.APPROVED and row.stage is not Stage.APPROVED:
                    self.banner.hide()
                sheet.acts, sheet.stage = row.acts, row.stage
                self._enable()

        if sheet.article_id is not None:
            self.ask(partial(listing.row, self.session.who, sheet.article_id), learned)

    def _not_saved(self, error: DeskError) -> None:
        self.status.setText(self.tr("Chưa lưu được"))
        if isinstance(error, Stale):
            self.keep()
            self.banner.ask(
                wording.error(error),
                (self.tr("Xem và chọn"), self._choose_after_stale),
            )
        else:
            self.session.say(wording.error(error), "error", self.tr("Thử lại"), self.store)

    def _choose_after_stale(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.article_id is None:
            return
        mine = normal(self.form.text())

        def offer(opened: Opened) -> None:
            self.photographs.known.update(opened.pictures)
            answer = RecoverDialog.ask_colleague(self, opened.text, mine, self.photographs.known)
            if answer is None:
                self.banner.show()
                return
            self._lay(sheet_of(opened), mine if answer else opened.text)
            self._typed()

        work = partial(listing.open_article, self.session.who, sheet.article_id)
        self.ask(work, offer)

    def _submit(self) -> None:
        sheet = self._sheet

        def send() -> None:
            if sheet is None or self._sheet is not sheet:
                return
            if sheet.article_id is None:
                self.session.say(self.tr("Bài còn trống, chưa gửi được."), "warning")
                return
            work = partial(workflow.move, self.session.who, Act.SUBMIT, sheet.article_id, sheet.seen)
            self.client.do(self, work, lambda _: self._leave())

        self.store(send)

    # -- leaving ---------------------------------------------------------------------------------------

    def leave(self, then: Next) -> None:
        """Make sure of what is typed, then go on; staying is always one of the answers."""
        if not self.dirty():
            self._gone(then)
            return
        answer = ChoiceDialog.ask(
            self,
            self.tr("Bài đang soạn chưa lưu"),
            self.tr("Lưu thành phiên bản mới trước khi rời trang soạn?"),
            (self.tr("Lưu"), self.tr("Bỏ thay đổi")),
        )
        if answer == 0:
            self.store(lambda: self._gone(then))
        elif answer == 1:
            self._forget()
            self._gone(then)

    def _gone(self, then: Next) -> None:
        self._sheet = None
        self._enable()
        then()

    def _leave(self) -> None:
        self.leave(self.left.emit)

    def _say_dropped(self, dropped: Mapping[Dropped, int]) -> None:
        told = wording.dropped(dropped)
        if told:
            self.session.say(self.tr("Đã dán. Bỏ lại: {what}.").format(what=told))

    # -- the head --------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        make = partial(page_action, self, context=Qt.ShortcutContext.WindowShortcut)
        self.save = make(self.tr("Lưu"), "save", "Ctrl+S", self.store)
        self.submit = make(self.tr("Gửi biên tập"), "submit", "Ctrl+Return", self._submit)
        self.back = make(self.tr("Về danh sách"), "previous", "Esc", self._leave)

    def _enable(self) -> None:
        sheet, here = self._sheet, self.isVisible()
        self.save.setEnabled(here and sheet is not None and Act.EDIT in sheet.acts)
        may = here and sheet is not None and Act.SUBMIT in sheet.acts
        self.submit.setVisible(may)  # first: an action that is not visible cannot be enabled
        self.submit.setEnabled(may)
        self.back.setEnabled(here)

    def _name(self, text: ArticleText) -> None:
        words = text.title or self.tr("Bài mới")
        self._title.setText(self._title.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 420))
