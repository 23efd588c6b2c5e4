"""The side panel's discussion: threads in reading order, orphans first, closed ones folded; a key for each act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from desk.department.people import PersonRow
from desk.errors import DeskError
from desk.review import comments, discussion
from desk.review.discussion import Thread
from ui.articles.comment_box import CommentDraft, ComposeBox
from ui.articles.thread_card import ThreadCard
from ui.controls.labels import action_button, fill, label, place
from ui.controls.line_button import LineButton
from ui.look import style
from ui.paper.paper import CommentAnchor, Paper
from ui.session.desk_client import DeskClient

_AT_ONCE = 16  # cards made at a time; the rest wait behind a line
_KEYS = {"new": "B", "next": "N", "previous": "Shift+N", "accept": "A", "decline": "Shift+A", "settle": "X"}


class Discussion(QWidget):
    """Shows and carries on the discussion of one article at a time."""

    counted = Signal(int, int)  # open threads, open suggestions among them
    paper_wanted = Signal()  # one wants to see the words, not the comparison
    asked_for = Signal()  # the panel should come into view

    def __init__(self, client: DeskClient, who: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client, self._who = client, who
        self._row: ArticleRow | None = None
        self._paper: Paper | None = None
        self._threads: tuple[Thread, ...] = ()
        self._drafts: dict[int, CommentDraft] = {}
        self._shown, self._folded = _AT_ONCE, True
        self.chosen = 0
        self.cards: dict[int, ThreadCard] = {}
        self._make_actions()
        self.compose = ComposeBox()
        self.compose.hide()
        self.compose.sent.connect(self._send)
        self.compose.left.connect(self._put_away)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Trao đổi"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.compose)
        self._begin = place("bare")
        inside = QVBoxLayout(self._begin)
        inside.setContentsMargins(14, 8, 14, 10)
        inside.addWidget(action_button(self.new))
        column.addWidget(self._begin)
        self._show_cards()
        style.look().changed.connect(self._show_cards)

    # -- what is shown ---------------------------------------------------------------------------------

    def show_article(self, row: ArticleRow | None, paper: Paper) -> None:
        """Show the discussion of an article that lies on this paper; None shows nothing."""
        other = row is None or self._row is None or row.id != self._row.id
        if self._paper is not paper:
            paper.remark_chosen.connect(self.choose)
            self._paper = paper
        if other:
            self._keep_draft()
            self._threads, self.chosen = (), 0
            self._shown, self._folded = _AT_ONCE, True
        self._row = row
        if other:
            self._bring_draft()
        if row is None:
            self._lay(())
            return
        self._client.ask(
            self, partial(discussion.of_article, self._who, row.id), partial(self._arrive, row.id), key="talk"
        )

    def set_live(self, live: bool) -> None:
        """Let the one-letter keys act, or rest."""
        for name, action in self._named.items():
            action.setShortcut(QKeySequence(_KEYS[name]) if live else QKeySequence())

    def choose(self, thread: int) -> None:
        """Look at a thread: its card and its words."""
        self.chosen = thread
        if thread not in self.cards and any(one.id == thread for one in self._threads):
            self._shown, self._folded = len(self._threads), False
            self._show_cards()
        for number, card in self.cards.items():
            card.set_chosen(number == thread)
        if thread in self.cards:
            self._scroll.ensureWidgetVisible(self.cards[thread], 0, 24)
        self._mark()
        self._enable()
        if self._paper is not None:
            self._paper.reveal_remark(thread)

    def _arrive(self, article_id: int, threads: tuple[Thread, ...]) -> None:
        if self._row is not None and self._row.id == article_id:
            self._lay(threads)

    def _lay(self, threads: tuple[Thread, ...]) -> None:
        self._threads = threads
        if all(one.id != self.chosen for one in threads):
            self.chosen = 0
        self._show_cards()
        self._mark()
        self._enable()
        waiting = [one for one in threads if one.open]
        self.counted.emit(len(waiting), sum(one.suggestion for one in waiting))

    def _show_cards(self) -> None:
        at = self._scroll.verticalScrollBar().value()
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        self.cards = {}
        waiting = [one for one in self._threads if one.open]
        closed = [one for one in self._threads if not one.open]
        for thread in waiting[: self._shown]:
            column.addWidget(self._card(thread))
        if len(waiting) > self._shown:
            words = self.tr("Xem {n} trao đổi nữa").format(n=len(waiting) - self._shown)
            more = LineButton(words, "", "down")
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        if closed:
            fold = LineButton(
                self.tr("Đã khép ({n})").format(n=len(closed)), "", "next" if self._folded else "down"
            )
            fold.clicked.connect(self._unfold)
            column.addWidget(fold)
            for thread in () if self._folded else closed[: self._shown]:
                column.addWidget(self._card(thread))
        if not self._threads:
            words = self.tr("Chưa có trao đổi. Chọn chữ trên bài rồi nhấn B, hoặc nhấn B để nói về cả bài.")
            column.addWidget(label(words, "empty", wrap=True))
        column.addStretch(1)
        fill(self._scroll, place("bare", column))
        self._scroll.verticalScrollBar().setValue(at)

    def _card(self, thread: Thread) -> ThreadCard:
        card = ThreadCard(thread)
        card.set_chosen(thread.id == self.chosen)
        card.chosen.connect(self.choose)
        card.wanted.connect(self._want)
        self.cards[thread.id] = card
        return card

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._show_cards()

    def _unfold(self) -> None:
        self._folded = not self._folded
        self._show_cards()

    def _mark(self) -> None:
        if self._paper is None:
            return
        remarks = [
            CommentAnchor(one.id, one.anchor.place, one.anchor.start, one.anchor.stop, one.suggestion)
            for one in self._threads
            if one.open and one.anchor.place and not one.anchor.lost
        ]
        self._paper.show_remarks(remarks, self.chosen)

    # -- what one does ---------------------------------------------------------------------------------

    def _want(self, thread_id: int, act: Act) -> None:
        row, thread = self._row, self._thread(thread_id)
        if row is None or thread is None or act not in thread.acts:
            return
        self.choose(thread_id)
        if act is Act.COMMENT:
            self._open(CommentDraft(thread=thread_id))
            return
        if act is Act.ACCEPT:
            self._client.do(self, partial(comments.accept, self._who, thread_id, row.version))
            return
        verbs = {Act.SETTLE: comments.settle, Act.UNSETTLE: comments.unsettle, Act.DECLINE: comments.decline}
        self._client.do(self, partial(verbs[act], self._who, thread_id))

    def _on_chosen(self, act: Act) -> None:
        if self.chosen:
            self._want(self.chosen, act)

    def _begin_new(self) -> None:
        row = self._row
        if row is None or Act.COMMENT not in row.acts:
            return
        place_ = self._paper.selected_place() if self._paper is not None and self._paper.isVisible() else None
        self.paper_wanted.emit()
        self.asked_for.emit()
        quote = ""
        if place_ is not None and self._paper is not None and place_[2] > place_[1]:
            quote = self._paper.textCursor().selectedText().replace("\u2029", " ").replace("\u2028", " ")
            quote = quote.strip()[: place_[2] - place_[1]]
        draft = CommentDraft(*(place_ or ("", 0, 0)), quote=quote, revision=row.revision)
        kept = self._drafts.pop(row.id, None)
        if kept is not None and kept.body and not place_:
            draft = kept
        self._open(draft)

    def _open(self, draft: CommentDraft) -> None:
        self._begin.hide()
        self.compose.begin(draft)
        self.compose.enter()
        self._client.ask(self, comments.mentionable, self._offer_names, key="names")

    def _offer_names(self, people: list[PersonRow]) -> None:
        self.compose.names([one.name for one in people if one.id != self._who])

    def _send(self, draft: CommentDraft) -> None:
        row = self._row
        if row is None:
            return
        if draft.thread:
            work = partial(comments.reply, self._who, draft.thread, draft.body)
        else:
            work = partial(
                comments.comment,
                self._who,
                row.id,
                draft.place,
                draft.start,
                draft.stop,
                draft.body,
                draft.replacement,
                draft.revision or None,
            )
        self._client.do(self, work, lambda _: self._sent(row.id), refused=self._not_sent, quiet=True)

    def _sent(self, article_id: int) -> None:
        self._drafts.pop(article_id, None)
        if self._row is not None and self._row.id == article_id:
            self.compose.begin(CommentDraft())
            self._hide_compose()

    def _not_sent(self, error: DeskError) -> None:
        """Say why; what was written stays where it is."""
        self._client.refused.emit(error)

    def _put_away(self) -> None:
        self._keep_draft()
        self._hide_compose()

    def _hide_compose(self) -> None:
        self.compose.hide()
        self._begin.show()
        self._scroll.setFocus()

    def _keep_draft(self) -> None:
        if self._row is None or (self.compose.isHidden() and not self.compose.draft().body):
            return
        draft = self.compose.draft()
        if draft.body.strip() or draft.replacement not in (None, draft.quote):
            self._drafts[self._row.id] = draft

    def _bring_draft(self) -> None:
        kept = self._drafts.get(self._row.id) if self._row is not None else None
        if kept is None:
            self.compose.begin(CommentDraft())
            self.compose.hide()
            self._begin.show()
        else:
            self._begin.hide()
            self.compose.begin(replace(kept))

    # -- keys ------------------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        order = [one.id for one in self._threads if one.open]
        if not order:
            return
        here = order.index(self.chosen) + by if self.chosen in order else (0 if by > 0 else -1)
        self.paper_wanted.emit()
        self.asked_for.emit()
        self.choose(order[here % len(order)])

    def _thread(self, thread_id: int) -> Thread | None:
        return next((one for one in self._threads if one.id == thread_id), None)

    def _enable(self) -> None:
        thread = self._thread(self.chosen)
        may = thread.acts if thread is not None else frozenset()
        self.new.setEnabled(self._row is not None and Act.COMMENT in self._row.acts)
        self.accept.setEnabled(Act.ACCEPT in may)
        self.decline.setEnabled(Act.DECLINE in may)
        self.settle.setEnabled(Act.SETTLE in may)
        several = any(one.open for one in self._threads)
        self.next.setEnabled(several)
        self.previous.setEnabled(several)

    def _make_actions(self) -> None:
        self.new = self._action("new", self.tr("Ghi trao đổi"), self._begin_new)
        self.next = self._action("next", self.tr("Trao đổi sau"), partial(self._step, 1))
        self.previous = self._action("previous", self.tr("Trao đổi trước"), partial(self._step, -1))
        self.accept = self._action(
            "accept", self.tr("Nhận đề nghị sửa"), partial(self._on_chosen, Act.ACCEPT)
        )
        self.decline = self._action(
            "decline", self.tr("Không nhận đề nghị"), partial(self._on_chosen, Act.DECLINE)
        )
        self.settle = self._action("settle", self.tr("Khép trao đổi"), partial(self._on_chosen, Act.SETTLE))
        self._named = dict(
            zip(
                _KEYS,
                (self.new, self.next, self.previous, self.accept, self.decline, self.settle),
                strict=True,
            )
        )
        self.keys = tuple(self._named.values())

    def _action(self, name: str, words: str, on: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.setShortcut(QKeySequence(_KEYS[name]))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setAutoRepeat(False)
        made.setEnabled(False)
        made.setProperty("icon_name", "comment" if name == "new" else "")
        made.triggered.connect(lambda: on())
        return made
