"""What was said of an article, beside the page on which it is corrected: its open threads, their words marked.

One reads, goes to the words and closes a thread here. Suggestions are accepted where the article is read: they change
the text that is stored, not the one that is being typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.compare.anchors import BYLINE, LEAD, TITLE
from desk.review import discussion
from desk.review.discussion import Thread
from desk.text.blocks import nfc
from ui.controls.action_table import ActionTable, Entry, Reach, Table, mark
from ui.controls.labels import button
from ui.discussion import operations
from ui.discussion.thread_list import ThreadList
from ui.editor.find_bar import Field
from ui.editor.form import ArticleForm
from ui.look.kept_size import keep_between
from ui.look.style import color, look
from ui.paper.formats import LINE, Prop
from ui.paper.positions import units
from ui.session.session import Session

_HERE = frozenset({Act.SETTLE})  # what is done with a thread while its article is open


def _none() -> str:
    return QCoreApplication.translate("EditorDiscussion", "Bài này không có trao đổi nào đang mở.")


class Talk(Enum):
    """What one does with the discussion."""

    TURN = auto()


_TABLE: Table[Talk, bool] = {
    Talk.TURN: Entry(
        mark("Trao đổi về bài này"),
        "comment",
        "Ctrl+Shift+E",
        when=lambda some: "" if some else _none(),
        reach=Reach.WINDOW,
    ),
}


class EditorDiscussion(QObject):
    """Fetches the open threads of the article that is opened and shows them beside the page."""

    def __init__(self, session: Session, form: ArticleForm, article: Callable[[], int]) -> None:
        super().__init__(form)
        self._session, self._form, self._article = session, form, article
        self._threads: Sequence[Thread] = ()
        self._chosen = self._of = 0
        self.panel = ThreadList()
        keep_between(self.panel, 270, 380)
        self.panel.hide()
        self.button = button("", self._turn)
        self.button.setProperty("kind", "link")
        self.button.hide()
        self.acts = ActionTable(form, _TABLE, {Talk.TURN: self._turn})
        self.acts.live_with(form)
        self.acts.follow(False)
        form.add_beside(self.panel, self.button)
        self.panel.looked_at.connect(self._look_at)
        self.panel.wanted.connect(self._do)
        form.loaded.connect(self._begin)
        look().changed.connect(self._paint)
        session.client.changed.connect(self._heed)  # a method: the client outlives who signs out

    def actions(self) -> list[QAction]:
        """Return the actions for menus."""
        return self.acts.all()

    def threads(self) -> Sequence[Thread]:
        """Return the open threads that are shown."""
        return self._threads

    # -- what is shown -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._article() != self._of:
            self._of, self._chosen = self._article(), 0
            self.panel.fold()
            self._show(())
        self._fetch()

    def _heed(self, changes: Changes) -> None:
        if self._of in changes.articles:
            self._fetch()

    def _fetch(self) -> None:
        article_id, who = self._of, self._session.who
        if article_id:
            self._session.client.ask(
                self,
                lambda: (article_id, discussion.of_article(who, article_id)),
                self._came,
                key="discussion",
            )

    def _came(self, found: tuple[int, Sequence[Thread]]) -> None:
        article_id, threads = found
        if article_id == self._of == self._article():
            first = not self._threads
            self._show([replace(one, acts=one.acts & _HERE) for one in threads if one.open])
            if first and self._threads:
                self.panel.show()

    def _show(self, threads: Sequence[Thread]) -> None:
        self._threads = threads
        self.panel.show_threads(threads, self._chosen)
        self.button.setText(self.tr("Trao đổi: {n} (Ctrl+Shift+E)").format(n=len(threads)))
        self.button.setVisible(bool(threads))
        self.acts.follow(bool(threads))
        if not threads:
            self._put_away()
        self._paint()

    def _paint(self) -> None:
        layers: dict[Field, list[QTextEdit.ExtraSelection]] = {field: [] for field in self._form.fields}
        for thread in self._threads:
            placed = self._words_of(thread)
            if placed is not None and placed[1].hasSelection():
                chosen = thread.id == self._chosen
                layers[placed[0]].append(_mark(placed[1], suggestion=thread.suggestion, chosen=chosen))
        for field, layer in layers.items():
            field.set_layer("discussion", layer)

    def _words_of(self, thread: Thread) -> tuple[Field, QTextCursor] | None:
        """Return where the words of a thread stand now; None where it speaks of the whole, or they are gone."""
        anchor = thread.anchor
        heads = {TITLE: self._form.title, LEAD: self._form.lead, BYLINE: self._form.byline}
        field: Field = heads.get(anchor.place, self._form.body)
        block = field.document().begin()
        if anchor.place not in heads:
            while block.isValid() and block.blockFormat().stringProperty(Prop.ID) != anchor.place:
                block = block.next()
        if not anchor.place or not block.isValid():
            return None
        return field, _selected(field, block, anchor.quote, anchor.start)

    # -- what one does -----------------------------------------------------------------------------------

    def _turn(self) -> None:
        if self.panel.isVisible():
            self._put_away()
        elif self._threads:
            self.panel.show()
            self._look_at(self._chosen or self._threads[0].id)

    def _put_away(self) -> None:
        if self.panel.isVisible():
            self._form.sight.field().setFocus()  # first: a pane that goes hands the focus to whatever follows
        self.panel.hide()

    def _look_at(self, thread_id: int) -> None:
        """Bring the words of a thread into sight, the caret before them: one goes on writing there."""
        self._chosen = thread_id
        self.panel.choose(thread_id)
        thread = next((one for one in self._threads if one.id == thread_id), None)
        placed = self._words_of(thread) if thread is not None else None
        if placed is not None:
            field, cursor = placed
            at = QTextCursor(field.document())
            at.setPosition(cursor.selectionStart())
            self._form.sight.follow(field)
            self._form.sight.lead(True)
            field.setTextCursor(at)
            field.setFocus()
            self._form.sight.moved()
        self._paint()

    def _do(self, thread_id: int, act: Act) -> None:
        if act in _HERE:
            operations.settle(self._session, thread_id).run(self._session, self)


def _selected(field: Field, block: QTextBlock, quote: str, start: int) -> QTextCursor:
    """Return the quoted words in a block: where they stood, else where they are found; without them its beginning."""
    words = nfc(block.text().replace(LINE, "\n"))
    at = start if words[start : start + len(quote)] == quote else words.find(quote)
    cursor = QTextCursor(field.document())
    cursor.setPosition(block.position())
    if at >= 0 and quote:
        cursor.setPosition(block.position() + units(words[:at]))
        cursor.setPosition(
            block.position() + units(words[: at + len(quote)]), QTextCursor.MoveMode.KeepAnchor
        )
    return cursor


def _mark(cursor: QTextCursor, *, suggestion: bool, chosen: bool) -> QTextEdit.ExtraSelection:
    selection, shape = QTextEdit.ExtraSelection(), QTextCharFormat()
    token = "blue" if suggestion else "amber"
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shape.setUnderlineColor(color(token))
    if chosen:
        shape.setBackground(color(f"{token}_soft"))
    selection.cursor, selection.format = cursor, shape
    return selection
