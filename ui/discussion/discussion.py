"""The side panel's discussion: its threads, what one writes, and a key for each act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from desk.department.people import PersonRow
from desk.review import comments
from desk.review.discussion import Thread
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.controls.labels import action_button, place
from ui.discussion import operations
from ui.discussion.comment_box import CommentDraft, ComposeBox
from ui.discussion.thread_list import ThreadList
from ui.paper.paper import CommentAnchor, Paper
from ui.session.operation import Op
from ui.session.session import Session


class Talk(Enum):
    """What one does in a discussion."""

    NEW = auto()
    NEXT = auto()
    PREVIOUS = auto()
    ACCEPT = auto()
    DECLINE = auto()
    SETTLE = auto()


@dataclass(frozen=True, slots=True)
class _State:
    """What the actions depend on: the article, the acts on the chosen thread, whether a thread is open."""

    row: ArticleRow | None
    acts: frozenset[Act]
    open: bool


def _entry(words: str, key: str, may: Callable[[_State], bool]) -> Entry[_State]:
    return Entry(words, key=key, repeats=False, may=may)


TABLE: Table[Talk, _State] = {
    Talk.NEW: _entry(mark("Ghi trao đổi"), "B", lambda s: s.row is not None and Act.COMMENT in s.row.acts),
    Talk.NEXT: _entry(mark("Trao đổi sau"), "N", lambda s: s.open),
    Talk.PREVIOUS: _entry(mark("Trao đổi trước"), "Shift+N", lambda s: s.open),
    Talk.ACCEPT: _entry(mark("Nhận đề nghị sửa"), "A", lambda s: Act.ACCEPT in s.acts),
    Talk.DECLINE: _entry(mark("Không nhận đề nghị"), "Shift+A", lambda s: Act.DECLINE in s.acts),
    Talk.SETTLE: _entry(mark("Khép trao đổi"), "X", lambda s: Act.SETTLE in s.acts),
}
_OPERATIONS: Mapping[Act, Callable[[Session, int], Op]] = {
    Act.SETTLE: operations.settle,
    Act.UNSETTLE: operations.unsettle,
    Act.DECLINE: operations.decline,
}


class Discussion(QWidget):
    """Shows and carries on the discussion of one article at a time."""

    counted = Signal(int, int)  # open threads, open suggestions among them
    paper_wanted = Signal()  # one wants to see the words, not the comparison
    asked_for = Signal()  # the panel should come into view

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: ArticleRow | None = None
        self._paper: Paper | None = None
        self._threads: Sequence[Thread] = ()
        self._drafts: dict[int, CommentDraft] = {}  # by article
        self.chosen = 0
        self.table = ActionTable(
            self,
            TABLE,
            {
                Talk.NEW: self._begin_new,
                Talk.NEXT: lambda: self._step(1),
                Talk.PREVIOUS: lambda: self._step(-1),
                Talk.ACCEPT: lambda: self._do(self.chosen, Act.ACCEPT),
                Talk.DECLINE: lambda: self._do(self.chosen, Act.DECLINE),
                Talk.SETTLE: lambda: self._do(self.chosen, Act.SETTLE),
            },
        )
        self.new = self.table[Talk.NEW]
        self.new.setProperty(
            "icon_name", "comment"
        )  # on its button; the menu shows none beside its neighbours
        self.threads = ThreadList()
        self.threads.looked_at.connect(self.choose)
        self.threads.wanted.connect(self._do)
        self.compose = ComposeBox()
        self.compose.hide()
        self.compose.sent.connect(self._send)
        self.compose.left.connect(self._put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.threads, 1)
        column.addWidget(self.compose)
        self._begin = place("bare")
        inside = QVBoxLayout(self._begin)
        inside.setContentsMargins(14, 8, 14, 10)
        inside.addWidget(action_button(self.new))
        column.addWidget(self._begin)
        self._enable()

    # -- what is shown ---------------------------------------------------------------------------------

    def show_article(self, row: ArticleRow | None, paper: Paper, threads: Sequence[Thread] = ()) -> None:
        """Show the discussion of an article that lies on this paper; None shows nothing."""
        if self._paper is not paper:
            paper.remark_chosen.connect(self.choose)
            paper.addAction(self.new)  # in its menu
            self._paper = paper
        if row is None or self._row is None or row.id != self._row.id:
            self._keep_draft()
            self.chosen = 0
            self.threads.fold()
            self._row = row
            self._bring_draft()
        self._row = row
        self._threads = threads
        if all(thread.id != self.chosen for thread in threads):
            self.chosen = 0
        self.threads.show_threads(threads, self.chosen)
        self._mark()
        self._enable()
        waiting = [thread for thread in threads if thread.open]
        self.counted.emit(len(waiting), sum(thread.suggestion for thread in waiting))

    def choose(self, thread: int) -> None:
        """Look at a thread: its card and its words."""
        self.chosen = thread
        self.threads.choose(thread)
        self._mark()
        self._enable()
        if self._paper is not None:
            self._paper.reveal_remark(thread)

    def _mark(self) -> None:
        if self._paper is None:
            return
        anchors = [
            CommentAnchor(
                thread.id,
                thread.anchor.place,
                thread.anchor.start,
                thread.anchor.stop,
                thread.suggestion,
            )
            for thread in self._threads
            if thread.open and thread.anchor.place and not thread.anchor.lost
        ]
        self._paper.show_remarks(anchors, self.chosen)

    def _enable(self) -> None:
        thread = self._thread(self.chosen)
        acts = thread.acts if thread is not None else frozenset()
        self.table.follow(_State(self._row, acts, any(one.open for one in self._threads)))

    def _thread(self, thread_id: int) -> Thread | None:
        return next((thread for thread in self._threads if thread.id == thread_id), None)

    # -- what one does ---------------------------------------------------------------------------------

    def _do(self, thread_id: int, act: Act) -> None:
        row, thread = self._row, self._thread(thread_id)
        if row is None or thread is None or act not in thread.acts:
            return
        self.choose(thread_id)
        if act is Act.COMMENT:
            self._open(self._taken_up(CommentDraft(thread=thread_id)))
        elif act is Act.ACCEPT:
            operations.accept(self._session, row, thread_id).run(self._session, self)
        else:
            _OPERATIONS[act](self._session, thread_id).run(self._session, self)

    def _step(self, by: int) -> None:
        order = [thread.id for thread in self._threads if thread.open]
        if not order:
            return
        here = order.index(self.chosen) + by if self.chosen in order else (0 if by > 0 else -1)
        self.paper_wanted.emit()
        self.asked_for.emit()
        self.choose(order[here % len(order)])

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
        self._open(self._taken_up(CommentDraft(*(place_ or ("", 0, 0)), quote=quote, revision=row.revision)))

    def _open(self, draft: CommentDraft) -> None:
        self._begin.hide()
        self.compose.begin(draft)
        self.compose.enter()
        self._session.client.ask(self, comments.mentionable, self._offer_names, key="names")

    def _offer_names(self, people: list[PersonRow]) -> None:
        self.compose.names([person.name for person in people if person.id != self._session.who])

    def _send(self, draft: CommentDraft) -> None:
        """Send what was written; where it is refused it stays in its box."""
        row = self._row
        if row is None:
            return
        session = self._session
        op = operations.reply(session, draft) if draft.thread else operations.comment(session, row, draft)
        op.run(self._session, self, lambda _: self._sent(row.id))

    def _sent(self, article_id: int) -> None:
        self._drafts.pop(article_id, None)
        if self._row is not None and self._row.id == article_id:
            self.compose.begin(CommentDraft())
            self._hide_compose()

    # -- what is half written --------------------------------------------------------------------------

    def _taken_up(self, draft: CommentDraft) -> CommentDraft:
        """Return a draft with what was written and not sent; on another stretch only its words go along."""
        self._keep_draft()
        kept = self._drafts.pop(self._row.id, None) if self._row is not None else None
        if kept is None:
            return draft
        if not (draft.place or draft.thread) or _about(kept) == _about(draft):
            return kept
        return replace(draft, body=kept.body)

    def _put_away(self) -> None:
        self._keep_draft()
        self._hide_compose()

    def _hide_compose(self) -> None:
        self.compose.hide()
        self._begin.show()
        self.threads.setFocus()

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


def _about(draft: CommentDraft) -> tuple[str, int, int, int]:
    return draft.place, draft.start, draft.stop, draft.thread
