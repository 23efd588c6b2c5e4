"""One thread of a discussion as a card: the words spoken of, what was said, what may be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.acts.rules import Act
from desk.review.discussion import Said, Thread, ThreadState
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import keep_icon, label, place
from ui.discussion.edit_words import brings_words, takes_words, what_it_does
from ui.look import style
from ui.look.text_size import px
from ui.words import wording
from ui.words.review import speaker

_QUOTED = 160  # characters of the quotation


class ThreadCard(QFrame):
    """A card; it says what is wanted and does nothing itself."""

    chosen = Signal(int)
    wanted = Signal(int, object)  # thread, Act

    def __init__(self, thread: Thread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = thread
        self.buttons: dict[Act, QPushButton] = {}
        self.setProperty("place", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(
            f"{speaker(thread.said[0])}: {thread.said[0].body or thread.replacement or ''}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(5)
        first, *rest = thread.said
        column.addLayout(_head(first))
        if thread.anchor.lost:
            column.addWidget(self._orphan())
        if thread.anchor.quote:
            column.addWidget(self._quote())
        if thread.changed or (thread.edit is not None and thread.anchor.lost and thread.now):
            text = self.tr("Nay là: “{words}”").format(words=_short(thread.now))
            column.addWidget(label(text, "small", wrap=True))
        if thread.replacement is not None:
            for words in what_it_does(thread):
                column.addWidget(label(words, "small", wrap=True))
            if thread.edit is None or brings_words(thread.edit):
                column.addWidget(self._instead())
        if first.body:
            column.addWidget(label(first.body, wrap=True))
        for said in rest:
            column.addWidget(_reply(said))
        if thread.state is not ThreadState.OPEN:
            column.addWidget(label(self._closed(), "small", wrap=True))
        self._add_buttons(column)

    def set_chosen(self, chosen: bool) -> None:
        """Show that this is the thread looked at."""
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be chosen."""
        super().mousePressEvent(event)
        self.chosen.emit(self.about.id)

    def _orphan(self) -> QWidget:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign = QLabel()
        sign.setPixmap(style.pixmap("warning", "accent", px(15), self.devicePixelRatioF()))
        row.addWidget(sign)
        changed = self.about.edit is not None and self.about.now
        words = self.tr("đoạn gốc đã được sửa khác đi") if changed else self.tr("đoạn gốc đã bị xóa")
        row.addWidget(label(words, "error"), 1)
        return place("bare", row)

    def _quote(self) -> QWidget:
        words = label(_short(self.about.anchor.quote), "quote", wrap=True)
        font = QFont(words.font())
        font.setItalic(True)
        edit = self.about.edit
        font.setStrikeOut(self.about.suggestion and (edit is None or takes_words(edit)))
        words.setFont(font)
        return words

    def _instead(self) -> QWidget:
        words = (self.about.replacement or self.tr("(bỏ đoạn này)")).replace("\n", " ¶ ")
        caption = label(_short(words), "instead", wrap=True)
        font = QFont(caption.font())
        font.setUnderline(True)
        caption.setFont(font)
        return caption

    def _closed(self) -> str:
        thread = self.about
        text = {
            ThreadState.RESOLVED: self.tr("{by} đã khép, {when}"),
            ThreadState.ACCEPTED: self.tr("{by} đã nhận, {when}"),
            ThreadState.DECLINED: self.tr("{by} không nhận, {when}"),
        }[thread.state]
        when = wording.moment(thread.closed_at) if thread.closed_at else ""
        return text.format(by=thread.closed_by, when=when)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        flow = FlowLayout(margin=0)
        for act, words, icon in (
            (Act.ACCEPT, self.tr("Nhận"), "approve"),
            (Act.DECLINE, self.tr("Không nhận"), "close"),
            (Act.SETTLE, self.tr("Khép"), "done"),
            (Act.UNSETTLE, self.tr("Mở lại"), "reopen"),
            (Act.COMMENT, self.tr("Trả lời"), "comment"),
        ):
            if act not in self.about.acts:
                continue
            button = QPushButton(words)
            button.setProperty("kind", "small")
            button.setIconSize(QSize(px(14), px(14)))
            keep_icon(button, icon)
            button.clicked.connect(lambda _=False, a=act: self.wanted.emit(self.about.id, a))
            self.buttons[act] = button
            flow.addWidget(button)
        if self.buttons:
            tools = place("bare")
            tools.setLayout(flow)
            column.addWidget(tools)


def _head(said: Said) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(label(speaker(said), "heading", wrap=said.outside), 1 if said.outside else 0)
    row.addWidget(label(wording.moment(said.at), "small"))
    if not said.outside:
        row.addStretch(1)
    return row


def _reply(said: Said) -> QWidget:
    column = QVBoxLayout()
    column.setContentsMargins(12, 4, 0, 0)
    column.setSpacing(2)
    column.addLayout(_head(said))
    column.addWidget(label(said.body, wrap=True))
    return place("reply", column)


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"
