"""The editor: an article on its page, kept as a draft while one types, saved as a revision on demand."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox

from desk import album, articles, clock, drafts, sections, shelf
from desk.errors import DeskError, Stale
from desk.gate import Changes
from desk.intake.taken import Dropped
from desk.rules import Act, Stage
from desk.shelf import Opened
from desk.text import ArticleText, normal, pictures_of
from ui import wording
from ui.dialogs.choice import ChoiceDialog
from ui.dialogs.recover import RecoverDialog
from ui.pages.page import Page
from ui.seat import Seat
from ui.widgets.article_form import ArticleForm
from ui.widgets.labels import action_button, header, keep_icon, label, tool_button
from ui.widgets.notice import Banner

if TYPE_CHECKING:
    from desk.pictures import Prepared

Next = Callable[[], None]


@dataclass(slots=True)
class Sheet:
    """What lies in the editor: which article, at which version, and what is saved of it."""

    uid: str
    article_id: int | None = None
    seen: int = 0
    section_id: int | None = None
    stage: Stage = Stage.DRAFT
    saved: ArticleText = field(default_factory=ArticleText)
    acts: frozenset[Act] = frozenset({Act.EDIT, Act.SUBMIT})


class EditorPage(Page):
    """Writes one article at a time; nothing typed is ever lost on the way."""

    left = Signal()
    types = True

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._sheet: Sheet | None = None
        self._pictures: dict[str, bytes] = {}
        self._kept: ArticleText | None = None
        self.form = ArticleForm()
        self.form.set_picture_source(self._pictures.get)
        self.section = QComboBox()
        self.section.setAccessibleName(self.tr("Chuyên mục"))
        self.section.setToolTip(self.tr("Chuyên mục"))
        self.section.setMinimumWidth(150)
        self.section.setMaximumWidth(250)
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
        self.form.pictures_offered.connect(self._take_pictures)
        self.form.files_offered.connect(self._take_files)
        self.form.paste_dropped.connect(self._say_dropped)
        self.section.activated.connect(lambda _: self._typed())

    # -- opening ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Lay out an empty sheet."""
        text = ArticleText(byline=self.seat.me.unit, event_date=clock.today())
        self._lay(Sheet(uuid.uuid4().hex, saved=text), text)
        self.form.focus_title()

    def begin_with(self, text: ArticleText, section_id: int | None, images: dict[str, bytes]) -> None:
        """Lay out a text that comes from elsewhere (an import, a recovered draft) and is not saved yet."""
        self._pictures.update(images)
        sheet = Sheet(uuid.uuid4().hex, section_id=section_id)
        self._lay(sheet, normal(text))

    def open(self, article_id: int) -> None:
        """Open an article; a draft left by a crash is offered beside the saved text."""
        work = partial(shelf.open_article, self.seat.who, article_id)
        self.office.ask(self, work, self._opened)

    def recover(self, draft: drafts.DraftRow) -> None:
        """Go on with a piece that was never saved."""
        if draft.article_id is not None:
            self.open(draft.article_id)
            return
        wanted = partial(album.fetch, pictures_of(draft.text))

        def lay(images: dict[str, bytes]) -> None:
            self._pictures.update(images)
            sheet = Sheet(draft.uid, section_id=draft.section_id)
            self._lay(sheet, draft.text)
            told = self.tr("Bài gõ dở lúc {when}, chưa lưu lần nào. Bấm Lưu để giữ.").format(
                when=wording.moment(draft.typed_at)
            )
            self.status.setText(told)

        self.office.ask(self, wanted, lay)

    def shown(self) -> None:
        """Refresh chuyên mục and bylines."""
        self.office.ask(self, sections.listing, self._offer_sections)
        self.office.ask(self, shelf.bylines, self.form.set_bylines)

    def _opened(self, opened: Opened) -> None:
        self._pictures.update(opened.pictures)
        row = opened.row
        sheet = Sheet(opened.uid, row.id, row.version, row.section_id, row.stage, opened.text, row.acts)
        self._lay(sheet, opened.text)
        draft = opened.draft
        if draft is not None and draft.text != opened.text:
            self.banner.ask(
                self.tr("Lúc {when} đồng chí đang gõ dở bài này mà chưa lưu.").format(
                    when=wording.moment(draft.typed_at)
                ),
                (self.tr("Xem và chọn"), partial(self._offer_draft, draft)),
                (self.tr("Bỏ bản gõ dở"), self._forget),
            )
        elif row.stage is Stage.RETURNED and row.note:
            self.banner.ask(
                self.tr("Bài bị trả lại: “{note}”").format(note=row.note), (self.tr("Đã rõ"), lambda: None)
            )
        elif row.stage is Stage.APPROVED:
            self.banner.ask(
                self.tr("Bài đã được duyệt. Nếu sửa và lưu, bài trở về bản thảo và phải duyệt lại."),
                (self.tr("Đã rõ"), lambda: None),
            )

    def _lay(self, sheet: Sheet, text: ArticleText) -> None:
        self.banner.hide()
        self._sheet, self._kept = sheet, None
        self.form.load(text)
        self.form.set_read_only(Act.EDIT not in sheet.acts)
        self.section.setCurrentIndex(max(0, self.section.findData(sheet.section_id)))
        self._name(text)
        self.status.setText(self.tr("Chưa lưu") if sheet.article_id is None else self.tr("Đã lưu"))
        self._enable()

    def _offer_draft(self, draft: drafts.DraftRow) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        answer = RecoverDialog.ask(
            self,
            self.tr("Bản gõ dở và bản đã lưu"),
            self.tr(
                "Bên phải là những gì đang gõ lúc {when}; chỗ khác nhau được gạch dưới và gạch ngang."
            ).format(when=wording.moment(draft.typed_at)),
            (self.tr("Bản đã lưu"), sheet.saved),
            (self.tr("Bản gõ dở"), draft.text),
            self._pictures,
        )
        if answer is None:
            self.banner.show()
        elif answer:
            self.form.load(draft.text)
            self.status.setText(self.tr("Chưa lưu"))
            self._enable()
        else:
            self._forget()

    def _forget(self) -> None:
        if self._sheet is not None:
            work = partial(drafts.forget, self.seat.who, self._sheet.uid)
            self.office.ask(self, work, lambda _: None)

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
        text = normal(self.form.text())
        if text in (self._kept, sheet.saved):
            return
        work = partial(
            drafts.keep,
            self.seat.who,
            sheet.uid,
            sheet.article_id,
            sheet.seen,
            self.section.currentData(),
            text,
        )

        def kept(at: datetime) -> None:
            if self._sheet is sheet:
                self._kept = text
                self.status.setText(
                    self.tr("Đang soạn – giữ tạm lúc {when}").format(when=f"{clock.local(at):%H:%M:%S}")
                )

        self.office.ask(self, work, kept, refused=self._trouble)

    def _typed(self) -> None:
        if self._sheet is not None:
            self.status.setText(self.tr("Đang soạn…"))
            self.save.setEnabled(Act.EDIT in self._sheet.acts)

    def _trouble(self, error: DeskError) -> None:
        self.status.setText(self.tr("Chưa giữ được bản đang soạn"))
        self.seat.say(wording.error(error), "error", self.tr("Thử lại"), self.keep)

    # -- saving ----------------------------------------------------------------------------------------

    def store(self, then: Next | None = None, refused: Callable[[DeskError], None] | None = None) -> None:
        """Save a revision, then go on; on a refusal everything typed stays where it is."""
        sheet = self._sheet
        if sheet is None or not self.dirty():
            if then is not None:
                then()
            return
        text, section_id = normal(self.form.text()), self.section.currentData()
        if sheet.article_id is None:
            work = partial(articles.create, self.seat.who, sheet.uid, text, section_id)
        else:
            work = partial(articles.save, self.seat.who, sheet.article_id, sheet.seen, text, section_id)

        def saved(changes: Changes) -> None:
            if self._sheet is sheet:
                self._saved(sheet, text, section_id, changes)
            if then is not None:
                then()

        def failed(error: DeskError) -> None:
            self._not_saved(error)
            if refused is not None:
                refused(error)

        self.office.do(self, work, saved, refused=failed, quiet=True)

    def _saved(self, sheet: Sheet, text: ArticleText, section_id: int | None, changes: Changes) -> None:
        (sheet.article_id,) = changes.articles
        if sheet.stage is Stage.APPROVED and changes.version != sheet.seen:
            sheet.stage = Stage.DRAFT
            self.banner.hide()
        sheet.seen, sheet.saved, sheet.section_id, self._kept = changes.version, text, section_id, None
        self._name(text)
        self.status.setText(self.tr("Đã lưu lúc {when}").format(when=wording.moment(clock.now())))
        self._enable()
        work = partial(shelf.row, self.seat.who, sheet.article_id)

        def learned(row: shelf.ArticleRow) -> None:
            if self._sheet is sheet:
                sheet.acts, sheet.stage = row.acts, row.stage
                self._enable()

        self.office.ask(self, work, learned)

    def _not_saved(self, error: DeskError) -> None:
        self.status.setText(self.tr("Chưa lưu được"))
        if isinstance(error, Stale):
            self.keep()
            self.banner.ask(
                wording.error(error),
                (self.tr("Xem và chọn"), self._choose_after_stale),
            )
        else:
            self.seat.say(wording.error(error), "error", self.tr("Thử lại"), self.store)

    def _choose_after_stale(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.article_id is None:
            return
        mine = normal(self.form.text())

        def offer(opened: Opened) -> None:
            self._pictures.update(opened.pictures)
            answer = RecoverDialog.ask(
                self,
                self.tr("Bản của đồng nghiệp và bản của tôi"),
                self.tr("Chọn một bản để làm tiếp. Bản kia vẫn xem lại được trong lịch sử khi đã lưu."),
                (self.tr("Bản của đồng nghiệp"), opened.text),
                (self.tr("Bản của tôi"), mine),
                self._pictures,
            )
            if answer is None:
                self.banner.show()
                return
            row = opened.row
            self._lay(
                Sheet(opened.uid, row.id, row.version, row.section_id, row.stage, opened.text, row.acts),
                mine if answer else opened.text,
            )
            self._typed()

        work = partial(shelf.open_article, self.seat.who, sheet.article_id)
        self.office.ask(self, work, offer)

    def _submit(self) -> None:
        def send() -> None:
            sheet = self._sheet
            if sheet is None or sheet.article_id is None:
                self.seat.say(self.tr("Bài còn trống, chưa gửi được."), "warning")
                return
            work = partial(articles.move, self.seat.who, Act.SUBMIT, sheet.article_id, sheet.seen)
            self.office.do(self, work, lambda _: self._leave())

        self.store(send)

    # -- leaving ---------------------------------------------------------------------------------------

    def leave(self, then: Next) -> None:
        """Make sure of what is typed, then go on; staying is always one of the answers."""
        if not self.dirty():
            self._sheet = None
            then()
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
        then()

    def _leave(self) -> None:
        self.leave(self.left.emit)

    # -- pictures --------------------------------------------------------------------------------------

    def _take_files(self, paths: list[Path]) -> None:
        from desk import pictures  # Pillow is loaded with the first picture, not with the window

        for path in paths:
            self._take(path.name, partial(pictures.prepare_file, path))

    def _take_pictures(self, offered: list[tuple[str, bytes]]) -> None:
        from desk import pictures

        for name, data in offered:
            self._take(name, partial(pictures.prepare, data, name))

    def _take(self, name: str, work: Callable[[], Prepared]) -> None:
        def refused(error: DeskError) -> None:
            self.form.refuse_picture(name)
            self.seat.say(wording.error(error), "error")

        self.seat.say(self.tr("Đang sửa soạn ảnh “{name}”…").format(name=name))
        self.office.abroad(self, work, self._put_away, refused=refused)

    def _put_away(self, made: Prepared) -> None:
        def placed(row: album.PictureRow) -> None:
            self._pictures[row.sha256] = made.data
            self.form.add_picture(row.sha256, made.name)
            told = self.tr("Đã chèn ảnh “{name}”. Bấm đúp vào ảnh để ghi chú thích, nguồn ảnh.")
            self.seat.say(told.format(name=made.name))

        self.office.ask(self, partial(album.add_prepared, self.seat.who, made), placed)

    def _say_dropped(self, dropped: Mapping[Dropped, int]) -> None:
        told = wording.dropped(dropped)
        if told:
            self.seat.say(self.tr("Đã dán. Bỏ lại: {what}.").format(what=told))

    # -- the head --------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.save = QAction(self.tr("Lưu"), self)
        self.save.setShortcut(QKeySequence("Ctrl+S"))
        self.save.setProperty("icon_name", "save")
        keep_icon(self.save, "save")
        self.save.triggered.connect(lambda: self.store())
        self.submit = QAction(self.tr("Gửi biên tập"), self)
        self.submit.setShortcut(QKeySequence("Ctrl+Return"))
        self.submit.setProperty("icon_name", "submit")
        keep_icon(self.submit, "submit")
        self.submit.triggered.connect(self._submit)
        self.back = QAction(self.tr("Về danh sách"), self)
        self.back.setShortcut(QKeySequence("Esc"))
        keep_icon(self.back, "previous")
        self.back.triggered.connect(self._leave)
        for action in (self.save, self.submit, self.back):
            self.addAction(action)

    def _enable(self) -> None:
        sheet = self._sheet
        self.save.setEnabled(sheet is not None and Act.EDIT in sheet.acts)
        self.submit.setEnabled(sheet is not None and Act.SUBMIT in sheet.acts)
        self.submit.setVisible(self.submit.isEnabled())

    def _name(self, text: ArticleText) -> None:
        words = text.title or self.tr("Bài mới")
        self._title.setText(self._title.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 420))

    def _offer_sections(self, rows: list[sections.SectionRow]) -> None:
        chosen = self._sheet.section_id if self._sheet else None
        self.section.clear()
        self.section.addItem(self.tr("Chưa xếp chuyên mục"), None)
        for row in rows:
            self.section.addItem(row.title, row.id)
        self.section.setCurrentIndex(max(0, self.section.findData(chosen)))
