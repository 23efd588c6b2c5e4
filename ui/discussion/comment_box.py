"""Where one writes a comment, a suggestion or an answer; what is half written is kept per article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.text.vietnamese import bare
from ui.controls.labels import button, label
from ui.look.kept_size import keep_height

_QUOTED = 90  # characters
_NAMES = 240  # pixels


@dataclass(frozen=True, slots=True)
class CommentDraft:
    """What is being written: on a stretch of a revision, or as an answer to a thread."""

    place: str = ""
    start: int = 0
    stop: int = 0
    quote: str = ""
    revision: int = 0
    thread: int = 0
    body: str = ""
    replacement: str | None = None


class ComposeBox(QFrame):
    """Opens for a stretch or a thread; Ctrl+Enter sends, Esc puts it away and keeps the words."""

    sent = Signal(object)  # Draft
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "compose")
        self._draft = CommentDraft()
        self._about = label("", "small", wrap=True)
        self.body = _Words(self.tr("Ghi trao đổi… gõ @ để nhắc tên"))
        self.body.setAccessibleName(self.tr("Nội dung trao đổi"))
        self.suggests = QCheckBox(self.tr("Đề nghị sửa thành"))
        self.instead = _Words(self.tr("Chữ mới; để trống là bỏ đoạn này"))
        self.instead.setAccessibleName(self.tr("Chữ mới"))
        self.instead.hide()
        self.suggests.toggled.connect(self._suggest)
        self.send = button(self.tr("Gửi"), self._send, "submit", primary=True)
        self.send.setToolTip(self.tr("Gửi (Ctrl+Enter)"))
        self.cancel = button(self.tr("Thôi"), self._leave)
        row = QHBoxLayout()
        row.addWidget(label("Ctrl+Enter", "small"))
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        for widget in (self._about, self.body, self.suggests, self.instead):
            column.addWidget(widget)
        column.addLayout(row)
        for words in (self.body, self.instead):
            words.installEventFilter(self)

    def names(self, names: list[str]) -> None:
        """Offer these names after @."""
        self.body.offer(names)

    def begin(self, draft: CommentDraft) -> None:
        """Open for a draft."""
        self._draft = draft
        about = self.tr("Về cả bài")
        if draft.thread:
            about = self.tr("Trả lời")
        elif draft.quote:
            quoted = draft.quote if len(draft.quote) <= _QUOTED else draft.quote[:_QUOTED] + "…"
            about = self.tr("Về “{words}”").format(words=quoted)
        elif draft.place:
            about = self.tr("Về ảnh")
        self._about.setText(about)
        _put(self.body, draft.body)
        self.suggests.setVisible(bool(draft.quote) and draft.stop > draft.start and not draft.thread)
        self.suggests.setChecked(draft.replacement is not None)
        _put(self.instead, draft.replacement if draft.replacement is not None else draft.quote)
        self.show()

    def enter(self) -> None:
        """Put the cursor where one writes."""
        self.body.setFocus()
        self.body.moveCursor(QTextCursor.MoveOperation.End)

    def draft(self) -> CommentDraft:
        """Return what is written now."""
        words = self.instead.toPlainText() if self.suggests.isChecked() else None
        return replace(self._draft, body=self.body.toPlainText(), replacement=words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send by Ctrl+Enter, leave by Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _suggest(self, on: bool) -> None:
        self.instead.setVisible(on)
        if on and self.isVisible():
            self.instead.setFocus()
            self.instead.selectAll()

    def _send(self) -> None:
        self.sent.emit(self.draft())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


class _Words(QPlainTextEdit):
    """A few lines of text, with names offered after @."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        keep_height(self, 66)
        self._model = QStringListModel(self)
        self._names: list[str] = []
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._complete)

    def offer(self, names: list[str]) -> None:
        """Offer these names after @."""
        self._names = names

    def popup(self) -> QAbstractItemView:
        """Return the list of names."""
        return cast(QAbstractItemView, self._completer.popup())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the list of names to it while it is open."""
        popup = self.popup()
        enter = event.key() in (Qt.Key.Key_Enter, Qt.Key.Key_Return)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            popup.hide()  # Ctrl+Enter sends, whatever is offered
            event.ignore()
            return
        if popup.isVisible() and (enter or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab)):
            event.ignore()
            return
        super().keyPressEvent(event)
        begun = self._begun()
        fitting = [name for name in self._names if bare(begun) in bare(name)] if begun is not None else []
        if not fitting or not event.text():
            popup.hide()
            return
        self._model.setStringList(fitting)
        here = self.cursorRect()
        here.setWidth(_NAMES)
        self._completer.complete(here)
        popup.setCurrentIndex(self._model.index(0, 0))  # Enter takes the first

    def _begun(self) -> str | None:
        """Return what was typed after the last @ of this line; None when no name is being typed."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        place = before.rfind("@")
        begun = before[place + 1 :]
        return begun if place >= 0 and len(begun) <= 40 and not begun.endswith("  ") else None

    def _complete(self, name: str) -> None:
        begun = self._begun() or ""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(f"{name} ")
        self.setTextCursor(cursor)


def _put(field: QPlainTextEdit, words: str) -> None:
    """Put words into a field; where they stand there already, caret and selection stay."""
    if field.toPlainText() != words:
        field.setPlainText(words)
