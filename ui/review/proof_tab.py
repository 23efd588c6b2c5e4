"""Soát lỗi on Bàn duyệt: what the proofreader found in the article on the paper; a key makes a đề nghị sửa of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from desk.proofing.article import PlacedFinding, places
from desk.proofing.finding import Severity
from desk.review.discussion import Thread
from desk.review.page import LaidArticle
from desk.text.blocks import Picture
from ui.controls.action_table import ActionTable, mark
from ui.discussion import operations
from ui.discussion.comment_box import CommentDraft
from ui.look.style import look
from ui.paper.paper import Mark, Paper
from ui.proofing.actions import WAYS, Way
from ui.proofing.marks import MARKED, shape_of
from ui.proofing.panel import ProofPanel, Text
from ui.proofing.reader import Proofed, ProofReader, ToRead
from ui.session.session import Session

_REST = 300  # ms on an article, before it is read: who goes through a list waits for nothing


class ProofTab(QWidget):
    """Marks the paper and walks through what is marked."""

    counted = Signal(int)
    paper_wanted = Signal()  # one wants to see the words, not the comparison
    asked_for = Signal()  # the panel should come into view

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper: Paper | None = None
        self._laid: LaidArticle | None = None
        self._read_through = False
        self._found: tuple[PlacedFinding, ...] = ()
        self._stops = False
        self._waiting: tuple[PlacedFinding, ...] = ()
        self._marked: tuple[PlacedFinding, ...] = ()
        self._shown: PlacedFinding | None = None
        self.panel = ProofPanel(
            session, Text(self._suggest, self._show_on_paper, self._leave), mark("Đề nghị")
        )
        self.ways = ActionTable(
            self, WAYS, {Way.NEXT: lambda: self._step(1), Way.PREVIOUS: lambda: self._step(-1)}
        )
        self._reader = ProofReader(session, self)
        self._reader.proofed.connect(self._proofed)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._read)
        self.panel.counted.connect(self.counted)
        self.panel.counted.connect(lambda _: self._paint())
        session.client.changed.connect(self._heed)  # a method: the client outlives who signs out
        look().changed.connect(self._paint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)

    def left(self) -> tuple[PlacedFinding, ...]:
        """Return what was found and neither passed over nor suggested."""
        return self.panel.left()

    def is_read(self) -> bool:
        """Say whether the article on the paper was read."""
        return self._read_through

    def wrong(self) -> int | None:
        """Return how much of it is taken for wrong; None where the article was not read yet."""
        if not self.is_read():
            return None
        return sum(one.finding.severity is Severity.WRONG for one in self.panel.left())

    def suggested(self) -> int:
        """Return how much is wrong still and waits as a suggestion."""
        return sum(one.finding.severity is Severity.WRONG for one in self._waiting)

    def show_article(self, laid: LaidArticle | None, paper: Paper) -> None:
        """Read the article that lies on this paper; None for none."""
        if self._paper is not paper:
            paper.mark_pressed.connect(self._pressed)
            self._paper = paper
        before, self._laid = self._laid, laid
        if laid is None or before is None or _what(before) != _what(laid):
            self._found, self._read_through = (), False
            self._reader.forget()
            self._rest.stop()
            if laid is not None:
                self._rest.start()
        self._fill()

    def _heed(self, changes: Changes) -> None:
        if changes.registers:
            self._rest.start()

    def _read(self) -> None:
        if self._laid is not None and self.window().isVisible():
            row, text = self._laid.opened.row, self._laid.opened.text
            self._reader.look(ToRead(row.id, places(text), text.event_date))

    def _proofed(self, proofed: Proofed) -> None:
        if self._laid is not None and proofed.what.article_id == self._laid.opened.row.id:
            self._found, self._stops, self._read_through = proofed.found, proofed.stops, True
            self._fill()

    def _fill(self) -> None:
        laid = self._laid
        if laid is None:
            self.panel.show_found((), 0, may=False)
            return
        waiting = [thread for thread in laid.threads if thread.open and thread.suggestion]
        self._waiting = tuple(one for one in self._found if any(_suggested(one, it) for it in waiting))
        left = [one for one in self._found if one not in self._waiting]
        row: ArticleRow = laid.opened.row
        self.panel.show_found(left, row.id, may=Act.COMMENT in row.acts, stops=self._stops)

    # -- the paper ---------------------------------------------------------------------------------------

    def _paint(self) -> None:
        if self._paper is not None:
            self._marked = self.panel.left()[:MARKED]
            self._paper.show_marks(
                [
                    Mark(one.place, one.start, one.stop, shape_of(one, chosen=one is self._shown))
                    for one in self._marked
                ]
            )

    def _show_on_paper(self, one: PlacedFinding | None) -> None:
        if one is self._shown:
            return
        self._shown = one
        self._paint()
        if one is not None and self._paper is not None and one in self._marked:
            self.paper_wanted.emit()
            self._paper.reveal_mark(self._marked.index(one))

    def _pressed(self, which: int) -> None:
        self.asked_for.emit()
        self.panel.list.setFocus()
        self.panel.choose(self._marked[which])

    def _step(self, by: int) -> None:
        self.asked_for.emit()
        self.paper_wanted.emit()
        self.panel.step(by)

    def _leave(self) -> None:
        if self._paper is not None:
            self._paper.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what one does -----------------------------------------------------------------------------------

    def _suggest(self, chosen: Sequence[tuple[PlacedFinding, str]]) -> None:
        if self._laid is None:
            return
        row = self._laid.opened.row
        pictures = {block.id for block in self._laid.opened.text.blocks if isinstance(block, Picture)}
        for one, words in chosen:
            start, stop = one.start - len(one.before), one.stop + len(one.after)
            made = CommentDraft(one.place, start, stop, revision=row.revision)
            draft = replace(made, body=one.finding.message, replacement=one.instead(words))
            if one.place in pictures:  # a caption is spoken of: only words of the text can be replaced
                told = self.tr("Chú thích ảnh: “{old}” nên là “{new}”. {why}")
                said = told.format(old=one.words, new=one.instead(words), why=one.finding.message)
                draft = replace(made, body=said)
            operations.comment(self._session, row, draft).run(self._session, self)


def _what(laid: LaidArticle) -> tuple[int, int]:
    return laid.opened.row.id, laid.opened.row.revision


def _suggested(one: PlacedFinding, thread: Thread) -> bool:
    """Say whether somebody suggests other words there already."""
    anchor = thread.anchor
    return (
        not anchor.lost and anchor.place == one.place and anchor.start < one.stop and one.start < anchor.stop
    )
