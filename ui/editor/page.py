"""The editor: an article on its page, kept as a draft while one types, saved as a revision on demand."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from desk import clock
from desk.acts.review_settings import ReviewSettings, practice
from desk.acts.rules import Act
from desk.articles import drafts, listing, workflow
from desk.articles.listing import Opened
from desk.department import sections
from desk.errors import DeskError
from desk.pictures import stored_pictures
from desk.text.blocks import ArticleText, pictures_of
from ui.controls.action_table import ActionTable, Entry, Reach, Table, mark
from ui.controls.before_sending import sends_unchanged, sends_with_wrong
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.labels import action_button, label, tool_button
from ui.controls.message_bar import Banner
from ui.controls.page_head import header
from ui.editor import operations
from ui.editor.completion import Completion
from ui.editor.discussion_panel import EditorDiscussion
from ui.editor.draft_keeper import DraftKeeper
from ui.editor.editor_state import Edited
from ui.editor.form import ArticleForm
from ui.editor.open_article import OpenArticle, SectionBox, say_on_opening, sheet_of
from ui.editor.paste_report import PasteReport
from ui.editor.proofing import EditorProofing
from ui.editor.recover_dialog import RecoverDialog
from ui.editor.saving import Next, Saving, SavingContext
from ui.editor.store_pictures import Photographs
from ui.session.operation import Op
from ui.session.page import Page
from ui.session.session import Session
from ui.words import wording


class Do(Enum):
    """What may be done with the article in the editor."""

    SAVE = auto()
    SUBMIT = auto()
    BACK = auto()


@dataclass(frozen=True, slots=True)
class EditorInView:
    """What the actions depend on: whether the editor is in view (on other pages its keys mean other things)."""

    here: bool
    acts: frozenset[Act]

    def why_not_here(self) -> str:
        """Return why nothing may be done while another page is in view."""
        return "" if self.here else QCoreApplication.translate("EditorActions", "Trang soạn đang đóng.")

    def why_not(self, act: Act) -> str:
        """Return why an act may not be done to what is open."""
        words = QCoreApplication.translate("EditorActions", "Bài này chỉ đọc, không sửa được.")
        return self.why_not_here() or ("" if act in self.acts else words)


_TABLE: Table[Do, EditorInView] = {
    Do.SAVE: Entry(
        mark("Lưu"), "save", "Ctrl+S", when=lambda view: view.why_not(Act.EDIT), reach=Reach.WINDOW
    ),
    Do.SUBMIT: Entry(
        mark("Gửi biên tập"),
        "submit",
        "Ctrl+Return",
        when=lambda view: view.why_not(Act.SUBMIT),
        shown=lambda view: not view.why_not(Act.SUBMIT),
        reach=Reach.WINDOW,
    ),
    Do.BACK: Entry(
        mark("Về danh sách"), "previous", "Esc", when=lambda view: view.why_not_here(), reach=Reach.WINDOW
    ),
}


class EditorPage(Page):
    """Writes one article at a time; nothing typed is ever lost on the way."""

    left = Signal()
    files_wanted = Signal(list)  # list[Path] that were pasted into the text and are articles of their own
    followed = Signal(int, int)  # the article in view (0: none), and how many files it was taken from
    types = True
    undoes = True

    def __init__(self, session: Session, beside: Sequence[QAction] = ()) -> None:
        """Make the page; `beside` are acts that are not its own: each has a button while it may be done."""
        super().__init__(session)
        self.form, self.section = ArticleForm(), SectionBox()
        self.edited = Edited(self.form, self.section)
        self.photographs = Photographs(session, self.form, lambda: self.edited.sheet)
        self.photographs.articles_offered.connect(self.files_wanted)
        self._pasting = PasteReport(session, self.form)
        self.proofing = EditorProofing(session, self.form, lambda: self.article_id() or 0)
        self.discussion = EditorDiscussion(session, self.form, lambda: self.article_id() or 0)
        self.completion = Completion(session, self.form)
        self.status, self.banner = label("", "muted"), Banner()
        self.drafts = DraftKeeper(self, self.edited, self.status.setText)
        context = SavingContext(
            self.edited, self.drafts, self.photographs.known, self.banner, self.status.setText
        )
        self.saving = Saving(self, context)
        on = {Do.SAVE: self.saving.save, Do.SUBMIT: self._submit, Do.BACK: self._leave}
        self._actions = ActionTable(self, _TABLE, on)
        self._in_view: EditorInView | None = None
        self.last_written = 0  # the article that was left last
        self._about = (0, 0)  # what `followed` told last
        self.save, self.submit, self.back = (self._actions[which] for which in Do)
        back = tool_button(self.tr("Về danh sách (Esc)"), self.back.trigger, "previous")
        head, self._title, _ = header(
            self.tr("Bài mới"),
            self.status,
            self.section,
            *(_while_it_may_be_done(action) for action in beside),
            action_button(self.save, key=False),
            action_button(self.submit, primary=True, key=False),
        )
        row = head.row
        row.insertWidget(0, back)
        self.column.addWidget(head)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.form, 1)
        self.setFocusProxy(self.form.title)
        self.form.changed.connect(self._typed)
        self.form.idle.connect(self.drafts.keep)
        self.section.activated.connect(lambda _: self._typed())
        self.saving.saved.connect(self._name)
        for allowed in (self.saving.saved, self.saving.learned):
            allowed.connect(lambda *_: self._enable())
        self.saving.chosen.connect(self._go_on_with)
        self.form.sight.shown.connect(self.kept_clear_moved)
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
        return self.edited.sheet.article_id if self.edited.sheet is not None else None

    def open(self, article_id: int, block: str = "") -> None:
        """Open an article, at a picture if its block is named.

        What is typed is asked about first, a draft left by a crash afterwards.
        """
        self.leave(lambda: self._fetch(article_id, block))

    def _fetch(self, article_id: int, block: str = "", *, resumed: bool = False) -> None:
        self.form.set_read_only(True)  # until it comes: what is typed now would belong to no article

        def opened(found: Opened) -> None:
            self._opened(found, resumed=resumed)
            if block:
                self.form.show_picture(block)

        def not_opened(error: DeskError) -> None:
            self.left.emit()
            self.session.regret(error)  # on the page where one comes to

        who = self.session.who
        self.client.ask(self, lambda: listing.open_article(who, article_id), opened, refused=not_opened)

    def recover(self, draft: drafts.DraftRow) -> None:
        """Go on with what was being typed and never saved."""
        article_id = draft.article_id
        if article_id is not None:
            self.leave(lambda: self._fetch(article_id, resumed=True))
            return
        wanted = pictures_of(draft.text)
        self.leave(
            lambda: self.ask(
                lambda: stored_pictures.fetch(wanted), lambda images: self._lay_draft(draft, images)
            )
        )

    def _lay_draft(self, draft: drafts.DraftRow, images: Mapping[str, bytes]) -> None:
        self.photographs.begin(images)
        self._lay(OpenArticle(draft.uid, section_id=draft.section_id), draft.text)
        self.drafts.begin(draft.text)
        words = self.tr("Bài gõ dở lúc {when}, chưa lưu lần nào. Bấm Lưu để giữ.")
        self.status.setText(words.format(when=wording.moment(draft.typed_at)))

    def shown(self) -> None:
        """Refresh chuyên mục and bylines."""
        self.ask(sections.listing, lambda rows: self.section.offer(rows, self.edited.sheet))
        self.ask(listing.bylines, self.form.set_bylines)

    def kept_clear(self) -> list[QRect]:
        """Return where one writes: what is typed under a notice is typed unseen."""
        return [self.form.sight.line(self)]

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys of the editor: Esc, Ctrl+S, Ctrl+Enter."""
        super().showEvent(event)
        self._enable()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give them back: on other pages they mean other things."""
        super().hideEvent(event)
        self._enable()

    def _opened(self, opened: Opened, *, resumed: bool = False) -> None:
        self.photographs.begin(opened.pictures)
        row = opened.row
        self._lay(sheet_of(opened), opened.text)
        draft = opened.draft
        if draft is not None and draft.text != opened.text and resumed and draft.base >= row.revision:
            self._go_on_with_draft(draft)
            words = self.tr("Đây là những gì đồng chí đang gõ lúc {when}, chưa lưu.")
            self.banner.ask(
                words.format(when=wording.moment(draft.typed_at)),
                (self.tr("Gõ tiếp"), lambda: say_on_opening(self.banner, row)),
                (self.tr("So với bản đã lưu"), lambda: self._offer_draft(self.edited.typed_on(draft))),
            )
        elif draft is not None and draft.text != opened.text:
            # Autosave keeps one draft an article: typing before the choice would overwrite this one.
            self.form.set_read_only(True)
            words = self.tr("Lúc {when} đồng chí đang gõ dở bài này mà chưa lưu. Chọn rồi làm tiếp.")
            if draft.base < row.revision:
                words = self.tr(
                    "Lúc {when} đồng chí đang gõ dở bài này mà chưa lưu; sau đó bài đã có phiên bản {n}. "
                    "Chọn rồi làm tiếp."
                )
            self.banner.ask(
                words.format(when=wording.moment(draft.typed_at), n=row.revision),
                (self.tr("Xem và chọn"), lambda: self._offer_draft(draft)),
                (self.tr("Bỏ bản gõ dở"), self._drop_draft),
            )
        else:
            say_on_opening(self.banner, row)

    def _lay(self, sheet: OpenArticle, text: ArticleText) -> None:
        self.banner.hide()
        self.drafts.begin()
        self.edited.lay(sheet, text)
        self._name(text)
        self.status.setText(self.tr("Chưa lưu") if sheet.article_id is None else self.tr("Đã lưu"))
        self._enable()

    def _offer_draft(self, draft: drafts.DraftRow) -> None:
        sheet = self.edited.sheet
        if sheet is None:
            return
        answer = RecoverDialog.ask_draft(self, sheet.saved, draft, self.photographs.known)
        if answer is None:
            self.banner.show()
        elif answer:
            self._go_on_with_draft(draft)
        else:
            self._drop_draft()

    def _go_on_with_draft(self, draft: drafts.DraftRow) -> None:
        self.form.load(draft.text)
        self.edited.allow()
        self.section.choose(draft.section_id)
        self.drafts.begin(draft.text)
        self.status.setText(self.tr("Chưa lưu"))
        self._enable()

    def _drop_draft(self) -> None:
        self.drafts.forget()
        sheet = self.edited.sheet
        if sheet is not None:
            self._lay(sheet, sheet.saved)

    # -- typing and saving -----------------------------------------------------------------------------

    def dirty(self) -> bool:
        """Say whether the sheet holds something that no revision has."""
        return self.edited.is_dirty()

    def _typed(self) -> None:
        if self.edited.sheet is not None:
            self.drafts.typed()
            self._enable()

    def _go_on_with(self, opened: Opened, text: ArticleText) -> None:
        self._lay(sheet_of(opened), text)
        self._typed()

    def _submit(self) -> None:
        sheet = self.edited.sheet

        def ask(settings: ReviewSettings) -> None:
            look = self.tr("Xem các chỗ ấy")
            answer = sends_with_wrong(self, self.proofing.wrong(), look, stops=settings.wrong_stops)
            if answer == 0:
                self.proofing.walk()
            if answer == 1:
                self.saving.save(send)

        def send() -> None:
            if sheet is None or self.edited.sheet is not sheet:
                return
            if sheet.article_id is None:
                self.session.say(self.tr("Bài còn trống, chưa gửi được."), "warning")
                return
            op = operations.submit(self.session, sheet.article_id, sheet.seen)
            article_id = sheet.article_id
            self.ask(lambda: workflow.is_as_returned(article_id), lambda unchanged: go_on(op, unchanged))

        def go_on(op: Op, unchanged: bool) -> None:
            if self.edited.sheet is sheet and (not unchanged or sends_unchanged(self)):
                op.run(self.session, self, lambda _: self._leave())

        if self.proofing.wrong():
            self.ask(practice, ask)
        else:
            self.saving.save(send)

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
            self.saving.save(lambda: self._gone(then))
        elif answer == 1:
            self.drafts.forget()
            self._gone(then)

    def _gone(self, then: Next) -> None:
        self.last_written = self.article_id() or 0
        self.edited.sheet = None
        self._enable()
        then()

    def _leave(self) -> None:
        self.leave(self.left.emit)

    # -- the head --------------------------------------------------------------------------------------

    def _enable(self) -> None:
        sheet = self.edited.sheet
        acts = sheet.acts if sheet is not None else frozenset()
        state = EditorInView(self.isVisible(), acts)
        if state != self._in_view:  # it is asked at every key
            self._in_view = state
            self._actions.follow(state)
        known = sheet is not None and sheet.article_id is not None and state.here
        about = (sheet.article_id or 0, sheet.originals) if sheet is not None and known else (0, 0)
        if about != self._about:
            self._about = about
            self.followed.emit(*about)

    def _name(self, text: ArticleText) -> None:
        words = text.title or self.tr("Bài mới")
        self._title.setText(self._title.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 420))


def _while_it_may_be_done(action: QAction) -> QPushButton:
    button = action_button(action, key=False)
    action.changed.connect(lambda: button.setVisible(action.isEnabled()))
    button.setVisible(action.isEnabled())
    return button
